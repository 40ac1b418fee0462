"""Which unit belongs to which agency: 内设机构, 直属机构, 派出机构, 所属单位, 下设, 垂直管理, 主管.

`区水务局设办公室、财务科2个内设机构`, `省山货局由省农业厅管理`, `领导小组下设办公室`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.mentions.numeral import count
from extract.rosters import bodies
from extract.rosters.agencies import named, placed, unit_of
from extract.rosters.bodies import registry
from extract.rosters.naming import KIND
from extract.sentences import sentences
from extract.units.below import CUES as BELOW
from extract.units.below import HOW, belongings, subjects
from extract.units.charter import charter, subject_before
from extract.units.meant import governed, last_called, meant
from extract.units.offices import office_meant, offices
from extract.units.pages import headed_units
from extract.units.parts import (
    ANNOUNCED,
    COMPOSED,
    INLINE,
    KINDS,
    OFFICE,
    SET,
    SINGLE,
    SORT,
    kind_of,
    units_in,
    with_parts,
)
from extract.units.sorts import of_sort
from extract.units.subject import named_in, spoken_of
from extract.units.tables import UNIT_HEAD, units_tabled
from extract.units.words import ENDS
from kg.model import Agency, Finding, Notice, Refusal, Span

CUES = {
    "headed": SET, "sort": SORT, "announced": ANNOUNCED, "composed": COMPOSED,
    "inline": INLINE, "single": SINGLE, "office": OFFICE, "row": UNIT_HEAD, **BELOW,
}
_GATE = re.compile(
    r"内设|下设|现有|直属|派出|所属|下属|管理|领导|代管|主管|隶属|工作部门|组成部门|办事机构|设立的|举办的|"
    r"(?<![建开预])设(?![施备计想])|下辖|[组班个][构组]成"
)
# who sets up units with a bare 设: an organ that opens its clause
_SETS_UP = re.compile(
    r"(?:^|[，。；、．.）])[\u4e00-\u9fff（）“”]{0,30}(?:[局委办厅部处院校所会段厂馆站队社系署]|大学|中心|公司|集团|政府|银行|办事处|支队|大队|总队|机关)(?:机关|"
    r"统一|共|下|分别|现|内|依法|(?:可以?)?根据[^，。；]{0,12}需要)?$"
)
# 区公安分局下辖…；设刑侦大队、交警大队等7个机构: of the agency that the sentence began with
_GOES_ON = re.compile(r"[，；]$")
_COUNTED_SORT = re.compile(r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})个[\u4e00-\u9fff]{0,6}(?:机构|单位|科室|处室|股室|部门|大队|中队|站所|中心)$")
# 在青石镇、高桥镇设两个站
_WHERE = re.compile(r"(?:分别)?在[^，。；]{2,40}$")
# 综合科等4个内设机构: the number tells the kind
_COUNTED_AS = re.compile(r"(?:\d|[一二三四五六七八九十])个[\u4e00-\u9fff]{0,6}?(?P<how>内设|直属|派出)(?:机构|科室|处室|单位)")
# how far behind a sentence the agency that it spoke of is still meant
_FAR = 300
_AS = re.compile(r"[^，。；]{2,120}?(?:作为|为)(?:其|该[局中])?(?P<how>内设|直属|派出)(?:机构|单位|机关)")
# who has bodies below it and no rooms within
_ABOVE = re.compile(r"(?:[^委]员会|党委会?|组委会|领导小组|指挥部|政府|人民委员会|公署|行署|政务院|国务院)$")
# 科, 室: a part within a house, whatever verb sets it up
_ROOM = re.compile(r"(?:[科股室]|(?<!办事)处)$")
_MORE = ("增设", "新设")
_SO_MANY = re.compile(r"(?P<n>\d{1,2}|[一二三四五六七八九十两]{1,3})[个家]$")
_OFFICES = re.compile(r"(?:^|[，。；、）\d])(?:该)?办公室$")
# between the one who sets up and the verb
_MODAL = re.compile(r"(?:应当?|需?要|须|可以?|均|都|也|亦|还|分别|统一|相应|原则上|单独|(?:根据|经)[^，。；]{2,20}批准，?)+$")
_NEAR = 120
# 全资子公司6家: what an agency owns is no part of its house
_OWNED = ("公司", "企业", "学校", "医院", "事业单位")
_UNDER = re.compile("下设[^，。；：]{0,12}：$")  # 下设7个指挥机构：
_MOST = 0.8  # of the items of a list
_TOLD = 4  # a single unit below is told by its whole name: 下设清明节工作办公室


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Facts in the order of the text."""
    words = notice.words
    seen: set[tuple[str, str]] = set()
    if not _GATE.search(words):
        return
    office = [_finding(one.parent, one.unit, "下设", one.span, "office") for one in offices(notice)]
    listed = [_finding(one.parent, one.unit, one.kind, one.span, "headed") for one in headed_units(notice)]
    every = [*office, *listed, *_numbered(notice), *_rows(notice), *_told(notice)]
    for finding in sorted(every, key=lambda one: (one.span.start, one.span.end)):
        parent, unit = finding.args["parent"], finding.args["unit"]
        if not isinstance(parent, Agency) or not isinstance(unit, Agency) or parent.name == unit.name:
            continue
        above, own = _meant(notice, governed(parent, notice.head), finding.span), _meant(notice, unit, finding.span)
        if above is None or own is None:
            yield Refusal(finding.span, finding.rule, "nobody named before is called so")
            continue
        if above != parent and unit.name.startswith(parent.name) and not unit.mention.startswith(parent.mention):
            own = Agency(above.name + unit.name.removeprefix(parent.name), unit.mention)
        if above != parent or own != unit:
            finding = replace(finding, args={**finding.args, "parent": above, "unit": own})
        key = (above.name, own.name)
        if key not in seen:
            seen.add(key)
            yield finding


def _meant(notice: Notice, one: Agency, span: Span) -> Agency | None:
    """An agency, 该中心 by the name of the one meant; None where nobody is. One whose name is known already keeps it."""
    if one != named(one.mention, notice.head):
        return one
    name = meant(notice, one.mention, span.start)
    return Agency(named(name, notice.head).name, one.mention, one.group) if name else None


def _finding(parent: Agency, unit: Agency, kind: str, span: Span, cue: str) -> Finding:
    return Finding({"parent": parent, "unit": unit, "kind": kind}, span, f"structure.{cue}", 0.9)


def _rows(notice: Notice) -> Iterator[Finding]:
    """Units in a table of duties, of the agency that the text is about."""
    about = charter(notice)
    if about is None:
        return
    parent = named(about.mention, notice.head)
    for span in units_tabled(notice):
        name = notice.words[span.slice].partition("（")[0]
        yield _finding(parent, unit_of(parent, name), "内设机构", Span(span.start, span.start + len(name)), "row")


def _numbered(notice: Notice) -> Iterator[Finding]:
    """`对应设置4个系：（1）广告系（2）中文系`: as many numbered units of one sort as the sentence counts."""
    words, gaps = notice.words, notice.gaps
    for found in SORT.finditer(words):
        units, sort = of_sort(words, gaps, found), found["sort"][-1]
        if not units:
            continue
        opens = next((one for one in sentences(notice) if one.start <= found.start() < one.end), Span(0, 0))
        body = _body_before(notice, opens, found.start())
        subject = subject_before(words, found.start(), opens.start)
        issuers = notice.head.issuers
        said = subject[0] if subject else _first(words, opens, found.start())
        parent = body or (named(said, notice.head) if said else issuers[0] if len(issuers) == 1 else None)
        if parent is None:
            continue
        kind = "下设" if body or sort in "组班" or _ABOVE.search(parent.mention) else "内设机构"
        for unit in units:
            yield _finding(parent, unit_of(parent, unit.name), kind, unit.span, "sort")


def _told(notice: Notice) -> Iterator[Finding]:
    """What single sentences say."""
    words, head = notice.words, notice.head
    spoken, at = "", 0
    for sentence in sentences(notice):
        about = spoken_of(words, sentence, spoken)
        spoken, at = (about, sentence.end) if about else (spoken if sentence.start - at < _FAR else "", at)
        if not _GATE.search(words, sentence.start, sentence.end):
            continue
        told = [*_announced(notice, sentence, spoken), *_inline(notice, sentence, spoken)]
        for below in belongings(words, sentence, spoken):
            above = named(below.parent, head)
            unit = unit_of(above, below.unit) if below.part else named(below.unit, head)
            told.append(_finding(above, unit, below.kind, below.span, below.cue))
        for found in COMPOSED.finditer(words, sentence.start, sentence.end):
            if body := _body_before(notice, sentence, found.start()):
                units = units_in(words, Span(*found.span("list")))
                told += [_finding(body, unit_of(body, unit.name), "下设", unit.span, "composed") for unit in units]
        parents = [one.args["parent"] for one in told if one.rule == "structure.announced"]
        if parents and isinstance(parents[0], Agency):
            spoken, at = parents[0].mention, sentence.end  # 省政府组成部门：…。直属机构：… are its own too
        yield from told
        yield from _single(notice, sentence, spoken, [one.span for one in told])
        for found in OFFICE.finditer(words, sentence.start, sentence.end):
            if any(body.office and body.office.meets(Span(*found.span())) for body in bodies(notice)):
                continue
            above = named(found["parent"], head)
            short = next((one for body in registry(notice).named for one in body.aliases if above.mention.endswith(one)), "")
            unit_named = Agency(above.name + found["unit"], short + found["unit"])
            yield _finding(above, unit_named, "下设", Span(*found.span()), "office")


def _announced(notice: Notice, sentence: Span, spoken: str) -> Iterator[Finding]:
    """`国务院设二十个直属机构：A，B`: all that stands behind the colon is units of the kind before it."""
    words, head = notice.words, notice.head
    for found in ANNOUNCED.finditer(words, sentence.start, sentence.end):
        units = units_in(words, Span(*found.span("list")))
        if len(units) < 2 or len(units) < _MOST * len(re.findall("[、，]", re.sub("（[^（）]*）", "", found["list"]))):
            continue
        sort, number = found["sort"] or found["such"], found["count"] or found["ahead"]
        if sort and count(number) != len(units):  # 教学单位6个：…
            continue
        about = charter(notice)
        at = found.start()
        subject = subject_before(words, at, sentence.start)
        said = subject[0] if subject else _first(words, sentence, at) or _counted_before(words, at) or spoken or (about.mention if about else "")
        parent = _house(notice, said, at) or named(said, head) if said else head.issuers[0] if len(head.issuers) == 1 else None
        if parent is None:
            continue
        for unit in units:
            told = any(found[f"k{i}"] for i in range(len(KINDS)))
            below = kind_of(found) if told or not _UNDER.search(words[sentence.start : found.start("list")]) else "下设"
            kind = "所属单位" if sort and sort.endswith(_OWNED) else below
            yield _finding(parent, unit_of(parent, unit.name), kind, unit.span, "announced")


def _counted_before(words: str, at: int) -> str:
    """省人民政府 of 省人民政府设十二个直属机构，…。这十二个直属机构是：…."""
    told = [*SET.finditer(words, max(0, at - _NEAR), at)]
    subject = subject_before(words, told[-1].start(), 0) if told else None
    return subject[0] if subject else ""


def _inline(notice: Notice, sentence: Span, spoken: str) -> Iterator[Finding]:
    """`区水务局内设办公室、财务科`; the offices of bodies are told elsewhere."""
    words = notice.words
    about = charter(notice)
    before = ""
    for found in INLINE.finditer(words, sentence.start, sentence.end):
        number = _number(words, found)
        listed = Span(*found.span("list"))
        units = with_parts(words, listed, sentence.end) or units_in(words, listed, number)
        if len(units) == 1 and (number or 0) > 1:  # 下设三个工作组
            continue
        where = _WHERE.search(words, sentence.start, found.start())
        start = where.start() if where else found.start()
        if len(units) == 1 and units[0].name in ("办公室", "工作办公室", "秘书处"):
            continue
        goes_on = _GOES_ON.search(words, sentence.start, start) and _first(words, sentence, start) and _COUNTED_SORT.search(found["list"])
        if found["verb"].startswith("设") and found["verb"] != "设有" and not goes_on and not _SETS_UP.search(words[sentence.start : start]):
            continue
        below = found["verb"].startswith("下") and units and len(units[0].name) >= _TOLD
        if not units or (len(units) < 2 and not below and not re.search(r"个|内设|分设|派出|事业单位", found[0][:12])):
            continue
        parent = _body_before(notice, sentence, start) or (office_meant(notice, start) if _OFFICES.search(words[sentence.start:start]) else None)
        if parent is None:
            subject = subject_before(words, start, sentence.start)
            said = subject[0] if subject else _general(words, sentence, start)
            said = "" if _BARE_HOUSE.fullmatch(said) and (spoken or about) else said
            said = said or _first(words, sentence, start) or spoken or (about.mention if about else "") or before
            if not said:
                continue
            before = said
            parent = _house(notice, said, start) or named(said, notice.head)
        serves = _AS.match(words, found.start("list"), sentence.end)
        kind = HOW[serves["how"]] if serves else _kind_told(found, parent)
        for unit in units:
            yield _finding(parent, unit_of(parent, unit.name), kind, unit.span, "inline")


def _single(notice: Notice, sentence: Span, spoken: str, told: list[Span]) -> Iterator[Finding]:
    """`镇文物管理委员会设立专家委员会`: an agency right before the verb sets up the unit right behind it."""
    words = notice.words
    for found in SINGLE.finditer(words, sentence.start, sentence.end):
        if any(span.meets(Span(*found.span())) for span in told):
            continue
        modal = _MODAL.search(words, sentence.start, found.start())
        start = modal.start() if modal else found.start()
        where = _WHERE.search(words, sentence.start, start)
        start = where.start() if where else start
        body = _body_before(notice, sentence, start)
        subject = subject_before(words, start, sentence.start)
        if where and subject and subject[1].start > sentence.start and words[subject[1].start - 1] not in "，；：":
            continue
        opens = start == sentence.start and found["verb"] == "下设"
        said = subject[0] if subject else spoken if opens else ""
        if not said and found["verb"] in _MORE:
            said = _first(words, sentence, start) or (named_in(words, sentence, start) if _ROOM.search(found[0]) else "")
        units = units_in(words, Span(*found.span("inner" if found["inner"] else "list")))
        if not units or not (body or said) or (len(units) == 1 and units[0].name in ("办公室", "工作办公室", "秘书处")):
            continue
        if KIND.search(units[0].name) and body is None and not said.endswith("会"):  # 区政府设立领导小组: a body set up
            continue
        parent = body or _house(notice, said, start) or named(said, notice.head)
        for unit in units:
            room = _ROOM.search(unit.name) and not found["verb"].startswith("下") and not body and not _ABOVE.search(parent.mention)
            yield _finding(parent, unit_of(parent, unit.name), "内设机构" if room else "下设", unit.span, "single")


def _number(words: str, found: re.Match[str]) -> int | None:
    """How many units a list is said to have, before or behind the verb: 共有3个下属单位：…, 内设3个科室：…."""
    before = _SO_MANY.search(words, max(0, found.start() - 4), found.start())
    said = found["n"] or (before["n"] if before else None)
    return count(said) if said else None


# how the name of a house ends that a text calls by its kind
_BARE_HOUSE = re.compile(r"[馆局院校所站委办厅处队]|中心")  # 馆内设三个科
_HOUSES = {
    "公司": ("公司",),
    "集团": ("集团", "公司"),
    "集团公司": ("公司",),
    "学校": ("学校", "中学", "小学", "学院", "大学", "中"),
    "我校": ("学校", "中学", "小学", "大学", "中"),
    "学院": ("学院",),
    "医院": ("医院",),
    "我院": ("学院", "医院", "研究院", "法院", "检察院"),
}


def _house(notice: Notice, said: str, at: int) -> Agency | None:
    """公司 of 公司下设三个部门: the last firm named before it; 学校 in a notice of a school is that school."""
    ends = _HOUSES.get(said)
    if ends is None:
        return None
    if full := last_called(notice, said, at):
        return Agency(named(full, notice.head).name, said)
    about = charter(notice)
    own = [*(one.name for one in notice.head.issuers), *([about.name] if about else [])]
    return next((Agency(name, said) for name in own if name.endswith(ends)), None)


def _kind_told(found: re.Match[str], parent: Agency) -> str:
    """The kind of the units of a list: as the verb or the number says it, else by who sets them up."""
    verb, counted = found["verb"], _COUNTED_AS.search(found["list"])
    if verb.startswith("派出"):
        return HOW[verb[:2]]
    if verb.startswith("直属") and verb.endswith("机构"):
        return "直属机构"
    if verb.startswith(("所属", "下属", "直属")) or (not counted and "事业单位" in found["list"]):
        return "所属单位"
    return HOW[counted["how"]] if counted else "下设" if verb.startswith("下") or _ABOVE.search(parent.mention) else "内设机构"


def _body_before(notice: Notice, sentence: Span, at: int) -> Agency | None:
    """The coordination body right before 下设, by its full name."""
    known = registry(notice)
    for body in known.acted:
        if notice.words.endswith(body.name, sentence.start, at):
            return placed(body.name, notice.head)
    for name in known.names(Span(sentence.start, at))[-1:]:
        if at - name.span.end <= 1:
            owner = known.owner(name.words, at)
            return placed(owner.name if owner else name.words, notice.head)
    return None


def _first(words: str, sentence: Span, at: int) -> str:
    """The agency with which the sentence begins."""
    said = next((said for said, _ in subjects(words, sentence.start, at)), "")
    return said.removesuffix("机构") if said.removesuffix("机构") in _HOUSES else said  # 学校机构设置：…


def _general(words: str, sentence: Span, at: int) -> str:
    """What a sentence is about where no agency stands before the verb: the words from its start."""
    said = re.split(r"[，；：]", words[sentence.start : at])[-1]
    return said if re.search(rf"(?:{ENDS}|会|机构)$", said) and len(said) <= 40 else ""
