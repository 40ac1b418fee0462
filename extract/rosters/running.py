"""Members named in running text: `由区长任组长、各部门主要负责人为成员`, `办公室主任由区水务局局长兼任`, `联席会议由…等单位组成`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.memo import per_notice
from extract.mentions.house import house_before
from extract.rosters.anchors import Anchor, anchors
from extract.rosters.blocks import listed
from extract.rosters.bodies import Registry, registry
from extract.rosters.composed import GROUPS, JOINED, LEADING, composed, entry_of, lead_role, leads, said_level
from extract.rosters.entry import RosterEntry
from extract.rosters.naming import KIND, kinds
from extract.rosters.parties import parties
from extract.rosters.party import TAIL, Party, plausible
from extract.rosters.reach import members_before, members_behind
from extract.rosters.roles import STRONG_ROLE
from extract.rosters.spoken_of import (
    ITEM,
    body_at,
    described_at,
    group_of_clause,
    group_told,
    listed_before,
    settled,
)
from extract.sentences import sentences
from kg.model import Notice, Span

_MEMBERS = ("成员", "组员", "委员", "成员单位")
_CLOSE = re.compile(
    r"(?:共同|分别|轮流)?(?:担任|兼任|兼）|（兼|出任|接任|接替)|(?<!党)组成(?!员|单位)"
    r"|参加(?!人员)|[。；]|(?<=[^，、])为成员|(?<!主)任(?!务|期|命|主)"
)
# 组长由王涛调整为李敏
_CHANGED = re.compile(r"[^，。；由]{2,30}?(?:调整|变更|更换|改)为(?P<now>[^，。；]{2,30})")
# 由李敏同志接替王涛同志 | 任组长
_REPLACED = re.compile(r"(?:接替|接任|代替)[^，。；]{2,40}$")
_ROLE_WORD = re.compile(r"组长|主席|指挥|召集|主任|成员|委员|秘书长|政委|[路河林湖链田街]长|班长|队长|组员|组成|联络员|顾问|会长|理事长|协调人|负责人")
# the office of a body, not 区政府办公室
_OFFICE = re.compile(r"(?:^|[，。；：、）下设立置的其]|小组|指挥部|会议|联席会|委员会|专班|组|部|工作|长制|安委会)办公室")
# 各省要成立相应的机构，由一名负责同志任组长
_OTHERS = re.compile(r"(?:相应|各自)的?[^，。；]{0,12}(?:机构|小组|组织|机制|专班|指挥部)")
_SHARED = re.compile(r"(?:分管|主管|有关|相关|其他)(?:副职)?(?:领导|负责人|负责同志|领导同志)")
_OF_OFFICE = re.compile(r"(?:常务|专职|执行|第一)*副?主任")


@per_notice
def spoken(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every member that running text names, in the order of the text."""
    words = notice.words
    known = registry(notice)
    found: list[RosterEntry] = []
    office_told, group, numbered = False, "", False
    people = frozenset(entry.name for entry in listed(notice) if entry.name)
    called = tuple(one for body in known.acted for one in body.aliases)
    tables = [part.span for part in notice.tree.walk() if part.kind == "table"]
    for sentence in sentences(notice):
        if any(table.holds(sentence) for table in tables):
            continue
        told = words[sentence.slice]
        group = group_told(told, group, numbered) if group or len(told) <= 45 or "组" in told[:20] else ""
        numbered = bool(ITEM.fullmatch(told))
        led = "牵头" in told and (group or "牵头的" in told or "牵头单位" in told or JOINED.search(told) or GROUPS.search(told))
        if not _ROLE_WORD.search(told) and not led:
            office_told = told.rstrip("。").endswith("办公室")
            continue
        found += _of_sentence(notice, known, sentence, told, office_told, people, group, called)
        office_told = told.rstrip("。").endswith("办公室")
    return tuple(found)


def _of_sentence(
    notice: Notice, known: Registry, sentence: Span, told: str, office_told: bool, people: frozenset[str], group: str, called: tuple[str, ...]
) -> Iterator[RosterEntry]:
    every = anchors(told, called)
    end, before, sure = 0, "", False
    read: list[Span] = []  # members: a body in them is whose post they hold
    for anchor, limit in zip(every, [*(one.span.start for one in every[1:]), len(told)], strict=False):
        at = sentence.start + anchor.span.start
        described = described_at(known, at) is not None  # 成立…为成员的X领导小组
        span, end = _list_at(told, anchor, end, limit, people, described)
        if not span or _OTHERS.search(told, 0, anchor.span.start):
            continue
        in_office = office_told or bool(_OFFICE.search(told, 0, anchor.span.start))
        role = "办公室" + anchor.role if in_office and _OF_OFFICE.fullmatch(anchor.role) else anchor.role
        if (in_office and not known.acted and _of_a_house(told)) or _of_no_body(known, told, anchor, role, at, sure):
            continue
        inside = group_of_clause(told, anchor.span.start) or (group if group in told[: anchor.span.start] else "")
        more = anchor.role in _MEMBERS and not (anchor.of or described or inside)
        body = (listed_before(notice, sentence.start) if more else "") or body_at(notice, known, sentence, anchor, inside or group, read)
        if not body:
            continue
        sure = True
        read.append(span.shift(sentence.start))
        role = role.removeprefix("办公室") if body.endswith("办公室") else role
        leading = LEADING.match(told, span.start, span.end) if anchor.ahead and role == "成员" else None
        if leading:  # 由A牵头，B、C为成员
            yield from leads(notice, Span(*leading.span("lead")).shift(sentence.start), body, lead_role(leading))
            span = Span(leading.end(), span.end)
        for member in filter(plausible, parties(notice.words, span.shift(sentence.start), notice.head.jurisdiction, people, said_level(leading))):
            member = _whole(member, before)
            before = member.words if member.kind == "post" else ""
            said = "成员单位" if leading and not leading["calls"] and member.kind == "agency" else role
            for one in filter(None, (said, anchor.also)):
                yield entry_of(member, one, anchor.span.shift(sentence.start), body, "after" if anchor.ahead else "before")
    yield from composed(notice, known, sentence, told, group)


def _list_at(told: str, anchor: Anchor, start: int, limit: int, people: frozenset[str], described: bool) -> tuple[Span | None, int]:
    """The list of members before or behind a role, between where the last one ended and the next role; and where this one ends."""
    if anchor.ahead:
        replaced = _REPLACED.search(told, start, anchor.span.start)
        return members_before(told, start, replaced.start() if replaced else anchor.span.start, people, described), anchor.span.end
    close = _CLOSE.search(told, anchor.span.end, limit)
    span = members_behind(told, anchor.span.end, close.start() if close else limit)
    changed = _CHANGED.match(told, span.start, limit)
    span = Span(*changed.span("now")) if changed else span
    return span, close.end() if close else max(anchor.span.end, span.end)


def _of_no_body(known: Registry, told: str, anchor: Anchor, role: str, at: int, sure: bool) -> bool:
    """A post of a house (任市科学技术委员会主任), who leads a task, or a weak role where no body is spoken of; `sure` where the sentence gave another role."""
    if anchor.of.endswith("委员会") and not STRONG_ROLE.fullmatch(role) and known.owner(anchor.of, at) not in known.acted:
        return anchor.ahead or not any(one.end() == anchor.span.start + len(anchor.of) for one in kinds(told, 0, anchor.span.start + len(anchor.of)))
    if role == "牵头单位" and not KIND.search(told):
        return True
    return not (STRONG_ROLE.fullmatch(role) or role.startswith("办公室") or sure or settled(known, at + len(anchor.of)))


def _whole(member: Party, before: str) -> Party:
    """分管负责人 after 县政府主要负责人 is that of the 县政府."""
    if member.kind == "post" and before and _SHARED.fullmatch(member.words):
        tail = TAIL.search(before)
        if tail and tail.end() == len(before):
            return replace(member, words=before[: tail.start()] + member.words)
    return member


def _of_a_house(told: str) -> bool:
    """The posts are those of an agency that the sentence opens with: 望溪新区建设办公室由王涛同志任主任."""
    by = told.find("由")
    return by > 0 and bool(house_before(told, 0, by + 1))
