"""The number of a notice: 发文字号, and the numbers of orders, announcements and minutes.

GB/T 9704 7.2.5: 机关代字, year in 〔〕, serial number without 第 and without leading zeros. Orders are numbered through (第7号),
announcements often by year (2018年第12号), minutes by issue (第3期).
"""

from __future__ import annotations

import re

from extract.head.page import Page
from extract.mentions.number import normal
from kg.model import Gap, Span

_COUNT = r"[\d〇○零一二三四五六七八九十百]{1,6}"
_YEAR = r"(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}|\d\d"
_HAN = r"(?:(?![的第年月日号])[\u4e00-\u9fa5A-Z])"
_CODE = rf"{_HAN}{{1,16}}(?:（{_HAN}{{1,6}}）)?{_HAN}{{0,6}}"
# a 文种 is no part of a code: where one stands, the title is not yet over
_TITLE = re.compile(r"通知|意见|决定|通告|公告|批复|报告|方案|办法|规定|通报|关于|实施")
# 望政发〔2019〕1号, 〔1996〕武司字第82号, 国办发明电〔2018〕15号, 常会〔2019〕第3期
CODED = rf"(?:{_CODE})?〔(?:{_YEAR})〕[\u4e00-\u9fa5]{{0,8}}(?:第|字第)?{_COUNT}(?:[-—]\d{{1,3}})?[号期]"
# 国发字第37号, 政秘字第7号
OLDER = rf"[\u4e00-\u9fa5]{{1,8}}字(?:〔(?:{_YEAR})〕)?第?{_COUNT}号"
# 第7号, 2018年第12号, 第3期
SERIAL = rf"(?:(?:{_YEAR})年)?(?:[\u4e00-\u9fa5]{{1,6}}届)?第{_COUNT}[号期]"
_ONE = rf"(?:{CODED}|{OLDER})"
NUMBER = re.compile(rf"{_ONE}(?:[、，/；]?{_ONE}){{0,3}}")
NUMBERED = re.compile(SERIAL)
BRACKETED = re.compile(rf"（(?P<number>{_ONE}|{SERIAL})）|[〔\[](?P<plain>{SERIAL})[〕\]]")


def number_words(found: str) -> str:
    """A number in its one form: brackets 〔〕, nothing round it.

    >>> number_words("（望政发（2019）1号）")
    '望政发〔2019〕1号'
    """
    bare = found[1:-1] if found[:1] in "（〔[" and found[-1:] in "）〕]" else found
    return normal(bare)


def number_at(page: Page, at: int) -> Span | None:
    """The 发文字号 that begins here; a break may stand in it only before the year."""
    found = NUMBER.match(page.words, at)
    if not found or _TITLE.search(found[0].split("〔")[0]):
        return None
    if any(gap >= Gap.LINE for gap in page.gaps[at + 1 : at + max(1, found[0].find("〔"))]):
        return None
    return Span(*found.span())
