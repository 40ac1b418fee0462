"""Rosters of a notice: labels with the members below them, and the body that each roster is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.memo import per_notice
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.rosters.bodies import registry
from extract.rosters.cells import cells
from extract.rosters.entry import RosterEntry
from extract.rosters.mixed import mixed
from extract.rosters.naming import KIND, names
from extract.rosters.parties import parties
from extract.rosters.party import Party, ends_well, plausible
from extract.rosters.people import Member, people
from extract.rosters.roles import LISTS, ROLE, Label, labels
from extract.rosters.whose import GROUP, OFFICE, ROUTE, ROUTED, body_of, labelled, route_body, system
from kg.model import Gap, Notice, Span

_LONGEST = 12_000
_FIRST, _LINE = ("主任", "会长", "理事长", "主席", "队长"), 80
# 成员由…组成: the roster goes over into running text
_TOLD = re.compile(rf"{ROLE}(?:由|包括)")
_HOLDS = re.compile(rf"(?:同志)?(?:任|为|担任)(?:{ROLE})")
_TURNS = re.compile(ROLE)
_INSIDE, _BRACKET = re.compile(r"（[^（）]*\Z"), 60
SIGNS = ("，", "、", "；", "。")
_NAMES = re.compile(r"姓名")
# 成员：（按姓氏笔画为序）
_ORDER = re.compile(r"（[^（）]{0,14}(?:为序|排序|排名|顺序|先后|笔画|笔划|拼音|不分)[^（）]{0,6}）")
# the heading of the next part of the text
_NEXT_PART = re.compile(r"（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、")
_NUMBERED = re.compile(r"\d{1,2}[.．、](?!\d)")
# what is said of the members behind the last of them
_AFTERWARDS = re.compile(
    r"今后|[\u4e00-\u9fff]{0,12}(?:组|专班|委员会|会议|指挥部)由|附件|(?:以上|上述)(?:组成)?(?:人员|成员|同志)|[^，。：]{0,8}(?:组成人员|成员)(?:今后|如有|如因|若有|若因|因)"
)
_LIST_END = re.compile(
    r"[。！？]|(?:主要|工作)?职责[：是]|(?:领导小组|指挥部|委员会|联席会议|专班|小组)?(?:下设|办公室(?:设在|设于|主任由))"
    r"|，[^，。；、]{2,20}为(?:牵头|召集|组长|主任)单位"
)


@per_notice
def listed(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every member under a label, in the order of the text."""
    words, gaps = notice.words, notice.gaps
    found: list[RosterEntry] = []
    tables = [part.span for part in notice.tree.walk() if part.kind == "table" and _NAMES.search(words, *_ends(part.span))]
    every = [one for one in labels(words, gaps, Span(0, len(words))) if not any(table.holds(one.span) for table in tables)]
    body, last, role_of_last = "", -1, ""
    to = notice.head.addressees_span
    for i, label in enumerate(every):
        if to and to.holds(label.span) and to.start < label.span.start and gaps[label.span.start] < Gap.LINE:  # 指挥部各成员单位：
            continue
        told = _TURNS.match(words, label.span.end)
        of_members = told and label.role.endswith(("成员", "组员", "人员", "委员"))
        if told and of_members and any(is_name(words[told.end() : told.end() + n]) and words[told.end() + n : told.end() + n + 1] in SIGNS for n in (2, 3)):
            continue  # 组成人员：主任王涛，副主任李敏
        at = label.span.end
        if any(is_name(words[at : at + n]) and _HOLDS.match(words, at + n) for n in (2, 3)):
            continue  # 调整成员：王涛任组长
        follows = label.span.start - last <= 2 and last >= 0
        headed = label.strong or follows or (not label.line and (_headed(words, gaps, label, last) or _series(every[i : i + 2])))
        if not headed or (not label.strong and not follows and label.line):
            continue
        if label.role in _UNITS and not follows and not GROUP.search(words, max(0, label.span.start - 40), label.span.start):
            continue
        inside = _INSIDE.search(words, max(0, label.span.start - _BRACKET), label.span.start)
        closing = words.find("）", label.span.end) if inside else -1  # （组长：王涛，成员：各村支部书记）
        limit = label.line or (every[i + 1].span.start if i + 1 < len(every) else len(words))
        told = _TOLD.search(words, label.span.end, limit)
        limit = _before_body(words, gaps, told.start() if told else limit)
        limit = closing if 0 < closing < limit and "（" not in words[label.span.end : closing] else limit
        if role_of_last.startswith("办公室") and follows and _DEPUTY.fullmatch(label.role):  # 办公室主任：李敏；副主任：陈望
            label = replace(label, role="办公室" + label.role)
        entries = list(_under(notice, label, Span(label.span.end, min(limit, label.span.end + _LONGEST))))
        if not entries:
            continue
        near = last >= 0 and label.span.start - last <= 80 and label.role not in _HIGH
        apart = _names_body(words, last, label.span.start) or labelled(notice, label.span.start) or OFFICE.search(words[last : label.span.start])
        near = near and not apart
        if ROUTE.search(label.role) and not (follows and ROUTED.search(body)):
            above = names(words, Span(max(last, label.span.start - 60, 0), label.span.start), gaps)
            routed = [one.words for one in above if ROUTED.search(one.words)]
            body = (routed[-1] if routed else "") or route_body(notice, registry(notice)) or system(notice) or body
        elif not ROUTE.search(label.role) and (not (follows or near) or (role_of_last in _LOW and label.role in _HIGH)):
            body = body_of(notice, registry(notice), label.span.start, max(last, 0), label.role)
        role_of_last = label.role
        found += [replace(entry, body=body) for entry in entries]
        last = entries[-1].span.end
    return tuple(found)


def _before_body(words: str, gaps: bytes, end: int) -> int:
    """Where a list ends before the label `专班成员：`, whose body is no part of it."""
    kind = next((one for one in LISTS["body"] if words.endswith(one, 0, end) and gaps[end - len(one)] >= Gap.SPACE), "")
    return end - len(kind)


# these labels also stand under tasks; a group has them under its name
_UNITS = frozenset(("牵头单位", "参加单位", "参与单位"))
_DEPUTY = re.compile(r"(?:常务|专职|第一|执行)*副主任")
_LOW = frozenset(("成员", "组员", "副组长", "委员", "队员"))
_HIGH = frozenset(("组长", "总指挥", "指挥长", "队长", "班长", "总召集人"))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, min(span.end, span.start + 40)


def _names_body(words: str, start: int, end: int) -> bool:
    return any(names(words, Span(start, end))) or bool(GROUP.search(words, start, end))


# 决定成立区禁毒委员会。| 主任：王涛
_SET_UP = re.compile(
    rf"(?:成立|组建|设立|调整|充实)[^。]{{0,50}}(?:{KIND.pattern})[^。；：]{{0,16}}[。：]\Z"
    rf"|(?:{KIND.pattern})[^。；：]{{0,8}}(?:进行|作)[^。；：]{{0,6}}调整[。：]\Z"
)


def _series(two: list[Label]) -> bool:
    """A roster of a committee begins: 主任：…, and 副主任：… behind it."""
    heads = len(two) > 1 and two[0].colon and two[1].colon and two[0].role in _FIRST
    return heads and two[1].span.start - two[0].span.end <= _LINE and two[1].role.endswith(("副" + two[0].role, "委员", "成员", "理事"))


def _headed(words: str, gaps: bytes, label: Label, last: int) -> bool:
    """A weak label (主任, 委员) counts right after a heading that names a body."""
    start = max(last, label.span.start - 60, 0)
    before = words[start : label.span.start]
    line = max((at for at in range(start, label.span.start) if gaps[at] >= Gap.LINE), default=start)
    heading = words[line : label.span.start] if line > start else before
    if label.colon and _SET_UP.search(words, max(last, label.span.start - 90, 0), label.span.start):
        return True
    return bool(re.search(r"(?:名单(?:》的通知)?|组成人员|成员|委员|理事|人员|组成单位|如下|办公室|组|委员会|指挥部|专班)[：）。]?$", heading))


def _under(notice: Notice, label: Label, span: Span) -> Iterator[RosterEntry]:
    """The members below one label: people, else posts and agencies."""
    words, gaps = notice.words, notice.gaps
    order = _ORDER.match(words, span.start, span.end)
    parts = [*_NEXT_PART.finditer(words, span.start + 1, span.end)]
    if not _NUMBERED.match(words, span.start):  # 主任：王涛 | 2.财务处：
        parts += _NUMBERED.finditer(words, span.start + 1, span.end)
    parts += _AFTERWARDS.finditer(words, span.start + 1, span.end)
    heading = min((one for one in parts if gaps[one.start()] >= Gap.LINE), key=lambda one: one.start(), default=None)
    span = Span(order.end() if order else span.start, heading.start() if heading else span.end)
    signed = (one.start for one in (notice.head.issuers_span, notice.head.date_span) if one)
    span = Span(span.start, min([span.end, *(at for at in signed if at > span.start and gaps[at] >= Gap.LINE)]))
    members = people(words, gaps, span)
    if any(member.name for member in members):
        for member in mixed(words, gaps, span, members, notice.head.jurisdiction):
            if isinstance(member, Party):
                yield _of_party(label, member)
                continue
            posts = [] if member.name else parties(words, member.span, notice.head.jurisdiction)
            if len(posts) > 1 and all(post.kind == "post" and plausible(post) for post in posts):  # 各镇镇长、各办事处主任
                yield from (_of_party(label, post) for post in posts)
            else:
                yield _of_member(label, member)
        return
    if len(members) > 1:  # posts alone, one a line
        found = [party for line in _lines(gaps, members) for party in parties(words, line, notice.head.jurisdiction)]
        if all(map(plausible, found)):
            yield from (_of_party(label, party) for party in found)
            return
    signers = {name for issuer in notice.head.issuers for name in (issuer.mention, issuer.name)}
    if apart := cells(words, gaps, span, signers):
        yield from (_of_party(label, one) for cell in apart for one in parties(words, cell, notice.head.jurisdiction))
        return
    end = _LIST_END.search(words, span.start, span.end)
    stop = end.start() if end else span.end
    begins = [span.start]
    for at in range(span.start + 1, stop):
        if gaps[at] >= Gap.LINE and words[at - 1] not in "、，；" and _closed(words, gaps, at, stop):
            if not _goes_on(notice, at, stop):
                stop = at
                break
            begins.append(at)
    ends = [*begins[1:], min(stop, begins[-1] + 3000)]
    found = [one for part in map(Span, begins, ends) for one in parties(words, part, notice.head.jurisdiction)]
    if sum(map(plausible, found)) >= 0.7 * len(found):
        yield from (_of_party(label, party) for party in found if plausible(party))


def _lines(gaps: bytes, members: list[Member]) -> list[Span]:
    """The members of each line together."""
    lines = [members[0].span]
    for member in members[1:]:
        if gaps[member.span.start] >= Gap.LINE:
            lines.append(member.span)
        else:
            lines[-1] = Span(lines[-1].start, member.span.end)
    return lines


_SHORTEST = 6
_SENT = re.compile(r"(?:抽调|选派|派出?|抽)(?:\d|[一二两三])(?:名工作人员|名|人)$")


def _closed(words: str, gaps: bytes, at: int, stop: int) -> bool:
    """Whether a list ends with the line before: a list goes on over a line that was full."""
    before = re.split(r"[、，；：]", words[max(0, at - 40) : at])[-1]
    if (ends_well(before) or _SENT.search(before)) and words[at] not in "、，；和及与等":
        return True
    return gaps[at] == Gap.BLANK or bool(re.match(r"[（一二三四五六七八九十\d第附]|办公室|领导小组|指挥部|联席|职责", words[at : at + 6]))


def _goes_on(notice: Notice, at: int, stop: int) -> bool:
    """The line that begins here is more of the list: 各街道党工委书记、各镇党委书记."""
    words, gaps = notice.words, notice.gaps
    end = next((i for i in range(at + 1, stop) if gaps[i] >= Gap.LINE), stop)
    line = Span(at, end)
    if gaps[at] == Gap.BLANK or len(line) < _SHORTEST or re.search("[：。，；]", words[line.slice]):
        return False
    found = parties(words, line, notice.head.jurisdiction)
    several = len(found) > 1 or words[at] == "各"
    return several and all(plausible(one) and not one.name for one in found) and ends_well(words[line.slice].split("、")[-1])


def _of_member(label: Label, member: Member) -> RosterEntry:
    return RosterEntry(
        role=label.role,
        kind="person" if member.name else "post",
        span=member.span,
        role_span=label.span,
        name=member.name,
        name_span=member.name_span,
        post=member.post,
        post_span=member.post_span,
        agency=member.agency,
        holdings=tuple(holdings(member.post)) if member.post else (),
    )


def _of_party(label: Label, party: Party) -> RosterEntry:
    post = party.post if party.kind == "person" else party.words if party.kind == "post" else ""
    return RosterEntry(
        role=label.role,
        kind=party.kind,
        span=party.span,
        role_span=label.span,
        name=party.name,
        name_span=party.name_span,
        post=post,
        post_span=party.post_span,
        agency=party.words if party.kind == "agency" else "",
        group=party.group,
        holdings=tuple(holdings(post)) if party.name and post else (),
    )
