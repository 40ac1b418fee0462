"""N-Quads, sorted; and the parts of a line, for the other RDF formats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from kg.build.rdf import DCTERMS, OA, PROV, RDF, RDFS, SKOS, XSD
from kg.export.sorting import sorted_lines
from kg.graph import Graph
from kg.ids import BASE
from kg.schema import NS

PREFIXES: Mapping[str, str] = {
    "dcterms": DCTERMS,
    "gk": NS,
    "id": BASE,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}
_SHORT = re.compile(rf"({'|'.join(map(re.escape, PREFIXES.values()))})([A-Za-z](?:[\w-]*\w)?)", re.ASCII)
_NAMES = {iri: prefix for prefix, iri in PREFIXES.items()}
_LITERAL = re.compile(
    r'"(?P<words>(?:[^"\\]|\\.)*)"(?:@(?P<language>[\w-]+)|\^\^<(?P<type>[^>]*)>)?', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Term:
    """The object of a quad: an IRI, or the escaped words of a literal with its language or type."""

    iri: str | None = None
    words: str = ""
    language: str | None = None
    type: str | None = None


def write(graph: Graph, out: TextIO) -> None:
    out.writelines(sorted_lines(graph.quads()))


def split(line: str) -> tuple[str, str, Term]:
    """Subject, predicate and object of a line of N-Quads as `kg.build.rdf` writes them."""
    subject, predicate, rest = line.split(" ", 2)
    return subject[1:-1], predicate[1:-1], _term(rest.rsplit(" ", 2)[0])


def named(lines: Iterable[str]) -> Iterator[str]:
    """Lines with their graph in front, so that they sort by it."""
    for line in lines:
        yield f"{line.rsplit(' ', 2)[1]} {line}"


def short(iri: str) -> str | None:
    """`gk:Agency` where a prefix fits, else None."""
    found = _SHORT.fullmatch(iri)
    return f"{_NAMES[found[1]]}:{found[2]}" if found else None


def _term(text: str) -> Term:
    if text[0] == "<":
        return Term(iri=text[1:-1])
    found = _LITERAL.fullmatch(text)
    assert found is not None, text
    return Term(None, found["words"], found["language"], found["type"])
