"""Doers behind 由 whose parts in a work signs of a list keep apart: `由农户申请、镇政府审核、区民政局审批`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.duties.actors import Actors
from extract.duties.clause import split
from extract.duties.predicate import starts_work
from kg.model import Span

_BY = re.compile(r"(?:^|[^，。；]{0,30}?)由(?!于|此)")
_LONGEST = 10  # what each does is said in few words


def chained(actors: Actors, segments: list[Span]) -> list[Span]:
    """The segments, one in which each of a row does something parted into these."""
    return [part for segment in segments for part in _parts(actors, segment)]


def _parts(actors: Actors, segment: Span) -> Iterator[Span]:
    words = actors.words
    by = _BY.match(words, segment.start, segment.end) if "、" in words[segment.slice] else None
    parts = list(split(words, segment, "、")) if by else []
    listed = len(parts) > 1 and by and actors.leading(Span(by.end(), segment.end), bold=True)[1] > parts[0].end  # 由物业管理、中介机构负责
    if by and len(parts) > 1 and not listed and all(_does(actors, Span(by.end() if k == 0 else part.start, part.end)) for k, part in enumerate(parts)):
        yield from parts
    else:
        yield segment


def _does(actors: Actors, part: Span) -> bool:
    """Whether a part is a doer and what he does: 镇政府|审核."""
    named, stop = actors.leading(part, bold=True)
    return bool(named) and not actors.whole(part) and 0 < part.end - stop <= _LONGEST and starts_work(actors.words, stop, part.end)
