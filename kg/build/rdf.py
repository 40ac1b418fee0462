"""Facts and nodes as RDF, one quad a line of N-Quads; no blank nodes, every term in its canonical form.

The graph of a source holds the facts that it states and the edges that they draw; the graph `things` says what each
node is. A fact points at its words by a Web Annotation selector on the source:

    <…/source-5f2a#char=10,25> a oa:SpecificResource ; oa:hasSource <…/source-5f2a> ; oa:hasSelector <…#words=10,25> .
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from kg import ids
from kg.build.project import Drawing
from kg.elements import Node, Scalar
from kg.model import Agency, Source, Value
from kg.schema import NS, FactType, Schema

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
THINGS = f"<{ids.BASE}things>"
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_TYPE = f"<{RDF}type>"
_LABEL = f"<{RDFS}label>"


def source_lines(source: Source) -> list[str]:
    """What is known of the source itself."""
    graph = node(ids.source_id(source.digest))
    said = [(_TYPE, f"<{NS}Source>"), (_LABEL, text(source.name)), (f"<{NS}digest>", text(source.digest))]
    return [f"{graph} {predicate} {value} {graph} .\n" for predicate, value in said]


def fact_lines(drawing: Drawing, schema: Schema, source: Source) -> Iterator[str]:
    """The quads of one fact and of the edges that it draws, in the graph of its source."""
    fact, graph = drawing.fact, node(ids.source_id(source.digest))
    me, declared = node(drawing.id), schema.types[fact.type]
    place = f"{fact.evidence.start},{fact.evidence.end}"
    target, words = f"{graph[:-1]}#char={place}>", f"{graph[:-1]}#words={place}>"
    end = f" {graph} .\n"
    yield f"{me} {_TYPE} <{declared.iri}>{end}"
    yield f"{me} <{NS}statedBy> {node(drawing.notice)}{end}"
    yield f"{me} <{NS}evidence> {target}{end}"
    yield f"{me} <{NS}rule> {text(fact.rule)}{end}"
    yield f"{me} <{NS}confidence> {number(fact.confidence)}{end}"
    yield f"{me} <{PROV}wasDerivedFrom> {graph}{end}"
    yield f"{target} {_TYPE} <{OA}SpecificResource>{end}"
    yield f"{target} <{OA}hasSource> {graph}{end}"
    yield f"{target} <{OA}hasSelector> {words}{end}"
    yield f"{words} {_TYPE} <{OA}TextPositionSelector>{end}"
    yield f"{words} {_TYPE} <{OA}TextQuoteSelector>{end}"
    yield f'{words} <{OA}start> "{fact.evidence.start}"^^<{XSD}integer>{end}'
    yield f'{words} <{OA}end> "{fact.evidence.end}"^^<{XSD}integer>{end}'
    yield f"{words} <{OA}exact> {text(fact.evidence.text)}{end}"
    for name, value in fact.args.items():
        yield from (
            f"{me} <{declared.arguments[name].iri}> {one}{end}" for one in _objects(drawing, declared, name)
        )
        agencies = value if isinstance(value, tuple) else (value,)
        for key, agency in zip(drawing.things.get(name, ()), agencies, strict=False):
            if isinstance(agency, Agency) and agency.label:
                yield f"{node(key)} <{SKOS}altLabel> {text(agency.label, 'zh')}{end}"
    for name, edge in drawing.edges:
        yield f"{node(edge.source)} <{NS}{name}> {node(edge.target)}{end}"


def node_lines(thing: Node) -> Iterator[str]:
    """What a node is, in the graph of things."""
    me, end = node(thing.id), f" {THINGS} .\n"
    yield f"{me} {_TYPE} <{NS}{thing.label}>{end}"
    yield f"{me} {_LABEL} {text(thing.name, 'zh')}{end}"
    for name, value in thing.properties.items():
        if thing.label == "Agency" and name == "kind":
            yield f"{me} {_TYPE} <{NS}{value}>{end}"
        else:
            yield f"{me} <{NS}{name}> {literal(name, value)}{end}"


def _objects(drawing: Drawing, declared: FactType, name: str) -> Iterator[str]:
    argument, value = declared.arguments[name], drawing.fact.args[name]
    if argument.kind not in ("text", "term", "date", "number", "contents") and name in drawing.things:
        yield from map(node, drawing.things[name])
    elif argument.kind == "contents":
        if value:
            yield text(json.dumps(ids.plain(value), ensure_ascii=False))
    elif isinstance(value, str | int | float) and value != "":
        yield literal("date" if argument.kind == "date" else name, value)


def node(identifier: str) -> str:
    return f"<{ids.BASE}{identifier}>"


def text(words: str, language: str = "") -> str:
    """A literal, escaped as canonical N-Triples."""
    if _SPECIAL.search(words):
        words = _SPECIAL.sub(lambda sign: _ESCAPES.get(sign[0], f"\\u{ord(sign[0]):04X}"), words)
    return f'"{words}"@{language}' if language else f'"{words}"'


def number(value: float) -> str:
    if isinstance(value, int):
        return f'"{value}"^^<{XSD}integer>'
    return f'"{format(Decimal(str(value)).normalize(), "f")}"^^<{XSD}decimal>'


def literal(name: str, value: Scalar | Value) -> str:
    """A property's value; a date as xsd:date, xsd:gYearMonth or xsd:gYear."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{XSD}boolean>'
    if isinstance(value, int | float):
        return number(value)
    words = str(value)
    if name == "date" and len(words) in _DATES and words.replace("-", "").isdigit():
        return f'"{words}"^^<{XSD}{_DATES[len(words)]}>'
    return text(words)
