"""A Turtle file of the ontology as plain strings: enough to read declarations and lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import SchemaError

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class Triples:
    """Subject and predicate to objects, in the order of the file."""

    def __init__(self, triples: Iterator[tuple[str, str, str]]) -> None:
        self._objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._of_class: dict[str, list[str]] = defaultdict(list)
        for subject, predicate, thing in triples:
            self._objects[subject, predicate].append(thing)
            if predicate == _RDF + "type":
                self._of_class[thing].append(subject)

    def value(self, subject: str, predicate: str) -> str | None:
        return next(iter(self._objects.get((subject, predicate), ())), None)

    def instances(self, iri: str) -> list[str]:
        return self._of_class.get(iri, [])

    def items(self, subject: str, predicate: str) -> list[str]:
        """The members of the RDF list that is the value; [] where there is none."""
        found: list[str] = []
        rest = self.value(subject, predicate)
        while rest is not None and rest != _RDF + "nil":
            first = self.value(rest, _RDF + "first")
            if first is not None:
                found.append(first)
            rest = self.value(rest, _RDF + "rest")
        return found


def read_turtle(file: Path) -> Triples:
    """SchemaError where the file is missing or is not Turtle, with the place."""
    try:
        quads = list(ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError, ValueError) as error:
        raise SchemaError(f"{file.name}: {error}") from error
    return Triples((_text(q.subject), q.predicate.value, _text(q.object)) for q in quads)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal) else str(term)
