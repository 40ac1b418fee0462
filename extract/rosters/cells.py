"""Lists of agencies that only the print parts: one a line, or set apart by spaces: `成员单位：区人社局　区卫健委`."""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.mentions.agency import is_agency
from extract.mentions.post import holdings
from kg.model import Gap, Span

_NUMBER = re.compile(r"(?:（\d{1,2}）|\d{1,2}[.．、）]|[一二三四五六七八九十]{1,3}、)")
_LONGEST = 40  # of a cell
_LEAST = 2  # cells that make a list


def cells(words: str, gaps: bytes, span: Span, signers: Collection[str] = ()) -> list[Span]:
    """The agencies, or posts of agencies, from the beginning of a range, each in a cell or line of its own; [] where they are no such list.

    Whoever signs the notice below the list is none of it.

    >>> text, gaps = "区人社局区卫健委", bytes([0, 0, 0, 0, 1, 0, 0, 0])
    >>> [text[cell.slice] for cell in cells(text, gaps, Span(0, 8))]
    ['区人社局', '区卫健委']
    """
    found: list[Span] = []
    start = span.start
    while start < span.end:
        limit = min(span.end, start + _LONGEST)
        end = next((at for at in range(start + 1, limit) if gaps[at] > Gap.NONE), limit)
        number = _NUMBER.match(words, start, end)
        cell = Span(number.end() if number else start, end)
        said = words[cell.slice]
        held = holdings(said)
        if said in signers and gaps[start] >= Gap.LINE:
            break
        if not is_agency(said) and not (held and all(one.agency for one in held)):
            break
        found.append(cell)
        start = end
    return found if len(found) >= _LEAST else []
