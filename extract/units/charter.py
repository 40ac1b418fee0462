"""Whose 三定 a text is: `望溪区水务局主要职责内设机构和人员编制规定` is that of 望溪区水务局."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.memo import per_notice
from extract.mentions.agency import agencies_in
from kg.model import Notice, Span

_OF = re.compile(
    r"(?P<org>[\u4e00-\u9fff（）“”]{3,45}?)(?:的)?(?:职能配置|机关处室|机关科室|内设处室|直属单位|主要职责|主要职能|职责配置|机构职能|职能|"
    r"机构设置|内设机构|机构编制|人员编制|"
    r"工作职责|简介|概况|机构概况|章程)(?:[、，和与]|及|职责|简介|配置|及其|内设|机构|人员|编制|设置|规定|方案|事项|调整|有关|问题|批复|的|$)"
)
_NOT_ORG = re.compile(r"^.*(?:关于|印发|调整|核定|批转|转发|同意|公布|设立|成立|明确|《)+")
_SHORT = re.compile(r"（(?:以下|下)?(?:统)?简称(?:为)?[“\"]?([^”\"（）]{2,20})[”\"]?）")

# the head of the part is there where a page without its title is not: 四、人员编制 区水务局机关行政编制12名
_STAFFED = re.compile(
    r"[二三四五六七]、(?:机关)?(?:人员)?编制(?:和|及|与)?(?:领导职数)?(?:核定)?(?P<org>[\u4e00-\u9fff]{3,24}?)(?:机关)?(?:共|核定)?(?:行政|事业|政法专项)编制[为共]?\d"
)


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
    return None


def _org(title: str) -> str:
    found = _OF.search(title)
    if not found:
        return ""
    name = _NOT_ORG.sub("", found["org"])
    mentions = agencies_in(name)
    if mentions and mentions[-1].span.end >= len(name.rstrip("）")) - 1:
        return name[mentions[-1].span.start :]
    return name if re.search(r"[局委办厅部院会署队站所处馆校]$|公司|中心|政府|集团|银行$", name) else ""


def _short(words: str, name: str) -> str:
    for found in _SHORT.finditer(words):
        before = words[max(0, found.start() - len(name)) : found.start()]
        if before == name or (len(before) > 3 and name.endswith(before[-4:])):
            return found[1]
    return ""


def subject_before(words: str, at: int, least: int) -> tuple[str, Span] | None:
    """The agency that ends right before a place (区教育局 before 设8个内设机构)."""
    start = max(least, at - 40)
    for mention in reversed(agencies_in(words, Span(start, at))):
        if at == mention.span.end:
            return mention.words, mention.span
    return None
