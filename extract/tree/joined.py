"""The lines of a range, those put together that the printer broke in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.head.page import Page
from extract.roles import says_who
from extract.tree.cells import Grid
from extract.tree.labels import BULLETS, label_at
from extract.tree.records import NUMBER
from extract.tree.spread import is_title
from kg.model import Gap, Span

_ENDS = "。！？；：”"
_CLOSES = re.compile(r"[^（）：]{1,60}）")
_INNER = re.compile(r"[，。；、]")
_ANNEX = re.compile(r"附[件：表]")
_LABELLED = re.compile(r"[^，。；]{2,12}：")
_LIST = re.compile(r"[^，。；：、]{2,8}：[^，。；：]{2,200}")  # a label and its list
_BINDS = re.compile("应当|不得|必须")  # no heading has such a word
_SENTENCE = re.compile(r"[^、。；：]{2,40}，")
_HANGS = re.compile("[，；](?:自|从|由|并|且|将|经|按|在|对|为|于|与|和|及)$")  # 现发布《…》，自 / 发布之日起施行
_HALF = re.compile(r"[!-~]")
_NARROW, _WIDE = 18, 60  # the least and the most signs that a printed line holds
_RAGGED = 4.5  # by so much a full line may be short: an indent, a sign or a number that goes to the next line whole
_FULL = 3  # so many full lines are no chance


def joined(page: Page, grid: Grid, span: Span) -> Iterator[tuple[Span, bool]]:
    """The lines of a range, those put together that are one broken sentence; whether each is a row of a table."""
    pending: Span | None = None
    line: Span | None = None
    full = _full(page.words, page.gaps)
    in_table = False
    for following in page.lines(span.start, span.end):
        last, line = line, following
        in_table = (grid.is_row(line) and not _is_item(page, line)) or (in_table and grid.goes_on(line))
        if in_table:
            if pending:
                yield pending, False
            pending = None
            yield line, True
        elif pending and last and _broken(page, pending, line, None if full is None else _width(page.words[last.slice]) >= full):
            pending = Span(pending.start, line.end)
        else:
            if pending:
                yield pending, False
            pending = line
    if pending:
        yield pending, False


def _broken(page: Page, before: Span, after: Span, is_full: bool | None) -> bool:
    """Whether a line goes on in the next: it ends in no sign, and is full, or where nobody knows how long that is, no heading."""
    words = page.words
    last = words[before.end - 1]
    if last in _ENDS or label_at(words, after.start, after.end) or words[after.start] in BULLETS[3:] or _ANNEX.match(words, after.start):
        return False
    quoting = words.rfind("《", before.start, before.end) > words.rfind("》", before.start, before.end)
    if last in "，、（《“" or is_full or quoting or _HANGS.search(words, before.start, before.end):
        return True
    if words.rfind("（", before.start, before.end) > words.rfind("）", before.start, before.end) and _CLOSES.match(words, after.start, after.end):
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


def _is_cell(line: str) -> bool:
    """Whether a line is what a cell of a table of tasks holds: a number, the title of a column, who does what."""
    return bool(NUMBER.fullmatch(line)) or is_title(line) or says_who(line)


@lru_cache(maxsize=4)
def _full(words: str, gaps: bytes) -> float | None:
    """The least width of a full line where the page is printed in lines of one width; None where a line is a paragraph."""
    lines = [words[line.slice] for line in Page(words, gaps).lines()]
    longest = max(map(_width, lines), default=0)
    if not _NARROW <= longest <= _WIDE:
        return None
    full = [line for line in lines if _width(line) >= longest - _RAGGED and line[-1] not in _ENDS]
    prose = sum(1 for line in full if _INNER.search(line))
    return longest - _RAGGED if len(full) >= _FULL and prose * 2 >= len(full) else None


def _width(words: str) -> float:
    """The width of a line in full characters; a Latin letter or a figure is half of one."""
    return len(words) - len(_HALF.findall(words)) / 2


def _is_item(page: Page, line: Span) -> bool:
    """A row whose only edge stands right behind its label is an item: 1. | 区教委 …"""
    label = label_at(page.words, line.start, line.end)
    if not label or label.form not in ("first", "second", "fourth"):
        return False
    edges = [i for i in range(line.start + 1, line.end) if page.gaps[i] == 3]
    return edges == [label.span.end]
