"""What lies around one thing: nearest first, every kind of neighbour getting its turn, the rest counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

import networkx as nx

type Graph = nx.MultiDiGraph[str]
type Stated = Mapping[str, Sequence[str]]

# a post only joins a person to an agency: going through it is no step
JOINT = "Post"
_NONE = object()


@dataclass(frozen=True, slots=True)
class Cut:
    """`ids` in the order they were met, the `starts` first; `more` counts the neighbours left out of a node, by class,
    and of the first start the starts that were left out."""

    starts: tuple[str, ...]
    ids: tuple[str, ...]
    more: Mapping[str, Mapping[str, int]]

    @property
    def left_out(self) -> int:
        return sum(sum(kinds.values()) for kinds in self.more.values())


def cut(graph: Graph, starts: Sequence[str], depth: int, limit: int) -> Cut:
    """At most `limit` nodes within `depth` steps of `starts`; one that is left out counts once, where first met.

    Of very many starts (a common name) those are taken of which most is known, and room is left for what that is.
    """
    most = max(1, limit // 3)
    first = tuple(sorted(starts, key=lambda node: -graph.degree(node))[:most] if len(starts) > most else starts)
    kept = dict.fromkeys(first, "")
    more: dict[str, Counter[str]] = defaultdict(Counter)
    lost = set(starts) - set(first)
    if lost:
        more[first[0]].update(graph.nodes[node]["label"] for node in lost)
    layer = list(first)
    told = stated(graph, first)
    for _ in range(depth):
        layer = _grow(graph, layer, kept, more, limit, told, lost)
        joints = [node for node in layer if graph.nodes[node]["label"] == JOINT]
        layer += _grow(graph, joints, kept, more, limit, {}, lost, joints=True)
    return Cut(first, tuple(kept), {node: dict(sorted(kinds.items())) for node, kinds in more.items()})


def stated(graph: Graph, notices: Sequence[str]) -> Mapping[str, Stated]:
    """The ends of the edges that these notices state, by kind of edge: who a notice appoints is near to it."""
    found: dict[str, dict[str, list[str]]] = {}
    wanted = {notice for notice in notices if graph.nodes[notice]["label"] == "Document"}
    if wanted:
        for source, target, data in graph.edges(data=True):
            if data.get("notice") in wanted:
                found.setdefault(data["notice"], {}).setdefault(data["label"], []).extend((source, target))
    return found


def _grow(
    graph: Graph,
    layer: list[str],
    kept: dict[str, str],
    more: dict[str, Counter[str]],
    limit: int,
    told: Mapping[str, Stated],
    lost: set[str],
    joints: bool = False,
) -> list[str]:
    new: list[str] = []
    for node, other in _turns([_neighbours(graph, node, told.get(node, {})) for node in layer]):
        if other in kept or other in lost or (joints and not _through(graph, kept[node], other)):
            continue
        if len(kept) < limit:
            kept[other] = node
            new.append(other)
        else:
            lost.add(other)
            more[node][graph.nodes[other]["label"]] += 1
    return new


def _through(graph: Graph, before: str, after: str) -> bool:
    """A post leads from an agency to its people, from a person to the agency, and not to others who held it."""
    return "Agency" in (graph.nodes[before]["label"], graph.nodes[after]["label"])


def _neighbours(graph: Graph, node: str, told: Stated) -> list[tuple[str, str]]:
    """Pairs of the node and a neighbour: each kind of edge in turn, within a kind by name."""
    groups: dict[tuple[str, bool], set[str]] = defaultdict(set)
    other: str
    label: str
    for _, other, label in graph.out_edges(node, data="label"):
        groups[label, True].add(other)
    for other, _, label in graph.in_edges(node, data="label"):
        groups[label, False].add(other)
    for label, ends in told.items():
        groups[label, True].update(ends)
    ordered = [
        sorted(groups[key], key=lambda other: (graph.nodes[other]["name"], other)) for key in sorted(groups)
    ]
    return [(node, other) for other in dict.fromkeys(_turns(ordered)) if other != node]


def _turns[T](lists: list[list[T]]) -> Iterator[T]:
    """The first of each list, then the second of each …"""
    return (one for one in chain.from_iterable(zip_longest(*lists, fillvalue=_NONE)) if one is not _NONE)  # type: ignore[misc]
