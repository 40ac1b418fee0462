"""The ontology holds together: every term that a declaration uses is declared, named in both languages, and a sub-term
of a vocabulary that others know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, URIRef

from kg.build.tables import edge_columns, node_columns
from kg.errors import SchemaError
from kg.model import Agency
from kg.schema import NS, ONTOLOGY, load_schema

GK = NS
TYPES = load_schema().types


@pytest.fixture(scope="module")
def terms() -> Graph:
    graph = Graph()
    for file in ONTOLOGY.rglob("*.ttl"):
        graph.parse(file)
    return graph


def used() -> Iterator[str]:
    for declared in TYPES.values():
        yield declared.iri
        yield from (argument.iri for argument in declared.arguments.values())
        yield from (NS + draw.edge for draw in declared.draws if draw.edge)
        yield from (
            NS + name for draw in declared.draws for name in draw.carries if name not in declared.arguments
        )


def test_terms_are_declared(terms: Graph) -> None:
    assert [iri for iri in sorted(set(used())) if (URIRef(iri), RDF.type, None) not in terms] == []


def test_terms_are_named_in_both_languages(terms: Graph) -> None:
    shapes = set(terms.subjects(RDF.type, SH.NodeShape))
    ours = {term for term in terms.subjects(RDF.type) if str(term).startswith(NS)} - shapes
    named = {
        (term, label.language)
        for term, label in terms.subject_objects(RDFS.label)
        if isinstance(label, Literal)
    }
    assert [term for term in sorted(ours, key=str) if not {(term, "en"), (term, "zh")} <= named] == []


def test_terms_are_sub_terms_of_known_vocabularies(terms: Graph) -> None:
    def known(term: URIRef) -> bool:
        above = [*terms.objects(term, RDFS.subClassOf), *terms.objects(term, RDFS.subPropertyOf)]
        return any(not str(one).startswith(NS) or known(URIRef(str(one))) for one in above)

    alone = [iri for iri in sorted(set(used())) if not known(URIRef(iri))]
    assert alone == []


def test_properties_of_things_are_object_properties(terms: Graph) -> None:
    """An argument that is drawn as a node is no data property; one that is words is no object property."""
    things, words = (OWL.ObjectProperty, RDF.Property), (OWL.DatatypeProperty, RDF.Property)
    for declared in TYPES.values():
        for argument in declared.arguments.values():
            fits = words if argument.kind in ("text", "term", "date", "number", "contents") else things
            assert any((URIRef(argument.iri), RDF.type, kind) in terms for kind in fits), (
                declared.name,
                argument.name,
            )


def test_one_class_a_type(terms: Graph) -> None:
    assert len({declared.iri for declared in TYPES.values()}) == len(TYPES)
    for declared in TYPES.values():
        assert (URIRef(declared.iri), RDFS.subClassOf, URIRef(NS + "Fact")) in terms


def test_a_property_has_one_kind_of_value() -> None:
    """A column of the tables, a property of a node or an edge, means one thing in all types."""
    kinds: dict[str, set[bool]] = {}
    for declared in TYPES.values():
        for argument in declared.arguments.values():
            kinds.setdefault(argument.key, set()).add(argument.kind == "number")
    assert [key for key, found in kinds.items() if len(found) > 1] == []
    assert "number" in node_columns(load_schema()).names
    assert {"fact", "quote", "date"} <= set(edge_columns(load_schema()).names)


AGENCY = Agency("临澜市教育局", "市教育局")
GOOD = {
    "person": "王涛",
    "action": "appoint",
    "agency": AGENCY,
    "post": "局长",
    "date": "2019-03",
    "note": None,
}


def test_a_fact_as_declared_is_accepted() -> None:
    load_schema().check("appointment", GOOD)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"person": ""}, "person is missing"),
        ({"person": 3}, "person is to be of kind person"),
        ({"action": "任命"}, "action is one of appoint, dismiss"),
        ({"agency": "市教育局"}, "agency is to be of kind agency"),
        ({"date": "2019年3月"}, "date is to be of kind date"),
        ({"date": "2019-02-30"}, "date is to be of kind date"),
        ({"colour": "red"}, "no such argument: colour"),
    ],
)
def test_a_fact_unlike_its_declaration_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(SchemaError, match=words):
        load_schema().check("appointment", GOOD | change)


@pytest.mark.parametrize("count", [10**30, float("nan"), float("inf"), True, "3"])
def test_a_number_that_no_store_holds_is_refused(count: object) -> None:
    load_schema().check("staffing", {"unit": AGENCY, "item": "行政编制", "count": 12})
    with pytest.raises(SchemaError, match="count is to be of kind number"):
        load_schema().check("staffing", {"unit": AGENCY, "item": "行政编制", "count": count})


@pytest.mark.parametrize("wrong", [{"page": 10**30}, {"page": "3"}, {"title": 3}, "3"])
def test_a_page_of_contents_has_titles_numbers_and_pages(wrong: object) -> None:
    good = {"title": "关于印发办法的通知", "number": None, "page": 3}
    load_schema().check("gazette", {"title": "望溪区人民政府公报", "contents": (good,)})
    with pytest.raises(SchemaError, match="contents is to be of kind contents"):
        load_schema().check("gazette", {"title": "望溪区人民政府公报", "contents": (good, wrong)})


HEAD = f"@prefix gk: <{NS}> .\n@prefix s: <https://w3id.org/gazette-kg/schema#> .\n"
TYPE = (
    HEAD
    + """gk:Visit a s:FactType ; s:type "visit" ;
    s:arguments ( [ s:name "guest" ; s:kind "person" ] ) ; s:draws ( DRAW ) ."""
)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("visit", "gk:Visit a", "visit.ttl: .*line 1"),
        ("call", TYPE.replace("DRAW", ""), "declares visit: the file is named"),
        ("visit", TYPE.replace("DRAW", '[ s:from ( gk:Guest "guest" ) ]'), "no such class of node: Guest"),
        ("visit", TYPE.replace("DRAW", '[ s:from ( gk:Person "host" ) ]'), "names no argument: host"),
        (
            "visit",
            TYPE.replace("DRAW", '[ s:from ( gk:Person "guest" ) ; s:edge gk:x ]'),
            "s:edge and s:to or neither",
        ),
        ("visit", TYPE.replace('"person"', '"guest"'), "kind guest is none of"),
    ],
)
def test_a_wrong_declaration_is_named(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / "relations").mkdir()
    (tmp_path / "core.ttl").write_text(HEAD + "gk:Person a s:NodeClass .", "utf-8")
    (tmp_path / "relations" / f"{name}.ttl").write_text(text.replace("DRAW", ""), "utf-8")
    with pytest.raises(SchemaError, match=words):
        load_schema(tmp_path)
