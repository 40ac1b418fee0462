"""Questions of a large graph: time grows with the graph, and not with its square."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.elements import Edge, Node, Scalar
from kg.ids import BASE
from kg.queries.ask import ask
from kg.schema import NS
from kg.stores.oxigraph import OxigraphStore
from kg.stores.process import Worker
from kg.stores.property import PropertyStore

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="nothing tells the time that a process took")

COUNT = 6_000
SEVERAL = 150
MOST = 4.0  # seconds of the processor; what grows with the square takes more than ten


class Many:
    """Notices that each state an office and a task."""

    def nodes(self) -> Iterator[Node]:
        yield Node("agency", "Agency", "望溪区教育局")
        yield Node("post", "Post", "望溪区教育局局长", {"title": "局长"})
        yield from (Node(f"document-{n}", "Document", f"关于第{n}件事的通知", {"date": "2019-03"}) for n in range(COUNT))
        yield from (Node(f"person-{n}", "Person", "王涛") for n in range(COUNT))
        yield from (Node(f"task-{n}", "Task", f"办好第{n}件事") for n in range(COUNT))

    def edges(self) -> Iterator[Edge]:
        yield Edge("seat", "POST_OF", "post", "agency")
        for n in range(COUNT):
            said: dict[str, Scalar] = {"notice": f"document-{n}", "document": f"{n}号", "source": "a.txt", "start": n, "quote": "王涛"}
            yield Edge(f"h{n}", "HOLDS", f"person-{n}", "post", said)
            yield Edge(f"l{n}", "LED_BY", f"task-{n}", "agency", said)

    def quads(self) -> Iterator[str]:
        """One document that many issue, that many are sent and that many carry."""
        label, me = "<http://www.w3.org/2000/01/rdf-schema#label>", f"<{BASE}document-0>"
        end = f"<{BASE}source-1> .\n"
        yield f"{me} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{NS}Document> {end}"
        yield f'{me} {label} "通知" {end}'
        for n in range(SEVERAL):
            yield f'<{BASE}agency-{n}> {label} "第{n}局" {end}'
            yield f'<{BASE}document-{n + 1}> {label} "第{n}号通知" {end}'
            yield f"<{BASE}agency-{n}> <{NS}issued> {me} {end}"
            yield f"{me} <{NS}sentTo> <{BASE}agency-{n}> {end}"
            yield f"<{BASE}document-{n + 1}> <{NS}carries> {me} {end}"


def seconds(worker: Worker) -> float:
    """Of the processor, that a worker has had."""
    assert worker._process is not None
    said = Path(f"/proc/{worker._process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("question", ["assignments", "who-was"])
def test_each_notice_is_found_at_once(question: str, tmp_path: Path) -> None:
    with PropertyStore(tmp_path / "graph.grafeo") as store:
        store.load(Many())
        assert len(ask(store, question)) == COUNT
        assert seconds(store._worker) < MOST


def test_lists_of_a_document_do_not_multiply(tmp_path: Path) -> None:
    with OxigraphStore(tmp_path / "rdf") as store:
        store.load(Many())
        (row,) = ask(store, "documents")
        assert [len(found) for found in (row.issuers, row.addressees, row.carried_by)] == [SEVERAL] * 3
        assert seconds(store._worker) < MOST
