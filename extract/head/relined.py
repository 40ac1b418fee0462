"""The lines of a head that was saved in one: put back before each piece that has a set form.

A page of a site prints the title, a table of metadata, buttons, the title again and the addressees, each on a line. Copied without
line breaks they run together: …的通知发布日期：2019-03-05 10:25来源：区政府办各镇人民政府：. Labels, dates and the title itself tell where
they part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.head.addressee import addressed, addressee_at
from extract.head.bodies import BODY
from extract.head.genre import is_official, kind_before
from extract.head.metadata import LABELS, TEXT
from extract.head.number import number_at
from extract.head.page import Page, same_from
from extract.head.title import BODY_BEGINS, adopted_run
from extract.head.web import DATELINE, RED
from extract.lexicon import either, terms
from extract.mentions.agency import agencies_in, agency_list
from extract.mentions.date import ANY_DATE, ONE_DATE
from extract.mentions.person import is_name
from kg.model import Gap, Span

_LONGEST, _LINE, _WHOLE_REACH = 1500, 100, 500
_WHOLE = 40  # a line as short as this is whole: 参赛登记系统启用：2018年3月5日
_FEWEST = 3  # labels of a table without colons
_BODY = re.compile("[。；！？]|如下：|[一1][、.．](?!\\d)|第一[章条]")
_LABELLED = re.compile(rf"(?<![（、])(?:{either([*LABELS, *terms('webpage', 'told')])})：")
_BARE = re.compile(f"（(?:{either(LABELS)})）|{either(LABELS)}")
_TIME = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_STAMP = re.compile(rf"{ONE_DATE}{_TIME}")
_VALUE = re.compile(rf"{ANY_DATE}(?:{_TIME})?|\d{{1,7}}(?:人?次)?(?=[\u4e00-\u9fa5])|[（\[]?大?中?小[）\]]?|（）")
_SOURCE = re.compile("来源：$")
_NAMED = re.compile("(?:作者|编辑|签发人)：$")
_SHARED = re.compile(rf"(?:{either(word for word in terms('webpage', 'offers') if len(word) > 1)}){{2,}}+")
_DATED = re.compile(ANY_DATE)
_ON = re.compile("[起至前后以之的，。、；）—～-]")
_SERIES = re.compile(r"第[\d一二三四五六七八九十]{1,4}[号期]")  # 公告2021年第3号: no day
# the newspaper and its page under a title
_NEWSPAPER = re.compile(rf"《[^》]{{2,10}}报》（{ANY_DATE}[^（）]{{0,16}}）")
# a report under its title: 王涛任望溪区区长2019年3月5日上午，望溪区…
_TOLD = re.compile(rf"(?!\d)[^，。；：《》（）]{{8,40}}?(?<![于在自从至到年据])(?={ANY_DATE}[上下]午，?[\u4e00-\u9fa5])")
_WHOLE_BELOW = re.compile("(?:全文|原文|全文内容)(?:公布|刊登|发布)?如下：(?=[\u4e00-\u9fa5]{2,40}?(?:关于|印发|转发|令|公告|通告))")
_COLUMN = re.compile("序号|编号")  # the first column of a table right under its title
# the masthead with its number, before the title: X人民政府专题会议纪要〔2018〕5号关于…
_COUNTED = r"(?:〔(?:19|20)\d\d〕|(?:19|20)\d\d年)?第?[\d一二三四五六七八九十]{1,5}[号期次]"
_MASTHEAD = re.compile(
    rf"(?:(?:纪要|简报|公告|通告|令){_COUNTED}|纪要|纪要（{_COUNTED}）)(?:(?=（?关于)|(?P<line>[\u4e00-\u9fa5]{{4,30}}{ANY_DATE})(?![，上下]))"
)
# 统计公报望溪区统计局（2020年3月25日）2019年，全区…
_NOTED = re.compile(rf"（{ANY_DATE}）")
_SENDERS = 40
# ——2021年1月20日在望溪区…会议上望溪区人民政府区长陈立新各位代表：
_SPOKEN = re.compile(rf"—+{ANY_DATE}在[^，。；：]{{4,60}}?(?:会议|大会|会)上(?P<who>[^，。；：]{{0,30}}?)(?=各位|同志们|现在，)")
_FRONT, _TITLE = 40, 120
_TITLE_ENDS = re.compile("(?:）|职务)$")
_TO = re.compile(r"(?:(?P<number>〕\d{1,4}号）?)|(?P<kind>通知|函|批复|答复|请示|报告|决定|通报|意见|通告|公告))(?=(?P<to>[^。；：！？《》〔“\d]{3,40}：))")


def relined(page: Page) -> Page:
    """The page with the lines of its head put back, where they are lost; else the page itself."""
    page = _quoted(page)
    found = _BODY.search(page.words, 0, _LONGEST)
    end = found.start() if found else min(len(page), _LONGEST)
    if _LINE * sum(gap >= Gap.LINE for gap in page.gaps[1:end]) >= end:
        return page
    gaps = bytearray(page.gaps)
    for at in _starts(page, end):
        if 0 < at < len(page) and page.line_end(at) - page.line_start(at) > _WHOLE:
            gaps[at] = max(gaps[at], Gap.LINE)
    return Page(page.words, bytes(gaps))


def _starts(page: Page, end: int) -> Iterator[int]:
    """Where lines begin."""
    words = page.words
    labels = [Span(*label.span()) for label in _LABELLED.finditer(words, 0, end)] or _bare(words, end)
    for label, following in pairwise([*labels, Span(end, end)]):
        yield label.start
        yield from _behind(page, label.end, following.start)
    if labels:
        yield from _again(words, labels[0].start, end)
    for stamp in _STAMP.finditer(words, 0, end):
        yield from stamp.span() if words[stamp.start() - 1] != "：" else (stamp.end(),)
    for shared in _SHARED.finditer(words, 0, end):
        yield from shared.span()
    for date in _DATED.finditer(words, 0, end):
        if kind := kind_before(words, 0, date.start()):
            yield from _under(page, date, kind)
    if told := _TOLD.match(words, 0, end):
        yield told.end()
    for line in (*_NEWSPAPER.finditer(words, 0, end), *DATELINE.finditer(words, 0, end)):
        yield from line.span() if line.re is _NEWSPAPER else (line.start(),)
    for column in _COLUMN.finditer(words, 0, end):
        if page.gaps[column.end() : column.end() + 1] == bytes([Gap.CELL]) and kind_before(words, 0, column.start()):
            yield column.start()
    for note in _NOTED.finditer(words, 0, end):
        yield from _by_senders(words, note)
    for said in _SPOKEN.finditer(words, 0, min(end, 2 * _TITLE)):
        yield from (said.start(), said.start("who"), said.end())
    for name in _MASTHEAD.finditer(words, 0, min(end, _TITLE)):
        yield from name.span("line") if name["line"] else (name.end(),)
    for box in TEXT.finditer(words, 0, end):
        yield from box.span()
    yield from _addressed(words, end)
    yield from _sender_again(words, end)
    yield from _masthead(page)


def _under(page: Page, date: re.Match[str], kind: str) -> Iterator[int]:
    """The line under a title that tells its day, or when it was adopted: …的意见1956-3-18当前…, …条例2019年3月5日…通过第一章…."""
    adopted = adopted_run(page.words, date.start())
    if adopted:
        yield from adopted
    elif (is_official(kind) and not _SERIES.match(page.words, date.end())) or date[0].endswith("日"):
        yield date.start()
        on = _ON.match(page.words, date.end())
        figures = not date[0].endswith("日") and not on
        if figures or BODY_BEGINS.match(page.words, date.end()) or number_at(page, date.end()) or addressee_at(page, date.end()):
            yield date.end()


def _by_senders(words: str, note: re.Match[str]) -> Iterator[int]:
    """Where those begin who stand between a title and the day in brackets, and where the day and the body do."""
    for at in range(max(2, note.start() - _SENDERS), note.start() - 3):
        if kind_before(words, 0, at) and agency_list(words, Span(at, note.start())):
            yield from (at, note.start(), note.end())
            return


def _sender_again(words: str, end: int) -> Iterator[int]:
    """Where the first sentence begins with the sender that the title begins with: 望溪区文化馆简介望溪区文化馆成立于1956年…."""
    first = next(iter(agencies_in(words[:_FRONT])), None)
    if first is None or first.span.start:
        return
    name = words[first.span.slice]
    at = words.find(name, len(name), min(end, _TITLE) + len(name))
    if at > 0 and (kind_before(words, 0, at) or _TITLE_ENDS.search(words, 0, at)):
        yield at


def _quoted(page: Page) -> Page:
    """The page with the notice on a line of its own that a report prints whole: …发布通知。全文如下：|望溪区人民政府关于…."""
    lead = _WHOLE_BELOW.search(page.words, 0, _WHOLE_REACH)
    if not lead or page.breaks(lead.end()):
        return page
    return Page(page.words, page.gaps[: lead.end()] + bytes([Gap.LINE]) + page.gaps[lead.end() + 1 :])


def _masthead(page: Page) -> Iterator[int]:
    """Where the sender over a head ends: before 文件 and what follows, its own name again, or a number."""
    if red := RED.match(page.words, 0, _FRONT):
        yield red.end()
        return
    twice = next((at for at in range(3, _FRONT) if page.words.startswith(page.words[:at], at) and BODY.search(page.words[:at])), 0)
    first = next(iter(agencies_in(page.words[:_FRONT])), None)
    end = twice or (first.span.end if first and not first.span.start else 0)
    number = number_at(page, end) if end else None
    if twice or number:
        yield end
    if number:
        yield number.end


def _addressed(words: str, end: int) -> Iterator[int]:
    """Where addressees behind a title or a number begin, and where the body behind them: …的函望溪街道办事处：你街道…."""
    for to in _TO.finditer(words, 0, end + 1):
        if addressed(to["to"]) and (to["number"] or is_official(to["kind"])):
            yield to.start("to")
            yield to.end("to")


def _bare(words: str, end: int) -> list[Span]:
    """The labels of a table that is printed without colons: 索引号011/2023主题分类统计发布机构区统计局; 【文号】 with its box."""
    found = [Span(*label.span()) for label in _BARE.finditer(words, 0, end)]
    return found if len(found) >= _FEWEST else []


def _behind(page: Page, start: int, end: int) -> Iterator[int]:
    """Where the value of a label ends, and where the addressees begin."""
    number = number_at(page, start)
    value = _VALUE.match(page.words, start, end)
    stop = number.end if number else value.end() if value else start
    if _NAMED.search(page.words, start - 4, start):
        names = [start + n for n in (3, 2) if is_name(page.words[start : start + n])]
        stop = end if end in names else next(iter(names), stop)
    if stop > start:
        yield stop
    if addressee_at(page, stop) and not _SOURCE.search(page.words, start - 4, start):
        return
    every = (at for at in range(stop, end) if page.words[at] == "各")
    if (at := next(every, None)) and addressee_at(page, at):
        yield at


def _again(words: str, first: int, end: int) -> Iterator[int]:
    """Where the title that stands before the labels is printed again."""
    title = words[:first]
    if kind_before(words, 0, first) is None:
        return
    at = words.find(title[:8], first, end)
    if at > 0 and (stop := same_from(words, at, title)):
        yield at
        yield stop
