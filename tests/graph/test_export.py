"""What is exported is the graph, whole, and the same bytes each time."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from lxml import etree

from kg.errors import InputError
from kg.export import FORMATS, export
from kg.export.sorting import sorted_lines
from kg.export.tables import safe
from kg.graph import open_graph
from kg.model import Agency
from tests.graph.facts import NUMBER, Text, agency, head, make, said, some, text

ODD = "=1+1 “引号” \"quoted\" \\ 'x' <b>&amp;</b> \t\n\r\x01\x0b\x1f\x7f\ufffe 𠮷 \ud800"


def sources() -> list[Text]:
    entries: tuple[dict[str, str | int | None], ...] = (
        {"title": "望溪区人民政府关于王涛任职的通知", "number": NUMBER, "page": 1},
        {"title": ODD, "number": None, "page": None},
    )
    return [
        *some(),
        text(
            "odd.txt",
            head(ODD, "望政发〔2022〕9号"),
            said(
                "gazette",
                "公报",
                title="望溪区人民政府公报",
                issue="第2期",
                date="2019-04",
                sponsor=agency("区政府办"),
                contents=entries,
            ),
            said("staffing", ODD, unit=Agency("=cmd", "-1"), item="@科长", count=2),
            said(
                "validity",
                "办法",
                title="望溪区停车办法",
                until="2024",
                interpreter=agency("各有关部门", group=True),
                **{"from": "自发布之日起"},
            ),
        ),
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("graph")
    assert make(made, sources()).refused == ()
    return made


@pytest.fixture(scope="module")
def files(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exports")
    with open_graph(folder) as graph:
        for form in FORMATS:
            export(graph, form, out / f"graph.{form}")
    return out


def stored(folder: Path) -> set[ox.Quad]:
    """What the store holds graph by graph; its default graph is all of it, each statement once."""
    view = next((folder / "views").iterdir())
    quads = list(ox.Store.read_only(str(view / "rdf")))
    named = {quad for quad in quads if not isinstance(quad.graph_name, ox.DefaultGraph)}
    assert {quad.triple for quad in quads if quad not in named} == {quad.triple for quad in named}
    return named


def dumped(folder: Path, form: ox.RdfFormat) -> bytes:
    return ox.serialize(sorted(stored(folder), key=str), format=form) or b""


def test_n_quads_are_the_store(folder: Path, files: Path) -> None:
    with (files / "graph.nq").open("rb") as file:
        assert set(ox.parse(file, format=ox.RdfFormat.N_QUADS)) == stored(folder)
    read = rdflib.Dataset()
    read.parse(files / "graph.nq", format="nquads")
    other = rdflib.Dataset()
    other.parse(data=dumped(folder, ox.RdfFormat.N_QUADS), format="nquads")
    assert set(read.quads()) == set(other.quads())
    assert len(set(read.quads())) == len(stored(folder))


def test_turtle_is_the_store_as_one_graph(folder: Path, files: Path) -> None:
    triples = {quad.triple for quad in stored(folder)}
    with (files / "graph.ttl").open("rb") as file:
        assert {quad.triple for quad in ox.parse(file, format=ox.RdfFormat.TURTLE)} == triples
    read = rdflib.Graph().parse(files / "graph.ttl")
    assert len(read) == len(triples)
    assert not any(isinstance(term, rdflib.BNode) for triple in read for term in triple)


def test_json_ld_is_the_store(folder: Path, files: Path) -> None:
    with (files / "graph.jsonld").open("rb") as file:
        assert set(ox.parse(file, format=ox.RdfFormat.JSON_LD)) == stored(folder)


def test_the_lines_are_canonical(folder: Path) -> None:
    """The store gives back the very lines that it took: nothing is normalised on the way."""
    with open_graph(folder) as graph:
        ours = sorted(set(graph.quads()))
    theirs = sorted(f"{quad} .\n" for quad in stored(folder))
    assert ours == theirs


def test_graphml_is_the_graph(folder: Path, files: Path) -> None:
    etree.parse(files / "graph.graphml")
    read: Any = nx.read_graphml(files / "graph.graphml")
    with open_graph(folder) as graph:
        network = graph.to_networkx()
    assert set(read.nodes) == set(network.nodes)
    assert read.number_of_edges() == network.number_of_edges()
    for key, data in network.nodes(data=True):
        assert read.nodes[key]["label"] == data["label"]
        assert len(read.nodes[key]["name"]) == len(data["name"])
    counts = [data["count"] for _, _, data in read.edges(data=True) if "count" in data]
    assert counts == [2]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_runs_nothing_and_holds_all(folder: Path, files: Path) -> None:
    nodes, edges = (table(files / "graph.csv" / name) for name in ("nodes.csv", "edges.csv"))
    with open_graph(folder) as graph:
        assert (len(nodes), len(edges)) == (graph.manifest.nodes, graph.manifest.edges)
    cells = [cell for row in nodes + edges for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert {"'=cmd", "'@科长"} <= {row["name"] for row in nodes}


@pytest.mark.parametrize(
    ("value", "cell"),
    [("-1", "'-1"), ("\n=1", "'\n=1"), (-1, -1), ("＝1", "'＝1"), ("a=1", "a=1"), ("", ""), (None, None)],
)
def test_cells(value: object, cell: object) -> None:
    assert safe(value) == cell


def test_the_same_graph_gives_the_same_bytes(files: Path, tmp_path: Path) -> None:
    make(tmp_path / "graph", reversed(sources()))
    with open_graph(tmp_path / "graph") as graph:
        for form in FORMATS:
            export(graph, form, tmp_path / f"graph.{form}")
    for file in (path for path in files.rglob("*") if path.is_file()):
        assert (tmp_path / file.relative_to(files)).read_bytes() == file.read_bytes(), file.name


def test_an_export_is_there_whole_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with open_graph(folder) as graph:
        with pytest.raises(InputError, match="cannot be written"):
            export(graph, "ttl", tmp_path / "file" / "graph.ttl")
        export(graph, "ttl", tmp_path / "new" / "graph.ttl")
        export(graph, "csv", tmp_path / "new" / "csv")
        export(graph, "csv", tmp_path / "new" / "csv")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["csv", "graph.ttl"]


@pytest.mark.parametrize("chunk", [1, 2, 3, 100])
def test_sorting_in_runs(chunk: int) -> None:
    words = [f"{word}\n" for word in "丁ba𠮷caz丁a"]
    assert list(sorted_lines(words, chunk)) == sorted(set(words))
    assert list(sorted_lines([], chunk)) == []
