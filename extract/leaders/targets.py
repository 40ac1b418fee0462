"""What a leader has in charge: fields of work (发展改革、财政方面工作) and agencies (区审计局、区统计局)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon import terms
from extract.mentions.agency import agencies_in
from extract.rosters.parties import parties
from extract.rosters.party import AGENCY_END
from kg.model import Span

# 等方面工作, 等涉及城乡环境的相关工作
_TAIL = re.compile(
    r"(?:(?<![高平])等(?!级|额|职业教育|专业)(?:[^、，；。]{0,20}?(?:的)?(?:相关|有关|各项|日常|具体)?)(?:方面|领域)?(?:的)?(?:相关|有关|各项|日常)?(?:工作|事务|事项)?|"
    r"(?:等)?(?:方面|领域)(?:的)?(?:各项|相关)?(?:工作)?|(?:的)?(?:各项|日常|相关|有关|具体)?工作|等(?:部门|单位|机构|科室|股室|处室|镇街|企业|"
    r"团体)?|部门)$"
)
_LEAD = re.compile(r"^(?:[：，、；]|并|和|及|以及|具体|全面|主要|牵头|部门|单位|做好|抓好|[^、，]{0,14}关于|原|县政府系统|区政府系统|市政府系统)+(?=.)")
# 统筹、指导、检查|文化、旅游|等部门、领域的防火工作: verbs and work said once of all
_VERB = "组织|指导|协调|督促|检查|监督|统筹"
_SHARED = re.compile(rf"(?:(?:{_VERB})[、和]){{1,4}}(?:{_VERB})(?=[^、，；]{{2,}}[、，].{{0,200}}等)")
_SORT = "部门|领域|单位|行业|系统|方面"
_OF_FIELDS = re.compile(rf"等+(?:{_SORT})(?:[、和](?:{_SORT}))*(?:的)?[^、，；]{{0,14}}$")
# 县委日常工作 is no field of the 县委
_DAILY = re.compile(r"(?:委|政府|局|厅|院|机关|党组|办公室|公司)(?:的)?(?:日常|常务|机关)工作$")
_VERTICAL = re.compile(r"海关|海事|出入境|铁路")
_ASIDE = re.compile(r"（[^（）]*）(?![\u4e00-\u9fff])")
_AND_AGENCY = re.compile(r"(?<=.)(?:和|及|以及)(?=[^、，和及]{1,14}(?:局|办|委|中心|公司|集团|管委会|支队|大队|学院|医院)$)")
# 文秘科和督查科
_AND_ROOM = re.compile(r"(?<=[科股处室])(?:和|及|以及)(?=[^、，和及]{1,12}[科股处室]$)")
_AND_WORK = re.compile(r"(?<=工作)(?:和|及|以及)(?=.)|(?<=[^、]{2})以及(?=[^、]{2})")
# 农林水, 工青妇: fields by one character each, and no name
_INITIALS = re.compile("[农林水牧渔工青妇团财贸文教卫科体交城建]{2,4}")
_NOT_TARGET = re.compile(
    r"负责(?:同志|人)$|^(?:的|要|应当|应(?!急|用|对)|可以|须)|的同志|^(?:具体|日常|相关|有关|各项)?(?:工作|事务|事项)$|交办|完成|其他(?:工作|"
    r"事项|任务)|指导.{0,6}工作|由.{2,4}负责|本职|职责|上级|^其(?!他|它)|^因[^、]{2}|领导(?!小组)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """One field or agency: `words`, and whether it is an agency."""

    words: str
    span: Span
    agency: bool = False
    group: bool = False


def fields(words: str, span: Span) -> Iterator[Target]:
    """The fields of work in a list, one each.

    >>> [t.words for t in fields("发展改革、财政、文化和旅游等方面工作", Span(0, 18))]
    ['发展改革', '财政', '文化和旅游']
    """
    if lead := _SHARED.match(words, span.start, span.end):
        tail = _OF_FIELDS.search(words, lead.end(), span.end)
        span = Span(lead.end(), tail.start() if tail else span.end)
    for part in _parts(words, span):
        text = words[part.slice]
        said = _ASIDE.sub("", text)
        said = _LEAD.sub("", said)
        said = said if _DAILY.search(said) else _trimmed(said)
        for piece in (one for half in _AND_WORK.split(said) for room in _AND_ROOM.split(half) for one in _AND_AGENCY.split(room)):
            if 2 <= len(piece) <= 40 and not _NOT_TARGET.search(piece):
                yield Target(piece, part, agency=_is_office(piece))


def _trimmed(said: str) -> str:
    for _ in range(3):
        shorter = _TAIL.sub("", said)
        if shorter == said or len(shorter) < 2:
            break
        said = shorter
    return said


def agencies(words: str, span: Span, home: str) -> Iterator[Target]:
    """The agencies, or fields, in a list after 分管 or 联系: elided levels restored, second names left out.

    >>> [t.words for t in agencies("区教育局、审计局（区内审办）和区科协", Span(0, 18), "")]
    ['区教育局', '区审计局', '区科协']
    """
    end = span.end
    tail = _TAIL.search(words[span.slice])
    if tail and re.search(r"工作|方面|领域", tail[0]):
        yield from fields(words, span)
        return
    if tail:
        end = span.start + tail.start() if tail[0].startswith("等") else end
    for party in parties(words, Span(span.start, end), home):
        printed = words[party.span.slice]
        # a field is no office of the level: 市总工会、电力、石油等单位
        own = printed in terms("agencies", "fields") or _VERTICAL.match(printed)
        said = _LEAD.sub("", _ASIDE.sub("", printed if own or party.name else party.words))
        if (party.name and not _INITIALS.fullmatch(printed)) or len(said) < 2 or _NOT_TARGET.search(said) or len(said) > 40:
            continue
        yield Target(said, party.span, agency=_is_office(said), group=party.group)


def _is_office(said: str) -> bool:
    if said in terms("agencies", "fields"):
        return False
    whole = agencies_in(said)[:1]
    return bool(whole and whole[0].span == Span(0, len(said))) or bool(AGENCY_END.search(said))


def _parts(words: str, span: Span) -> Iterator[Span]:
    """The parts between 、 and ， outside brackets."""
    start, depth = span.start, 0
    for at in range(span.start, span.end):
        depth += (words[at] in "（“《") - (words[at] in "）”》")
        if words[at] in "、，；" and depth <= 0:
            if at > start:
                yield Span(start, at)
            start = at + 1
    if start < span.end:
        yield Span(start, span.end)
