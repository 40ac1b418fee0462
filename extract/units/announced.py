"""Units that a sentence counts or announces, and then lists: 国务院设二十个直属机构：…, 对应设置4个系：（1）…, 由办公室、财务组组成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.agency import is_agency
from extract.mentions.numeral import count
from extract.rosters.agencies import named, unit_of
from extract.rosters.naming import KIND
from extract.sentences import sentences
from extract.units.belonging import Belonging
from extract.units.charter import charter, subject_before
from extract.units.parts import ANNOUNCED, COMPOSED, COUNTED_AS, KINDS, MADE_UP, SORT, kind_of, units_in
from extract.units.sorts import of_sort
from extract.units.subject import ITS_SORT
from extract.units.whose import ABOVE, HOUSES, body_before, counted_before, first, general, house
from extract.units.words import LABEL
from kg.model import Notice, Span

# 全资子公司6家: what an agency owns is no part of its house
_OWNED = ("公司", "银行", "企业", "学校", "医院", "事业单位")
# 区政府派出机构2个：…
_SORT_OF = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,}?)的?(?P<sort>(?:派出|直属|所属|下属|内设|工作|组成).+)")
# 区商务局|原12个内设机构整合为7个：…
_NOW = re.compile(r"(?:原有?|现有?|共有?|的|目前)+$")
_UNDER = re.compile("下设[^，。；：]{0,12}：$")  # 下设7个指挥机构：
_MOST = 0.8  # of the items of a list


def numbered(notice: Notice) -> Iterator[Belonging]:
    """`对应设置4个系：（1）广告系（2）中文系`: as many numbered units of one sort as the sentence counts."""
    words, gaps = notice.words, notice.gaps
    for found in SORT.finditer(words):
        units, sort = of_sort(words, gaps, found), found["sort"][-1]
        if not units:
            continue
        opens = next((one for one in sentences(notice) if one.start <= found.start() < one.end), Span(0, 0))
        body = body_before(notice, opens, found.start())
        subject = subject_before(words, found.start(), opens.start)
        issuers = notice.head.issuers
        said = subject[0] if subject else first(words, opens, found.start()) or _bare(words, opens, found.start())
        parent = body or (house(notice, said, found.start()) or named(said, notice.head) if said else issuers[0] if len(issuers) == 1 else None)
        if parent is None:
            continue
        kind = "下设" if body or sort in "组班" or ABOVE.search(parent.mention) else "内设机构"
        for unit in units:
            yield Belonging(parent, unit_of(parent, unit.name), kind, unit.span, "sort")


def _bare(words: str, sentence: Span, at: int) -> str:
    """A house called by its kind that a numbered sentence begins with: 二、协会|设下列专门委员会."""
    label = LABEL.match(words, sentence.start, at)
    said = words[label.end() if label else sentence.start : at]
    return said if said in HOUSES else ""


def announced(notice: Notice, sentence: Span, spoken: str) -> Iterator[Belonging]:
    """`国务院设二十个直属机构：A，B`: all that stands behind the colon is units of the kind before it."""
    words, head = notice.words, notice.head
    for found in ANNOUNCED.finditer(words, sentence.start, sentence.end):
        units = units_in(words, Span(*found.span("list")))
        if len(units) < 2 or len(units) < _MOST * len(re.findall("[、，]", re.sub("（[^（）]*）", "", found["list"]))):
            continue
        sort, number = found["sort"] or found["such"], found["count"] or found["ahead"]
        if sort and count(number) != len(units):  # 教学单位6个：…
            continue
        about = charter(notice)
        at = found.start()
        own = _SORT_OF.fullmatch(sort) if sort else None
        whose, sort = (own["of"], own["sort"]) if own and is_agency(own["of"]) else ("", sort)
        now = _NOW.search(words, sentence.start, at)
        at = now.start() if now else at
        subject = subject_before(words, at, sentence.start)
        said = whose or (subject[0] if subject else first(words, sentence, at) or counted_before(words, at))
        said = said or spoken or (about.mention if about else "") or general(words, sentence, at)
        said = ITS_SORT.sub("", said)
        parent = house(notice, said, at) or named(said, head) if said else head.issuers[0] if len(head.issuers) == 1 else None
        if parent is None:
            continue
        for unit in units:
            told = any(found[f"k{i}"] for i in range(len(KINDS)))
            below = kind_of(found) if told or not _UNDER.search(words[sentence.start : found.start("list")]) else "下设"
            kind = "所属单位" if sort and sort.endswith(_OWNED) else (sort and _kind_of_sort(sort)) or below
            yield Belonging(parent, unit_of(parent, unit.name), kind, unit.span, "announced")


def told_again(notice: Notice, sentence: Span, spoken: str) -> Iterator[Belonging]:
    """`下设3个分公司。3个分公司分别为A、B、C`: as many as it says, of the house that the text speaks of."""
    for found in COUNTED_AS.finditer(notice.words, sentence.start, sentence.end):
        number = count(found["n"])
        units = units_in(notice.words, Span(*found.span("list")), number)
        said = first(notice.words, sentence, found.start()) or spoken
        if said and len(units) == number and units[0].name.endswith(found["sort"][-1]):
            parent = house(notice, said, found.start()) or named(said, notice.head)
            kind = _kind_of_sort(found["sort"]) or "下设"
            yield from (Belonging(parent, unit_of(parent, unit.name), kind, unit.span, "announced") for unit in units)


def _kind_of_sort(sort: str) -> str:
    """派出机构 of 派出机构2个, 所属单位 of 组成部门3个; "" of 教学单位6个."""
    told = next((name for name, form in KINDS.items() if re.search(f"(?:{form})$", sort)), "")
    return told or ("派出机构" if sort.startswith("派出") else "")  # 派出法庭2个


def composed(notice: Notice, sentence: Span) -> Iterator[Belonging]:
    """`指挥部由综合组、物资组组成`: the groups that make up a body."""
    for found in COMPOSED.finditer(notice.words, sentence.start, sentence.end):
        if body := body_before(notice, sentence, found.start()):
            for unit in units_in(notice.words, Span(*found.span("list"))):
                yield Belonging(body, unit_of(body, unit.name), "下设", unit.span, "composed")
    for found in MADE_UP.finditer(notice.words, sentence.start, sentence.end):
        subject = subject_before(notice.words, found.start(), sentence.start)
        said = subject[0] if subject else general(notice.words, sentence, found.start())
        if said and not KIND.search(said):
            parent = house(notice, said, found.start()) or named(said, notice.head)
            for unit in units_in(notice.words, Span(*found.span("list"))):
                yield Belonging(parent, unit_of(parent, unit.name), "下设", unit.span, "composed")
