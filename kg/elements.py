"""What stores hold: nodes and edges of the property graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

type Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Node:
    """One label, a unique `id`, a `name` to show, and scalar properties."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from `source` to `target` (ids of nodes); `label` as in Cypher (`APPOINTED_TO`)."""

    id: str
    label: str
    source: str
    target: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)
