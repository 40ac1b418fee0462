"""The graph in memory, for networkx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from kg.elements import Edge, Node


def to_networkx(nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.MultiDiGraph[Any]:
    """Nodes by id with `label`, `name` and their properties; each edge under its id as key, with its `label`."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.id, label=node.label, name=node.name, **node.properties)
    for edge in edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, label=edge.label, **edge.properties)
    return graph
