"""The graph of the sample keeps to the shapes; a graph that breaks them is caught."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from kg.export import export
from kg.export.shapes import shapes
from kg.graph import open_graph
from kg.model import Source
from kg.schema import NS, ONTOLOGY, load_schema
from tests.graph.facts import Text, make
from tests.sample import sample_facts

OA = Namespace("http://www.w3.org/ns/oa#")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder: Path = tmp_path_factory.mktemp("graph")
    facts = list(sample_facts())
    assert {fact.type for fact in facts} == set(load_schema().types)
    done = make(folder, [Text(Source("gazette.txt", "0" * 64), None, facts)])
    assert done.refused == ()
    with open_graph(folder) as graph:
        export(graph, "ttl", folder / "graph.ttl")
    return Graph().parse(folder / "graph.ttl")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in ONTOLOGY.rglob("*.ttl"):
        graph.parse(file)
    return graph


def complaints(data: Graph, ontology: Graph) -> str:
    held, _, words = validate(
        data, shacl_graph=Graph().parse(data=shapes(), format="turtle"), ont_graph=ontology
    )
    return "" if held else str(words)


def test_the_sample_keeps_to_the_shapes(sample: Graph, ontology: Graph) -> None:
    assert complaints(sample, ontology) == ""


def test_what_breaks_the_shapes_is_caught(sample: Graph, ontology: Graph) -> None:
    broken = Graph()
    for triple in sample:
        broken.add(triple)
    fact = next(broken.subjects(RDF.type, URIRef(NS + "Appointment")))
    words = next(broken.subjects(RDF.type, OA.TextQuoteSelector))
    person = next(broken.subjects(RDF.type, URIRef(NS + "Person")))
    broken.set((fact, URIRef(NS + "action"), Literal("promote")))
    broken.remove((fact, URIRef(NS + "evidence"), None))
    broken.set((words, OA.start, Literal(10**9)))
    broken.add((person, RDFS.label, Literal("another", lang="en")))
    said = complaints(broken, ontology)
    for place in ("gk:action", "gk:evidence", str(person)):
        assert place in said
    assert "LessThanConstraint" in said
