"""Turtle: the whole graph as one, subject by subject."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TextIO

from kg.build.rdf import RDF
from kg.export.quads import PREFIXES, Term, short, split
from kg.export.sorting import sorted_lines
from kg.graph import Graph


def write(graph: Graph, out: TextIO) -> None:
    for prefix, iri in PREFIXES.items():
        out.write(f"@prefix {prefix}: <{iri}> .\n")
    # without its graph a line that two sources state is one line
    triples = sorted_lines(line.rsplit(" ", 2)[0] + " . .\n" for line in graph.quads())
    for subject, lines in groupby(map(split, triples), key=lambda triple: triple[0]):
        said: dict[str, list[str]] = defaultdict(list)
        for _, predicate, value in lines:
            said["a" if predicate == RDF + "type" else _iri(predicate)].append(_term(value))
        parts = [
            f"{name} {' , '.join(said[name])}" for name in sorted(said, key=lambda name: (name != "a", name))
        ]
        out.write(f"\n{_iri(subject)} {' ;\n    '.join(parts)} .\n")


def _iri(iri: str) -> str:
    return short(iri) or f"<{iri}>"


def _term(term: Term) -> str:
    if term.iri is not None:
        return _iri(term.iri)
    tag = f"@{term.language}" if term.language else f"^^{_iri(term.type)}" if term.type else ""
    return f'"{term.words}"{tag}'
