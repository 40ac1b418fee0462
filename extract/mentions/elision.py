"""What a list of bodies gives once, put back to each: the level in front, the kind behind.

区国资委、发改委、财政局 are 区国资委, 区发改委, 区财政局; 水务、环保、住建等部门 are 水务部门, 环保部门, 住建部门.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.mentions.lexer import Part, Token, tokens
from extract.mentions.scan import Found
from extract.mentions.sharing import Restored, is_class, shared
from kg.model import Span

_JOIN = re.compile(r"[、，]|以及|[和与及]")
_LEVEL = re.compile(r"[我本]?(?:自治区|[区市县省州旗盟镇乡])(?!级)")
_SEVERAL = re.compile(r"[省市州]县(?=(?:总?工会|共青团|团委|妇联|科协|侨联|文联|残联|工商联|法院|检察院))")  # 州县|工会、妇联
_PARTY = re.compile(r"(?:[^、]{0,12}?[省市区县州旗盟]委|中央)(?=.)")
_PARTY_PART = re.compile(
    r"(?:组织|宣传|统战|统一战线工作|社会工作|社工)部|政法委(?:员会)?|(?:网信|编|巡察|巡视|台|改革|深改|军民融合|国安|财经|依治|农|文明|审计|督查)办|党校|讲师团|"
    r"老干部局|(?:机要|保密|机要保密|密码管理|机要和保密)局|政研室|政策研究室|党史研究室|党史办|直属机关工委|(?:市|县|区|州)?直?机关工委|办公[厅室]"
)
_GIVEN_ONCE = re.compile(
    r"街道办事处|办事处|村委会|居委会|社区居委会|(?:乡镇|镇|乡|街道)(?:人民)?(?:政府|党委)|村|社区|街道|管委会|派出所"
)
# 区财政局、审计局等有关部门 names no more
_OTHERS = re.compile(r"(?:各|有关|相关|其他|其它)*(?:部门|单位|机构|部门和单位|部门、单位)")
_BELOW = re.compile(r"(?:乡镇|镇乡|镇街|街镇|乡（镇）|村（居）)(?:$|（|(?:人民)?政府|党委|委员会)")  # those below the head
# 区总工会、群团组织: a class of bodies, of no level
CLASSES = re.compile(r"(?:群团|社会)组织|(?:人民|社会)团体|民主党派|(?:金融|中介|保险)机构|科研(?:院所|机构|单位)|行业协会")
_OWN = re.compile(
    r"[省市区县州旗盟镇乡][直属级]|国家|中国|中央|全国|国务院|最高|中共|武警|驻军|团[区市县省州旗]委|国网|驻|人民银行|农业银行|工商银行|建设银行|邮政储蓄|邮储|人行|工行|农行|建行|中行|农发行|银保监|证监|海关"
)


def restored(words: str, parts: Sequence[Token], found: Sequence[Found]) -> list[Restored]:
    """The bodies found with what the list left out, in order."""
    items = [(one.span, words[one.span.slice], one.group or is_class(words[one.span.slice])) for one in found]
    items += shared(words, parts, found)
    out: list[Restored] = []
    head, at = "", 0
    for span, text, group in sorted(_parted(items), key=lambda item: item[0]):
        if words[span.start - 1 : span.start] == "等" and _OTHERS.fullmatch(text):
            continue
        joined = bool(_JOIN.fullmatch(words, at, span.start))
        lead = left_out(head, text) if joined and head else ""
        if lead:
            group = group or lead == "各"
        else:
            head = "" if _LEVELS.match(text) else _head(text)  # 区、县民政部门和商业部门: no one level goes on
        out.append((span, lead + text, group))
        at = span.end
    return out


_LEVELS = re.compile(r"[省市区县州旗镇乡](?:（[^（）]*）)?[、和及或](?=[省市区县州旗镇乡街村])")
_PARTED = re.compile(r"([省市区县乡镇])、(区县|县区|市县|县市|[省市区县乡镇])(?!级)(.+)")
_GENERAL = re.compile(r"人民政府.*|.*(?:政府|部门|单位|机构|财政|党委|两级.*)")


def _parted(items: Sequence[Restored]) -> list[Restored]:
    """省、市发改委 are 省发改委 and 市发改委; 市、县人民政府 stay a group."""
    out: list[Restored] = []
    for span, text, group in (one for item in items for one in _joined(item)):
        hit = None if group else _PARTED.fullmatch(text)
        if hit and not _GENERAL.fullmatch(hit[3]):
            out.append((Span(span.start, span.start + 1), hit[1] + hit[3], False))
            out.append((Span(span.start + 2, span.end), hit[2] + hit[3], False))
        else:
            out.append((span, text, group or bool(hit)))
    return out


def _joined(item: Restored) -> list[Restored]:
    """审计和交通运输主管部门 are two, 住房和城乡建设部门 is one."""
    span, text, group = item
    if not text.endswith("部门") or not re.search("[和与及]", text) or span.end - span.start != len(text):
        return [item]
    parts = tokens(text)
    at = next((one for one in parts if text[one.start : one.end] in ("和", "与", "及")), None)
    kind = next((text[one.start :] for one in parts if text[one.start : one.end].endswith("部门")), "")
    if at is None or not kind or not at.start or kind == text or not parts[0].part & ~(Part.LEVEL | Part.PLACE):
        return [item]
    first = (Span(span.start, span.start + at.start), text[: at.start] + kind, group)
    return [first, (Span(span.start + at.end, span.end), text[at.end :], group)]


def _head(text: str) -> str:
    """What the names after this one may have left out."""
    if text.startswith("各"):
        return "各"
    if not tokens(text)[0].part & (Part.LEVEL | Part.PLACE):
        return ""
    party = _PARTY.match(text)
    level = _SEVERAL.match(text) or _LEVEL.match(text)
    if party and (level or party[0] == "中央"):
        return party[0]
    return level[0] if level else ""


def left_out(head: str, text: str) -> str:
    """What of `head` belongs before a name that has no level or place of its own."""
    first = tokens(text)[0].part
    if _OWN.match(text) or first & (Part.LEVEL | Part.PLACE | Part.HEAD):
        return ""
    if not first & (Part.FIELD | Part.KIND | Part.WEAK | Part.GROUP):
        return ""
    if _BELOW.match(text) or CLASSES.fullmatch(text):
        return ""  # 县水利局、乡镇人民政府
    if head in "乡镇" and text.startswith("街道"):
        return ""  # 乡（镇）人民政府、街道办事处: of one rank
    if head == "各":
        return "各" if _GIVEN_ONCE.fullmatch(text) else ""
    if head.endswith("委") or head == "中央":
        if _PARTY_PART.fullmatch(text):
            return head
        level = _LEVEL.match(head)
        head = level[0] if level else ""
    return "" if text.startswith(f"{head}府") else head  # 县府办公室 says it
