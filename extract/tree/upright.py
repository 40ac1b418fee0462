"""Tables without numbers that lost their edges: the titles of the columns and then row after row, each cell or each row on a line.

    工作任务 / 牵头单位 / 落实单位 / 推进财政公开 / 省财政厅 / 各市政府 / 建设政府网站 / 省大数据局 / 各市政府

Rows are read as long as bodies or people stand where the header has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.head.page import Page
from extract.mentions.agency import agency_list
from extract.mentions.person import is_name
from extract.titles import role_of
from extract.tree.columns import is_known_title
from extract.tree.spread import Cells, Spread
from kg.model import Gap, Span

_COLUMNS, _FEWEST, _CELL, _TITLE, _HEADING = 10, 3, 400, 6, 40
_GROUPS = 12  # names of groups in a row, none of them with a row of its own
_OFFICE = re.compile(r"[\u4e00-\u9fff、，（）]{1,80}(?:[局委办厅部院会处科股室队站所]|中心|公司|单位|部门|政府|街道|[乡镇村])")
_PEOPLE = re.compile(r"姓名|负责人|联系人|.{1,4}领导|分管.{0,2}长")
_HEADED = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")  # the name of a group of rows
_BRACKETS = re.compile(r"（.*?）")


def upright(page: Page, span: Span) -> Iterator[Spread]:
    """The tables of a range that are read so, in order."""
    lines = list(page.lines(span.start, span.end))
    i = 0
    while i < len(lines):
        if along := list(_along(page, lines[i])):
            yield from along
            i += 1
            continue
        header = _split(page, lines[i])
        across = len(header) > 1
        if not across:
            header = _down(page, lines[i : i + _COLUMNS])
        elif not _is_header(page, header):
            header = []
        rows = list(_rows(page, header, lines, i + 1 if across else i + len(header), across)) if header else []
        if len(rows) > 1:
            yield Spread(Span(header[0].start, rows[-1][-1].end), (tuple(header), *rows))
            while i < len(lines) and lines[i].start < rows[-1][-1].end:
                i += 1
        else:
            i += 1


def _along(page: Page, line: Span) -> Iterator[Spread]:
    """The tables of a line that ran together, its cells parted by white space, bodies under one of its titles."""
    pieces = _pieces(page, line)
    i = 0
    while i < len(pieces):
        header = _down(page, pieces[i : i + _COLUMNS])
        charges = any(_kind(page, title) == "doers" for title in header)
        rows = list(_rows(page, header, pieces, i + len(header), False)) if charges else []
        if len(rows) > 1:
            yield Spread(Span(header[0].start, rows[-1][-1].end), (tuple(header), *rows))
            i += len(header) + sum(1 for row in rows for cell in row if len(cell))
        else:
            i += 1


def _rows(page: Page, header: Sequence[Span], lines: Sequence[Span], at: int, across: bool) -> Iterator[Cells]:
    """The rows below a header: `across` each on a line, else each cell on one, but for a merged first cell, which stands once."""
    width = len(header)
    while at < len(lines):
        if across:
            row = _row(page, header, _split(page, lines[at]))
            at += 1
        else:
            row = _row(page, header, lines[at : at + width]) or _group(page, header, lines, at) or _row(page, header, lines[at : at + width - 1])
            at += sum(1 for cell in row or () if len(cell))
        if not row:
            return
        yield row


def _group(page: Page, header: Sequence[Span], lines: Sequence[Span], at: int) -> Cells | None:
    """The line that names a group, where a row follows it or the names of more groups: 二、改善民生."""
    line, after = lines[at], at
    while after < min(len(lines), at + _GROUPS) and len(lines[after]) <= _HEADING and _HEADED.match(page.words, lines[after].start, lines[after].end):
        after += 1
    rows = (_row(page, header, lines[after : after + width]) for width in (len(header), len(header) - 1))
    return (line, *[Span(line.end, line.end)] * (len(header) - 1)) if after > at and any(rows) else None


def _split(page: Page, line: Span) -> list[Span]:
    """A line cut at its white space, unless it is longer than any row."""
    return _pieces(page, line) if len(line) <= _CELL else [line]


def _pieces(page: Page, line: Span) -> list[Span]:
    cuts = [at for at in range(line.start + 1, line.end) if page.gaps[at] >= Gap.SPACE]
    return [Span(a, b) for a, b in zip([line.start, *cuts], [*cuts, line.end], strict=True)]


def _down(page: Page, lines: Sequence[Span]) -> list[Span]:
    """The lines that are titles, the first of them perhaps one that is not known; none where they are too few for a header."""
    found: list[Span] = []
    for i, line in enumerate(lines):
        if len(_split(page, line)) > 1 or not (_is_title(page, line) or (not i and len(line) <= _TITLE)):
            break
        found.append(line)
    return found if len(found) >= _FEWEST and _is_header(page, found) else []


def stacked(page: Page, span: Span) -> bool:
    """Whether a range begins with the titles of columns, each on a line: 重点任务 / 责任单位 / 完成时限."""
    lines = list(islice(page.lines(span.start, span.end), _COLUMNS))
    return bool(lines) and _is_title(page, lines[0]) and bool(_down(page, lines))


def _is_title(page: Page, cell: Span) -> bool:
    return len(cell) <= _CELL and is_known_title(_BRACKETS.sub("", page.words[cell.slice]))


def _is_header(page: Page, cells: Sequence[Span]) -> bool:
    """Whether all are titles, of three or more perhaps not the first, and bodies or people stand under one of them."""
    opens = len(cells) >= _FEWEST and len(cells[0]) <= _TITLE
    return all(_is_title(page, cell) for cell in cells[opens:]) and any(_kind(page, cell) for cell in cells)


def _kind(page: Page, title: Span) -> str:
    words = _BRACKETS.sub("", page.words[title.slice])
    return "doers" if role_of(words) else "people" if _PEOPLE.fullmatch(words) else ""


def _row(page: Page, header: Sequence[Span], cells: Sequence[Span]) -> Cells | None:
    """The cells as a row, the first perhaps missing, if what stands under bodies and people is some."""
    missing = len(header) - len(cells)
    if missing not in (0, 1) or not cells or max(map(len, cells)) > _CELL:
        return None
    row = (*[Span(cells[0].start, cells[0].start)] * missing, *cells)
    told = [(cell, kind) for title, cell in zip(header, row, strict=True) if (kind := _kind(page, title))]
    return row if all(len(cell) and _names(page, cell, kind) for cell, kind in told) else None


def _names(page: Page, cell: Span, kind: str) -> bool:
    """Whether a cell holds but bodies, offices or people."""
    words = page.words[cell.slice]
    if all(is_name(_BRACKETS.sub("", one)) for one in re.split("[、，]", words)):
        return True
    return kind == "doers" and (agency_list(words) is not None or _OFFICE.fullmatch(words) is not None)
