"""The bodies that a text names, known by how their names are built: level or place, field of work, kind.

No list of bodies is needed: 区 + 水务 + 局 is one, and so is X镇 + 综合行政执法 + 队 of a place never heard of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.mentions.elision import restored
from extract.mentions.levels import rows
from extract.mentions.lexer import Part, Token, tokens
from extract.mentions.naming import full_name
from extract.mentions.scan import Found, scan
from kg.model import Agency, Head, Span

__all__ = ["AgencyMention", "agencies_in", "agency", "agency_list", "full_name", "is_agency"]


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A body where a text names it.

    `words` is the mention as the catalogue wants it: a level given once in a list is put back (区国资委、发改委 → 区发改委), a second
    name in brackets is left out and kept in `alias` (区商务局（区粮食和物资局）); `span` covers all of it. `group` is true
    where the words stand for bodies that are not named one by one (各有关部门).
    """

    span: Span
    words: str
    group: bool = False
    alias: str = ""


# 县（区）人民政府: those of a level, whatever it is called
_EITHER = re.compile(r"[市区县镇乡]（[市区县旗镇乡街道、]+）")
_STRETCH = re.compile(
    r"[^，。；：！？、（）〈〉…—\[\]【】〔〕/.+·《》]{1,600}"
)  # bounded: no name is so long
_TITLE = re.compile(r"《[^《》]{0,120}》")
# 新华|村委会, 和平|社区居委会: no stop where a name begins
_VILLAGE = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[由请与经]))[新和同向前中上下后将为时来到会][\u4e00-\u9fff](?<![各全本该有关个])(?=村(?:村民|村)?委|村民委员会|村党|村支部|村“?两委|社区(?:居|党))"
)
# 县|“扫黄打非”|办, 村|“两委”: words in quotes that are part of a name
_QUOTED = re.compile(
    r"“([^“”《》，。；：]{2,10})”(?=办(?![理公法事好])|(?:工作|创建|行动|改革|整治|推进)*(?:专班|领导小组|指挥部|联席会议|办公室))|“(两委)”"
    r"|党（工）委|党委（党组）|党组（党委）|村（居）(?:委会|民委员会)"
)
# 岚江水运（集团）有限公司: the bracket is of the name
_FIRM = re.compile(r"（([\u4e00-\u9fff]{2,6})）(?=(?:集团|控股|投资|发展|建设|实业|科技|开发|置业|股份|有限|责任|总){1,4}公司)|（(集团|控股|股份)）(?=公司)")
# 省档案局|系|省人民政府直属机构: a verb between two names
_IS = re.compile(r"(?<=[局委办厅院署部社所站会心])系(?=[本全]?[省市区县州国]|中[央国共])")
# 教务处|于4月: not 处于
_AT = re.compile(r"(?<=[一-龥]处)于(?=\d|[一二三四五六七八九十]{1,2}[月日]|每|本[年月周]|当[天日年]|[上下]半?[年月周旬])")
# 实验室与设备管理|处: rooms that a university has one office for, with what stands in them
_ROOMS = re.compile(
    r"(?:实验室[与和]|(?:图书馆|档案馆|博物馆)与)(?:设备|资产|资源|基地|仪器|条件|平台|安全|信息|网络|教学|校史|文献)"
    r"[^，。；：、的和与对将]{0,4}?(?=处|科|部(?!门)|中心|办公室)"
)
_MARK = "\ue000"  # stands for a row of levels
_SEPARATOR = re.compile(r"(?:[、，；,/]|以及|[和与及]|\s)*")
_REST = re.compile(r"(?:等(?:\d+个)?(?:有关|相关)?(?:单位|部门|机构|部门和单位|部门、单位)?)?[。；，、]*")


def is_agency(words: str) -> bool:
    """Whether the words are the name of one body and nothing else.

    >>> is_agency("望溪区水务局"), is_agency("由望溪区水务局")
    (True, False)
    """
    found = agencies_in(words)
    return len(found) == 1 and found[0].span == Span(0, len(words))


def agencies_in(words: str, span: Span | None = None) -> list[AgencyMention]:
    """Every body named in a range, each as long as it goes, in order.

    >>> [mention.words for mention in agencies_in("由区国资委、发改委负责，各镇（街道）配合")]
    ['区国资委', '区发改委', '各镇（街道）']
    >>> [mention.words for mention in agencies_in("水务、环保等部门要加强配合")]
    ['水务部门', '环保部门']
    """
    if span is None:
        return list(_found(words))
    return [replace(mention, span=mention.span.shift(span.start)) for mention in _found(words[span.slice])]


def agency_list(words: str, span: Span | None = None) -> list[AgencyMention] | None:
    """The bodies of a range that is nothing but a list of them, else None.

    >>> [mention.words for mention in agency_list("区财政局、审计局和各镇政府") or []]
    ['区财政局', '区审计局', '各镇政府']
    """
    span = span or Span(0, len(words))
    found = agencies_in(words, span)
    if not found:
        return None
    at = span.start
    for mention in found:
        if not _SEPARATOR.fullmatch(words, at, mention.span.start):
            return None
        at = mention.span.end
    return found if _REST.fullmatch(words, at, span.end) else None


def agency(mention: AgencyMention, head: Head) -> Agency:
    """The argument of a fact: the mention with its full name under the place of the issuing body."""
    return Agency(full_name(mention.words, head.jurisdiction), mention.words, mention.group)


@lru_cache(maxsize=8192)
def _found(words: str) -> tuple[AgencyMention, ...]:
    titles = [Span(*hit.span()) for hit in _TITLE.finditer(words)] if "《" in words else []
    in_rows = [Token(Part.LEVEL | Part.GROUP | Part.ROW, row.start, row.end) for row in rows(words)]
    in_rows += [Token(_quoted(said[1] or said[2]), *said.span()) for said in _QUOTED.finditer(words)] if "“" in words or "（" in words else []
    in_rows += [Token(Part.PLACE, *hit.span()) for hit in _VILLAGE.finditer(words)] if "村" in words or "社区" in words else []
    in_rows += [Token(Part.FIELD, *hit.span()) for hit in _ROOMS.finditer(words)] if "室" in words or "馆" in words else []
    in_rows = sorted((row for row in in_rows if not any(title.start <= row.start < title.end for title in titles)), key=lambda row: row.start)
    masked = _TITLE.sub(lambda title: "》" * len(title[0]), _masked(words, in_rows))
    masked = _FIRM.sub(lambda firm: f"{_MARK}{firm[1] or firm[2]}{_MARK}", masked) if "公司" in words else masked
    masked = _IS.sub("，", masked) if "系" in words else masked
    masked = _AT.sub("，", masked) if "处于" in words else masked
    parts: list[Token] = []
    found: list[Found] = []
    at = 0  # of the rows
    for hit in _STRETCH.finditer(masked):
        start, end = hit.span()
        inside: list[Token] = []
        while at < len(in_rows) and in_rows[at].start < end:
            inside.append(in_rows[at])
            at += 1
        stretch = _tokens(masked, inside, start, end)
        found += scan(words, stretch)
        parts += stretch
    mentions = [AgencyMention(span, text, group or bool(_EITHER.match(text))) for span, text, group in restored(words, parts, found)]
    return tuple(_second_names(words, mentions))


def _quoted(words: str | None) -> int:
    """What words in quotes are in a name: “两委” a kind of body, “扫黄打非” a field of work; None stands for a kind with a bracket in it."""
    if words is None:
        return Part.KIND
    parts = tokens(words)
    return parts[0].part if len(parts) == 1 and parts[0].part & Part.KIND else Part.FIELD


def _masked(words: str, in_rows: list[Token]) -> str:
    """The words with rows of levels and quotes blotted out: they count as no punctuation."""
    pieces: list[str] = []
    at = 0
    for row in in_rows:
        if row.start >= at:
            pieces += (words[at : row.start], _MARK * (row.end - row.start))
            at = row.end
    return "".join(pieces) + words[at:]


def _tokens(masked: str, inside: list[Token], start: int, end: int) -> list[Token]:
    """The tokens of a stretch, a row of levels or words in quotes being one of them."""
    found: list[Token] = []
    at = start
    for row in inside:
        if row.start >= at:
            found += tokens(masked[at : row.start], at)
            found.append(row)
            at = row.end
    return found + tokens(masked[at:end], at)


def _second_names(words: str, found: list[AgencyMention]) -> list[AgencyMention]:
    """区商务局（区粮食和物资局） is one mention."""
    out: list[AgencyMention] = []
    for mention in found:
        last = out[-1] if out else None
        inside = (
            last
            and words[last.span.end : mention.span.start] == "（"
            and words[mention.span.end : mention.span.end + 1] == "）"
        )
        if last and inside and not mention.group and not last.group:
            out[-1] = replace(last, span=Span(last.span.start, mention.span.end + 1), alias=mention.words)
        else:
            out.append(mention)
    return out
