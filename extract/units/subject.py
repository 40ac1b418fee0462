"""Of which agency a sentence speaks: the one that it sets up (同意设立望溪区大数据中心), the one it begins with (区水务局为…)."""

from __future__ import annotations

import re

from extract.mentions.agency import agencies_in
from extract.units.parts import Unit, units_in
from extract.units.words import LABEL
from kg.model import Span

_FOUNDS = re.compile(
    r"(?<!不)(?<!依法)(?:设立|成立|组建|新设|增设|恢复|保留|新建)(?:了|为)?(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[支个所家])?"
    r"(?P<list>[^，。；：（）]{3,80})(?:（[^（）]{1,40}）)?(?=[，。；：]|$)"
)
# 区水务局为区政府工作部门; 县水利局机关行政编制…
_SPEAKS = re.compile(r"(?:（[^（）]{1,60}）)*，?(?:机关)?(?:为|是|系|现?设|下设|内设|核定|行政编制|事业编制|编制|机构规格|加挂)")


def founded(words: str, sentence: Span, end: int) -> list[Unit]:
    """The units that a sentence sets up, before a place.

    >>> [one.name for one in founded("同意设立区大数据中心，为区工信局所属事业单位。", Span(0, 23), 23)]
    ['区大数据中心']
    """
    for found in _FOUNDS.finditer(words, sentence.start, end):
        units = units_in(words, Span(*found.span("list")))
        if units and units[0].span.start == found.start("list"):
            return units
    return []


def spoken_of(words: str, sentence: Span) -> str:
    """The agency that a sentence is about, for the sentences behind it; "" where it tells of none."""
    units = founded(words, sentence, sentence.end)
    if len(units) == 1:
        return units[0].name
    label = LABEL.match(words, sentence.start, sentence.end)
    start = label.end() if label else sentence.start
    first = next(iter(agencies_in(words, Span(start, min(sentence.end, start + 60)))), None)
    if first and first.span.start == start and not first.group and _SPEAKS.match(words, first.span.end, sentence.end):
        return first.words
    return ""
