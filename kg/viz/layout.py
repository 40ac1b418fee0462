"""Where each box stands: forces first (networkx), then boxes that lie on each other are moved apart.

Computed here and not in the browser: the same picture each time, at once, and up to two thousand boxes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

type Place = tuple[float, float]
type Sizes = Mapping[str, tuple[float, float]]

SEED = 7
MARGIN = np.array([44.0, 40.0])
ROUNDS = 300
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
    found = nx.forceatlas2_layout(
        whole, pos=_rings(whole, starts), max_iter=200, scaling_ratio=2.0, strong_gravity=False, seed=SEED
    )
    places: NDArray[np.float64] = np.array([found[node] for node in nodes], dtype=float)
    places -= places.mean(axis=0)
    away = np.hypot(*places.T)[:, None]
    places *= np.where(away > 0, away, 1.0) ** (COMPRESSED - 1)
    spread = places.std(axis=0)
    area = sum((sizes[node][0] + MARGIN[0]) * (sizes[node][1] + MARGIN[1]) for node in nodes)
    places *= SHAPE * math.sqrt(area) * AIR / np.where(spread > 0, spread, 1.0)
    places = _apart(places, np.array([sizes[node] for node in nodes]))
    places -= places[[nodes.index(node) for node in starts]].mean(axis=0)
    return {node: (float(round(x)), float(round(y))) for node, (x, y) in zip(nodes, places, strict=True)}


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
    stack: list[tuple[list[str], float, float, int]] = [
        (list(starts), 0.0, 2 * math.pi, 0 if len(starts) == 1 else 1)
    ]
    while stack:
        children, angle, arc, ring = stack.pop()
        whole = sum(weight[child] for child in children)
        for child in children:
            part = arc * weight[child] / whole
            places[child] = (ring * math.cos(angle + part / 2), ring * math.sin(angle + part / 2))
            if tree[child]:
                stack.append((tree[child], angle, part, ring + 1))
            angle += part
    return {node: places.get(node, (0.0, 0.0)) for node in graph}


def _apart(places: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pushes boxes apart, each pair along the axis where less is missing, until none overlaps."""
    half = (sizes[:, None, :] + sizes[None, :, :]) / 2 + MARGIN
    for _ in range(ROUNDS):
        delta = places[:, None, :] - places[None, :, :]
        missing = half - np.abs(delta)
        over = (missing > 0).all(axis=2)
        np.fill_diagonal(over, False)
        if not over.any():
            break
        narrow = missing[..., 0] < missing[..., 1]
        sign = np.where(delta >= 0, 1.0, -1.0)
        # two boxes in one place: the earlier one goes left
        tie = np.triu(np.ones(len(places)), 1)[..., None]
        sign = np.where(delta == 0, np.where(tie > 0, -1.0, 1.0), sign)
        push = missing * sign * 0.25
        push[..., 0] *= over & narrow
        push[..., 1] *= over & ~narrow
        places = places + push.sum(axis=1)
    return places
