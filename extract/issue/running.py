"""Heads in running text, where line breaks are lost: …的通知望政发〔2019〕1号各镇人民政府：…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.head.addressee import addressee_at
from extract.head.bodies import BODY
from extract.head.genre import kind_before, official
from extract.head.number import number_at, number_words, serial_at
from extract.head.page import Page
from extract.mentions.date import DATE
from kg.model import Span

_KIND = re.compile(r"的(?:紧急)?(?:通知|决定|批复|意见|复函|函|请示|报告|通报)(?=[^，。；：《》“]{2,80}[，：])")
_ORDER = re.compile(r"(?<=令)第[\d〇零一二三四五六七八九十百]{1,6}号")
_FRONT = re.compile(r"(?:[^，。、：《》“]{4,60}?)(?:关于|印发|转发|批转)")
_NOTE = re.compile(r"（此件[^（）]{0,20}）|附件?\d{0,2}：")
_ENDS = "。！？；"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Head:
    """A head that was found: where its notice begins, the title, the number by which it is told from its repetition."""

    start: int
    title: Span
    number: str | None = None
    sure: bool = True


def running(page: Page, line: Span) -> Iterator[Head]:
    """The heads inside a line, each known by what follows its title: a number and addressees, addressees, 第7号."""
    words = page.words
    at = words.find("〔", line.start, line.end)
    while at >= 0:
        for start in range(at - 1, max(line.start, at - 16), -1):
            number = number_at(page, start)
            kind = kind_before(words, max(line.start, start - 60), start) if number else None
            if number and kind in official() and addressee_at(page, number.end):
                begin = _begin(page, line.start, start)
                yield Head(begin, Span(begin, start), number_words(words[number.slice]))
                break
        at = words.find("〔", at + 1, line.end)
    if len(line) <= _LONGEST:
        return
    for order in _ORDER.finditer(words, line.start, line.end):
        begin = _begin(page, line.start, order.start())
        if serial_at(page, order.start()) and not re.search("[，：（《]", words[begin : order.start()]):
            yield Head(begin, Span(begin, order.start()), order[0])
    for kind_ in _KIND.finditer(words, line.start, line.end):
        begin = _begin(page, line.start, kind_.end())
        if _FRONT.match(words, begin, kind_.end()) and addressee_at(page, kind_.end()):
            yield Head(begin, Span(begin, kind_.end()))


def _begin(page: Page, floor: int, at: int) -> int:
    """After the last sentence, date or note before a title with no break before it."""
    begin = max(floor, at - _LONGEST)
    depth = 0
    for i in range(at - 1, begin - 1, -1):
        sign = page.words[i]
        depth += (sign in "》〉") - (sign in "《〈")
        if depth <= 0 and (sign in _ENDS or page.breaks(i + 1)):
            begin = i + 1
            break
    for date in DATE.finditer(page.words, begin, at):
        if not page.words.startswith(("年", "度", "）"), date.end()) and "日" in date[0]:
            begin = date.end()
    note = _NOTE.match(page.words, begin)
    begin = note.end() if note else begin
    middle = (begin + at) // 2  # named under 附： and then printed
    return middle if page.words[begin:middle] == page.words[middle:at] else begin


def senders(page: Page, heads: Sequence[Head]) -> list[str]:
    """The senders that titles begin with, the longest first: 临澜市人民政府办公室, 临澜市人民政府."""
    found = set()
    for head in heads:
        front = re.match(r"[\u4e00-\u9fa5]{4,40}?(?=关于|印发|转发|批转)", page.words[head.title.slice])
        if front and BODY.search(front[0]):
            found.add(front[0])
    return sorted(found, key=len, reverse=True)
