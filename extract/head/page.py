"""The words of one notice with what its white space told, as the head reads them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Gap, Span

BREAK = re.compile(rb"[\x04\x05]")
"""A gap that begins a line."""
EDGE = re.compile(rb"[\x03-\x05]")
"""A gap that begins a line or a cell."""
_SPACE = re.compile(rb"[^\x00]")
_SIGNS = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Page:
    """Words and gaps of a notice; `i` is always an offset into the words."""

    words: str
    gaps: bytes

    def __len__(self) -> int:
        return len(self.words)

    def breaks(self, i: int, least: Gap = Gap.LINE) -> bool:
        """Something at least as strong as a line break stands before the character (true at both ends)."""
        return i <= 0 or i >= len(self.words) or self.gaps[i] >= least

    def line_end(self, i: int) -> int:
        """The end of the line that the character is in."""
        breaks = _breaks(self.gaps)
        n = bisect_right(breaks, i)
        return breaks[n] if n < len(breaks) else len(self.words)

    def line_start(self, i: int) -> int:
        """The start of the line that the character is in."""
        breaks = _breaks(self.gaps)
        n = bisect_right(breaks, i)
        return breaks[n - 1] if n else 0

    def lines(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The lines of a range, in order."""
        last = len(self.words) if end is None else end
        while start < last:
            stop = min(self.line_end(start), last)
            yield Span(start, stop)
            start = stop


@lru_cache(maxsize=4)
def _breaks(gaps: bytes) -> tuple[int, ...]:
    """Where lines begin, found once for a page: a search from every date to the end of its line is quadratic in a text
    without line breaks."""
    return tuple(found.start() for found in BREAK.finditer(gaps))


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the head or the tail of a notice, with the kind of its leaf."""

    kind: str
    span: Span


def folded(words: str) -> str:
    """Words without punctuation: what two printings of one title have in common."""
    return _SIGNS.sub("", words)


def same_from(words: str, at: int, wanted: str) -> int | None:
    """Where words that begin at `at` have said all of `wanted`, punctuation aside; None where they say something else."""
    i, size = at, len(words)
    for sign in folded(wanted):
        while i < size and _SIGNS.match(words[i]):
            i += 1
        if i >= size or words[i] != sign:
            return None
        i += 1
    while i < size and words[i] in "》〉”）":
        i += 1
    return i


def likeness(one: str, other: str) -> float:
    """The share of the pairs of letters of the shorter that stand in the longer, punctuation aside.

    >>> likeness("加强水库管理报告", "关于加强水库管理的报告")
    0.8571428571428571
    """
    short, long = sorted((folded(one), folded(other)), key=len)
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    return sum(pair in long for pair in pairs) / len(pairs) if pairs else 0.0
