"""Texts that a notice tells by their number and names in a list: 现将以下五个方案印发给你们：1.关于…的方案 2.….

>>> said = "现将《请假办法》等七项制度"
>>> [found["number"] for found in [SEVERAL.search(said)] if found]
['七']
"""

from __future__ import annotations

import re

from extract.head.annex import annexes, is_form, items_of
from extract.head.genre import kind_of
from extract.head.page import Page
from extract.mentions.numeral import count
from kg.model import Span

_KINDS = r"(?:文件|方案|办法|制度|规定|细则|预案|意见|计划|规程|规则|标准|清单|目录)"
_MANY = r"(?P<count>[\d一二两三四五六七八九十]{1,3})[个项件部份]"
SEVERAL = re.compile(
    rf"(?:将(?:[\u4e00-\u9fa5]{{1,8}}的)?|^|》等)(?:(?:以下|下列|如下|上述|有关|相关)(?:{_MANY})?|{_MANY.replace('count', 'number')})"
    rf"[\u4e00-\u9fa5]{{0,10}}?{_KINDS}(?:予以|一并|现|再次|重新)*$"
)
"""What stands before the verb: 以下五个方案, 《…》等七项制度, 修订后的三项制度."""
_REACH = 120


def told_by_number(page: Page, said: re.Match[str], row: list[Span], at: int, end: int) -> list[Span]:
    """The titles of texts that are told by their number: of the list behind the verb, else of the annexes, else those that are named."""
    numeral = said["count"] or said["number"]
    size = count(numeral) if numeral else None
    for titles in (_behind(page, at, end), _texts(page, annexes(page, at, end))):
        if len(titles) > 1 and (not row or size == len(titles)):
            return titles
    return row


def _behind(page: Page, at: int, end: int) -> list[Span]:
    """The numbered titles on the lines behind the verb, or behind the colon where they go on in its line."""
    first = re.compile(r"(?:1|一|（一|（1)[.．、）]").search(page.words, at, min(end, at + _REACH))
    if not first or not (page.breaks(first.start()) or page.words[first.start() - 1] in "：。"):
        return []
    titles: list[Span] = []
    for line in page.lines(first.start(), end):
        found = _texts(page, items_of(page.words, line))
        if not found or (titles and not re.match(r"[\d一二三四五六七八九十（]", page.words[line.start])):
            break
        titles += found
    return titles


def _texts(page: Page, titles: list[Span]) -> list[Span]:
    return [one for one in titles if kind_of(page.words[one.slice]) and not is_form(page.words[one.slice])]
