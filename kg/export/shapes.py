"""SHACL shapes of the fact types, from their declarations; with `ontology/shapes/core.ttl` they check any graph."""

from __future__ import annotations

from collections.abc import Iterator

from kg.build.rdf import XSD, text
from kg.schema import NS, ONTOLOGY, Argument, Schema, load_schema

_HEAD = f"@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix gk: <{NS}> .\n@prefix xsd: <{XSD}> .\n"
_VALUES = {
    "agency": "sh:class gk:Agency",
    "agencies": "sh:class gk:Agency",
    "person": "sh:class gk:Person",
    "post": "sh:class gk:Post",
    "text": "sh:datatype xsd:string",
    "term": "sh:datatype xsd:string",
    "contents": "sh:datatype xsd:string",
    "number": "sh:or ( [ sh:datatype xsd:integer ] [ sh:datatype xsd:decimal ] )",
    "date": "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] )",
}


def shapes(schema: Schema | None = None) -> str:
    """All shapes, as Turtle."""
    types = (schema or load_schema()).types.values()
    ours = [
        f"\n<{declared.iri}Shape> a sh:NodeShape ; sh:targetClass <{declared.iri}>"
        + "".join(
            f" ;\n    sh:property [ {' ; '.join(_parts(argument))} ]"
            for argument in declared.arguments.values()
        )
        + " .\n"
        for declared in types
    ]
    return (ONTOLOGY / "shapes" / "core.ttl").read_text("utf-8") + "\n" + _HEAD + "".join(ours)


def _parts(argument: Argument) -> Iterator[str]:
    yield f"sh:path <{argument.iri}>"
    if argument.required:
        yield "sh:minCount 1"
    if argument.kind != "agencies":
        yield "sh:maxCount 1"
    if argument.kind in _VALUES:
        yield _VALUES[argument.kind]
    if argument.values:
        yield f"sh:in ( {' '.join(map(text, argument.values))} )"
