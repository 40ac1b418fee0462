"""New bodies and offices that are charged in the sentence that sets them up: 成立…专班，负责…; 领导小组办公室设在…，承担…."""

from __future__ import annotations

import re

from extract.duties.actors import Actor, Actors
from extract.duties.clause import Clause
from extract.duties.predicate import predicate
from kg.model import Span

_KIND = r"小组|办公室|指挥部|委员会|专班|联席会议|工作组|专家组|中心|机构"
_FOUNDED = re.compile(
    rf"(?:(?!各|[^，。；]{{0,10}}(?:会同|临时|根据))[^，。；要应须可]{{0,16}}?(?:决定|同意)?)?(?:成立|设立|设置|组建|建立)了?(?:(?:[由以]|独立于)[^，。；]{{0,24}}的|[^，。；]{{2,30}}为(?:组长|成员)的)?"
    rf"(?P<body>(?!相应|专门|必要|各自)[^，。；：（）]{{2,40}}?(?:{_KIND}|督[查导]组|检查组|推进组|(?<=[一-龥]{{2}})[所站股室处科队部](?=，(?:具体|主要|专门|全面)*(?:负责|承担))))(?:（[^（）]{{0,40}}）)?(?:作为[^，。；]{{2,16}})?(?:，|(?=(?:具体|全面|统一)?(?:负责|承担|统筹协调)))"
)
_ASKED = re.compile(r"(?<![主重需必只首简])要|应(?!急|对|用)|须|负责|牵头|由")
_SEAT = r"下设(?P<kind>工作办公室|综合办公室|办公室|秘书处)|设(?:立)?办公室|(?<=办公室)设在|(?<=办公室)设于|办公室设在(?=.)|办公室设于"
_OFFICE = re.compile(
    rf"(?:[^，。；：（）]{{0,12}}?(?<![部大小主])将(?![军台]))?(?P<body>[^，。；：（）]{{2,40}}?)(?:（[^（）]*）)?(?:在[^，。；]{{2,24}})?(?:{_SEAT})[^，。；]{{0,30}}(?:（[^（）]*）)?，"
)
_SEATED = re.compile(rf"[^，。；：（）]{{2,40}}?(?:{_SEAT})")
# 负责日常工作，|区交通局副局长王涛兼任办公室主任: who holds its posts is no work of it
_HELD = re.compile(
    r"[^，。；]{2,40}?(?:兼任?|担任|任)(?:该|其|领导小组)?(?:办公室)?副?(?:主任|组长|秘书长|负责人)"
    r"|[^，。；]{0,8}设[^，。；]{0,4}(?:主任|组长|秘书长?)[^，。；]{0,3}[\d一二三四五六七八九十]+[名人]|副?(?:主任|组长)[\d一二三四五六七八九十若]+干?[名人]"
    r"|[^，。；]{0,10}(?:设在|设于|电话|副?主任由|副?组长由|成员由|人员由)[^，。；]*"
)
_CHARGED = re.compile(r"(?:具体|主要|全面|统一|共同)*(?:负责|承担|协调|统筹|指导|指挥|领导|组织|研究)(?!下)|为[^，。；]{2,30}提供")


def founded(actors: Actors, segments: list[Span], piece: Span) -> list[Clause] | None:
    """The work given to a body where it is set up; [] where none is given, None where the clause sets up nothing."""
    words = actors.words
    for k, segment in enumerate(segments):
        found = _FOUNDED.match(words, segment.start, piece.end)
        if not found:
            if _ASKED.search(words, segment.start, segment.end):
                break
            continue
        if _ASKED.search(found["body"]):
            break  # 各区要设立相应的领导小组: they are asked to
        body = Span(*found.span("body"))
        named = next((one for one in actors.mentions(body) if one.span == body), None)
        if words[found.end() - 1] != "，":  # 成立领导小组|负责统筹协调，…
            work = predicate(words, found.end(), piece.end)
            return [Clause(piece, (Actor(body, words[body.slice], agency=named),), work, (Span(work.start, piece.end),))] if work else []
        seated = next((i for i in range(k + 1, len(segments)) if _SEATED.match(words, segments[i].start, segments[i].end)), len(segments))
        charged = _charge(words, Actor(body, words[body.slice], agency=named), segments[k:seated], Span(piece.start, segments[seated - 1].end))
        if charged or seated == len(segments):
            return charged
        return _office(words, segments[seated:], piece)  # 成立领导小组，|领导小组办公室设在…，负责…
    return _office(words, segments, piece)


def set_up(actors: Actors, before: Span) -> tuple[Actor, ...]:
    """The body that words end with setting up: 国务院决定成立X委员会（以下简称委员会），| 其主要任务是…."""
    words = actors.words
    for at in (before.start, *(i + 1 for i in range(before.start, before.end) if words[i] == "，")):
        found = _FOUNDED.match(words, at, before.end)
        if found and found.end() == before.end and not _ASKED.search(found["body"]):
            return (Actor(Span(*found.span("body")), found["body"]),)
    return ()


def _office(words: str, segments: list[Span], piece: Span) -> list[Clause] | None:
    """The work given to the office of a body in the segment that seats it; None where the first seats none."""
    office = _OFFICE.match(words, segments[0].start, piece.end) if segments else None
    if office:
        parent = office["body"]
        name = parent if parent.endswith("办公室") else parent + (office["kind"] or "办公室")
        return _charge(words, Actor(Span(*office.span("body")), name), segments, piece)
    return None


def _charge(words: str, doer: Actor, segments: list[Span], piece: Span) -> list[Clause]:
    for later in segments[1:]:
        work = predicate(words, later.start, piece.end) if _CHARGED.match(words, later.start, piece.end) else None
        if work:
            held = next((one.start for one in segments if one.start > later.start and _HELD.fullmatch(words, one.start, one.end)), piece.end)
            return [Clause(piece, (doer,), work, (Span(work.start, held),))]
    return []
