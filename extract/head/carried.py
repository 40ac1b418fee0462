"""The texts that a notice carries: where each begins, what stands under its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.head.genre import kind_of
from extract.head.page import Page, folded, same_from
from extract.head.publishing import Publishing
from extract.mentions.date import DATE, iso_date
from kg.model import Gap, Span

_ANNEX = re.compile(r"附件(?:[\d一二三四五六七八九十]{0,2})[：:]?(?=\S)")
_ITEM = re.compile(r"(?P<label>\d{1,2}[.．、]|[一二三四五六七八九十]{1,2}、)")
_TABLE = re.compile(r"(?:表|表格|名册|申请书|回执|样式|图|名单|花名册|登记卡|联系方式|统计|模板|格式|范本|须知)(?:（[^（）]*）)*$")
_COUNTED = re.compile(r"（(?:共计?|合计)[^（）]{1,12}）$")
_UNDER = re.compile(rf"（(?P<who>[^（）]{{0,60}}?)(?P<date>{DATE.pattern.replace('?P<', '?:').replace('(?P=sep)', '[-./]')})(?P<how>[^（）]{{0,120}})）")
_COLOPHON = re.compile(r"(?:抄送|抄报|主题词)：?|[\u4e00-\u9fa5（）、]{4,60}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发")


@dataclass(frozen=True, slots=True)
class Found:
    """A carried text; `under` is what stands between its title and its words (senders, date)."""

    title: str
    title_span: Span
    span: Span
    printed: bool
    under: Span | None = None


def carried(page: Page, after: int, end: int, published: Sequence[Publishing], listed: Sequence[Span]) -> list[Found]:
    """The texts after the signature, in order, then those that are only named."""
    wanted = [one.title_span for one in published] + [one for one in listed if _is_text(page.words[one.slice])]
    found: list[Found] = []
    missing: list[Span] = []
    for title in wanted:
        words = page.words[title.slice]
        if any(folded(one.title) == folded(words) for one in found):
            continue
        place = _printed(page, after, end, words)
        if place:
            found.append(Found(page.words[place.slice], place, place, True))
        else:
            missing.append(title)
    if missing and not found and published and after < end:
        first = _first_title(page, after, end)
        if first and len(set(folded(page.words[first.slice])) & set(folded(page.words[missing[0].slice]))) >= 4:
            missing = missing[1:]
            found.append(Found(page.words[first.slice], first, first, True))
    found.sort(key=lambda one: one.title_span)
    for i, one in enumerate(found):
        stop = found[i + 1].title_span.start if i + 1 < len(found) else end
        found[i] = Found(one.title, one.title_span, Span(one.title_span.start, stop), True)
    return found + [Found(page.words[one.slice], one, one, False) for one in missing]


def _is_text(title: str) -> bool:
    return kind_of(title) is not None and not _TABLE.search(title)


def _printed(page: Page, after: int, end: int, title: str) -> Span | None:
    """Where the title is printed as a title: at a line break, or right after the signature."""
    first = folded(title)[:1]
    if not first:
        return None
    at = after
    while 0 <= at < end:
        if page.breaks(at, Gap.SPACE) or at == after:
            stop = same_from(page.words, at, title)
            if stop and (page.breaks(stop, Gap.SPACE) or at == after):
                return Span(at, stop)
        at = _next(page, at + 1, end)
    return None


def _next(page: Page, at: int, end: int) -> int:
    while at < end and page.gaps[at] < Gap.SPACE:
        at += 1
    return at


def _first_title(page: Page, after: int, end: int) -> Span | None:
    """The first lines after the signature where they read as a title."""
    at = after
    for _ in range(4):
        stop = page.line_end(at)
        if stop - at > 80 or re.search(r"[。；：]", page.words[at:stop]):
            return None
        if kind_of(page.words[after:stop]):
            return Span(after, min(stop, end))
        at = stop
        if at >= end:
            return None
    return None


def listed(page: Page, start: int, end: int) -> list[Span]:
    """The titles of the 附件 list of the notice itself: 附件：1.… 2.…"""
    found = _ANNEX.search(page.words, start, end)
    while found and not (page.breaks(found.start(), Gap.SPACE) or page.words[found.start() - 1] in "。）日"):
        found = _ANNEX.search(page.words, found.end(), end)
    if not found:
        return []
    titles: list[Span] = []
    at = found.end()
    for line in page.lines(at, end):
        label = _ITEM.match(page.words, line.start, line.end)
        if not label and line.start > at:
            break
        if line.end - line.start > 120 and not label:
            break
        titles += _items(page.words, line)
        if not label:
            break
    return titles


def _items(words: str, line: Span) -> list[Span]:
    """The items of one line, cut at their numbers."""
    starts = [found.end() for found in re.finditer(r"(?<!\d)\d{1,2}[.．、](?!\d)", words[line.slice])]
    if not starts:
        starts = [0]
    spans = []
    marks = [found.start() for found in re.finditer(r"(?<!\d)\d{1,2}[.．、](?!\d)", words[line.slice])][1:] + [len(line)]
    for begin, stop in zip(starts, marks, strict=False):
        span = Span(line.start + begin, line.start + stop)
        text = words[span.slice]
        counted = _COUNTED.search(text)
        if counted:
            span = Span(span.start, span.start + counted.start())
        while len(span) > 2 and words[span.start] == "《" and words[span.end - 1] == "》":
            span = Span(span.start + 1, span.end - 1)
        if len(span):
            spans.append(span)
    return spans


def colophon(page: Page, start: int) -> int:
    """Where the 版记 (抄送 …, … 印发) at the end of the notice begins."""
    tail = max(start, len(page) - 400)
    for found in _COLOPHON.finditer(page.words, tail):
        if page.breaks(found.start()) or page.words[found.start() - 1] in "。）":
            return found.start()
    return len(page)


def under_title(page: Page, at: int, end: int) -> tuple[list[Span], str | None, Span | None]:
    """Senders and date printed under the title of a carried text, with all of their range."""
    found = _UNDER.match(page.words, at, end)
    if found:
        who = Span(*found.span("who"))
        named = [who] if len(who) >= 2 and not found["how"] else []
        return named, iso_date(found["date"]), Span(*found.span())
    senders: list[Span] = []
    for line in page.lines(at, end):
        if len(line) > 60 or re.search(r"[。；：，]", page.words[line.slice]):
            break
        pieces = _columns(page, line)
        if not all(re.search(r"(?:办|局|委|部|厅|院|会|室|处|府|行|社|署|中心|司|公司)(?:（[^（）]*）)?$", page.words[one.slice]) for one in pieces):
            break
        if any(re.match(r"第?[一二三四五六七八九十\d（(]", page.words[one.slice]) for one in pieces):
            break
        senders += pieces
    return (senders, None, Span(senders[0].start, senders[-1].end)) if senders else ([], None, None)


def _columns(page: Page, line: Span) -> list[Span]:
    pieces, start = [], line.start
    for i in range(line.start + 1, line.end + 1):
        if i == line.end or page.gaps[i] >= Gap.WIDE:
            pieces.append(Span(start, i))
            start = i
    return pieces
