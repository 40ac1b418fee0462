"""The entries of every catalogue of a notice, with what the titles and headings above them say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.catalogue import flat
from extract.catalogue.captions import caption_kind, heading_agency, heading_kind, is_catalogue
from extract.catalogue.cells import Record, header_of, records
from extract.catalogue.columns import Columns, kinds
from extract.catalogue.entry import Entry
from extract.catalogue.listed import listed
from extract.memo import per_notice
from kg.model import Notice, Section, Span

_NO_PART = frozenset(("无", "/", "—", "——", "-", "--"))  # in the column of parts: the power has none
_HEADING = 80  # no title of a catalogue is longer


@dataclass(slots=True)
class Above:
    """What stands above a row: the title of the catalogue, the last heading of a kind and of an agency."""

    caption: Span | None = None
    kind: Span | None = None
    agency: Span | None = None

    def read(self, words: str, span: Span, title: bool) -> bool:
        """Take in a heading; true where it told a kind or an agency."""
        if title or is_catalogue(words[span.slice]):
            self.caption = span
            self.kind = caption_kind(words, span) if is_catalogue(words[span.slice]) else None
            self.agency = heading_agency(words, span)
            return False
        if kind := heading_kind(words, span):
            self.kind = kind
            return True
        if agency := heading_agency(words, span):
            self.agency = agency
            return True
        return False


@per_notice
def entries(notice: Notice) -> tuple[Entry, ...]:
    """Every row of every catalogue, in the order of the text."""
    words = notice.words
    found = [] if not any(sign in words for sign in ("名称", "事项", "项目", "职权", "权力")) else [*_tabled(notice)]
    taken = [entry.span for entry in found]
    found += _flat(notice, taken)
    found += listed(notice) if not found else ()
    return tuple(sorted(found, key=lambda entry: entry.span))


def _blocks(part: Section) -> Iterator[Section]:
    """Tables and the leaves between them, in order."""
    if part.kind == "table" or not part.children:
        yield part
        return
    for child in part.children:
        yield from _blocks(child)


def _tabled(notice: Notice) -> Iterator[Entry]:
    words = notice.words
    above = Above()
    header: Columns | None = None
    blocks = list(_blocks(notice.tree))
    if not any(block.kind == "table" and header_of(words, block) for block in blocks):
        return
    for block in blocks:
        if block.kind != "table":
            if len(block.span) <= _HEADING:
                above.read(words, block.span, block.kind == "title")
            continue
        title = above.caption or notice.head.title_span
        sure = is_catalogue(words[title.slice])
        rows = list(records(words, block, header))
        header = header_of(words, block) or header
        if sure or any(row.columns.strong for row in rows) or _kinds_known(words, rows):
            yield from _entries(words, rows, above, sure)


def _kinds_known(words: str, rows: list[Record]) -> bool:
    """Most of what stands in the column of kinds is a kind of power."""
    told = ["".join(words[piece.slice] for piece in row.pieces(row.columns.kind)) for row in rows[:20]]
    told = [kind for kind in told if kind]
    return sum(kind in kinds() and len(kind) > 2 for kind in told) * 2 > len(told)


def _entries(words: str, rows: list[Record], above: Above, sure: bool) -> Iterator[Entry]:
    agency: tuple[Span, ...] = ()
    kind: tuple[Span, ...] = ()
    for row in rows:
        if row.single is not None and above.read(words, row.single, title=False):
            agency = kind = ()
            continue
        table = row.columns
        part = row.pieces(table.item)
        none = table.whole is not None and "".join(words[piece.slice] for piece in part) in _NO_PART
        item = row.pieces(table.whole) if none or not part else part
        if not item or not (sure or table.strong or table.kind is not None):
            continue
        agency = row.pieces(table.agency) or agency
        kind = row.pieces(table.kind) or kind
        end = row.span.end
        for below in row.below:
            end = below.end if below.start == end else end
        yield Entry(
            Span(row.span.start, end),
            item,
            agency or ((above.agency,) if above.agency else ()),
            kind or ((above.kind,) if above.kind else ()),
            "table",
        )


def _flat(notice: Notice, taken: list[Span]) -> Iterator[Entry]:
    words, gaps = notice.words, notice.gaps
    if "序" not in words and "编号" not in words:
        return
    inside = {at for span in taken for at in (span.start, span.end)}
    heads = [head for head in flat.headers(words, gaps) if head.span.end not in inside]
    for head, rows in flat.tables(words, gaps, heads):
        before = Span(max(0, head.span.start - 60), head.span.start)
        sure = is_catalogue(words[before.slice]) or is_catalogue(words[notice.head.title_span.slice])
        named = sum(1 for row in rows if row.kind and words[row.kind.slice] in kinds())
        if not (sure or head.columns.strong or named * 2 > len(rows)):
            continue
        above = caption_kind(words, before)
        for row in rows:
            item = (row.item, row.more) if row.more else (row.item,)
            kind = row.kind or above
            yield Entry(row.span, item, (row.agency,) if row.agency else (), (kind,) if kind else (), "flat")
