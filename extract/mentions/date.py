"""Dates in the words of a notice.

GB/T 9704 writes the 成文日期 in Arabic figures; before 2012 it was written in Chinese numerals (二〇一九年三月五日), and OCR and
web pages give `2019.3.5`, `2019-03-05`, `2019/3/5`. A date keeps the precision of the text (`2019年9月底` is a month).

>>> [mention.iso for mention in dates_in("二○一九年三月五日印发，自2019年9月起执行，2020年底前完成。")]
['2019-03-05', '2019-09', '2020']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.numeral import DIGITS, ZERO, count, year
from kg.model import PartialDate, Span

YEAR = rf"(?:(?:1[89]|20)\d\d|[一二][{DIGITS}{ZERO}]{{3}}|民国[{DIGITS}元十\d]{{1,3}})"
MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{DIGITS}元正])"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|初?[{DIGITS}]?十[{DIGITS}]?|初?[{DIGITS}]|廿[{DIGITS}]?|卅一?)"
_CHINESE = rf"(?P<y>{YEAR})年(?:(?P<m>{MONTH})月(?:(?P<d>{DAY})[日号曰])?)?"
_FIGURES = r"(?P<fy>(?:19|20)\d\d)(?P<sep>[-./])(?P<fm>1[0-2]|0?[1-9])(?P=sep)(?P<fd>3[01]|[12]\d|0?[1-9])"
# a figure or a point goes on with the number, but a time may be printed right behind: 2019-03-0510:25
_NOT_ON = r"(?![\d.](?!\d[:：]\d\d))"
DATE = re.compile(rf"(?<![\d〔]){_FIGURES}{_NOT_ON}|(?<![\d{DIGITS}{ZERO}]){_CHINESE}")
# the words of it inside another pattern: once, beside groups of that pattern; without groups, any number of times (its signs may differ then)
ONE_DATE = f"(?:{DATE.pattern})".replace("?P<", "?P<_").replace("(?P=sep)", "(?P=_sep)")
ANY_DATE = re.sub(r"\?P<\w+>", "?:", f"(?:{DATE.pattern})").replace("(?P=sep)", "[-./]")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that names its year; `iso` as precise as the text."""

    span: Span
    iso: str


def iso_of(y: int | None, m: str | None, d: str | None) -> str | None:
    """The ISO form; a day that the month does not have is left off."""
    month = 1 if m == "正" else count(m) if m else None
    day = count(d.removeprefix("初")) if d and month else None
    if y is None:
        return None
    try:
        return str(PartialDate(y, month, day))
    except ValueError:
        return str(PartialDate(y, month)) if month and 1 <= month <= 12 else None


def year_of(words: str) -> int | None:
    if words.startswith("民国"):
        since = count(words[2:])
        return 1911 + since if since else None
    return year(words)


def _read(found: re.Match[str]) -> str | None:
    if found["fy"]:
        return iso_of(int(found["fy"]), found["fm"], found["fd"])
    return iso_of(year_of(found["y"]), found["m"], found["d"])


def dates_in(words: str, span: Span | None = None) -> list[DateMention]:
    """Every date with a year in a range, in order.

    >>> dates_in("民国三十八年十月一日")[0].iso, dates_in("2019-03-05")[0].iso, dates_in("京政发〔2017〕3号")
    ('1949-10-01', '2019-03-05', [])
    """
    within = span or Span(0, len(words))
    mentions = []
    for found in DATE.finditer(words, within.start, within.end):
        iso = _read(found)
        if iso:
            mentions.append(DateMention(Span(*found.span()), iso))
    return mentions


def iso_date(words: str) -> str | None:
    """The ISO form of words that are a date and nothing else.

    >>> iso_date("一九九六年十一月五日"), iso_date("2019.3.5"), iso_date("3月5日")
    ('1996-11-05', '2019-03-05', None)
    """
    found = DATE.fullmatch(words)
    return _read(found) if found else None
