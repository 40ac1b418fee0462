"""Finding by words: what is found, in which order, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import search
from kg.elements import Edge, Node
from kg.graph import Graph
from tests.sample import sample_graph

__all__ = ["sample_graph"]

NODES = [
    Node("d1", "Document", "望溪区人民政府关于加快养老服务发展的意见", {"number": "望政发〔2019〕6号"}),
    Node("d2", "Document", "关于改进养老和服务企业工作的通知"),
    Node("d3", "Document", "关于展出和服的批复"),
    Node("t1", "Task", "新建社区养老服务驿站12个"),
    Node("p1", "Person", "养老"),
]
SAID: dict[str, str | int] = {"document": "望政发〔2019〕1号", "source": "a.txt", "start": 7}
EDGES = [
    Edge("e1", "LED_BY", "t1", "a1", {"quote": "区民政局牵头，\n新建社区养老服务驿站12个", **SAID}),
    Edge("e2", "SUPPORTED_BY", "t1", "a2", {"quote": "区民政局牵头，\n新建社区养老服务驿站12个", **SAID}),
    Edge("e3", "ASSIGNS", "d1", "t1"),
]


def found(words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.words) for hit in search.search(NODES, EDGES, words)]


def test_titles_tasks_and_quotes_are_found_once() -> None:
    hits = found("养老服务")
    assert sorted(hits[:3]) == [
        ("document", NODES[0].name),
        ("quote", "区民政局牵头， 新建社区养老服务驿站12个"),
        ("task", "新建社区养老服务驿站12个"),
    ]
    (task,) = [hit for hit in search.search(NODES, EDGES, "养老服务") if hit.kind == "task"]
    assert (task.document, task.source, task.start) == ("望政发〔2019〕1号", "a.txt", 7)


def test_the_whole_is_better_than_a_part() -> None:
    assert found("养老服务驿站")[0] == ("task", "新建社区养老服务驿站12个")
    assert ("document", NODES[0].name) in found("养老服务驿站")


def test_words_are_not_found_across_words() -> None:
    assert found("和服") == [("document", NODES[2].name)]


def test_several_words_add_up() -> None:
    assert found("和服 批复")[0] == ("document", NODES[2].name)
    assert found("民政局 驿站")[0][0] == "quote"


@pytest.mark.parametrize("words", ["", " ", "没有这回事", "（", "\\", "a" * 10_000])
def test_nothing_is_found(words: str) -> None:
    assert found(words) == []


def test_names_unknown_to_the_dictionary_are_found(sample_graph: Graph) -> None:
    hits = sample_graph.search("丛一笑", limit=2)
    assert hits[0].words == "临澜市望溪区人民政府关于丛一笑等同志任免的通知"
    assert (len(hits), hits.more) == (2, True)


def test_the_dictionary_is_kept_where_only_the_user_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cutter = search._cutter.__wrapped__()
    cutter.initialize()
    assert (tmp_path / "gazette-kg" / "jieba.cache").is_file()
    assert (tmp_path / "gazette-kg").stat().st_mode & 0o077 == 0
