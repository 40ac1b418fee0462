"""The opening of a notice: what stands before its body.

Papers print, in this order, the red head (X人民政府文件), the number, the title, the addressees (GB/T 9704 7.2, 7.3). Gazettes put the
number under the title, web pages print a table of metadata and the title twice, orders have 第7号 in the place of the number.
So each piece is known by its form, in any order, until something comes that is none of them: the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.head.addressee import addressee_at
from extract.head.byline import byline, dated_at, day_at, note_alone, numbered_day, signed_above, spoken_at
from extract.head.genre import is_official, kind_of
from extract.head.headline import (
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
from extract.head.news import Release, released, reported
from extract.head.number import masthead_of, named_at, number_at, serial_at
from extract.head.page import Page, Part
from extract.head.pieces import (
    BULLETS,
    addressed_at,
    again_below,
    annex_at,
    bullet_at,
    caption_at,
    endorsed_at,
    open_line,
    order_at,
    over_itself,
    tag_at,
)
from extract.head.title import adopted_at, title_end
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
from kg.model import Gap, Span

_STATUS = re.compile(r"（(?:已?废止|已?失效|现行有效|有效|(?:19|20)\d\d年)）$")  # what a collection says of a text, behind its title
_MOST = 60  # pieces of a head; a text that goes on so is none
# 等级 特急·明电 岚政办明电〔2021〕28号 岚机发 号
_AFTER_NUMBER = re.compile(r"(?:[，；]?\d{4}年\d{1,2}月\d{1,2}日)?(?:发布|印发|公布)?）?(?:[\u4e00-\u9fa5]{1,3}机发\d*号?)?")
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
    found = Opening()
    if above := widgets_above(page):
        found.put("note", above)
    reader = _Reader(page, found, released(page))
    while found.end < len(page) and len(found.parts) < _MOST and reader.next():
        pass
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes the next piece: each step says whether it took one and the head goes on (True), ends here (False), or saw none of its kind (None)."""

    page: Page
    found: Opening
    report: Release | None

    def next(self) -> bool:
        at, titled = self.found.end, self.found.title
        steps = (self._anywhere, self._over_title, self._report, self._entitle) if titled is None else (self._anywhere, self._order, self._report, self._below)
        return next((said for step in steps if (said := step(at)) is not None), False)

    def _anywhere(self, at: int) -> bool | None:
        page, found = self.page, self.found
        if row := meta_at(page, at, among=bool(found.meta)):
            _put_row(found, page, row)
        elif note := menu_at(page, at) or running_head_at(page, at) or site_at(page, at) or annex_at(page, at) or tag_at(page, at) or motto_at(page, at):
            _put_line(found, page, note)
        elif found.title is None and (leaf := leaf_at(page, at)):
            found.put("note", leaf)
        elif red := red_head_at(page, at):
            found.red = Span(at, at + page.words[red.slice].rfind("文件"))
            found.put("note", red)
        elif number := number_at(page, at) or (None if found.title else named_at(page, at)):
            found.put("number", number)
        elif serial := serial_at(page, at):
            _put_serial(found, page, serial)
        else:
            return None
        return True

    def _over_title(self, at: int) -> bool | None:
        """What may stand over a title."""
        page, found = self.page, self.found
        if by := signed_above(page, at):
            found.byline, end = by
            found.put("note", Span(at, end))
        elif to := addressed_at(page, at, numbered=bool(found.parts) and found.parts[-1].kind == "number"):
            found.put("addressee", to)
            return False
        elif listed := bullet_at(page, at) or note_alone(page, at):
            found.put("note", listed)
        elif not at and (told := reported(page)):
            found.byline = (told.by,)
            found.put("note", Span(at, told.title.start))
            found.entitle(told.title)
            found.put("note", Span(found.end, page.words.index("。", found.end) + 1))
            return False
        elif not at and DATELINE.match(page.words):
            return False  # 新华社岚江3月5日电: a report saved without its title
        elif page.breaks(at) and page.words[at] in BULLETS and len(page) > at + 1:
            found.put("note", Span(at, at + 1))  # • 关于…的通知
        elif day := day_at(page, at):
            found.put("note", day)
        else:
            return None
        return True

    def _report(self, at: int) -> bool | None:
        """The title that a report gives before it prints the text."""
        page, found, report = self.page, self.found, self.report
        if report is None or at >= report.title.start or (found.title and is_official(page.words[found.title.slice])):
            return None
        found.byline = (report.by,)
        found.put("note", Span(at, report.title.start))
        found.entitle(report.title)
        if page.words.startswith("：", found.end):
            found.put("note", Span(found.end, found.end + 1))
        return True

    def _entitle(self, at: int) -> bool:
        """The title, unless something is in its place."""
        page, found = self.page, self.found
        if put := _PUT.match(page.words, at):
            found.title = Span(*put.span("title"))
            return False
        if over := heading_at(page, at) or over_itself(page, at):
            found.put("note", over)
            return True
        title = Span(at, title_end(page, at))
        if not titles(page, title):
            under = under_report(page, at)
            if not under:
                return False
            found.put("note", Span(at, under.start))
            title = under
        status = _STATUS.search(page.words, title.start, title.end)
        found.entitle(Span(title.start, status.start()) if status else title)
        if status:
            found.put("note", Span(*status.span()))
        return True

    def _order(self, at: int) -> bool | None:
        below = order_at(self.page, at)
        if below:
            self.found.entitle(below)
        return True if below else None

    def _below(self, at: int) -> bool | None:
        """What may stand under a title: the title again, senders, days and notes, the addressees, which end the head."""
        page, found = self.page, self.found
        if again := _again(found, page, at):
            _take(found, page, again)
        elif dated := numbered_day(page, at):
            found.put("note", Span(at, dated.start))
            found.put("number", dated)
        elif by := byline(page, at):
            found.byline, end = by
            found.put("note", Span(at, end))
        elif note := adopted_at(page, at) or spoken_at(page, at) or dated_at(page, at) or teaser_at(page, at) or endorsed_at(page, at):
            _put_line(found, page, note)
        elif to := addressee_at(page, at) or open_line(page, at):
            found.put("addressee", to)
            return False
        elif note := caption_at(page, at):
            found.put("note", note)
        else:
            return self._better(at)
        return True

    def _better(self, at: int) -> bool | None:
        """A title under what was taken for it: the name of the sender, of a column, of the page."""
        page, found = self.page, self.found
        title = found.title or Span(0, 0)
        said = page.words[title.slice]
        if better := better_at(page, title, found.parts, at):
            _join_masthead(found, page)
            if better.start > at:
                found.put("note", Span(at, better.start))
            found.entitle(better)
            if better.start > at:
                found.put("note", Span(better.end, better.end + 1))
        elif not is_official(said) and (under := lower(page, at)):
            if under.start == at:
                found.entitle(under)
            else:
                found.put("note", Span(at, page.line_end(at)))
        elif not is_official(said) and (quoted := quoted_at(page, at)):
            found.put("note", Span(at, quoted.start))
            found.entitle(quoted)
        elif below := again_below(page, at, said):
            found.put("note", Span(at, below))
        else:
            return None
        return True


def _put_serial(found: Opening, page: Page, serial: Span) -> None:
    """第7号 in the place of the number, and the name of the order or the announcement before it, which is the title where none is better."""
    name, at = masthead_of(page, serial), found.end
    order = page.words[at:name].endswith("令")
    if name > at and (found.title is None or (order and not is_official(page.words[found.title.slice]))):
        found.entitle(Span(at, name))
        serial = Span(name, serial.end)
    found.put("number", serial)


def _again(found: Opening, page: Page, at: int) -> Span | None:
    """The title printed again; a sender that comes again begins the title: X / 望政发〔2019〕1号 / X / 关于…的通知."""
    title = found.title or Span(0, 0)
    again = again_at(page, at, page.words[title.slice])
    begins = again and kind_of(page.words[title.slice]) is None and better_at(page, title, found.parts, at)
    return None if begins and begins.start == at else again


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


def _put_line(found: Opening, page: Page, line: Span) -> None:
    """A line that is no part of the notice; the number may stand at its end (等级 特急·明电　临汛电〔2020〕5号)."""
    for i in range(line.start + 1, line.end):
        apart = page.gaps[i] >= Gap.SPACE or page.words[i - 1] in "日，（"
        number = number_at(page, i) if apart else None
        if number and _AFTER_NUMBER.fullmatch(page.words, number.end, line.end):
            found.put("note", Span(line.start, i))
            found.put("number", number)
            if number.end < line.end:
                found.put("note", Span(number.end, line.end))
            return
    found.put("note", line)


def _join_masthead(found: Opening, page: Page) -> None:
    """国家税务总局公告, 2018年第12号: the name that is no title is part of the number."""
    if len(found.parts) < 2 or found.parts[-1].kind != "number":
        return
    *before, name, number = found.parts
    if name.kind == "title" and page.words[name.span.slice].endswith(("公告", "通告")):
        found.parts = [*before, Part("number", Span(name.span.start, number.span.end))]
