"""One doer of work, as the text names him."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.mentions.agency import AgencyMention
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One doer: `words` as the catalogue wants them (elided parts restored), `agency` where it is a named agency."""

    span: Span
    words: str
    group: bool = False
    agency: AgencyMention | None = None


_EACH = re.compile("各级?")


def grouped(words: str, doers: Iterable[Actor]) -> list[Actor]:
    """The doers of a list, those that live on the 各 of the one before them one group with it.

    >>> words = "各街道、镇要开展巡查"
    >>> [one.words for one in grouped(words, [Actor(Span(0, 3), "各街道", True), Actor(Span(4, 5), "各镇", True)])]
    ['各街道、镇']
    """
    found: list[Actor] = []
    for one in doers:
        each = _EACH.match(one.words)
        prefix = each.group() if each and found and found[-1].words.startswith("各") else ""
        between = words[found[-1].span.end : one.span.start] if prefix else ""
        glued = prefix and found[-1].span.end == one.span.start and "、" not in found[-1].words  # 各地各部门
        elided = between == "、" and one.words == prefix + words[one.span.slice] and found[-1].words.startswith(prefix)
        if glued or elided:
            span = Span(found[-1].span.start, one.span.end)
            found[-1] = Actor(span, words[span.slice], True)
        else:
            found.append(one)
    return found
