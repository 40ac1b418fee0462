"""Bodies told by what they are made of: `联席会议由A、B等单位组成`, `聘请A、B组成X小组`, `由A牵头，B、C参加`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.mentions.post import holdings
from extract.rosters.bodies import Registry
from extract.rosters.body import Body
from extract.rosters.entry import RosterEntry
from extract.rosters.naming import KIND
from extract.rosters.parties import parties
from extract.rosters.party import AGENCY_END, TAIL, Party, plausible
from extract.rosters.roles import ROLE
from kg.model import Notice, Span

# 由A、B等单位组成
MADE_OF = re.compile(r"(?:由|以)(?P<list>[^。；由]{4,900}?)(?:共同|联合|构成)?组成(?!人员|员|部门|部分|材料)")
# 建立由区民政局牵头的X联席会议
HEADED = re.compile(r"(?<=[建设成])立由(?P<lead>[^，。；：由]{2,24}?)(?:总?牵头|负责牵头)的")
# 成立由区环保局牵头，区公安分局、区城管局等部门参加的X专班
JOINED = re.compile(
    r"(?<=[建设成])立了?由(?P<lead>[^，。；：由]{2,40}?)(?:总?牵头|负责牵头)，(?P<list>[^。；：由]{2,300}?)(?:共同|联合)?(?:参加|参与|组成|配合)的(?=[^，。；]{2,40}(?:组|专班|会议|机制|指挥部|委员会))"
)
# 成立由A任召集人、B参加的联席会议
_TAKING_PART = re.compile(rf"[任为](?:{ROLE})[，、](?P<list>[^。；：任为]{{2,300}}?)(?:共同|联合)?(?:参加|参与)的")
# 省民政部门牵头，财政、教育等部门组成: the level is said once
_LEVEL = re.compile(r"自治区|[省市区县州旗](?=..)")
# 联席会议由区民政局牵头，区财政局等部门组成: the lead is no part of the list
LEADING = re.compile(r"(?P<lead>[^，。；、]{2,40}?)(?:总?牵头|为牵头单位|负责牵头|(?P<calls>召集))，")
# 配合 is said of the work
_JOINS = "(?:共同|联合|协同)?(?:参加|组成|参与)"
# in a group: 由A牵头，B、C等单位参加; 医疗组：A牵头，B参加; 宣传组（A牵头，B参加）
LED = re.compile(
    rf"(?:由|^|(?<=[组班][：，（。]))(?P<lead>[^，。；：（由]{{2,60}}?)(?:总?牵头|负责牵头)，(?P<list>[^。；：（）]{{2,400}}?){_JOINS}(?=[，。；）]|$)"
    r"|(?:^|(?<=[组班][：，（。]))牵头(?:单位|部门)(?:为|是|：)?(?P<lead2>[^，。；：（]{2,60})[，；](?:成员|配合|参加|参与|协助)(?:单位|部门)(?:为|是|有|包括|：)?(?P<list2>[^。；：（）]{2,400})(?=[。；）]|$)"
)
# 由A牵头，成员包括B、C: who leads it, before a list that says itself what it is
BEFORE_LIST = re.compile(
    r"(?:^由?|由|(?<=[组班][：，（。]))(?P<lead>[^，。；：（由]{2,60}?)(?:总?牵头|负责牵头)，成员(?:单位)?(?:主要)?(?:包括|包含|由|为|是|有|：)"
)
GROUPS = re.compile(
    r"(?:^|(?<=[；。：）、，]))(?P<group>[\u4e00-\u9fff“”]{2,16}(?:(?<!小)组|(?<=专项)小组|专班))，?由(?P<lead>[^，。；由]{2,60}?)(?:总?牵头|负责牵头)"
    rf"(?:，(?P<list>[^。；]{{2,400}}?){_JOINS})?(?=[，。；]|$)(?![^。；]{{2,60}}(?:配合|协助))"
)
# 成立X委员会，由A、B各派一位负责同志参加
SENT = re.compile(
    r"(?:^|[，；])由?(?P<list>[^。；，由]{4,300}?)(?:(?P<who>各?派出?[一1]?[名位]?(?:负责(?:同志|人)|代表|干部|领导)(?:[一1][名位人])?)|派[员人])(?:参加|参与|为成员|为委员|组成)(?=[，。；]|$)"
)
# 聘请A、B专家组成决策咨询小组
GATHERED = re.compile(
    r"(?:聘请|邀请|抽调|选派|组织|由)(?P<list>(?:(?!聘请|邀请|抽调|[担兼]?任(?!务))[^。；]){4,300}?)组成"
    r"(?P<body>[^，。；的]{0,30}(?:小组|组|专班|委员会|指挥部|联席会议|队))"
)
# 以王涛为主任，李敏为副主任，其余为委员
# 王涛不再担任联席会议成员，由李敏接任
_FOLLOWED = re.compile(
    rf"不再(?:担任|兼任|任)(?P<of>[\u4e00-\u9fff]{{0,24}}?)(?P<role>(?:办公室)?{ROLE})(?:职务)?，(?:相应职务|其职务)?(?:改)?由(?P<list>[^，。；]{{2,40}}?)(?:同志)?(?:接任|接替|继任|担任|替补|递补)"
)
_REST = re.compile(r"(?<=[，。；])其?余(?:同志|人员|各位|均|皆|都|的)*[为任](?P<role>委员|组员|成员)")
# 由王涛任总指挥，李敏任副总指挥，各单位…组成; 由主任王涛，副主任李敏、陈望组成: the roles are told one by one
_ROLES = re.compile(rf"[任为](?:{ROLE})[，；]|[，；](?:{ROLE})(?=[\u4e00-\u9fff]{{2,4}}[、，；])")
# 由社长1人、副社长2人组成: how many of each, and nobody
_NUMBERED = re.compile(
    r"(?<!\d)\d{1,3}[名位](?:以上|以下)?的?(?:单数)?(?:委员|成员|代表|专家|人员)"
    r"|[长任员事记席](?:\d{1,3}|[一二三四五六七八九十]{1,3}|若干)[名人](?=[、，和及]|$)"
)
_FOUNDS = re.compile(r"(?:成立|组建|设立|建立)了?")
_NEAR = 160
_CLOSE = 30
# 历史、文化等方面的人士: no more than what they know
_FIELDS = re.compile(r"等(?:各?方面|领域|专业)(?:的)?[^、]{0,6}$")


def composed(notice: Notice, known: Registry, sentence: Span, told: str, group: str) -> Iterator[RosterEntry]:
    """`X联席会议由A、B等单位组成`, `聘请A、B组成X小组`."""
    words = notice.words
    gathered = GATHERED.search(told)
    if gathered and KIND.search(gathered["body"]):
        owner = known.owner(gathered["body"], sentence.start + gathered.start("body"))
        if owner:
            yield from _listed(notice, sentence, gathered, owner.name)
            if gathered[0].startswith("由"):
                return
    for turned in _FOLLOWED.finditer(told):
        owner = known.owner(turned["of"], sentence.start + turned.start()) if turned["of"] else known.owner("", sentence.start)
        for member in parties(words, Span(*turned.span("list")).shift(sentence.start), notice.head.jurisdiction) if owner else ():
            if owner and plausible(member):
                yield entry_of(member, turned["role"], Span(*turned.span("role")).shift(sentence.start), owner.name, "composed")
    headed = HEADED.search(told)
    if headed:
        behind = known.names(Span(sentence.start + headed.end(), min(sentence.end, sentence.start + headed.end() + 70)))
        owner = known.owner(behind[0].words, behind[0].span.start) if behind else None
        if owner:
            yield from leads(notice, Span(*headed.span("lead")).shift(sentence.start), owner.name)
    joined = JOINED.search(told)
    behind = known.names(Span(sentence.start + joined.end(), min(sentence.end, sentence.start + joined.end() + 70))) if joined else []
    if joined and behind and (owner := known.owner(behind[0].words, behind[0].span.start)):
        yield from leads(notice, Span(*joined.span("lead")).shift(sentence.start), owner.name)
        yield from _members(notice, Span(*joined.span("list")).shift(sentence.start), owner.name)
    part = _TAKING_PART.search(told)
    if part and (whose := _around(known, sentence.start + part.start())):
        yield from _members(notice, Span(*part.span("list")).shift(sentence.start), whose.name)
    new = next((body for body in known.acted if body.action == "establish" and sentence.start <= body.named.start < sentence.end), None)
    new = new or _named_new(known, sentence, told)
    group = group or (new.name if new and words.startswith("，由", new.named.end) else "")
    sent = SENT.search(told, new.named.end - sentence.start) if new else None
    if sent and new:
        span = Span(sentence.start + sent.start("list"), sentence.start + sent.end("who" if sent["who"] else "list"))
        for member in parties(words, span, notice.head.jurisdiction):
            if plausible(member):
                yield entry_of(member, "成员单位" if member.kind == "agency" else "成员", span, new.name, "composed")
    several = list(GROUPS.finditer(told))
    for one in several:  # 综合组由A牵头，B参加；宣传组由C牵头
        led_by = re.split(_FOUNDS, one["group"])[-1]
        yield from leads(notice, Span(*one.span("lead")).shift(sentence.start), led_by)
        if one["list"]:
            yield from _members(notice, Span(*one.span("list")).shift(sentence.start), led_by)
    before = BEFORE_LIST.search(told) if group and not several else None
    if before:
        yield from leads(notice, Span(*before.span("lead")).shift(sentence.start), group)
        return
    led = LED.search(told) if group and not several else None
    if led:
        lead, rest = ("lead", "list") if led["lead"] else ("lead2", "list2")
        yield from leads(notice, Span(*led.span(lead)).shift(sentence.start), group)
        yield from _members(notice, Span(*led.span(rest)).shift(sentence.start), group)
    if led or several:
        return
    for made in MADE_OF.finditer(told):
        at = sentence.start + made.start()
        if told.startswith("的", made.end()) and (described := _around(known, at)):  # 成立由园长、各班教师组成的领导小组
            yield from _listed(notice, sentence, made, described.name)
            continue
        subject = known.names(Span(sentence.start, at))
        if not made.start() and (set_up := _just_set_up(known, at)):
            yield from _listed(notice, sentence, made, set_up)
            continue
        if not subject or "；" in words[subject[-1].span.end : at] or at - subject[-1].span.end > 40:
            continue
        if re.search(rf"(?:{ROLE})$", told[: made.start()]):
            continue
        owner = known.owner(subject[-1].words, subject[-1].span.start)
        name = owner.name if owner else known.unnamed(subject[-1].kind, at) if subject[-1].bare else subject[-1].words
        if name:
            yield from _listed(notice, sentence, made, name)


def _around(known: Registry, at: int) -> Body | None:
    """The body between whose verb and name a place lies."""
    return next((body for body in known.acted if body.span.start <= at < body.named.start), None)


def _named_new(known: Registry, sentence: Span, told: str) -> Body | None:
    """The body of the title, where a sentence founds it again: 决定成立X领导小组，由…."""
    for founds in _FOUNDS.finditer(told):
        for name in known.names(Span(sentence.start + founds.end(), sentence.end))[:1]:
            owner = known.owner(name.words, name.span.start)
            if owner and name.span.start == sentence.start + founds.end():
                return replace(owner, named=name.span)
    return None


def said_level(leading: re.Match[str] | None) -> str:
    """省 of 省民政部门牵头, …: the members behind are of the same level."""
    level = _LEVEL.match(leading["lead"]) if leading else None
    return level[0] if level else ""


def _just_set_up(known: Registry, at: int) -> str:
    """The body that the sentence before sets up: 决定成立X委员会。由王涛、李敏等七同志组成."""
    return next((body.name for body in known.acted if body.action == "establish" and 0 <= at - body.named.end <= _CLOSE), "")


def lead_role(leading: re.Match[str]) -> str:
    return "召集人" if leading["calls"] else "牵头单位"


def leads(notice: Notice, span: Span, body: str, role: str = "牵头单位") -> Iterator[RosterEntry]:
    """The agencies that lead a body, or call it together."""
    for member in parties(notice.words, span, notice.head.jurisdiction):
        if plausible(member) and member.kind == "agency":
            yield entry_of(member, role, span, body, "composed")


def _members(notice: Notice, span: Span, body: str) -> Iterator[RosterEntry]:
    """Those of a list that take part in a body."""
    for member in parties(notice.words, span, notice.head.jurisdiction):
        if plausible(member):
            yield entry_of(member, "成员单位" if member.kind == "agency" else "成员", span, body, "composed")


def _listed(notice: Notice, sentence: Span, found: re.Match[str], body: str) -> Iterator[RosterEntry]:
    span = Span(sentence.start + found.start("list"), sentence.start + found.end("list"))
    if any(form.search(notice.words, span.start, span.end) for form in (_NUMBERED, _FIELDS, _ROLES)):
        return
    leading = LEADING.match(notice.words, span.start, span.end)
    head = said_level(leading)
    if leading:
        yield from leads(notice, Span(*leading.span("lead")), body, lead_role(leading))
        span = Span(leading.end(), span.end)
    members = parties(notice.words, span, notice.head.jurisdiction, head=head)
    if not members or sum(map(plausible, members)) < 0.7 * len(members):
        return
    label = Span(sentence.start + found.end() - 2, sentence.start + found.end())
    rest = _REST.search(notice.words, label.end, min(len(notice.words), label.end + _NEAR))
    if whole := _together(notice.words, span, members):
        members = [whole]
    for member in members:
        if plausible(member):
            yield entry_of(member, "成员单位" if member.kind == "agency" else rest["role"] if rest else "成员", label, body, "composed")


def _together(words: str, span: Span, members: list[Party]) -> Party | None:
    """`行业企业、高校和科研院所专家`: people who are not of so many agencies by name are one member, as printed."""
    tail = re.search(rf"(?:{TAIL.pattern})$", words[span.slice])
    noun = tail[0].removeprefix("的") if tail else ""
    of = [one.words.removesuffix(noun) for one in members if noun and one.kind == "post" and one.words.endswith(noun)]
    named = all(len(one) > 1 and AGENCY_END.search(one) for one in of)
    if named or len(of) < max(2, len(members)) or words[span.slice].count(noun) > 1:  # 职工代表、用人单位代表 are two
        return None
    return Party("post", span, words[span.slice])


def entry_of(party: Party, role: str, label: Span, body: str, how: str) -> RosterEntry:
    """A party of a list as a member with its role."""
    post = party.post if party.kind == "person" else party.words if party.kind == "post" else ""
    return RosterEntry(
        role=role,
        kind=party.kind,
        span=party.span,
        role_span=label,
        name=party.name,
        name_span=party.name_span,
        post=post,
        post_span=party.post_span,
        agency=party.words if party.kind == "agency" else "",
        group=party.group,
        holdings=tuple(holdings(post)) if party.name and post else (),
        body=body,
        how=how,
    )
