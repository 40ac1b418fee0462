"""A line of the print cut at its gaps: `王 涛　区教育局局长　组长`."""

from __future__ import annotations

from itertools import pairwise

from extract.mentions.person import is_name
from kg.model import Gap, Span


def pieces(words: str, gaps: bytes, line: Span) -> list[Span]:
    """The pieces of a line between its gaps; a name or a word of two characters at its head that is printed apart is one.

    >>> pieces("王涛局长", bytes([0, 1, 1, 0]), Span(0, 4))
    [Span(start=0, end=2), Span(start=2, end=4)]
    """
    cuts = [at for at in range(line.start + 1, line.end) if gaps[at] > Gap.NONE]
    found = [Span(start, end) for start, end in pairwise([line.start, *cuts, line.end])]
    if len(found) > 1 and len(found[0]) == 1 and (len(found[1]) == 1 or is_name(words[line.start : found[1].end])):
        found[:2] = [Span(line.start, found[1].end)]
    return found
