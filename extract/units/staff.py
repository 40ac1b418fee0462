"""Counts of positions: `行政编制25名`, `局长1名，副局长2名`, `科级领导职数6正3副`, `设主任一人`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon import either, table
from extract.mentions.agency import agencies_in
from extract.mentions.numeral import count
from extract.mentions.post import is_post
from extract.units.words import BEFORE, ENDS
from kg.model import Span

_LISTS = table("units")

_N = r"\d{1,6}|[一二两三四五六七八九十百千万零]{1,9}"
_QUOTA = rf"(?:(?:(?:{either(_LISTS['quota'])})类?){{0,4}}(?:编制(?:数|员额|控制数)?|员额|(?:人员|用工|员额)?控制数))(?:（[^（）\d]{{1,12}}）)?"
_RANKS = rf"(?:(?:{either(_LISTS['rank'])}){{0,4}}职数)"
# 6正3副; 正职1名、副职3名 is read as two items
PAIR = re.compile(rf"(?P<item>{_RANKS})(?:[：，]|为|共|核定)?(?:(?:{_N})[名个]?[，：（])?(?P<first>{_N})[名个]?正[、，]?(?P<second>{_N})[名个]?副")
QUOTA = re.compile(
    rf"(?P<item>{_QUOTA}|{_RANKS})(?:总数|总额|总人数|人数|名额|限额)?(?:[：，]|[仍均]?为|共计?|[暂核]?定为?|核定为|调整为|增加到|减少到|[由从](?:原来的?)?(?:{_N})[名个人]?(?:调整|增加|减少|核[增减]|精简|压缩|增|"
    rf"减)[为到至])?(?:共|各)?(?P<count>{_N})(?:[名个人]|(?=[，；。、（）]|$))"
)
# （含纪检监察编制2名）, 另设老干部工作人员编制2名: what stands between is of the item
_WITHIN = re.compile(
    r"(?:（(?:其中|不?含|包括)?|[，。；](?:其中|另(?:外)?(?:核定|设|有|配备)?|含))"
    r"(?P<more>(?!编制|核|增|减|有|设|配|含|其中|包括)[\u4e00-\u9fff]{1,10})$"
)
_REACH = 16
# 核增编制3名，核增后为23名: of what was counted before
_NOW = re.compile(rf"(?:核[增减]|增加|减少|调整|追加|划转)后，?(?:编制)?(?:总数|总额|合计)?(?:共|为|达到){{1,2}}(?P<count>{_N})[名个人]")
FIXED = re.compile(rf"(?P<item>定编|定员)(?P<count>{_N})[名人个](?=[，；。、（）]|$)")  # 定编35人
# the head of a column of counts
COUNTED = re.compile(rf"(?:{_QUOTA}|{_RANKS})数?")
# 正副主任各一名; 书记、院长各1名
EACH = re.compile(
    rf"(?P<items>(?:[\u4e00-\u9fff]{{2,12}}[、和]){{0,4}}[\u4e00-\u9fff]{{2,14}}?)各(?P<count>{_N})[名人](?=[，；。、（）]|$)"
)
POST = re.compile(
    rf"(?P<item>[\u4e00-\u9fff（）]{{2,30}}?)(?:[：]|共|各|不少于|不低于|至少)?(?P<count>{_N})[名人](?!以上|左右|群众|学生|职工|党员)(?=[，；。、（）：]|其中|$|组成|[\u4e00-\u9fff]{{2,5}}\d+[名人])"
)
# 各单位编制核定如下：县委办公室12人，县政府办公室15人: what is counted is said once
SHARED = re.compile(
    rf"(?P<item>{_QUOTA})(?:数|名额|员额|人数)?(?:重新|统一|暂|按)?(?:核定|核实|核批|核拨|分配|安排|调整|批准|分解)?(?:情况|方案|数)?(?:如下|分别)?(?:为|是)?：(?P<list>[^。：]{{6,1500}})"
)
# A、B分别核定事业编制12名、8名; A、B事业编制分别为12名、8名
DEALT = re.compile(
    rf"(?P<list>[^，。；：]{{2,80}}[、和][^，。；：]{{2,40}}?)，?(?:(?:核定|核增|增加|核减)?(?P<item>{_QUOTA})分别[\u4e00-\u9fff]{{0,4}}?|"
    rf"分别(?:核定|核增|增加|核减|配备|给予|安排|下达)?(?P<behind>{_QUOTA}))(?P<counts>(?:{_N})[名人]?(?:[、和](?:{_N})[名人])+)"
)
# 编制60名，其中：区救助站8名，区福利院25名; 编制20人，其中行政18人、工勤2人: a total and its parts
DIVIDED = re.compile(
    rf"(?P<item>{_QUOTA}|{_RANKS})(?:总数|总额|总量)?(?:[仍均]?为|共计?|核定为)?(?:{_N})[名个人](?:（[^（）]*）)?，?(?:其中|分别[为是]|具体为)[：，]?(?P<list>[^。：（）]{{6,800}})"
)
SORTS = re.compile(r"行政|事业|工勤|政法|参公|后勤|全额|差额|自收自支|公安|专项|机关|[正副][厅处科股县局]级")
EVERY = re.compile(rf"(?:^|[，；、])(?P<unit>[\u4e00-\u9fff]{{2,24}}?)(?P<count>{_N})[名人个]?(?=[，；、。]|$)")
# 配备不少于2名农村公路专管员
AHEAD = re.compile(
    rf"(?:设置?|设立|配备|配齐|配置|选配|聘用)(?:(?:专职|兼职)?(?:不少于|不超过|不低于|至少|最多))?(?P<count>{_N})名(?:以上)?(?:（(?P<parts>"
    rf"[^（）]{{4,80}})）)?(?:的)?(?P<item>[\u4e00-\u9fff]{{0,14}}?(?:民警|辅警|教师|医生|护士|医师|校长|园长|队长)|[\u4e00-\u9fff]{{2,16}}?(?:人员|专管员|联络员|管理员|监督员|巡查员|协管员|护林员|信息员|网格员|主任|"
    rf"书记|所长|站长|专干|专员|干部|员))(?=[，。；（）]|$|负责|，|[和、](?:{_N})名)"
)
_AND_MORE = re.compile(rf"[和、](?P<count>{_N})名(?P<item>[\u4e00-\u9fff]{{2,16}}?)(?=[，。；（）]|$|负责|[和、](?:{_N})名)")
_PART = re.compile(rf"(?P<item>[\u4e00-\u9fff]{{2,16}}?)(?:不少于|至少|不超过)?(?P<count>{_N})名")


# 其中专业技术岗位28名 (事业单位岗位设置管理试行办法)
_KIND_OF_POST = re.compile(r"(?:专业技术|管理|工勤技能|工勤|特设|辅助|双肩挑)岗位?|正职|副职")
_RANKED = re.compile(rf"{_RANKS}(?:正职|副职)$")  # 科级领导职数正职21名
_RANK = frozenset(("正职", "副职"))
# people counted by what they do, behind a verb that gives them or says that they are there: 配备专职人员3名, 现有教师26人
_STAFF = re.compile(r"[\u4e00-\u9fff]{0,10}(?:人员|员工|职工|干部|工人|教师|教练|[职医技]师|[员工兵医])")
_ENTIRE = re.compile(r"^全[行局校院厅委社站所馆系](?=.{2})")  # 全行|职工143人
_GIVES = re.compile(r"(?:(?<!建)设(?:置|立|有)?(?![计备施])|配[备齐置]?|编[配制]?|[现共]有|其中|定编)(?P<item>[\u4e00-\u9fff]{2,14})$")
# what stands before a post that is counted, and is no part of it
_VERB = re.compile(r"(?<!建)设(?:置|立)?(?![计备施])|配备?(?![电套送])|核[定增减]|增[加设]|指[派定]|明确|其中|原则上?")
_OF_UNIT = re.compile(rf"^(?:[\u4e00-\u9fff]{{2,16}}兼)?[\u4e00-\u9fff]{{0,14}}(?:{ENDS}|政府|人大|政协)$")


@dataclass(frozen=True, slots=True)
class Count:
    """`item` counted `count` times; `span` begins with the item, before it may stand the unit."""

    item: str
    count: int
    span: Span
    cue: str


def counts(words: str, span: Span) -> Iterator[Count]:
    """Every count of positions in a clause, in order.

    >>> [(c.item, c.count) for c in counts("行政编制25名，其中，局长1名，副局长3名", Span(0, 21))]
    [('行政编制', 25), ('局长', 1), ('副局长', 3)]
    """
    found: list[Count] = []
    taken: list[Span] = []

    def free(one: re.Match[str]) -> bool:
        return not any(one.start() < other.end and other.start < one.end() for other in taken)

    for pair in PAIR.finditer(words, span.start, span.end):
        taken.append(Span(*pair.span()))
        for group, mark in (("first", "正"), ("second", "副")):
            number = count(pair[group])
            if number is not None:
                found.append(Count(f"{pair['item']}（{mark}）", number, Span(*pair.span()), "pair"))
    for quota in QUOTA.finditer(words, span.start, span.end):
        number = count(quota["count"])
        if free(quota) and number is not None:
            within = _WITHIN.search(words, max(span.start, quota.start() - _REACH), quota.start())
            more = within["more"] if within and not agencies_in(within["more"]) else ""
            place = Span(quota.start() - len(more), quota.end())
            taken.append(place)
            found.append(Count(more + quota["item"], number, place, "quota"))
    for now in _NOW.finditer(words, span.start, span.end) if found else ():
        number, before = count(now["count"]), [one for one in found if one.span.end <= now.start()]
        if free(now) and number is not None and before:
            taken.append(Span(*now.span()))
            found.append(Count(before[-1].item, number, Span(*now.span()), "quota"))
    for fixed in FIXED.finditer(words, span.start, span.end):
        number = count(fixed["count"])
        if free(fixed) and number is not None:
            taken.append(Span(*fixed.span()))
            found.append(Count("编制" if fixed["item"] == "定编" else "定员", number, Span(*fixed.span()), "quota"))
    for each in EACH.finditer(words, span.start, span.end):
        posts = _each(each["items"])
        number = count(each["count"])
        if free(each) and posts and number is not None:
            start = each.start() + len(each["items"]) - len(_lead(each["items"]))
            taken.append(Span(start, each.end()))
            found += [Count(post, number, Span(start, each.end()), "each") for post in posts]
    for post in POST.finditer(words, span.start, span.end):
        number = count(post["count"])
        if not free(post) or number is None:
            continue
        total = words.startswith("，其中", post.end())
        said = _post(post["item"], not found) or _staff(post["item"].lstrip("（"), bool(found) or total)
        if said:
            start = post.end("item") - len(said)
            taken.append(Span(start, post.end()))
            found.append(Count(said, number, Span(start, post.end()), "post"))
    for ahead in AHEAD.finditer(words, span.start, span.end):
        number = count(ahead["count"])
        if not free(ahead) or number is None:
            continue
        found.append(Count(ahead["item"], number, Span(*ahead.span()), "ahead"))
        more = _AND_MORE.match(words, ahead.end(), span.end)
        while more:  # 配备1名协管员|和2名护林员
            found.append(Count(more["item"], count(more["count"]) or 0, Span(*more.span()), "ahead"))
            more = _AND_MORE.match(words, more.end(), span.end)
        if ahead["parts"]:
            for part in _PART.finditer(words, *ahead.span("parts")):
                found.append(Count(part["item"], count(part["count"]) or 0, Span(*part.span()), "ahead"))
    yield from sorted(found, key=lambda one: (one.span.start, one.span.end))


def _lead(said: str) -> str:
    """The words before a number without what stands before the first post."""
    verb = max((found.end() for found in _VERB.finditer(said)), default=0)
    return BEFORE.sub("", said[verb:])


def _each(said: str) -> list[str]:
    """The posts that have the same number: 正副系主任 are 系主任 and 副系主任; [] where one of the list is no post."""
    posts: list[str] = []
    for part in re.split(r"[、和]", _lead(said)):
        both = part.startswith("正副")
        bare = part.removeprefix("正副")
        if not (is_post(bare) or re.fullmatch(rf"(?:{ENDS})(?:主任|书记|长)", bare) or bare in _RANK):
            return []
        posts += [bare, f"副{bare}"] if both else [bare]
    return posts


def _post(said: str, first: bool) -> str:
    """The post that ends the words before a number, with the unit whose head it is: 主任 of 其中主任, 调研室主任.

    The agency at the beginning of a sentence is no part of it: 县水利局局长.
    """
    said = BEFORE.sub("", said.lstrip("（"))
    if ranked := _RANKED.search(said):
        return ranked[0]
    if _KIND_OF_POST.fullmatch(said):
        return said
    if not first and 2 < len(said) <= 6 and is_post(said[2:]) and not _VERB.search(said) and not agencies_in(said):  # 网格员2名、网格指导员1名
        return said
    posts = [at for at in range(len(said)) if is_post(re.sub(r"（[^（）]*）$", "", said[at:]))]
    for at in posts:
        verb = max((found.end() for found in _VERB.finditer(said[:at])), default=0)
        if _OF_UNIT.search(said[verb:at]) and (verb or not first):
            return said[verb:]
    return said[posts[0] :] if posts else ""


def _staff(said: str, goes_on: bool) -> str:
    """Those whom a verb gives to a unit and that hold no post: 专职人员 of 办公室配备专职人员, and the next of the same list, or its total."""
    given = _GIVES.search(said)
    item = _ENTIRE.sub("", given["item"] if given else BEFORE.sub("", said) if goes_on else "")
    return item if _STAFF.fullmatch(item) else ""
