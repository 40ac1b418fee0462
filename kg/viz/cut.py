"""What lies around one thing: nearest first, every kind of neighbour getting its turn, the rest counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

import networkx as nx

type Graph = nx.MultiDiGraph[str]

# a post only joins a person to an agency: going through it is no step
JOINT = "Post"
_NONE = object()


@dataclass(frozen=True, slots=True)
class Cut:
    """`ids` in the order they were met, the starts first; `more` counts the neighbours left out of a node, by class."""

    ids: tuple[str, ...]
    more: Mapping[str, Mapping[str, int]]

    @property
    def left_out(self) -> int:
        return sum(sum(kinds.values()) for kinds in self.more.values())


def cut(graph: Graph, starts: Sequence[str], depth: int, limit: int) -> Cut:
    """At most `limit` nodes within `depth` steps of `starts`; one that is left out counts once, where first met."""
    kept = dict.fromkeys(starts)
    more: dict[str, Counter[str]] = defaultdict(Counter)
    layer = list(starts)
    for _ in range(depth):
        layer = _grow(graph, layer, kept, more, limit)
        joints = [node for node in layer if graph.nodes[node]["label"] == JOINT]
        layer += _grow(graph, joints, kept, more, limit)
    return Cut(tuple(kept), {node: dict(sorted(kinds.items())) for node, kinds in more.items()})


def _grow(
    graph: Graph, layer: list[str], kept: dict[str, None], more: dict[str, Counter[str]], limit: int
) -> list[str]:
    new: list[str] = []
    lost: set[str] = set()
    for node, other in _turns([_neighbours(graph, node) for node in layer]):
        if other in kept or other in lost:
            continue
        if len(kept) < limit:
            kept[other] = None
            new.append(other)
        else:
            lost.add(other)
            more[node][graph.nodes[other]["label"]] += 1
    return new


def _neighbours(graph: Graph, node: str) -> list[tuple[str, str]]:
    """Pairs of the node and a neighbour: each kind of edge in turn, within a kind by name."""
    groups: dict[tuple[str, bool], set[str]] = defaultdict(set)
    other: str
    label: str
    for _, other, label in graph.out_edges(node, data="label"):
        groups[label, True].add(other)
    for other, _, label in graph.in_edges(node, data="label"):
        groups[label, False].add(other)
    ordered = [
        sorted(groups[key], key=lambda other: (graph.nodes[other]["name"], other)) for key in sorted(groups)
    ]
    return [(node, other) for other in dict.fromkeys(_turns(ordered)) if other != node]


def _turns[T](lists: list[list[T]]) -> Iterator[T]:
    """The first of each list, then the second of each …"""
    return (one for one in chain.from_iterable(zip_longest(*lists, fillvalue=_NONE)) if one is not _NONE)  # type: ignore[misc]
