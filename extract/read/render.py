"""An element of a web page as text, as a browser would show it: paragraphs on lines, cells by tabs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from extract.read.flow import blocks, cell, line, table, whole

# elements that begin and end a line; all others run on in it
_BLOCKS = """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"""
_UNSEEN = "script style noscript template head iframe svg select button textarea object audio video map"
BLOCKS, UNSEEN = frozenset(_BLOCKS.split()), frozenset(_UNSEEN.split())
_COLUMNS = 200  # what merged cells may make of a row
_LONG = 1200  # a cell that holds more is part of a layout, not of a table


def render(element: HtmlElement) -> str:
    """The text of an element."""
    return blocks(_lines(element))


def _lines(element: HtmlElement) -> Iterator[str]:
    """The lines of an element; "" stands for the space that a heading keeps."""
    if element.tag == "table" and is_data(element):
        yield table(grid(element))
        return
    if element.tag == "pre":
        yield element.text_content()
        return
    running = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            if child.tag == "br":
                yield line("".join(running))
                running = []
            elif child.tag in BLOCKS or _breaks(child):
                yield line("".join(running))
                running = []
                yield from _lines(child)
            else:
                running.append(_inline(child))
        running.append(child.tail or "")
    yield line("".join(running))


def _breaks(element: HtmlElement) -> bool:
    """An inline element that holds blocks (<font><p>…) is one."""
    return any(
        isinstance(one.tag, str) and (one.tag in BLOCKS or one.tag == "br")
        for one in element.iterdescendants()
    )


def _inline(element: HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def is_data(element: HtmlElement) -> bool:
    """A table of rows and cells, not one that lays out a page."""
    rows = list(element.iter("tr"))
    if any(True for _ in element.iterdescendants("table")) or not rows:
        return False
    cells = [one for row in rows for one in row if one.tag in ("td", "th")]
    return len(cells) > len(rows) and all(len(one.text_content()) <= _LONG for one in cells)


def grid(element: HtmlElement) -> list[list[str]]:
    """The cells of a table, each in its column; what a merged cell covers beside its first place is empty."""
    rows: list[list[str]] = []
    below: dict[int, int] = {}  # column: rows that a cell above still covers
    for row in element.iter("tr"):
        cells: list[str] = []
        for one in row:
            if one.tag not in ("td", "th"):
                continue
            while len(cells) < _COLUMNS and below.get(len(cells), 0) > 0:
                below[len(cells)] -= 1
                cells.append("")
            wide, high = _span(one, "colspan"), _span(one, "rowspan")
            for n in range(max(1, min(wide, _COLUMNS - len(cells)))):
                below[len(cells)] = high - 1
                cells.append("" if n else cell(_lines(one)))
        while len(cells) < _COLUMNS and below.get(len(cells), 0) > 0:
            below[len(cells)] -= 1
            cells.append("")
        rows.append(cells)
    return rows


def _span(element: HtmlElement, name: str) -> int:
    return max(1, min(whole((element.get(name) or "").strip(), 1), 100))
