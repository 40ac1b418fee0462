"""Units that a sentence names right behind the verb: 区水务局内设办公室、财务科, 镇文物管理委员会设立专家委员会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.numeral import count
from extract.rosters.agencies import named, unit_of
from extract.rosters.naming import KIND
from extract.units.belonging import Belonging
from extract.units.below import HOW
from extract.units.charter import charter, subject_before
from extract.units.offices import office_meant
from extract.units.parts import INLINE, SINGLE, Unit, by_clauses, units_in, with_parts
from extract.units.subject import named_in
from extract.units.whose import ABOVE, BARE_HOUSE, HOUSES, body_before, first, general, house
from extract.units.words import LABEL
from kg.model import Agency, Notice, Span

# who sets up units with a bare 设: an organ that opens its clause
_SETS_UP = re.compile(
    r"(?:^|[，。；、．.）])[\u4e00-\u9fff（）“”]{0,30}(?:[局委办厅部处院校所会段厂馆站队社系署行监矿]|大学|中心|公司|集团|政府|银行|办事处|支队|大队|总队|机关|[镇乡]|街道)(?:机关|"
    r"统一|综合|优化|共|下|分别|现|内|依法|(?:可以?)?根据[^，。；]{0,12}需要)?$"
)
# 区公安分局下辖…；设刑侦大队、交警大队等7个机构: of the agency that the sentence began with
_GOES_ON = re.compile(r"[，；]$")
_COUNTED_SORT = re.compile(
    r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})个[\u4e00-\u9fff]{0,6}"
    r"(?:机构|单位|科室|处室|股室|部门|大队|中队|站所|中心|委员会|小组|组)$"
)
# 在青石镇、高桥镇设两个站
_WHERE = re.compile(r"(?:分别)?在[^，。；]{2,40}$")
# 综合科等4个内设机构: the number tells the kind
_COUNTED_AS = re.compile(r"(?:\d|[一二三四五六七八九十])个[\u4e00-\u9fff]{0,6}?(?P<how>内设|直属|派出)(?:机构|科室|处室|单位)")
_AS = re.compile(r"[^，。；]{2,120}?(?:作为|为)(?:其|该[局中])?(?P<how>内设|直属|派出)(?:机构|单位|机关)")
# 科, 室: a part within a house, whatever verb sets it up
_ROOM = re.compile(r"(?:[科股室]|(?<!办事)处|(?<![支本总])部)$")
_MORE = ("增设", "新设")
_SO_MANY = re.compile(r"(?P<n>\d{1,2}|[一二三四五六七八九十两]{1,3})[个家]$")
_BEHIND = re.compile(r"(?<!等)(?P<n>\d{1,2}|[二三四五六七八九十两]{1,3})[个家][\u4e00-\u9fff]{1,8}$")
_HOUSES = re.compile(r"(?:单位|企业)(?:有|包括|主要有|分别[是为])：?$")
_OFFICES = re.compile(r"(?:^|[，。；、）\d])(?:该)?办公室$")
# between the one who sets up and the verb
_MODAL = re.compile(r"(?:应当?|需?要|须|可以?|均|都|也|亦|还|分别|统一|相应|原则上|单独|(?:根据|经)[^，。；]{2,20}批准，?)+$")
_DATED = re.compile(r"(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:，|又)?)")  # 1951年|增设卫生院
# 在区水利中心|内设综合股: of the house named there
_IN_HOUSE = re.compile(r"在(?P<house>[\u4e00-\u9fff]{2,24}(?:中心|[局委办厅部处科室院校馆站所队]|公司))$")
# 在急诊科下|设立急救组
_UNDER_ROOM = re.compile(r"在(?P<room>[\u4e00-\u9fff]{1,12}[科股室处部中心])[之以]?(?:下|内)$")
_SEATED = re.compile(r"办公室$")  # 领导小组办公室|设区水务局: where it sits
_LAYOUT = tuple(one + two for one in ("组织", "机构", "部门", "科室") for two in ("架构", "设置", "结构"))
_AGREES = re.compile(r"(?:同意|批准|决定)$")
_TOLD = 4  # a single unit below is told by its whole name: 下设清明节工作办公室


def inline(notice: Notice, sentence: Span, spoken: str) -> Iterator[Belonging]:
    """`区水务局内设办公室、财务科`; the offices of bodies are told elsewhere."""
    words, about = notice.words, charter(notice)
    before = ""
    for found in INLINE.finditer(words, sentence.start, sentence.end):
        where = _WHERE.search(words, sentence.start, found.start())
        within = _IN_HOUSE.search(words, sentence.start, found.start()) if found["verb"] in ("内设", "下设") else None
        start = found.start() if within else where.start() if where else found.start()
        start -= found["verb"] in _LAYOUT and words.endswith("的", sentence.start, start)  # 区农机局|的组织架构包括
        units = _units(words, sentence, found, start)
        if not units:
            continue
        parent = body_before(notice, sentence, start) or (office_meant(notice, start) if _OFFICES.search(words[sentence.start : start]) else None)
        if parent is None:
            subject = subject_before(words, start, sentence.start)
            said = subject[0] if subject else within["house"] if within else general(words, sentence, start)
            said = "" if BARE_HOUSE.fullmatch(said) and (spoken or about) else said
            said = said or first(words, sentence, start) or spoken or (about.mention if about else "") or before
            if not said:
                continue
            before = said
            short = spoken != said and spoken.endswith(said) and BARE_HOUSE.fullmatch(said)  # 国务院振兴老区办公室…。办公室下设三司
            parent = Agency(named(spoken, notice.head).name, said) if short else house(notice, said, start) or named(said, notice.head)
        serves = _AS.match(words, found.start("list"), sentence.end)
        kind = HOW[serves["how"]] if serves else _kind_told(found, parent)
        for unit in units:
            yield Belonging(parent, unit_of(parent, unit.name), kind, unit.span, "inline")


def _units(words: str, sentence: Span, found: re.Match[str], start: int) -> list[Unit]:
    """The units of a list whose verb says that somebody before `start` has them; [] where it says something else."""
    number, listed = _number(words, found), Span(*found.span("list"))
    stop = sentence.end - words.endswith("。", sentence.start, sentence.end)
    several = words.startswith("；", listed.end) and by_clauses(words, listed.start, stop)
    units = several or with_parts(words, listed, sentence.end) or units_in(words, listed, number)
    if not units or _only_office(units) or (len(units) == 1 and (number or 0) > 1):  # 下设三个工作组
        return []
    if found["verb"].startswith("设") and found["verb"] != "设有":
        goes_on = _GOES_ON.search(words, sentence.start, start) and first(words, sentence, start) and _COUNTED_SORT.search(found["list"])
        opens = start == _unlabelled(words, sentence) and number  # 设运营分公司、建设分公司2家分公司
        if not goes_on and not opens and not _SETS_UP.search(words[sentence.start : start]):
            return []
    below = found["verb"].startswith("下") and len(units[0].name) >= _TOLD
    return units if len(units) > 1 or below or re.search(r"个|内设|分设|派出|事业单位", found[0][:12]) else []


def _unlabelled(words: str, sentence: Span) -> int:
    label = LABEL.match(words, sentence.start, sentence.end)
    return label.end() if label else sentence.start


def _only_office(units: list[Unit]) -> bool:
    return len(units) == 1 and units[0].name in ("办公室", "工作办公室", "秘书处")


def single(notice: Notice, sentence: Span, spoken: str, told: list[Span]) -> Iterator[Belonging]:
    """`镇文物管理委员会设立专家委员会`: an agency right before the verb sets up the unit right behind it."""
    words = notice.words
    for found in SINGLE.finditer(words, sentence.start, sentence.end):
        if any(span.meets(Span(*found.span())) for span in told):
            continue
        modal = _MODAL.search(words, sentence.start, found.start())
        start = modal.start() if modal else found.start()
        if within := _UNDER_ROOM.search(words, sentence.start, start):  # 在急诊科下|设立急救组
            above = _room(notice, sentence, within, spoken)
            yield from (Belonging(above, unit_of(above, one.name), "下设", one.span, "single") for one in units_in(words, Span(*found.span("list"))) if above)
            continue
        where = _WHERE.search(words, sentence.start, start)
        start = where.start() if where else start
        body = body_before(notice, sentence, start)
        subject = subject_before(words, start, sentence.start)
        if where and subject and subject[1].start > sentence.start and words[subject[1].start - 1] not in "，；：":
            continue
        clause = max(words.rfind(sign, sentence.start, start) for sign in "，；") + 1 or sentence.start
        dated = start > clause and _DATED.fullmatch(words, clause, start)
        opens = dated or (start == sentence.start and found["verb"] in ("下设", *_MORE))
        said = subject[0] if subject else spoken if opens else _asker(notice, sentence, start) if found["verb"] in _MORE else ""
        if not said and found["verb"] in _MORE:
            said = first(words, sentence, start) or (named_in(words, sentence, start) if _ROOM.search(found[0]) else "")
        if not (said or body) and (bare := general(words, sentence, start)) in HOUSES:  # 公司|设立了安全生产部
            said = bare
        units = units_in(words, Span(*found.span("inner" if found["inner"] else "list")))
        if not units or not (body or said) or _only_office(units) or _SEATED.search(words, sentence.start, start):
            continue
        if KIND.search(units[0].name) and body is None and not said.endswith("会"):  # 区政府设立领导小组: a body set up
            continue
        parent = body or house(notice, said, start) or named(said, notice.head)
        for unit in units:
            room = _ROOM.search(unit.name) and not found["verb"].startswith("下") and not body and not ABOVE.search(parent.mention)
            yield Belonging(parent, unit_of(parent, unit.name), "内设机构" if room else "下设", unit.span, "single")


def _room(notice: Notice, sentence: Span, within: re.Match[str], spoken: str) -> Agency | None:
    """The room below which a unit is set up, of the house that the sentence speaks of."""
    modal = _MODAL.search(notice.words, sentence.start, within.start())
    subject = subject_before(notice.words, modal.start() if modal else within.start(), sentence.start)
    said = subject[0] if subject else spoken
    above = (house(notice, said, within.start()) or named(said, notice.head)) if said else None
    return unit_of(above, within["room"]) if above else None


def _asker(notice: Notice, sentence: Span, at: int) -> str:
    """The one that a reply is sent to, where it is agreed what that one may set up: 区民政局：…经研究，同意|增设养老服务科."""
    sent_to = notice.head.addressees
    return sent_to[0].mention if len(sent_to) == 1 and not sent_to[0].group and _AGREES.search(notice.words, sentence.start, at) else ""


def _number(words: str, found: re.Match[str]) -> int | None:
    """How many units a list is said to have, before or behind the verb: 共有3个下属单位：…, 内设3个科室：…."""
    before = _SO_MANY.search(words, max(0, found.start() - 4), found.start())
    behind = _BEHIND.search(found["list"])
    said = found["n"] or (before["n"] if before else behind["n"] if behind else None)
    if not said and _HOUSES.search(words, found.start(), found.start("list")):
        return len(re.sub("（[^（）]*）", "", found["list"]).split("、"))  # 下属单位有文化馆、新华书店、剧团
    return count(said) if said else None


def _kind_told(found: re.Match[str], parent: Agency) -> str:
    """The kind of the units of a list: as the verb or the number says it, else by who sets them up."""
    verb, counted = found["verb"], _COUNTED_AS.search(found["list"])
    if verb.startswith("派出"):
        return HOW[verb[:2]]
    if verb.startswith("直属") and verb.endswith("机构"):
        return "直属机构"
    if verb[1:2] == "属" or verb.startswith(("基层", "生产", "经营")) or (not counted and "事业单位" in found["list"]):
        return "所属单位"
    return HOW[counted["how"]] if counted else "下设" if verb.startswith("下") or ABOVE.search(parent.mention) else "内设机构"
