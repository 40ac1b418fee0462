"""Real gazettes, when they are beside the clone: both embedded engines agree on what they were never written for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import extract_text
from extract.read import inputs, load
from kg.build import open_build
from kg.graph import Graph, open_graph
from kg.queries import Through, ask, catalogue

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def graph(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("real") / "graph"
    with open_build(folder) as build:
        for one in inputs([shared / "gazettes"]).found:
            build.add(extract_text(load(one).text))
        build.commit()
    with open_graph(folder) as opened:
        yield opened


@pytest.mark.parametrize("name", catalogue())
def test_both_engines_give_the_same_rows(graph: Graph, name: str) -> None:
    rows = ask(Through("sparql", graph.sparql), name)
    assert len(rows) > 0
    assert rows == ask(Through("cypher", graph.cypher), name)
    if name != "documents":
        assert all(graph.text(row.source)[row.start :].startswith(row.quote) for row in rows)
