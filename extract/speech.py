"""Words and their parts of speech, by the dictionary of jieba (MIT) alone: no model, no cache file, nothing printed.

A name of a doer is a noun phrase; whether it is one is read off the parts of speech of its words.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

_LONGEST = 4
_TOTAL = math.log(60_101_967)  # of the frequencies of jieba 0.42.1
# verbs of one character that 公文 use by themselves
_SINGLE = frozenset("报设抓管给送签办审批派发赴听查做搞")


@cache
def _rows() -> list[str]:
    """The rows of the dictionary in order, `施工 1234 v`: to sort them takes a tenth of the time of a dict of them."""
    text = (files("jieba") / "dict.txt").read_text(encoding="utf-8")
    return sorted(text.split("\n"))


@lru_cache(maxsize=65536)
def _row(word: str) -> tuple[int, str]:
    """How often a word of up to four characters is used, and its part of speech; (0, "") for no word."""
    if len(word) > _LONGEST:
        return 0, ""
    rows, key = _rows(), word + " "
    at = bisect_left(rows, key)
    if at == len(rows) or not rows[at].startswith(key):
        return 0, ""
    _, count, part = rows[at].split(" ")
    return int(count), part


def tag(word: str) -> str:
    """The part of speech of a word of the dictionary; "" for any other."""
    return _row(word)[1]


@lru_cache(maxsize=65536)
def first_tag(words: str) -> str:
    """The part of speech of the longest dictionary word that begins `words`; "" where none does.

    >>> first_tag("组织开展检查")
    'v'
    """
    for size in range(min(_LONGEST, len(words)), 0, -1):
        found = tag(words[:size])
        if found and (size > 1 or found in {"p", "d"} or (found == "v" and words[0] in _SINGLE)):
            return found
    return ""


@lru_cache(maxsize=65536)
def _weight(word: str) -> float | None:
    """How likely a word is, as a logarithm; None for what is no word, but one character always is."""
    count = _row(word)[0]
    return math.log(count or 1) - _TOTAL if count or len(word) == 1 else None


@lru_cache(maxsize=4096)
def cut(words: str) -> tuple[tuple[str, str], ...]:
    """A short text as the likeliest row of dictionary words, each with its part of speech.

    >>> cut("督促施工单位")
    (('督促', 'v'), ('施工单位', 'n'))
    """
    size = len(words)
    likely, ends = [0.0] * (size + 1), [size] * size
    for at in range(size - 1, -1, -1):
        reach = range(at + 1, min(size, at + _LONGEST) + 1)
        likely[at], ends[at] = max(
            (weight + likely[end], end) for end in reach if (weight := _weight(words[at:end])) is not None
        )
    parts, at = [], 0
    while at < size:
        word = words[at : ends[at]]
        parts.append((word, tag(word) or "x"))
        at = ends[at]
    return tuple(parts)
