"""The clauses of a row of turns: each doer's own words, those that several share, and who helps them.

`A牵头，B配合，做某事` is one work of two; `A做某事，B配合` too; `A做甲，B做乙` are two; behind 会同 and 商 stand those who help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.duties.actors import Actor, Actors
from extract.duties.clause import Clause, split
from extract.duties.predicate import CONSULTS, DONE, MODAL, predicate
from extract.duties.subject import CIRCUMSTANCE
from extract.duties.turns import GOVERNS, Turn
from extract.duties.urging import exhortation
from kg.model import Span

# what goes on about something else: 其…, 该…
AGAIN = re.compile(
    r"由于|鉴于|其(?!他|它)|该|此|这|本(?!区|市|县|省|级|单位|部门|地)|以上|上述"
    r"|(?:相关|有关)[\u4e00-\u9fff]{0,4}(?:工作|报告|材料|资料|费用|经费|资金|规定|数据|结果|手续)(?=[^的，。；]{2})"
)
_WITH = re.compile(
    rf"(?:(?P<about>对[^，。；：]{{2,24}}?)|[^，。；：]{{0,4}}?)(?:会同|会商|{CONSULTS})|牵头(?=[省市区县镇乡各][^，。；：]{{1,60}}、)|(?:应当?|要|须|将|并|定期|及时)?"
    r"(?:联合(?!会|国|社|体|[企工党]|检查|执法|督[查导])|协同(?!开展|配合|推进|[作发创办联]))"
)

# 区教委牵头，|会同区财政局起草了方案: it is done
_DID = re.compile(rf"[^，。；]{{2,30}}{DONE}")
# 由王涛任组长，|李敏、张强配合: who holds a post is no work of others
_POSTED = re.compile(r"由?[^，。；]{2,20}(?:担任|兼任|任)[^，。；]{0,12}(?:长|主任|召集人)[，。；]?")
# 与区水务局一起，制定…
_BESIDE = re.compile(r"[和与同](?=[^，。；：]{2,40}?(?:一起|一道|一同|共同))")
# 各学校负责|落实, 体检由区医院负责|实施: what his part in it is
_VERB = re.compile(
    r"(?:(?:具体|主要|全面|统一|分别)*负责(?:抓好|抓)?|(?=具体))"
    r"(?P<verb>(?:具体)?(?:组织(?:落实|实施|推进|办理)?|(?:落实|实施|推进|办理|完成)+))(?:工作)?"
)
_THING = re.compile(r"(?:案件|事[项务宜]|问题|[经费]费|费用|手续)[，。；]?$")
_SHORT = 2
_HELD = re.compile(r"(?:长|主任|书记|总裁|经理)$")
# （由区应急局牵头，）区住建局、区水务局组成: who it is made of is no work
_MADE_OF = re.compile(r"[^，。；]{2,160}(?:组成|参加|为成员(?:单位)?)[，。；]?$")


def joined(actors: Actors, turns: list[Turn], piece: Span, over: Span | None = None) -> Iterator[Clause]:
    """The clauses of the turns of a piece, in order; `over` is the heading above it."""
    waiting: list[Turn] = []
    before: Clause | None = None
    for turn in turns:
        if turn.bare and _DID.match(actors.words, turn.stop + 1, turn.main.end):
            waiting = []
        elif turn.bare and turn.of and not _rest(actors.words, turn):
            yield _clause(turn, (turn.of,))
        elif turn.bare:
            if waiting and len(turn.before) > 1 and len(waiting[0].before) > 1:  # 甲的清扫由A负责，|乙的清扫由B负责
                yield from _alike(actors.words, waiting, before, over or Span(turn.begin, turn.begin))
                waiting = []
            waiting.append(turn)
            rest = _rest(actors.words, turn)
            if rest:
                yield from _shared(actors.words, waiting, rest)
                waiting = []
        else:
            yield from _alike(actors.words, waiting, before, over or Span(turn.begin, piece.end))
            waiting = []
            before = _own(actors, turn)
            if before:
                yield before
    yield from _alike(actors.words, waiting, before, over or Span(piece.end, piece.end))


def _clause(turn: Turn, task: tuple[Span, ...], span: Span | None = None) -> Clause:
    assert turn.work
    return Clause(span or Span(turn.begin, turn.main.end), turn.actors, turn.work, task)


def _rest(words: str, turn: Turn) -> Span | None:
    """The work behind a bare role: （区教委牵头，）对全区学校…."""
    start = turn.stop + 1
    if start >= turn.main.end or _MADE_OF.match(words, start, turn.main.end) or (len(turn.before) > 1 and exhortation(words, start, turn.main.end)):
        return None
    work = predicate(words, start, turn.main.end)
    return Span(work.start if work and work.role == "responsible" else start, turn.main.end)


def _shared(words: str, turns: list[Turn], rest: Span) -> Iterator[Clause]:
    """Bare roles, and behind the last of them the work of all."""
    first = turns[0]
    if len(turns) == 1 and first.work and first.work.role == "support":
        modal = MODAL.match(words, first.main.start)
        rest = Span(modal.end() if modal else first.main.start, rest.end)  # 密切配合，加强协作: he helps in what follows, nobody else does it
    alone = len(turns) == 1 and first.work
    for turn in [replace(first, work=replace(alone, start=rest.start))] if alone else turns:
        yield _clause(turn, (first.before, rest), Span(first.begin, rest.end))


def _alike(words: str, turns: list[Turn], before: Clause | None, otherwise: Span) -> Iterator[Clause]:
    """Bare roles with no work behind them: theirs is what stands before them, what the one before them does, or what the heading says."""
    if not turns:
        return
    matter = turns[0].before
    if _POSTED.fullmatch(words, matter.start, matter.end):
        return
    if len(matter) > 1:
        # 需要配合的，…应当给予配合: when, not in what
        when = CIRCUMSTANCE.search(words, matter.start, matter.end - 1)
        task: tuple[Span, ...] = (matter, Span(turns[-1].main.start, turns[-1].stop)) if when else (matter,)
    elif before:
        task = before.task
    elif len(otherwise) > 1:
        task = (otherwise,)
    elif len(turns) == 1 and turns[0].actors[0].span.start - turns[0].begin > _SHORT:
        modal = MODAL.match(words, turns[0].main.start)
        task = (Span(modal.end() if modal else turns[0].main.start, turns[0].stop),)  # 监督员有权查阅资料，|被检查的单位应当给予配合
    else:
        return
    for turn in turns:
        own = _VERB.fullmatch(words, turn.main.start, turn.stop) if (before and len(matter) < _SHORT) or _called(words, turn) else None
        thing = task if len(matter) > 1 or _THING.search(words, task[-1].start, task[-1].end) else ()
        said = (*thing, Span(*own.span("verb"))) if own else task
        yield _clause(turn, said, Span(min(turn.begin, said[0].start), max(turn.main.end, said[-1].end)))


def _called(words: str, turn: Turn) -> bool:
    return words[turn.actors[0].span.start - 1] == "由"


def _own(actors: Actors, turn: Turn) -> Clause | None:
    """The clause of a doer with words of his own."""
    if turn.work:
        return _clause(turn, (turn.before, Span(turn.work.start, max(turn.main.end, turn.work.start))))
    # he is told of (设在…): a later segment may give him work
    agencies = all(one.agency or _HELD.search(one.words) for one in turn.actors)
    for later in list(split(actors.words, turn.main, "，"))[1:]:
        other, stop = actors.leading(later)
        if AGAIN.match(actors.words, later.start) or (other and not GOVERNS.match(actors.words, stop)):
            return None  # another takes the word
        work = predicate(actors.words, later.start, turn.main.end)
        if work and (work.modal or work.role != "responsible" or agencies):
            return Clause(Span(turn.begin, turn.main.end), turn.actors, work, (Span(work.start, turn.main.end),))
    return None


def companions(actors: Actors, clause: Clause) -> Iterator[tuple[list[Actor], tuple[Span, ...]]]:
    """The units named after 会同 at the head of the work or of a segment of it, and the words of the work: what it is about, and behind them."""
    words = actors.words
    if not clause.main.start <= clause.work.start <= clause.main.end:
        return  # he shares the work of another
    heads = [clause.main.start, *(one.start for one in split(words, clause.main, "，") if one.start > clause.main.start)]
    for at in heads:
        met = _WITH.match(words, at, clause.main.end) or _BESIDE.match(words, at, clause.main.end)
        if not met or (clause.work.role == "support" and words.startswith("协同", at)):  # 协同区应急局负责…: he helps them
            continue
        comma = words.find("，", met.end(), clause.main.end)
        near = Span(met.end(), max(comma, met.end()))
        named, stop = actors.leading(near, bold=True)  # 会同监管、应急等部门|提出方案，报…
        if not named or comma - stop <= _SHORT:  # 会同工会等群众组织，成立…
            listed = actors.whole(near)
            named, stop = (listed, comma) if listed else actors.leading(Span(met.end(), clause.main.end), bold=True)
        if not named:
            named, stop = actors.whole(near, asked=True) or [], comma
        if named and stop < clause.main.end:
            modal = MODAL.match(words, stop, clause.main.end)
            about = (Span(*met.span("about")),) if met.re is _WITH and met["about"] else ()
            yield named, (*about, Span(modal.end() if modal else stop, clause.main.end))
