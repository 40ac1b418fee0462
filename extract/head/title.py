"""Where a title ends.

A title says who, about what, and its 文种 (GB/T 9704 7.3.1), over any number of lines. Where lines are lost it ends at the 文种
that the number or the addressees follow. One that puts another text in force ends in the 文种 of the sender (关于印发…办法的通知).
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.head.addressee import addressee_at
from extract.head.genre import kind_before
from extract.head.metadata import meta_at
from extract.head.number import number_at, serial_at
from extract.head.page import Page, folded, same_from
from extract.head.web import DATELINE, menu_at, site_at, stamped_at
from extract.mentions.date import ANY_DATE
from extract.titles import names_column
from kg.model import Gap, Span

_LONGEST, _LINES = 400, 10
_COLUMNS, _COLUMN, _ROW = 5, 8, 120
_DASHES = frozenset("_|｜—–-")
_OPEN, _CLOSE = "《〈（“", "》〉）”"
_STOP = re.compile("[。；！？]")
_END_OF_LINE = re.compile("[。；！？：，]")
PUBLISHES = re.compile(r"(?:关于|联合|[府厅室局委办会部社院]|^)(?:重新)?(?:印发|转发|批转|下发|颁发|颁布|公布|发布|下达)")
_SENT = re.compile(r"(?:通知|函|公告|通告|决定|令|批复|意见|通报|报告|决议|请示|公报|布告|指示|议案|答复)(?:（[^（）]{1,24}）)*+$")
# how a body begins: right after a 文种 the title is over
BODY_BEGINS = re.compile(
    r"为(?:了|进一步|贯彻|加强|规范|落实|搞好|切实|深入|做好|认真|加快|推进|促进|保障|确保|有效|全面|更好|充分|维护|适应|方便|表彰|依法|统筹|支持|鼓励|改善|提[高升]|防[止范]|预防|完善|解决|配合|扩大|优化|弘扬|庆祝|纪念|严[肃格]|打击|巩固|建立|健全|积极|激励|引导|增强|强化|减少|发挥|实施|总结|正确|统一|明确|满足|保护|整顿|控制)|根据|按照|依照|依据|遵照|经.{2,30}(?:研究|批准|同意|决定)|"
    r"现将|现就|现公布|[\u4e00-\u9fa5]{2,14}的(?:主要|工作)?(?:职责|职能|任务)(?:是|为|：)|第一[编章条]|一、|1[.．、](?!\d)|序号|近年来|近期|当前|任命(?!名单)[：:]?|免去(?!名单|职务名单)|决定[，：]|兹|特此|《[^》]{4,60}》(?:已|业|经)"
)
# a title goes on after these
_ON = ("的", "》", "”", "、", "和", "及", "与", "）", "性", "，", "办公室", "单位", "工作")
_SHEET = re.compile("表(?![彰扬示决])")  # 责任分解 + 表
_ABOUT = re.compile("[^，。；：]{0,30}关于")
_BRACKET = re.compile(r"（[^（）：]{1,24}）")
_FIRST_RULE = re.compile("第[一1](?:条|章(?!程))")
_ITEM = re.compile(r"（[一二三四五六七八九十]{1,3}）(?=[\u4e00-\u9fa5])")
# under a title: （2019年3月5日望溪区人大常委会第三次会议通过）, 2019年3月5日 国务院批准
_ADOPTED = re.compile(rf"（[^（）]{{0,80}}?{ANY_DATE}[^（）]{{0,200}}）")
_ADOPTED_RUN = re.compile(rf"(?:{ANY_DATE}[^。，；：、]{{0,60}}?(?:通过|批准|修订|修正|施行|令第[\d〇一二三四五六七八九十百]{{1,5}}号(?:公布|发布)))++")
_SAYS_ON = ("了", "的", "《", "，", "、", "后")  # a sentence says that something was adopted
_SERIAL = re.compile("序号|编号|项次")  # the first column of a table right under its title
_OF_YEAR = re.compile(r"\d{4}年(?!\d{1,2}月)")
_ADOPTED_LINE = re.compile(rf"{ANY_DATE}[^。，；：]{{0,80}}")


def adopted_at(page: Page, at: int) -> Span | None:
    """When, and by whom, the text was adopted: in brackets under the title, or a line by itself."""
    found = _ADOPTED.match(page.words, at)
    if found and not page.words.startswith("的", found.end()):
        return Span(*found.span())
    if page.breaks(at):
        end = page.line_end(at)
        if _OF_YEAR.match(page.words, at) and kind_before(page.words, at, end):
            return None  # 望溪区人民医院 / 2022年度护士招聘公告
        return Span(at, end) if _ADOPTED_LINE.fullmatch(page.words, at, end) else None
    run = adopted_run(page.words, at)
    return Span(*run) if run else None


def adopted_run(words: str, at: int) -> tuple[int, int] | None:
    """Where a note of adoption without brackets stands: 2019年3月5日…会议通过2019年3月8日公布."""
    found = _ADOPTED_RUN.match(words, at)
    return found.span() if found and not words.startswith(_SAYS_ON, found.end()) else None


def title_end(page: Page, start: int) -> int:
    """The end of the title that begins here; of words that are no title, the end of their first line or sentence."""
    words, limit = page.words, min(len(page), start + _LONGEST)
    depth, lines, first, soft, loose = 0, 0, 0, 0, 0
    for end in range(start + 1, limit + 1):
        depth += (words[end - 1] in _OPEN) - (words[end - 1] in _CLOSE)
        line = page.breaks(end)
        if line:
            lines += 1
            first = first or end
        if lines > _LINES or (depth <= 0 and _STOP.match(words[end - 1])) or (line and words[end - 1] == "："):
            break
        if depth > 0 and not (line and lines > 3):
            continue
        if end - start > 4 and page.gaps[end : end + 1] > b"\0" and (meta_at(page, end) or stamped_at(page, end)):
            return end
        if line and end - start >= 4 and (menu_at(page, end) or _columns_at(page, end)):
            return end
        if line and end - start >= 4 and _FIRST_RULE.match(words, end) and not _FIRST_RULE.match(words, start):
            return end
        if line and end - start >= 4 and DATELINE.match(words, end):
            return first if first < end and re.search(ANY_DATE, words[first:end]) else end  # …《望溪日报》（2019年8月18日）
        if not line and words[end : end + 1] in _DASHES and kind_before(words, start, end) and site_at(page, end):
            return end
        kind = kind_before(words, start, end)
        if not (kind or line) or _goes_on(page, end) or (line and words[end - 1] == "的"):
            continue
        if _over(page, end, bool(kind)):
            labelled = first and "：" in words[first:end] and (not kind or "、" in words[first:end].partition("：")[2])
            return first if labelled else end  # 望溪水文局机构设置 / 局机关：办公室、计划|财务科
        said = words[start:end]
        if kind and len(said) >= 8 and same_from(words, end, said):
            return end
        if kind and not line and "：" not in said and BODY_BEGINS.match(words, end) and (_SENT.search(said) or not PUBLISHES.search(said)):
            return first if first and "，" in words[first:end] else end  # a sentence under the title: …接受辞职，决定|任命…
        if kind and words.startswith("。", end) and _ABOUT.match(said):
            return end  # 关于支持…的十条意见。为了…: a sign behind the title
        if kind and (line or page.breaks(end, Gap.WIDE)):
            if _twice(words, said, end):
                return end
            if line and _later(page, end):
                continue
            if _SENT.search(said) or not PUBLISHES.search(said):
                return end
            soft = soft or end
        elif kind and _SENT.search(said) and (page.breaks(end, Gap.SPACE) or words.startswith("的", end - 1 - len(kind))):
            loose = loose or end
    if soft or loose:
        return soft or loose
    if first and first - start <= 200:
        return first
    stop = _STOP.search(words, start, min(limit, start + 200))
    end = stop.end() if stop else min(limit, start + 200)
    apart = next((i for i in range(start + 6, end) if page.gaps[i] >= Gap.SPACE), None)
    if apart and not first:
        return apart
    return stop.end() if stop else min(first or len(page), start + 200, len(page))


def _columns_at(page: Page, at: int) -> bool:
    """The titles of the columns of a table, each on a line of its own or in one row: 序号 / …, 工作任务 | 责任单位."""
    if _SERIAL.match(page.words, at):
        return True
    for _ in range(_COLUMNS):
        end = page.line_end(at) if at < len(page) else at
        cuts = [i for i in range(at + 1, end) if page.gaps[i] == Gap.CELL] if end - at <= _ROW else []
        if len(cuts) > 1 and cuts[0] - at <= _COLUMN and _cells(page, end) == len(cuts) and not re.search(ANY_DATE, page.words[at:end]):
            return True  # the rows under it have as many cells
        if cuts and any(names_column(page.words[a:b]) for a, b in pairwise([at, *cuts, end])):
            return True
        if not 1 < end - at <= _COLUMN:
            return False
        if names_column(page.words[at:end]):
            return True
        at = end
    return False


def _cells(page: Page, at: int) -> int:
    """How many cells stand behind the first of the line that begins here."""
    return page.gaps[at : page.line_end(at)].count(Gap.CELL) if at < len(page) else 0


def _goes_on(page: Page, at: int) -> bool:
    """The title cannot end here: what follows belongs to it (…办法 | （试行）的通知)."""
    if page.words.startswith(_ON, at) or (_SHEET.match(page.words, at) and not page.breaks(at)):
        return True
    if page.breaks(at) and menu_at(page, at):
        return False
    if _ITEM.match(page.words, at) and page.breaks(at):
        return False
    return bool(_BRACKET.match(page.words, at)) and not (number_at(page, at) or serial_at(page, at) or adopted_at(page, at))


def _over(page: Page, at: int, kind: bool) -> bool:
    """The number, the addressees or the note of adoption follow, so that the title is over."""
    if at >= len(page):
        return kind
    if any(one(page, at) for one in (number_at, serial_at, addressee_at)):
        return True
    return kind and any(one(page, at) for one in (adopted_at, meta_at))


def _twice(words: str, title: str, at: int) -> bool:
    """The same title, perhaps with its sender in front, is printed again right here."""
    core = folded(title.partition("关于")[2] or title)
    return core in folded(words[at : at + len(title) + 100])


def _later(page: Page, at: int) -> bool:
    """A later line ends the title with more certainty: it is followed by the number or the addressees."""
    for _ in range(5):
        end = page.line_end(at) if at < len(page) else at
        line = page.words[at:end]
        if not 0 < len(line) <= 60 or _END_OF_LINE.search(line):
            return False
        if _SENT.search(line):
            return end < len(page) and any(one(page, end) for one in (number_at, serial_at, addressee_at))
        at = end
    return False
