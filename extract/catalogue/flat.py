"""The rows of a table that lost its cells: a header run together, then numbers that count up.

Each row is cut where white space still tells cells apart; where none does, by its kind of power and its agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.catalogue.columns import LONGEST, Columns, columns, kinds, titles
from extract.mentions.agency import agencies_in
from kg.model import Gap, Span

_HEADER = re.compile("序号|序(?=[事项职权])|编号")
_STOP = re.compile(r"。|附件|注：|备注：|说明：")
_AFTER_FIGURE = set("月日号时.%％—-、．")
_FAR = 1500  # a row is no longer than this
_SPILL = 200  # what of it stands on the next page, than this
_NAME = 40  # nor the name of an agency than this


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its columns and their titles, where it stands, the white space between its titles."""

    columns: Columns
    titles: tuple[str, ...]
    span: Span
    edge: int


@dataclass(frozen=True, slots=True)
class Flat:
    """A row: what is under item, agency and kind; `more` is the rest of the item, on the next page."""

    span: Span
    item: Span
    agency: Span | None
    kind: Span | None
    more: Span | None = None


def headers(words: str, gaps: bytes) -> Iterator[Header]:
    """The headers of catalogues that stand in running text or on lines of their own."""
    end = 0
    for hit in _HEADER.finditer(words):
        if hit.start() < end:
            continue
        found = _titles(words, gaps, hit.start())
        table = columns([words[one.slice] for one in found])
        if table and table.serial == 0 and found[-1].end < len(words):
            end = found[-1].end
            edge = min(gaps[one.start] for one in found[1:])
            yield Header(table, tuple(words[one.slice] for one in found), Span(hit.start(), end), edge)


def _titles(words: str, gaps: bytes, at: int) -> list[Span]:
    """The titles of columns that follow one another, as far as they are known or white space tells them apart."""
    found: list[Span] = []
    known = titles()
    while at < len(words) and len(found) < 20:
        ends = [end for end in range(at + 1, min(at + LONGEST, len(words)) + 1) if words[at:end] in known]
        gap = next((i for i in range(at + 1, min(at + LONGEST, len(words))) if gaps[i]), 0)
        if ends:
            end = ends[-1]
            if words[end : end + 1] == "（" and (shut := words.find("）", end, end + 12)) > 0:
                end = shut + 1
        elif gap and found and gaps[at] and not words[at].isdigit() and gap - at <= 12:
            end = gap
        else:
            break
        if any(words[at:end] == words[one.slice] for one in found):
            break  # no header has a title twice
        found.append(Span(at, end))
        at = end
    return found


def tables(words: str, gaps: bytes, heads: Sequence[Header]) -> Iterator[tuple[Header, list[Flat]]]:
    """The rows below the headers; a header that is printed again on the next page goes on with the table."""
    rows: list[Flat] = []
    number, agency = 0, ""
    for i, head in enumerate(heads):
        end = heads[i + 1].span.start if i + 1 < len(heads) else len(words)
        at = head.span.end
        first = _digits(words, gaps, at)
        again = i > 0 and heads[i - 1].titles == head.titles
        if again and first != number + 1 and (on := _number(words, gaps, at, min(end, at + _SPILL), number + 1)):
            if rows:  # the last row of the page before goes on here
                rows[-1] = replace(rows[-1], more=Span(at, on))
            at, first = on, number + 1
        if first is None:
            continue
        if rows and first != number + 1:
            yield heads[i - 1], rows
            rows = []
        found = list(_rows(words, gaps, head, at, first, end, agency))
        rows += [row for _, row in found if row]
        number = found[-1][0]
        agency = next((words[row.agency.slice] for row in reversed(rows) if row.agency), agency)
    if rows:
        yield heads[-1], rows


def _rows(words: str, gaps: bytes, header: Header, at: int, number: int, end: int, agency: str) -> Iterator[tuple[int, Flat | None]]:
    """The rows below a header with their numbers, up to where the next header begins or the numbers stop."""
    while True:
        start = at + len(str(number))
        following = _next(words, gaps, header, start, end, number + 1, agency)
        stop = following if following is not None else _close(words, gaps, header, start, end, agency)
        row = _cut(words, gaps, header, Span(start, stop), agency)
        if row:
            last = max(one.end for one in (row.item, row.agency, row.kind) if one)
            yield number, replace(row, span=Span(at, last))
            agency = words[row.agency.slice] if row.agency else agency
        else:
            yield number, None
        if following is None:
            return
        at, number = following, number + 1


def _digits(words: str, gaps: bytes, at: int) -> int | None:
    """The number that begins at an offset, ended by what is no digit or by white space."""
    stop = at
    while stop < len(words) and stop - at < 5 and words[stop].isdigit() and words[stop].isascii() and (stop == at or not gaps[stop]):
        stop += 1
    return int(words[at:stop]) if stop > at else None


def _number(words: str, gaps: bytes, start: int, end: int, number: int) -> int | None:
    """Where a number stands that is no part of another."""
    sign = str(number)
    at = words.find(sign, start + 1, end)
    while at >= 0:
        stop = at + len(sign)
        if (gaps[at] or not words[at - 1].isdigit()) and (stop == len(words) or gaps[stop] or not words[stop].isdigit()):
            return at
        at = words.find(sign, at + 1, end)
    return None


def _next(words: str, gaps: bytes, header: Header, start: int, end: int, number: int, agency: str) -> int | None:
    """Where the row with the next number begins: at white space where the header has some, else behind a whole row."""
    sign = str(number)
    limit = min(end, start + _FAR)
    loose: int | None = None
    at = words.find(sign, start + 1, limit)
    while at >= 0:
        stop = at + len(sign)
        before, behind = gaps[at], gaps[stop] if stop < len(words) else Gap.BLANK
        free = before or not words[at - 1].isdigit()
        if header.edge >= Gap.LINE:
            if before >= Gap.LINE and behind >= Gap.LINE:
                return at
        elif header.edge and behind and (free or before) and (before >= Gap.CELL or behind >= Gap.CELL):
            return at
        elif free and (behind or words[stop : stop + 1] not in _AFTER_FIGURE) and _whole(words, header, Span(start, at), agency):
            if behind or not words[stop].isdigit():
                return at
            loose = loose or at
        at = words.find(sign, at + 1, limit)
    return loose


def _whole(words: str, header: Header, row: Span, agency: str) -> bool:
    """The words end as a row of this table ends."""
    last = header.columns.width - 1
    if header.columns.agency == last:
        return (agency != "" and words.endswith(agency, row.start, row.end)) or _tail(words, row) is not None
    if header.columns.kind == last:
        return _kind_before(words, row) is not None
    return header.columns.agency is None or bool(agencies_in(words[row.slice]))


def _tail(words: str, row: Span) -> Span | None:
    """The agency at the end of a row."""
    found = agencies_in(words, Span(max(row.start, row.end - _NAME), row.end))
    return found[-1].span if found and found[-1].span.end == row.end else None


def _kind_before(words: str, row: Span) -> Span | None:
    known = kinds()
    return next((Span(at, row.end) for at in range(max(row.start, row.end - 12), row.end - 1) if words[at : row.end] in known), None)


def _kind_at(words: str, at: int, end: int) -> Span | None:
    known = kinds()
    return next((Span(at, stop) for stop in range(min(at + 12, end), at + 1, -1) if words[at:stop] in known), None)


def _close(words: str, gaps: bytes, header: Header, start: int, end: int, agency: str) -> int:
    """Where the last row ends: before the next header, an empty line, the end of a sentence, an annex."""
    limit = min(end, start + _FAR // 3)
    if header.edge >= Gap.LINE:  # each cell has a line
        lines = [i for i in range(start + 1, limit) if gaps[i] >= Gap.LINE][: header.columns.width - 1]
        return lines[-1] if len(lines) == header.columns.width - 1 else limit
    other = _STOP.search(words, start, limit)
    limit = other.start() if other else limit
    if limit == end < len(words):
        return end
    blanks = [i for i in range(start + 1, limit) if gaps[i] == Gap.BLANK] + [limit]
    return next((i for i in blanks if _whole(words, header, Span(start, i), agency)), blanks[0])


def _cut(words: str, gaps: bytes, header: Header, row: Span, agency: str) -> Flat | None:
    """A row cut into what its columns hold."""
    table = header.columns
    pieces = _pieces(gaps, row)
    fits = len(pieces) == table.width - 1 or (1 < len(pieces) < table.width - 1 and table.kind is not None)
    if fits and _reads(words, table, pieces):
        at = {i + 1: piece for i, piece in enumerate(pieces)}
        item = at.get(table.item)
        if item is not None:
            return Flat(row, item, at.get(table.agency or 0), at.get(table.kind or 0))
    return _anchored(words, header, row, agency)


def _pieces(gaps: bytes, row: Span) -> list[Span]:
    """A row cut at the strongest kind of white space that it has: cells, else lines, else wide spaces."""
    inside = [i for i in range(row.start + 1, row.end) if gaps[i]]
    cuts = next((found for least in ({Gap.CELL}, {Gap.LINE, Gap.BLANK}, {Gap.WIDE}, {Gap.SPACE}) if (found := [i for i in inside if gaps[i] in least])), [])
    bounds = [row.start, *cuts, row.end]
    return [Span(a, b) for a, b in pairwise(bounds) if a < b]


def _reads(words: str, table: Columns, pieces: Sequence[Span]) -> bool:
    if table.kind is None:
        return True
    return len(pieces) >= table.kind and (len(pieces[table.kind - 1]) <= 10)


def _anchored(words: str, header: Header, row: Span, agency: str) -> Flat | None:
    """A row without white space: kind and agency are known by their words, the item is what is left between."""
    table = header.columns
    order = sorted((place, role) for role, place in (("item", table.item), ("agency", table.agency), ("kind", table.kind)) if place is not None)
    roles = [role for _, role in order]
    here = roles.index("item")
    last_known = order[-1][0] == table.width - 1
    start, end = row.start, row.end
    found: dict[str, Span] = {}
    for role in roles[:here]:
        hit = _kind_at(words, start, end) if role == "kind" else _agency_at(words, start, end, agency)
        if hit is None:
            return None
        found[role], start = hit, hit.end
    after = roles[here + 1 :]
    if not last_known and after:
        return _amid(words, row, start, after, found, agency)
    for role in reversed(after):
        rest = Span(start, end)
        behind_kind = "kind" in after[: after.index(role)]
        hit = _kind_before(words, rest) if role == "kind" else _agency_before(words, rest, agency, behind_kind)
        if hit is None:
            return None
        found[role], end = hit, hit.start
    return Flat(row, Span(start, end), found.get("agency"), found.get("kind")) if end > start else None


def _amid(words: str, row: Span, start: int, after: Sequence[str], found: dict[str, Span], agency: str) -> Flat | None:
    """As above, where columns that are not asked for follow."""
    if after[0] == "kind":
        hits = [hit for at in range(start + 2, row.end) if (hit := _kind_at(words, at, row.end))]
        hits = [hit for hit in hits if len(hit) > 3] or hits
        if len(after) > 1:
            hits = [hit for hit in hits if _agency_at(words, hit.end, row.end, agency)]
            hits = [hit for hit in hits if agency and words.startswith(agency, hit.end)] or hits
        if not hits:
            return None
        found["kind"], end = hits[0], hits[0].start
        if len(after) > 1:
            found["agency"] = _agency_at(words, hits[0].end, row.end, agency) or hits[0]
    else:
        at = words.find(agency, start + 2, row.end) if agency else -1
        mention = next((one.span for one in agencies_in(words, Span(start, row.end)) if one.span.start > start + 2), None)
        hit = Span(at, at + len(agency)) if at >= 0 else mention
        if hit is None:
            return None
        found["agency"], end = hit, hit.start
        if "kind" in after and (kind := _kind_at(words, hit.end, row.end)):
            found["kind"] = kind
    return Flat(row, Span(start, end), found.get("agency"), found.get("kind")) if end > start else None


def _agency_at(words: str, start: int, end: int, agency: str) -> Span | None:
    if agency and words.startswith(agency, start, end):
        return Span(start, start + len(agency))
    found = agencies_in(words, Span(start, min(end, start + _NAME)))
    return found[0].span if found and found[0].span.start == start else None


def _agency_before(words: str, row: Span, agency: str, kind: bool) -> Span | None:
    """The agency at the end; behind a kind it is all that follows the kind."""
    if agency and words.endswith(agency, row.start, row.end):
        return Span(row.end - len(agency), row.end)
    if kind:
        hits = [hit for at in range(max(row.start, row.end - _NAME), row.end - 2) if (hit := _kind_at(words, at, row.end)) and len(hit) > 3]
        if hits:
            return Span(hits[-1].end, row.end) if hits[-1].end < row.end else None
    return _tail(words, row)
