"""Where the notices of an issue begin.

By the form alone: a title that ends in a 文种, next to a line that is a number, a line of addressees, or the note of adoption.
A number cited in a sentence is no line of its own; a text that a notice carries is named by that notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.addressee import addressee_at
from extract.head.genre import is_official
from extract.head.number import number_at
from extract.head.page import Page, folded
from extract.mentions.date import DATE
from kg.model import Gap, Span

_YEAR = re.compile(r"〔(?=(?:19|20)?\d\d〕)")
_END = re.compile(r"[。；！？]")
_BEGINS = re.compile(r"关于|印发|转发|批转|公布|发布|任免|任命|免去|表彰|授予|同意|撤销|调整|成立|设立")
_SENDER = re.compile(r"(?:政府|院|委|会|部|厅|局|办|室|处|府|组|行|社|署|中心|公司|集团|学|校|党组|法院|检察院)(?:（[^（）]{1,30}）)?$")
_NOTE = re.compile(r"（(?:此件|本文|此文)|抄送|主题词|附件")
_MOST_LINES = 8


def heads(page: Page) -> list[int]:
    """The starts of the notices of a text, in order; empty where no head is known by its number."""
    found: list[int] = []
    last = ""
    for number in _numbers(page):
        words = page.words[number.slice]
        start = _title_start(page, number.start)
        if start is None or not _body_follows(page, number.end):
            continue
        if words == last:
            continue
        last = words
        found.append(start)
    return found


def _numbers(page: Page) -> Iterator[Span]:
    """Every 发文字号 that is a line of its own."""
    for year in _YEAR.finditer(page.words):
        start = page.line_start(year.start())
        number = number_at(page, start) if year.start() - start < 30 else None
        if number and page.breaks(number.end):
            yield number


def _body_follows(page: Page, at: int) -> bool:
    if at >= len(page):
        return False
    end = page.line_end(at)
    return addressee_at(page, at) is not None or bool(_END.search(page.words, at, end))


def _title_start(page: Page, end: int) -> int | None:
    """Where the title whose last line ends at `end` begins; None where the lines above are no title."""
    lines: list[Span] = []
    stop = end
    while stop > 0 and len(lines) < _MOST_LINES:
        line = Span(page.line_start(stop - 1), stop)
        if not _in_title(page, line):
            break
        lines.append(line)
        stop = line.start
    if not lines or not is_official(page.words[lines[-1].start : end]):
        return None
    for i, line in enumerate(lines):
        words = page.words[line.slice]
        if not (_BEGINS.match(words) or re.match(r"[^，。、《》]{2,40}?(?:关于|印发|转发|批转)", words)):
            continue
        above = [one for one in lines[i + 1 :]]
        start = line.start
        for one in above:
            if not _SENDER.search(page.words[one.slice]) or re.search(r"\d", page.words[one.slice]):
                break
            start = one.start
        return start
    return lines[0].start


def _in_title(page: Page, line: Span) -> bool:
    words = page.words[line.slice]
    if len(line) > 120 or _END.search(words) or words.endswith("：") or _NOTE.match(words):
        return False
    if any(gap == Gap.CELL for gap in page.gaps[line.start + 1 : line.end]):
        return False
    dated = DATE.match(words)
    return not (dated and dated.end() == len(words))


def same_title(one: str, other: str) -> bool:
    """Two printings of one title."""
    return folded(one) == folded(other)
