"""The lines of a range, those put together that the printer broke in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.head.page import Page
from extract.mentions.agency import is_agency
from extract.roles import says_who
from extract.titles import DOERS, LIMITS
from extract.tree.cells import Grid
from extract.tree.columns import is_title
from extract.tree.labels import BULLETS, COUNTED, Label, label_at
from extract.tree.records import NUMBER
from kg.model import Gap, Span

_OVER = re.compile("[。！？；：]”?$")
_ENDS = "。！？；：”"
_CLOSES, _CLOSES_FULL = re.compile("[^（）：]{1,60}）"), re.compile("[^（）]{1,60}[）（]")
_DOERS = re.compile(f"(?:{DOERS}|{LIMITS})：")
_INNER = re.compile(r"[，。；、]")
_ANNEX = re.compile(r"附[件：表]")
_LABELLED = re.compile(r"[^，。；]{2,12}：")
_LIST = re.compile(r"[^，。；：、]{2,8}：[^，。；：]{2,200}")  # a label and its list
_BINDS = re.compile("应当|不得|必须")  # no heading has such a word
_SENTENCE = re.compile(r"[^、。；：]{2,40}，")
_HANGS = re.compile("[，；](?:自|从|由|并|且|将|经|按|在|对|为|于|与|和|及)$")  # 现发布《…》，自 / 发布之日起施行
_HALF = re.compile(r"[ -~\xa0\u2002]")
_PAGED = re.compile(r"(?m)^[^\n:<>|#*]{0,6}\b\d{1,4}\b[^\n:<>|#*]{0,12}$")  # — 2 —, 第2页 共5页
_NAME = 6  # no name is longer
_LAST = re.compile("[、，：]")
_GAP = re.compile(rb"[\x01\x02]")
_NUMBERS = ("part", "chapter", "section", "article", "first", "second")
_NARROW, _WIDE = 18, 60  # the least and the most signs that a printed line holds
_RAGGED = 4.5  # by so much a full line may be short: an indent, a sign or a number that goes to the next line whole
_STRAY = 20  # one line in so many may be longer than the print: what a page adds
_FULL = 3  # so many full lines are no chance


def joined(page: Page, grid: Grid, span: Span) -> Iterator[tuple[Span, bool]]:
    """The lines of a range, those put together that are one broken sentence; whether each is a row of a table."""
    pending: Span | None = None
    line: Span | None = None
    printed = _printed(page, grid)
    in_table = False
    for following in page.lines(span.start, span.end):
        last, line = line, following
        in_table = (grid.is_row(line) and not _is_item(page, line)) or (in_table and grid.goes_on(line))
        if in_table:
            if pending:
                yield pending, False
            pending = None
            yield line, True
        elif pending and last and (_turned(page, grid, pending, line) or _broken(page, pending, line, printed.is_full(last), printed.is_flush(line))):
            pending = Span(pending.start, line.end)
        else:
            if pending:
                yield pending, False
            pending = line
    if pending:
        yield pending, False


def _turned(page: Page, grid: Grid, before: Span, after: Span) -> bool:
    """Whether a sentence goes on over the page: the number of a page stood between the lines, and the first of them has begun a sentence that
    no sign ends; a list of bodies where its last is none: 责任单位：区住建局、市规划 / — 2 — / 和自然资源局。"""
    words, label = page.words, label_at(page.words, before.start, before.end)
    begun = _INNER.search(words, label.span.end if label else before.start, before.end)
    if not begun or _OVER.search(words, before.start, before.end) or not _PAGED.search(grid.between(after.start)):
        return False
    if label_at(words, after.start, after.end) or _ANNEX.match(words, after.start) or _DOERS.match(words, after.start, after.end):
        return False
    if Gap.SPACE in page.gaps[before.start + 1 : before.end] or any(page.gaps[after.start + 1 : after.start + _NAME]):
        return False  # lines of a roster
    listed = _DOERS.match(words, before.start, before.end) or says_who(words[before.slice])
    return not listed or not is_agency(_LAST.split(words[before.slice])[-1])


def _broken(page: Page, before: Span, after: Span, is_full: bool | None, is_flush: bool) -> bool:
    """Whether a line goes on in the next: it ends in no sign, and is full, or where nobody knows how long that is, no heading.

    Where paragraphs are indented, a full line goes on in one that is flush, whatever it ends in: …业务2天内完成。 / 积极推广… / 2.0版平台."""
    words = page.words
    if words[after.start] in BULLETS[3:] or _ANNEX.match(words, after.start):
        return False
    if _is_open(words, before, after, bool(is_full)):
        return True
    if _DOERS.match(words, after.start, after.end):
        return False
    over, number = bool(_OVER.search(words, before.start, before.end)), label_at(words, after.start, after.end)
    if is_full and number and not over and not _is_next(words, before, number):
        number = None  # …，大中型项目压缩至 / 0.5天
    if is_full and is_flush and not (number and (over or number.form in _NUMBERS)):
        return True
    if over or number or (words[before.end - 1] == "”" and not is_full):
        return False
    quoting = words.rfind("《", before.start, before.end) > words.rfind("》", before.start, before.end)
    if is_full or words[before.end - 1] in "，、（《“" or quoting or _HANGS.search(words, before.start, before.end):
        return True
    if is_full is not None or _LABELLED.match(words, after.start, after.end):
        return False
    if page.gaps[after.start] == Gap.BLANK and _LIST.fullmatch(words, before.start, before.end) and _SENTENCE.match(words, after.start, after.end):
        return False  # 责任单位：区商务局、区文旅局 / 检查期间，发现隐患的…
    if _is_cell(words[before.slice]) or _is_cell(words[after.slice]):
        return False
    label = label_at(words, before.start, before.end)
    text = words[label.span.end if label else before.start : before.end]  # the sign of a label (一、) is none of the sentence
    if label and _BINDS.search(text):
        return True  # 第五条 经营者应当公布收费 / 标准
    if label and len(text) <= 45 and not _INNER.search(text):
        return False
    return len(text) >= 24 and bool(_INNER.search(text))


def _is_open(words: str, before: Span, after: Span, is_full: bool) -> bool:
    """Whether a bracket that a line opens is closed in the next: （责任单位： / 区水务局、区财政局）."""
    closes = _CLOSES_FULL if is_full else _CLOSES
    return words.rfind("（", before.start, before.end) > words.rfind("）", before.start, before.end) and bool(closes.match(words, after.start, after.end))


def _is_next(words: str, before: Span, number: Label) -> bool:
    """Whether a number at the start of a full line's next begins a part: one of the upper levels, behind a heading, or next to the last."""
    last = label_at(words, before.start, before.end)
    if number.form in _NUMBERS:
        return not COUNTED.match(words, number.span.start)
    return not _INNER.search(words, before.start, before.end) or bool(last and last.form == number.form and last.ordinal + 1 == number.ordinal)


def _is_cell(line: str) -> bool:
    """Whether a line is what a cell of a table of tasks holds: a number, the title of a column, who does what."""
    return bool(NUMBER.fullmatch(line)) or is_title(line) or says_who(line)


@dataclass(frozen=True, slots=True)
class _Print:
    """How a page is printed: `widths` of its lines by their start, the least that is `full` (None where a line is a paragraph), and which
    lines are `flush` where the first of a paragraph is indented."""

    widths: dict[int, float]
    full: float | None
    flush: frozenset[int]

    def is_full(self, line: Span) -> bool | None:
        return None if self.full is None else self.widths.get(line.start, len(line)) >= self.full

    def is_flush(self, line: Span) -> bool:
        return line.start in self.flush


@lru_cache(maxsize=4)
def _printed(page: Page, grid: Grid) -> _Print:
    """The print of a notice."""
    lines = [line for line in page.lines() if Gap.CELL not in page.gaps[line.start + 1 : line.end]]
    indents = {line.start: _width(grid.blank(line.start)) for line in lines}
    widths = {line.start: _width(page.words[line.slice]) + sum(_width(grid.blank(i)) for i in _blanks(page, line)) for line in lines}
    longest = sorted(widths.values())[-1 - len(lines) // _STRAY] if lines else 0
    if not _NARROW <= longest <= _WIDE:
        return _Print(widths, None, frozenset())
    full = [line for line in lines if widths[line.start] >= longest - _RAGGED and page.words[line.end - 1] not in _ENDS]
    prose = sum(1 for line in full if _INNER.search(page.words, line.start, line.end))
    if len(full) < _FULL or prose * 2 < len(full):
        return _Print(widths, None, frozenset())
    flush = frozenset(start for start, indent in indents.items() if indent < 1)
    # lines behind a full one are mostly flush, others are mostly not
    on, new = ([after.start in flush for before, after in pairwise(lines) if (widths[before.start] >= longest - _RAGGED) is full] for full in (True, False))
    indented = sum(on) * 4 >= len(on) * 3 and sum(new) * 2 <= len(new)
    return _Print(widths, longest - _RAGGED, flush if indented else frozenset())


def _blanks(page: Page, line: Span) -> Iterator[int]:
    """Before which characters of a line blanks stand."""
    yield line.start
    yield from (hit.start() for hit in _GAP.finditer(page.gaps, line.start + 1, line.end))


def _width(words: str) -> float:
    """The width of a line in full characters; a Latin letter, a figure or a blank is half of one."""
    return len(words) - len(_HALF.findall(words)) / 2


def _is_item(page: Page, line: Span) -> bool:
    """A row whose only edge stands right behind its label is an item: 1. | 区教委 …"""
    label = label_at(page.words, line.start, line.end)
    if not label or label.form not in ("first", "second", "fourth"):
        return False
    edges = [i for i in range(line.start + 1, line.end) if page.gaps[i] == 3]
    return edges == [label.span.end]
