"""What the last of a list says for all of it.

各实验室、研究室|负责人, 民警、教师|所在单位, 企业、事业单位|职工, 党委和政府|主要负责人, 车站、码头|的管理单位.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.duties.actor import Actor
from extract.duties.nouns import END
from extract.lexicon import either, table
from kg.model import Span

_HEADS = re.compile(r"(?<=..)(?:主要|分管|有关|相关)?(?:负责人|负责同志)$")
_WHERE = re.compile(r"(?<=..)所在(?:单位|学校|院校|企业|部门|村|社区|乡镇|街道)$")
_PERSON = re.compile(rf"(?:[人员工者师生警干长户]|人员|职工|干部|代表|{either(table('duties')['people'])})$")
_NOBODY = re.compile(r"(?:[人员者长]|领导|干部|同志|人员|代表|群众)$")  # who has no head of his own
# 企业、事业单位|职工: a row that has one name
_OF_KINDS = re.compile(r"(?:机关)?事业单位(?=.)")
_KINDS = re.compile(r"(?:机关|(?:社会|人民|群众)?团体|企业|部队|学校)$")
_HOUSE = re.compile(rf"(?:{END.pattern}|[局委办厅处科室部院校所站会社矿厂场])$")
_GOVERNS = re.compile(r"党委[和及与、]政府(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导)$")
# 车站、码头的|管理单位
_OF_PLACES = re.compile(r"[站场所头店馆院园区校库楼厦廊堂港市]的(?:管理|经营|主管|产权|使用|所有|开办|主办|运营|业主)+(?:单位|者|人|部门|机构|企业)$")
_SITE = re.compile(r"[站场所头店馆院园区校库楼厦廊堂港市]$")
_SHORT = 4  # a place that has a name of its own is longer
_GROUP = re.compile("各")


def tailed(words: str, doers: list[Actor]) -> list[Actor]:
    """The doers of a list, with what the last has and all of them mean.

    >>> words = "民警、教师所在学校应当培训"
    >>> [one.words for one in tailed(words, [Actor(Span(0, 2), "民警"), Actor(Span(3, 9), "教师所在学校")])]
    ['民警所在学校', '教师所在学校']
    """
    if len(doers) < 2:
        return doers
    *first, last = doers
    whole = words[first[-1].span.start : last.span.end]
    if _GOVERNS.search(whole) and first[-1].words.endswith("党委"):
        span = Span(first[-1].span.start, last.span.end)
        return [*first[:-1], Actor(span, whole, first[-1].group or last.group)]
    if _OF_PLACES.search(last.words):
        k = len(first)
        while k and _SITE.search(first[k - 1].words) and len(first[k - 1].words) <= _SHORT and words[first[k - 1].span.end] in "、和":
            k -= 1
        span = Span(first[k].span.start if k < len(first) else last.span.start, last.span.end)
        return [*first[:k], Actor(span, words[span.slice], True)] if k < len(first) else doers
    kinds = _OF_KINDS.match(last.words)
    if kinds:
        return [*_with(words, first, last, last.words[kinds.end() :], _KINDS), last]
    where = _WHERE.search(last.words)
    if where:
        return [*_with(words, first, last, where.group(), _PERSON), last]
    head = _HEADS.search(last.words)
    if head and not _NOBODY.search(last.words[: head.start()]) and all(not _NOBODY.search(one.words) for one in first):
        each = first[0].words[0] == "各" and last.words[: head.start()][-1] == first[-1].words[-1] and not _GROUP.match(last.words)
        named = replace(last, words="各" + last.words, group=True) if each else last
        return [*_with(words, first, last, head.group(), _HOUSE), named]
    return doers


def _with(words: str, first: list[Actor], last: Actor, tail: str, kind: re.Pattern[str]) -> list[Actor]:
    """Those before the last with its tail, back to one that is of no such kind or joined by more than 、."""
    found, behind = list(first), last
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        if words[one.span.end : behind.span.start] != "、" or not kind.search(one.words) or one.words.endswith(tail):
            break
        found[i] = replace(one, words=one.words + tail, agency=None)
        behind = one
    return found
