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
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}|\d\d|[三四五六七八九][〇○零一二三四五六七八九])"
_HAN = r"(?:(?![的第年月日号])[\u4e00-\u9fa5A-Z])"
_CODE = rf"{_HAN}{{1,10}}(?:（{_HAN}{{1,6}}）)?{_HAN}{{0,6}}"
# 望政发〔2019〕1号, 〔1996〕武司字第82号, 国办发明电〔2018〕15号, 常会〔2019〕第3期
_CODED = rf"(?:{_CODE})?〔{_YEAR}〕[\u4e00-\u9fa5]{{0,8}}(?:第|字第)?{_COUNT}(?:[-—]\d{{1,3}})?[号期]"
# 国发字第37号, 政秘字第7号, （64）财预字第380号, 望署教（79）中字第12号
_OLDER = rf"(?:{_HAN}{{0,8}}（{_YEAR}）{_HAN}{{0,8}}|{_HAN}{{1,8}})字(?:〔{_YEAR}〕)?第?{_COUNT}号"
# 渝府令第121号: the 代字 of an order; X人民政府令 is the title of one
_ORDER = rf"{_HAN}(?:(?<!政)府|政)令第?{_COUNT}号"
# （2021）岚0102破3号: the case that a court gives notice of
_CASE = rf"（(?:19|20)\d\d）{_HAN}{{1,2}}\d{{0,4}}{_HAN}{{1,4}}\d{{1,6}}号"
_ONE = rf"(?:{_CODED}|{_OLDER}|{_ORDER}|{_CASE})"
_NUMBER = re.compile(rf"{_ONE}(?:[、，/；]{_ONE}){{0,3}}")
# 第7号, 公告第3号, 2018年第12号, 国家税务总局公告2018年第12号, 第十三届第5号, 第3期
_SESSION = rf"(?:[〔（\[]第?{_COUNT}届[〕）\]]|第?{_COUNT}届)"
_SERIES = rf"(?:(?:{_YEAR}年)?度?{_SESSION}?第{_COUNT}[号期]|（{_COUNT}）号|[〔（]{_YEAR}[〕）]第{_COUNT}次)"
# 第6期（总第211期）: counted through the years too
_ALL = rf"（总第?{_COUNT}[号期]）"
_SERIAL = re.compile(rf"(?P<masthead>[\u4e00-\u9fa5]{{0,30}}(?:公告|通告|令|纪要|简报))?{_SERIES}(?:{_ALL})?")
# how a body begins right behind the number of an order or announcement
_BODY = re.compile(r"[《（现公经已]|根据|依据|依照|按照|为[了进加规贯深认切保维做促全推]")
# a number alone in its line that lost its 号
_CUT = re.compile(rf"{_HAN}{{2,10}}(?:〔(?:19|20)\d\d〕|[〔（](?:19|20)\d\d)\d{{1,4}}(?!\d)号?")
_BRACKETED = re.compile(rf"[（〔\[【](?P<number>{_ONE}(?:[、，]{_ONE}){{0,2}}|(?:公告|通告|令)?{_SERIES})[）〕\]】]")
_NAMED = re.compile(rf"[\u4e00-\u9fa5]{{2}}(?:[\u4e00-\u9fa5]{{2}})?(?:通知|通报|专报|简报|快报)〔{_YEAR}〕第?{_COUNT}[号期]")
# a 文种 is no part of a code: where one stands, the title is not yet over
_TITLE = re.compile(r"通知|意见|决定|通告|公告|批复|报告|方案|办法|规定|通报|关于|实施|文件|纪要|命令|公报|决议|议案|请示|令(?=[\u4e00-\u9fa5]{2})")


def number_at(page: Page, at: int) -> Span | None:
    """The 发文字号 that begins here, in brackets or not; no break may stand in its code.

    >>> words = "望政发〔2019〕1号各镇人民政府："
    >>> number_at(Page(words, bytes(len(words))), 0)
    Span(start=0, end=11)
    """
    bracketed = _BRACKETED.match(page.words, at)
    if bracketed and not page.words.startswith(("的", "，", "。", "、"), bracketed.end()):
        return Span(*bracketed.span())
    found = _NUMBER.match(page.words, at)
    if not found:
        cut = _CUT.match(page.words, at)
        least = Gap.LINE if cut and "〕" in cut[0] else Gap.SPACE
        return Span(*cut.span()) if cut and page.breaks(at, least) and page.breaks(cut.end(), least) and not _TITLE.search(cut[0]) else None
    code = found[0].partition("〔")[0]
    if _TITLE.search(code) or any(gap >= Gap.LINE for gap in page.gaps[at + 1 : at + max(1, len(code))]):
        return None
    end = found.end()
    while end < len(page) and Gap.SPACE <= page.gaps[end] < Gap.LINE and (more := _NUMBER.match(page.words, end)):
        if _TITLE.search(more[0].partition("〔")[0]) or more[0] == found[0]:
            break
        end = more.end()
    return Span(at, end)


def named_at(page: Page, at: int) -> Span | None:
    """A number whose code is the name of a series, on a line by itself: 督办通知〔2018〕9号."""
    found = _NAMED.match(page.words, at)
    return Span(*found.span()) if found and page.breaks(at) and page.breaks(found.end()) else None


def serial_at(page: Page, at: int) -> Span | None:
    """The number of an order or an announcement: a line by itself, or right after 令 or 公告."""
    found = _SERIAL.match(page.words, at)
    if not found or _TITLE.search(found[0].rpartition("公告")[0]):
        return None
    if any(gap >= Gap.LINE for gap in page.gaps[at + 1 : found.end()]):
        return None
    named = bool(found["masthead"]) or (at > 0 and page.words[at - 1] in "令告")
    apart = page.breaks(at) and page.breaks(found.end(), Gap.SPACE)
    over = page.breaks(found.end(), Gap.SPACE) or _BODY.match(page.words, found.end())
    return Span(*found.span()) if apart or (named and over) else None


def masthead_of(page: Page, serial: Span) -> int:
    """Where the name of the sender in front of a serial number ends: …人民政府令 | 第7号."""
    found = _SERIAL.match(page.words, serial.start)
    return found.end("masthead") if found and found["masthead"] else serial.start


def number_words(found: str) -> str:
    """A number in its one form: brackets 〔〕, nothing round it.

    >>> number_words("（望政发〔2019〕1号）"), number_words("第7号")
    ('望政发〔2019〕1号', '第7号')
    """
    found = re.sub(rf"{_ALL}$", "", found)
    bracketed = _BRACKETED.fullmatch(found)
    number = normal(bracketed["number"] if bracketed else found)
    number = re.sub(rf"^（({_YEAR}|第?{_COUNT}届)）", r"〔\1〕", number)
    number += "号" * (bool(_CUT.fullmatch(number)) and not number.endswith("号"))
    return re.sub(r"(?<=[号期])(?=[\u4e00-\u9fa5A-Z])", "、", number)
