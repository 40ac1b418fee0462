"""The opening of a notice: what stands before its body.

Papers print, in this order, the red head (X人民政府文件), the number, the title, the addressees (GB/T 9704 7.2, 7.3). Gazettes put the
number under the title, web pages print a table of metadata and the title twice, orders have 第7号 in the place of the number.
So each piece is known by its form, in any order, until something comes that is none of them: the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.head.addressee import addressee_at
from extract.head.bodies import ADDRESSED
from extract.head.byline import byline, dated_at, day_at, note_alone, numbered_day, signed_above, spoken_at
from extract.head.genre import is_official, kind_of
from extract.head.headline import (
    MASTHEAD,
    again_at,
    better_at,
    heading_at,
    longer,
    lower,
    quoted_at,
    titles,
    under_report,
)
from extract.head.metadata import Meta, meta_at
from extract.head.news import released, reported
from extract.head.number import masthead_of, named_at, number_at, serial_at
from extract.head.page import Page, Part, same_from
from extract.head.title import BODY_BEGINS, adopted_at, title_end
from extract.head.web import (
    DATELINE,
    leaf_at,
    menu_at,
    motto_at,
    red_head_at,
    running_head_at,
    site_at,
    teaser_at,
    widgets_above,
)
from extract.mentions.date import DATE
from kg.model import Gap, Span

_CAPTION = 60
_BULLETS, _VALUE = "·•▪●◆■", 40
_STATUS = re.compile(r"（(?:已?废止|已?失效|现行有效|有效|(?:19|20)\d\d年)）$")  # what a collection says of a text, behind its title
_AGAIN, _LINES = 8, 12  # characters of a title that tells itself, lines of a page under it
_MOST = 60  # pieces of a head; a text that goes on so is none
# 你市《关于…的请示》收悉: a letter answers whom it addresses
_LETTER = re.compile(r"[你贵您](?:省|市|州|县|区|局|委|厅|部|办|院|校|公司|单位|镇|乡|街道)|[^。]{0,80}收悉")
# 等级 特急·明电 岚政办明电〔2021〕28号 岚机发 号
_AFTER_NUMBER = re.compile(r"）?(?:[\u4e00-\u9fa5]{1,3}机发\d*号?)?")
_TAG = re.compile(
    r"(?:简介|导读|摘要|内容概述)：[^\n]{0,400}?[！!。](?=第[一二三四五六七八九十1-9]篇：)|第[一二三四五六七八九十1-9]篇：|（(?:行政)?(?:规范性文件|政策文件|通知公告|人事任免|已废止|已失效|失效|有效|现行有效|废止|转载|原创|置顶|最新"
    r"|[上下][接转]第?[\d一二三四五六七八九十]{1,2}版)）|[\u4e00-\u9fa5]{0,8}(?:全文|原文)如下：|(?:文章|公告|通知|文件|政策|信息)?(?:全文|正文|内容)：(?=[\u4e00-\u9fa5《])"
)
_COLUMN = re.compile(r"[（【](?![一二三四五六七八九十]{1,3}[）】]|试行|修订)[\u4e00-\u9fa5]{2,14}[）】](?=[\u4e00-\u9fa5]{6})")  # 【望溪发布】
_ANNEX = re.compile(r"附件?[\d一二三四五六七八九十]{0,3}[：:]?")
# 《望溪区人民政府关于废止…的决定》已经…通过，现予公布: the title of an order stands in its first sentence
_PUT = re.compile(r"《(?P<title>(?:[^《》]|《[^》]{2,60}》){6,120})》(?:已经?|业经|经)[^。]{2,160}?现?(?:予以?|将其)?(?:公布|发布|印发)")


@dataclass(slots=True)
class Opening:
    """The pieces before the body, in order and without a gap.

    `title` is the one that counts, `above` what was taken for it before; `byline` the senders under it, `red` those over it.
    """

    parts: list[Part] = field(default_factory=list)
    meta: list[Meta] = field(default_factory=list)
    title: Span | None = None
    above: Span | None = None
    byline: tuple[Span, ...] = ()
    red: Span | None = None

    @property
    def end(self) -> int:
        return self.parts[-1].span.end if self.parts else 0

    def first(self, kind: str) -> Span | None:
        """Where the first piece of a kind stands."""
        return next((part.span for part in self.parts if part.kind == kind), None)

    def put(self, kind: str, span: Span) -> None:
        self.parts.append(Part(kind, span))

    def entitle(self, span: Span) -> None:
        """This is the title; one that was taken for it before was the name of the sender."""
        self.parts = [Part("note", part.span) if part.kind == "title" else part for part in self.parts]
        self.title, self.above = span, self.title
        self.put("title", span)


def opening(page: Page) -> Opening:
    """The pieces before the body of a notice."""
    found, report = Opening(), released(page)
    if above := widgets_above(page):
        found.put("note", above)
    while found.end < len(page) and len(found.parts) < _MOST:
        at = found.end
        if row := meta_at(page, at, among=bool(found.meta)):
            _put_row(found, page, row)
        elif note := menu_at(page, at) or running_head_at(page, at) or site_at(page, at) or _annex_at(page, at) or _tag_at(page, at) or motto_at(page, at):
            _put_line(found, page, note)
        elif found.title is None and (leaf := leaf_at(page, at)):
            found.put("note", leaf)
        elif red := red_head_at(page, at):
            found.red = Span(at, at + page.words[red.slice].rfind("文件"))
            found.put("note", red)
        elif number := number_at(page, at) or (None if found.title else named_at(page, at)):
            found.put("number", number)
        elif serial := serial_at(page, at):
            name = masthead_of(page, serial)
            order = page.words[at:name].endswith("令")
            if name > at and (found.title is None or (order and not is_official(page.words[found.title.slice]))):
                found.entitle(Span(at, name))
                serial = Span(name, serial.end)
            found.put("number", serial)
        elif found.title and (below := _order_at(page, at)):
            found.entitle(below)
        elif found.title is None and (by := signed_above(page, at)):
            found.byline, end = by
            found.put("note", Span(at, end))
        elif found.title is None and (to := _addressed(page, at, numbered=bool(found.parts) and found.parts[-1].kind == "number")):
            found.put("addressee", to)
            break
        elif found.title is None and (listed := _bullet_at(page, at) or note_alone(page, at)):
            found.put("note", listed)
        elif found.title is None and not at and (told := reported(page)):
            found.byline = (told.by,)
            found.put("note", Span(at, told.title.start))
            found.entitle(told.title)
            found.put("note", Span(found.end, page.words.index("。", found.end) + 1))
            break
        elif found.title is None and not at and DATELINE.match(page.words):
            break  # 新华社岚江3月5日电: a report saved without its title
        elif found.title is None and page.breaks(at) and page.words[at] in _BULLETS and len(page) > at + 1:
            found.put("note", Span(at, at + 1))  # • 关于…的通知
        elif found.title is None and (day := day_at(page, at)):
            found.put("note", day)
        elif (report is not None and at < report.title.start) and not (found.title and is_official(page.words[found.title.slice])):
            found.byline = (report.by,)
            found.put("note", Span(at, report.title.start))
            found.entitle(report.title)
            if page.words.startswith("：", found.end):
                found.put("note", Span(found.end, found.end + 1))
        elif found.title is None and (put := _PUT.match(page.words, at)):
            found.title = Span(*put.span("title"))
            break
        elif found.title is None and (heading := heading_at(page, at)):
            found.put("note", heading)
        elif found.title is None and (over := _over_itself(page, at)):
            found.put("note", over)
        elif found.title is None:
            title = Span(at, title_end(page, at))
            under = None if titles(page, title) else under_report(page, at)
            if under:
                found.put("note", Span(at, under.start))
            elif not titles(page, title):
                break
            title = under or title
            status = _STATUS.search(page.words, title.start, title.end)
            found.entitle(Span(title.start, status.start()) if status else title)
            if status:
                found.put("note", Span(*status.span()))
        elif again := _again(found, page, at):
            _take(found, page, again)
        elif dated := numbered_day(page, at):
            found.put("note", Span(at, dated.start))
            found.put("number", dated)
        elif by := byline(page, at):
            found.byline, end = by
            found.put("note", Span(at, end))
        elif note := adopted_at(page, at) or spoken_at(page, at) or dated_at(page, at) or teaser_at(page, at):
            _put_line(found, page, note)
        elif to := addressee_at(page, at) or _open_line(page, at):
            found.put("addressee", to)
            break
        elif note := _caption_at(page, at):
            found.put("note", note)
        elif better := better_at(page, found.title, found.parts, at):
            _join_masthead(found, page)
            if better.start > at:
                found.put("note", Span(at, better.start))
            found.entitle(better)
            if better.start > at:
                found.put("note", Span(better.end, better.end + 1))
        elif not is_official(page.words[found.title.slice]) and (under := lower(page, at)):
            if under.start == at:
                found.entitle(under)
            else:
                found.put("note", Span(at, page.line_end(at)))
        elif not is_official(page.words[found.title.slice]) and (quoted := quoted_at(page, at)):
            found.put("note", Span(at, quoted.start))
            found.entitle(quoted)
        elif again_down := _again_below(page, at, page.words[found.title.slice]):
            found.put("note", Span(at, again_down))
        else:
            break
    return found


def _again(found: Opening, page: Page, at: int) -> Span | None:
    """The title printed again; a sender that comes again begins the title: X / 望政发〔2019〕1号 / X / 关于…的通知."""
    title = found.title or Span(0, 0)
    again = again_at(page, at, page.words[title.slice])
    begins = again and kind_of(page.words[title.slice]) is None and better_at(page, title, found.parts, at)
    return None if begins and begins.start == at else again


def _again_below(page: Page, at: int, title: str) -> int:
    """Where the title is printed again under a few short lines of the page; 0 where it is not."""
    if len(title) < _AGAIN:
        return 0
    for n, line in enumerate(page.lines(at)):
        if n and same_from(page.words, line.start, title):
            return line.start
        if n >= _LINES or len(line) > _CAPTION or re.search("[。；：《]", page.words[line.slice]):
            return 0
    return 0


def _put_row(found: Opening, page: Page, row: Meta) -> None:
    """A row of the table of metadata; one that gives the title counts as the title printed."""
    if row.key != "title" or len(row.value) <= 6:
        found.meta.append(row)
        found.put("note", row.span)
        return
    found.put("note", Span(row.span.start, row.value.start))
    if found.title is None or (is_official(page.words[row.value.slice]) and not is_official(page.words[found.title.slice])):
        serial = serial_at(page, row.value.start)  # 原标题：望溪区财政局公告2018年第3号　关于…的公告
        if serial and serial.end < row.value.end:
            found.put("number", serial)
        found.entitle(Span(found.end, row.value.end))
    elif again_at(page, row.value.start, page.words[found.title.slice]) == row.value:
        _take(found, page, row.value)
    else:
        found.put("note", row.value)


def _take(found: Opening, page: Page, again: Span) -> None:
    """The title printed again: the one that names its sender counts, and the one that does not stand in 《》."""
    if found.title and (longer(page, found.title, again) or page.words.startswith("《", found.title.start)):
        found.entitle(again)
    else:
        found.put("title", again)


def _addressed(page: Page, at: int, numbered: bool) -> Span | None:
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
    opens = not at and len(said) < 20 and BODY_BEGINS.match(page.words, to.end)
    return to if listed or opens or _LETTER.match(page.words, to.end) or (page.breaks(to.end) and ("各" in said or len(said) < 20)) else None


def _order_at(page: Page, at: int) -> Span | None:
    """The name of an order under the title of what it puts in force: …的规定, 望溪区人民法院公告, 《…》已经…."""
    line = Span(at, page.line_end(at))
    named = page.breaks(at) and MASTHEAD.fullmatch(page.words, line.start, line.end) and page.words.startswith("《", line.end)
    return line if named else None


def _caption_at(page: Page, at: int) -> Span | None:
    """A line between title and addressees that the page adds: 参赛登记：2018年3月5日至4月20日."""
    line = Span(at, page.line_end(at))
    short = page.breaks(at) and len(line) <= _CAPTION and "：" in page.words[line.slice] and not re.search("[。；]|如下", page.words[line.slice])
    return line if short and line.end < len(page) and addressee_at(page, line.end) else None


def _over_itself(page: Page, at: int) -> Span | None:
    """A line of senders over a title that begins with them: 财政部　水利部 / 财政部　水利部关于…的通知."""
    line = Span(at, page.line_end(at))
    words = page.words[line.slice]
    again = page.breaks(at) and 3 <= len(words) <= _CAPTION and page.words.startswith(words, line.end)
    return line if again and page.words.startswith(("关于", "印发", "转发", "批转"), line.end + len(words)) else None


def _annex_at(page: Page, at: int) -> Span | None:
    """附件1 over a text that was an annex."""
    found = _ANNEX.match(page.words, at) if page.breaks(at) else None
    first = not at and not page.words.startswith(("的", "中", "所"), found.end()) if found else False
    return Span(*found.span()) if found and (first or page.breaks(found.end(), Gap.LINE)) else None


def _bullet_at(page: Page, at: int) -> Span | None:
    """A value of the metadata of a page, one of several behind bullets: • 水利、水务 / • 2023-04-12."""
    line = Span(at, page.line_end(at))
    shown = page.breaks(at) and page.words[at] in _BULLETS and len(line) <= _VALUE and not kind_of(page.words[line.slice])
    beside = page.words.startswith(tuple(_BULLETS), line.end) or (at > 0 and page.words[page.line_start(at - 1)] in _BULLETS)
    return line if shown and beside else None


def _tag_at(page: Page, at: int) -> Span | None:
    """【规范性文件】 before a title: what the page says of the notice."""
    found = _TAG.match(page.words, at) if page.breaks(at) else None
    if not found and page.breaks(at) and (column := _COLUMN.match(page.words, at)):
        return Span(*column.span()) if is_official(page.words[column.end() : title_end(page, column.end())]) else None
    return Span(*found.span()) if found else None


def _put_line(found: Opening, page: Page, line: Span) -> None:
    """A line that is no part of the notice; the number may stand at its end (等级 特急·明电　临汛电〔2020〕5号)."""
    for i in range(line.start + 1, line.end):
        apart = page.gaps[i] >= Gap.SPACE or page.words[i - 1] in "日，"
        number = number_at(page, i) if apart else None
        if number and _AFTER_NUMBER.fullmatch(page.words, number.end, line.end):
            found.put("note", Span(line.start, i))
            found.put("number", number)
            if number.end < line.end:
                found.put("note", Span(number.end, line.end))
            return
    found.put("note", line)


def _open_line(page: Page, at: int) -> Span | None:
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


def _join_masthead(found: Opening, page: Page) -> None:
    """国家税务总局公告, 2018年第12号: the name that is no title is part of the number."""
    if len(found.parts) < 2 or found.parts[-1].kind != "number":
        return
    *before, name, number = found.parts
    if name.kind == "title" and page.words[name.span.slice].endswith(("公告", "通告")):
        found.parts = [*before, Part("number", Span(name.span.start, number.span.end))]
