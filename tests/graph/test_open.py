"""A graph that is open while builds go on beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.files import lock
from kg.graph import open_graph
from tests.graph.facts import make, some


def test_an_open_graph_stays_as_it_was(tmp_path: Path) -> None:
    make(tmp_path, some())
    count = "MATCH (p:Person) RETURN count(p)"
    with open_graph(tmp_path) as graph:
        facts, quads, words = list(graph.facts()), sorted(graph.quads()), graph.text("a.txt")
        make(tmp_path, [], ["a.txt"])
        with open_graph(tmp_path) as new:
            assert (graph.cypher(count).rows, new.cypher(count).rows) == ([(3,)], [(2,)])
            assert len(list(new.facts())) < len(facts)
        assert (list(graph.facts()), sorted(graph.quads()), graph.text("a.txt")) == (facts, quads, words)
    make(tmp_path, [], ["b.txt"])
    assert len(list((tmp_path / "views").iterdir())) == 1


def test_a_view_that_is_being_swept_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, some())
    seen = []
    remove = shutil.rmtree

    def removing(view: Path, ignore_errors: bool = False) -> None:
        if (view / "lock").exists():
            with pytest.raises(GraphError, match="busy"), lock(view / "lock", shared=True, busy="busy"):
                pass
            with open_graph(tmp_path) as graph:  # by a manifest that was read before
                assert graph.view != view
            seen.append(view)
        remove(view, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", removing)
    make(tmp_path, [], ["a.txt"])
    assert len(seen) == 1
