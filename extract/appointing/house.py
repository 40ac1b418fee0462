"""Whose posts stand below: the name of a body on a line of its own, or before a colon, over those who are given posts in it.

>>> house_in("望溪一中：王涛同志任校长。"), house_in("二、区财政局"), house_in("二、任命"), house_in("各学校："), house_in("王涛任校长。")
('望溪一中', '区财政局', None, '', None)
"""

from __future__ import annotations

import re

from extract.mentions.agency import agencies_in
from extract.mentions.numeral import NUMBER
from kg.model import Span

_LABEL = re.compile(rf"(?:{NUMBER})?(?P<house>[\u4e00-\u9fff]{{2,24}})(?:：|$)")
# 一、设立审计中心，编制8人。王涛任主任
_FOUNDS = re.compile(
    rf"(?:{NUMBER})?(?:[^。；：]{{2,24}}，)?(?:设立|成立|组建|新建|增设)(?P<house>[\u4e00-\u9fff]{{2,20}}(?:(?<![导干])部|[处科室局站所队院厂校]|中心|公司|集团))(?:（[^（）]{{2,20}}）)?(?:，[^。；]{{2,60}})?[。；]?"
)
_SCHOOL = re.compile(r"[\u4e00-\u9fff]{2,12}(?:[一二三四五六七八九十]{1,2}[中小]|中学|小学|学校|幼儿园|高中|初中|职高)")
_GIVES = re.compile("任|免|聘|决定|同意|如下")  # 任命：
_BODY = re.compile(r"小组|指挥部|联席会|专班|委员会|机制|组$")  # its roles are memberships
_ENDS = re.compile(r"以上|上述|特此")


def founded_in(told: str) -> str:
    """The house that a sentence sets up, whose posts the next ones give.

    >>> founded_in("一、设立审计中心，编制8人。"), founded_in("撤销基建处，成立工程管理部。"), founded_in("成立领导小组。")
    ('审计中心', '工程管理部', '')
    """
    found = _FOUNDS.fullmatch(told)
    return found["house"] if found and not _BODY.search(found["house"]) else ""


def house_in(told: str) -> str | None:
    """The body that a sentence begins with as a label; "" where it ends what was told of the last; None where it says nothing of it."""
    label = _LABEL.match(told)
    house = label["house"] if label else ""
    if not label:
        return "" if _ENDS.match(told) else None
    named = agencies_in(house)
    if _BODY.search(house):
        return ""
    whole = len(named) == 1 and not named[0].group and named[0].span == Span(0, len(house))
    if whole or _SCHOOL.fullmatch(house):
        return house
    return None if _GIVES.search(house) else ""
