"""How many positions an agency or unit has: `区教育局机关行政编制25名`, `局长1名、副局长3名`, `科级领导职数6正3副`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.mentions.agency import agencies_in, is_agency
from extract.mentions.numeral import count
from extract.rosters.agencies import named, unit_of
from extract.sentences import sentences
from extract.units.charter import Charter, charter
from extract.units.meant import THAT, meant
from extract.units.staff import (
    AHEAD,
    COUNTED,
    DEALT,
    DIVIDED,
    EACH,
    EVERY,
    PAIR,
    POST,
    QUOTA,
    SHARED,
    SORTS,
    Count,
    counts,
)
from extract.units.subject import founded, spoken_of
from extract.units.tables import tabled
from extract.units.words import BEFORE, ENDS, LABEL
from kg.model import Agency, Finding, Notice, Refusal, Span, Value

CUES = {"quota": QUOTA, "pair": PAIR, "post": POST, "each": EACH, "ahead": AHEAD, "shared": SHARED, "divided": DIVIDED, "dealt": DEALT, "table": COUNTED}
_GATE = re.compile(r"编制|职数|配备|定员|(?:[设配有由]|其中).{0,14}?(?:\d+|[一二三四五六七八九十]+)[名人]")
_SETS = re.compile(r"编|定员|职数|其中|设|配|[现共]有|由.*组成")
# sentences that go on with the unit of the one before
_GOES_ON = ("其中", "设", "科", "领导", "编制", "核定", "配", "行政编制", "事业编制", "内设", "下设", "另", "工勤", "班子")
_MOVED = re.compile(r"(?:予以|全部|一并|同时)?(?:划转|随自然减员|核销|实名制|收回|招聘|招录|聘用期|占编|招考)|请(?:予以?)?核")
# 县审计局下属县投资审计中心，为…: of the latter
_TOLD_BELOW = re.compile(rf"[\u4e00-\u9fff]{{2,24}}?(?:下属|所属|直属)的?(?P<unit>[\u4e00-\u9fff]{{3,24}}?(?:{ENDS}))(?:（[^（）]{{1,30}}）)?，(?=[为系是属])")
_OF_OFFICE = re.compile("编制|控制数|员额")  # what the office itself has, not its head
_MOVES = re.compile(r"[从由][^，。；]{2,24}(?:划转|划出|划拨|调剂|调配|连人带编)$")  # 从区农业局划转编制3名
_TAKEN = re.compile(r"(?:收回|调剂)(?:剩余|全部|多余|空余)?的?$")
_FAR = 40
_AT_OFFICE = re.compile(r"(?<=..)(?:核定|使用|保留|配备|设)机关$")  # 区民政局核定机关行政编制
_GRADED = r"(?:(?:(?:相当于)?[正副]?[科处股厅]级|公益[一二]类|机构规格[^，。；]{2,10})，)*"  # …大队，|副科级，|编制35名
_SENTENCE_UNIT = re.compile(
    rf"(?P<unit>[\u4e00-\u9fff“”（）]{{1,40}}?(?:{ENDS}))(?:（[^（）]{{1,30}}）)?[，：]{_GRADED}(?=[^，：]*\d|[^，：]*[一二三四五六七八九十]名)"
)
_STAFF_HEAD = re.compile(rf"(?:{LABEL.pattern})(?:机关)?(?:人员)?编制(?:和|与|及)?(?:领导职数)?$")
_SPEAKER = re.compile(r"[我本](?:会|院|校|局|委|办|厅|部|公司|集团|中心|行|社|所|站|馆|单位)(?=[现共机编核设内下原目])")  # 我院现有…
# 区执法大队为区文旅局管理的副科级机构，…
_DESCRIBED = re.compile(rf"(?P<unit>[\u4e00-\u9fff]{{4,40}}?(?:{ENDS}|局))(?:（[^（）]{{1,30}}）)?[为是系](?=[^，。；]{{2,40}}(?:机构|单位|机关|部门)[，。])")
# 一、办公室。 the counts below are its own
_NUMBER = re.compile(r"[\d一二两三四五六七八九十][名个人]|正[、，]?[\d一二三四五六七八九]|编制")
_UNIT_HEAD = re.compile(
    rf"(?:{LABEL.pattern})(?P<unit>[\u4e00-\u9fff]{{1,14}}(?:{ENDS}|局))(?:（[^（）]{{1,20}}）)?(?:[。：]?$|[：。](?=负责|承担|主要|组织))"
)
_LEVEL_UNIT = re.compile(r"[省市县区乡镇村]级")
_LEVEL = re.compile(r"(?P<level>[省市县区乡镇村]级)层面")


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Facts in the order of the text."""
    words = notice.words
    if not _GATE.search(words):
        return
    about = charter(notice)
    whole = about.mention if about else ""
    unit, ruled, at_once = whole, False, False
    for row, one in tabled(notice):
        yield _finding(notice, about, row, one)
    for sentence in sentences(notice):
        said = words[sentence.slice]
        level = _LEVEL.search(said)
        if level and len(said) < 14:
            unit = level["level"]
        if shared := list(_shared(words, sentence)):
            yield from (_finding(notice, about, one, each) for one, each in shared)
            continue
        headed = None if founded(words, sentence, sentence.end) else _UNIT_HEAD.match(said)
        if headed:
            unit, ruled = headed["unit"], True
        found = list(counts(words, sentence)) if _NUMBER.search(said) else []
        if not found:
            spoken = "" if headed else spoken_of(words, sentence, unit)
            unit, ruled = (spoken, True) if spoken else (whole, False) if whole and _STAFF_HEAD.search(said) else (unit, ruled)
            at_once = False
            continue
        ruled = said.startswith("其中") or (ruled and said.startswith(_GOES_ON))
        divided = list(_divided(words, sentence))
        found += [one for of, one in divided if not of]
        found.sort(key=lambda one: one.span.start)
        opened = _founded(words, sentence, found[0]) or _opening(words, sentence, found[0])
        last = unit
        unit = opened or (unit if ruled else whole or _first(words, sentence, found[0]) or unit)
        ruled = ruled or (bool(unit) and at_once and found[0].cue in ("post", "each") and found[0].span.start == sentence.start)
        at_once = True
        if not ruled and not any(one.cue in ("quota", "pair", "ahead") for one in found) and not _SETS.search(said):
            continue
        ruled = True
        at, led, last_told = sentence.start, False, ""
        several: list[str] = []
        aside = ""
        yield from (_finding(notice, about, of, one) for of, one in divided if of)
        for one in found:
            inside = _IN_ASIDE.search(words, at, one.span.start)
            aside = _OF.split(inside["unit"])[-1] if inside else "" if "）" in words[at : one.span.start] else aside
            if aside:
                at = one.span.end
                yield _finding(notice, about, aside, one)
                continue
            before = _unit_before(words, at, one) or _clause_of(words, at, one) or _set_up_in(words, at, one)
            several = _several(words, at, one) or ([] if before else several)
            if several:
                at = one.span.end
                yield from (_finding(notice, about, each, one) for each in several)
                continue
            if before in _KINDS and unit.endswith(before):  # 成立临澜市燃料总公司，公司定员85人
                before = unit
            if before == "机关" and unit:  # 区残联机关设…，机关事业编制9名，其中理事长1名
                before, unit = before if whole else _house(unit) + before, unit if whole else _house(unit)
                yield _finding(notice, about, before, one)
                at = one.span.end
                continue
            if before in _BELOW_ALL:  # 所属事业单位编制60名, of the agency told before
                at, above = one.span.end, _house(whole or last)
                if above:
                    yield _finding(notice, about, above + "所属事业单位", one)
                continue
            told = before or (unit if one.cue == "quota" and _OF_OFFICE.search(one.item) else _house(unit))
            that = THAT.search(words, at, one.span.start)
            told = (meant(notice, that[0], that.start()) or "") if that and not before else told
            at = one.span.end
            unit = before or (told if that else unit)
            if one.cue == "ahead" and not before and not _LEVEL_UNIT.fullmatch(told) and not led:
                yield Refusal(one.span, "staffing.ahead", "no unit stands before it")
                continue
            led = True
            if one.cue == "divided" and (last_told or told):
                yield _finding(notice, about, last_told or told, one)
                continue
            last_told = told
            if _moves(words, sentence.start, one.span) or not told:
                yield Refusal(one.span, f"staffing.{one.cue}", "no unit is told" if not told else "positions that move")
                continue
            yield _finding(notice, about, told, one)


def _house(unit: str) -> str:
    """区水务局 of 区水务局机关; the 党政机关 of a town are no more than that."""
    return unit if unit.endswith("党政机关") else unit.removesuffix("机关")


def _moves(words: str, least: int, counted: Span) -> bool:
    """Positions that go from one to another, or that are taken back."""
    before = max(least, counted.start - _FAR)
    given = _MOVES.search(words, before, counted.start) or _TAKEN.search(words, before, counted.start)
    return bool(given or _MOVED.match(words, counted.end))


def _shared(words: str, sentence: Span) -> Iterator[tuple[str, Count]]:
    """`编制核定如下：县财政局20人，县税务局35人`: agencies and numbers, and what is counted before the colon."""
    for found in SHARED.finditer(words, sentence.start, sentence.end):
        rows = list(EVERY.finditer(found["list"]))
        if len(rows) < 2 or not all(is_agency(row["unit"]) for row in rows):
            continue
        for row in rows:
            span = Span(*row.span("unit")).shift(found.start("list"))
            yield row["unit"], Count(found["item"], count(row["count"]) or 0, Span(span.start, found.start("list") + row.end()), "shared")
    for found in DEALT.finditer(words, sentence.start, sentence.end):
        numbers = [count(said.rstrip("名人")) for said in re.split("[、和]", found["counts"])]
        units = [one.words for one in agencies_in(words, Span(*found.span("list")))][-len(numbers) :]
        for unit, number in zip(units, numbers, strict=False) if len(units) == len(numbers) else ():
            yield _OF.split(unit)[-1], Count(found["item"] or found["behind"], number or 0, Span(*found.span()), "dealt")


def _divided(words: str, sentence: Span) -> Iterator[tuple[str, Count]]:
    """The parts of a total, by units (编制60名，其中：区救助站8名，区福利院25名) or, of the same unit, by sorts (行政18人、工勤2人)."""
    for found in DIVIDED.finditer(words, sentence.start, sentence.end):
        rows = list(EVERY.finditer(found["list"]))
        sorts = all(SORTS.fullmatch(row["unit"]) for row in rows)
        if len(rows) < 2 or not (sorts or all(is_agency(row["unit"]) for row in rows)):
            continue
        for row in rows:
            span = Span(found.start("list") + row.start("unit"), found.start("list") + row.end())
            item = row["unit"] + ("领导职数" if found["item"].endswith("职数") else "编制") if sorts else found["item"]
            yield "" if sorts else row["unit"], Count(item, count(row["count"]) or 0, span, "divided")


def _finding(notice: Notice, about: Charter | None, unit: str, one: Count) -> Finding:
    args: dict[str, Value] = {"unit": _agency(notice, about, unit), "item": one.item, "count": one.count}
    return Finding(args, one.span, f"staffing.{one.cue}", 0.95)


def _founded(words: str, sentence: Span, first: Count) -> str:
    """The one unit that a sentence sets up before it counts: `设立区大数据中心，核定事业编制12名`."""
    units = founded(words, sentence, first.span.start)
    return units[0].name if len(units) == 1 else ""


def _opening(words: str, sentence: Span, first: Count) -> str:
    """The unit with which a sentence begins: `2.法制科，行政编制3名`."""
    label = LABEL.match(words, sentence.start, sentence.end)
    start = label.end() if label else sentence.start
    below = _TOLD_BELOW.match(words, start, first.span.start)
    if below and is_agency(below["unit"]):
        return below["unit"]
    if speaker := _SPEAKER.match(words, start, first.span.start):
        return speaker[0]
    described = _DESCRIBED.match(words, start, first.span.start)
    if described and is_agency(described["unit"]):
        return described["unit"]
    found = _SENTENCE_UNIT.match(words, start, min(sentence.end, first.span.end))
    if found and found.end() <= first.span.start + 2:
        return BEFORE.sub("", _BELOW.sub("", _SEATED.split(_RENAMED.split(found["unit"])[-1])[0]))
    return ""


def _first(words: str, sentence: Span, one: Count) -> str:
    """The agency that a sentence is about."""
    mentions = agencies_in(words, Span(sentence.start, max(sentence.start, one.span.start)))
    owner = _OWNER.fullmatch(words, sentence.start, mentions[0].span.start) if mentions else None
    if owner:
        return owner["unit"]
    if mentions and _WITHIN.search(words, sentence.start, mentions[0].span.start):
        return ""
    renamed = _RENAMED.search(words, sentence.start, one.span.start)
    new = agencies_in(words, Span(renamed.end(), one.span.start))[:1] if renamed else []
    if renamed and new and new[0].span.start == renamed.end():
        return new[0].words
    near = mentions and not mentions[0].group and mentions[0].span.start - sentence.start <= 6
    return _WITHIN_NAME.split(mentions[0].words)[0] if near else ""


def _clause_of(words: str, at: int, one: Count) -> str:
    """The unit that a clause begins with before it counts: ；离退休干部科负责离退休人员工作，科长1名; ：区种苗站，编制6名."""
    found = _TELLS.search(words, at, one.span.start) or _NAMED.search(words, at, one.span.start)
    return _RENAMED.split(_SETS_UP.sub("", found["unit"]))[-1] if found else ""


def _set_up_in(words: str, at: int, one: Count) -> str:
    """The unit that the ；-clause of a count sets up: ；电气车间、热工车间合并为电热车间，定员45人."""
    clause = words.rfind("；", at, one.span.start) + 1
    return _founded(words, Span(clause, one.span.start), one) if clause else ""


def _several(words: str, at: int, one: Count) -> list[str]:
    """The units that each have what is counted: 侦查一科、侦查二科各设科长1名."""
    found = _EACH_OF.search(words, at, one.span.start)
    return re.split("[、和]", found["list"]) if found else []


def _unit_before(words: str, at: int, one: Count) -> str:
    """The unit that stands right before an item: 鼓楼街道 in 鼓楼街道事业编制6名."""
    text = _ASIDE.sub("", words[at : one.span.start])
    label = LABEL.match(text)
    pieces = re.split(r"[，；。：、]|（(?![^（）]*）)|^[^（]*）|其中|并", text[label.end() if label else 0 :])
    clause = pieces[-2] if text.endswith("：") and len(pieces) > 1 else pieces[-1]  # 镇便民服务中心：编制12名
    clause = _SETS_UP.sub("", _JOINED.sub("", clause))
    said = _AT_OFFICE.sub("机关", _VERBS.sub("", BEFORE.sub("", _HEADING.sub("", clause))))
    if _BACK.search(said):
        return ""
    mentions = agencies_in(said)
    if mentions and mentions[0].span.start > 0 and re.fullmatch(r"同意|批准|将|对|给|从|由|决定|现将|经", said[: mentions[0].span.start]):
        said, mentions = said[mentions[0].span.start :], agencies_in(said[mentions[0].span.start :])
    if mentions and mentions[0].span.start == 0:
        end = mentions[-1].span.end
        return said if len(said) - end <= 8 and not mentions[-1].group else said[:end]
    if _EVERY.fullmatch(said):
        return said
    return said if 2 <= len(said) <= 30 and re.search(rf"(?:{ENDS}|机关|机构|系统|会|街道|地区|镇|乡|级)$", said) else ""


# 区水务局派出机构为城区水务所: the count is of the latter; 公司下设综合部…，设经理1名: of the former
_BELOW = re.compile(r"^[\u4e00-\u9fff]{2,20}?(?:派出|直属|所属|下属|内设)(?:机构|单位)[为是]")
_TELLS = re.compile(rf"；(?P<unit>[\u4e00-\u9fff]{{1,14}}?(?:{ENDS}))(?:（[^（）]{{1,20}}）)?(?=负责|承担|主管)[^；。]*$")
_NAMED = re.compile(rf"[；：](?!其中)(?P<unit>[\u4e00-\u9fff]{{3,24}}?(?:{ENDS}))(?:（[^（）]{{1,20}}）)?，(?:[正副][科股处]级，)?(?:核?定)?$")
_EACH_OF = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<list>[\u4e00-\u9fff]{{2,20}}?(?:{ENDS})(?:[、和][\u4e00-\u9fff]{{2,20}}?(?:{ENDS})){{1,12}})(?:各|均|分别)(?:[核设配][\u4e00-\u9fff]?|增加)?$"
)
# 市林业局所属市种苗站
_OF = re.compile(r"(?<=.)(?:所属|下属|直属)的?(?:事业单位|单位)?")
_KINDS = ("公司", "学校", "中心", "医院", "学院", "支队", "大队")
_EVERY = re.compile(r"每(?:[个支所家名])?[\u4e00-\u9fff]{1,8}")
_OWNER = re.compile(r"(?P<unit>[\u4e00-\u9fff]{2,30}?)(?:现|共)?(?:下设|内设|分设|设有|设)")
# 内设综合科…: the part of an agency told before
_WITHIN = re.compile(r"[内下分]设$")
# 县环卫所更名为县环卫中心，核减编制8名: those of the new one
_RENAMED = re.compile(r"(?:更名|改名|改建|改)为|改称")
# 县教育督导室设在县教育局，核定编制2名
_SEATED = re.compile(r"(?<=..)(?:设在|设于|挂靠|依托|隶属|直属于|归口|归(?=[^，]{2,20}管理))")
_WITHIN_NAME = re.compile(r"(?<=.)[内下分]设")
# 区妇女儿童活动中心（事业编制7名）、区实验幼儿园（…）: the counts of brackets are those of the unit before them
_IN_ASIDE = re.compile(
    rf"(?:(?<=[，；：、和及。])|(?<=属单位)|(?<=事业单位))(?P<unit>(?!所属|下属|直属)[\u4e00-\u9fff]{{3,24}}?(?:{ENDS}))"
    r"（(?:[^（）；。]{0,20}，)?(?:核定|现有|使用)?$"
)
_ASIDE = re.compile(r"（[^（）]{4,}）(?=$|机关|[共核])")
_BELOW_ALL = ("事业单位", "所属事业单位", "下属事业单位", "直属事业单位")
_JOINED = re.compile(r"^.*（(?:加?挂|设在|原|含|以下)[^（）]*）(?=.{2})")  # the line above: …服务站（挂靠办公室）|镇机关
_SETS_UP = re.compile(r"^(?:(?:同意|批准|决定)?(?:成立|组建|新设|增设|保留|恢复))+(?=.{3})")
_BACK = re.compile(r"该|其|上述|后$|^全[院局校所站队处厅委社]$")
# a heading that ran into the text when its line was lost
_HEADING = re.compile(r"^(?:内设机构|直属机构|派出机构|人员编制|机构编制|其他事项)+(?=..)")
_VERBS = re.compile(
    r"(?:至少|应当?|要|必?须|可以?|均|都|统一|重新|现|共|暂|另)*(?:原则上?|一般|分别|统一|核定|定|设置|设立|设|配备|保留|使用|核增|核减|增加|减少|所属|的|为|有)+"
    r"(?:了|给)?$|(?:至少|应当?|必须|均|都|由)$"
)


def _agency(notice: Notice, about: Charter | None, unit: str) -> Agency:
    found = replace(named(meant(notice, unit, 0) or unit, notice.head), mention=unit)
    if about and unit != about.mention and found.name == unit and not agencies_in(unit):
        return unit_of(named(about.mention, notice.head), unit)
    return found
