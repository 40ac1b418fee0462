"""A notice in traditional characters and one in simplified ones speak of the same things."""

from __future__ import annotations

from pathlib import Path

from kg.graph import open_graph
from tests.graph.facts import appoints, head, make, said, text

TRADITIONAL = "臨瀾政發〔2019〕3號"


def test_a_document_is_one_in_both_scripts(tmp_path: Path) -> None:
    cites = said("citation", "根据临澜政发〔2019〕3号", relation="basis", title=None, number="临澜政发〔2019〕3号")
    make(
        tmp_path,
        [
            text("a.txt", head("臨瀾市人民政府關於陳望任職的通知", TRADITIONAL), appoints("陳望", document=TRADITIONAL)),
            text("b.txt", cites, appoints("李喆昇")),
        ],
    )
    with open_graph(tmp_path) as graph:
        documents = [node for node in graph.nodes() if node.label == "Document"]
        assert {node.properties.get("number") for node in documents} == {"临澜政发〔2019〕3号", "望政发〔2019〕1号"}
        assert len(documents) == 2
        assert {node.name for node in graph.nodes() if node.label == "Person"} == {"陈望", "李喆昇"}
        assert {fact.args["person"] for fact in graph.facts() if fact.type == "appointment"} == {"陳望", "李喆昇"}
