"""Rows of cells: lines with tabs or `|`, empty cells kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extract.head.page import Page
from kg.model import Gap, Section, Span, Text

type Separators = Callable[[int], tuple[int, int]]
"""For an offset: how many cell marks stand before it on its own line, and how many at the end of the line before."""


_MARK = re.compile(r"[\t|｜│┃]")


def marks_of(text: Text, span: Span) -> Separators:
    """The cell marks that the words of a notice have lost, so that its empty cells are known."""

    def count(at: int) -> tuple[int, int]:
        i = span.start + at
        begin = text.at[i - 1] + 1 if i else 0
        lost = text.raw[begin : text.at[i] if i < len(text.at) else len(text.raw)]
        lines = lost.split("\n")
        return len(_MARK.findall(lines[-1])), len(_MARK.findall(lines[0])) if len(lines) > 1 else 0

    return count


def is_row(page: Page, line: Span) -> bool:
    """Whether a line has a cell mark inside."""
    return Gap.CELL in page.gaps[line.start + 1 : line.end]


def goes_on(page: Page, line: Span, marks: Separators) -> bool:
    """Whether a line right below a row is one too though but one of its cells is filled: `\t灵活就业的补贴\t\t`."""
    if page.gaps[line.start] != Gap.LINE:
        return False
    after = marks(line.end)[1] if line.end < len(page) else 0
    return after > 0 or marks(line.start)[0] > 1


def table(page: Page, lines: list[Span], marks: Separators) -> Section:
    """The table of consecutive lines."""
    rows = tuple(_row(page, line, marks) for line in lines)
    return Section("table", Span(lines[0].start, lines[-1].end), rows)


def _row(page: Page, line: Span, marks: Separators) -> Section:
    cells = tuple(Section("cell", span) for span in _cells(page, line, marks))
    return Section("row", line, cells)


def _cells(page: Page, line: Span, marks: Separators) -> Iterator[Span]:
    leading = marks(line.start)[0]
    for _ in range(leading):
        yield Span(line.start, line.start)
    start = line.start
    for at in range(line.start + 1, line.end):
        if page.gaps[at] != Gap.CELL:
            continue
        yield Span(start, at)
        for _ in range(max(0, marks(at)[0] - 1)):
            yield Span(at, at)
        start = at
    yield Span(start, line.end)
    if line.end < len(page):
        for _ in range(marks(line.end)[1]):
            yield Span(line.end, line.end)
