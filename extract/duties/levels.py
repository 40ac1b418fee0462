"""Levels of government before what each of them has: 市、县（市、区）人民政府, 省、市、县三级财政, 不设区的市、镇的人民政府."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.levels import rows
from kg.model import Span

# one level, with what counts as one of it: 县（市、区）; 市场 is none
_KINDS = r"(?:不?设区的?市|设区市|市辖区|自治[州县旗区]|直辖市|(?:计划)?单列市|地级以上市|民族乡|[省市县区州旗盟乡]{1,4}(?!场|(?<=乡)村)|乡镇|镇街|镇|乡)"
_ASIDE = r"（[省市县区州旗盟地自治乡镇街道、]{1,9}）"
ONE = rf"{_KINDS}(?:{_ASIDE})?"
JOIN = r"(?:或者|[、和及或])"
_ROW = re.compile(
    rf"(?P<levels>(?:国家|中央|{ONE})(?:{JOIN}(?:{ONE}|街道|社区|村(?:（[社区居、]{{1,4}}）)?))+|{_KINDS}{_ASIDE}|{ONE}级(?:{JOIN}{ONE}级)+)级?(?=[一-龥])(?![省市县区镇乡旗州级])"
)
# 省、市、县三级财政, 县乡村三级河长, 公社、大队两级干部
_RANK = rf"(?:中央|地市|市州|街道|社区|公社|大队|生产队|车间|工区|[村社地厂校院系]|[省市州县区旗镇乡]|{ONE})"
# 本级或者上级|河长
_OWN = re.compile(r"(?P<levels>(?:本级|同级|上级|上一级)(?:或者|以及|[、和及或])(?:本级|同级|上一?级|下一?级))(?=[一-龥])(?!机关|单位)")
_COUNTED = re.compile(rf"(?P<levels>{_RANK}(?:[、和]?{_RANK}){{1,4}}[两三四五]级)(?!联[动网]|以上|以下)")
# 其居住地的|乡镇、街道, 企业所在地|乡、镇: where those lie of whom a row of levels is told
SITE = re.compile(r"(?:其|[^，。；：、的和与及由向报对在]{2,8})?(?:所在地?|居住地|户籍地|住所地|经营地|注册地|发生地|属地|当地)的?")
_WITH = re.compile(rf"{ONE}(?:{JOIN}{ONE})*的(?:各级)?(?:人民政府|人民委员会|人民代表大会(?:常务委员会)?|人民法院|人民检察院)")
_OFFICE = re.compile(r"(?!有关|相关|各|其他|负责|主管|应|要|须)[^，。；：、的对由将]{2,8}?(?:行政|监督|管理|主管)+(?:部门|机关)")  # 市的人民政府|教育行政部门
_NEAR = 16  # what follows a row tells whether it is one
_SPLIT = re.compile(rf"{JOIN}(?![^（）]*）)")


@dataclass(frozen=True, slots=True)
class Levels:
    """`names` of the levels of a row that ends at `end`; `group` where they are told as one: counted, with a bracket, by 级."""

    names: tuple[str, ...]
    end: int
    group: bool


def levels(words: str, start: int, end: int) -> Levels | None:
    """The row of levels that begins at a place, if one does.

    >>> levels("市、县（市、区）水务局", 0, 12)
    Levels(names=('市', '县（市、区）'), end=8, group=True)
    """
    found = _COUNTED.match(words, start, end) or _ROW.match(words, start, end) or _OWN.match(words, start, end)
    if not found:
        return None
    return Levels(tuple(_SPLIT.split(found["levels"])), found.end(), found.re is _COUNTED or "（" in found[0] or (found.re is _ROW and found[0].endswith("级")))


def sited(words: str, start: int, end: int) -> Levels | None:
    """The row behind where those lie whom it tells of, each level no higher than the one before: not 项目所在|区县、市水务集团."""
    row = levels(words, start, end)
    whole = row and any(one == Span(0, row.end - start) for one in rows(words[start : row.end + _NEAR]))
    return row if whole else None


def of_levels(words: str, start: int, end: int) -> int:
    """Where a name ends that tells whatever has a body: 不设区的市、市辖区、民族乡、镇的人民政府; 0 where none begins."""
    site = SITE.match(words, start, end)
    found = _WITH.match(words, start, end) or (_WITH.match(words, site.end(), end) if site else None)
    office = _OFFICE.match(words, found.end(), end) if found else None
    return office.end() if office else found.end() if found else 0
