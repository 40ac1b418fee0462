"""Names on plates: which body puts one on, and what stands on it: X中心加挂Y站牌子, 保卫处与武装部合署，一套人马、两块牌子."""

from __future__ import annotations

import re

from extract.mentions.agency import AgencyMention, agencies_in, agency, is_agency
from extract.mentions.numeral import NUMBER
from extract.naming.hats import body_before
from extract.naming.phrase import phrase_before
from extract.units.subject import HISTORY, founded
from kg.model import Agency, Notice, Span

BODY = r"[委联办厅局府院会署社部司处科室股校学心馆站台所队宫庭]"
_NUMBERED = re.compile(rf"^{NUMBER}")
# 档案局更名为档案史志局，挂…牌子: the new one has it
_RENAMED = re.compile(r"(?:更名|改名|改称|改建|改组|合并|整合)(?:组建)?为")


def hung(notice: Notice, floor: int, end: int) -> AgencyMention | None:
    """The body before a bracket with a plate, whatever its kind."""
    known = body_before(notice, end)
    phrase = None if known else phrase_before(notice.words, end, "", floor)
    return known or (AgencyMention(phrase.span, phrase.words) if phrase else None)


def sole(text: str) -> list[AgencyMention]:
    """`（1）望溪区防雷减灾局。`: the body that a heading names."""
    bare = _NUMBERED.sub("", text.rstrip("。：").rpartition("：")[2])
    return [AgencyMention(Span(0, len(bare)), bare)] if 4 <= len(bare) <= 30 and is_agency(bare) else []


def pieces(text: str, span: Span) -> list[AgencyMention]:
    """The names on a plate, one by one, where they are no known kind of body."""
    names = re.finditer(r"[\u4e00-\u9fa5]{4,30}?(?=[“”、和及]|$)", text[span.slice])
    return [AgencyMention(Span(*one.span()).shift(span.start), one[0].lstrip("和及")) for one in names]


def bearer(text: str, end: int, floor: int = 0) -> AgencyMention | None:
    """The body that puts the plate on: the first of the clauses before it that nothing is done by (经省编办批准)."""
    start = max(floor, max(text.rfind(sign, 0, end) for sign in "。；：") + 1)
    new = [one for one in founded(text, Span(start, end), end) if one.span.end <= end]
    if len(new) == 1 and is_agency(new[0].name):  # A站、B站三站合一，组建C中心，加挂…
        return AgencyMention(new[0].span, new[0].name)
    renamed = None if HISTORY.match(text, start, end) else _RENAMED.search(text, start, end)
    for mention in agencies_in(text, Span(renamed.end() if renamed else start, end)):
        if text[mention.span.start - 1 : mention.span.start] in ("经", "由", "将", "报", "按") or mention.group:
            continue
        if not mention.words.endswith(("单位", "企业", "机构")):
            return mention
    return None


def room(words: str, span: Span) -> list[AgencyMention]:
    """A part of a house that no list knows: 保卫处 of 保卫处与武装部合署办公，一个机构两块牌子."""
    return [AgencyMention(span, words[span.slice])] if re.fullmatch(rf"[\u4e00-\u9fa5]{{2,10}}{BODY}", words[span.slice]) else []


def topic(notice: Notice) -> Agency | None:
    """The body that a text is about: the first that its title names (岚江省文化馆简介)."""
    found = agencies_in(notice.words, notice.head.title_span)
    one = agency(found[-1], notice.head) if found else None
    return None if one in notice.head.issuers else one
