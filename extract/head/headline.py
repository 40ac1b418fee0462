"""Which words of an opening are the title: the first, the one that comes again, the one that stands lower on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from extract.head.addressee import addressee_at
from extract.head.bodies import BODY
from extract.head.genre import is_official, kind_of
from extract.head.metadata import meta_at
from extract.head.number import number_at, serial_at
from extract.head.page import Page, Part, folded, likeness, same_from
from extract.head.title import BODY_BEGINS, adopted_at, title_end
from extract.head.web import menu_at
from extract.lexicon import terms
from extract.mentions.date import ANY_DATE
from kg.model import Gap, Span

_SENDER_BEFORE = 60
_HEADING = 10
# X海关公告 / 2023年第2号 / （关于…的公告）
_BRACKETED = re.compile(r"（(?P<title>关于[^（）。]{4,80})）")
_ABOUT = re.compile(r"[^，。；：《》]{0,60}?(?:关于|印发|转发|批转)")
_PUTS = re.compile("(?:印发|转发|批转|公布|发布|颁发)$")
# how a news page leads over to the notice, and how far down it does
_QUOTES = re.compile(r"(?:全文|原文|内容|通告|通知|公告|公示|决定)(?:内容|原文|全文)?(?:具体)?如下[：。]?")
_LEAD = 400
_TRAIL = re.compile(r"[您你]?(?:当前|现在)?的?所?在?位置[：:]|首页[>》]")
_REPORTS, _REPORT = 3, 20  # paragraphs over a title, and the least of one
_LEADS_OVER = re.compile("(?:全文|原文)(?:公布|刊登|发布)?如下：$")
_SENT_ON = re.compile("印发|转发|批转|如下|特此")
_LINES = 12  # of a page, over the title of the notice
MASTHEAD = re.compile(r"[^。，：；《》]{2,60}(?:公告|通告|令|文件|纪要|简报|函)$")
# X革命委员会通知 / （77）X革字第15号 / 关于…的通知: the paper of old offices is printed with the 文种
PAPER = r"(?:紧急)?(?:通知|通报|布告|批复|决定|指示|命令|函|公函|报告)"
_PAPER = re.compile(rf"(?P<by>[^。，：；《》（）]{{3,40}}?)（?{PAPER}）?")
_NO_TITLE = re.compile(
    r"。|^(?:根据|依据|按照|为(?:了|认真|深入)?(?:贯彻)?(?:落实)?)《"
    r"|^(?:第[一二三四五六七八九十百]{1,4}[章节条](?![\u4e00-\u9fa5]{0,30}(?:通知|公告)$)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,4}(?![\d万亿千百个%％.．]))"
)
# 街道办事处的基本职能是：, 各部门职责如下：, if it burns, 按以下程序进行工作：
_OPENS_LIST = re.compile(r"(?:是|为|如下|包括|有|要求|程序|职责|工作|任务|内容)：$")
_LEADS = re.compile(r"^(?:现将|现就|现对|兹将|根据|按照|为).*如下：?$")
# 2019年3月5日根据《…》 | （望政发〔2019〕1号）要求: the title of another text in the first sentence
_RESTS = re.compile(rf"(?:{ANY_DATE}，?)?(?:根据|依据|按照|依照|遵照|接)[^，。；]*《[^》]+》$")
_SAID = re.compile(r"(?:（[^（）]{1,40}）)?(?:等?[\u4e00-\u9fa5]{0,6}(?:文件|精神|要求|规定|部署|安排|通知)|的|，|和|以及)")
_SENTENCE = re.compile(r"[。；！？]|^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条]|\d{1,2}[.．、](?!\d)|附件)")


def titles(page: Page, span: Span) -> bool:
    """Whether words may be a title: a sentence, an item (三、工作规则), a table are the body of a page that was saved without it.

    So is what leads over to the body: 现将面试有关事项公告如下：.
    """
    words = page.words[span.slice]
    run = kind_of(words) is None and (words.count("，") > 2 or words.endswith(("，", "；")))
    goes_on = page.words.startswith(("，", "、", "；", "精神", "要求", "部署"), span.end)
    begins = "，" in words and BODY_BEGINS.match(words) is not None and not is_official(words)
    columns = words.startswith("序号") or (words.startswith("编号") and Gap.CELL in page.gaps[span.start + 1 : page.line_end(span.start)])
    leads = _LEADS.search(words) or (_RESTS.match(words) and _SAID.match(page.words, span.end))
    label = kind_of(words) is None and (_OPENS_LIST.search(words) or words.startswith("——"))
    return not (label or run or goes_on or begins or columns or leads or _NO_TITLE.search(words))


def again_at(page: Page, at: int, title: str) -> Span | None:
    """The title printed a second time, with or without its sender in front."""
    end = same_from(page.words, at, title)
    if end and (kind_of(title) or page.breaks(end)):
        return Span(at, end)
    head, about, core = title.partition("关于")
    if not about or head:
        core = title.removeprefix("关于")
    start = page.words.find(core[:8], at, at + _SENDER_BEFORE + 8)
    end = same_from(page.words, start, core) if start > at else None
    if end and not head and page.breaks(at) and _apart(page, at, start):
        return None
    if end and (_PUTS.search(page.words[at:start]) or page.words.startswith(("的通知", "的公告", "的决定", "的通告", "的批复"), end)):
        return None  # 望溪区人民政府 / 关于批转…办法的通知: it puts in force what was taken for the title
    # what stands on a line of its own over a title that names its sender is a sender again, no part of it
    if end and not re.search(r"[。，：；《（\d]", page.words[at:start]) and not (head and page.breaks(start)):
        return Span(at, end)
    line = page.words[at : page.line_end(at)]
    slips = page.breaks(at) and kind_of(line) and abs(len(line) - len(title)) <= 4 and likeness(line, title) >= 0.9
    return Span(at, at + len(line)) if slips else None


def _apart(page: Page, at: int, title: int) -> bool:
    """A line under the title names who put it on the page, and only then the notice begins with its own title."""
    begins = title - 2 * page.words.endswith("关于", 0, title)
    return begins > at and not page.breaks(at, Gap.BLANK) and page.breaks(begins, Gap.BLANK)


def longer(page: Page, one: Span, other: Span) -> bool:
    """The second printing of a title says more: it names the sender."""
    return len(folded(page.words[other.slice])) > len(folded(page.words[one.slice]))


def better_at(page: Page, title: Span, parts: Sequence[Part], at: int) -> Span | None:
    """The title, where what was taken for it is the name of the sender over a number (X公告, 第3号, 关于…的公告)."""
    name = page.words[title.slice]
    numbered = any(part.kind == "number" and part.span.start >= title.end for part in parts)
    minutes = name.endswith("纪要") and "关于" not in name and page.words.startswith("关于", at)
    if not (numbered or minutes) or not page.breaks(at):
        return None
    if kind_of(name) is not None and not _is_masthead(name):
        return None
    if bracketed := _BRACKETED.match(page.words, at):
        inner = Span(*bracketed.span("title"))
        over = page.breaks(bracketed.end()) or BODY_BEGINS.match(page.words, bracketed.end())
        return inner if over and is_official(page.words[inner.slice]) else None
    span = Span(at, title_end(page, at))
    words = page.words[span.slice]
    over = page.breaks(span.end, Gap.SPACE) or BODY_BEGINS.match(page.words, span.end)
    known = is_official(words) and not re.search(r"[。；]", words) and over
    return span if known or (span.end < len(page) and is_official(words) and addressee_at(page, span.end)) else None


def _is_masthead(name: str) -> bool:
    """A sender with the 文种 of its paper, which is no title where one stands below."""
    paper = _PAPER.fullmatch(name)
    over = MASTHEAD.fullmatch(name) and not name.endswith("令")
    return "关于" not in name and bool(over or (paper and BODY.search(paper["by"])))


def lower(page: Page, at: int) -> Span | None:
    """The title of a notice under names of a page that are none: 组工制度 / … / …关于印发…的通知 / 各单位：.

    Told by what follows it, a number, addressees or itself again; no sentence may stand before it.
    """
    if not page.breaks(at):
        return None
    for n, line in enumerate(page.lines(at)):
        if n > _LINES or len(line) > 120 or Gap.CELL in page.gaps[line.start + 1 : line.end]:
            return None
        if menu_at(page, line.start) or meta_at(page, line.start, among=True) or number_at(page, line.start):
            continue
        if _SENTENCE.search(page.words[line.slice]) or addressee_at(page, line.start):
            return None
        span = Span(line.start, title_end(page, line.start))
        words = page.words[span.slice]
        apart = page.breaks(span.end, Gap.SPACE) or number_at(page, span.end)
        if len(words) >= 8 and apart and is_official(words) and _followed(page, span.end, words):
            return span
    return None


def quoted_at(page: Page, at: int) -> Span | None:
    """The title of a notice that a news page prints whole under its own words: …发布通告。全文如下： / 望溪区人民政府通告."""
    lead = _QUOTES.search(page.words, at, at + _LEAD)
    if not lead or not page.breaks(lead.end()) or lead.end() >= len(page):
        return None
    title = Span(lead.end(), title_end(page, lead.end()))
    words = page.words[title.slice]
    over = page.breaks(title.end) or addressee_at(page, title.end)
    return title if 4 <= len(words) <= 120 and over and is_official(words) and not _SENTENCE.search(words) else None


@cache
def _columns() -> frozenset[str]:
    return frozenset(terms("webpage", "columns"))


def heading_at(page: Page, at: int) -> Span | None:
    """The name of a column of the site, over the trail of the page or a title that is whole without it: 通知公告 / 望溪区教育局关于…的通知."""
    end = page.line_end(at)
    said = page.words[at:end]
    if page.breaks(at) and said in _columns() and end < len(page):
        return Span(at, end)
    if page.breaks(at) and len(said) <= _HEADING and kind_of(said) is None and _TRAIL.match(page.words, end):
        return Span(at, end)
    if not page.breaks(at) or len(said) > _HEADING or end >= len(page) or BODY.search(said) or _ABOUT.search(said):
        return None
    title = lower(page, end)
    return Span(at, end) if title and title.start == end and _ABOUT.match(page.words, end, title.end) else None


def under_report(page: Page, at: int) -> Span | None:
    """The title under a paragraph that tells of the notice before it is printed.

    …会议经过表决，决定任命王涛为副区长。 / …关于任命王涛的决定 / （2023年5月31日…通过）
    """
    for line in islice(page.lines(at), _REPORTS):
        said = page.words[line.slice]
        if not page.breaks(at) or len(said) < _REPORT or (not _LEADS_OVER.search(said) and (said[-1] != "。" or _SENT_ON.search(said))):
            return None
        title = Span(line.end, title_end(page, line.end)) if line.end < len(page) else Span(0, 0)
        sure = is_official(page.words[title.slice]) and titles(page, title) and title.end < len(page)
        if sure and any(one(page, title.end) for one in (addressee_at, adopted_at, number_at, serial_at)):
            return title
    return None


def _followed(page: Page, at: int, title: str) -> bool:
    told = at < len(page) and any(one(page, at) for one in (number_at, serial_at, addressee_at))
    below = at < len(page) and page.breaks(at)
    return told or bool(below and (menu_at(page, at) or meta_at(page, at) or same_from(page.words, at, title)))
