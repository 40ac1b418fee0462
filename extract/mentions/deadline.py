"""The time by which a task is to be done.

>>> deadline("于2017年9月底前完成"), deadline("12月31日前报送", 2018), deadline("每月20日前报送"), deadline("尽快办理")
('2017-09', '2018-12-31', '每月20日前', None)
"""

from __future__ import annotations

import re

from extract.mentions.date import _D, _M, _Y, _iso, _year

# the end of a period: 底 末 上半年 第三季度 中旬
_PART_OF_YEAR = r"(?:年?[底末终]|上半年|下半年|第?[一二三四1-4]季度)"
_PART_OF_MONTH = r"(?:[底末份初]|[上中下]旬)"
_SAID = r"(?:今年|本年度?|当年|明年|去年|次年|翌年|后年)"
_POINT = (
    rf"(?:(?:(?P<y>{_Y})年度?|(?P<said>{_SAID}))(?P<yp>{_PART_OF_YEAR})?)?"
    rf"(?:(?P<m>{_M})月(?:(?P<d>{_D})[日号]|{_PART_OF_MONTH})?)?(?:(?P<only>{_D})[日号])?"
)
_HOUR = r"(?:（[^（）]{1,8}）)?(?:[上下]午|下班|中午|晚)?(?:\d{1,2}(?:时|点|：\d\d)整?)?"
_LIMIT = r"(?:之前|以前|前|为止|止|内|以内|之内)"
_RANGE = r"(?:至|到|起?至|[—－~～-])"


def _named(pattern: str, suffix: str) -> str:
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1{suffix}>", pattern)


_YEARLESS = rf"(?:{_M}月(?:{_D}[日号]|{_PART_OF_MONTH})?|{_D}[日号])"
_BOUND = re.compile(rf"(?<![\d每第]){_POINT}{_HOUR}{_LIMIT}")
# 每月20日前, 每年11月30日前, 每单月1日前, 每季度末月25日前
_EACH = re.compile(
    r"每(?:年|半年|[单双]?月|个?季度?|周|星期|学期|旬)(?:度|末|初|首|底|的|第?一?个?)*"
    rf"(?:{_M}月(?:份|底)?)?(?:{_D}[日号](?:、{_D}[日号])*|[一二三四五六日])?(?:{_LIMIT}|(?<=[日号]))?"
)
_SPAN = rf"(?:[\d一二两三四五六七八九十半]{{1,4}})个?(?:工作日|自然日|[天日周年]|月|季度|小时|星期|学期)"
_AFTER = re.compile(
    rf"(?:自|在|于|从)?(?P<words>(?:[^，。；：、（）]{{1,24}}(?:之日起|后|结束后|起|以后|之日后))?的?(?:第一时间|(?:前|提前)?{_SPAN}(?:之内|以内|内)))"
)
_AHEAD = re.compile(rf"提前{_SPAN}|[^，。；：、（）于在]{{1,16}}前{_SPAN}")
_WITHIN = re.compile(r"(?:规定|限定|约定)(?:的)?(?:期限|时限|时间)内?|(?:按期|限期)(?=完成)")
_WHOLE = re.compile(rf"(?:[^，。；]{{0,40}}?{_RANGE})?{_POINT}{_HOUR}(?:{_LIMIT}|完成|报送)*")


def _value(found: re.Match[str], year: int | None) -> str | None:
    """The ISO form of a point in time; None where it has no year or is no point."""
    y: int | None = None
    if found["y"]:
        y = _year(found["y"])
    elif found["said"]:
        shift = {"明": 1, "次": 1, "翌": 1, "去": -1, "后": 2}.get(found["said"][0], 0)
        y = year + shift if year else None
    else:
        y = year
    if y is None or not (found["y"] or found["said"] or found["m"]):
        return None
    if found["m"]:
        return _iso(y, found["m"], found["d"])
    part = found["yp"] or ""
    if "上半" in part:
        return f"{y}-06"
    if "季" in part:
        quarter = "一二三四1234".index(part.removeprefix("第")[0]) % 4 + 1
        return f"{y}-{quarter * 3:02d}"
    return str(y)


def deadline(words: str, year: int | None = None) -> str | None:
    """The time limit that words state: an ISO date, or the words where it is no date, or None where there is none.

    `year` is the year of the notice, for 6月底前. A cell or label that is nothing but a date or a range gives its end.
    """
    if not words:
        return None
    each = _EACH.search(words)
    if each and (each[0].endswith(("前", "日", "号", "内"))):
        return each[0]
    whole = _WHOLE.fullmatch(words.strip("，。；于在到"))
    if whole:
        value = _value(whole, year)
        if value:
            return value
    for found in _BOUND.finditer(words):
        value = _value(found, year)
        if value:
            return value
        if found["m"] or found["y"] or found["said"]:
            return found[0]
    for pattern in (_AFTER, _AHEAD, _WITHIN):
        said = pattern.search(words)
        if said:
            return said["words"] if "words" in said.re.groupindex else said[0]
    return None
