"""The unit whose duties a text tells, or that it sets up: 主要职责 below is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.duties.actors import Actor, Actors
from extract.duties.blocks import Block, content_start
from extract.duties.clause import split
from extract.duties.nouns import TOPIC
from extract.rosters import bodies
from extract.sentences import sentences
from extract.units.charter import GENERIC, charter
from extract.units.subject import founded as units_set_up
from kg.model import Notice, Span

DUTY = re.compile(r"(?:主要|工作|基本)?(?:职责|职能)|岗位责任制")
_IS_UNIT = re.compile(
    r"(?P<who>[^，。；：（）]{4,24})(?:（[^（）]{2,20}）)?，?[是为](?!了)[^，。；]{0,24}"
    r"(?:工作部门|组成部门|直属机构|派出机构|办事机构|直属(?:事业)?单位|事业单位|工作机构|行政机构)(?=[，。（])"
)
_SIGN = re.compile("[：）]")  # before the name of a unit that a line presents
_HAS_PARTS = re.compile(r"(?:现)?(?:设立?|下设|内设)有?[\d一二三四五六七八九十]+个[^，。；]{0,6}(?:机构|科室|处室|股室)")
_FAR = 60  # no name is longer
_BEFORE = 1000  # how far down its item a block may stand that tells of what the item sets up

# 领导小组办公室|组成及其职责
_COMPOSED = re.compile(r"(?P<who>[^，。；：]{2,30}?)(?:的)?(?:组成人员|组成|构成|成员|人员|机构|设置)*(?:及其?|和|与|、)(?:主要|工作|基本)*(?:职责|职能|任务)")

def founded(notice: Notice) -> tuple[Actor, ...]:
    """The body that a notice sets up or describes: 一、主要职责 below is its own."""
    head = notice.head
    titles = "".join(notice.words[one.slice] for one in (head.title_span, *(text.title_span for text in head.carried)))
    new = [one for one in bodies(notice) if one.action in {"establish", "adjust"}]
    first = next((one for one in new if one.kind in titles), new[0] if len(new) == 1 else None)
    return (Actor(first.named, first.name),) if first else ()


def set_up(notice: Notice, actors: Actors, block: Block) -> tuple[Actor, ...]:
    """The one body that the item of a block sets up before it: 同意组建区大数据中心，…。 | 主要职责是：…."""
    start = content_start(block.items[-1]) if block.items else block.span.start
    for sentence in split(notice.words, Span(start, min(block.span.start, start + _BEFORE)), "。"):
        units = units_set_up(notice.words, sentence, sentence.end)
        if len(units) == 1:
            one = units[0]
            return tuple(actors.whole(one.span) or (Actor(one.span, one.name),))
    return ()


def owner(notice: Notice, actors: Actors) -> tuple[Actor, ...]:
    """The unit whose duties a 三定 text or a unit's own page tells: it stands at the head of the title."""
    title = notice.head.title_span
    if about := _of_charter(notice):
        return tuple(actors.whole(about) or (Actor(about, actors.words[about.slice]),))
    candidates: Iterator[Span] = iter((title, *(text.title_span for text in notice.head.carried if text.printed)))
    for span in candidates:
        text = actors.words[span.slice]
        if re.search(r"职责|职能|岗位责任制|简介|机构编制|人员编制|三定|概况|机构设置|领导分工", text):
            named = actors.mentions(span)
            cut = DUTY.search(text)
            whole = actors.whole(Span(span.start, cut.start() + span.start), asked=cut[0] == "岗位责任制") if cut else None
            if whole:
                return tuple(whole)
            if named and not TOPIC.fullmatch(named[-1].words) and not GENERIC.search(named[-1].words):
                last = named[-1]
                return (Actor(last.span, last.words, last.group, last),)
    return () if notice.head.number or notice.head.addressees else _described(notice, actors)


def _of_charter(notice: Notice) -> Span | None:
    """Where a title names the agency whose 三定 the text is."""
    about = charter(notice)
    if not about:
        return None
    titles = (notice.head.title_span, *(text.title_span for text in notice.head.carried))
    places = (notice.words.find(about.name, title.start, title.end) for title in titles)
    return next((Span(at, at + len(about.name)) for at in places if at >= 0), None)


def _described(notice: Notice, actors: Actors) -> tuple[Actor, ...]:
    """The unit that a page without a number or a reader tells of: 望溪区档案局为区政府直属单位; 望溪区园林局设立10个内设机构."""
    starts = sorted({*(one.start for one in sentences(notice)), *(sign.end() for sign in _SIGN.finditer(actors.words))})
    for found in filter(None, (_IS_UNIT.match(actors.words, start) for start in starts)):
        named = actors.whole(Span(*found.span("who")))
        if named and all(one.agency for one in named):
            return tuple(named)
    sets_up = _HAS_PARTS.search(actors.words)
    ends = [one for one in actors.mentions(Span(max(0, sets_up.start() - _FAR), sets_up.start())) if one.span.end == sets_up.start()] if sets_up else []
    return tuple(Actor(one.span, one.words, one.group, one) for one in ends)


def composed(actors: Actors, over: Span, head: Span, body: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Whose 主要职责 are under 二、领导小组办公室组成及其职责; `body` is the one that the text sets up, 领导小组 for short."""
    words = actors.words
    found = _COMPOSED.fullmatch(words[over.slice].rstrip("。：")) if DUTY.fullmatch(words[head.slice].rstrip("。：")) else None
    if not found:
        return ()
    if body and body[0].words.endswith(found["who"]):
        return body
    return tuple(actors.whole(Span(over.start, over.start + found.end("who"))) or ())
