"""Who does something by his office, where his name stands before what he does: 值班员|清点人数, 经办人|登记."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.duties.predicate import starts_work
from extract.speech import cut

_LAST = re.compile("[员人]")
# whoever belongs to something, or is of a kind: no office
_NO_OFFICE = re.compile(
    r"(?:[党团队会社学成人动满定官议伤复超雇职演委]|运动|(?<!安)全)员$"
    r"|(?<![经承主协]办)(?<!审[核批查])(?<!复核)(?<!记录)(?<!保管)(?<!填报)(?<!制表)(?<!验收)(?<!采购)(?<!接待)(?<!签收)(?<!监票)(?<!计票)(?<!唱票)(?<!值班)(?<!登记)人$"
)
_CASE = re.compile(r"(?!凡|如|若|[对将])[^，。；]*的(?:，|$)")  # 安全员|脱岗的，
_OFFICE = 3  # letters of 值班员
_LONGEST = 8


def staffed(words: str, start: int, limit: int, end: int) -> Iterator[int]:
    """Where a name of such a one ends that begins at a place and has a predicate behind it.

    >>> list(staffed("保管员核对账目", 0, 7, 7)), list(staffed("运动员参加比赛", 0, 7, 7))
    ([3], [])
    """
    for last in _LAST.finditer(words, start + _OFFICE - 1, min(limit, start + _LONGEST)):
        if last.end() < end and _by_office(words[start : last.end()]) and starts_work(words, last.end(), end) and not _CASE.match(words, last.end(), end):
            yield last.end()


@lru_cache(maxsize=65536)
def _by_office(name: str) -> bool:
    """Whether a name is one word of the dictionary, a word and 员, or such a one with nouns before him: 档案保管员."""
    *first, (last, part) = cut(name)
    if _NO_OFFICE.search(name) or part[:1] != "n":
        return False
    if len(last) < _OFFICE and len(name) != _OFFICE:
        return False
    return all(flag[:1] in "nb" for _, flag in first) or len(name) == _OFFICE
