"""Who decided and when, told by the first sentences of a page that has no signature: a decision as a newspaper printed it.

`望溪区第五届人民代表大会常务委员会第三次会议8月5日决定`, under a page of 2021.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.head.bodies import BODY
from extract.head.genre import is_official
from extract.head.page import Page
from extract.mentions.date import ANY_DATE, iso_date
from kg.model import Span

_LONGEST = 240  # how far into the body a page tells who decided
_DOES = r"决定|任免|任命|补选|表决通过|审议通过|通过"
_HELD = r"第[一二三四五六七八九十百\d]{1,5}次(?:常务|全体|主任)?会议"
_DAY = rf"(?:{ANY_DATE}|(?P<short>\d{{1,2}}月\d{{1,2}}日))"
_DECIDED = re.compile(
    rf"(?<![\u4e00-\u9fa5])(?![已业由经在据于])(?P<by>(?:[\u4e00-\u9fa5]{{2,30}}人民代表大会{_HELD}|[\u4e00-\u9fa5]{{2,40}}?))(?:{_HELD})?"
    rf"(?:于)?(?P<day>{_DAY})(?:[上下]午)?，?(?:{_DOES})"
)
# 1983年7月16日国务院任命：
_ON_DAY = re.compile(rf"(?:^|。)(?P<day>{ANY_DATE})，?(?P<by>(?P<short>)[\u4e00-\u9fa5]{{2,24}}?)(?:第[^，。：；]{{1,12}}会议)?(?:决定|通过)?(?:任免|任命)")
_WIRED = re.compile(rf"新华社[\u4e00-\u9fa5]{{2,6}}(?P<day>{_DAY})电")
# 今（26）日, on a page shown 2018-12-26
_TODAY = re.compile(r"今(?:[天日]（(?P<at>\d{1,2})日?）|（(?P<day>\d{1,2})日?）[天日])")
_SHOWN = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?P<day>[0-3]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?=[-./年])")


# 为控制传播，市疫情防控总指挥部研究决定，从5月5日开始…
_ORDERS = re.compile(r"，(?![经由据按依]|国务院|中央|党中央)(?P<by>[\u4e00-\u9fa5]{4,30}?)(?:研究)?决定，")
_TOGETHER = re.compile(
    r"(?:^|[，。])(?P<by>[\u4e00-\u9fa5]{2,14}(?:、[\u4e00-\u9fa5]{2,14}){1,12})(?:研究)?决定，?(?:联合|共同)?(?:举办|开展|组织|召开|实施|启动)"
)


# 3月5日，望溪区防汛抗旱指挥部发布《关于紧急转移群众的通告》
_RELEASES = re.compile(r"(?:发布|印发|发出|下发|公布)了?《(?P<title>[^《》]{6,80})》(?!的(?:通知|公告|通告|决定|意见|函|命令|批复))")
# 近日，岚江省教育厅印发关于做好招生工作的通知。通知要求，
_REPORTED = re.compile(
    r"(?:近日|日前|[今昨][天日]|(?:\d{4}年)?\d{1,2}月\d{1,2}日)，?(?P<by>[\u4e00-\u9fa5、]{4,40}?)(?:联合|正式|于?近日)?"
    r"(?:发布|印发|发出|下发|公布|出台)了?(?P<mark>《)?(?P<title>(?:[^《》。；]|《[^《》]{2,60}》){6,100}?的(?P<kind>通知|意见|通告|公告|决定))(?(mark)》)。"
    r"《?(?P=kind)》?(?:称|指出|要求|明确|强调|提出|规定)"
)
_TELLS = 120
_OWN_WORDS = re.compile(r"现(?:将|就|予)|如下：|特此|[你您]们?[省市县区]")
_BY = re.compile(r"(?:近日|日前|今[天日]|昨[天日])?(?P<by>[^，。；：、《》\d]{4,40}?)(?:联合|正式|紧急|同日|于)*$")
_SAID, _LEAD = 48, 8
_PRINTED = re.compile(r"[。！](?:附(?:件|录)?|全文|原文)：?$|如下[：。]?$")


@dataclass(frozen=True, slots=True)
class Release:
    """A notice that a page tells of before it prints it: who issued it, and where its title is printed."""

    by: Span
    title: Span


def released(page: Page) -> Release | None:
    """X发布《关于…的通告》。…附：关于…的通告：…: the page reports a notice and gives its words."""
    for found in _RELEASES.finditer(page.words, 0, 2 * _LONGEST):
        before = max(page.words.rfind(sign, 0, found.start()) for sign in "，。：日") + 1
        by = _BY.match(page.words, max(before, found.start() - _SAID), found.start())
        if not by or not is_official(found["title"]) or not BODY.search(by["by"]):
            continue
        for again in re.finditer(re.escape(found["title"]), page.words[found.end() :]):
            title = Span(*again.span()).shift(found.end())
            if page.breaks(title.start) or _PRINTED.search(page.words, max(0, title.start - _LEAD), title.start):
                return Release(Span(*by.span("by")), title)
    return None


def reported(page: Page) -> Release | None:
    """近日，X印发关于…的通知。通知要求，…: a report, saved without its headline, tells a notice in its words."""
    found = _REPORTED.search(page.words, 0, 2 * _LONGEST)
    tells = found and found.start() <= _TELLS and "。" not in page.words[: found.start()] and BODY.search(found["by"])
    if not found or not tells or _OWN_WORDS.search(page.words, 0, 4 * _LONGEST):
        return None
    return Release(Span(*found.span("by")), Span(*found.span("title")))


def together(page: Page, body: int) -> Span | None:
    """Several bodies that decided what the page tells: 省教育厅、省科技厅决定，共同举办…大赛."""
    found = _TOGETHER.search(page.words[body : body + 2 * _LONGEST])
    named = found and all(BODY.search(one) for one in found["by"].split("、"))
    return Span(body + found.start("by"), body + found.end("by")) if found and named else None


def ordered_by(page: Page, body: int) -> Span | None:
    """The body that an order to the public says has decided it, where none has signed."""
    found = _ORDERS.search(page.words, body, body + _LONGEST)
    return Span(*found.span("by")) if found and BODY.search(found["by"]) else None


def told_by(page: Page, body: int) -> Span | None:
    """The body that decided, as the first sentences say."""
    found = _DECIDED.search(page.words[body : body + _LONGEST])
    return Span(body + found.start("by"), body + found.end("by")) if found and BODY.search(found["by"]) else None


def told_on(page: Page, body: int) -> tuple[str, Span] | None:
    """The day of the decision, else that of the report; where they give no year it is that of the page."""
    today = _TODAY.search(page.words[body : body + _LONGEST])
    page_day = _SHOWN.search(page.words, 0, body) if today else None
    if today and page_day and int(today["day"] or today["at"]) == int(page_day["day"]):
        return page_day[0], Span(*page_day.span())
    for form in (_DECIDED, _ON_DAY, _WIRED):
        found = form.search(page.words[body : body + _LONGEST])
        if not found:
            continue
        span = Span(body + found.start("day"), body + found.end("day"))
        shown = _YEAR.search(page.words, 0, span.start)
        said = f"{shown[0]}年{found['short']}" if found["short"] and shown else found["day"]
        iso = iso_date(said)
        if iso and len(iso) == 10:
            return iso, span
    return None
