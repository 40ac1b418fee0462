"""Titles in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span

_SIGN = re.compile("[《》。]")
_LONGEST = 240


def titles_in(words: str, span: Span) -> Iterator[Span]:
    """The outermost 《…》 of a range, with their brackets; one that never closes ends at the first 》 or is left out.

    >>> [(one.start, one.end) for one in titles_in("《关于印发《甲》的通知》和《乙", Span(0, 15))]
    [(0, 12)]
    """
    depth, start, close = 0, 0, 0
    for found in _SIGN.finditer(words, span.start, span.end):
        at = found.start()
        if depth and (at - start > _LONGEST or found[0] == "。"):
            if close:
                yield Span(start, close)
            depth, close = 0, 0
        if found[0] == "《":
            if depth == 0:
                start, close = at, 0
            depth += 1
        elif found[0] == "》" and depth:
            depth -= 1
            close = close or at + 1
            if depth == 0:
                yield Span(start, at + 1)
                close = 0
    if depth and close:
        yield Span(start, close)
