"""Tables that kept the edges of their cells and lost the breaks between their rows.

The last cell of a row and the first of the next are one piece then: 姓名 | 职务 | 备注侯某 | 区商务局局长 | 副组长易某 | …. The header
tells how many cells a row has; what the first and the last column hold tells where the piece parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.head.page import EDGE, Page
from extract.lexicon import either, table
from extract.mentions.agency import agency_list
from extract.mentions.person import is_name
from extract.titles import role_of
from extract.tree.columns import is_title
from extract.tree.run_on import run_on
from extract.tree.spread import Cells, Spread, spread
from extract.tree.upright import upright
from kg.model import Gap, Span

_COLUMNS, _TITLE, _CELL = 12, 12, 200
_LIMIT = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末中上下]旬?)?(?:之?前)?|长期|(?:19|20)\d\d年(?:底前?)?")
_ROLES = table("rosters")["roles"]
_ROLE = re.compile(rf"(?:{either(_ROLES['rank'])}){{0,3}}(?:{either(_ROLES['strong'])})$")
_SIGN = re.compile("[。；]")


def tables(page: Page, span: Span) -> Iterator[Spread]:
    """The tables of a range whose edges or row breaks are lost, in order."""
    at = span.start
    for one in spread(page, span):
        yield from _between(page, Span(at, one.span.start))
        yield one
        at = one.span.end
    yield from _between(page, Span(at, span.end))


def _between(page: Page, span: Span) -> Iterator[Spread]:
    """Those that kept no edges at all, and between them those that kept some."""
    at = span.start
    for one in sorted([*run_on(page, span), *upright(page, span)], key=lambda one: one.span):
        if one.span.start < at:
            continue
        yield from _glued(page, Span(at, one.span.start))
        yield one
        at = one.span.end
    yield from _glued(page, Span(at, span.end))


def _glued(page: Page, span: Span) -> Iterator[Spread]:
    edges = [hit.start() for hit in EDGE.finditer(page.gaps, span.start + 1, span.end)]
    pieces = [Span(a, b) for a, b in pairwise([span.start, *edges, span.end])]
    i = 0
    while i < len(pieces) - 1:
        header = _header(page, pieces[i : i + _COLUMNS])
        rows = list(_rows(page, header, pieces[i + len(header) :])) if header else []
        if not rows or any(_is_titled(page.words[cell.slice]) for cell in rows[0]):
            i += 1
            continue
        yield Spread(Span(header[0].start, rows[-1][-1].end), (header, *rows))
        i += (len(header) - 1) * (len(rows) + 1)


def _header(page: Page, pieces: list[Span]) -> Cells:
    """The titles of a table, the last with a cell of the first row glued to it; none where the pieces are no header."""
    words = page.words
    first = next((at for at in range(max(pieces[0].start, pieces[0].end - _TITLE), pieces[0].end - 1) if is_title(words[at : pieces[0].end])), None)
    if first is None:
        return ()
    cells = [Span(first, pieces[0].end)]
    for piece in pieces[1:]:
        if page.gaps[piece.start] != Gap.CELL:
            return ()
        if is_title(words[piece.slice]):
            cells.append(piece)
            continue
        ends = range(min(piece.end - 1, piece.start + _TITLE), piece.start + 1, -1)
        end = next((at for at in ends if is_title(words[piece.start : at])), None)
        return (*cells, Span(piece.start, end)) if end else ()
    return ()


def _is_titled(cell: str) -> bool:
    """A cell that is a title itself, so that what stands before it is but a part of one: 起草单位 | 起草单位送审时间 | …审议时间."""
    return any(is_title(cell[-n:]) for n in range(2, 5))


def _rows(page: Page, header: Cells, pieces: list[Span]) -> Iterator[Cells]:
    """The rows; `pieces` are those behind the header's last title."""
    words, width = page.words, len(header)
    titles = [words[cell.slice] for cell in header]
    start = header[-1].end
    end = next((piece.start for piece in pieces if page.gaps[piece.start] != Gap.CELL), pieces[-1].end if pieces else start)
    inner = [piece for piece in pieces if piece.start < end]
    while len(inner) >= width - 1:
        row, inner = inner[: width - 1], inner[width - 1 :]
        last = row[-1]
        stop = _parts(words, last, titles, words[start : row[0].start]) if len(inner) >= width - 1 else last.end
        if stop is None or (not inner and _SIGN.search(words, last.start, stop)) or len(last) > _CELL:
            return
        yield (Span(start, row[0].start), *row[:-1], Span(last.start, stop))
        start = stop


def _parts(words: str, piece: Span, titles: list[str], first: str) -> int | None:
    """Where the last cell of a row ends and the first of the next begins; `first` the first cell of this one."""
    if _ROLE.match(first):
        return next((at for at in range(piece.start + 1, piece.end) if _ROLE.match(words, at, piece.end)), None)
    if titles[0] == "姓名":
        cuts = [piece.end - n for n in (4, 3, 2) if len(piece) > n and is_name(words[piece.end - n : piece.end])]
        return next((at for at in cuts if _ROLE.match(words, piece.start, at)), next(iter(cuts), None))  # 成员|张勇, not 成|员张勇
    if role_of(titles[-1]):
        ends = range(piece.end - 2, piece.start + 1, -1)
        return next((at for at in ends if words[at] not in "、，和及（" and agency_list(words, Span(piece.start, at))), None)
    limit = _LIMIT.match(words, piece.start, piece.end - 1)
    return limit.end() if limit else None
