"""Roles in running text, and on which side of each its members stand: `由区长 | 任组长`, `成员单位包括 | 区财政局、区审计局`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon import either
from extract.mentions.person import name_list
from extract.rosters.naming import KIND, kinds
from extract.rosters.parties import parties
from extract.rosters.roles import LISTS, RANK, STRONG_ROLE
from kg.model import Span

_HOLDERS = ["主任", "委员", "秘书长", "秘书", "顾问", "联络员", "会长", "理事长", "队长", "主席", "理事", "监事", "常务理事"]
_WEAK = [*_HOLDERS, "牵头"]
_ROLE = rf"{RANK}(?:{either([*LISTS['strong'], *_WEAK])})(?:单位)?"
_OF = rf"(?P<of>(?:{either(LISTS['body'])})?(?:的)?)(?P<office>(?:工作)?办公室)?"
_COUNT = r"(?:（?(?:[一二两三四五六七八九十\d]+|若干)[人名]）?)?"
# 任组长, 为成员单位: the members stand before
AFTER = re.compile(
    rf"(?:(?:共同|分别|同时)?(?:担任|兼任|出任|(?<!主)任|[为兼])|作为|等(?=成员单位的))(?:本|该|县|市|区|省|镇|乡)?(?P<whose>[\u4e00-\u9fff“”]{{2,24}}?(?:领导小组|工作组|"
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
_APPOINTS = re.compile(r"任命|免去|聘任|提名|推荐|决定任|不再担任|辞去|选举(?!委员会|办|工作|领导)")
_SET_OFF = re.compile(r"(?:^|[，；。：（）设其置配]|设立|配备|名单|如下)$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A role in a sentence, and on which side of it its members stand; `also` the second of 任组长兼联络员."""

    span: Span
    role: str
    of: str
    ahead: bool
    also: str = ""


def anchors(told: str, called: tuple[str, ...] = ()) -> list[Anchor]:
    """Every role of a sentence that its words give to members, in order; `called` are the short names of bodies: 区应急委|主任由区长担任."""
    found = [
        Anchor(Span(m.start(), m.end()), _role(m), m["whose"] or m["of"], ahead=True, also=m["also"] or "")
        for m in AFTER.finditer(told)
        if not _APPOINTS.search(told, _clause(told, m.start()), m.start())
        and not (m["whose"] and not STRONG_ROLE.fullmatch(m["role"]) and not m["whose"].endswith("委员会"))
    ]
    taken = [anchor.span for anchor in found]
    for m in BEFORE.finditer(told):
        if not any(span.meets(Span(*m.span())) for span in taken):
            weak = not STRONG_ROLE.fullmatch(m["role"] or "") and not m["office"]
            of_body = m["role"] and (m["of"] or any(kind.end() == m.start() for kind in kinds(told, max(0, m.start() - 8), m.start())))
            of_body = of_body or told.endswith(called, 0, m.start())
            if weak and not of_body and not _SET_OFF.search(told[: m.start()]):
                continue
            if told.endswith("由", m.start(), m.end()) and any(_ends_list(told, m.end(), anchor) for anchor in found if anchor.ahead):
                continue  # 调整组成人员，由王涛任组长
            found.append(Anchor(Span(m.start(), m.end()), _role(m), m["whose"] or m["of"] or "", ahead=False))
    taken = [anchor.span for anchor in found]
    for m in NAMED.finditer(told):
        if m["weak"] and not (KIND.search(told, 0, m.start()) or "组成" in told[: m.start()]):
            continue
        names_end = _NAMES_END.search(told, m.end())
        if names_end and _people_only(told, Span(m.end(), names_end.start())) and not any(span.meets(Span(*m.span())) for span in taken):
            found.append(Anchor(Span(m.start(), m.end()), m["weak"] or _role(m), m["whose"] or m["of"] or "", ahead=False))
    return sorted(found, key=lambda anchor: anchor.span.start)


def _ends_list(told: str, start: int, anchor: Anchor) -> bool:
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
