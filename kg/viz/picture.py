"""A part of the graph, ready to be drawn: boxes with their places, lines with the words that say so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.viz.cut import Cut, Graph, Stated, cut, stated
from kg.viz.layout import layout
from kg.viz.shape import room, wrapped
from kg.viz.words import words

MOST = 2000
MORE = "More"  # the label of a mark that something was left out
# what the picture itself shows, or what only a program wants
_SILENT = {
    "label",
    "name",
    "title",
    "fact",
    "notice",
    "document",
    "source",
    "start",
    "end",
    "quote",
    "confidence",
    "id",
}
_QUOTES = 8
_ISSUER = re.compile(r"^[^《（]{2,40}?(?=(?:关于|印发|转发|批转)..)")


@dataclass(frozen=True, slots=True)
class Box:
    """`label` is the class of the thing, `kind` what it is called in the picture's language; `rows` what is known of it.

    A box of class `More` stands for neighbours that were left out.
    """

    id: str
    label: str
    kind: str
    name: str
    lines: tuple[str, ...]
    rows: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    start: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """All edges from one box to another; `text` says what they are, `rows` where it is written.

    `bent` where another line goes the other way.
    """

    source: str
    target: str
    text: str
    rows: tuple[str, ...]
    bent: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """`title` names what it is about; `left_out` counts what the limit kept out."""

    title: str
    language: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int

    def kinds(self) -> Mapping[str, str]:
        """The classes shown, with what they are called."""
        return {box.label: box.kind for box in self.things}

    @property
    def things(self) -> Sequence[Box]:
        """The boxes of nodes, without the marks that more was left out."""
        return [box for box in self.boxes if box.label != MORE]


def draw(graph: Graph, *starts: str, depth: int = 1, limit: int = 60, language: str = "zh") -> Picture:
    """What lies within `depth` steps of the things of these ids, at most `limit` of them (and never above `MOST`)."""
    called = words(language)
    part = cut(graph, starts, depth, min(limit, MOST))
    starts = part.starts
    inside = set(part.ids)
    lines = list(_lines(graph, inside, called))
    more = dict(_more(part, called))
    shapes = {node: wrapped(_short(graph.nodes[node])) for node in part.ids} | {
        node: (text,) for node, (_, text) in more.items()
    }
    sizes = {node: room(shape) for node, shape in shapes.items()}
    lines += [Line(whose, node, "", ()) for node, (whose, _) in more.items()]
    lines += _loose(stated(graph, starts), lines, inside)
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(sizes)
    ties.add_edges_from((line.source, line.target) for line in lines if line.source != line.target)
    places = layout(ties, starts, sizes)

    def box(node: str, label: str, name: str, rows: tuple[str, ...]) -> Box:
        kind = called.get(label, label)
        return Box(node, label, kind, name, shapes[node], rows, *places[node], *sizes[node], node in starts)

    boxes = [
        box(node, data["label"], data["name"], _known(data, called))
        for node, data in ((node, graph.nodes[node]) for node in part.ids)
    ]
    boxes += [box(node, MORE, text, ()) for node, (_, text) in more.items()]
    return Picture(graph.nodes[starts[0]]["name"], language, tuple(boxes), tuple(lines), part.left_out)


def _lines(graph: Graph, inside: set[str], called: Mapping[str, str]) -> Iterator[Line]:
    bundles: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for source, target, data in graph.edges(data=True):
        if source in inside and target in inside:
            bundles[source, target].append(data)
    for source, target in sorted(bundles):
        edges = sorted(bundles[source, target], key=_when)
        labels = Counter(data["label"] for data in edges)
        text = "、".join(
            called.get(label, label) + (f" ×{count}" if count > 1 else "")
            for label, count in sorted(labels.items())
        )
        rows = [row for data in edges[:_QUOTES] for row in _said(data)] + ["…"] * (len(edges) > _QUOTES)
        names = f"{graph.nodes[source]['name']} → {graph.nodes[target]['name']}"
        yield Line(source, target, text, (f"{text}：{names}", *rows), bent=(target, source) in bundles)


def _loose(told: Mapping[str, Stated], lines: list[Line], inside: set[str]) -> Iterator[Line]:
    """A dashed line from a notice to what it states where no other line leads there."""
    joined: nx.utils.UnionFind[str] = nx.utils.UnionFind(inside)
    for line in lines:
        joined.union(line.source, line.target)
    for notice, kinds in told.items():
        for node in dict.fromkeys(one for ends in kinds.values() for one in ends if one in inside):
            if joined[node] != joined[notice]:
                joined.union(node, notice)
                yield Line(notice, node, "", ())


def _when(data: Mapping[str, Any]) -> tuple[str, str, int, str]:
    return (
        str(data.get("date", "")),
        str(data.get("document", "")),
        int(data.get("start", 0)),
        str(data.get("fact", "")),
    )


def _said(data: Mapping[str, Any]) -> Iterator[str]:
    """What an edge carries, then the words that say so and where they stand."""
    carried = [str(value) for key, value in sorted(data.items()) if key not in _SILENT]
    if carried:
        yield " · ".join(carried)
    if quote := data.get("quote"):
        yield f"“{' '.join(str(quote).split())}” —— {data.get('document', '')}"


def _short(data: Mapping[str, Any]) -> str:
    """The name; of a document without its issuer, who has a box of its own."""
    name = str(data["name"])
    return _ISSUER.sub("", name) if data["label"] == "Document" else name


def _known(data: Mapping[str, Any], called: Mapping[str, str]) -> tuple[str, ...]:
    kind = called.get(str(data.get("kind", "")), data.get("kind"))
    rest = [str(value) for key, value in sorted(data.items()) if key not in _SILENT | {"kind"}]
    return tuple(str(row) for row in (kind, *rest) if row)


def _more(part: Cut, called: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for node, kinds in part.more.items():
        text = "、".join(f"{called.get(label, label)} +{count}" for label, count in kinds.items())
        yield f"more-{node}", (node, text)
