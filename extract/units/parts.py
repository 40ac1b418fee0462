"""The units of an agency: lists in a sentence, lists of headings with duties under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.page import BREAK
from extract.mentions.agency import is_agency
from extract.mentions.numeral import count
from extract.units.words import ENDS, LABEL
from kg.model import Gap, Span

_N = r"(?:\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两])"
_KIND_WORDS = r"(?:职能|综合|业务|行政|正科级|副科级|正处级|副处级|正股级|股级|科级|二级|中层|党政|常设|必设|直属|所属)*"
KINDS = {
    "内设机构": rf"综合性?办事机构|(?<=[个列下])(?:职能|综合|业务|工作)+(?:科室|处室|股室|机构|[科处股部]（室）)(?=[：，。])|"
    rf"(?<=个)(?:科室|处室|股室)(?=[：，。])|"
    rf"{_KIND_WORDS}内设(?:{_KIND_WORDS}|职能|综合办事|工作)?(?:机构|处室|科室|股室|部门)",
    "直属机构": rf"{_KIND_WORDS}直属(?:行政|执法|二级|特设)?(?:机构|单位)",
    "派出机构": rf"{_KIND_WORDS}派出(?:机构|机关)",
    "所属单位": r"(?:直属单位|所属单位)|(?:所属|下属|下设|直属)(?:二级|独立|公益一类)*事业(?:单位|机构)|(?:所属|下属)(?:二级|独立)*(?:单位|机构)|"
    r"(?:所属|下属|直属|权属)(?:二级)?企业|(?:(?<![省市区县州旗民])政府)?(?:工作|组成|经济管理|议事)(?:部门|机关)|办[事公]机构|(?:(?<=下列)|(?<=以下))事业(?:单位|机构)|公益[一二]类事业单位",
}
_ANY_KIND = "|".join(f"(?P<k{i}>{pattern})" for i, pattern in enumerate(KINDS.values()))
_NAMES = list(KINDS)
# 设6个内设机构和2个直属机构
SET = re.compile(
    rf"(?:下设|内设|设立|(?<!机构)设置|设有|设)(?:下列|以下|如下)?(?:{_N}个)?(?:{_ANY_KIND})(?:（[^（）]{{1,30}}）)?(?:(?:和|、|"
    rf"，)(?:{_N}个)?[^，。：]{{2,12}}(?:机构|单位))?"
)
_BEHIND = r"[，。；（]|$|负责|承担|作为|专门|具体|直接"
_ONE = rf"(?>[\u4e00-\u9fff]{{1,20}}?(?:{ENDS})(?=[、和]|{_BEHIND}))"  # what ends in several ways is taken once
# 省交通厅设置公路局，镇文物委员会设立专家委员会: one unit, of whom the clause begins with
SINGLE = re.compile(
    rf"(?P<verb>[下内另]设|(?<=[，局委办厅院校社会司馆所意准定年月日])[增新]设|(?<![开建预])设(?:立(?!案)|置)?了?)(?P<list>(?!立(?!案)|[了置有计施备在于]|机构){_ONE}(?:[、和]{_ONE})*+"
    rf"|专?业?[机构单位部门]{{2,4}}（(?P<inner>[^（）]{{4,80}})）)(?={_BEHIND})"
)
# 对应设置4个系: the list that follows is counted
_SORTS = r"(?:(?:教学|工作|专项|职能|业务|专责|推进|办公|专门|专业){0,2}(?:委员会|系|科|处|股|部|室|科室|中心|院|所|站|组|小组|专班))"
SORT = re.compile(
    rf"(?:设置|设立|下设|分设|设|组建|成立)(?:(?P<count>{_N})个|(?:下列|以下|左列)(?:各|{_N}个)?(?=[\u4e00-\u9fff、]{{1,12}}(?:[：，]|$)))"
    rf"(?P<sort>(?:{_SORTS}|(?<=[列下各])(?:工作)?(?:部门|机构|单位))(?:[、和及]{_SORTS}){{0,3}})(?=[。：；（]|，(?:协助|分别)|，?(?:名称|分别|即)?[为是][：]?|(?:，[^，。；：]{{2,24}}){{1,3}}：)"
)
# 设二十个直属机构：A，B；这二十个直属机构是：A，B；内设机构设置为：A、B: a kind of units, and what they are called
ANNOUNCED = re.compile(
    rf"(?:(?:下设|内设|设[立置有]?|[共现]有|保留|组建)(?:{_N}个)?|{_N}个|[这其])?(?:{_ANY_KIND}|(?P<sort>[\u4e00-\u9fff]{{2,8}}?(?:机构|单位|部门|公司|企业|学校|医院|科室|处室|部室|[站所队庭院厂场社]|银行|分局|中心)(?=（?(?P<count>{_N})[个家所]）?：)|设(?:置|立|有)?(?P<ahead>{_N})[个家所](?P<such>[\u4e00-\u9fff]{{2,8}}?(?:机构|单位|部门))))(?:设置|名单|名称)?(?:（[^（）]{{1,30}}）)?"
    rf"(?:由{_N}个)?(?:(?:精简|整合|调整|合并|核定|撤并|增加|优化|确定)[为成到至]{_N}个)?(?:共?(?:计|有)?{_N}[个家所])?(?:，?(?:共{_N}个，?)?(?:分别|具体|即)?(?:是|为|有|包括|如下))?(?:：|(?<=[\u4e00-\u9fff）])，(?:即|分别[是为]|包括))(?P<list>[^。：；]{{4,1500}})(?=[。；]|$)"
)
# 3个分公司分别为A、B、C: what was counted before
COUNTED_AS = re.compile(
    rf"(?:^|(?<=[，。；]))[这其中]*(?P<n>{_N})[个家所](?P<sort>[\u4e00-\u9fff]{{2,10}}?)(?:分别|即)(?:[是为]|：)+(?P<list>[^。；：]{{4,300}})"
)
# 职能科室有院办公室、医务科
SORTED = (
    "(?:职能|临床|医技|业务|行政|教辅|教学|科研|党政|党群|群团|管理|生产|经营|基层|综合)+(?:科室|处室|部门|机构|单位)"
    "(?=有[^关]|[包主]括|设(?:有|置)?[^施备计置])"
)
# 内设办公室、人事科、财务科等5个科室
INLINE = re.compile(
    rf"(?P<verb>(?<!境)内设(?!机构|处室|科室|股室|立(?!案)|置)|下设(?!机构|立(?!案))|下辖|(?<!将.)(?<!将..)(?<!将...)(?<!将....)(?<!销...)(?<!销....)(?<!销.....)(?<!销......)分设(?![为成])|设有|现有(?=[^。；]{{4,200}}等{_N}个(?:学院|系|科室|处室|股室|部门|大队|中队|派出所))|设(?:置了?|立了(?!案)|立(?!案|了)|(?!立(?!案)|[有置]))(?=[\u4e00-\u9fff]{{2,16}}(?:（[^（）]{{1,20}}）)?、)|"
    rf"(?:(?<=[，；])|(?<=[\u4e00-\u9fff]设))派出(?!机构|机关|单位)(?=[\u4e00-\u9fff]{{2,16}}(?:[所庭站队局]|分局|办事处|{_N}个[\u4e00-\u9fff]{{1,6}}所)(?:、|[。；，]|$)|[\u4e00-\u9fff]{{2,6}}、)|"
    rf"(?:(?<=，)|(?<=[和及]))下属(?!单位|机构|企业|事业)(?=[\u4e00-\u9fff]{{2,14}}(?:公司|中心|[站所队院校厂场馆])、)|"
    rf"(?<=[；。，])(?:直属|下属|所属)(?=：)|(?:所属|下属|直属|[局厅委部院校公司团]属){_KIND_WORDS}(?:事业单位|单位|机构)(?={_N}个|有|为|包括|：|[\u4e00-\u9fff]{{2,20}}(?:中心|[站所队馆院校])[。，、；（])|内[设部]机构设(?!置)|(?:组织|机构|部门|科室)(?:架构|设置|结构)(?=(?:通常|一般|主要)?(?:包括|有(?!关)|为[：办综党行财人]))|{SORTED}|(?:内设|派出)(?:机构|科室|处室)(?=有|为|是|分别|包括|{_N}个|"
    rf"：(?![（\d一二三四五六七八九十])))(?:通常|一般|主要)?(?:有|了|包括|设(?:有|置)?(?=[\u4e00-\u9fff：]))?"
    rf"(?:(?P<n>{_N})[个家所](?:{_KIND_WORDS}(?:内设机构|事业单位|机构|科室|处室|股室|部门|部室|单位|办公室|(?:全资|控股)?[子分]公司|企业|学院|学校|(?:基层)?(?:派出所|法庭|税务所|分局|支队|大队|中队|站所|分会|支行|(?:专项|专门)?(?:工作)?(?:小组|组|专班))(?=[：，]))?)?)?(?:(?:{_N}[科股室处部办站队]){{2,4}}(?=，?(?:分别|即|包括|具体|：|（)))?(?:，?(?:分别|即|包括|具体)?(?:为|是)?[：]?)"
    rf"(?P<list>[^。；：]{{2,400}}?)(?=[。；：]|$|，(?:下设|下辖|内设|另设|设有|并设|核定|[下所]属|派出|控股|主管|(?:派出|直属)机构|(?:所属|下属|直属)(?:事业)?单位|[\u4e00-\u9fff]{{2,12}}[下内]设|[\u4e00-\u9fff]{{1,8}}(?:{ENDS})设(?![在于])|{SORTED}|设(?=[\u4e00-\u9fff]{{2,16}}、)))"
)
# 等3个科室; the number is no part of the last name
_COUNTED = re.compile(
    rf"(?:等|共|，)?{_N}(?:[个家所]|大(?!队))[\u4e00-\u9fff]{{1,12}}?(?=[和与及，、。；：（]|$)|(?<=[科股室处部])(?:{_N}[科股室处部]){{1,3}}(?=[，。；]|$)|等(?:职能|工作|内设|机关|党政|管理|业务){{0,3}}(?:机构|工作机构|办事机构|科室|处室|股室|部门|部室|工作组|专项组|小组)|等(?:专业|专门|专项)委员会|等(?:直属|所属|下属|其他)?(?:事业单位|单位|企业)(?=[，。；]|$)"
)
_DEALT = re.compile(rf"(?P<count>{_N})(?P<kind>[科股室处组系部])(?=[和及、，]|$)")
_LIST_ENDS = re.compile(
    r"[，](?=[^、]{0,14}(?:辖|[现实共]有|负责|承担|设在|挂靠|依托|具体|主要|分别|其中|编制|实行|抽调|由|并|各|均|为|核定|配备|作为|办公室设))|"
    r"作为(?:其|该)?(?:内设|直属|派出)"
)
# 现场指挥部由综合组、抢险组组成
COMPOSED = re.compile(
    r"由(?P<list>[\u4e00-\u9fff]{2,12}(?:组|专班)(?:、[\u4e00-\u9fff]{2,12}(?:组|专班))+)(?:等?(?:\d{1,2}|[一二两三四五六七八九十]+)个(?:工作)?(?:小组|组|专班))?(?:构成|组成)"
)
# 学院由机械系、电子系、经管系组成, 集团由A公司、B公司组成: the parts of a house, each of the same sort
MADE_UP = re.compile(
    rf"(?<=[院学校司团心局所站馆厂社行])(?<!评审团)(?:现|目前|共)?由(?P<list>(?:(?!和)[\u4e00-\u9fff]){{2,24}}?(?P<end>系|部|科|室|车间|公司|厂|中心|学院|分院|校区|[支大中分]队)"
    rf"(?:[、和](?:(?!和)[\u4e00-\u9fff]){{1,24}}?(?P=end)){{1,20}}+)(?:等?(?:{_N}[个家所][\u4e00-\u9fff]{{1,8}}))?(?:构成|组成)"
)
# 县级以上的爱卫会设办公室负责日常工作
OFFICE = re.compile(
    r"(?P<parent>[\u4e00-\u9fff（）]{1,40}?(?:会|局|委|厅|部|中心|政府|公司|院|校|指挥部|小组))(?:下)?设(?:立|置)?(?P<unit>(?:(?:工作)?办公室|"
    r"秘书处)(?=负责|承担|处理|作为)|秘书处(?=[，。；]))"
)
_NAMED = re.compile(rf"(?P<unit>[\u4e00-\u9fff]{{2,24}}?(?:{ENDS}|局))(?:（[^（）]{{1,24}}）)?，")
# 下设办公室和三个工作组：综合组、宣传组、物资组
_AND_PARTS = re.compile(rf"(?P<first>[^，。；：]{{2,40}}?)[和及、]{_N}个[^，。；：、]{{1,8}}(?:组|专班|部门|科室|处室)")
_HEADING_END = re.compile(r"[。：，；（]|负责|承担|拟订|拟定")

@dataclass(frozen=True, slots=True)
class Unit:
    """A unit where the text names it."""

    name: str
    span: Span


def with_parts(words: str, said: Span, end: int) -> list[Unit]:
    """The units of `下设办公室和三个工作组：综合组、宣传组、物资组`, `said` being what stands before the colon; [] for any other words."""
    found = _AND_PARTS.fullmatch(words, said.start, said.end)
    if not found or words[said.end : said.end + 1] != "：":
        return []
    stop = re.compile(r"[。；：]|$").search(words, said.end + 1, end)
    return [*units_in(words, Span(*found.span("first"))), *units_in(words, Span(said.end + 1, stop.start() if stop else end))]


def by_clauses(words: str, start: int, end: int) -> list[Unit]:
    """The units that the ；-clauses of a range begin with, something more being said of each: A站，编制6名；B站，编制8名; [] where one begins with none."""
    clauses = list(re.compile("[^；]+").finditer(words, start, end))
    names = [_NAMED.match(words, one.start(), one.end()) for one in clauses]
    units = [_unit(words, Span(*name.span("unit"))) if name else None for name in names]
    return [unit for unit in units if unit] if len(units) > 1 and all(units) else []


def units_in(words: str, span: Span, number: int | None = None) -> list[Unit]:
    """The units of a list: 办公室、人事科（党委办公室）、财务科等5个科室.

    Where it has as many items as the text counts (`number`), each is a unit, whatever its name ends in: 3个下属单位：青石林场、白水管理区、种子站.
    """
    dealt = _DEALT.search(words, span.start, span.end)
    if dealt and 1 < (count(dealt["count"]) or 0) == words.count("、", span.start, dealt.start()) + 1:  # 人事、计划、财会三科和办公室
        whole = (Span(span.start + m.start(), span.start + m.end()) for m in re.finditer("[^、]+", words[span.start : dealt.start()]))
        parts = [Unit(words[one.slice] + dealt["kind"], one) for one in whole]
        return [*parts, *(units_in(words, Span(dealt.end() + 1, span.end)) if dealt.end() < span.end else [])]
    counted = _COUNTED.search(words, span.start, span.end)
    stop = _LIST_ENDS.search(words, span.start, span.end)
    end = min(counted.start() if counted else span.end, stop.start() if stop else span.end)
    items: list[Span] = []
    start, depth = span.start, 0
    for at in range(span.start, end + 1):
        sign = words[at] if at < end else "、"
        depth += (sign in "（“") - (sign in "）”")
        if (depth <= 0 or at == end) and (sign in "、，" or (sign in "和及" and _whole(words, start, at) and at + 1 < end)):
            items.append(Span(start, at))
            start = at + 1
    told = number if number and 1 < number <= len(items) and words[items[number - 1].end : items[number - 1].end + 1] != "、" else 0
    noun = _noun(counted[0], len(items)) if counted else None
    nouns = [noun if noun is not None else "" if i < told else None for i in range(len(items))]
    units = [_unit(words, item) or (None if noun is None else _short_of(words, item, noun)) for item, noun in zip(items, nouns, strict=True)]
    units = _numerals(words, items, units)
    found = [unit for unit in units if unit]
    # 内科、外科等12个临床科室，检验科等5个医技科室
    if counted and not stop and counted.end() < span.end and words[counted.end()] in "，、和" and _COUNTED.search(words, counted.end(), span.end):
        found += units_in(words, Span(counted.end() + 1, span.end))
    return found


def _numerals(words: str, items: list[Span], units: list[Unit | None]) -> list[Unit | None]:
    """一、二、三分队: what stands behind the last number of a row is said of each."""
    for at in range(len(items) - 2, -1, -1):
        after = units[at + 1]
        if units[at] is None and after and _NUMERAL.fullmatch(words, items[at].start, items[at].end) and (last := _NUMERAL.match(after.name)):
            units[at] = Unit(words[items[at].slice] + after.name[last.end() :], items[at])
    return units


_NUMERAL = re.compile(r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})")
_SHARED = re.compile(
    r"(?:(?:工作|专项|专责|专业|专题|专门|年级|教研)?(?:小?组|委员会)|专班|"
    r"(?<=个)[\u4e00-\u9fff]{0,8}(?:所|站|分局|中队|大队|办事处|法庭|分公司|分院|支行|卫生院|分校|分会|信用社|供销社|基层社|林场|农场|子公司)|(?<=个)[部科股室处系])$"
)


# 望溪一中、岚江建设等12家企业: houses go by names of their own
_HOUSES = re.compile(r"(?:公司|企业|学校|中学|小学|幼儿园|院校|高校|医院)$")
_SO_MANY = re.compile(rf"(?P<n>{_N})个(?P<noun>(?!(?:[\u4e00-\u9fff]{{0,4}}(?:机构|单位|部门|科室|处室|股室|室|处)$))[\u4e00-\u9fff]{{2,8}})$")


def _noun(counted: str, items: int) -> str | None:
    """What the parts of a list are that a number closes, where their own names do not say it: 城关、青石、白水三个|道班; None where each says it itself."""
    shared, said = _SHARED.search(counted), _SO_MANY.search(counted)
    if shared or _HOUSES.search(counted):
        return shared[0] if shared else ""
    return said["noun"] if said and count(said["n"]) == items > 1 else None


def _short_of(words: str, span: Span, noun: str) -> Unit | None:
    """A part whose kind is said once at the end of the list: 政策法规、资金保障等3个工作组."""
    name = words[span.slice]
    noun = "组" if noun.endswith("组") and noun != "组" and name + "组" in words else noun  # called 综合协调组 elsewhere
    return Unit(name + noun, span) if 2 <= len(name) <= 24 and not re.search(r"负责|设在|\d个", name) else None


def _whole(words: str, start: int, at: int) -> bool:
    """A unit ends before 和."""
    return bool(re.search(rf"(?:{ENDS})(?<!宅基地)(?:（[^（）]*）)?$", words[start:at]))


_NO_UNIT = re.compile(
    r"下列|以下|^[下内]设|^(?:教学|党政|党群|教辅|科研|行政|群团|分支|直属|内设|派出|所属|下属|职能|办事|工作|业务|管理)+(?:机构|单位|部门)$|^(?:[区市县省州]|我)?(?:政府|人民政府)$|[的了]"
)
_SAYS_MORE = re.compile(r"负责|在|[室处部]于|[一二三四五六七八九十\d]个|\d[个所家处座支]$|^[其该本]|平台$")
_ENDS = re.compile(rf"(?:{ENDS}|机构|单位|机关)$")
_NO_NAMES = frozenset(("分部", "机构", "单位", "科室", "部门", "处室", "分局", "分公司", "支队", "工作组", "小组", "中心", "公司"))


def _unit(words: str, span: Span) -> Unit | None:
    text = words[span.slice]
    lead = re.match(r"(?:和|及|以及|为|还?有|设|：)+(?!计|备|施)", text)
    start = span.start + (lead.end() if lead else 0)
    name = re.sub(r"（[^（）]*）?$|等$", "", words[start : span.end])
    if not 2 <= len(name) <= 24 or "、" in name or name in _NO_NAMES or _NO_UNIT.search(name) or _SAYS_MORE.search(name):
        return None
    return Unit(name, Span(start, start + len(name))) if _ENDS.search(name) or is_agency(name.removeprefix("中华人民共和国")) else None


def headed(words: str, gaps: bytes, span: Span) -> Iterator[tuple[Unit | None, str]]:
    """Units as numbered headings, with changes of kind: (None, 直属机构) where a heading opens another list."""
    starts = {m.start() for m in _ITEM.finditer(words, span.start, span.end) if _opens(words, gaps, m.start(), span)}
    # 机关党委 closes the list without a number
    starts |= {m.start() for m in _PARTY.finditer(words, span.start, span.end) if gaps[m.start()] >= Gap.LINE}
    starts |= {m.start() for m in _ORDINAL.finditer(words, span.start, span.end) if _opens(words, gaps, m.start(), span)}
    starts |= {at for at in _line_starts(gaps, span) if _begins(words, gaps, at, span.end)}
    for at in sorted(starts):
        label = LABEL.match(words, at, span.end)
        begin = label.end() if label else at
        if ordinal := _ORDINAL.match(words, begin, span.end):
            yield Unit(ordinal[0], Span(*ordinal.span())), ""
            continue
        line = next((i for i in range(begin + 1, min(span.end, begin + 30)) if gaps[i] >= Gap.LINE), span.end)
        kind = kind_at(words, begin, line)
        if kind:
            yield None, kind
            continue
        stop = _HEADING_END.search(words, begin + 1, min(span.end, begin + 30))
        end = min(stop.start() if stop else begin + 30, line)
        shortest = re.match(rf"[\u4e00-\u9fff]{{1,20}}?(?:{ENDS})(?=负责|承担|主要|拟订|拟定|协助|组织|指导|牵头|贯彻)", words[begin:span.end])
        if shortest:
            end = begin + shortest.end()
        cell = next((i for i in range(begin + 2, end) if gaps[i] >= Gap.SPACE), 0)
        end = cell if cell and _unit(words, Span(begin, cell)) else end  # 青石卫生院 地址：解放路1号
        unit = _unit(words, Span(begin, min(end, span.end)))
        if unit:
            yield unit, ""


_ITEM = re.compile(r"（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）|(?<![\d.])\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[①②③④⑤⑥⑦⑧⑨⑩]")


# a line without a number: 水资源处：负责…
_LINE = re.compile(rf"[\u4e00-\u9fff]{{2,20}}?(?:{ENDS}|局)(?:（[^（）]{{1,24}}）)?[：。](?=负责|承担|主要|拟订|拟定|组织|协助|指导)")
# a name alone in its line, and the next begins to tell of it: 水资源科 | 主要职责：…
BARE = re.compile(rf"(?:{LABEL.pattern})(?![\u4e00-\u9fff]{{0,12}}(?:下列|以下))[\u4e00-\u9fff]{{1,20}}?(?:{ENDS}|局)(?:（[^（）]{{1,24}}）)?")
_TELLS = re.compile(
    r"(?:(?:主要|工作|岗位|部门)?(?:职责|职能)[：为是]?|负责|承担|拟订|拟定|组织|贯彻|协助|指导|(?:负责人|[科处主部站所队局]长|主任|联系人|联系?电话|办公(?:电话|地址))：)"
)
# 一、厅机关内设机构
HEADING = re.compile(
    rf"(?:{LABEL.pattern})(?P<of>[\u4e00-\u9fff]{{0,12}}?)(?:(?:党政|党群|职能|教学|教辅|科研|行政|群团|业务)(?:管理|辅助)?(?:机构|部门|单位)|(?:院系|学院|系部)设置|内设机构|内设处室|内设科室|机关处室|机关科室|直属单位|直属(?:特设)?机构|组成部门|工作部门|办[事公]机构|所属单位|[所下直]属事业单位|下属单位|[所下直权]属企业|"
    r"派出机构|机构设置|[处科]室设置|部门设置|[处科]室)(?:(?:及|和|与)?(?:主要|工作)?(?:职责|职能)|设置|情况|简介)?(?:（?共?\d{1,3}[个家所]）?)?[：]?"
)
# 第一（政法）办公室，负责掌管…
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十]{1,3}（[\u4e00-\u9fff]{1,8}）[\u4e00-\u9fff]{0,4}(?:办公室|[处科室股组部司局])(?=[，：]?(?:负责|掌管|主管|承担))"
)
_PARTY = re.compile(r"(?:机关党委|机关党总支|机关纪委|离退休(?:干部|人员)(?:工作)?(?:局|办公室|处|科|股))(?:（[^（）]{1,20}）)?[。：，]?(?=负责|承担)")


def _begins(words: str, gaps: bytes, at: int, end: int) -> bool:
    """Whether a unit begins a line: told in it, alone in it, or numbered, whatever digits end the line above (…4567890 | 2.水资源科)."""
    return bool(_LINE.match(words, at, end) or _ITEM.match(words[at : at + 6]) or _alone(words, gaps, at, end))


def _line_starts(gaps: bytes, span: Span) -> list[int]:
    return [found.start() for found in BREAK.finditer(gaps, span.start, span.end)]


def _alone(words: str, gaps: bytes, at: int, end: int) -> bool:
    """A unit, or the kind of those below, alone in its line."""
    below = BREAK.search(gaps, at + 1, end)
    if below is None:
        return False
    unit = BARE.fullmatch(words, at, below.start()) and _TELLS.match(words, below.start(), end)
    return bool(unit or HEADING.fullmatch(words, at, below.start()))


def _opens(words: str, gaps: bytes, at: int, span: Span) -> bool:
    return at == span.start or gaps[at] >= Gap.SPACE or words[at - 1] in "。；：．）" or words.endswith(("机构", "单位"), span.start, at)


def kind_at(words: str, start: int, end: int) -> str:
    """The kind of unit that a heading names: 内设机构, 直属机构."""
    for name, pattern in KINDS.items():
        found = re.compile(rf"(?P<of>[\u4e00-\u9fff]{{0,12}}?(?:政府|[局委办厅部院会]))?[\u4e00-\u9fff]{{0,4}}?(?:机关)?(?:{pattern})").match(words, start, end)
        if found and found.end() - start - len(found["of"] or "") <= 14:
            return name
    return ""


def kind_of(found: re.Match[str]) -> str:
    """Which kind a match of SET names."""
    return next((name for i, name in enumerate(_NAMES) if found[f"k{i}"]), "内设机构")
