"""Several doers in one clause: `A牵头，B配合，做某事`, `A…，由B汇总`, `A会同B…`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.duties.actors import Actor, Actors
from extract.duties.clause import Clause
from extract.duties.predicate import Predicate
from extract.duties.subject import lead, passive, subject
from kg.model import Span

_ROLE = re.compile(
    r"(?P<lead>总?牵头|主责)(?:负责|落实|组织|实施)?"
    r"|(?:具体|主要)?(?P<responsible>负责)(?:落实|组织|实施)?"
    r"|(?:积极|密切)?(?P<support>配合|协助|参与|协办)"
)
_WITH = re.compile(r"[^，。；：]{0,4}?(?:会同|会商|商(?=[^务业]))")


def shared(actors: Actors, segments: list[Span], piece: Span) -> list[Clause]:
    """Segments of a doer and nothing but a role, then the work of all of them; [] for any other clause."""
    words = actors.words
    given: list[tuple[str, tuple[Actor, ...], Span]] = []
    for segment in segments:
        named, stop = actors.leading(Span(lead(words, segment), segment.end))
        role = _ROLE.fullmatch(words, stop, segment.end) if named else None
        if not role:
            break
        given.append((role.lastgroup or "responsible", tuple(named), segment))
    if not given:
        return []
    before = Span(piece.start, given[0][2].start)
    last = given[-1][2].end
    work = min(last + 1, piece.end) if last < piece.end else piece.end
    if work == piece.end and not len(before):
        return []
    return [Clause(piece, named, Predicate(role, work, True), before) for role, named, _ in given]


def following(actors: Actors, segments: list[Span], piece: Span) -> list[Clause]:
    """The clauses of further doers in the segments behind a first one; each ends where the next begins."""
    found = list(_following(actors, segments, piece))
    ends = [one.span.start for one in found[1:]] + [piece.end] * bool(found)
    return [replace(one, span=Span(one.span.start, max(end, one.work.start))) for one, end in zip(found, ends, strict=True)]


def _following(actors: Actors, segments: list[Span], piece: Span) -> Iterator[Clause]:
    words = actors.words
    for k, segment in enumerate(segments):
        begins = _circumstance(words, segments, k)
        said = subject(actors, segment, piece.end)
        if said and said.work and (said.work.role == "support" or said.work.modal or any(one.agency for one in said.actors)):
            # B参与: his work is that of the doer before him
            bare = said.work.role == "support" and segment.end - said.work.start <= 4
            before = Span(piece.start, segment.start) if bare else Span(begins, segment.start)
            yield Clause(Span(begins, piece.end), said.actors, said.work, before)
            continue
        done = passive(actors, segment, piece.end)
        if done and done.work:
            yield Clause(Span(begins, piece.end), done.actors, done.work, Span(begins, done.at))
            return


def _circumstance(words: str, segments: list[Span], k: int) -> int:
    """Where the circumstance before a segment begins: `概算评审完成后，` belongs to what follows it."""
    while k and words[segments[k - 1].end - 1] in "后时前":
        k -= 1
    return segments[k].start


def companions(actors: Actors, clause: Clause) -> tuple[list[Actor], int] | None:
    """The units named after 会同 at the head of the work, and where the work goes on behind them."""
    words = actors.words
    met = _WITH.match(words, clause.work.start, clause.span.end)
    if not met:
        return None
    named, stop = actors.leading(Span(met.end(), clause.span.end))
    if named and stop < clause.span.end:
        return named, stop
    comma = words.find("，", met.end(), clause.span.end)
    alone = actors.whole(Span(met.end(), comma)) if comma > met.end() else None
    return (alone, comma) if alone else None
