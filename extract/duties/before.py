"""What stands before a doer in a clause and is no part of his work: why, by what words, what is asked of all or said of the case."""

from __future__ import annotations

import re

from extract.duties.actors import Actors
from extract.duties.phrase import modals
from extract.duties.predicate import MODAL, starts_work
from extract.duties.subject import CIRCUMSTANCE, RELATIVE, Subject, lead
from kg.model import Span

# 根据会议意见，由区住建局…: why and by what words, before the doer
_REASON = re.compile(
    r"会议(?:明确|要求|强调|指出|认为|决定|议定|研究|同意|原则|听取|确定|传达|通报|学习|审议|讨论|部署|总结|分析)[^，。；]{0,60}，?|(?:鉴于|考虑到|由于|为了?)[^，。；]{4,80}，(?!(?:造成|导致|致使|引起)[^，。；]{2,40}的，)"
    r"|(?:《[^》]{2,30}》|(?!贯彻|落实|[按对据]|根据|结合|符合|围绕|针对|满足|达到|严格|遵)[一-龥]{2,14}?)(?:还|同时|明确|进一步)?(?:要求|强调|指出|提出)，"
    r"|(?:根据|按照|依照|依据|遵照)[^，。；]{2,60}(?:精神|要求|指示|安排|部署|意见|规定|批示)，|(?:会议|《[^》]{2,30}》)将[^，。；]{2,40}，|[^。；]{2,80}?亲自[^，。；]{2,30}，"
)
# 防汛工作事关全局，|各镇要…: says how things are
_SAYS_SO = re.compile(
    r"(?![凡对将如若按])[^，。；]{0,40}?(?:(?<![凡还或就但总若只要])是(?!否)[^，。；]{2,40}"
    r"(?:工作|任务|举措|措施|途径|基础|关键|大事|环节|保障|要求|内容|手段|责任|工程|问题|方针|政策|重点|需要)$|事关[^，。；]{2}|关系到?[^，。；]{2,30}$)"
    r"|[^，。；]{0,30}(?:任务|时间|责任|形势|压力|难度|[范波]围|面|分布|数?量|风险|意义|影响|情况|[策业术统杂]性|标准|起点)(?:十分|非常|较|很|更加?|仍然?|极[其为]?|尤[其为]?|特别|日[益趋]|依然)*(?:广|重|大|紧迫?|多|高|强|严峻|繁重|艰巨|复杂|突出|迫切|深远)$"
    r"|[^，。；]{2,14}实行[^，。；]{2,24}(?:制度?|机制|体制|方式)$|(?:(?:当前|目前|眼下|现在)?(?:正[值是当]|已(?:经)?[进到]入?)|时值)[^，。；]{2,30}$|(?:因此|为此|所以)$"
)
# 奖学金额度根据人数确定，|各学院…; 会员大会每年召开一次，|理事会…: told of something else
_OF_ANOTHER = re.compile(
    r"(?![对将把按在凡因由如若为根])[^，。；]{2,24}?(?:(?<!还)不得|(?:根据|按照|依照)[^，。；]{2,20}(?:[确核]定|执行|计算|发放|安排)$|每[半一两三四五\d]*个?(?:年|季度?|月|周|[日天]|学期)[^，。；]{0,4}(?:召开|举行))"
)
# 监督机构设立卫生监督员，|由县卫生局聘任: what is set up, before who does something about that
_SETS_UP = re.compile(
    r"(?![对将把按在凡因由如若为根])[^，。；]{2,14}?(?:应当?|可以?|必须|须)?(?:设立?(?![备计想施置])|成立|组建)[^，。；的]{1,14}(?:[会组室员站部科处]|机构|中心)$"
)
# 交易所|违反规定，…的，由区交通局…: a case
OFFENDS = re.compile(r"有?违反|违[规法]|擅自|弄虚作假|玩忽|滥用|伪造|隐瞒|骗取|逾期")
_MAY_NOT = re.compile(r"不得|(?![对将把按在凡因由如若为根])[^，。；的]{0,12}?有权")
# what ties a sentence to the one before it
_LINK = re.compile(r"(?:因此|为此|对此|同时|此外|另外|其中|今后|下一步)，|或者?$|并$|(?:会议)?明确$|[A-Za-z][、.．]")
# 第三条修改为：“|案件由区法院审理。”
_AMENDED = re.compile("(?:[^，。；：“”]{0,40}：)?“(?=[^“”]*$)")
_RESTS, _RULE = re.compile(r"根据|按照|依照|遵照|本着"), re.compile(r"的(?:规定|原则|精神|体制|机制|格局)$")
# 对隐患|应当…: what is asked, and of nobody else
_ABOUT = re.compile(r"对|将|把|凡|按|因|在|根据|依照|如|若|需|为")
_NEAR = 30
_MOST_GROUND = 12  # segments of what a text rests on


def apart(actors: Actors, segments: list[Span], called: bool = False, bare: bool = False) -> int:
    """How many segments before a doer ask something of all, say how things are, or tell of another.

    要定期调度，|区住建局负责…; 这是重要工作，|各镇要…; 学会设监事会，|由会员选举. `called` where 由 stands before him, `bare` where he has only a role.
    """
    words, size, of_another = actors.words, 0, 0
    for k, segment in enumerate(segments, 1):
        start = lead(words, segment)
        told = Span(start, segment.end)
        demand = (not called and asks(words, told)) or _SAYS_SO.match(words, segment.start, segment.end)
        others = _MAY_NOT.match(words, start) or (not bare and _has_doer(actors, told, called))
        others = others or (not called and (_OF_ANOTHER.match(words, start, segment.end) or _asks_another(words, told)))
        goes_on = 0 < of_another == k - 1 and (words.startswith("其中", segment.start) or starts_work(words, start, segment.end))
        if CIRCUMSTANCE.search(words, segment.start, segment.end):
            continue
        of_another = k if others or goes_on else of_another
        size = k if demand or others or goes_on else size
    return size


def _asks_another(words: str, segment: Span) -> bool:
    """Whether a clause asks somebody who is no doer by his name: 监交人应当清点; not 对隐患应当…, 按规定应当…."""
    start, end = segment.start, segment.end
    asked = next((at for at in modals(words, start, min(end, start + _NEAR)) if at - start > 1), start)
    return asked > start and "的" not in words[asked:end] and not _ABOUT.match(words, start) and not starts_work(words, start, asked)


def _has_doer(actors: Actors, segment: Span, called: bool) -> bool:
    """Whether a segment is a clause of another doer; before 由 it may as well be the matter: 各学校招收学生，|由区教育局审批."""
    words = actors.words
    if _SETS_UP.match(words, segment.start, segment.end):
        return True
    named, stop = actors.leading(segment) if not called else ([], segment.end)
    if not named or stop >= segment.end:
        return False
    if OFFENDS.match(words, stop) or words.startswith(("已", "未", "曾"), stop):
        return False  # 企业已履行义务，|受害人有过错的，企业应…: the case
    does = MODAL.match(words, stop) or _MAY_NOT.match(words, stop) or starts_work(words, stop, segment.end)
    return bool(does) and not RELATIVE.match(words, stop, segment.end)


def linked(words: str, begin: int, end: int) -> int:
    """Where words begin behind what ties them to those before: 或者|由区水务局…."""
    link = _LINK.match(words, begin, end)
    return link.end() if link else begin


def reasoned(words: str, begin: int, found: Subject) -> int:
    """Where the words before the doer begin that belong to his work: when, and what it is done to, not why."""
    # who a circumstance is told of stands before it: 专利代理机构|变更住所的，应当…
    told = found.actors[-1].span.end
    if words.startswith("（", told):
        told = max(told, words.find("）", told, told + 40) + 1)
    if begin < told < found.at and found.actors[0].span.start - begin < 4:
        begin = told
    if quote := _AMENDED.match(words, begin, found.at):
        begin = quote.end()
    begin = linked(words, begin, found.at)
    while why := _REASON.match(words, begin, found.at):
        begin = why.end()
    return linked(words, begin, found.at)


def is_quoted(words: str, segments: list[Span], found: Subject, i: int) -> bool:
    """Whether a doer is told of in words that the text rests on: 根据征地由市政府统一负责，费用包干的规定，…."""
    if i >= _MOST_GROUND or not _RESTS.match(words, segments[0].start):
        return False
    rule = next((k for k, segment in enumerate(segments[:_MOST_GROUND]) if _RULE.search(words, segment.start, segment.end)), -1)
    return i <= rule < len(segments) - 1 and not _RESTS.search(words, found.stop, segments[rule].end)


def asks(words: str, segment: Span) -> bool:
    """Whether a segment begins with a modal and is no condition: 应当在…领导下, not 应当…的 and not 需要…时."""
    modal = MODAL.match(words, segment.start)
    if not modal or words[segment.end - 1] == "的":
        return False
    return modal[0][0] not in "需可" or not CIRCUMSTANCE.search(words, segment.start, segment.end)
