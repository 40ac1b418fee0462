"""文种: what kind of text a title says it is.

>>> kind_of("岚江省人民政府关于同意设立临澜高新区的复函"), kind_of("望溪区防汛应急预案（2017年修订）"), kind_of("秋收")
('函', '预案', None)
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, object]]:
    return tomllib.loads(files("extract.lexicon").joinpath("genres.toml").read_text("utf-8"))


@cache
def official() -> dict[str, str]:
    """What an office sends, by the word of the title: 复函 → 函."""
    return {word: str(kind) for word, kind in _table()["official"].items()}


@cache
def carried() -> frozenset[str]:
    kinds = _table()["carried"]["kinds"]
    assert isinstance(kinds, list)
    return frozenset(map(str, kinds))


def _either(words: object) -> str:
    assert isinstance(words, (list, dict, frozenset, set))
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def ending() -> re.Pattern[str]:
    """A 文种 at the end of a title, with what may stand in brackets after it: 办法（试行）."""
    words = _either({*official(), *carried()})
    return re.compile(rf"(?P<kind>{words})[”》〉]*(?:（[^（）]{{1,24}}）){{0,2}}[”》〉]*$")


def kind_of(title: str) -> str | None:
    """The 文种 of a title; None where it ends in no such word."""
    found = ending().search(title[-80:])
    if not found:
        return None
    return official().get(found["kind"], found["kind"])


def is_official(title: str) -> bool:
    found = ending().search(title[-80:])
    return bool(found) and found["kind"] in official()
