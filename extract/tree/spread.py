"""Tables that lost their edges: each cell on a line of its own, cells parted by wide spaces, or rows run into one line.

Known by a header that begins with 序号 and holds titles of columns that such tables have, and by rows that count up from one.
A header that is printed again, after a page break, is a row of the table as it is elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from extract.head.page import Page
from extract.titles import role_of
from extract.tree.columns import is_known_title, is_title
from kg.model import Gap, Span

_SERIAL = re.compile("序号|编号|序")
_BRACKETS = re.compile(r"（.*?）")
_AFTER = re.compile(r"附[件表]|[备附]?注：|说明：")  # what follows a table
_PART = re.compile(r"（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|第[一二三四五六七八九十]{1,3}[章条部]")
_BODY = re.compile(r"[^。；：]{2,80}(?:[局委办厅部院会处科室队站所]|中心|公司|集团|政府|指挥部|街道|[乡镇])等?")  # or a list of them
_ON = re.compile(r"（续[^（）]{0,6}）|续表")  # over the header on the next page
_POINT = re.compile(r"（\d{1,2}）|\d{1,2}[.．、](?!\d)|[①-⑳]")  # of a list in a cell
_NUMBER = re.compile(r"[1-9]\d{0,2}(?!\d)")  # of a row
_GROUP = re.compile(r"[一二三四五六七八九十]{1,3}")  # the number of a row that names a group of rows: 二 | 排水工程
_TITLE, _COLUMNS, _ROW, _SPILL, _HEADING = 16, 16, 1500, 200, 60
_INSIDE = 3  # spaces inside the cells of the last row, where its line goes on behind it

type Cells = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A table: its rows, headers among them, each as the spans of its cells; they fill `span`."""

    span: Span
    rows: tuple[Cells, ...]


def spread(page: Page, span: Span) -> Iterator[Spread]:
    """The tables of a range whose edges are lost, in order."""
    at = span.start
    while hit := _SERIAL.search(page.words, at, span.end):
        at = hit.end()
        header, edge = _header(page, hit.start(), span.end)
        rows = list(_Rows(page, header, edge, span.end).read()) if header else []
        if rows:
            at = rows[-1][-1].end
            yield Spread(Span(hit.start(), at), (header, *rows))


def begins(page: Page, at: int, end: int) -> bool:
    """Whether the header of such a table stands at a place."""
    return _SERIAL.match(page.words, at, end) is not None and bool(_header(page, at, end)[0])


def _header(page: Page, at: int, end: int) -> tuple[Cells, Gap]:
    """The cells of a header and the white space between them; none where words are no header, or the edges are there."""
    gaps, words = page.gaps, page.words
    first = next((i for i in range(at + 1, min(at + 4, end)) if gaps[i]), 0)
    edge = Gap.NONE if not first else Gap.LINE if gaps[first] >= Gap.LINE else Gap(gaps[first])
    if edge < Gap.SPACE or (edge < Gap.WIDE and at and not gaps[at]):
        return (), edge
    cells = [Span(at, first)]
    while len(cells) < _COLUMNS and not (words[cells[-1].end].isdigit() or _group_at(page, cells[-1].end, edge)):
        start = cells[-1].end
        stop = next((i for i in range(start + 1, min(start + _TITLE + 1, end)) if gaps[i] >= edge or _glued(page, i, edge)), 0)
        if not stop:
            break
        cells.append(Span(start, stop))
        if edge != Gap.LINE and (gaps[stop] >= Gap.LINE or not gaps[stop]):
            break
    cells = _spaced(cells) if edge == Gap.SPACE else cells
    titles = [_BRACKETS.sub("", words[cell.slice]) for cell in cells[1:]]
    known = is_known_title if any(role_of(title) for title in titles) else is_title
    named = sum(map(known, titles))
    sure = named == len(titles) and any(map(role_of, titles))
    fewest = 2 if edge > Gap.SPACE or sure else 3 if gaps[at] >= Gap.LINE else 4
    first_row = _first_number(page, cells[-1].end, edge, sure=named >= len(titles) - 1 and any(map(role_of, titles)) and edge == Gap.LINE)
    right = named >= fewest and (first_row > 0 or _group_at(page, cells[-1].end, edge) is not None)
    whole = edge == Gap.CELL and gaps[cells[-1].end] >= Gap.LINE  # a row as it should be
    return (tuple(cells), edge) if right and not whole else ((), edge)


def _spaced(cells: Sequence[Span]) -> list[Span]:
    """The cells of a header whose titles are printed with blanks between their characters: 工 作 任 务."""
    found = [cells[0]]
    for before, cell in pairwise(cells):
        if len(before) == len(cell) == 1:
            found[-1] = Span(found[-1].start, cell.end)
        else:
            found.append(cell)
    return found


def _first_number(page: Page, at: int, edge: Gap, *, sure: bool) -> int:
    """The number of the row that begins at a place: one, or in a piece of a longer table (`sure`) any that stands in a cell of its own; else 0."""
    found = _NUMBER.match(page.words, at)
    if not found:
        return 0
    apart = found.end() < len(page) and page.gaps[at] >= edge and page.gaps[found.end()] >= edge
    return int(found[0]) if sure and apart else int(page.words.startswith("1", at))


def _group_at(page: Page, at: int, edge: Gap) -> int | None:
    """Where the number of a group of rows ends that begins a line here."""
    found = _GROUP.match(page.words, at) if page.gaps[at] >= Gap.LINE else None
    gap = page.gaps[found.end()] if found and found.end() < len(page) else Gap.NONE
    bare = found and (gap >= Gap.LINE if edge == Gap.LINE else edge <= gap < Gap.LINE)
    return found.end() if found and bare else _headed(page, at) if edge == Gap.LINE else None


def _headed(page: Page, at: int) -> int | None:
    """Where the number of a heading ends that is a line here, if the number of a row stands on the line behind it or behind more headings.

    `二、扩大投资` / `三、改善民生` / `68` / `新建公厕12座` in an extract of a longer table.
    """
    found, line = _PART.match(page.words, at) if page.gaps[at] >= Gap.LINE else None, at
    for _ in range(_COLUMNS):
        if not _PART.match(page.words, line):
            break
        end = page.line_end(line)
        if end - line > _HEADING or page.words[end - 1] in "。；：":
            return None
        line = end
    number = line < len(page) and _NUMBER.fullmatch(page.words, line, page.line_end(line))
    return found.end() if found and number else None


def _glued(page: Page, at: int, edge: Gap) -> bool:
    """The number of the first row behind the last title, where the line break between them is lost."""
    return page.words[at] == "1" and at + 1 < len(page) and edge <= page.gaps[at + 1] < Gap.LINE


class _Rows:
    """Reads the rows under a header, as long as their numbers count up."""

    def __init__(self, page: Page, header: Cells, edge: Gap, end: int) -> None:
        self._page, self._edge, self._end, self._width = page, edge, end, len(header)
        self._titles = [page.words[cell.slice] for cell in header]
        self._printed = "".join(self._titles)
        self._of_bodies = sum(role_of(_BRACKETS.sub("", title)) is not None for title in self._titles)
        self._start = header[-1].end

    def read(self) -> Iterator[Cells]:
        at, number = self._start, max(1, _first_number(self._page, self._start, self._edge, sure=self._edge == Gap.LINE))
        if _group_at(self._page, at, self._edge):
            begins = self._next(at, number) or self._later(at, 0)
            if begins is None:
                return
            yield self._group(Span(at, begins))
            at, number = begins, self._said(begins)
        while True:
            following = self._following(at, number)
            limit = following if following is not None else min(self._end, at + _ROW)
            again = self._page.words.find(self._printed, at, limit + len(self._printed))
            other = self._other(at, limit)
            if again >= 0 and _PART.search(self._page.words, max(at, again - _HEADING), again):
                other = again  # a heading: the next table has the same header
            if other is not None and (other == again or again < 0 or other < again):
                yield from self._row(Span(at, min(self._last(at), other)), number)
                return
            if again >= 0:
                line = self._page.line_start(again - 1)
                end = line if line > at and _ON.search(self._page.words, line, again) else again
                yield from self._row(Span(at, end), number)
                if end < again:
                    yield (Span(end, again), *[Span(again, again)] * (self._width - 1))
                yield self._again(again)
                after = again + len(self._printed)
                on = self._number(after, min(self._end, after + _SPILL), number + 1, spilled=True)
                if on is None:
                    return
                if on > after:  # what is left of the row before
                    yield (Span(after, after), Span(after, on), *[Span(on, on)] * (self._width - 2))
                at, number = on, number + 1
                continue
            stop = following if following is not None else self._last(at)
            group = next((i for i in range(at + 1, stop) if _group_at(self._page, i, self._edge)), stop)
            row = list(self._row(Span(at, group), number))
            yield from row
            if row and group < stop:
                yield self._group(Span(group, stop))
            if following is None or not row:
                return
            at, number = following, self._said(following)

    def _group(self, row: Span) -> Cells:
        """The row that names a group: its number, its name."""
        cut = _group_at(self._page, row.start, self._edge) or row.end
        return (Span(row.start, cut), Span(cut, row.end), *[Span(row.end, row.end)] * (self._width - 2))

    def _other(self, at: int, limit: int) -> int | None:
        """Where another table begins, whose header is not the same."""
        found = (hit.start() for hit in _SERIAL.finditer(self._page.words, at, limit))
        others = (here for here in found if not self._page.words.startswith(self._printed, here))
        return next((here for here in others if _header(self._page, here, self._end)[0]), None)

    def _again(self, at: int) -> Cells:
        cells = []
        for title in self._titles:
            cells.append(Span(at, at + len(title)))
            at += len(title)
        return tuple(cells)

    def _next(self, at: int, number: int) -> int | None:
        return self._number(at + 1, min(self._end, at + _ROW), number)

    def _said(self, at: int) -> int:
        """The number that a row begins with."""
        stop = next((i for i in range(at + 1, min(at + 4, self._end)) if self._page.gaps[i] >= self._edge), at + 3)
        found = _NUMBER.match(self._page.words, at, stop)
        return int(found[0]) if found else 1

    def _following(self, at: int, number: int) -> int | None:
        """Where the row behind that with a number begins: the next number, or sooner that behind a heading, which may count from one again."""
        counted, later = self._next(at, number + 1), self._later(at, number)
        return min(counted, later) if counted and later else counted or later

    def _later(self, at: int, above: int) -> int | None:
        """Where a row begins in an extract of a table whose numbers leave some out: 3 / 固定资产投资增长7% / 区发改委 / 68 / 新建公厕12座 / 区城管局.

        The number is a line, behind a whole row or the heading of a group, and a body stands in a cell of its row.
        """
        if not self._of_bodies:
            return None
        if self._edge != Gap.LINE:
            return self._below(at, above)
        lines = list(islice(self._page.lines(at, min(self._end, at + _ROW)), 6 * self._width))
        headed = False
        for i, line in enumerate(lines):
            number = _NUMBER.fullmatch(self._page.words, line.start, line.end)
            row = lines[i + 1 : i + self._width]
            whole = i >= self._width or headed
            if number and (int(number[0]) > above or headed) and whole and any(_BODY.fullmatch(self._page.words, cell.start, cell.end) for cell in row):
                return line.start
            headed = bool(_PART.match(self._page.words, line.start, line.end))
        return None

    def _below(self, at: int, above: int) -> int | None:
        """The same where a row is a line: the next line begins with a greater number, and a body stands in one of its cells."""
        line = next(islice(self._page.lines(at, min(self._end, at + _ROW)), 1, None), None)
        number = _NUMBER.match(self._page.words, line.start, line.end) if line else None
        if not line or not number or int(number[0]) <= above:
            return None
        cuts = [i for i in range(line.start + 1, line.end) if self._page.gaps[i] >= self._edge]
        cells = [Span(a, b) for a, b in pairwise([*cuts, line.end])]
        apart = bool(cuts) and cuts[0] == number.end()
        return line.start if apart and any(_BODY.fullmatch(self._page.words, cell.start, cell.end) for cell in cells) else None

    def _number(self, start: int, limit: int, number: int, spilled: bool = False) -> int | None:
        """Where a number stands on a line of its own, begins a line, or stands before an edge.

        What spilled over the page may end with empty cells, so that an edge stands before the number too.
        """
        sign, gaps, words = str(number), self._page.gaps, self._page.words
        at = words.find(sign, start, limit)
        while at >= 0:
            stop = at + len(sign)
            before, behind = gaps[at], gaps[stop] if stop < len(words) else Gap.NONE
            if self._edge == Gap.LINE:
                found = before >= Gap.LINE and behind >= Gap.LINE
            else:
                begins = spilled or before != self._edge or self._is_full(start, at)
                begins = begins and bool(before or not words[at - 1].isdigit())
                found = begins and self._edge <= behind < Gap.LINE
            if found:
                return at
            at = words.find(sign, at + 1, limit)
        return None

    def _is_full(self, start: int, at: int) -> bool:
        """As many edges stand before a number as a row has, the break behind it lost or no more than an edge; a row may lack its last cell.

        Where the edges are spaces, more may stand inside its cells.
        """
        gaps = self._page.gaps[start : at + 1]
        edges = sum(gap >= self._edge for gap in gaps)
        most = len(gaps) if self._edge == Gap.SPACE else self._width
        return self._width - 1 <= edges <= most and max(gaps) < Gap.LINE

    def _last(self, at: int) -> int:
        """The end of the last row: as many cells as the header has, or an empty line where lines are cells."""
        limit = min(self._end, at + _ROW)
        after = _AFTER.search(self._page.words, at, limit)
        limit = after.start() if after else limit
        gaps = self._page.gaps
        lines = [i for i in range(at + 1, limit) if gaps[i] >= Gap.LINE]
        if self._edge == Gap.LINE:
            blank = next((i for i in lines[1:] if gaps[i] == Gap.BLANK and gaps[lines[0]] < Gap.BLANK), limit)
            return min(lines[self._width - 1] if len(lines) >= self._width else limit, blank)
        edges = [i for i in range(at + 1, limit) if gaps[i] >= self._edge]
        if self._edge == Gap.SPACE:
            end = lines[0] if lines else limit
            inside = [i for i in edges if i < end]
            return inside[self._width - 1] if len(inside) > self._width + _INSIDE else end
        if len(edges) >= self._width - 1 and (part := _PART.search(self._page.words, edges[self._width - 2] + 1, limit)):
            limit = part.start()
        return min(lines[0] if lines else limit, edges[self._width - 1] if len(edges) >= self._width else limit)

    def _row(self, row: Span, number: int) -> Iterator[Cells]:
        """The cells of a row; lines of a cell that was broken are put together, cells that are missing at the end are empty."""
        gaps = self._page.gaps
        cuts = [i for i in range(row.start + 1, row.end) if gaps[i] >= self._edge and (self._edge == Gap.LINE or gaps[i] < Gap.LINE)]
        if not cuts or cuts[0] != row.start + len(str(number)):
            return
        bounds = [row.start, *cuts, row.end]
        if self._edge == Gap.SPACE and gaps[cuts[0]] >= Gap.WIDE:
            bounds.insert(1, cuts[0])  # an empty cell behind the number
        while len(bounds) - 1 > self._width:
            del bounds[self._broken(bounds)]
        cells = [Span(a, b) for a, b in pairwise(bounds)]
        yield (*cells, *[Span(row.end, row.end)] * (self._width - len(cells)))

    def _broken(self, bounds: list[int]) -> int:
        """Which of the bounds parts no cells: that inside a list or a sentence, between two bodies, between short pieces on a line,
        before a point of a list, else that behind the longest line."""
        inner = range(2, len(bounds) - 1)
        bodies = [self._is_body(bounds, i) for i in range(len(bounds) - 1)]
        if self._edge == Gap.SPACE:
            free = [i for i in inner if bounds[i] > bounds[i - 1] and not bodies[i - 1] and not bodies[i]] or list(inner)
            return min(free, key=lambda i: bounds[i + 1] - bounds[i - 1])
        words = self._page.words
        on = next((i for i in inner if words[bounds[i] - 1] in "、，（" or words[bounds[i]] in "、，。；）"), None)
        between = [i for i in inner if bodies[i - 1] and bodies[i]]
        if on:
            return on
        if between and sum(bodies) > self._of_bodies:
            return between[-1]
        free = [i for i in inner if bodies[i - 1] == bodies[i]] or list(inner)
        point = next((i for i in free if _POINT.match(words, bounds[i], bounds[i + 1])), None)
        return point or max(free, key=lambda i: bounds[i] - bounds[i - 1])

    def _is_body(self, bounds: list[int], i: int) -> bool:
        return bool(_BODY.fullmatch(self._page.words, bounds[i], bounds[i + 1]))
