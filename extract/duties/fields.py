"""Several doers that share words: fields of work with one kind (工商、农业部门), names with one description."""

from __future__ import annotations

import re

from extract.duties.actor import Actor
from extract.duties.nouns import GROUP, urged
from extract.mentions.agency import is_agency
from kg.model import Span

# 各地工商、农业部门; 发改、安监等部门: fields of work whose kind is given at the end
_FIELD_KIND = r"(?:有关|相关)?(?P<kind>行政主管部门|主管部门|行政部门|部门)"
_FIELDS = re.compile(
    rf"(?P<items>[^，。；：（）、的]{{2,14}}(?:、[^，。；：（）、的]{{2,10}}?){{1,40}}?)(?:[和及][^，。；：（）、的]{{2,8}}?)?等?{_FIELD_KIND}"
)
_FIELD_LEVEL = re.compile(
    r"(?:各地区?|各级|[全我本](?:国|省|市|县|区|州)各?级?|各?(?:省|市|县|区)级?|各(?:市|县|区)（[市县区]）|县级以上|市级以上|省级以上|当地|属地|有关|相关)(?=..)"
)
_CASE = re.compile(r"[由按经向被把并报与对]|联合|会同")
_WHOLE_NAME = re.compile(r"(?:[局委办厅处所院会站队室]|政府|中心|公司|单位|部门|机构|街道|乡镇|集团|企业|领导|组织|人员)$")
# 首次返校的教师和学生: two doers told by the same words
_SHARED = re.compile(r"(?P<head>.{2,30}的)(?P<one>[^的和与及、]{2,8})[和与及](?P<two>(?!个人)[^的和与及、]{2,8})")


def fields(words: str, start: int, end: int) -> tuple[list[Actor], int] | None:
    """Fields of work whose kind is given once, with the level before the first: 各地工商、农业部门; and where they end."""
    hit = _FIELDS.match(words, start, end)
    if not hit:
        return None
    level = _FIELD_LEVEL.match(words, start, end)
    prefix = level.group() if level else ""
    body = words[start + len(prefix) : hit.start("kind")]
    listed = re.sub(r"等?(?:有关|相关)?$", "", body).split("、")
    items = [item for one in listed for item in ([one] if is_agency(f"{one}部门") else re.split(r"[和及](?=..)", one))]
    if any(len(item) < 2 or _WHOLE_NAME.search(item) or GROUP.match(item) or _CASE.search(item) or urged(item + "单位") for item in items):
        return None
    span = Span(start, hit.end())
    return [Actor(span, prefix + item + ("" if is_agency(item) else hit["kind"]), True) for item in items], hit.end()


def apart(name: str) -> tuple[str, ...]:
    """The doers of a name with one description: 首次返校的教师和学生 are two."""
    found = _SHARED.fullmatch(name)
    return (found["head"] + found["one"], found["head"] + found["two"]) if found else (name,)
