"""Levels of government in a row, which are one word of a name: 各市、县（区）人民政府, 各省、自治区、直辖市, 各镇街（地区）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span

_RANKS = {
    1: "省 自治区 直辖市 新疆生产建设兵团",
    2: "计划单列市 副省级市 直管市 省直管县 设区的市 设区市 地级市 市州 地市 市地 盟市 市 州 盟 地区 地",
    3: "县市区 区县市 县区市 市县 区县 县区 县市 市区 旗县 旗县区 自治县 自治旗 县级市 县 区 旗",
    4: "园区 开发区 新区 管理区 功能区 农场 林场 镇街 街镇 镇乡 乡镇 镇 乡 街道 街 场",
    5: "社区 村 居",
}
_RANK = {level: rank for rank, levels in _RANKS.items() for level in levels.split()}
_ONE = "(?:" + "|".join(sorted(_RANK, key=len, reverse=True)) + ")"
_BRACKET = rf"(?:（{_ONE}(?:[、，和及/]{_ONE})*(?:党工委|办事处)?）)"
_ROW = re.compile(rf"{_ONE}{_BRACKET}?(?:[、，和及与]{_ONE}(?!道|办事处|办(?!公)|人大|委|级){_BRACKET}?)*")
# kinds of body in a row: 各委、办、局, 各部门、单位
_PARTS = r"(?:二级学院|学院|院系|院|系|部(?!门)|处室?|室|科室?|所|队|组|班|站|馆|中心|教研室|研究所|年级|分厂|厂|车间|分公司|公司|直属单位)"
_KINDS = r"(?:部门|单位|机构|企业|处室|科室|股室|站所|院系|班组|车间|支部|公司|工委)"
_BODIES = re.compile(
    rf"(?<=各|关)(?:{_PARTS}(?:、{_PARTS}){{1,5}}(?![一-龥]{{0,3}}(?:长|员|主任))|{_PARTS}（{_PARTS}(?:、{_PARTS})*）|[部委办局厅](?:、(?:[部委办局厅司处]|总公司|直属机构|直属单位))+(?!员|公|门)|{_KINDS}(?:(?:、{_KINDS}(?!负责)){{1,3}}|（{_KINDS}(?:、{_KINDS})*）))"
)
_LEVEL = re.compile(_ONE)
_MIXED = re.compile(r"[、，（和及与]")
# what may follow a row of levels that stands for a group
_FOLLOWS = re.compile(
    r"(?:人民)?政府|党委|委|级|办公|有关|相关|[^，。；：、（）]{1,14}?(?:部门|局|委|厅|办|机构|单位|队|所|站|院|会|社|中心|公司|财政)|[，。；：、）]|$|两级|都|要|应"
)


def rows(words: str) -> Iterator[Span]:
    """Where levels stand in a row, each no higher than the one before; 区县、市水投集团 is none.

    >>> text = "各市、县（区）人民政府，区县、市水投集团"
    >>> [text[span.slice] for span in rows(text)]
    ['市、县（区）']
    """
    for hit in _ROW.finditer(words):
        if not _MIXED.search(hit[0]):
            continue
        end = hit.end()
        outside = re.sub(r"（[^（）]*）", lambda inner: "＿" * len(inner[0]), hit[0])
        each = words[hit.start() - 1 : hit.start()] in ("各", "关")
        last = 0
        for level in _LEVEL.finditer(outside):
            rank = _RANK[level[0]]
            before = words[hit.start() : hit.start() + level.start()]  # 各县、市 are cities of a county's rank; 各县（市、区）、|市审计局
            if rank < last and level[0] != "自治区" and not (rank == 2 and last == 3 and each and not re.search("[市区]", before)):
                end = hit.start() + level.start() - 1
                break
            last = rank
        row = words[hit.start() : end]
        if _MIXED.search(row) and (each or _FOLLOWS.match(words, end)):
            yield Span(hit.start(), end)
    for hit in _BODIES.finditer(words):
        yield Span(*hit.span())
