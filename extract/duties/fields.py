"""Fields of work whose kind is given once: 工商、农业部门."""

from __future__ import annotations

import re

from extract.duties.actor import Actor
from extract.duties.levels import JOIN, ONE
from extract.duties.nouns import END, FIELD, GROUP, NOUN_VERBS, urged
from extract.duties.phrase import PEOPLE, acts
from extract.duties.predicate import IN_CHARGE, MODAL
from extract.lexicon import table
from extract.mentions.agency import is_agency
from extract.mentions.sharing import WORK
from kg.model import Span

# 各地工商、农业部门; 发改、安监等部门: fields of work whose kind is given at the end
_WHICH = r"(?:政府|有关|相关|其[他它]|职能管理|职能|专业)*"
_FIELD_KIND = rf"{_WHICH}(?P<kind>(?:行业)?(?:行政主管|行政管理|监督管理|主管|行政|管理)?部门)"
# 妇幼保健、卫生监督机构: institutions only of fields that are known
_INSTITUTIONS = re.compile(r"(?P<items>[^，。；：（）、的]{2,10}(?:、[^，。；：（）、的]{2,10}?){1,8}?)(?P<kind>机构)")
_FIELDS = re.compile(
    rf"(?P<items>[^，。；：（）、的]{{2,14}}(?:、[^，。；：（）、的]{{2,14}}?){{1,40}}?)(?:[和及][^，。；：（）、的]{{2,8}}?)?等?{_FIELD_KIND}"
)
# 公安、检察、法院要…: fields that can only be bodies, 部门 left out
_BARE = re.compile(rf"(?P<items>[^，。；：（）、的和]{{2,4}}(?:[、和][^，。；：（）、的和]{{2,4}}){{1,8}}?)(?={MODAL.pattern}|{IN_CHARGE})")
_SURELY = re.compile(r"公安|检察|法院|工商|税务|物价|城管|海关|民政|司法|监察|安监|质监|国土|环保|财政")
# 教育和卫生部门: two fields
_TWO = re.compile(rf"(?P<items>[^，。；：（）、的和及与或]{{2,8}}[和及与或][^，。；：（）、的和及与或]{{2,8}}?){_FIELD_KIND}")
# 人力资源社会保障等有关行政管理部门
_AND_SUCH = re.compile(rf"(?P<items>[^，。；：（）、的和及与或等]{{2,10}})等{_FIELD_KIND}")
# 勘察、设计、施工单位: bodies by what they do
_PART = r"[^，。；：（）、的和及与或]{2,9}(?<!企)"
_UNITS = re.compile(
    rf"(?P<items>{_PART}(?:、{_PART}?){{1,8}}(?:[和及与或]{_PART}?)?)"
    r"(?P<kind>单位|企业|机构|机关|人员|公司)(?=$|[、，和及与应要须必可负按对将根在由（])"
)
_DOERS = frozenset(table("duties")["doers"]["end"])
_PERSON = "员人者师生"
_HOUSES = "校社店院所站"
# 工商或商业行政部门: whichever it is; 公路养护和管理部门: what it does
_ONE = re.compile(r"(?P<first>.+?)(?:(?P<or>或)|[和及与])(?P<two>.+)")
# 市、县（市、区）人民政府|公安、交通等部门; 省、市、县三级; 县级以上地方各级人民政府: the level before the first, with what it governs by
_GOVERNMENT = r"(?:地方)?(?:各级)?(?:人民)?政府"
_FIELD_LEVEL = re.compile(
    rf"(?:各?{ONE}(?:{JOIN}{ONE}){{0,4}}(?:[两三四]?级)?(?:以上)?(?:地方)?|各级|地方各级|本级|同级|上级|各地区?|[全我本](?:国|省|市|县|区|州)各?级?|当地|属地|所在地|事发地|有关|相关|国务院)(?:{_GOVERNMENT})?(?=..)"
)
_BODY = re.compile(r"[教科经计建农工体规外财交民商国林水][委办]")
_AND = re.compile(r"(?:(?<!以)及|和|(?<!参)与)(?=..)")
_CASE = re.compile(r"部门|授权|以及|[由按向被把并报与对]|设(?![计区备施])|经(?!济|营)|联合|会同")
_WHOLE_NAME = re.compile(
    r"(?:[局委办厅处所院会站队室]|政府|中心|公司|单位|部门|机构|街道|乡镇|集团|企业|领导|组织|人员|成员|社区|学校|医院|银行|村|园区|景区)$"
)


def fields(words: str, start: int, end: int) -> tuple[list[Actor], int] | None:
    """Fields of work whose kind is given once, with the level before the first: 各地工商、农业部门; and where they end."""
    bare = _BARE.match(words, start, end)
    if bare and _SURELY.search(bare["items"]) and all(FIELD.fullmatch(one) or one in ("法院", "检察院", "检察") for one in re.split("[、和]", bare["items"])):
        at = [Span(start + one.start(), start + one.end()) for one in re.finditer("[^、和]+", bare["items"])]
        return [Actor(one, words[one.slice], True) for one in at], bare.end()
    level = _FIELD_LEVEL.match(words, start, end)
    prefix = level.group() if level else ""
    if level and FIELD.match(words, start, end):
        prefix = ""  # 市场监管、药监部门
    hit = _FIELDS.match(words, start + len(prefix), end) or _TWO.match(words, start + len(prefix), end)
    hit = hit or _AND_SUCH.match(words, start + len(prefix), end) or _INSTITUTIONS.match(words, start + len(prefix), end)
    if not hit:
        return _units(words, start, end)
    body = words[start + len(prefix) : hit.start("kind")]
    one = _ONE.fullmatch(body) if hit.re is _TWO else None
    if one and not _CASE.search(body) and (one["two"] in NOUN_VERBS or (one["or"] and FIELD.match(body))) and _field(one["first"]):
        return [Actor(Span(start, hit.end()), words[start : hit.end()], True)], hit.end()
    listed = re.sub(rf"等?{_WHICH}$", "", body).split("、")
    items = [item for one in listed for item in _split(one)]
    if not all(_field(item) for item in items) or (hit.re is not _FIELDS and not all(FIELD.fullmatch(item) for item in items)):
        return _units(words, start, end) if hit.re is _INSTITUTIONS and is_agency(items[-1] + hit["kind"]) else None
    if not level and all(WORK.fullmatch(item) for item in items):
        return None  # 组织、监督有关部门
    span = Span(start, hit.end())
    return [Actor(span, _led(prefix, item) + ("" if is_agency(item) or _BODY.fullmatch(item) else hit["kind"]), True) for item in items], hit.end()


def _units(words: str, start: int, end: int) -> tuple[list[Actor], int] | None:
    """Bodies by what they do, 单位 given once: 各勘察、设计、施工单位."""
    each = GROUP.match(words, start, end)
    first = each.end() if each else start
    hit = _UNITS.match(words, first, end)
    items = re.split("[、和及与或]", hit["items"]) if hit else []
    if not hit or not all(acts(item + hit["kind"], True) and not _is_whole(item.removesuffix("等"), hit["kind"]) for item in items):
        return None
    if hit["kind"] == "人员" and any(item[-1] in PEOPLE for item in items):
        return None  # 老人、儿童、残疾人员
    group = words[start:first]
    return [Actor(Span(start, hit.end()), group + item + hit["kind"], bool(group)) for item in items], hit.end()


def _is_whole(item: str, kind: str) -> bool:
    """Whether an item is a doer without the kind, or holds one: 企业|机构, 消防员|单位; not 物业管理|机构, 中介|机构."""
    return is_agency(item) or item in _DOERS or item[-1] in _PERSON or item[-1] in _HOUSES or (bool(END.search(item)) and not is_agency(item + kind))


def _split(item: str) -> list[str]:
    """The fields of an item: 财政与工业和信息化 are two, 工业和信息化 is one."""
    also = item.split("以及")
    if len(also) > 1 and all(FIELD.fullmatch(one) for one in also):
        return also
    if is_agency(f"{item}部门"):
        return [item]
    cuts = [cut for cut in _AND.finditer(item) if FIELD.fullmatch(item[: cut.start()]) and FIELD.fullmatch(item[cut.end() :])]
    return [item[: cuts[0].start()], item[cuts[0].end() :]] if cuts else _AND.split(item)


def _field(item: str) -> bool:
    """Whether an item of such a row is a field of work: 农业, not 区水务局 and not 检查各地."""
    if FIELD.fullmatch(item) or _BODY.fullmatch(item):
        return True  # 教育、经委、交通等部门
    return not (len(item) < 2 or MODAL.match(item) or _WHOLE_NAME.search(item) or GROUP.match(item) or _CASE.search(item) or urged(item + "企业"))


def _led(prefix: str, item: str) -> str:
    """The item with the level that the row gives once: 市审计 has it."""
    has = prefix and item.startswith(prefix) and not FIELD.fullmatch(item)  # 市|市场监管
    return item if has else prefix + item
