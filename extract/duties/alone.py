"""Doers who fill a segment (各部门，|要…), and those of whom one tells what they do, the next what is asked: 粮食收购者收购粮食，|应当…."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.duties.actors import Actor, Actors
from extract.duties.before import asks
from extract.duties.predicate import DONE, IN_CHARGE, MODAL, predicate, states
from extract.duties.subject import AS, CIRCUMSTANCE, RELATIVE, Subject, lead
from kg.model import Span

# what the work is done to: 对…, 将…
ABOUT = re.compile(r"对(?!照|接)|将|凡|针对|属于|涉及|关于|违反|[如若]?因|已|该|根据[^，。；]{2,40}(?:情况|结果|需要)，")
_HOLDS = re.compile(r"[兼担]任(?!务)")  # 由副乡长王涛兼任办公室主任，|负责…: a post, no name
_IS_IN = re.compile(r"的|^[是为]")
_IN_CHARGE = re.compile(rf"(?:具体|主要|全面|统一)?(?:{IN_CHARGE}|承担)")
# 有关部门，|按各自职责，协助…
_BY_DUTY = re.compile(
    r"(?:按照?|根据|依照)[^，。；]{0,8}职[责能](?:分工|范围)?(?:，|(?=共同|分别|协同|依法|做好|负责))|在[^，。；]{0,8}职责范围内，|受[^，。；]{2,24}委托(?:，|[具主]体?负责|承担)"
)
_THING_OF = re.compile(r"[^，。；]{2}的(?:情况|行为|问题|结果|期限|标准|条件|范围|程序|过程|费用|决定)$")  # 许可机关|实施许可的情况，应当作为…
# 河长|巡河时发现问题，应当…
_FINDS = re.compile(r"(?P<who>[^，。；]{2,16}?)(?:在)?[^，。；]{1,8}(?:时|中)(?:发现|遇到|遇有)[^，。；]{1,20}$")
# 会员|退会，应当…; 在人口集中的社区，要…: what happens, and where
_HAPPENS = re.compile(r"(?:[退入开参赴到散休聚例]会|[退入转升休开]学|离职|退休|换届|年检|投诉|举报)$")
_WHERE = re.compile(r"在[^，。；]{2,30}的[一-龥]{0,2}(?:社区|村庄?|乡镇|[县市镇乡]|街道|院落|地[方区段点]|城市|场所|景区)$")
# what is said of a doer, or asked of him, or where he comes from: not what he does
_IS_SO = re.compile(rf"[是为均从除]|{MODAL.pattern}|[^，。；]{{2,30}}{DONE}")
# 外出旅游的市民，|在途中要向社区报告
_IN_CASE = re.compile(rf"(?:在|于|从|每|遇)(?!各)[^，。；的]{{1,16}}?(?<![主重需必只首简])(?:{MODAL.pattern})")
# 互联网企业不得提供…，|发现线索应及时报告
_BARS = re.compile(r"不得|严禁|禁止")
_THEN = re.compile(
    rf"(?:发现|遇[到有]|确[有需]|需要?|如|若|对|因|造成|发生)(?:[^，。；]{{2,30}}?(?<![的所])|[^，。；]{{2,30}}的，(?:[均都])?)(?:{MODAL.pattern})(?=及时|立即|向|按|将|在|于|报|停|采|[提制出]|加|进)(?![^，。；]{{0,12}}(?:处[理罚置分]|查处|予以))"
)
_SHORT = 8  # words that say of themselves no work
SEVERAL = 8  # segments that doers may fill


def alone(actors: Actors, segments: list[Span], i: int, piece: Span) -> Subject | None:
    """Doers that fill a segment, or several: 有条件的单位，应…; 各部门，各乡镇，要…."""
    words, k = actors.words, i
    found: list[Actor] = []
    office = False
    while k + 1 < len(segments) and k - i < SEVERAL and not MODAL.match(words, segments[k].start):
        start = segments[k].start if found else lead(words, segments[k])
        as_what = AS.search(words, start, segments[k].end)
        asked = bool(as_what) or asks(words, segments[k + 1]) or bool(_IN_CHARGE.match(words, segments[k + 1].start))
        befalls = as_what or _HAPPENS.search(words, start + 2, segments[k].end)
        whole = actors.whole(Span(start, befalls.start() if befalls else segments[k].end), asked=asked)
        if not whole or _WHERE.match(words, start, segments[k].end) or _HOLDS.search(words, start, segments[k].end):
            break
        found += whole
        office = office or as_what is not None
        k += 1
    several = k - i > 1  # A，B，C without a modal is a list
    while found and k + 1 < len(segments) and not asks(words, segments[k]) and CIRCUMSTANCE.search(words, segments[k].start, segments[k].end):
        k += 1  # 各村民小组，|因施工占用道路时，|应…
    called = bool(found) and words[found[0].span.start - 1] == "由"
    work = predicate(words, segments[k].start, piece.end, called=called) if found else None
    # 区水务局|作为主管部门，具体承担…; 由区水务局或者镇政府，|通过银行收取
    by_duty = bool(work) and found[-1].group and _BY_DUTY.match(words, segments[k].start) is not None
    charged = called or by_duty or (office and work and work.modal) or (bool(_IN_CHARGE.match(words, segments[k].start)) and all(map(_sure, found)))
    in_case = _IN_CASE.match(words, segments[k].start, segments[k].end)
    if not (asks(words, segments[k]) or in_case or charged or (not several and all(one.agency or one.words.endswith("部门") for one in found))):
        return None
    return Subject(tuple(found), work, segments[i].start, segments[k].start) if work else None


def _sure(doer: Actor) -> bool:
    """Whether one who stands alone before 负责 is surely a doer: 联络员, 市、县水行政主管部门; not what a sentence tells of another."""
    return not _IS_IN.search(doer.words) and (bool(doer.agency or doer.group) or len(doer.words) <= _SHORT)


def does(actors: Actors, segments: list[Span], i: int, piece: Span) -> Subject | None:
    """A doer and what he does, and then what he is asked: 粮食收购者收购粮食，应当…."""
    words, here = actors.words, segments[i]
    barred = _BARS.search(words, here.start, here.end) and _THEN.match(words, here.end + 1, piece.end)
    if i + 1 >= len(segments) or not (asks(words, segments[i + 1]) or barred):
        return None
    named, stop = actors.leading(Span(lead(words, here), here.end), bold=True)
    if not named and (found := _FINDS.match(words, lead(words, here), here.end)):
        stop = found.end("who")
        named = actors.whole(Span(found.start(), stop), asked=True) or []
    of_his = _THING_OF.search(words, stop, here.end) and not ABOUT.match(words, stop)
    acts = named and stop < here.end and not (of_his or RELATIVE.match(words, stop, here.end) or _IS_SO.match(words, stop) or states(words, stop, here.end))
    work = predicate(words, segments[i + 1].start, piece.end) if acts else None
    return Subject(tuple(named), replace(work, start=stop), here.start, stop) if work else None
