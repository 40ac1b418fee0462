"""Texts in traditional characters, and the simplified character that stands for each of them."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("traditional.tsv")
_SAMPLE = 4000  # characters that tell the script of a text
_FEWEST, _SHARE = 3, 25  # so many, and one character in so many: a simplified text holds one in a name or a quotation only


def is_traditional(words: str) -> bool:
    """A text printed in traditional characters, not one that holds a rare name.

    >>> is_traditional("任命陳望為財政部部長"), is_traditional("任命李喆昇为局长")
    (True, False)
    """
    return _is_traditional(words[:_SAMPLE])


def simplified(words: str) -> str:
    """Every character in its simplified form, whatever text it stands in; as many characters as before.

    >>> simplified("粵辦函〔2021〕19號")
    '粤办函〔2021〕19号'
    """
    return words.translate(_table())


@lru_cache(maxsize=16)  # a volume is asked of for each of its notices
def _is_traditional(sample: str) -> bool:
    told = sum(sign in _only() for sign in sample)
    return told >= _FEWEST and told * _SHARE > len(sample)


@cache
def _table() -> dict[int, str]:
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {ord(one): other for one, other in rows}


@cache
def _only() -> frozenset[str]:
    """The characters that no simplified text is printed with: those that GB 2312 does not hold."""
    return frozenset(sign for sign in map(chr, _table()) if not sign.encode("gb2312", "ignore"))
