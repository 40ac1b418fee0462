"""The picture as SVG: for a page of text, where no script runs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kg.viz.picture import Box, Line, Picture
from kg.viz.shape import FONT, LEADING, look

BEND = 38.0
EDGE = 18.0
FONTS = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"


def svg(picture: Picture) -> str:
    """UTF-8 text of an SVG 1.1 file, the same for the same picture."""
    left = min(box.x - box.width / 2 for box in picture.boxes) - EDGE
    top = min(box.y - box.height / 2 for box in picture.boxes) - EDGE
    width = max(box.x + box.width / 2 for box in picture.boxes) + EDGE - left
    height = max(box.y + box.height / 2 for box in picture.boxes) + EDGE - top
    legend = LEADING + EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height + legend:g}" '
        f'width="{width:g}" height="{height + legend:g}" font-family="{FONTS}" text-anchor="middle">',
        f"<title>{escape(picture.title)}</title>",
        '<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0 8 4 0 8z" fill="#8a8f98"/></marker></defs>',
        f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height + legend:g}" fill="#fff"/>',
    ]
    by_id = {box.id: box for box in picture.boxes}
    drawn = [(line, _curve(by_id[line.source], by_id[line.target], line.bent)) for line in picture.lines]
    parts += [_stroke(line, path) for line, (path, _) in drawn]
    parts += [_caption(line.text, *middle) for line, (_, middle) in drawn if line.text]
    parts += [_box(box) for box in picture.boxes]
    parts += _legend(picture, left + EDGE, top + height + LEADING / 2)
    return "\n".join([*parts, "</svg>", ""])


def _curve(source: Box, target: Box, bent: bool) -> tuple[str, tuple[float, float]]:
    """A path from border to border, and where its words go."""
    if source is target:
        x, y = source.x + source.width / 2, source.y
        return f"M{x:g} {y - 6:g}C{x + 40:g} {y - 30:g} {x + 40:g} {y + 30:g} {x:g} {y + 6:g}", (x + 34, y)
    dx, dy = target.x - source.x, target.y - source.y
    length = math.hypot(dx, dy) or 1.0
    aside = BEND if bent else 0.0
    bend = (source.x + dx / 2 - dy / length * aside, source.y + dy / 2 + dx / length * aside)
    begin, end = _border(source, bend), _border(target, bend)
    if not bent:
        middle = (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2
        return f"M{begin[0]:.1f} {begin[1]:.1f}L{end[0]:.1f} {end[1]:.1f}", middle
    path = f"M{begin[0]:.1f} {begin[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    return path, (begin[0] / 4 + bend[0] / 2 + end[0] / 4, begin[1] / 4 + bend[1] / 2 + end[1] / 4)


def _border(box: Box, toward: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the middle of a box leaves it."""
    dx, dy = toward[0] - box.x, toward[1] - box.y
    part = min(box.width / 2 / abs(dx) if dx else math.inf, box.height / 2 / abs(dy) if dy else math.inf)
    return (box.x + dx * part, box.y + dy * part) if part < math.inf else (box.x, box.y)


def _stroke(line: Line, path: str) -> str:
    arrow = ' marker-end="url(#a)"' if line.text else ' stroke-dasharray="3 4"'
    told = f"<title>{escape(chr(10).join(line.rows))}</title>" if line.rows else ""
    return f'<path d="{path}" fill="none" stroke="#8a8f98"{arrow}>{told}</path>'


def _caption(text: str, x: float, y: float) -> str:
    return (
        f'<text x="{x:.1f}" y="{y + 4:.1f}" font-size="11" fill="#4a4f57" stroke="#fff" stroke-width="3" '
        f'paint-order="stroke">{escape(text)}</text>'
    )


def _box(box: Box) -> str:
    shown = look(box.label)
    rect = (
        f'<rect x="{box.x - box.width / 2:.1f}" y="{box.y - box.height / 2:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="7" fill="{shown.fill}" stroke="{shown.border}" '
        f'stroke-width="{3 if box.start else 1.2}"/>'
    )
    first = box.y - (len(box.lines) - 1) * LEADING / 2 + FONT * 0.36
    rows = "".join(
        f'<tspan x="{box.x:.1f}" y="{first + i * LEADING:.1f}">{escape(row)}</tspan>'
        for i, row in enumerate(box.lines)
    )
    weight = ' font-weight="bold"' if box.start else ""
    name = escape("\n".join((box.name, *box.rows)))
    return f'<g><title>{name}</title>{rect}<text font-size="{FONT}" fill="#1d2127"{weight}>{rows}</text></g>'


def _legend(picture: Picture, x: float, y: float) -> Iterator[str]:
    for label, kind in picture.kinds().items():
        shown = look(label)
        yield f'<rect x="{x:g}" y="{y - 7:g}" width="14" height="14" rx="3" fill={quoteattr(shown.fill)} stroke={quoteattr(shown.border)}/>'
        yield f'<text x="{x + 20:g}" y="{y + 4:g}" font-size="12" fill="#1d2127" text-anchor="start">{escape(kind)}</text>'
        x += 20 + 12 * len(kind) + 20
