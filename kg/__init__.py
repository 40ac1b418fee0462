"""gazette-kg: a knowledge graph of agencies, policies and people, read out of Chinese government notices.

import kg

with kg.open_graph("graph") as graph:
    graph.cypher("MATCH (p:Person)-[:APPOINTED_TO]->(o:Post) RETURN p.name, o.name").to_frame()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import Graph, open_graph

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "open_graph"]


def __getattr__(name: str) -> Any:
    """`open_graph` and `Graph` when asked for: who reads notices need not wait for the stores to be imported."""
    if name in ("Graph", "open_graph"):
        from kg import graph

        return getattr(graph, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
