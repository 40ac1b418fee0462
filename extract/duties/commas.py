"""Doers that commas part, as a line of addressees parts them: `各镇政府、街道办事处，区政府有关部门要…`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.duties.actors import Actor, Actors
from extract.duties.subject import Subject, subject
from kg.model import Span


def parted(actors: Actors, segments: Sequence[Span], piece: Span) -> Subject | None:
    """The doers of segments that are nothing but lists of bodies, and of the one behind them whose doers are asked; None where no such row begins."""
    found: list[Actor] = []
    for segment in segments:
        whole = actors.whole(segment)
        if whole and _bodies(whole):
            found += whole
            continue
        last = subject(actors, segment, piece.end) if found else None
        if last is None or not (last.work and last.work.modal) or last.actors[0].span.start != segment.start or not _bodies(last.actors):
            return None
        return replace(last, actors=(*found, *last.actors), at=segments[0].start)
    return None


def _bodies(doers: Sequence[Actor]) -> bool:
    """Whether all are bodies or groups by their names, and none a word that only may be a doer."""
    return all(one.agency or one.group for one in doers)
