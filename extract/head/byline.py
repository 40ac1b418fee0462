"""Who and when, printed over or under a title: senders with a date, the day of a report, who gave it."""

from __future__ import annotations

import re

from extract.head.addressee import addressee_at
from extract.head.bodies import PERSON
from extract.head.metadata import meta_at
from extract.head.number import number_at
from extract.head.page import Page
from extract.head.senders import senders_in
from extract.head.title import adopted_at, adopted_run
from extract.mentions.date import DATE, ONE_DATE
from kg.model import Gap, Span

# 望溪区人民政府办公室　2019年6月3日; collections of laws: 1988年12月8日，望溪区人民法院
_DATED = re.compile(rf"(?P<by>[^。，：；]{{4,60}}?)(?:编印?|整理|印发?)?(?P<date>{ONE_DATE})")
_DAY_AND_PLACE = re.compile(rf"{ONE_DATE}[\u4e00-\u9fa5]{{0,8}}")
_DATED_FIRST = re.compile(rf"(?P<date>{ONE_DATE})[，、]?(?P<by>[^。，：；]{{3,60}})")


def byline(page: Page, at: int) -> tuple[tuple[Span, ...], int] | None:
    """Senders under the title, with the date on their line or in the brackets after: 望溪区统计局 / （2019年3月31日）."""
    behind_number = page.breaks(at, Gap.SPACE) and page.words[at - 1] == "号"  # 望政函〔2005〕8号 望溪区人民政府 2005年7月20日
    if not (page.breaks(at) or behind_number):
        return None
    found: list[Span] = []
    for line in page.lines(at, min(len(page), at + 400)):
        if found and addressee_at(page, line.start) and all(page.words.find(page.words[one.slice], line.start) > 0 for one in found):
            return tuple(found), line.start  # …的通知 / 望政发〔2019〕1号 / 望溪区教育局 / 各学校：
        if found and (adopted_at(page, line.start) or page.breaks(line.start, Gap.BLANK)):
            return tuple(found), line.start
        dated = _DATED.fullmatch(page.words, line.start, line.end) or _DATED_FIRST.fullmatch(page.words, line.start, line.end)
        if dated and not adopted_run(page.words, line.start) and (named := senders_in(page, Span(*dated.span("by")))):
            return (*found, *named), line.end
        pieces = senders_in(page, line)
        if not pieces:
            return None
        found += pieces
    return None


def signed_above(page: Page, at: int) -> tuple[tuple[Span, ...], int] | None:
    """Senders and date over the title: the signature of a notice of which only the text that it carries was saved."""
    by = byline(page, at)
    note = adopted_at(page, by[1]) if by else None
    end = note.end if note else by[1] if by else at
    return (by[0], end) if by and DATE.search(page.words, at, end) else None


def dated_at(page: Page, at: int) -> Span | None:
    """A date set apart in a head whose lines are lost: 望政办发〔2019〕3号 2019年3月5日 各镇人民政府：; the rest of the line of a number
    that a collection prints with the day and the province: 望政办函〔2003〕248号2003年12月16日岚江省."""
    if at and not page.breaks(at) and page.words[at - 1] == "号" and _DAY_AND_PLACE.fullmatch(page.words, at, page.line_end(at)):
        return Span(at, page.line_end(at))
    date = DATE.match(page.words, at)
    apart = date and page.breaks(at, Gap.SPACE) and page.breaks(date.end(), Gap.SPACE)
    return Span(at, date.end()) if date and apart and (addressee_at(page, date.end()) or meta_at(page, date.end())) else None


def numbered_day(page: Page, at: int) -> Span | None:
    """The number behind the day on the line under a title: 1968.03.18；望发〔68〕47号."""
    day = DATE.match(page.words, at) if page.breaks(at) else None
    number = number_at(page, day.end() + 1) if day and page.words[day.end() : day.end() + 1] in "；，、/" else None
    return number if number and page.breaks(number.end) else None


def day_at(page: Page, at: int) -> Span | None:
    """A line that is a day, by itself or in brackets, over the addressees of a notice that was saved without its title."""
    line = Span(at, page.line_end(at))
    told = adopted_at(page, at) == line if page.words.startswith("（", at) else DATE.fullmatch(page.words, line.start, line.end)
    return line if told and page.breaks(at) and line.end < len(page) and addressee_at(page, line.end) else None


def note_alone(page: Page, at: int) -> Span | None:
    """The note of adoption, in brackets on a line, over a text that was saved without its title."""
    note = adopted_at(page, at) if page.words.startswith("（", at) and page.breaks(at) else None
    return note if note and page.breaks(note.end) else None


def spoken_at(page: Page, at: int) -> Span | None:
    """When and by whom a report was given: ——2020年1月8日在…会议上, 区发展改革委主任 王涛."""
    end = page.line_end(at)
    if not page.breaks(at) or end - at > 80:
        return None
    said = page.words[at:end]
    by = said.rpartition("、")[2]  # 区委常委、副区长王涛
    return Span(at, end) if (said.startswith("—") and "在" in said) or (PERSON.fullmatch(by) and len(by) > 2) else None
