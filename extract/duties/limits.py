"""The time limits of labelled work: in its bracket, at the end of its item, in the year of the notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.deadline import deadline
from kg.model import Head, Span

_YEAR = re.compile(r"〔(\d{4})〕")
_OF_YEAR = re.compile(r"(?<![-—至到])((?:19|20)\d\d)年(?![-—至到]|以来)")
_THIS_YEAR = re.compile(r"(?:本年度?内?|今年内?|年[内底]|年底前|全年)(?=[\u4e00-\u9fff]{0,12}$)")
# 6月底取得阶段性成效并持续推进
_OPENS = re.compile(r"(?:力争|争取)?(?:于|在|到)?((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末中上下]旬?|份)?|\d{4}年(?:年?[底末内])?)(?=[\u4e00-\u9fff])")
_UNBOUNDED = re.compile(r"立行立改|持续|长期|常年|常态|按进度|按计划|按时序|即时|即日|立即|实时|尽快|经常|全年|每|无$|[-—/]")
_SIGN = re.compile(r"[，；。]")
# …，6月底前改造5处
_LAST = re.compile(r"(?:^|[，。；])(?:力争|争取|确保)?(?:于|在)?((?:\d{4}年|\d{1,2}月)[^，。；]*前[^，。；]*)[。；]?$")
# …。到2022年，建成20处
_GOAL = re.compile(r"(?:^|[。；])(?:力争)?[到至](\d{4})年[底末]?，[^。；]*[。；]?$")


def year_of(head: Head) -> int | None:
    """The year that a notice counts its months in: that of its date, of its number, or of its title (2022年重点任务)."""
    told = _YEAR.search(head.number or "") or _OF_YEAR.search(head.title or "")
    return int(head.date[:4]) if head.date else int(told[1]) if told else None


def stated(words: str, year: int | None) -> str | None:
    """What a label of time says: a date, or its words; 长期 and 持续推进 are no limit.

    >>> stated("6月底", 2019), stated("竣工后一个月", 2019), stated("持续推进", 2019)
    ('2019-06', '竣工后一个月', None)
    """
    said = words.strip("，；。：、 ")
    return deadline(said, year) or (None if not said or _UNBOUNDED.match(said) else said)


def in_bracket(words: str, span: Span, year: int | None) -> str | None:
    """The time in a clause of a bracket that names no doer: （6月底完成，区水务局牵头）, （区水务局负责，年内持续推进）."""
    return next((limit for clause in _clauses(words, span) if (limit := _time(clause, year))), None)


def at_end(task: str, year: int | None) -> str | None:
    """The date by which the last sentence of an item says that its work is done or its aim reached.

    >>> at_end("新建社区食堂。到2022年，建成20处。", 2019), at_end("到2022年，建成20处。新建社区食堂。", 2019)
    ('2022', None)
    >>> at_end("改造厂房，6月底前改造5处。", 2019), at_end("制定2030年前碳达峰行动方案。", 2019)
    ('2019-06', None)
    """
    found, last = _GOAL.search(task), _LAST.search(task)
    return found[1] if found else deadline(last[1], year) if last else None


def _clauses(words: str, span: Span) -> Iterator[str]:
    yield from (clause for clause in _SIGN.split(words[span.slice]) if clause and "、" not in clause and "：" not in clause)


def _time(clause: str, year: int | None) -> str | None:
    if _THIS_YEAR.match(clause):
        return str(year) if year else None
    opens = _OPENS.match(clause)
    return deadline(clause, year) or (deadline(opens[1], year) if opens else None)
