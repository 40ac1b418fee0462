"""JSON-LD: one object a named graph, in it one object a subject."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import groupby
from typing import Any, TextIO

from kg.build.rdf import RDF
from kg.export.quads import PREFIXES, Term, named, short, split
from kg.export.sorting import sorted_lines
from kg.graph import Graph

_ESCAPED = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def write(graph: Graph, out: TextIO) -> None:
    out.write(f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [')
    lines = sorted_lines(named(graph.quads()))
    for place, (name, members) in enumerate(groupby(lines, key=lambda line: line.partition(" ")[0])):
        out.write("," * (place > 0) + f'\n{{"@id": {json.dumps(_iri(name[1:-1]))}, "@graph": [')
        triples = (split(line.partition(" ")[2]) for line in members)
        for rank, (subject, about) in enumerate(groupby(triples, key=lambda triple: triple[0])):
            said: dict[str, list[Any]] = defaultdict(list)
            for _, predicate, value in about:
                is_type = predicate == RDF + "type"
                said["@type" if is_type else _iri(predicate)].append(
                    _iri(value.iri or "") if is_type else _value(value)
                )
            row = {"@id": _iri(subject)} | {
                key: value if value[1:] else value[0] for key, value in sorted(said.items())
            }
            out.write("," * (rank > 0) + "\n" + json.dumps(row, ensure_ascii=False))
        out.write("]}")
    out.write("\n]}\n")


def _iri(iri: str) -> str:
    return short(iri) or iri


def _value(term: Term) -> object:
    if term.iri is not None:
        return {"@id": _iri(term.iri)}
    words = _ESCAPED.sub(
        lambda sign: chr(int(sign[1], 16)) if sign[1] else _SIGNS.get(sign[2], sign[2]), term.words
    )
    if term.language:
        return {"@value": words, "@language": term.language}
    return {"@value": words, "@type": _iri(term.type)} if term.type else words
