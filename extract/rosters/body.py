"""A coordination body as a notice names it, and when two names are those of one body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.rosters.naming import KIND
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Body:
    """A body and what the notice does to it: `establish`, `adjust`, `dissolve`, `describe`.

    `named` is where its name stands, `span` the words that say what is done (`成立望溪区信用建设工作领导小组`); `seat` the agency in
    which its office sits; `office` where the text says that it has one (下设办公室); `aliases` what it is called for short.
    """

    name: str
    kind: str
    named: Span
    span: Span
    action: str
    aliases: tuple[str, ...] = ()
    seat: str = ""
    seat_span: Span | None = None
    office: Span | None = None


def alike(one: str, other: str) -> bool:
    """Two names of one body: they end in one kind, and the shorter one's characters stand in the longer in order.

    >>> alike("专项检查工作领导小组", "望溪区森林防火专项检查工作领导小组"), alike("综合组", "宣传组")
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    kind = next((found for found in KIND.finditer(long) if found.end() == len(long)), None)
    if len(short) < 4 or not kind or not short.endswith(kind[0]):
        return False
    rest = iter(long)
    return all(sign in rest for sign in short)


def unquoted(name: str) -> str:
    """A name without the quotation marks that stand around all of it, or the one that opens before it and ends behind it."""
    whole = re.fullmatch(r"“([^“”]*)”?", name)
    return whole[1] if whole else name
