"""Where each box stands: forces first (networkx), then boxes that lie on each other are moved apart.

Computed here and not in the browser: the same picture each time, at once, and up to two thousand boxes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

type Place = tuple[float, float]
type Sizes = Mapping[str, tuple[float, float]]

SEED = 7
MARGIN = np.array([62.0, 40.0])  # room for the words of a short line
ROUNDS = 500
# forces cost the square of the boxes; beyond this the rings themselves are filled
FORCED = 300
GOLDEN = 0.618
AIR = 0.5
# pictures are wider than high, and so are boxes
SHAPE = np.array([1.25, 0.8])
# under 1: what lies far out comes nearer
COMPRESSED = 0.75


def layout(graph: nx.Graph[str], starts: tuple[str, ...], sizes: Sizes) -> dict[str, Place]:
    """The middle of each box, in whole units; nodes in the order of the graph, `starts` around the middle."""
    nodes = list(graph)
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    # things of one name may lie in parts of the graph that nothing joins: held together for the drawing
    whole = graph.copy()
    nx.add_path(whole, starts)
    places = _array(nodes, _rings(whole, starts))
    if len(nodes) <= FORCED:
        guess = dict(zip(nodes, places, strict=True))
        places = _array(nodes, nx.forceatlas2_layout(whole, pos=guess, max_iter=200, seed=SEED))
    places -= places.mean(axis=0)
    away = np.hypot(*places.T)[:, None]
    places *= np.where(away > 0, away, 1.0) ** (COMPRESSED - 1)
    spread = places.std(axis=0)
    area = sum((sizes[node][0] + MARGIN[0]) * (sizes[node][1] + MARGIN[1]) for node in nodes)
    places *= SHAPE * math.sqrt(area) * AIR / np.where(spread > 0, spread, 1.0)
    places = _apart(places, np.array([sizes[node] for node in nodes]))
    places -= places[[nodes.index(node) for node in starts]].mean(axis=0)
    return {node: (float(round(x)), float(round(y))) for node, (x, y) in zip(nodes, places, strict=True)}


def _array(nodes: Sequence[str], found: Mapping[str, Any]) -> NDArray[np.float64]:
    return np.array([found[node] for node in nodes], dtype=float)


def _rings(graph: nx.Graph[str], starts: tuple[str, ...]) -> dict[str, Place]:
    """A first guess: each node on a ring by its distance from the starts, in the angle of its branch."""
    tree: dict[str, list[str]] = {node: [] for node in graph}
    seen = dict.fromkeys(starts)
    layer = list(starts)
    while layer:
        new = []
        for node in layer:
            for other in graph.neighbors(node):
                if other not in seen:
                    seen[other] = None
                    tree[node].append(other)
                    new.append(other)
        layer = new
    weight: dict[str, int] = {}
    for node in reversed(seen):
        weight[node] = max(1, sum(weight[child] for child in tree[node]))
    places: dict[str, Place] = {}
    filled = len(graph) > FORCED
    stack: list[tuple[list[str], float, float, int]] = [
        (list(starts), 0.0, 2 * math.pi, 0 if len(starts) == 1 else 1)
    ]
    while stack:
        children, angle, arc, ring = stack.pop()
        whole = sum(weight[child] for child in children)
        for number, child in enumerate(children):
            part = arc * weight[child] / whole
            far = ring - number * GOLDEN % 1 if filled and ring else ring
            places[child] = (far * math.cos(angle + part / 2), far * math.sin(angle + part / 2))
            if tree[child]:
                stack.append((tree[child], angle, part, ring + 1))
            angle += part
    return {node: places.get(node, (0.0, 0.0)) for node in graph}


def _apart(places: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pushes boxes apart, each pair along the axis where less is missing, until none overlaps.

    Boxes are taken in the order of x, so that each is measured against those near it only.
    """
    needed = sizes + MARGIN
    widest = needed[:, 0].max()
    for _ in range(ROUNDS):
        order = np.argsort(places[:, 0], kind="stable")
        push = np.zeros_like(places)
        for step in range(1, len(order)):
            left, right = order[:-step], order[step:]
            delta = places[right] - places[left]
            near = delta[:, 0] < widest
            if not near.any():
                break
            left, right, delta = left[near], right[near], delta[near]
            missing = (needed[left] + needed[right]) / 2 - np.abs(delta)
            over = (missing > 0).all(axis=1)
            if over.any():
                left, right, delta, missing = left[over], right[over], delta[over], missing[over]
                sideways = missing[:, 0] < missing[:, 1]
                share = np.where(delta < 0, -1.0, 1.0) * missing * 0.3
                share[sideways, 1] = 0.0
                share[~sideways, 0] = 0.0
                np.add.at(push, right, share)
                np.add.at(push, left, -share)
        if not push.any():
            break
        places = places + push
    return places
