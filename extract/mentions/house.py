"""The agency that stands before 由, and whose posts are given behind it: 望溪水库管理处由王涛同志任处长."""

from __future__ import annotations

import re

from extract.mentions.agency import agencies_in
from kg.model import Span

_HOUSE = re.compile(
    r"(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、]|（[\d一二三四五六七八九十]{1,3}）)?"
    r"(?P<house>[^，。；：、由]{4,30}(?:办公室|[局厅部院校所站处社厂行]|公司|中心|学院|革命委员会))由$"
)
# the office of a body that meets is the body's
_MEETS = re.compile(r"小组|指挥|专班|联席|领导组|工作组|[防创]|委员会办公室|机制")


def house_before(told: str, start: int, end: int) -> str:
    """The agency that a clause opens with, if it is one whole name and 由 follows; "" for bodies that meet and their offices.

    >>> house_before("一、望溪水库管理处由", 0, 10), house_before("领导小组办公室由", 0, 8)
    ('望溪水库管理处', '')
    """
    found = _HOUSE.fullmatch(told, start, end)
    if not found or _MEETS.search(found["house"]):
        return ""
    named = agencies_in(found["house"])
    whole = len(named) == 1 and not named[0].group and named[0].span == Span(0, len(found["house"]))
    return found["house"] if whole else ""
