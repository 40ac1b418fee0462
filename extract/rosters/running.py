"""Members named in running text: `由区长任组长、各部门主要负责人为成员`, `办公室主任由区水务局局长兼任`, `联席会议由…等单位组成`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.lexicon import either
from extract.memo import per_notice
from extract.mentions.house import house_before
from extract.mentions.person import name_list
from extract.rosters.blocks import listed
from extract.rosters.bodies import Registry, registry
from extract.rosters.body import Body
from extract.rosters.composed import GROUPS, JOINED, LEADING, composed, entry_of, lead_role, leads, said_level
from extract.rosters.entry import RosterEntry
from extract.rosters.naming import KIND, Name, is_bare, kinds, names
from extract.rosters.parties import parties
from extract.rosters.party import TAIL, Party, plausible
from extract.rosters.reach import members_before, members_behind
from extract.rosters.roles import LISTS, RANK, STRONG_ROLE
from extract.rosters.whose import ROUTE, route_body
from extract.sentences import sentences
from kg.model import Notice, Span

_HOLDERS = ["主任", "委员", "秘书长", "秘书", "顾问", "联络员", "会长", "理事长", "队长", "主席", "理事", "监事", "常务理事"]
_WEAK = [*_HOLDERS, "牵头"]
_ROLE = rf"{RANK}(?:{either([*LISTS['strong'], *_WEAK])})(?:单位)?"
_OF = rf"(?P<of>(?:{either(LISTS['body'])})?(?:的)?)(?P<office>(?:工作)?办公室)?"
_COUNT = r"(?:（?(?:[一二两三四五六七八九十\d]+|若干)[人名]）?)?"
# 任组长, 为成员单位: the members stand before
AFTER = re.compile(
    rf"(?:(?:共同|分别|同时)?(?:担任|兼任|出任|[任为兼])|作为|等(?=成员单位的))(?:本|该|县|市|区|省|镇|乡)?(?P<whose>[\u4e00-\u9fff“”]{{2,24}}?(?:领导小组|工作组|"
    rf"专班|指挥部|联席会议|联席会|委员会|(?<![小作导])(?<!纪检|监察)组(?=副?组长))|[\u4e00-\u9fff]{{2,4}}(?<!领导)(?<!工作)小组(?=副?组长))?{_OF}(?:领导(?=成员))?(?P<role>{_ROLE})(?:（兼）)?(?:兼(?P<also>(?:办公室)?{_ROLE}))?(?=[，；。、的（）]|$|和|及|并|成立|组成|牵头)"
)
# 组长由, 成员单位包括：, 办公室主任区水务局局长兼任: the members stand behind
BEFORE = re.compile(
    rf"(?P<whose>[\u4e00-\u9fff]{{2,8}}(?<![小作导])(?<!纪检|监察)组(?=副?组长))?{_OF}(?P<role>{_ROLE}){_COUNT}(?:[，：]?(?:分别|原则上|均|暂|一般|可)?由|[为是](?![主第负本由])|：?(?:主要)?(?:包括|包含)：?|有：|(?<=成员单位)有(?![关权责下以]))|"
    rf"(?P<of2>)办公室(?P<role2>(?:常务|专职)?副?主任)(?=[^，。；由]{{3,30}}?(?:兼任|担任|兼）))"
)
# 组长周某，成员黄某、韩某
# (主任王涛，副主任李敏、陈望 only where a body is spoken of)
NAMED = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])(?P<whose>[\u4e00-\u9fff]{{2,8}}组)?{_OF}(?<!党组)(?<!党委)(?<!工委)(?<!班子)(?P<role>{RANK}(?:{either(LISTS['strong'])}))|(?:(?<=[，；：由])|(?<=委员会)(?=主任(?:委员)?[\u4e00-\u9fff]{{2,3}}[，；]副主任))(?P<weak>{RANK}(?:{either(_HOLDERS)}))(?:（[^（），]{{2,14}}）)?：?)"
    r"(?:(?<=长)，|(?<=员)，)?(?=[\u4e00-\u9fff]{2,20}(?:[、，。；（]|$))"
)
_NAMES_END = re.compile(r"(?:等[^，。；、]{0,6})?组成|[，。；]|$")
_BEHIND = 3
_SHORT, _OF_GROUP = 6, 8  # characters of 区食安委, and of the name of a group
_NAME = 70
_REACH = 120  # characters in which the name of a body ends
_MEMBERS = ("成员", "组员", "委员", "成员单位")
_ITEM = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])")
_GROUP_HEAD = re.compile(
    r"(?P<name>(?:(?!下设|分[为设]|[一二三四五六七八九十]个)[\u4e00-\u9fff“”]){2,16}(?:组|专班|小分队))(?=[。：（]|由|组长|，(?:组长|由)|$)"
)
_GROUP_CLAUSE = re.compile(r"(?P<name>[\u4e00-\u9fff“”]{2,16}?(?<!小)组)(?=副?组长|由|，|：)")
_SET_UP = re.compile(r"成立|组建|设立|决定")
_CLOSE = re.compile(
    r"(?:共同|分别|轮流)?(?:担任|兼任|兼）|（兼|出任|接任|接替)|(?<!党)组成(?!员|单位)"
    r"|参加(?!人员)|[。；]|(?<=[^，、])为成员|(?<!主)任(?!务|期|命|主)"
)
_APPOINTS = re.compile(r"任命|免去|聘任|提名|推荐|决定任|不再担任|辞去|选举(?!委员会|办|工作|领导)")
_SET_OFF = re.compile(r"(?:^|[，；。：（）设其置配]|设立|配备|名单|如下)$")
# 组长由王涛调整为李敏
_CHANGED = re.compile(r"[^，。；由]{2,30}?(?:调整|变更|更换|改)为(?P<now>[^，。；]{2,30})")
_GROUP_OF = re.compile(r"[\u4e00-\u9fff]{2,8}(?<![小作导])(?<!纪检|监察)组")
# 由李敏同志接替王涛同志 | 任组长
_REPLACED = re.compile(r"(?:接替|接任|代替)[^，。；]{2,40}$")
# 专题组组长, of any such group
_ANY_GROUP = re.compile(r"[\u4e00-\u9fff]组$")
_ROLE_WORD = re.compile(r"组长|主席|指挥|召集|主任|成员|委员|秘书长|政委|[路河林湖链田街]长|班长|队长|组员|组成|联络员|顾问|会长|理事长|协调人|负责人")
# 各省要成立相应的机构，由一名负责同志任组长
# the office of a body, not 区政府办公室
_OFFICE = re.compile(r"(?:^|[，。；：、）下设立置的其]|小组|指挥部|会议|联席会|委员会|专班|组|部|工作|长制|安委会)办公室")
_OTHERS = re.compile(r"(?:相应|各自)的?[^，。；]{0,12}(?:机构|小组|组织|机制|专班|指挥部)")
_SHARED = re.compile(r"(?:分管|主管|有关|相关|其他)(?:副职)?(?:领导|负责人|负责同志|领导同志)")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A role in a sentence, and on which side of it its members stand; `also` the second of 任组长兼联络员."""

    span: Span
    role: str
    of: str
    ahead: bool
    also: str = ""


@per_notice
def spoken(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every member that running text names, in the order of the text."""
    words = notice.words
    known = registry(notice)
    found: list[RosterEntry] = []
    office_told, group, numbered = False, "", False
    people = frozenset(entry.name for entry in listed(notice) if entry.name)
    tables = [part.span for part in notice.tree.walk() if part.kind == "table"]
    for sentence in sentences(notice):
        if any(table.holds(sentence) for table in tables):
            continue
        told = words[sentence.slice]
        group = _group(told, group, numbered) if group or len(told) <= 45 or "组" in told[:20] else ""
        numbered = bool(_ITEM.fullmatch(told))
        led = "牵头" in told and (group or "牵头的" in told or "牵头单位" in told or JOINED.search(told) or GROUPS.search(told))
        if not _ROLE_WORD.search(told) and not led:
            office_told = told.rstrip("。").endswith("办公室")
            continue
        found += _of_sentence(notice, known, sentence, told, office_told, people, group)
        office_told = told.rstrip("。").endswith("办公室")
    return tuple(found)


def _of_sentence(
    notice: Notice, known: Registry, sentence: Span, told: str, office_told: bool, people: frozenset[str], group: str
) -> Iterator[RosterEntry]:
    words = notice.words
    anchors = _anchors(told)
    end_before, before, settled = 0, "", False
    read: list[Span] = []  # members: a body in them is whose post they hold
    for i, anchor in enumerate(anchors):
        limit = anchors[i + 1].span.start if i + 1 < len(anchors) else len(told)
        if anchor.ahead:
            replaced = _REPLACED.search(told, end_before, anchor.span.start)
            described = any(body.span.start <= sentence.start + anchor.span.start < body.named.start for body in known.acted)
            span = members_before(told, end_before, replaced.start() if replaced else anchor.span.start, people, described)
            end_before = anchor.span.end
        else:
            close = _CLOSE.search(told, anchor.span.end, limit)
            span = members_behind(told, anchor.span.end, close.start() if close else limit)
            changed = _CHANGED.match(told, span.start, limit)
            span = Span(*changed.span("now")) if changed else span
            end_before = close.end() if close else max(anchor.span.end, span.end)
        if span is None or len(span) == 0 or _OTHERS.search(told, 0, anchor.span.start):
            continue
        role = anchor.role
        in_office = office_told or bool(_OFFICE.search(told, 0, anchor.span.start))
        if in_office and not known.acted and _of_a_house(told):
            continue
        if re.fullmatch(r"(?:常务|专职|执行|第一)*副?主任", role) and in_office:
            role = "办公室" + role
        at = sentence.start + anchor.span.start
        if anchor.of.endswith("委员会") and not STRONG_ROLE.fullmatch(role) and known.owner(anchor.of, at) not in known.acted:
            continue  # 任市科学技术委员会主任: a house
        if role == "牵头单位" and not KIND.search(told):  # of a task
            continue
        if not STRONG_ROLE.fullmatch(role) and not role.startswith("办公室") and not settled and not _settled(known, at + len(anchor.of)):
            continue
        described = any(body.span.start <= at < body.named.start for body in known.acted)  # 成立…为成员的X领导小组
        inside = _group_of(told, anchor.span.start) or (group if group in told[: anchor.span.start] else "")
        more = anchor.role in _MEMBERS and not anchor.of and not described and not inside
        within = inside or group
        body = (_listed_before(notice, sentence.start) if more else "") or _body(notice, known, sentence, anchor, within, read)
        if not body:
            continue
        settled = True
        read.append(span.shift(sentence.start))
        role = role.removeprefix("办公室") if body.endswith("办公室") else role
        leading = LEADING.match(told, span.start, span.end) if anchor.ahead and role == "成员" else None
        if leading:  # 由A牵头，B、C为成员
            yield from leads(notice, Span(*leading.span("lead")).shift(sentence.start), body, lead_role(leading))
            span = Span(leading.end(), span.end)
        members = parties(words, span.shift(sentence.start), notice.head.jurisdiction, people, said_level(leading))
        for member in members:
            if not plausible(member):
                continue
            member = _whole(member, before)
            before = member.words if member.kind == "post" else ""
            said = "成员单位" if leading and not leading["calls"] and member.kind == "agency" else role
            for one in filter(None, (said, anchor.also)):
                yield entry_of(member, one, Span(at, sentence.start + anchor.span.end), body, "after" if anchor.ahead else "before")
    yield from composed(notice, known, sentence, told, group)


def _listed_before(notice: Notice, at: int) -> str:
    """The body of the roster right before a sentence: 调查组组长：王涛…。成员由…组成."""
    found = listed(notice)
    last = bisect_right(found, at, key=lambda one: one.span.start) - 1
    return found[last].body if last >= 0 and 0 <= at - found[last].span.end <= _BEHIND else ""


def _anchors(told: str) -> list[_Anchor]:
    found = [
        _Anchor(Span(m.start(), m.end()), _role(m), m["whose"] or m["of"], ahead=True, also=m["also"] or "")
        for m in AFTER.finditer(told)
        if not _APPOINTS.search(told, _clause(told, m.start()), m.start())
        and not (m["whose"] and not STRONG_ROLE.fullmatch(m["role"]) and not m["whose"].endswith("委员会"))
    ]
    taken = [anchor.span for anchor in found]
    for m in BEFORE.finditer(told):
        if not any(span.meets(Span(*m.span())) for span in taken):
            weak = not STRONG_ROLE.fullmatch(m["role"] or "") and not m["office"]
            of_body = m["role"] and (m["of"] or any(kind.end() == m.start() for kind in kinds(told, max(0, m.start() - 8), m.start())))
            if weak and not of_body and not _SET_OFF.search(told[: m.start()]):
                continue
            if told.endswith("由", m.start(), m.end()) and any(_ends_list(told, m.end(), anchor) for anchor in found if anchor.ahead):
                continue  # 调整组成人员，由王涛任组长
            found.append(_Anchor(Span(m.start(), m.end()), _role(m), m["whose"] or m["of"] or "", ahead=False))
    taken = [anchor.span for anchor in found]
    for m in NAMED.finditer(told):
        if m["weak"] and not (KIND.search(told, 0, m.start()) or "组成" in told[: m.start()]):
            continue
        names_end = _NAMES_END.search(told, m.end())
        if names_end and _people_only(told, Span(m.end(), names_end.start())) and not any(span.meets(Span(*m.span())) for span in taken):
            found.append(_Anchor(Span(m.start(), m.end()), m["weak"] or _role(m), m["whose"] or m["of"] or "", ahead=False))
    return sorted(found, key=lambda anchor: anchor.span.start)


def _ends_list(told: str, start: int, anchor: _Anchor) -> bool:
    """The list that begins at a place ends in another role."""
    return start < anchor.span.start and not re.search("[，。；：]", told[start : anchor.span.start])


def _people_only(told: str, span: Span) -> bool:
    """A list of names, each perhaps with the agency before it: 王涛、李敏; 卫生部王涛、农业部李敏."""
    if name_list(told, span):
        return True
    found = parties(told, span)
    return bool(found) and all(one.name for one in found)


def _clause(told: str, at: int) -> int:
    """Where the ；-clause begins in which a place lies: 任命A为主任，B、C…为委员 is of one verb."""
    return max(told.rfind("；", 0, at), told.rfind("。", 0, at)) + 1


def _role(found: re.Match[str]) -> str:
    if "role2" in found.re.groupindex and found["role2"]:
        return "办公室" + found["role2"]
    return ("办公室" if found["office"] else "") + found["role"]


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


def _settled(known: Registry, at: int) -> bool:
    """A weak role (主任, 委员, 秘书长) counts where a body is spoken of just before."""
    if any(body.span.start <= at < body.named.start for body in known.acted):  # 成立市长任主任的规划委员会
        return True
    near = [body for body in (*known.acted, *known.named) if 0 <= at - body.named.end <= 200]
    if not near:
        near = [body for body in known.acted if body.seat_span and 0 <= at - body.seat_span.end <= 200]
    return bool(near)


def _group(told: str, before: str, numbered: bool = False) -> str:
    """The group of a body that the text speaks of: `综合协调组。组长由…担任` goes on until another heading or body.

    `numbered` where a number stands before it: 督查组 is then one of them, else what any such group is called.
    """
    label = _ITEM.match(told)
    rest = told[label.end() :] if label else told
    found = _GROUP_HEAD.match(rest)
    one_of_them = bool(found and (label or numbered) and len(found["name"]) <= _OF_GROUP)
    if found and (one_of_them or not KIND.fullmatch(found["name"][-4:])) and not is_bare(found["name"], "组") and not _SET_UP.search(found["name"]):
        return found["name"]
    whole = next(iter(names(rest, Span(0, len(rest)))), None) if len(rest) <= 40 and KIND.search(rest) else None
    if whole and not whole.bare and rest[whole.span.end :].strip("。：") == "" and whole.span.start == 0:
        return whole.words
    other = (label and label.end() > 0) or (len(rest.strip("。")) <= 12 and not re.search(r"[由任为]", rest)) or any(True for _ in kinds(told, 0, len(told)))
    return "" if other else before


def _group_of(told: str, at: int) -> str:
    """The group with whose name the ；-clause of a place opens: ；督查组组长由王涛担任，成员单位为区审计局."""
    start = max(told.rfind("；", 0, at), told.rfind("：", 0, at)) + 1
    found = _GROUP_CLAUSE.match(told, start, at) if start else None
    return found["name"] if found else ""


def _body(notice: Notice, known: Registry, sentence: Span, anchor: _Anchor, group: str, read: list[Span]) -> str:
    """The body that a role in a sentence is of."""
    at = sentence.start + anchor.span.start
    for body in known.acted:
        if body.span.start <= at < body.named.start:  # 成立以…为组长的X领导小组
            return body.name
    if not anchor.of.strip("的") and anchor.role.startswith("办公室"):
        seated = [body.name for body in known.acted if body.seat_span and sentence.start <= body.seat_span.start < at]
        if seated:  # 办公室设在区水务局，王涛兼办公室主任, behind the groups of the body
            return seated[-1]
    other = _GROUP_OF.fullmatch(anchor.of) and not group.endswith(anchor.of)
    if group and not other and not anchor.of.strip("的").endswith(("领导小组", "指挥部")):
        return group
    if anchor.of.strip("的"):
        of = _named_so(known, sentence, at, anchor.of.strip("的"))
        owner = known.owner(of, at)
        if owner is None and _GROUP_OF.fullmatch(of):  # 王涛任工程组组长; 专题组组长由…担任, where no such group was told of, is of any
            return of if anchor.ahead or re.search(rf"(?<![个各]){of}", notice.words[:at]) else ""
        return owner.name if owner else of if KIND.search(of) and len(of) > 5 else known.unnamed(of, at)
    return (route_body(notice, known) if ROUTE.search(anchor.role) else "") or _spoken_of(known, sentence, at, read)


def _named_so(known: Registry, sentence: Span, at: int, of: str) -> str:
    """The whole name that ends in the kind before a role: 专项应急|指挥部|指挥长."""
    end = at + len(of)
    near = Span(max(sentence.start, end - _REACH), min(end, sentence.end))
    whole = next((name for name in known.names(near) if name.span.end == end and not name.bare), None)
    return whole.words if whole else of


def _in_list(words: str, name: Name) -> bool:
    """A body known by its short name that stands among houses: 区妇联、区关工委等单位组成."""
    return len(name.words) <= _SHORT and (words[name.span.start - 1] == "、" or words[name.span.end : name.span.end + 1] == "、")


def _spoken_of(known: Registry, sentence: Span, at: int, read: list[Span]) -> str:
    """The body named last before a place, not among members: in the sentence, else in the notice."""
    said = [name for name in known.names(Span(sentence.start, at)) if not any(members.meets(name.span) for members in read) and not _in_list(known.words, name)]
    if _ANY_GROUP.search(known.words, max(sentence.start, at - 8), at) and not (said and at - said[-1].span.end <= 1):
        return ""
    for name in reversed(said):
        owner = known.owner(name.words, at)
        if owner:
            return owner.name
        if name.bare and at - name.span.end <= 1:  # 督导组组长, of any such group
            return ""
        if not name.bare:
            return name.words
    just = [name for name in known.names(Span(max(0, sentence.start - _NAME), sentence.start)) if not name.bare and sentence.start - name.span.end <= 1]
    if just and (owner := known.owner(just[-1].words, at)):  # 成立A领导小组。由王涛任组长
        return owner.name
    near: list[Body] = [body for body in known.named if body.named.start <= at and at - body.named.end <= 300]
    acted = [body for body in known.acted if body.named.start <= at]
    if acted and (not near or near[-1].named.start <= acted[-1].named.start or at - acted[-1].named.end <= 600):
        return acted[-1].name
    if near:
        owner = known.owner(near[-1].name, at)
        return owner.name if owner else near[-1].name
    owner = known.owner("", at)
    return owner.name if owner else known.unnamed(said[-1].kind if said else "", at)
