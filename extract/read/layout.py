"""A page of a PDF by where things stand on it: lines, ruled tables, running heads; lines back into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pdfplumber.page import Page
from pdfplumber.table import Table

from extract.read.flow import cell, table

_MARGIN = 0.09  # of the height of a page: where running heads and page numbers stand
# in shares of the size of a character: from here a space is a space, and is wide
_SPACE, _WIDE = 0.5, 0.9

type Word = dict[str, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line, where it stands and how large its letters are, in points; `left` and `right` bound the text of its page.

    `head` says that it stands in the margin above or below, `small` that it is in smaller letters than most.
    """

    text: str
    page: int
    x0: float
    x1: float
    top: float
    size: float
    left: float
    right: float
    head: bool
    small: bool

    @property
    def key(self) -> tuple[str, int]:
        """What a running head has in common from page to page: its words without numbers, and its height."""
        return re.sub(r"[\s\d\W]", "", self.text), round(self.top / 4)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table with lines around its cells, as rows of tabs."""

    text: str
    page: int
    top: float


type Item = Line | Ruled


def page_items(page: Page, number: int) -> list[Item]:
    """The lines and tables of a page, from top to bottom."""
    tables = [
        one
        for one in (page.find_tables() if page.lines or page.rects or page.curves else ())
        if _is_table(one)
    ]
    boxes = [one.bbox for one in tables]

    def outside(word: Word) -> bool:
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        return not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)

    words = page.extract_words(x_tolerance_ratio=_SPACE, keep_blank_chars=False, extra_attrs=["size"])
    rows = list(_rows([word for word in words if outside(word)]))
    left = min((row[0]["x0"] for row in rows), default=0.0)
    right = max((row[-1]["x1"] for row in rows), default=0.0)
    if right - left < page.width * 0.6:  # a title page: nothing there fills a line
        left, right = 0.0, float(page.width)
    usual = median([word["size"] for row in rows for word in row] or [0.0])
    items: list[Item] = [Ruled(table(_cells(one)), number, one.bbox[1]) for one in tables]
    for row in rows:
        top, size = row[0]["top"], max(word["size"] for word in row)
        head = not _MARGIN < top / float(page.height) < 1 - _MARGIN
        place = (row[0]["x0"], row[-1]["x1"], top, size, left, right)
        items.append(Line(_text(row), number, *place, head, size < 0.8 * usual))
    return sorted(items, key=lambda one: one.top)


def without_heads(items: Sequence[Item]) -> Iterator[Item]:
    """All but the running heads and page numbers in the margins.

    They are in smaller letters, or nothing but a number, or stand at the same height on two pages and more.
    """
    often = Counter(one.key for one in items if isinstance(one, Line) and one.head)
    for one in items:
        if isinstance(one, Ruled) or not one.head or not (one.small or not one.key[0] or often[one.key] > 1):
            yield one


def flow(items: Sequence[Item]) -> str:
    """The text: lines that run on make one paragraph, also over a page; else a page ends with a form feed.

    A line that is indented as the first of a paragraph stands behind an empty one.
    """
    parts: list[str] = []
    last: Item | None = None
    for one in items:
        if isinstance(last, Line) and isinstance(one, Line) and _runs_on(last, one):
            parts.append(one.text)
        else:
            parts += ["" if last is None else _parted(last, one), one.text]
        last = one
    return "".join(parts)


def _parted(last: Item, one: Item) -> str:
    indented = isinstance(one, Line) and 1.4 * one.size < one.x0 - one.left < 2.6 * one.size
    return ("\n" if last.page == one.page else "\f") + ("\n" if indented else "")


def _runs_on(last: Line, line: Line) -> bool:
    """A line that fills the page runs on in the next, unless that one is indented, larger, or further below."""
    full = last.x1 > last.right - 1.6 * last.size and last.x0 < last.left + 2.6 * last.size
    flush = line.x0 < line.left + 0.8 * line.size
    near = line.page != last.page or line.top - last.top < 2.6 * max(last.size, line.size)
    return full and flush and near and abs(last.size - line.size) < 1.0


def _is_table(one: Table) -> bool:
    """A table has two columns and more; one ruled box, or a stack of them, is a frame around text."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in one.rows)


def _cells(one: Table) -> Iterator[list[str]]:
    for row in one.extract(x_tolerance_ratio=_SPACE):
        yield [cell([(text or "").replace("\n", " ")]) for text in row]


def _rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    """What stands at one height, from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_middle):
        if rows and _middle(word) - _middle(rows[-1][0]) < word["size"] / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    yield from (sorted(row, key=lambda word: word["x0"]) for row in rows)


def _middle(word: Word) -> float:
    return (word["top"] + word["bottom"]) / 2


def _text(row: Sequence[Word]) -> str:
    """The words of a line, with the spaces that the page shows between them."""
    text, end = str(row[0]["text"]), row[0]["x1"]
    for word in row[1:]:
        gap = (word["x0"] - end) / max(word["size"], 1.0)
        text += ("  " if gap > _WIDE else " " if gap > _SPACE / 2 else "") + str(word["text"])
        end = max(end, word["x1"])
    return text
