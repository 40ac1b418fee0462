"""Clauses of running text and the doer of each, said in it or carried over from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.duties.actors import Actor, Actors
from extract.duties.predicate import MODAL, Predicate, predicate, starts_work
from kg.model import Span

_OPEN, _CLOSE = "（《“〈〔", "）》”〉〕"
# words before the doer: 同时， 一是 由 请 希望
_LEAD = re.compile(
    r"[-—·•*●■◆]?(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．])?(?:同时|此外|另外|并且|并|且|其中|原则上|因此|为此|对此|另|[一二三四五六七八九十]+(?:是|要)|首先|其次|最后|今后|届时|会前|会后|会上|必要时|下一步)?[，：]?"
    r"(?:由(?!于)|请|希望|希|望|责成|责令|委托|授权|指定|要求|需|宜由|应由|可由|并由|统一由|具体由|主要由|再由|均由|一律由|分别由|原则上由)?"
)
_BY = re.compile(r"(?<![自理缘来因事])由(?!于|此|来|衷|从)")
_COLON = re.compile(r"：")
# 《办法》由…, 会议由…: what the work is done to stands before 由
_AGAIN = re.compile(r"由于|鉴于|其(?!他|它)|该|此|这|本(?!区|市|县|省|级|单位|部门|地)|以上|上述|相关工作|有关工作")
# 施工单位作为责任主体要…
_ROLE = re.compile(r"作为[^，。；]{2,20}$")
# 其主要任务是：组织…；研究…, 区防汛办的职责是…
_TELLS = re.compile(
    r"(?:其|该|本)?(?P<who>[^，。；：其该本][^，。；：]{1,30}?)??(?:的)?(?:主要|基本|具体|工作)?(?:职责任务|职责|任务|职能)(?:和任务)?(?:是|为|包括|如下)[：，]?"
)
# 成立区防汛指挥部，负责…: the new body is the doer
_FOUNDED = re.compile(
    r"(?:[^，。；]{0,12}(?:决定|同意))?(?:成立|设立|组建|建立)(?:由[^，。；]{0,20}的)?(?P<body>[^，。；：（）]{2,40}?(?:小组|办公室|指挥部|委员会|专班|联席会议|工作组|专家组|中心|机构))(?:（[^（）]*）)?，"
)
# 领导小组下设办公室，设在…，负责…; 领导小组办公室设在区水务局，承担…
_OFFICE = re.compile(
    r"(?P<body>[^，。；：（）]{2,40}?)(?:（[^（）]*）)?(?:在[^，。；]{2,24})?(?:下设办公室|设办公室|(?<=办公室)设在|(?<=办公室)设于|办公室设在(?=.)|办公室设于)[^，。；]{0,30}(?:（[^（）]*）)?，"
)
_CHARGED = re.compile(r"(?:具体|主要|全面)?(?:负责|承担|协调|统筹|指导)")
_TOLD = re.compile(r"[^，。；]{2,20}(?:[是为]|作为)")
_JOINT = re.compile(r"(?:会同|商|联合|协同|会商)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with work in it.

    `span` all of it; `actors` the doers; `work` what the predicate says; `before` the circumstance that stands before the
    doer (`工程竣工后，`) or what the work is done to (`…办法由X制定`); `own` whether the doers stand in the clause itself.
    """

    span: Span
    actors: tuple[Actor, ...]
    work: Predicate
    before: Span
    own: bool


def split(words: str, span: Span, marks: str) -> Iterator[Span]:
    """The pieces of a range between marks that stand outside brackets and quotes, the marks left out.

    A bracket that does not close within 200 characters counts for none (OCR loses them).
    """
    start = at = span.start
    while at < span.end:
        sign = words[at]
        if sign in _OPEN:
            close = words.find(_CLOSE[_OPEN.index(sign)], at + 1, min(span.end, at + 200))
            at = close + 1 if close > 0 else at + 1
            continue
        if sign in marks:
            if at > start:
                yield Span(start, at)
            start = at + 1
        at += 1
    if span.end > start:
        yield Span(start, span.end)


def clauses(actors: Actors, sentence: Span, carried: tuple[Actor, ...], owned: bool = False) -> Iterator[Clause]:
    """The clauses of a sentence (parted by ；) that give work, doers carried from clause to clause.

    `owned` where the text is a list of the duties of those carried: then only words that charge another make him the doer.
    """
    told = _TELLS.match(actors.words, sentence.start, sentence.end)
    if told:
        who = Span(told.start("who"), told.end("who"))
        named = actors.whole(who) if len(who) else list(carried)
        if named:
            for piece in split(actors.words, Span(told.end(), sentence.end), "；"):
                work = predicate(actors.words, piece.start, piece.end)
                if work:
                    yield Clause(piece, tuple(named), work, Span(piece.start, piece.start), bool(len(who)))
            return
    for piece in split(actors.words, sentence, "；"):
        found = list(_clause(actors, piece, carried, owned))
        yield from found
        own = [clause for clause in found if clause.own]
        if own:
            carried = own[0].actors


def _clause(actors: Actors, piece: Span, carried: tuple[Actor, ...], owned: bool) -> Iterator[Clause]:
    words = actors.words
    segments = list(split(words, piece, "，"))
    founded = _FOUNDED.match(words, piece.start, piece.end)
    if founded and len(segments) > 1:
        body = Span(founded.start("body"), founded.end("body"))
        for later in segments[1:]:
            charge = _CHARGED.match(words, later.start, piece.end)
            work = predicate(words, later.start, piece.end) if charge else None
            if work:
                mention = actors.mentions(body)
                doer = Actor(body, words[body.slice], agency=mention[0] if mention and mention[0].span == body else None)
                yield Clause(Span(piece.start, piece.end), (doer,), work, Span(later.start, later.start), True)
                break
        return
    office = _OFFICE.match(words, piece.start, piece.end)
    if office:
        parent = office["body"] or ""
        doer = Actor(Span(*office.span("body")), parent if parent.endswith("办公室") else f"{parent}办公室")
        for later in segments[1:]:
            charge = _CHARGED.match(words, later.start, piece.end)
            work = predicate(words, later.start, piece.end) if charge else None
            if work:
                yield Clause(piece, (doer,), work, Span(later.start, later.start), True)
                break
        return
    for i, segment in enumerate(segments):
        found = _subject(actors, segment, piece.end) or _passive(actors, segment, piece.end)
        if found is None and owned:
            continue
        if found is None:
            whole = actors.whole(Span(_LEAD.match(words, segment.start).end(), segment.end)) if i + 1 < len(segments) else None  # type: ignore[union-attr]
            if whole and (MODAL.match(words, segments[i + 1].start) or all(one.agency for one in whole)):
                work = predicate(words, segments[i + 1].start, piece.end)
                if work:
                    yield Clause(piece, tuple(whole), work, Span(piece.start, segment.start), True)
                    return
            continue
        doers, work, before = found
        if owned and (work is None or not work.modal):
            continue
        if work is not None:
            shared = _shared(actors, segments[i:], piece)
            if shared:
                yield from shared
                return
            later = list(_more(actors, segments[i + 1 :], piece))
            ends = min((one.span.start for one in later if not len(one.before) or one.before.start > piece.start), default=piece.end)
            first = Span(piece.start, ends)
            yield Clause(first, tuple(doers), work, Span(piece.start, before), True)
            for j, one in enumerate(later):
                stop = later[j + 1].span.start if j + 1 < len(later) else piece.end
                yield replace(one, span=Span(one.span.start, max(stop, one.work.start)))
            return
        # the doer is told of (是…责任主体, 设在…): a later segment may give him work
        for later in segments[i + 1 :]:
            charge = predicate(words, later.start, piece.end)
            if charge and (charge.modal or charge.role != "responsible" or all(one.agency for one in doers)):
                yield Clause(Span(piece.start, piece.end), tuple(doers), charge, Span(piece.start, piece.start), True)
                break
        return
    if not carried or not segments:
        return
    if owned and _TOLD.match(words, piece.start, piece.end):
        # 县级路长是…第一责任人，负责…: what is told of the owner before his work
        for later in segments[1:]:
            charge = predicate(words, later.start, piece.end)
            if charge:
                yield Clause(piece, carried, charge, Span(later.start, later.start), False)
                return
    start = _LEAD.match(words, piece.start).end()  # type: ignore[union-attr]
    if _AGAIN.match(words, start):
        return
    work = predicate(words, start, piece.end)
    if work and (work.modal or starts_work(words, start, piece.end)):
        yield Clause(piece, carried, work, Span(start, start), False)


def _more(actors: Actors, segments: list[Span], piece: Span) -> Iterator[Clause]:
    """Other doers later in the same clause: `A负责，B配合`, `…，由C汇总`."""
    words = actors.words
    for k, segment in enumerate(segments):
        begins = segment.start
        while k and words[segments[k - 1].end - 1] in "后时前":
            k -= 1
            begins = segments[k].start
        found = _subject(actors, segment, piece.end)
        named = found is not None and any(one.agency for one in found[0])
        if found and found[1] is not None and (found[1].role == "support" or found[1].modal or named):
            doers, work, _ = found
            idle = segment.end - work.start <= 4 and work.role == "support"
            before = Span(piece.start, segment.start) if idle else Span(begins, segment.start)
            yield Clause(Span(begins, piece.end), tuple(doers), work, before, True)
            continue
        passive = _passive(actors, segment, piece.end)
        if passive and passive[1] is not None:
            yield Clause(Span(begins, piece.end), tuple(passive[0]), passive[1], Span(begins, passive[2]), True)
            return


_ROLE_ONLY = re.compile(
    r"(?P<lead>总?牵头|主责)(?:负责|落实|组织|实施)?|(?:具体|主要)?(?P<responsible>负责)(?:落实|组织|实施)?|(?:积极|密切)?(?P<support>配合|协助|参与|协办)"
)


def _shared(actors: Actors, segments: list[Span], piece: Span) -> list[Clause]:
    """`A牵头，B配合，做某事`: segments of a doer and a role, then the work of all of them."""
    words = actors.words
    given: list[tuple[str, list[Actor], Span]] = []
    for segment in segments:
        start = _LEAD.match(words, segment.start, segment.end).end()  # type: ignore[union-attr]
        named, stop = actors.leading(Span(start, segment.end))
        role = _ROLE_ONLY.fullmatch(words, stop, segment.end) if named else None
        if not role:
            break
        given.append((next(name for name in ("lead", "responsible", "support") if role[name]), named, segment))
    if not given:
        return []
    last = given[-1][2]
    rest = Span(min(last.end + 1, piece.end), piece.end) if last.end < piece.end else None
    before = Span(piece.start, given[0][2].start)
    if rest is None and not len(before):
        return []
    if rest is None:
        return [Clause(piece, tuple(named), Predicate(role, piece.end, True), before, True) for role, named, _ in given]
    return [Clause(piece, tuple(named), Predicate(role, rest.start, True), before, True) for role, named, _ in given]


def _subject(actors: Actors, segment: Span, end: int) -> tuple[list[Actor], Predicate | None, int] | None:
    """The doers that begin a segment, the work behind them (None where they are only told of), and where they begin."""
    words = actors.words
    start = _LEAD.match(words, segment.start, segment.end).end()  # type: ignore[union-attr]
    # 论证时建设单位应…: a circumstance without a comma
    behind = [one.span.start for one in actors.mentions(segment) if words[one.span.start - 1] in "时后前" and one.span.start - start <= 16]
    for at in dict.fromkeys((start, segment.start, *behind)):
        named, stop = actors.leading(Span(at, segment.end))
        if named and stop < segment.end:
            work = predicate(words, stop, end)
            if work or re.compile(r"[是为]|设在|设于|作为|下设").match(words, stop):
                return named, work, at if at in behind else segment.start
    for modal in MODAL.finditer(words, start, segment.end):
        if modal.start() - start > 60:
            break
        if modal.start() - start < 2:
            continue
        role = _ROLE.search(words, start, modal.start())
        whole = actors.whole(Span(start, role.start() if role else modal.start()))
        if whole:
            work = predicate(words, modal.start(), end)
            return (whole, work, segment.start) if work else None
    charge = re.compile(r"负责|牵头|承担|配合|协助").search(words, start, segment.end)
    if charge and 2 <= charge.start() - start <= 60:
        whole = actors.whole(Span(start, charge.start()))
        if whole:
            work = predicate(words, charge.start(), end)
            return (whole, work, segment.start) if work else None
    return None


def _passive(actors: Actors, segment: Span, end: int) -> tuple[list[Actor], Predicate | None, int] | None:
    """`Y由X制定`, `对Y由X进行审查`: the doers behind 由."""
    words = actors.words
    for by in _BY.finditer(words, segment.start, segment.end):
        named, stop = actors.leading(Span(by.end(), segment.end), bold=True)
        if named:
            work = predicate(words, stop, end)
            if work:
                return named, work, by.start()
    return None


def companions(actors: Actors, clause: Clause) -> Iterator[tuple[list[Actor], int]]:
    """The units named after 会同 at the head of the work, and where the work goes on behind them."""
    words = actors.words
    joint = re.compile(r"[^，。；：]{0,4}?(?:会同|会商|商(?=[^务业]))").match(words, clause.work.start, clause.span.end)
    if joint:
        named, stop = actors.leading(Span(joint.end(), clause.span.end))
        if named and stop < clause.span.end:
            yield named, stop
