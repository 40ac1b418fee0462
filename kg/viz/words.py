"""What the classes and edges of the graph are called in a picture, as the ontology labels them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from kg.schema import ONTOLOGY

LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
LANGUAGES = ("zh", "en")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def words(language: str = "zh") -> Mapping[str, str]:
    """Local name → label, edges as they are called in Cypher too.

    >>> words()["APPOINTED_TO"], words("en")["Agency"]
    ('任职', 'agency')
    """
    found: dict[str, str] = {}
    for file in [ONTOLOGY / "core.ttl", *sorted((ONTOLOGY / "relations").glob("*.ttl"))]:
        for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE):
            if (
                quad.predicate == LABEL
                and isinstance(quad.object, ox.Literal)
                and quad.object.language == language
            ):
                name = str(getattr(quad.subject, "value", "")).rpartition("#")[2]
                found[name] = quad.object.value
                found.setdefault(_CAPITAL.sub("_", name).upper(), quad.object.value)
    return found
