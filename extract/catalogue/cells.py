"""The rows of a table with a header: cells put under their titles, spilled and merged cells put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.catalogue.columns import Columns, columns
from kg.model import Section, Span

_NUMBER = re.compile(r"（?\d{1,5}）?[.、．]?|[一二三四五六七八九十百]{1,5}、?")


@dataclass(slots=True)
class Record:
    """A row under a header: the pieces of each cell, the span of the row; `single` a row of one cell, by its place."""

    columns: Columns
    cells: list[list[Span]]
    span: Span
    filled: int = 0
    single: Span | None = None
    below: list[Span] = field(default_factory=list)

    def pieces(self, column: int | None) -> tuple[Span, ...]:
        return tuple(self.cells[column]) if column is not None else ()


def header_of(words: str, table: Section) -> Columns | None:
    """The last header among the rows of a table."""
    found = (columns([words[cell.span.slice] for cell in row.children]) for row in reversed(table.children))
    return next((one for one in found if one), None)


def records(words: str, table: Section, header: Columns | None = None) -> Iterator[Record]:
    """The rows of a table below each of its headers; `header` is that of the table before, if this one goes on.

    A row without its number belongs to the row before (a cell that spilled over the line), unless it is full.
    """
    last: Record | None = None
    for row in table.children:
        spans = [cell.span for cell in row.children]
        found = columns([words[span.slice] for span in spans])
        if found:
            header = found
            continue
        if header is None:
            continue
        full = [span for span in spans if len(span)]
        if not full:
            continue
        if last and _joins(words, last, spans):
            _join(last, spans, row.span)
            continue
        cells = _aligned(words, header, spans)
        if last and _spills(words, header, cells) and last.columns.width == header.width:
            for kept, more in zip(last.cells, cells, strict=True):
                kept.extend(more)
            last.below.append(row.span)
            continue
        if last:
            yield last
        last = Record(header, cells, row.span, len(spans), full[0] if len(full) == 1 else None)
        if last.single and not _numbered(words, header, cells):
            yield last
            last = None
    if last:
        yield last


def _aligned(words: str, header: Columns, spans: list[Span]) -> list[list[Span]]:
    """Cells by column: a row that is short has lost its first cells, or, where its number is there, its last."""
    missing = header.width - len(spans)
    first = next(i for i, span in enumerate(spans) if len(span))
    numbered = header.serial is not None and first <= header.serial and _NUMBER.fullmatch(words[spans[first].slice])
    shift = header.serial - first if numbered and header.serial is not None else max(missing, 0)
    cells: list[list[Span]] = [[] for _ in range(header.width)]
    if missing > 0 and not numbered and header.serial is not None and sum(1 for span in spans if len(span)) == 1:
        cells[header.item].append(spans[first])  # it is the longest cells that spill
        return cells
    for i, span in enumerate(spans):
        if len(span) and i + shift < header.width:
            cells[i + shift].append(span)
    return cells


def _numbered(words: str, header: Columns, cells: list[list[Span]]) -> bool:
    if header.serial is None or not cells[header.serial]:
        return False
    return _NUMBER.fullmatch(words[cells[header.serial][0].slice]) is not None


def _spills(words: str, header: Columns, cells: list[list[Span]]) -> bool:
    """A row without a number of its own, in a table that numbers its rows, that lacks what a row has."""
    if header.serial is None or cells[header.serial] or header.whole is not None:
        return False
    wanted = [i for i in (header.item, header.agency, header.kind) if i is not None]
    return any(cells[i] for i in wanted) and not (len(wanted) > 1 and all(cells[i] for i in wanted))


def _joins(words: str, last: Record, spans: list[Span]) -> bool:
    """The line before broke off inside a cell, and this one has the rest of it."""
    width = last.columns.width
    if last.columns.serial != 0 or not 1 < last.filled < width or _NUMBER.fullmatch(words[spans[0].slice]):
        return False
    return last.filled + len(spans) - 1 == width


def _join(last: Record, spans: list[Span], row: Span) -> None:
    for i, span in enumerate(spans):
        if len(span):
            last.cells[last.filled - 1 + i].append(span)
    last.filled = last.columns.width
    last.below.append(row)
