"""Texts in traditional characters, read as if they were printed in simplified ones; each word keeps its place."""

from __future__ import annotations

from functools import cache

from extract.lexicon import lines

_SAMPLE = 4000  # characters that tell the script of a text
_FEWEST, _SHARE = 3, 25  # so many, and one character in so many: a simplified text holds one in a name or a quotation only


def simplified(words: str) -> str:
    """`words` in simplified characters where they are a traditional text; any other text as it is.

    >>> simplified("任命陳望為財政部部長"), simplified("任命李喆昇为局长")
    ('任命陈望为财政部部长', '任命李喆昇为局长')
    """
    told = sum(sign in _only() for sign in words[:_SAMPLE])
    return words.translate(_table()) if told >= _FEWEST and told * _SHARE > len(words[:_SAMPLE]) else words


@cache
def _table() -> dict[int, str]:
    return {ord(one): other for one, other in (line.split("\t") for line in lines("traditional.tsv"))}


@cache
def _only() -> frozenset[str]:
    """The characters that no simplified text is printed with: those that GB 2312 does not hold."""
    return frozenset(sign for sign in map(chr, _table()) if not sign.encode("gb2312", "ignore"))
