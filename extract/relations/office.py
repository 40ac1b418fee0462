"""office: the text names a person together with a post, outside an appointment.

How the catalogue reads:
- 副区长李望川 and 王涛 副区长 (a roster line) alike; 区委常委、宣传部部长解云舟 is two;
- the body of 副区长 is the government of the 区; a post that names no body is of the issuer;
- what a person is in a coordination body (组长, 成员, 召集人) is a membership, a title (教授, 院士) is no post.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from extract.appointing.holder import holder, settled
from extract.appointing.tables import HEAD_ROW, people_rows
from extract.holding.acts import ACTS, acts
from extract.holding.apposed import APPOSED, apposed
from extract.holding.headed import headed
from extract.holding.lines import label_lines, lines_of_people
from extract.holding.running import NAMED, told_of
from extract.holding.said import Said
from extract.holding.signers import signers
from extract.holding.titled import titled
from extract.leaders.cards import cards
from extract.mentions.post import holdings
from extract.relations import appointment
from extract.rosters import bodies, rosters
from extract.units.pages import unit_at, unit_held
from kg.model import Finding, Notice, Refusal, Span, Value

CUES: dict[str, re.Pattern[str]] = {
    "roster": re.compile(r"组长|成员|总?指挥|召集人|主任|委员"),
    "named": NAMED,
    "label": re.compile(r"[长任记席理][:：]"),
    "line": re.compile(r"[长任记席理员]"),
    "bracket": re.compile(r"（[^（）]{2,40}[长任记席理员]）"),
    "life": re.compile(r"现任"),
    "apposed": APPOSED,
    "acts": ACTS,
    "titled": re.compile(r"[长任记席]"),
    "table": HEAD_ROW,
}
_ROLE = re.compile(
    r"(?:主持|主讲|承办|经办|记录|汇报|报告|发言|召集)人|(?:常务|执行|第一|总|专职|特邀)*副?(?:组长|总?召集人|总?指挥长?|成员|组员|队员|联络员|联系人|专家|代表|秘书|发言人|主编|编委)|.*(?:河|林|路|湖|田|片|楼|链|网格)长|(?!总).*(?:教授|研究员|工程师|会计师|经济师|院士|讲师|医师|记者|编辑|干事|干部|职工|协理员|人大代表|政协委员)"
)
# a government that issues a notice has none of these itself: 总经理王涛 is of a firm named elsewhere
_NOT_OF_GOVERNMENT = re.compile(r"(?:董事长|经理|[校院局厅处科所站厂矿行]长|主任|审判[员长]|检察员|法官|检察官|法官助理|检察官助理|书记员|民警)$")
# 领导小组办公室主任王涛同志, and 办公室主任王涛同志 where a body is told of
_OF_BODY = re.compile(r"(?:领导小组|指挥部|联席会议|专班)?(?:工作)?办公室")
# whose 组长 or 成员 holds a post: 区纪委驻区教育局纪检组, 局党组
_RESIDENT = ("纪检组", "纪检监察组", "监察组", "党组", "党委")
_NEWLY = re.compile("新任|新当选|新上任")
_STATE = {"国家", "中华人民共和国"}  # whose 主席 is one
_NO_OFFICER = re.compile(r"(?:主任|书记|审判[长员]|检察员|书记员|经理)$")


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Every person with a post, one fact for each post of each body."""
    given = _appointed(notice)
    seen: dict[tuple[str, str], list[str]] = {}
    for said in sorted(_all(notice), key=lambda one: one.span):
        if any(_gives(span, person, said) for span, person, _ in given):
            continue
        for holding in (settled(notice, one) for one in said.holdings):
            if any(span.meets(said.span) and (person, post) == (said.name, holding.post) for span, person, post in given):
                continue  # 免去区教育局局长王涛职务
            newly = _NEWLY.search(notice.words, max(0, said.span.start - 4), said.span.end)
            if newly and any((person, post) == (said.name, holding.post) for _, person, post in given):
                continue  # 新任党委书记王涛同志表态发言, in a report of his appointment
            former = "原" in notice.words[max(0, said.span.start - 1) : said.span.start + 1]
            if former and any((person, post) == (said.name, holding.post) for _, person, post in given):
                continue  # 原副区长王涛因…，不再担任副区长职务
            below = unit_held(notice, holding, said.span.start)
            role = _ROLE.fullmatch(holding.post) and not below and not holding.agency.endswith(_RESIDENT)
            office = _OF_BODY.fullmatch(holding.agency) and (holding.agency != "办公室" or (not below and bodies(notice)))
            if role or office or (holding.post.endswith(("负责人", "法定代表人")) and not holding.agency):
                yield Refusal(said.span, f"office.{said.cue}", "a role or a title is no post")
                continue
            agency = below or holder(notice, holding)
            if agency is None or (not holding.agency and not below and agency.name.endswith("政府") and _of_another(said.cue, holding.post)):
                continue
            names = seen.setdefault((said.name, holding.post), [])
            if any(name.endswith(agency.name) or agency.name.endswith(name) or {name, agency.name} == _STATE for name in names):
                continue
            names.append(agency.name)
            args: dict[str, Value] = {"person": said.name, "agency": agency, "post": holding.post}
            yield Finding(args, said.span, f"office.{said.cue}", said.confidence)


def _of_another(cue: str, post: str) -> bool:
    """A post that no government has, in its own notice: 总经理王涛; 主任：赵启明."""
    if post == "委员":
        return True
    return bool(_NOT_OF_GOVERNMENT.search(post)) if cue == "named" else cue == "label" and bool(_NO_OFFICER.search(post))


def _all(notice: Notice) -> Iterator[Said]:
    members = []
    for entry in rosters(notice):
        if not entry.body and (unit_at(notice, entry.span.start) or not entry.post):
            continue  # 办公室主任：王涛 on the page of an agency, 政治委员 王涛 under an order
        members.append(entry.span)
        if entry.kind == "person" and entry.name and entry.post:
            found = entry.holdings or tuple(holdings(entry.post, sure=False))
            if found:
                yield Said(entry.name, tuple(found), entry.span, "roster", 0.95)
    told = (*told_of(notice), *apposed(notice), *acts(notice), *headed(notice), *titled(notice))
    on_cards = (Said(card.name, card.posts, card.span, "label", 0.9) for card in cards(notice))
    printed = (*on_cards, *label_lines(notice), *signers(notice), *lines_of_people(notice), *_tabled(notice))
    members.sort()
    ends = list(accumulate((span.end for span in members), max))
    for said in (*told, *printed):
        before = bisect_left(members, said.span.end, key=lambda span: span.start)
        if not before or ends[before - 1] <= said.span.start:
            yield said


def _tabled(notice: Notice) -> Iterator[Said]:
    """The rows of a table with 姓名 and 职务."""
    for row in people_rows(notice):
        found = holdings(row.agency + row.post) or holdings(row.post)
        if found and any(one.agency for one in found):
            yield Said(row.name, tuple(found), row.span, "table", 0.9)


def _gives(span: Span, person: str, said: Said) -> bool:
    """The post is given there, not held: only what stands before the name of the person appointed is his post so far."""
    return span.meets(said.span) and (said.cue != "named" or person != said.name)


def _appointed(notice: Notice) -> list[tuple[Span, str, str]]:
    """Where the notice gives or takes a post, whose, and which."""
    found = [one for one in appointment.found(notice) if isinstance(one, Finding)]
    return [(one.span, str(one.args["person"]), str(one.args["post"])) for one in found]
