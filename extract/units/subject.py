"""Of which agency a sentence speaks: the one that it sets up (同意设立望溪区大数据中心), the one it begins with (区水务局为…)."""

from __future__ import annotations

import re

from extract.mentions.agency import agencies_in, is_agency
from extract.units.charter import GENERIC
from extract.units.parts import SORTED, Unit, units_in
from extract.units.words import LABEL
from kg.model import Span

_FOUNDS = re.compile(
    r"(?<!不)(?<!依法)(?:(?<=更名)为|(?<=改名)为|(?<=合并)[为成]|(?<=整合)[为成]|(?<=改称)|(?<=变更)为|(?<!内)设立(?!案)|(?<=，)设置(?=[^，。；、]{4,30}，为)|成立|组建|同意建立|新设|增设|恢复|保留|新建)(?:了|为)?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[支个所家])?"
    r"“?(?P<list>[^，。；：（）“”]{3,80})”?(?:（[^（）]{1,40}）)?(?=[，。；：]|$)"
)
# 望溪区妇幼保健院始建于1953年，…，1985年更名为望溪县妇幼保健所: the names that it had
HISTORY = re.compile(r"[^，。；：]{2,40}?(?:(?:始|创|组|筹)?建|成立|创办|创立)于[^。]{0,120}?更名|[^，。；：]{4,40}?(?:，其?)?前身[是为系]")
# an agency that opens a sentence is what it is about, unless it is only one of several, or tells whose something is
_NOT_ABOUT = re.compile(
    r"(?:（[^（）]{1,60}）)*(?:[的、和与及或]|等(?!级)|设置|关于|印发|以及|党组|党委|共?有?(?:\d+|[一二两三四五六七八九十]+)[个家所处]|[：。])"
)

# 经省人民政府批准，省农业厅设…
_LEAD = re.compile(r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|初|底|末)?，?)(?:(?:根据|按照|依据|经|为)[^，。；]{2,40}，)*")
ITS_SORT = re.compile(r"(?<=..)(?:直属|所属|下属)(?:事业)?(?:单位|机构|企业)$")  # 市水利局直属事业单位8个：
_SORTED = re.compile(SORTED)
_YOU = r"你[局委厅办部院校会社处所站行监馆厂矿段队园]|你单位"
_YOURS = re.compile(_YOU)
_TO_YOU = re.compile(rf"(?:同意|批准|决定)(?P<you>{_YOU})(?=[增设内下]|机关|核|编)")  # 同意|你局|设办公室
# 区畜牧局疫病科
_ITS_ROOM = re.compile(r"(?P<of>.{2,}[局委厅院会社])[^局委厅院会社]+[科股室处]")
_ROOM = re.compile(r"(?:[科股室]|(?<!办事)处)$")
# 督察科, 办公室: no house of its own
_WITHIN = re.compile(r"(?:[科股]|(?<!办事)处)$|^[\u4e00-\u9fff]{0,2}办公室$")
_SHORT = 4
_PLACES = "省市区县旗州镇乡村"


def founded(words: str, sentence: Span, end: int) -> list[Unit]:
    """The units that a sentence sets up, those named last before a place; an older name that it tells of is none.

    >>> [one.name for one in founded("同意设立区大数据中心，为区工信局所属事业单位。", Span(0, 23), 23)]
    ['区大数据中心']
    """
    last: list[Unit] = []
    history = HISTORY.match(words, sentence.start, end)
    for found in _FOUNDS.finditer(words, sentence.start, end):
        units = units_in(words, Span(*found.span("list")))
        renamed = found[0].startswith("为") or words.endswith("改称", 0, found.start())
        if units and units[0].span.start == found.start("list") and not (renamed and (history or _ROOM.search(units[0].name))):
            last = units
    return last


def spoken_of(words: str, sentence: Span, before: str = "") -> str:
    """The agency that a sentence is about, for the sentences behind it; "" where it tells of none; `before` is that of the sentence before.

    学校 behind 望溪区体育运动学校 is the same.
    """
    units = founded(words, sentence, sentence.end)
    if len(units) == 1:
        return units[0].name
    label = LABEL.match(words, sentence.start, sentence.end)
    lead = _LEAD.match(words, label.end() if label else sentence.start, sentence.end)
    start = lead.end() if lead else sentence.start
    if _SORTED.match(words, start, sentence.end):  # 党群机构设党委办公室
        return ""
    if yours := _TO_YOU.match(words, start, sentence.end):
        return yours["you"]
    first = next(iter(agencies_in(words, Span(start, min(sentence.end, start + 60)))), None)
    if first is None or first.span.start != start:
        return ""
    said = first.words
    if its := ITS_SORT.search(said):
        return said[: its.start()] if is_agency(said[: its.start()]) else ""
    if first.group or said[-1] in _PLACES or GENERIC.search(said) or _NOT_ABOUT.match(words, first.span.end, sentence.end):
        return ""
    return before if (len(said) < _SHORT and before.endswith(said[-2:])) or _WITHIN.search(said) else said


def named_in(words: str, sentence: Span, at: int) -> str:
    """The one agency that the sentence names before a place: 你局 of 同意将你局农机科更名为…，增设质量科."""
    yours = _YOURS.search(words, sentence.start, at)
    told = (one.words for one in agencies_in(words, Span(sentence.start, at)) if not one.group)
    houses = {house["of"] if (house := _ITS_ROOM.fullmatch(one)) else one for one in told}
    houses = {one for one in houses if not _ROOM.search(one)}
    return yours[0] if yours else houses.pop() if len(houses) == 1 else ""
