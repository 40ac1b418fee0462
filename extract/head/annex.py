"""附件: the list of annexes of a notice (GB/T 9704 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.bodies import BODY
from extract.head.genre import kind_before, kind_of
from extract.head.page import Page
from extract.head.place import place_of
from extract.head.title import BODY_BEGINS
from extract.mentions.agency import agency_list
from kg.model import Gap, Span

_LABEL = re.compile(r"附件(?:[\d一二三四五六七八九十]{0,2})[：:]?|附：")
# 1.2018年民生实事任务分解表: behind the number of an item a year is no fraction
_ITEM = re.compile(r"(?<![\d.])(?:\d{1,2}[.．、](?!\d(?!\d{3}年))|（?[一二三四五六七八九十]{1,3}[）、]|附件\d{0,2}[：:])")
_COUNTED = re.compile(
    r"（(?:\d+[件个项家份名人种类条]|共计?|合计|另附|略|另发|见附件)[^（）]{0,12}）$"
    r"|（[^（）]{2,20}〔\d{4}〕\d{1,4}号）$|[.．](?:docx?|xlsx?|pdf|wps|zip|rar)$"
)
_DATED = re.compile(r"(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日")
_FORM = re.compile(
    r"(?:表|表格|名册|书|单|证|图|册|卡|样式|样本|模板|格式|范本|须知|提纲|联系方式|流程|回执|材料|二维码|系统|统计|编号|文件|台账)$"
)
_GIVEN = re.compile(r"[^《》]{2,40}[部委局厅院办室府会司]《(?P<title>[^《》]{6,100})》")  # 附：省林业厅《关于…的报告》
_ROLL = re.compile(r"名单$")
_TITLE = 80
_STATE = re.compile(r"(?:（[^（）]*）)+$")


def annexes(page: Page, start: int, end: int) -> list[Span]:
    """The titles of the list, without numbers and outer 《》; [] where there is none."""
    label = _label(page, start, end)
    if label is None:
        return []
    found: list[Span] = []
    for line in _whole_lines(page, label, end):
        items = items_of(page.words, line)
        if line.start > label and not _ITEM.match(page.words, line.start):
            # a line that only goes on: 附件：1.…目录 / （2019年版）
            break
        if len(line) > 400 and line.start > label:
            break
        found += items
        if items and not page.words.startswith(("1", "一", "（一", "附件"), label) and line.start == label:
            break
    return found


def _whole_lines(page: Page, start: int, end: int) -> Iterator[Span]:
    """The lines of the list; one that breaks inside a bracket goes on: …名单（法 / 人类）."""
    begin = start
    for line in page.lines(start, end):
        said = page.words[begin : line.end]
        if said.count("（") <= said.count("）") or len(said) > 200:
            yield Span(begin, line.end)
            begin = line.end
    if begin < end:
        yield Span(begin, end)


def _label(page: Page, start: int, end: int) -> int | None:
    for found in _LABEL.finditer(page.words, start, end):
        before = page.words[found.start() - 1] if found.start() > start else "。"
        if (page.breaks(found.start(), Gap.SPACE) or before in "。）日") and found.end() < end and found[0][-1] in "：:":
            return found.end()
    return None


def items_of(words: str, line: Span) -> list[Span]:
    """The items of one line, cut at their numbers; the last ends where a sentence or a date would begin."""
    marks = [Span(*found.span()) for found in _ITEM.finditer(words, line.start, line.end)]
    if not marks or marks[0].start > line.start:
        marks.insert(0, Span(line.start, line.start))
    found = []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        item = Span(mark.end, after.start if after else line.end)
        titled = _run_in(words, item)
        span = _trimmed(words, titled or item)
        if 2 <= len(span) <= 120:
            found.append(span)
        if titled:
            break
    return found


def _run_in(words: str, item: Span) -> Span | None:
    """The title of an annex that its text follows with no line break: 附件：…联席会议制度为贯彻落实…."""
    for end in range(item.start + 4, min(item.end, item.start + _TITLE)):
        if words[end] in "。；：" or words.startswith("附件", end):
            return None
        if kind_before(words, item.start, end) and BODY_BEGINS.match(words, end, item.end):
            return Span(item.start, end)
    return None


def _trimmed(words: str, span: Span) -> Span:
    text = words[span.slice]
    stop = re.search(r"[。；]", text)
    text = text[: stop.start()] if stop else text
    text = _unsigned(text)
    while found := _COUNTED.search(text):
        text = text[: found.start()]
    text = text.rstrip("；。，")
    start = span.start
    if text.startswith("《") and text.endswith("》"):
        start, text = start + 1, text[1:-1]
    if given := _GIVEN.fullmatch(text):
        start, text = start + given.start("title"), given["title"]
    return Span(start, start + len(text))


def is_form(title: str) -> bool:
    """Whether an annex is a table, a form or a picture: 任务分解表."""
    bare = _STATE.sub("", title)
    return bool(_FORM.search(bare)) and not bare.endswith(("清单", "名单", "责任书")) and kind_of(bare) != "表"


def is_text(title: str, printed: bool) -> bool:
    """Whether an annex is a text of its own, no form, table or picture; a roll of names is one where it is printed."""
    return kind_of(title) is not None and not is_form(title) and (printed or not _ROLL.search(_STATE.sub("", title)))


def _unsigned(text: str) -> str:
    """A title without the signature that follows it where line breaks are lost: …名单望溪区人民政府2019年3月5日."""
    date = _DATED.search(text)
    if not date:
        return text
    if kind_before(text, 0, date.start()):
        return text[: date.start()]  # 附件：…报告2008年5月20日主题词：
    for end in range(date.start() - 3, 3, -1):
        if (kind_before(text, 0, end) or _FORM.search(text[:end])) and (
            place_of(text[end : date.start()]) or agency_list(text, Span(end, date.start())) or BODY.search(text[end : date.start()])
        ):
            return text[:end]
    return text
