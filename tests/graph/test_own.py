"""A graph directory that somebody sends leads nowhere else: nothing is read, waited for or swept outside of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.export import export
from kg.graph import open_graph
from tests.graph.facts import appoints, head, make, text

PLACES = (
    "texts",
    "facts",
    "views",
    "manifest.json",
    "decisions.jsonl",
    ".lock",
    "texts/*.txt",
    "facts/*.parquet",
    "views/*",
    "views/*/lock",
    "views/*/nodes.parquet",
    "views/*/property.grafeo",
    "views/*/rdf/CURRENT",
)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no such links and pipes")


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    make(tmp_path / "graph", [text("a.txt", head(), appoints("王涛"))])
    (tmp_path / "graph" / "decisions.jsonl").touch()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_text("my own", "utf-8")
    return tmp_path / "graph"


def swap(graph: Path, pattern: str) -> Path:
    """Take away what lies at a place of the graph; the place."""
    (place,) = graph.glob(pattern)
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    return place


def use(graph: Path, out: Path) -> None:
    """All that reads a graph."""
    with open_graph(graph) as opened:
        opened.text("a.txt")
        opened.to_networkx()
        export(opened, "nq", out)
        list(opened.facts())


def outside(graph: Path) -> list[str]:
    return sorted(path.read_text("utf-8") for path in (graph.parent / "own").iterdir())


@pytest.mark.parametrize("pattern", PLACES)
@pytest.mark.parametrize("to", ["../own", "../own/made"])
def test_a_link_is_not_followed(graph: Path, tmp_path: Path, pattern: str, to: str) -> None:
    place = swap(graph, pattern)
    place.symlink_to((graph / to).resolve())
    said = f"{place.name} is a link: a graph directory holds its own files only"
    with pytest.raises(GraphError, match=said):
        make(graph, [text("b.txt", appoints("李敏"))])
    if pattern not in ("decisions.jsonl", ".lock"):
        with pytest.raises(GraphError, match=said):
            use(graph, tmp_path / "out.nq")
    assert outside(graph) == ["my own"]


@pytest.mark.parametrize("pattern", PLACES)
def test_a_pipe_is_not_waited_for(graph: Path, tmp_path: Path, pattern: str) -> None:
    place = swap(graph, pattern)
    os.mkfifo(place)
    with pytest.raises(GraphError, match="is no file"):
        make(graph, [text("b.txt", appoints("李敏"))])
    if pattern not in ("decisions.jsonl", ".lock"):
        with pytest.raises(GraphError, match="is no file"):
            use(graph, tmp_path / "out.nq")


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="is to be in UTF-8"):
        make(tmp_path / "x\udcff", [])
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(GraphError, match="is to be in UTF-8"):
        open_graph(tmp_path / "x\udcff")


def test_folders_among_the_files_stay(graph: Path) -> None:
    for name in ("facts", "texts"):
        (graph / name / "folder").mkdir()
        (graph / name / "folder" / "file").touch()
    assert make(graph, [text("b.txt", appoints("李敏"))]).sources == 2
    assert (graph / "facts" / "folder" / "file").exists()
