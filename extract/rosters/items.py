"""A list of members cut into its items: at 、 and 和 that stand inside no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.mentions.agency import AgencyMention
from extract.mentions.person import is_name
from extract.rosters.party import TAIL
from extract.rosters.stretch import POST_END
from kg.model import Span

_SPLIT = re.compile(
    r"、|，|；|以及(?:其(?!他))?|及其(?!他)|(?<=[^参普涉以顾波])及(?=[^时格])"
    r"|和(?=工、|各|有关|相关|省|市|区|县|镇|乡|中|国|其他|街|其)|与(?=各|区|市|县|省)"
)
# 由村、社区书记任组长 is one
_ANY_LEVEL = re.compile(r"[由以]?(?:村|社区|街道)")
_JOINT = re.compile(r"[和与及]")
CHARGED = re.compile(
    r"(?:分管|主管|协管|负责|联系)(?!(?:的|副?)[省市县区镇乡]长)[^，。；：的]{2,30}(?:(?:工作|方面|事务)的|的(?=副?[省市区县州旗镇乡局处院校厂]长|副|领导|负责|常委|主任|书记))"
)
_POST = re.compile(rf"(?:{POST_END.pattern})$")
_SCIENCE = re.compile(r"(?!.*(?:[处室部科院系馆中心所办组会]|班子)$)[\u4e00-\u9fff]{2,6}")
_LEVELLED = re.compile(r"(?:常务)?副?[省市县区州旗镇乡]长")
_DEPUTY = re.compile(r"副(?:主任|书记|主席|经理|[局院校所站厂处科队部镇乡]长)")
_STOP = re.compile(r"[、，；。：]|和|及|与|以及")
_WHO = re.compile(rf"(?:{TAIL.pattern}|{POST_END.pattern}|干部)$")
_RANK_ONLY = re.compile(rf"(?:{TAIL.pattern})|(?:专职)?联络员|秘书长?|书记员")
_OWN_WORDS = 4  # 校长和书记, 负责人和联络员 are said of one house
_OPEN = re.compile(r"[（“]")
_CLOSE = re.compile(r"[）”]")


def items(words: str, span: Span, mentions: Mapping[int, AgencyMention]) -> Iterator[Span]:
    """The parts between separators that stand outside brackets."""
    # 分管教育、卫生工作的副县长 is one
    charged = [Span(*found.span()) for found in CHARGED.finditer(words, span.start, span.end)]
    ends = {mention.span.end for mention in mentions.values()}
    start = span.start
    depth = 0
    at = start
    while at < span.end:
        if _OPEN.match(words[at]):
            depth += 1
        elif _CLOSE.match(words[at]):
            depth = max(0, depth - 1)
        cut = _SPLIT.match(words, at, span.end) if not depth else None
        joint = not cut and not depth and words[at] in "和与及"
        if joint and _two_posts(words, start, at, span.end, mentions):
            cut = _JOINT.match(words, at)
        if joint and (at in ends or (at + 1 in mentions and not _of_college(words, start, mentions[at + 1])) or _behind_person(words, start, at)):
            cut = _JOINT.match(words, at)
        if cut and at > start and not _inside(words, at, charged, mentions) and not _ANY_LEVEL.fullmatch(words, start, at):
            yield Span(start, at)
            start = at = cut.end()
            continue
        at += 1
    if start < span.end:
        yield Span(start, span.end)


def _of_college(words: str, start: int, behind: AgencyMention) -> bool:
    """物理|与|电子信息学院 is one: sciences that a college is named after, not two houses."""
    return behind.words.endswith(("学院", "学系")) and _SCIENCE.fullmatch(words, start, behind.span.start - 1) is not None


def _two_posts(words: str, start: int, at: int, end: int, mentions: Mapping[int, AgencyMention]) -> bool:
    """副校长|和|德育主任, 年级组长|和|后勤人员: each ends in what people are called."""
    stop = _STOP.search(words, at + 1, end)
    rest = words[at + 1 : stop.start() if stop else end]
    if _LEVELLED.fullmatch(rest) or (_DEPUTY.fullmatch(rest) and words.endswith(rest[1:], start, at)):
        return _WHO.search(words, start, at) is not None  # 区教育局局长|和|副局长, 组织部部长|和|副区长
    both = len(rest) >= _OWN_WORDS and _WHO.search(words, start, at) and _WHO.search(rest)
    return bool(both) and not _RANK_ONLY.fullmatch(rest)


def _behind_person(words: str, start: int, at: int) -> bool:
    """Behind a post and a name: 区教育局局长王涛 | 和 | 岚江省副省长李敏."""
    return any(at - size > start and is_name(words[at - size : at]) and _POST.search(words, start, at - size) for size in (3, 2))


def _inside(words: str, at: int, charged: list[Span], mentions: Mapping[int, AgencyMention]) -> bool:
    """A joint inside the name of an agency parts nothing."""
    joint = words[at]
    if any(span.start < at < span.end for span in charged):
        return True
    return any(
        m.span.start < at < m.span.end and joint in m.words and not (m.group and joint in "及和")
        for m in mentions.values()
    )
