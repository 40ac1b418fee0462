"""The numbers before the parts of a 公文 (GB/T 9704 7.3.3: 一、 （一） 1. （1）; 立法法 65: 编 章 节 条 款 项)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CN = "零〇一二三四五六七八九十百"
_LABELS = re.compile(
    rf"第(?P<part>[{_CN}]{{1,5}}|\d{{1,3}})(?P<unit>编|章|节|条)(?:之一)?(?=\S)"
    rf"|(?P<cn>[{_CN}]{{1,4}})(?:、|[.．](?!\d))"
    rf"|（(?P<cnp>[{_CN}]{{1,4}})）、?"
    rf"|(?P<num>\d{{1,2}})(?:[.．、](?!\d)|(?=[\u4e00-\u9fa5]{{2,20}}[：。]))"
    rf"|（(?P<nump>\d{{1,2}})）[.．、]?"
    rf"|(?P<half>\d{{1,2}})）[.．、]?"
    rf"|(?P<ring>[①-⑳])、?"
)
_UNITS = {"编": 0, "章": 1, "节": 2, "条": 3}
_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
# 一、 in running text counts only behind the end of a sentence; the plain number never (it may be a figure)
_LOOSE = {"num"}


@dataclass(frozen=True, slots=True)
class Label:
    """A number of a part: `level` its depth as `kg.model.Section` counts it, `value` the number, `style` its form."""

    start: int
    end: int
    level: int
    value: int
    style: str
    text: str


def label_at(words: str, at: int, end: int) -> Label | None:
    """The number that begins at an offset.

    >>> label_at("（三）完善机制", 0, 7).value
    3
    """
    hit = _LABELS.match(words, at, end)
    if not hit:
        return None
    style = hit.lastgroup or ""
    if hit["part"]:
        return Label(at, hit.end(), _UNITS[hit["unit"]], _value(hit["part"]), hit["unit"], hit[0])
    text = hit[style]
    levels = {"cn": 3, "cnp": 4, "num": 5, "nump": 6, "half": 6, "ring": 7}
    value = ord(text) - ord("①") + 1 if style == "ring" else _value(text)
    plain = style == "num" and hit.end() == at + len(text)
    return Label(at, hit.end(), levels[style], value, "plain" if plain else style, text)


def _value(text: str) -> int:
    if text.isascii():
        return int(text)
    total = unit = 0
    for sign in text:
        if sign == "十":
            total, unit = total + (unit or 1) * 10, 0
        elif sign == "百":
            total, unit = total + (unit or 1) * 100, 0
        else:
            unit = _DIGITS[sign]
    return total + unit
