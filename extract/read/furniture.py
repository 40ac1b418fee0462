"""Running heads and page numbers: what the printer put on a page and the notice does not say."""

from __future__ import annotations

import re
from collections import Counter

from kg.model import Span

_NUMBER = re.compile(
    r"^[^\S\n]*(?:[-—–―－·•]{1,2}[^\S\n]*(?:\d[^\S\n]*){1,4}[-—–―－·•]{1,2}|第[^\S\n]*\d{1,4}[^\S\n]*页(?:[^\S\n]*[,，/]?[^\S\n]*共[^\S\n]*\d{1,4}[^\S\n]*页)?"
    r"|\d{1,4}[^\S\n]*/[^\S\n]*\d{1,4})[^\S\n]*\r?$",
    re.MULTILINE,
)
_LINE = re.compile(r"^[^\n]*$", re.MULTILINE)
_GAZETTE = re.compile(r"公报|政报|GONGBAO")


def furniture(raw: str) -> list[Span]:
    """The ranges of `raw` that are page furniture, in order.

    A page number in dashes (— 14 —), 第 3 页 共 9 页; a line that names the gazette and comes back at least three times.
    """
    found = [Span(*hit.span()) for hit in _NUMBER.finditer(raw)]
    lines = [(hit.group().strip(), Span(*hit.span())) for hit in _LINE.finditer(raw)] if _GAZETTE.search(raw) else []
    often = Counter(re.sub(r"\s|\d", "", line) for line, _ in lines if len(line) <= 40 and _GAZETTE.search(line))
    found += [
        span for line, span in lines if len(line) <= 40 and _GAZETTE.search(line) and often[re.sub(r"\s|\d", "", line)] >= 3
    ]
    return sorted(set(found))
