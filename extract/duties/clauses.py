"""The clauses of a sentence that give work, each with its doers, said in it or carried over from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.duties.actors import Actor, Actors
from extract.duties.clause import Clause, split
from extract.duties.founding import founded
from extract.duties.joint import following, shared
from extract.duties.predicate import MODAL, predicate, starts_work
from extract.duties.subject import CIRCUMSTANCE, Subject, lead, said, topic
from kg.model import Span

# what a carried doer does not do: the clause has a subject of its own
_AGAIN = re.compile(r"由于|鉴于|其(?!他|它)|该|此|这|本(?!区|市|县|省|级|单位|部门|地)|以上|上述|相关工作|有关工作")
# 其主要任务是：组织…；研究…, 区防汛办的职责是…
_TELLS = re.compile(
    r"(?:其|该|本)?(?P<who>[^，。；：其该本][^，。；：]{1,30}?)??(?:的)?(?:主要|基本|具体|工作)?"
    r"(?:职责任务|职责|任务|职能)(?:和任务)?(?:是|为|包括|如下)[：，]?"
)
_TOLD = re.compile(r"[^，。；]{2,20}(?:[是为]|作为)")


def clauses(actors: Actors, sentence: Span, carried: tuple[Actor, ...], owned: bool = False) -> Iterator[Clause]:
    """The clauses of a sentence (parted by ；) that give work, doers carried from clause to clause.

    `owned` where the text is a list of the duties of those carried: then only words that charge another make him the doer.
    """
    told = list(_told(actors, sentence, carried))
    if told:
        yield from told
        return
    for piece in split(actors.words, sentence, "；"):
        found = _clause(actors, piece, carried, owned)
        yield from found
        carried = next((clause.actors for clause in found if clause.own), carried)


def _told(actors: Actors, sentence: Span, carried: tuple[Actor, ...]) -> Iterator[Clause]:
    """The duties that a sentence tells of a body: 其主要任务是：…；…."""
    found = _TELLS.match(actors.words, sentence.start, sentence.end)
    if not found:
        return
    who = Span(*found.span("who")) if found["who"] else None
    doers = tuple(actors.whole(who) or ()) if who else carried
    for piece in split(actors.words, Span(found.end(), sentence.end), "；") if doers else ():
        work = predicate(actors.words, piece.start, piece.end)
        if work:
            yield Clause(piece, doers, work, Span(piece.start, piece.start), own=who is not None)


def _clause(actors: Actors, piece: Span, carried: tuple[Actor, ...], owned: bool) -> list[Clause]:
    segments = list(split(actors.words, piece, "，"))
    body = founded(actors, segments, piece)
    if body is not None:
        return body
    about: tuple[Actor, ...] = ()
    for i, segment in enumerate(segments):
        found = said(actors, segment, piece.end)
        aside = i + 1 < len(segments) and CIRCUMSTANCE.search(actors.words, segment.start, segment.end)
        if aside and not (found and found.work and found.work.modal and not found.work.may):
            about = topic(actors, segment) or about
            continue
        if found is None and not owned:
            found = _alone(actors, segments, i, piece)
        if found is None and about and not owned:
            found = _about(actors, about, segments, i, piece)
        if found is None or (owned and not (found.work and (found.work.modal or _begins(found, segment, i)))):
            continue
        return _given(actors, segments, i, piece, found)
    return _carried(actors, segments, piece, carried, owned) if carried and segments else []


def _about(actors: Actors, about: tuple[Actor, ...], segments: list[Span], i: int, piece: Span) -> Subject | None:
    """What he does of whom the circumstance before was told: (区水务局收到申请后，)应当…."""
    work = predicate(actors.words, lead(actors.words, segments[i]), piece.end)
    if work and not work.may and (work.modal or all(one.agency for one in about)):
        return Subject(about, work, segments[i].start)
    return None


def _begins(found: Subject, segment: Span, i: int) -> bool:
    """A list of duties turns to others where a sentence begins with them: 各成员单位及时更新…."""
    first = found.actors[0]
    return i == 0 and first.span.start == segment.start and all(one.group or one.agency for one in found.actors)


def _alone(actors: Actors, segments: list[Span], i: int, piece: Span) -> Subject | None:
    """Doers that fill a segment: 有条件的单位，应…."""
    if i + 1 >= len(segments):
        return None
    words, here, behind = actors.words, segments[i], segments[i + 1].start
    whole = actors.whole(Span(lead(words, here), here.end))
    if not whole or not (MODAL.match(words, behind) or all(one.agency for one in whole)):
        return None
    work = predicate(words, behind, piece.end)
    return Subject(tuple(whole), work, here.start) if work else None


def _given(actors: Actors, segments: list[Span], i: int, piece: Span, found: Subject) -> list[Clause]:
    """The clauses of a subject: of him alone, shared with others, followed by others."""
    if found.work is None:
        return _later(actors, segments[i + 1 :], piece, found)
    together = shared(actors, segments[i:], piece)
    if together:
        return together
    others = following(actors, segments[i + 1 :], piece)
    apart = [one.span.start for one in others if not len(one.before) or one.before.start > piece.start]
    first = Span(piece.start, max(min(apart, default=piece.end), found.work.start))
    # who a circumstance is told of stands before it: 专利代理机构|变更住所的，应当…
    said_in = found.actors[-1].span.end
    if actors.words.startswith("（", said_in):
        said_in = max(said_in, actors.words.find("）", said_in, said_in + 40) + 1)
    begin = said_in if piece.start < said_in < found.at and found.actors[0].span.start - piece.start < 4 else piece.start
    return [Clause(first, found.actors, found.work, Span(begin, found.at)), *others]


def _later(actors: Actors, segments: list[Span], piece: Span, found: Subject) -> list[Clause]:
    """The doer is told of (是…责任主体, 设在…): a later segment may give him work."""
    agencies = all(one.agency for one in found.actors)
    for later in segments:
        work = predicate(actors.words, later.start, piece.end)
        if work and (work.modal or work.role != "responsible" or agencies):
            return [Clause(piece, found.actors, work, Span(piece.start, piece.start))]
    return []


def _carried(actors: Actors, segments: list[Span], piece: Span, carried: tuple[Actor, ...], owned: bool) -> list[Clause]:
    """A clause without doers of its own."""
    words = actors.words
    if owned and _TOLD.match(words, piece.start, piece.end):
        # 县级路长是…第一责任人，负责…: what is told of the owner before his work
        for later in segments[1:]:
            work = predicate(words, later.start, piece.end)
            if work:
                return [Clause(piece, carried, work, Span(later.start, later.start), own=False)]
    start = lead(words, piece)
    if _AGAIN.match(words, start):
        return []
    work = predicate(words, start, piece.end)
    if work and (work.modal or starts_work(words, start, piece.end)):
        return [Clause(piece, carried, work, Span(start, start), own=False)]
    return []
