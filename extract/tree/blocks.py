"""The blocks of a range: numbered parts within one another, paragraphs, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.head.page import BREAK, Page
from extract.mentions.person import is_name
from extract.roles import says_who
from extract.titles import DOERS, LIMITS, names_column
from extract.tree.cells import Grid
from extract.tree.chapters import chapters
from extract.tree.glued import tables
from extract.tree.headings import heading_end
from extract.tree.joined import joined
from extract.tree.labels import LABEL, Label, Row, inner_labels, label_at
from extract.tree.records import records
from kg.model import Gap, Section, Span

LOOSE, _LONG = 300, 800
_SHORTEST, _HEADING, _TITLE = 4, 60, 16
_WHAT = r"|(?:整改|工作|具体|主要|推进|考核|完成|目标)(?:标准|措施|目标|内容|要求|任务)"
_FAR = 300  # no bracket is longer
_RUN_IN = re.compile(r"[^。；：！？]{2,30}。(?=[^（].{7})")
_DOES = re.compile(r"负责|牵头|会同|配合|应当?|由|须|必须|不得|责任单位|报|任命|免去")
_HEADED = ("first", "second", "decimal")
_POST = re.compile(r"(?<=。)[\u4e00-\u9fff]{0,8}(?:[部处科室所站局厅司院社校团园馆队组班会]长|主任|书记|主编|经理|总监)：")
_OVER = re.compile(r"(?<=[。！])(?![\u4e00-\u9fff]{0,4}(?:职责|职能|任务)：)[\u4e00-\u9fff、]{4,16}：$")
_GROUP = re.compile(r"(?:领导小组|工作小组|指挥部|委员会|专班|联席会议)(?:下设|办公室(?:设|主任|承担|负责)|的?(?:主要)?职责[：是])")
WHOLE = 120  # a notice that is longer has more than one line
_WIDE = re.compile(rb"\x02")
_SIGN = re.compile(r"[。；，！？]|：$")
_STOP = re.compile(r"[。；！？]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a part of one: a paragraph, a row of a table, or what a label begins."""

    span: Span
    label: Label | None = None
    row: bool = False
    cells: tuple[Span, ...] = ()  # of a row whose edges are lost


@dataclass(slots=True)
class _Open:
    """An item whose end is not yet seen."""

    level: int
    label: Label | None
    start: int
    rest: Span
    children: list[Section] = field(default_factory=list)


def blocks(page: Page, grid: Grid, span: Span) -> tuple[Section, ...]:
    """The blocks of a range; they fill it."""
    found = list(pieces(page, grid, span))
    root = _Open(-1, None, span.start, Span(span.start, span.start))
    stack = [root]
    i = 0
    while i < len(found):
        piece = found[i]
        if piece.row:
            j = i
            while j < len(found) and found[j].row:
                j += 1
            rows = tuple(_row(grid, one) for one in found[i:j])
            stack[-1].children.append(Section("table", Span(piece.span.start, found[j - 1].span.end), rows))
            i = j
            continue
        if piece.label:
            while stack[-1].level >= piece.label.level:
                _close(page, stack)
            rest = Span(piece.label.span.end, piece.span.end)
            stack.append(_Open(piece.label.level, piece.label, piece.span.start, rest))
        else:
            stack[-1].children.append(Section(_kind(page, piece.span), piece.span))
        i += 1
    while len(stack) > 1:
        _close(page, stack)
    return tuple(root.children)


def _kind(page: Page, span: Span) -> str:
    """A short line without a sign is a heading."""
    words = page.words[span.slice]
    return "heading" if len(words) <= 30 and not _SIGN.search(words) and not says_who(words) else "paragraph"


def _close(page: Page, stack: list[_Open]) -> None:
    """The item on top is whole: label, heading or first paragraph, and what lies in it."""
    done = stack.pop()
    assert done.label is not None
    label = Section("label", Span(done.start, done.rest.start))
    children = (label, *_rest(page, done.rest, bool(done.children), done.label), *done.children)
    whole = Span(done.start, children[-1].span.end)
    stack[-1].children.append(Section("item", whole, children, done.label.level, done.label.words))


def _rest(page: Page, rest: Span, more: bool, label: Label) -> Iterator[Section]:
    """The words after a label: a heading where more follows, a heading run into its paragraph, or a paragraph."""
    if not len(rest):
        return
    words, low = page.words[rest.slice], label.level > 4
    ends = ("；", "，", "：", "。") if low else ("；", "，", "：")
    if more and len(words) <= _HEADING and not _STOP.search(words[:-1]) and not words.endswith(ends):
        yield Section("heading", rest)
        return
    run_in = _RUN_IN.match(words)
    if run_in and label.form != "article" and not _DOES.search(run_in[0]):
        cut = rest.start + run_in.end()
        yield Section("heading", Span(rest.start, cut))
        rest = Span(cut, rest.end)
    yield Section("paragraph", rest)


def pieces(page: Page, grid: Grid, span: Span) -> Iterator[Piece]:
    """The paragraphs of a range: lines, joined where the printer broke a sentence, cut where a label stands inside; rows."""
    row = Row()
    at = span.start
    for one in tables(page, span):
        yield from _paragraphs(page, grid, Span(at, one.span.start), row)
        for cells in one.rows:
            yield Piece(Span(cells[0].start, cells[-1].end), row=True, cells=cells)
        at = one.span.end
    yield from _paragraphs(page, grid, Span(at, span.end), row)


def _row(grid: Grid, piece: Piece) -> Section:
    if not piece.cells:
        return grid.row(piece.span)
    return Section("row", piece.span, tuple(Section("cell", cell) for cell in piece.cells))


def _paragraphs(page: Page, grid: Grid, span: Span, row: Row) -> Iterator[Piece]:
    """Those of a range between tables whose edges are lost."""
    if not len(span):
        return
    lines = list(joined(page, grid, span))
    plain = [line for line, row in lines if not row]
    loose = _are_lost(page, plain)
    numbers = records(page.words, plain) | chapters(page, plain)
    for line, is_row in lines:
        if is_row:
            yield Piece(line, row=True)
            continue
        if line.start in numbers:
            yield Piece(line, numbers[line.start])
            continue
        first = label_at(page.words, line.start, line.end)
        if first and not _is_first(page, first, row):
            first = None
        if first:
            row.take(first)
        start, label = line.start, first
        for inner in inner_labels(page, line, row, loose):
            if inner.span.start > start and not (label and inner.span.start < label.span.end):
                yield from _apart(page, Span(start, inner.span.start), label, loose)
                start, label = inner.span.start, inner
        yield from _apart(page, Span(start, line.end), label, loose)


def _apart(page: Page, span: Span, label: Label | None, loose: bool) -> Iterator[Piece]:
    """A paragraph cut where a line break is lost: at a wide gap after a sentence, before 责任单位： and the like, behind a heading."""
    words = page.words
    cuts = [hit.start() for hit in _WIDE.finditer(page.gaps, span.start + 1, span.end) if words[hit.start() - 1] in "。！？；："]
    if "：" in words[span.slice]:
        cuts += [hit.start() for hit in _told(loose).finditer(words, span.start + 1, span.end)]
        cuts += [*_of_people(words, span), *_over_items(words, span), *_behind_names(words, span)] if loose else []
    cuts = [at for at in cuts if not _is_inside(words, max(span.start, at - _FAR), at)]
    if loose and label and label.form.startswith(_HEADED):
        end = _indented(page, label.span.end, span.end) or heading_end(words, label.span.end, span.end)
        cuts += [end] if end else []
    cuts += _behind_title(page, Span(label.span.end if label else span.start, span.end))
    start = span.start
    for at in sorted({at for at in cuts if at > (label.span.end if label else start)}):
        yield Piece(Span(start, at), label)
        start, label = at, None
    yield Piece(Span(start, span.end), label)


def _behind_title(page: Page, span: Span) -> list[int]:
    """Where white space stands for the colon of a label: 牵头单位 区水务局."""
    cut = next((at for at in range(span.start + 2, min(span.end, span.start + _TITLE)) if page.gaps[at] >= Gap.SPACE), None)
    titled = cut and names_column(page.words[span.start : cut]) and not names_column(page.words[cut : span.end])
    return [cut] if cut and titled else []


def _of_people(words: str, span: Span) -> list[int]:
    """Where a post and who holds it follow a sentence: 1.办公室：负责文秘工作。主任：王涛."""
    found = _POST.finditer(words, span.start + 1, span.end)
    return [hit.start() for hit in found if any(is_name(words[hit.end() : min(hit.end() + size, span.end)]) for size in (2, 3))]


def _behind_names(words: str, span: Span) -> list[int]:
    """Where a roster ends in a name and its group is spoken of: 成员：王涛、李敏|领导小组下设办公室."""
    found = (hit.start() for hit in _GROUP.finditer(words, span.start + 4, span.end))
    return [at for at in found if any(is_name(words[at - size : at]) and words[at - size] not in "省市区县州镇乡" for size in (2, 3))]


def _over_items(words: str, span: Span) -> list[int]:
    """Where a heading with a colon stands between a sentence and the first item below it: …。机构设置：1.办公室."""
    found = _OVER.search(words, max(span.start, span.end - _HEADING), span.end)
    return [found.start()] if found and label_at(words, span.end, len(words)) else []


def _indented(page: Page, start: int, end: int) -> int | None:
    """Where the indent of a paragraph stands behind a heading that no sign ends: 一、加强领导　　各镇要…."""
    stop = _STOP.search(page.words, start, min(end, start + _HEADING))
    wide = _WIDE.search(page.gaps, start + _SHORTEST, stop.start() if stop else min(end, start + _HEADING))
    return wide.start() if wide and not _SIGN.match(page.words, wide.start() - 1) else None


def _is_inside(words: str, start: int, at: int) -> bool:
    """Whether a place is inside a bracket: （责任单位：各县（市、区）政府；完成时限：…）."""
    return words.count("（", start, at) > words.count("）", start, at)


_ROW = "（、，；：和及与“《"
_FIRST = "完成|办结|整改|办理|工作|任务|落实|牵头|主要|其他|其它|配合|协助|主体|第一|直接|具体|共同|相关|有关"


@cache
def _told(loose: bool) -> re.Pattern[str]:
    """A label of doers behind a sentence, or behind anything where line breaks are lost: …保持整洁。责任单位：区水务局."""
    # nor behind the first word of a label that stands in a row: ；完成|时限：
    before = rf"(?<![的{_ROW}])(?<![{_ROW}](?:{_FIRST}))" if loose else "(?<=[。；！）—])"
    return re.compile(rf"{before}(?:{DOERS}|{LIMITS}{_WHAT if loose else ''})：")


def _are_lost(page: Page, lines: Sequence[Span]) -> bool:
    """The line breaks of the range are lost: its lines are longer than any paragraph, or one holds many labels."""
    if not lines:
        return False
    if len(page) >= WHOLE and not BREAK.search(page.gaps, 1):
        return True
    total, longest = sum(map(len, lines)), max(lines, key=len)
    if total / len(lines) > LOOSE or len(longest) > _LONG:
        return True
    return len(lines) <= 2 and sum(1 for _ in LABEL.finditer(page.words, longest.start, longest.end)) >= 3


def _is_first(page: Page, label: Label, row: Row) -> bool:
    """Whether the number that begins a line is a label: 1.5 and 2.8公里 are so only in their turn."""
    if label.form.startswith("decimal"):
        unit = page.words[label.span.end : label.span.end + 1]
        counted = unit in "万亿元公里米倍个件年月吨%％"  # and where nothing stands
        return not counted and (row.next(label) or row.follows(label) or row.opens(label, page.words[label.span.end :]))
    return True
