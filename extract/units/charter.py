"""Whose 三定 a text is: `望溪区水务局主要职责内设机构和人员编制规定` is that of 望溪区水务局."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.memo import per_notice
from extract.mentions.agency import agencies_in, is_agency
from extract.mentions.called import SHORT
from extract.sentences import sentences
from kg.model import Notice, Span

_OF = re.compile(
    r"(?P<org>[\u4e00-\u9fff（）“”]{3,45}?)(?:的)?(?:职能配置|机关处室|机关科室|内设处室|直属单位|主要职责|主要职能|职责配置|机构职能|职能|"
    r"(?:机构|部门|[科处站队][室站所])设置|组织机构|组织架构|(?:党政)?机构改革|内设机构|机构编制|人员编制|"
    r"工作职责|简介|概况|机构(?:概况|简介)|章程)(?:[、，和与]|及|职责|简介|配置|及其|内设|机构|人员|编制|设置|规定|方案|事项|情况|调整|有关|问题|批复|表|的|$)"
)
_NOT_ORG = re.compile(r"^.*(?:关于|印发|调整|核定|批转|转发|同意|公布|设立|成立|明确|《)+")

# the head of the part is there where a page without its title is not: 四、人员编制 区水务局机关行政编制12名
_STAFFED = re.compile(
    r"[二三四五六七]、(?:机关)?(?:人员)?编制(?:和|及|与)?(?:领导职数)?(?:核定)?(?P<org>[\u4e00-\u9fff]{3,24}?)(?:机关)?(?:共|核定)?(?:行政|事业|政法专项)编制[为共]?\d"
)
# a page of an agency, under a title that names none: 资料中心的主要职责是：…
_PRESENTED = re.compile(
    r"(?P<org>[\u4e00-\u9fff]{3,30}?)(?:（[^（）]{1,30}）)?(?:的?主要(?:职责|职能|任务|业务)(?:[是为有：]|如下|包括)|[是为](?=[^，。；]{2,40}(?:单位|机构|部门|机关)[，。；]))"
)
# 县公共就业服务中心等事业单位: several, of whom no name is one
GENERIC = re.compile(
    r"等[^等局委办]{0,8}$|^(?:所属|下属|直属|部分|有关|相关|全[省市区县]|职能|业务|生产|经营|管理|综合|基层|党群|党政|群团|内设|办事)*"
    r"(?:事业单位|行政机关|党政机关|机关事业单位|机构|单位|部门)$|(?:所属|下属|直属)(?:事业)?单位$"
)
_ENDS = re.compile(r"(?:[局委办厅部院会署队站所处馆校]|公司|中心|政府|集团|银行)$")
_ASIDE = re.compile(r"（(?![^（）]*简称)[^（）]{1,30}）$")
# 普通高等|学校, 工程总承包|项目部: a house of which only the kind is known by its name, and all that stands before it in its clause
_KIND = re.compile(r"学校|项目部|医院|公司|企业|车间|中心|协会|学会|商会")
_WHOLE = re.compile(
    r"(?:^|(?<=[，；。：]))(?!目前|现有?|该|本|各|我|其|全[市县区]|同意|批准|决定|根据|经|所属|下属|同时)[\u4e00-\u9fff]{2,12}$(?<![的在由对将把为应与和及向从至于到])(?<!(?<!高)等)"
)
_OPENING = 4  # sentences, the title being one or two of them


@dataclass(frozen=True, slots=True)
class Charter:
    """The agency that a text is about, by its first name and the short one that the text gives it."""

    name: str
    short: str = ""

    @property
    def mention(self) -> str:
        return self.short or self.name


@per_notice
def charter(notice: Notice) -> Charter | None:
    """The agency whose duties, units and staff a notice lays down; None where the titles do not tell.

    The titles are those of the notice and of what it carries; the short name is the one given in the text.
    """
    titles = [*(one.title for one in notice.head.carried), notice.head.title]
    for title in titles:
        name = _org(title)
        if name:
            return Charter(name, _short(notice.words, name))
    staffed = _STAFFED.search(notice.words)
    mentions = agencies_in(staffed["org"]) if staffed else []
    if staffed and mentions and mentions[0].span == Span(0, len(staffed["org"])):
        return Charter(staffed["org"])
    return _presented(notice)


def _presented(notice: Notice) -> Charter | None:
    """The agency with which the text of a page begins; a page has no number and nobody that it is sent to."""
    if notice.head.number or notice.head.addressees:
        return None
    for sentence in sentences(notice)[:_OPENING]:
        found = _PRESENTED.match(notice.words, sentence.start, sentence.end)
        if found and (is_agency(found["org"]) or _ENDS.search(found["org"])):
            return Charter(found["org"], _short(notice.words, found["org"]))
    return None


def _org(title: str) -> str:
    found = _OF.search(title)
    if not found:
        return ""
    name = _NOT_ORG.sub("", found["org"])
    mentions = agencies_in(name)
    if GENERIC.search(name):
        return ""
    if mentions and mentions[-1].span.end >= len(name.rstrip("）")) - 1:
        return name[mentions[-1].span.start :]
    return name if _ENDS.search(name) else ""


def _short(words: str, name: str) -> str:
    for found in SHORT.finditer(words):
        before = words[max(0, found.start() - len(name)) : found.start()]
        if before == name or (len(before) > 3 and name.endswith(before[-4:])):
            return found["called"]
    return ""


def subject_before(words: str, at: int, least: int) -> tuple[str, Span] | None:
    """The agency that ends right before a place (区教育局 before 设8个内设机构)."""
    start = max(least, at - 40)
    aside = _ASIDE.search(words, start, at)  # 学生处（与武装部合署）下设…
    at = aside.start() if aside else at
    for mention in reversed(agencies_in(words, Span(start, at))):
        if at == mention.span.end:
            kind = _KIND.fullmatch(mention.words)
            whole = _WHOLE.search(words, least, mention.span.start) if kind else None
            start = whole.start() if whole else mention.span.start
            return (words[start:at] if whole else mention.words), Span(start, at)
    return None
