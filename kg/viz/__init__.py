"""Pictures of a part of the graph: what lies around one thing, as a page that needs no network, or as SVG.

    ids = find(graph, "望溪区水务局")["临澜市望溪区水务局"]
    Path("page.html").write_text(page(draw(graph, *ids)), encoding="utf-8")

`graph` is a `networkx.MultiDiGraph` as `open_graph(…).to_networkx()` gives it.
"""

from __future__ import annotations

from kg.viz.find import find
from kg.viz.page import page
from kg.viz.picture import Picture, draw
from kg.viz.svg import svg

__all__ = ["Picture", "draw", "find", "page", "svg"]
