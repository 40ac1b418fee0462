"""文种: what kind of text a title says it is.

>>> kind_of("岚江省人民政府关于同意设立临澜高新区的复函"), kind_of("望溪区防汛应急预案（2017年修订）"), kind_of("秋收")
('函', '预案', None)
"""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import either, table

_LONGEST = 60
_COURT = re.compile("法[院官庭律规]")  # 人民法|院 ends no title


@cache
def official() -> dict[str, str]:
    """What an office sends, by the word of the title: 复函 → 函."""
    return {str(word): str(kind) for word, kind in table("genres")["official"].items()}


@cache
def carried() -> frozenset[str]:
    """What a notice carries or puts in force: 办法, 方案."""
    return frozenset(map(str, table("genres")["carried"]["kinds"]))


@cache
def tables() -> frozenset[str]:
    """Tables that are texts: 任务分解表."""
    return frozenset(map(str, table("genres")["carried"]["tables"]))


@cache
def ending() -> re.Pattern[str]:
    """A 文种 at the end of a title, with what may stand in brackets after it: 办法（试行）."""
    words = either({*official(), *carried(), *tables()})
    return re.compile(rf"(?P<kind>{words})[”》〉]*+(?:（[^（）]{{1,24}}）){{0,2}}[”》〉]*+$")


@cache
def _last_signs() -> frozenset[str]:
    return frozenset(word[-1] for word in {*official(), *carried(), *tables()}) | set("）》〉”")


def kind_before(words: str, start: int, end: int) -> str | None:
    """The word for the 文种 that ends right here, as printed."""
    if words[end - 1] not in _last_signs():
        return None
    found = ending().search(words, max(start, end - _LONGEST), end)
    return found["kind"] if found and not _COURT.match(words, end - 1) else None


def kind_of(title: str) -> str | None:
    """The 文种 of a title; None where it ends in no such word."""
    found = ending().search(title[-_LONGEST:])
    if found is None:
        return None
    return "表" if found["kind"] in tables() else official().get(found["kind"], found["kind"])


def is_official(title: str) -> bool:
    """Whether the 文种 is one that an office sends under its name."""
    found = ending().search(title[-_LONGEST:])
    return found is not None and found["kind"] in official()
