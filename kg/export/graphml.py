"""GraphML, for Gephi, yEd and networkx."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from kg.elements import Edge, Node, Scalar
from kg.graph import Graph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
# what no XML 1.0 document may hold, escaped or not
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {bool: "boolean", int: "long", float: "double"}

type Keys = dict[tuple[str, str], str]


def write(graph: Graph, out: TextIO) -> None:
    """Keys are declared by what is there: a number is a double if any of its values has a fraction."""
    kinds: Keys = {}
    for node in graph.nodes():
        _note(kinds, "node", _of_node(node))
    for edge in graph.edges():
        _note(kinds, "edge", _of_edge(edge))
    out.write(_HEAD)
    keys: Keys = {}
    for place, (where, name) in enumerate(sorted(kinds)):
        keys[where, name] = f"d{place}"
        kind = kinds[where, name]
        out.write(f'<key id="d{place}" for="{where}" attr.name="{name}" attr.type="{kind}"/>\n')
    out.write('<graph id="gazette-kg" edgedefault="directed">\n')
    for node in graph.nodes():
        out.write(f"<node id={_quoted(node.id)}>{_data(keys, 'node', _of_node(node))}</node>\n")
    for edge in graph.edges():
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        out.write(f"<edge id={_quoted(edge.id)} {ends}>{_data(keys, 'edge', _of_edge(edge))}</edge>\n")
    out.write("</graph>\n</graphml>\n")


def _of_node(node: Node) -> Mapping[str, Scalar]:
    return {"label": node.label, "name": node.name, **node.properties}


def _of_edge(edge: Edge) -> Mapping[str, Scalar]:
    return {"label": edge.label, **edge.properties}


def _note(kinds: Keys, where: str, properties: Mapping[str, Scalar]) -> None:
    for name, value in properties.items():
        kind = _TYPES.get(type(value), "string")
        before = kinds.setdefault((where, name), kind)
        if before != kind:
            kinds[where, name] = "double" if {before, kind} == {"long", "double"} else "string"


def _data(keys: Keys, where: str, properties: Mapping[str, Scalar]) -> str:
    return "".join(
        f'<data key="{keys[where, name]}">{escape(_legal(_plain(value)))}</data>'
        for name, value in sorted(properties.items())
    )


def _plain(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _legal(words: str) -> str:
    # a carriage return would be read back as a line feed
    return _ILLEGAL.sub("\ufffd", words)


def _quoted(words: str) -> str:
    return quoteattr(_legal(words))
