"""Under which agency a sentence puts another: 由X管理, 是X直属的事业单位, 隶属X, X下属Y, 其所属的Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.mentions.agency import agencies_in, is_agency
from extract.units.subject import founded
from extract.units.words import LABEL
from kg.model import Span

# 省山货局，由省农业厅管理
UNDER = re.compile(
    r"(?P<unit>(?:[\u4e00-\u9fff“”（]|）(?=，?(?:划归|划转|移交|归|由|受))){2,40})(?:[，（]?(?:划归|划转(?:到|至|给)?|移交给?|归口|归|由|受)|（(?=[\u4e00-\u9fff]{2,20}(?:管理|领导|代管)）))(?P<parent>[\u4e00-\u9fff]{2,30}?)(?:统一|建制)?(?P<how>垂直管理|归口管理|归口领导|"
    r"直接管理|直接领导|领导和管理|管理|主管|领导|代管|(?:投资)?举办)(?=[，。；）]|$|的国家局)"
)
# X是Y直属的事业单位, X为Y的派出机构, X隶属于Y
BELONGS = re.compile(
    r"(?:系|是|为|隶属于|隶属|属于)(?P<parent>[^，。；：]{2,80}?)(?:(?:管理|主管|负责|承担|从事|综合)[^，。；：的]{2,12})??(?:的)?(?P<how>(?:工作|组成|办事)(?=部门|机构|机关)|直属|所属|下属|下设|派出|内设|分设|设立|直接领导|直接管理|垂直管理|归口管理|"
    r"(?:管理|主管|领导)(?=的|国家局|事业|机构|单位)|[举主创]办)的?(?=[^。；]{0,120}?(?P<kind>事业单位|事业机构|国家局|(?<=直属)局|机构|机关|单位|企业|部门|学校|"
    r"医院|院校|组织)(?:[，。；（]|$))"
)
# 青石派出所隶属市公安局望溪分局
ATTACHED = re.compile(
    r"(?:隶属(?:于|关系[为是])?|(?<=，)(?:划归|直属)(?:于)?(?=[^，。；]{2,30}(?:领导|管理)))(?P<parent>[^，。；：（）]{2,40}?)(?:直接)?(?P<how>管理|领导)?(?:的[^，。；：（）]{0,12}(?:单位|机构|企业))?(?=[，。；（]|$)"
)
# 区住建局负责…，其所属的区燃气管理处具体负责…
ITS = re.compile(
    r"其(?P<how>所属|下属)的?(?P<unit>[\u4e00-\u9fff]{3,20}?(?:机构|中心|公司|[所站队院局校处馆]))(?=[，。；、]|具体|负责|承担|组织|实施)"
)
# 县水利局下属河道管理所: both in one name
WITHIN = re.compile(
    r"(?P<parent>[\u4e00-\u9fff]{2,20}?(?:局|委|办|厅|部|政府|中心|公司|集团))(?P<how>下属|所属|直属(?=的)|派出(?=的))的?(?P<unit>(?!事?业?单位|机构|企业)[\u4e00-\u9fff]{3,16}?(?:机构|单位|所|"
    r"站|中心|队|公司|院|局|学校|处|厂|(?<=[林农牧渔])场|馆|社))(?=[，。；、设负是为要应（]|共同|联合|等?[\d一二两三四五六七八九十]+[个家所]|$)"
)
_MOVED = re.compile(r"[将把](?=[^，。；]{3,30}改$)")  # 国务院同意将中国气象局改 + 为国务院直属事业单位
_NEXT = re.compile(
    r"[、和及](?P<unit>[\u4e00-\u9fff]{3,16}?(?:所|站|中心|队|公司|院|局|学校|处|厂|(?<=[林农牧渔])场|馆|社))"
    r"(?=[，。；、设负是为要应（和及]|共同|联合|等?[\d一二两三四五六七八九十]+[个家所]|$)"
)
# 基金会业务主管单位为区民政局
OVER = re.compile(
    r"(?:业务|行业)?主管(?:单位|部门|机关)(?:（[^（）]{1,20}）)?[是为：](?P<parent>[\u4e00-\u9fff]{2,24})(?=[，。；、（]|$)"
)
LISTED = re.compile(r"列入(?P<parent>[\u4e00-\u9fff]{2,20}?)的?(?P<how>下属|直属|内设|派出)(?:机构|单位)(?:序列)?")
CUES = {"under": UNDER, "belongs": BELONGS, "attached": ATTACHED, "within": WITHIN, "its": ITS, "over": OVER, "listed": LISTED}
HOW = {
    "分设": "下设", "下设": "下设", "垂直管理": "垂直管理", "派出": "派出机构", "举办": "所属单位", "投资举办": "所属单位",
    "直属": "直属机构", "内设": "内设机构",
}
# ends like the name of an agency: 县委, 区政府, 市公安局望溪分局
_AGENCY = re.compile(r"[\u4e00-\u9fff）](?:[局委办厅部院会署校社]|管理[处所站]|办公室|办事处|政府|公司|集团|机关|中心|国务院|中央|大学)$")
_ENTIRE = re.compile(r"(?:[整成]建制|整体)划?$")
_ASIDE = re.compile(r"（[^（）]{1,24}）$")
_SORT = re.compile(r"事业单位|[科处股]级")
# 区地热资源稽查大队（以下简称稽查大队）是…: all that stands before the verb
_WHOLE = re.compile(r"(?P<unit>[\u4e00-\u9fff]{4,30})(?:（[^（）]{1,40}）)?")
# 区交易中心为区政府直属事业单位，由区政府办公室管理
_DESCRIBED = re.compile(r"^(?P<unit>[^为是系]{0,40})[为是系][^，。；]{2,40}(?:单位|机构|部门|机关)$")


@dataclass(frozen=True, slots=True)
class Below:
    """`unit` is under `parent`; `part` where the text names it as a part of it (县水利局下属河道管理所)."""

    parent: str
    unit: str
    kind: str
    span: Span
    cue: str
    part: bool = False


def belongings(words: str, sentence: Span, spoken: str = "") -> Iterator[Below]:
    """Everything that a sentence says of who is under whom; `spoken` is the agency that the text speaks of."""
    yield from _under(words, sentence)
    for found in WITHIN.finditer(words, sentence.start, sentence.end):
        parent = _ending(words, *found.span("parent"))
        if parent and not _SORT.search(found["unit"]):
            kind = HOW.get(found["how"], "所属单位")
            yield Below(parent, found["unit"], kind, Span(*found.span()), "within", part=True)
            at = found.end()
            while more := _NEXT.match(words, at, sentence.end):  # A局下属的X中心、Y站
                if not is_agency(more["unit"]):
                    break
                yield Below(parent, more["unit"], kind, Span(*more.span("unit")), "within", part=True)
                at = more.end()
    for found in ITS.finditer(words, sentence.start, sentence.end):
        first = subjects(words, sentence.start, found.start())[:1]
        if first and not _SORT.search(found["unit"]):
            yield Below(first[0][0], found["unit"], "所属单位", Span(*found.span()), "its")
    for found in OVER.finditer(words, sentence.start, sentence.end):
        unit, place = next(iter(subjects(words, sentence.start, found.start())), (spoken, Span(*found.span())))
        if unit and is_agency(found["parent"]):
            yield Below(found["parent"], unit, "主管", Span(min(place.start, found.start()), found.end()), "over")
    for cue in ("belongs", "attached", "listed"):
        below = CUES[cue].search(words, sentence.start, sentence.end)
        parent = _owner(below["parent"]) if below else ""
        if not below or not _AGENCY.search(parent):
            continue
        moved = _MOVED.search(words, sentence.start, below.start())
        above_all = subjects(words, moved.end() if moved else sentence.start, below.start())
        if not above_all:  # 根据…规定，望溪区农业农村局（以下简称区农业农村局）是区政府工作部门
            above_all = subjects(words, max(sentence.start, words.rfind("，", sentence.start, below.start()) + 1), below.start())
        if not above_all and spoken and not agencies_in(words, Span(sentence.start, below.start())):
            above_all = [(spoken, Span(*below.span()))]
        for said, span in above_all[:1] if "一个机构" in words[sentence.slice] else above_all:
            if said.endswith(parent):
                continue
            kind = "所属单位" if cue == "attached" else _kind(below["how"], below.groupdict().get("kind") or "")
            yield Below(parent, said, kind, Span(span.start, below.end()), cue)


def _owner(said: str) -> str:
    """The parent without its short name, and what is told of the unit before it.

    >>> _owner("自治区人民政府（以下简称区政府）"), _owner("主管全省林业工作的省政府")
    ('自治区人民政府', '省政府')
    """
    return re.sub(r"（[^（）]{1,30}）$", "", said).rpartition("的")[2].removeprefix("由").partition("举办、")[0]


def _under(words: str, sentence: Span) -> Iterator[Below]:
    for found in UNDER.finditer(words, sentence.start, sentence.end):
        described = _DESCRIBED.match(found["unit"])
        start = found.start("unit")
        if described:
            first = subjects(words, start if described["unit"] else sentence.start, found.start("parent"))[:1]
            unit = first[0][0] if first else ""
        else:
            whole_of = _ENTIRE.search(words, *found.span("unit"))
            unit = _ending(words, start, whole_of.start() if whole_of else found.end("unit")).removeprefix("所属")
        if _SORT.search(unit):  # 单位性质：公益二类事业单位，归口区委宣传部领导
            continue
        mentions = agencies_in(found["parent"])
        sole = bool(mentions) and mentions[0].span == Span(0, len(found["parent"]))
        if unit and sole:
            kind, end = HOW.get(found["how"], "主管"), found.end("how")
            yield from (Below(found["parent"], one, kind, Span(at, end), "under") for one, at in _row_before(words, sentence.start, start))
            yield Below(found["parent"], unit, kind, Span(start, end), "under")


def _row_before(words: str, least: int, at: int) -> list[tuple[str, int]]:
    """The agencies of a row before its last: 监狱局、|法律援助中心由省司法厅管理."""
    row: list[tuple[str, int]] = []
    while at - 1 > least and words[at - 1] in "、和及":
        last = agencies_in(words, Span(max(least, at - 30), at - 1))[-1:]
        if not last or last[0].span.end != at - 1 or last[0].group:
            break
        at = last[0].span.start
        row.insert(0, (last[0].words, at))
    return row if words[at - 1 : at] in ("", "。", "，", "；", "：") or at == least else []


def _kind(how: str, what: str) -> str:
    if how in HOW and "事业" not in what and what != "单位":
        return HOW[how]
    return "主管" if how.endswith(("领导", "管理", "主管")) else "所属单位"


def subjects(words: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The agencies of which a sentence speaks: `A与B，列入…`, `A、B是…`, `设立A、B，为…`."""
    label = re.compile(rf"（?(?:{LABEL.pattern})").match(words, start, end)
    at = label.end() if label else start
    found = []
    for mention in agencies_in(words, Span(at, end)):
        if mention.span.start != at:
            break
        found.append((mention.words, mention.span))
        joint = re.compile(r"(?:（[^（）]{1,40}）)?[、和与及]").match(words, mention.span.end, end)
        at = joint.end() if joint else -1
    new = founded(words, Span(start, end), end)
    if new:
        return [(one.name, one.span) for one in new]
    whole = None if found else _WHOLE.fullmatch(words, at, end)
    last = agencies_in(words, Span(at, whole.end("unit")))[-1:] if whole else []
    if whole and last and last[0].span.end == whole.end("unit"):
        return [(whole["unit"], Span(*whole.span("unit")))]
    return found


def _ending(words: str, start: int, end: int) -> str:
    """The agency with which a range ends, what brackets say of it left out; "" where it ends in none."""
    end = aside.start() if (aside := _ASIDE.search(words, start, end)) else end
    mentions = agencies_in(words, Span(start, end))
    return mentions[-1].words if mentions and end - mentions[-1].span.end <= 1 else ""
