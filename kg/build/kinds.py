"""What kind of agency a name tells (`schemes/agency.ttl`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from kg.schema import ONTOLOGY, S
from kg.turtle import read_turtle

_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_CLASS = "http://www.w3.org/2002/07/owl#Class"


@cache
def endings() -> Mapping[str, str]:
    """Each ending with its class, by local name."""
    graph = read_turtle(ONTOLOGY / "schemes" / "agency.ttl")
    return {
        ending: iri.rpartition("#")[2]
        for iri in graph.instances(_CLASS)
        for ending in graph.items(iri, S + "endings")
    }


@cache
def _longest() -> int:
    return max(map(len, endings()))


@lru_cache(maxsize=100_000)
def kind_of(name: str) -> str | None:
    """The class whose ending is the longest that the name has; None where none fits.

    >>> kind_of("临澜市望溪区人民法院")
    'Court'
    """
    known = endings()
    for length in range(min(_longest(), len(name)), 0, -1):
        if found := known.get(name[-length:]):
            return found
    return None
