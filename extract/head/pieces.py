"""Pieces of a head that are known by their form: lines that a page or a collection adds, and lines of addressees without a title."""

from __future__ import annotations

import re

from extract.head.addressee import addressee_at
from extract.head.bodies import ADDRESSED
from extract.head.genre import is_official, kind_of
from extract.head.headline import MASTHEAD
from extract.head.page import Page, same_from
from extract.head.title import BODY_BEGINS, title_end
from extract.mentions.date import DATE
from kg.model import Gap, Span

_CAPTION = 60
BULLETS, _VALUE = "·•▪●◆■", 40
_AGAIN, _LINES = 8, 12  # characters of a title that tells itself, lines of a page under it
# 你市《关于…的请示》收悉: a letter answers whom it addresses
_LETTER = re.compile(r"[你贵您](?:省|市|州|县|区|局|委|厅|部|办|院|校|公司|单位|镇|乡|街道)|[^。]{0,80}收悉")
_TAG = re.compile(
    r"(?:简介|导读|摘要|内容概述)：[^\n]{0,400}?[！!。](?=第[一二三四五六七八九十1-9]篇：)|第[一二三四五六七八九十1-9]篇：|（(?:行政)?(?:规范性文件|政策文件|通知公告|人事任免|已废止|已失效|失效|有效|现行有效|废止|转载|原创|置顶|最新"
    r"|[上下][接转]第?[\d一二三四五六七八九十]{1,2}版)）|[A-Z][A-Za-z ]{2,30}(?=[\u4e00-\u9fa5])"
    r"|[\u4e00-\u9fa5]{0,8}(?:全文|原文)如下：|(?:文章|公告|通知|文件|政策|信息)?(?:全文|正文|内容)：(?=[\u4e00-\u9fa5《])"
)
# 345.中共中央关于…: of a collection
_SERIES = re.compile(r"\d{1,4}[.．](?=(?:中共|中国|国务院|关于|[\u4e00-\u9fa5]{2,12}(?:[省市县区部委局]|政府|委员会))[\u4e00-\u9fa5、，]{6,})")
# 照办。王大山 九月十三日: who agreed to it, over the addressees
_ENDORSED = re.compile(
    r"(?:已阅，?)?(?:照[办发]|同意|可照办|可发|退[\u4e00-\u9fa5]{2,6}照办)。(?P<by>[\u4e00-\u9fa5]{2,4}?)(?:[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)(?=[\u4e00-\u9fa5])"
)
_COLUMN = re.compile(r"[（【](?![一二三四五六七八九十]{1,3}[）】]|试行|修订)[\u4e00-\u9fa5]{2,14}[）】](?=[\u4e00-\u9fa5]{6})")  # 【望溪发布】
_ANNEX = re.compile(r"附件?[\d一二三四五六七八九十]{0,3}[：:]?")


def again_below(page: Page, at: int, title: str) -> int:
    """Where the title is printed again under a few short lines of the page; 0 where it is not."""
    if len(title) < _AGAIN:
        return 0
    for n, line in enumerate(page.lines(at)):
        if n and same_from(page.words, line.start, title):
            return line.start
        if n >= _LINES or len(line) > _CAPTION or re.search("[。；：《]", page.words[line.slice]):
            return 0
    return 0


def addressed_at(page: Page, at: int, numbered: bool) -> Span | None:
    """The line of addressees of a notice whose title was not saved with it; `numbered` where its number stands before."""
    begins = page.breaks(at) or (numbered and page.breaks(at, Gap.SPACE))
    to = addressee_at(page, at) if begins else None
    said = page.words[to.slice] if to else ""
    if not to or "关于" in said or DATE.search(said):
        return None
    first = page.words[at : page.line_end(at)]
    if len(first) < len(said) and (kind_of(first) or ("的" in first and first[-1] not in "，、")):
        return None  # 对…提案的答复 / 陈松年委员：
    pieces = re.split("[，；]", said.rstrip("：，、"))
    listed = (said.startswith("各") and re.search("[，、]", said)) or (len(pieces) > 1 and all(map(ADDRESSED.search, pieces)))
    row = re.split("[，；、]", said.rstrip("：，、"))
    listed = listed or (len(row) > 2 and page.breaks(to.end) and 3 * sum(bool(ADDRESSED.search(one)) for one in row) > 2 * len(row))
    opens = not at and len(said) < 20 and BODY_BEGINS.match(page.words, to.end)
    return to if listed or opens or _LETTER.match(page.words, to.end) or (page.breaks(to.end) and ("各" in said or len(said) < 20)) else None


def order_at(page: Page, at: int) -> Span | None:
    """The name of an order under the title of what it puts in force: …的规定, 望溪区人民法院公告, 《…》已经…."""
    line = Span(at, page.line_end(at))
    named = page.breaks(at) and MASTHEAD.fullmatch(page.words, line.start, line.end) and page.words.startswith("《", line.end)
    return line if named else None


def caption_at(page: Page, at: int) -> Span | None:
    """A line between title and addressees that the page adds: 参赛登记：2018年3月5日至4月20日."""
    line = Span(at, page.line_end(at))
    short = page.breaks(at) and len(line) <= _CAPTION and "：" in page.words[line.slice] and not re.search("[。；]|如下", page.words[line.slice])
    return line if short and line.end < len(page) and addressee_at(page, line.end) else None


def over_itself(page: Page, at: int) -> Span | None:
    """A line of senders over a title that begins with them: 财政部　水利部 / 财政部　水利部关于…的通知."""
    line = Span(at, page.line_end(at))
    words = page.words[line.slice]
    again = page.breaks(at) and 3 <= len(words) <= _CAPTION and page.words.startswith(words, line.end)
    return line if again and page.words.startswith(("关于", "印发", "转发", "批转"), line.end + len(words)) else None


def endorsed_at(page: Page, at: int) -> Span | None:
    """What stands over the addressees in the hand of the one who agreed: 照办。 / 王大山 / 九月十三日."""
    found = _ENDORSED.match(page.words, at) if page.breaks(at) else None
    return Span(*found.span()) if found and page.breaks(found.end()) else None


def annex_at(page: Page, at: int) -> Span | None:
    """附件1 over a text that was an annex."""
    found = _ANNEX.match(page.words, at) if page.breaks(at) else None
    first = not at and not page.words.startswith(("的", "中", "所"), found.end()) if found else False
    return Span(*found.span()) if found and (first or page.breaks(found.end(), Gap.LINE)) else None


def bullet_at(page: Page, at: int) -> Span | None:
    """A value of the metadata of a page, one of several behind bullets: • 水利、水务 / • 2023-04-12."""
    line = Span(at, page.line_end(at))
    shown = page.breaks(at) and page.words[at] in BULLETS and len(line) <= _VALUE and not kind_of(page.words[line.slice])
    beside = page.words.startswith(tuple(BULLETS), line.end) or (at > 0 and page.words[page.line_start(at - 1)] in BULLETS)
    return line if shown and beside else None


def tag_at(page: Page, at: int) -> Span | None:
    """【规范性文件】 before a title: what the page says of the notice."""
    found = (_TAG.match(page.words, at) or (None if at else _SERIES.match(page.words))) if page.breaks(at) else None
    if not found and page.breaks(at) and (column := _COLUMN.match(page.words, at)):
        return Span(*column.span()) if is_official(page.words[column.end() : title_end(page, column.end())]) else None
    return Span(*found.span()) if found else None


def open_line(page: Page, at: int) -> Span | None:
    """A line of addressees that lost its colon: nothing but bodies, 各 among them."""
    end = page.line_end(at)
    words = page.words[at:end]
    row = Gap.CELL in page.gaps[at + 1 : end] or re.search(r"\d|单位.*[牵责]", words)  # 工作内容 牵头单位 配合单位 …各乡镇
    if not page.breaks(at) or len(words) > 200 or "各" not in words or row or re.search(r"[。：；《》]", words):
        return None
    *others, last = re.split("[，、]", words)
    # 各市财政局、教育，省属单位: what one of a list leaves out
    named = sum(bool(ADDRESSED.search(one)) for one in others)
    return Span(at, end) if ADDRESSED.search(last) and 2 * named >= len(others) + (len(others) == 1) else None
