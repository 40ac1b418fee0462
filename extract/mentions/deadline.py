"""The time by which a task is to be done.

>>> deadline("于2017年9月底前完成"), deadline("12月31日前报送", 2018)
('2017-09', '2018-12-31')
>>> deadline("2019.6.30"), deadline("2019.3-2019.10")
('2019-06-30', '2019-10')
>>> deadline("每月20日前报送"), deadline("尽快办理")
('每月20日前', None)
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.mentions.date import DAY, MONTH, YEAR, iso_of, year_of

_PART_OF_YEAR = r"(?:年?[底末终]|上半年|下半年|第?[一二三四1-4]季度)"
_PART_OF_MONTH = r"(?:[底末份初]|[上中下]旬)"
_SAID = r"(?:今年|本年度?|当年|明年|去年|次年|翌年|后年)"
_MONTHS = rf"(?P<m>{MONTH})月(?:(?P<d>{DAY})[日号]|{_PART_OF_MONTH})?"
# 2019年底, 今年9月底, 9月30日, 20日
_POINT = (
    rf"(?:(?:(?P<y>{YEAR})年度?|(?P<said>{_SAID}))(?P<part>{_PART_OF_YEAR})?(?:{_MONTHS})?"
    rf"|{_MONTHS.replace('<m>', '<m2>').replace('<d>', '<d2>')}|(?P<only>{DAY})[日号])"
)
# 2019.6.30, 2019.6, of 2019.3-2019.10 the end: what a cell or label holds
_FIGURES = re.compile(
    r"(?:(?:19|20)\d\d[./]\d{1,2}(?:[./]\d{1,2})?[-—－~～至])?(?P<y>(?:19|20)\d\d)[-./](?P<m>1[0-2]|0?[1-9])(?:[-./](?P<d>\d{1,2}))?"
    r"(?:日|月?[底末]|月)?(?:之?前|以前|完成)*"
)
# 2019年4—6月, 8月10日至31日: the end takes what it lacks from the beginning
_FROM = rf"(?:(?:(?P<fy>{YEAR})年度?)?(?:(?P<fm>{MONTH})(?:月(?:{DAY}[日号]?|{_PART_OF_MONTH})?)?)?(?:[日号]|起)?(?:至|到|[—－~～-]+))"
_HOUR = r"(?:（[^（）]{1,8}）)?(?:[上下]午|下班|中午|晚)?(?:\d{1,2}(?:时|点|：\d\d)整?)?"
_LIMIT = r"(?:之前|以前|前(?![一二三四两几\d])|为止|止|以内|之内|内)"
_BOUND = re.compile(rf"(?<![\d每第]){_FROM}?{_POINT}{_HOUR}{_LIMIT}")
_WHOLE = re.compile(rf"(?:[^，。；（）]{{0,12}}[（：])?{_FROM}?{_POINT}{_HOUR}(?:{_LIMIT}|完成|报送|完工|竣工|建成|投用|办结|完毕|到位|）)*")
# a clause that opens with a time: 到2021年底，…
_OPENING = re.compile(rf"(?:到|至|在|力争)?{_FROM}?{_POINT}(?=，)")
# 每月20日前, 每年11月30日前, 每单月1日前, 每季度末月25日前, 每周五下班前, 每季度末
_EACH = re.compile(
    r"每(?:年|半年|[单双]?月|个?季度?|(?:周|星期)[一二三四五六日天]?|学期|旬)(?:度|年|末|初|首|底|的|第?一?个?)*"
    rf"(?:{MONTH}月(?:份|底)?)?(?:{DAY}[日号](?:、{DAY}[日号])*)?{_HOUR}(?:{_LIMIT}|(?<=[日号末底]))"
)
_TERM = r"[\d一二两三四五六七八九十半]{1,4}个?(?:工作日|自然日|[天日周年]|月|季度|小时|星期|学期)"
_WITHIN = rf"{_TERM}(?:之内|以内|内)(?![又仍]?[不未无])"  # 三年内不得参加: no limit
_EVENT = re.compile(
    rf"(?P<after>自[^，。；：、（）]{{2,24}}?(?:之日起|后|起|以后)?{_WITHIN})"
    rf"|(?:[在于从]|^|[，。；：])(?P<event>[^，。；：、（）在于自]{{1,24}}(?:之日起|后|结束后|起|以后|之日后)的?{_WITHIN})"
    rf"|(?P<term>{_WITHIN})"
    rf"|(?P<ahead>提前{_TERM})|[在于]其?(?P<before>[^，。；：、（）在于]{{1,16}}(?:前{_TERM}|当[天日月](?!的)))"
    r"|[在于](?P<by>[^，。；：、（）在于]{3,16}前)(?=，)|(?P<set>(?:规定|限定|约定)的?(?:期限|时限)内)(?![又仍]?[不未无])"
)
_AIM = re.compile(r"(?:^|[，。；：])为[^，。；]*$")


def _value(found: re.Match[str], year: int | None) -> str | None:
    """The ISO form of a point in time, of a range its end; None where it has no year or is no point."""
    y = year
    if found["y"] or found["fy"]:
        y = year_of(found["y"] or found["fy"])
    elif found["said"]:
        shift = {"明": 1, "次": 1, "翌": 1, "去": -1, "后": 2}.get(found["said"][0], 0)
        y = year + shift if year else None
    month = found["m"] or found["m2"] or (found["fm"] if found["only"] else None)
    if y is None or not (found["y"] or found["said"] or month):
        return None
    if month:
        return iso_of(y, month, found["d"] or found["d2"] or found["only"])
    part = found["part"] or ""
    if "上半" in part:
        return f"{y}-06"
    if "季" in part:
        quarter = "一二三四1234".index(part.removeprefix("第")[0]) % 4 + 1
        return f"{y}-{quarter * 3:02d}"
    return str(y)


@lru_cache(maxsize=256)  # of a sentence in which many are charged it is asked once for each
def deadline(words: str, year: int | None = None) -> str | None:
    """The time limit that words state: an ISO date, or the words where it is no date, or None.

    `year` is the year of the notice, for 6月底前. A cell or label that is nothing but a date or a range gives its end.
    Frequencies (每季度) and 尽快, 限期, 第一时间 are no limit.
    """
    if not words:
        return None
    if each := _EACH.search(words):
        return each[0]
    whole = _WHOLE.fullmatch(words.strip("，。；于在到"))
    if whole and (value := _value(whole, year)):
        return value
    figures = _FIGURES.fullmatch(words)
    if figures:
        return iso_of(int(figures["y"]), figures["m"], figures["d"])
    for found in _BOUND.finditer(words):
        if _AIM.search(words[: found.start()]):
            continue
        value = _value(found, year)
        if value or found["m"] or found["m2"] or found["y"] or found["said"]:
            return value or found[0]
    opening = _OPENING.match(words)
    if opening and (value := _value(opening, year)):
        return value
    event = _EVENT.search(words)
    return next(part for part in event.groups() if part) if event else None
