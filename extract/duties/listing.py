"""Lists of doers under a label or in a bracket: here every part is one, whatever its name looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.duties.actors import Actor, Actors
from extract.duties.legend import REMARK
from extract.mentions.agency import is_agency
from extract.mentions.elision import left_out
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from kg.model import Gap, Span

_JOIN = re.compile(r"(?:[、，；。：]|以及|和(?!平|信|谐|协|县|合)|及(?:其(?!他|它|余))?|与)+")
_SIGN = re.compile(r"[、，；。]")
_LEVELS = "省市区县镇乡"
_SIGNS = "、，；。）"
_PART = re.compile(r"办公[室厅]|党[委组]|(?:有关|相关).*")  # 区政府 办公室 is one
_AND = re.compile(r"以及|[和及与]")
_LEAD = re.compile(r"请|由|会同")
_ETC = re.compile(r"等(?:有关|相关|各|\d+个)*(?:单位|部门|机构|部门和单位|镇街|乡镇)?$")
_DOES = re.compile(r"(?:等|按(?:照)?(?:各自)?职责(?:分工)?|分别|共同|具体)*(?:牵头|负责|配合|落实|参与|组织实施)$")
_LONGEST = 24
_ALIAS = re.compile(r"（[^（）]*以下(?:简称|统称)[^（）]*）")
_TIME = re.compile(
    r"(?:于|在|到|至)?(?:\d{4}年|\d{1,2}月|年[内底])[^，。；、]{0,14}(?<=前|底|末|内|日|月|年|成|进|动|工)"
    r"|每(?:年|半年|季度?|月|周|[日天])[^，。；、]{0,8}"
)
# 王涛同志, 王涛副区长, 副区长王涛
_TITLE = re.compile(r"同志|先生|女士|等同志|等")
_RANK = re.compile(r"[\u4e00-\u9fff]{0,12}(?:长|主任|书记|常委|主席|政委|委员|员|师|局长)(?:同志)?")
# a place that lacks what the last of its row has: 望溪区、青石县政府
_PLACE = re.compile(r"(?!各|有关|相关|其他)[\u4e00-\u9fff]{1,12}[区县市旗镇乡州盟]")
_BODY = r"人民政府|政府|管委会|管理委员会|办事处"
_PARTY = r"党工委|党委|工委"
_GOVERNED = re.compile(rf"(?P<place>.{{1,20}}?)(?P<body>{_BODY}|{_PARTY})")
_BARE = re.compile(rf"各?(?P<body>{_BODY})")
_LEVEL = re.compile(r"(?:自治区|[省市区县州旗盟])(?!级|直|属|场)")
_ZONE = re.compile(r"(?:开发|园|新|度假|景|集聚|示范|高新|产业|功能|保护|保税|合作|经开)区$")
# how the name of a body ends, of whatever kind
_ENDS = re.compile(r"(?:[局委办厅部院会处科室队站所组段行社场矿厂区县市镇乡]|中心|公司|集团|政府|大学|学校|学院|基地|海关|单位|协会|联盟|总站|公交|股份)$")
# what no name holds
_SAID = re.compile(r"[的了将把须]|应(?!急)|不得|通过|进行|按照|根据|确保|完成|以下|以上|[，。；：]|\d{4}年")
# how a bracket begins that explains
_TOLD = re.compile(r"分管|联系|包括|含|即|指|如|详见|见|其中|下设")


def listed(actors: Actors, span: Span) -> list[Actor]:
    """The doers of a list, in order; what the notice remarks in it of its lists (下同) is none.

    `区发改局、望溪公交、各镇政府等` gives three; `王涛副区长、李明常委` two people.
    """
    note = REMARK.search(actors.words, span.start, span.end)
    span = Span(span.start, note.start()) if note else span
    cuts = _cuts(actors, span)
    parts = [pure(actors, Span(a, b)) for a, b in pairwise([span.start, *cuts, span.end])] if cuts else []
    if parts and all(parts):
        return [one for part in parts for one in part]
    return _governed(_levelled(list(_items(actors, span))))


def _cuts(actors: Actors, span: Span) -> list[int]:
    """Where white space stands for the sign between two of a list; a name that is broken over lines is one, unless both sides are names."""
    words = actors.words
    cuts = [i for i in range(span.start + 1, span.end) if actors.gaps[i] >= Gap.SPACE and words[i] not in _SIGNS]
    edges = sorted({span.start, span.end, *cuts, *(i + 1 for i in range(span.start, span.end) if words[i] in _SIGNS)})
    sides = {at: (words[a:at], words[at:b].rstrip(_SIGNS)) for a, at, b in zip(edges, edges[1:], edges[2:], strict=False)}
    signed = any(words[i] in _SIGNS for i in range(span.start, span.end - 1))
    return [at for at in cuts if all(map(_is_one, sides[at])) and not (_PART.fullmatch(sides[at][1]) or _halves(*sides[at], signed))]


def _halves(first: str, second: str, signed: bool) -> bool:
    """Whether a name is broken between two lines: 区住房和城乡|建设局; in a list that has signs elsewhere also 区公安局|交警大队."""
    return (signed or not is_agency(first)) and second[0] not in _LEVELS and is_agency(first + second)


def _is_one(item: str) -> bool:
    return is_agency(item) or is_name(item) or item.startswith("各") or (item[:1] in _LEVELS and bool(_ENDS.search(item[1:])))


def pure(actors: Actors, span: Span) -> list[Actor]:
    """The doers, where the range begins with one and holds nothing that no list does; else none."""
    found = listed(actors, span)
    if not found or _TOLD.match(actors.words, span.start) or any(_SAID.search(one.words) for one in found if not one.agency):
        return []
    first = found[0]
    known = first.agency or first.group or is_name(first.words) or _ENDS.search(first.words) or actors.whole(first.span)
    return found if known else []


def _items(actors: Actors, span: Span) -> Iterator[Actor]:
    words, cursor = actors.words, span.start
    while cursor < span.end:
        lead = _LEAD.match(words, cursor, span.end)
        found, at = actors.item(lead.end() if lead else cursor, span.end)
        if found:
            yield from found
        else:
            at = _end(words, cursor, span.end)
            yield from _piece(actors, Span(cursor, at))
        join = _JOIN.match(words, at, span.end)
        cursor = join.end() if join else max(at, cursor + 1)


def _end(words: str, start: int, end: int) -> int:
    """Where an item ends: at the next sign outside brackets."""
    depth = 0
    for i in range(start, end):
        depth += (words[i] == "（") - (words[i] == "）")
        if depth <= 0 and _SIGN.match(words, i):
            return i
    return end


def _piece(actors: Actors, span: Span) -> Iterator[Actor]:
    """The doer of an item whose name is not built like that of a body: a person, a firm (望溪公交)."""
    words = actors.words
    text = words[span.slice]
    if (aside := _ALIAS.search(text)) and aside.end() < len(text):
        yield Actor(span, _ALIAS.sub("", text))  # 区县（自治县，以下简称区县）|政府
        return
    for joint in _AND.finditer(text, 2):
        right = Span(span.start + joint.end(), span.end)
        if len(right) > 1 and (last := actors.whole(right)):
            yield from _piece(actors, Span(span.start, span.start + joint.start()))
            yield from last
            return
    text = _DOES.sub("", _ETC.sub("", _LEAD.sub("", text, count=1) if _LEAD.match(text) else text))
    text = re.sub(r"（[^（）]*）?$", "", text)
    if not 1 < len(text) <= _LONGEST or _TIME.fullmatch(text):
        return
    at = words.find(text, span.start, span.end)
    if at >= 0:
        name = person(text) or text
        at += text.find(name)
        yield Actor(Span(at, at + len(name)), name)


def person(text: str) -> str | None:
    """The name in an item that is a person with or without a title.

    >>> person("王涛副区长"), person("副区长王涛"), person("王涛同志"), person("区水务局")
    ('王涛', '王涛', '王涛', None)
    """
    for size in (4, 3, 2):
        front, rest = text[:size], text[size:]
        if is_name(front) and front[-1] not in "副常" and (not rest or _TITLE.fullmatch(rest) or (_RANK.fullmatch(rest) and holdings(rest))):
            return front
    for size in (3, 2, 4):
        rest, back = text[:-size], re.sub(r"同志$", "", text)[-size:]
        if is_name(back) and rest and _RANK.fullmatch(rest.removesuffix("同志")) and holdings(rest):
            return back
    return None


def _levelled(found: list[Actor]) -> list[Actor]:
    """市监察局、财政局: the level goes on over a name that only the list tells to be one."""
    out: list[Actor] = []
    level = ""
    for i, one in enumerate(found):
        begins = _LEVEL.match(one.words)
        if begins and len(one.words) > 2:
            level = begins[0]
        elif level and one.words[0] not in level and one.agency and not found[i - 1].agency and (lead := left_out(level, one.words)):
            one = replace(one, words=lead + one.words, agency=replace(one.agency, words=lead + one.words))
        out.append(one)
    return out


def _governed(found: list[Actor]) -> list[Actor]:
    """望溪区、青石县政府 are two governments; 各县党委和政府 are 各县党委, 各县政府."""
    out: list[list[Actor]] = []
    bodies: list[str] = []  # what the row of places behind has
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        before = found[i - 1] if i else None
        whole, bare = _GOVERNED.fullmatch(one.words), _BARE.fullmatch(one.words)
        twin = before and _GOVERNED.fullmatch(before.words)
        if bare and before and twin and twin["body"] != bare["body"] and one.span.start == before.span.end + 1:
            out.append([Actor(one.span, twin["place"] + bare["body"], before.group)])
            bodies = [bare["body"]]
        elif whole:
            out.append([one])
            bodies = [whole["body"], *(bodies if whole["body"] in _PARTY.split("|") else [])]
        elif bodies and _lacks(one, bodies[0]) and found[i + 1].span.start == one.span.end + 1:
            out.append([Actor(one.span, one.words + body) for body in bodies])
        else:
            out.append([one])
            bodies = []
    return [one for several in reversed(out) for one in several]


def _lacks(place: Actor, body: str) -> bool:
    """Whether a place that stands alone can have that body: 开发区 has no government, and a town no 管委会."""
    if place.group or not _PLACE.fullmatch(place.words):
        return False
    zone = _ZONE.search(place.words)
    return bool(zone) if body.startswith(("管", "党工委")) else not zone
