"""The texts that a notice carries: where each begins and ends, and what stands under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.head.addressee import addressee_at
from extract.head.annex import is_form, is_text
from extract.head.closing import COLOPHON, signature
from extract.head.genre import is_official, kind_of
from extract.head.number import number_at
from extract.head.page import Page, folded, likeness, same_from
from extract.head.publishing import Publishing
from extract.head.senders import from_title, senders_in
from extract.head.title import BODY_BEGINS, adopted_at, title_end
from extract.mentions.agency import agencies_in
from extract.mentions.date import ANY_DATE, dates_in, iso_date
from kg.model import Gap, Span

_NOTE = re.compile(r"（[^（）]{2,200}）|附：|公开(?:方式|属性)：[\u4e00-\u9fa5]{2,8}")
_LABEL = re.compile(r"附件?(?:\d{1,2}(?![\d年])|[一二三四五六七八九十]{1,2})?[：:]?")
_COUNT = re.compile(r"附件?(?P<digits>\d{1,2})")
# 附件： / 1.《…统计表》: a list of annexes, no text
_LISTED = re.compile(r"(?:1|一)[.．、](?!\d)[^。]{2,80}?(?:2|二)[.．、]")
_STATE = re.compile(r"（(?:\d{4}年?(?:版|修订版?|修订稿)?|试行|暂行|修订[版稿]?|第[一二三四五六七八九十\d]{1,2}版)）")
_HEAD = 6  # pieces of a head under a title
_SENT_BY = 40
_RUN = re.compile(rf"(?P<by>[\u4e00-\u9fa5]{{3,60}})（(?P<date>{ANY_DATE})）")
_SENTENCE = re.compile(r"[。；：，]")
_SPOKEN = re.compile(r"[》的，、。；中是]|规定|要求|印发|已经|由|自")
_BEGINS = re.compile(r"第一[编章条节]|一、|为|根据|（|1[.．、]|为了|依据|按照|近年|\d{4}年|本|第1条|总则|前言|目录|坚持|以|按|各|全|我")


@dataclass(frozen=True, slots=True)
class Found:
    """A carried text; where it is not printed, `span` and `title` are where the notice names it."""

    title: Span
    span: Span
    printed: bool = True
    senders: tuple[Span, ...] = ()
    date: str | None = None
    number: Span | None = None
    to: Span | None = None


def carried(
    page: Page, after: int, end: int, named: Sequence[Publishing], listed: Sequence[Span], title: Span
) -> list[Found]:
    """The texts after the signature, in the order printed, then those that are only named.

    `listed` are the annexes of the notice itself; its own title printed again is no text that it carries.
    """
    senders = from_title(page, title)
    sender = page.words[senders[0].start : senders[-1].end] if senders else ""
    wanted = [one.title for one in named if folded(page.words[one.title.slice]) != folded(page.words[title.slice])]
    # where no signature parts them, the clause that names a text is not the text: 《…细则》经区政府批准，现予印发。
    after = max(after, *(one.span.end for one in named if one.rule == "clause"), 0)
    places: list[tuple[Span, Span | None]] = []
    for one in wanted:
        if not _known(page, places, one):
            named_so = page.words[one.slice]
            full = _printed(page, after, end, sender + named_so) if sender and not named_so.startswith(sender) else None
            places.append((one, full or _printed(page, after, end, named_so)))
    if wanted and not any(place for _, place in places):
        places[0] = (places[0][0], _first(page, after, end, page.words[places[0][0].slice]))
    published = {one for one, _ in places}
    for one in listed:
        text = page.words[one.slice]
        place = _printed(page, after, end, text) if not _known(page, places, one) else None
        if not _known(page, places, one) and is_text(text, place is not None):
            places.append((one, place))
    places += [(one, one) for one in _unlisted(page, after, end) if not _known(page, places, one)]
    return list(_found(page, places, end, published))


def _unlisted(page: Page, after: int, end: int) -> Iterator[Span]:
    """Texts printed under 附件 that no list of annexes names."""
    for label in _LABEL.finditer(page.words, after, end):
        start = _label_end(page, label)
        if not (page.breaks(label.start()) and start < end) or _LISTED.match(page.words, start) or (label[0][-1] in "：:" and not page.breaks(start)):
            continue
        line = Span(start, min(end, page.line_end(start)))
        title = line if is_form(page.words[line.slice]) else Span(start, min(end, title_end(page, start)))
        words = page.words[title.slice]
        if len(title) <= 80 and page.breaks(title.end) and not _SENTENCE.search(words) and is_text(words, printed=True):
            yield title


def _found(page: Page, places: Sequence[tuple[Span, Span | None]], end: int, published: set[Span]) -> Iterator[Found]:
    printed: list[Span] = []
    for one in sorted(place for _, place in places if place):
        if not printed or one.start >= printed[-1].end:  # 附件一、总体要求 under 附件1 is one title, and no label
            printed.append(one)
    for i, title in enumerate(printed):
        stop = printed[i + 1].start if i + 1 < len(printed) else end
        senders, date = under_title(page, title.end, stop)
        if not senders and date is None:
            senders, date = _signed(page, Span(title.end, stop))
        sent = is_official(page.words[title.slice])
        if sent and not senders:
            senders = tuple(from_title(page, title))
        number, to = _sent(page, title.end, stop) if sent else (None, None)
        yield Found(title, Span(title.start, stop), True, senders, date, number, to)
    for named, place in places:
        if not place:
            senders = tuple(from_title(page, named)) if is_official(page.words[named.slice]) else ()
            number = number_at(page, named.end + 1) if page.words.startswith("》（", named.end) else None
            yield Found(named, named, False, senders, number=number)


def _label_end(page: Page, label: re.Match[str]) -> int:
    """Where a label ends; its count ends with its line: 附件1 over 2019年重点任务清单."""
    counted = _COUNT.match(page.words, label.start())
    ends = range(counted.start("digits") + 1, counted.end() + 1) if counted else range(0)
    return next((end for end in ends if page.breaks(end)), label.end())


def _known(page: Page, places: Sequence[tuple[Span, Span | None]], title: Span) -> bool:
    words = folded(page.words[title.slice])
    return any(folded(page.words[one.slice]) == words for one, _ in places)


def _printed(page: Page, after: int, end: int, title: str) -> Span | None:
    """Where the words are printed as a title: on lines of their own, or right after the signature and its notes."""
    label = _LABEL.match(page.words, after)
    begins = {*_starts(page, after), _label_end(page, label) if label else after}  # 2011年5月4日附件…办法第一条, with no line between
    core = folded(title)[:2]
    if len(core) < 2:
        return None
    at = after
    for at in _at(page, after, end, core, begins):
        stop = same_from(page.words, at, title)
        if not stop or stop > end:
            continue
        lost = at > after and page.words[at - 1] in "。！" and len(title) >= 8 and not _SPOKEN.match(page.words, stop)
        if lost or page.breaks(stop, Gap.SPACE) or at in begins or _BEGINS.match(page.words, stop):
            state = _STATE.match(page.words, stop)  # named without it: 应急预案 + （2025年）
            return Span(at, state.end() if state and page.breaks(state.end()) else stop)
    return None


def _at(page: Page, after: int, end: int, core: str, begins: set[int]) -> Iterator[int]:
    """Where a line (or a stretch after white space) begins with these letters."""
    yield from sorted(begins)
    at = page.words.find(core[0], after, end)
    while at >= 0:
        start = at
        while start > after and page.words[start - 1] in "《“（":
            start -= 1
        if (page.breaks(start, Gap.SPACE) or page.words[start - 1] in "。！") and start not in begins:
            yield start
        at = page.words.find(core[0], at + 1, end)


def _starts(page: Page, after: int) -> Iterator[int]:
    """After the signature, and after each note or label that follows it: （此件公开发布）, 附件1."""
    at = after
    yield at
    for _ in range(6):
        label = _LABEL.match(page.words, at)
        note = _NOTE.match(page.words, at)
        if label and page.breaks(end := _label_end(page, label), Gap.SPACE):
            at = end
        elif note:
            at = note.end()
        else:
            return
        yield at


def _first(page: Page, after: int, end: int, named: str) -> Span | None:
    """The first lines after the signature where they read as the title that was named in other words."""
    for start in sorted(set(_starts(page, after)), reverse=True):
        stop = start
        for _ in range(4):
            line = page.line_end(stop) if stop < end else stop
            if not 0 < line - stop <= 80 or _SENTENCE.search(page.words, stop, line) or line > end:
                break
            stop = line
            words = page.words[start:stop]
            if kind_of(words) == kind_of(named) and likeness(words, named) >= 0.5:
                return Span(start, stop)
    return None


def under_title(page: Page, at: int, end: int) -> tuple[tuple[Span, ...], str | None]:
    """Senders and date printed under the title of a carried text, in brackets or on lines of their own."""
    senders: list[Span] = []
    run = _RUN.match(page.words, at, end)
    if run and (pieces := senders_in(page, Span(*run.span("by")))):
        return tuple(pieces), iso_date(run["date"])  # 市民政局市财政局（2009年3月25日）为了…, with no line between
    first = next(iter(agencies_in(page.words, Span(at, min(end, at + _SENT_BY)))), None) if at < end and not page.breaks(at) else None
    if first and first.span.start == at and BODY_BEGINS.match(page.words, first.span.end):
        return (first.span,), None  # …意见省发展改革委为了…
    for line in page.lines(at, min(end, at + 600)):
        note = adopted_at(page, line.start)
        if note:
            dates = dates_in(page.words, note)
            if dates and not senders:
                senders = _inside(page, Span(note.start, dates[0].span.start))
            dates = [one for one in dates if not page.words.startswith("起", one.span.end)]  # 自2001年1月1日起施行
            whole = [one.iso for one in dates if len(one.iso) == 10] or [one.iso for one in dates if senders and len(one.iso) == 7]
            return tuple(senders), whole[-1] if whole else None
        pieces = senders_in(page, line)
        if not pieces:
            break
        senders += pieces
    return tuple(senders), None


def _sent(page: Page, at: int, end: int) -> tuple[Span | None, Span | None]:
    """Number and addressees of a text that was sent itself before it was carried: 临民〔2013〕18号 / 各县民政局：."""
    number = None
    for _ in range(_HEAD):
        if at >= end:
            break
        numbered = number_at(page, at)
        number = number or numbered
        note = numbered or adopted_at(page, at)
        if not note and (to := addressee_at(page, at)):
            return number, to
        line = Span(at, min(end, page.line_end(at)))
        if not note and not senders_in(page, line):
            break
        at = note.end if note else line.end
    return number, None


def _signed(page: Page, span: Span) -> tuple[tuple[Span, ...], str | None]:
    """Senders and date at the end of a text that was a notice itself."""
    found = signature(page, max(span.start, span.end - 200), end=span.end)
    if found and found.senders and found.span.end >= span.end - 40:
        return found.senders, found.date
    return (), None


def _inside(page: Page, span: Span) -> list[Span]:
    """Senders named in the brackets before the date: （民政部 一九九七年一月二十八日）."""
    inner = Span(span.start + page.words.startswith("（", span.start), span.end)
    return senders_in(page, inner) if 2 <= len(inner) <= 40 else []


def colophon(page: Page, start: int) -> int:
    """Where the 版记 (抄送 …, … 印发) at the end of the notice begins; the end where there is none."""
    for found in COLOPHON.finditer(page.words, max(start, len(page) - 500)):
        at = found.start()
        if page.breaks(at) or page.words[at - 1] in "。）日":
            return at
    return len(page)
