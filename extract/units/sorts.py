"""The numbered units of one sort that a sentence leads over to: 对应设置4个系：（1）广告系；分设下列各组：一、财经组；二、文教组."""

from __future__ import annotations

import re

from extract.mentions.numeral import count
from extract.units.parts import Unit, headed, units_in
from kg.model import Span

_EACH = 200  # characters that a unit and its duties take
_APART = 60  # between one and the next of a list that gives only names
_MOST = 30
_ROOMS = ("科室", "处室", "部室", "股室")  # 职能科室：财务科、研究室
_ANY = ("部门", "机构", "单位")


def of_sort(words: str, gaps: bytes, found: re.Match[str]) -> list[Unit]:
    """As many as the sentence counts, or all that follow close upon one another where it says only 下列; [] where they are fewer."""
    number = count(found["count"]) if found["count"] else 0
    if number and not 2 <= number <= _MOST:
        return []
    sorts = tuple(sort if sort in _ANY else end for sort in re.split("[、和及]", found["sort"]) for end in sort[-2 if sort.endswith(_ROOMS) else -1 :])
    end = min(len(words), found.end() + (_EACH * number if number else _APART * _MOST))
    every = [unit for unit, _ in headed(words, gaps, Span(found.end(), end)) if unit]
    named_so = [unit for unit in every if sorts[0] in _ANY or unit.name.endswith(sorts)]
    if number:
        return named_so[:number] if number <= len(named_so) else []
    at, close = found.end(), list[Unit]()
    for unit in named_so:
        if unit.span.start - at > _APART:
            break
        close.append(unit)
        at = unit.span.end
    if len(close) < 2:
        colon = words.find("：", found.end(), found.end() + _APART)
        stop = re.compile("[。；]|$").search(words, colon + 1, end) if colon >= 0 else None
        close = [unit for unit in units_in(words, Span(colon + 1, stop.start())) if unit.name.endswith(sorts)] if stop else []
    return close if len(close) > 1 else []
