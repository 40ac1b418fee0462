"""Which things of the graph a name means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kg.viz.cut import Graph

_OPEN = re.compile(r"[\[【（(［]\s*(\d{4})\s*[\]】）)］]")
_SPACE = re.compile(r"\s+")
# the words of a task or of a short form are not how somebody asks for a thing
_ASKED = ("Agency", "Person", "Document", "Post", "Gazette", "Service", "Field")


def find(graph: Graph, words: str) -> Mapping[str, list[str]]:
    """Names with the ids that bear them: the things of just that name, number or id; else whose name ends so; else
    whose name holds the words. More than one name: the words are ambiguous, the name most spoken of comes first.

    >>> find(graph, "教育局")  # doctest: +SKIP
    {'临澜市望溪区教育局': ['agency-4fd0…']}
    """
    wanted = _SPACE.sub("", _OPEN.sub(r"〔\1〕", words))
    if words in graph:
        return {graph.nodes[words]["name"]: [words]}
    if not wanted:
        return {}
    tests: list[Callable[[str], bool]] = [
        wanted.__eq__,
        lambda name: name.endswith(wanted),
        lambda name: wanted in name,
    ]
    for test in tests:
        found = [
            node
            for node, data in graph.nodes(data=True)
            if data["label"] in _ASKED
            and any(test(_SPACE.sub("", str(data.get(key, "")))) for key in ("name", "number"))
        ]
        if found:
            return _by_name(graph, found)
    return {}


def _by_name(graph: Graph, found: list[str]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for node in sorted(found):
        named.setdefault(graph.nodes[node]["name"], []).append(node)
    spoken = {name: sum(graph.degree(node) for node in nodes) for name, nodes in named.items()}
    return {name: named[name] for name in sorted(named, key=lambda name: (-spoken[name], name))}
