"""The bodies that a line of addressees names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.bodies import BRACKETS, PLACED, RECIPIENT, listed
from extract.head.place import place_of
from extract.mentions.naming import full_name
from kg.model import Agency, Span


def addressees(words: str, line: Span, place: str) -> tuple[Agency, ...]:
    """The bodies of the line, one by one; what a list says once is put back (各市发展改革委、林业局 → 各市林业局).

    >>> line = "各乡镇人民政府，区政府各委、办、局，各省、市财政厅，岚江市、临澜市财政局："
    >>> [one.mention for one in addressees(line, Span(0, len(line)), "")]
    ['各乡镇人民政府', '区政府各委、办、局', '各省、市财政厅', '岚江市财政局', '临澜市财政局']
    """
    text = words[line.slice].rstrip("：")
    if bracketed := _BRACKETED.fullmatch(text):
        text = bracketed["inner"]
    text = text.removeprefix("致").removeprefix("主送：")
    found: list[Agency] = []
    last = ""
    for chunk in _parts(text, "，；,"):
        before = ""
        if _CHAPTERS.fullmatch(chunk):
            found.append(Agency(full_name(chunk, place), chunk, True))
            last = chunk
            continue
        for one in filter(None, _names([one for piece in _parts(chunk, "、") for one in _also(piece)], last)):
            last = one
            owned = _owned(before, one)
            said = owned if _EVERY_LEVEL.match(owned) else one
            found.append(Agency(full_name(owned, place), said, bool(_GROUP.search(said) or (owned != said and "直属" in said))))
            before = said
    return tuple(found)


def _owned(before: str, name: str) -> str:
    """In full, what a list says for short: 市政府各部门、各直属机构 of 市政府; 各镇人民政府、街道办事处, 全省各级法院、检察院, every one of them."""
    owner = _OWNER.match(before)
    if owner and _OF_OWNER.fullmatch(name):
        return owner["owner"] + name
    if (seat := _EVERY_SEAT.fullmatch(before)) and re.fullmatch(rf"{seat['level']}(?:人民)?政府", name):
        return "各" + name  # 各市委、市政府
    every = _EVERY_LEVEL.match(before)
    if every and _OF_LEVEL.fullmatch(name):
        return every[0] + name
    return "各" + name if before.startswith("各") and _EVERY_PLACE.fullmatch(name) else name


# 各地（市）; 地税局 is a name
_LEVEL = rf"(?:{listed('levels')}|地(?![方税震质名籍]))"
# 各辖市、区团委; 市直各单位、企业、学校妇委会: of each of them the league, the union, the committee
_CHAPTERS = re.compile(
    rf"(?:[\u4e00-\u9fa5（）]{{0,8}}(?:{_LEVEL}|部门|单位|[委部]办局|企业|公司|[学高院]校|医院|机关|团体|系统|园区|村|社区|产业){BRACKETS}、){{1,5}}"
    rf"(?!各人民|各有关|有关|其他)[\u4e00-\u9fa5（）]{{1,8}}(?:团工?委|总?工会|妇联|妇委会|党委|党组|纪委|关工委){BRACKETS}"
)
_BRACKETED = re.compile(r"（(?P<inner>[^（）]+?)：?）?")  # under the title: （各中央局，国务院各部委：）
_GROUP = re.compile(r"各|有关|相关|所有|全体|全区|全市|全县|全省")
# 各省, 自治区, 县（市）: no body yet, its kind comes after the next 、
_BARE = re.compile(rf"(?:[\u4e00-\u9fa5]{{0,12}}各(?:有关|产[\u4e00-\u9fa5]|主产|设)?)?(?:{_LEVEL})++{BRACKETS}")
# 办, 局, 局及各直属单位: no body any more, its head stands before the last 、
_LOOSE = re.compile(r"(?:委|办|局|部|厅|处|室|司|院|行|科|站|所|馆|队|股|组|中心|委办局|办局|单位|部门|企业|团体|院校|学校)(?:[和及与](?:各|有关|直属).*)?")
_HEADED = re.compile(
    rf"各(?:(?:有关|产[\u4e00-\u9fa5]|主产)?{_LEVEL}{BRACKETS}[、和及]?)++(?:新疆生产建设兵团)?(?=[\u4e00-\u9fa5]{{2}})"
    rf"|(?:{_LEVEL}{BRACKETS})(?![直级属委政])(?=[\u4e00-\u9fa5]{{2}})|新疆生产建设兵团"
)
_OWN = re.compile(
    rf"各|有关|相关|直属|其他|所属|国务院|国家|中央|中国|全国|新疆|解放军|武警|{_LEVEL}|[\u4e00-\u9fa5]{{2,6}}(?:省|市|区|县|州|镇|(?<!城)乡|街道|部(?!门)|集团|公司)|大型|股份|外资"
)
_ALSO = re.compile(
    r"(?P<one>[^（）]{2,})(?:及|以及|并|和)(?P<other>(?:各|其他)?(?:有关|相关)(?:单位|企业|部门|人员|乡镇|村)"
    r"|(?:[部省市区县局厅]|各|其他){1,2}直属(?:各)?(?:单位|机构))"
)
_AND_TO = re.compile(r"^并(?:请)?(?:转[发告报]?|报|告|发|抄送?)")  # 各中央局，并转各分局
_REST = re.compile(r"各|其他|有关|相关")
# 县直各部门, 区级机关: no kind of the places before it
_APART = re.compile(r"[省市县区州旗盟](?:直(?!管)|级(?!市)|属)|本[省市县区]|驻|有关单位|各(?:有关|人民|部门|单位)")
# 各乡镇街道、物业公司; 各县、市公司 are the firms of those places
_FIRMS = re.compile(rf"(?!{_LEVEL})[\u4e00-\u9fa5]{{2,8}}(?:公司|企业|学校|幼儿园|医院|协会|商会|经营者|业主)")
# 各部门、企业 are all such; 二手房东、企业 are two
_HOUSES, _OF_ALL = ("企业", "团体", "院校", "学校"), re.compile(r"各|[省市区县州]直|直属|有关|相关|驻|所属|中央")
_NAME = re.compile(r"(?!中央)[^各属驻直]{2,3}")
_KIND = re.compile(r"(?<=[\u4e00-\u9fa5]{2})(?:自治[区州]|[省市县区])$")
_PERSON = re.compile(r"[\u4e00-\u9fa5]{2,4}")
_EVERY = re.compile(r"各(?:相关|有关)?")
_NOUN = re.compile(r"社区|公司|高校|村|园区|幼儿园|分局|党组|项目部|车间|班组")
_OWN_KIND = re.compile(r"(?:开发区|园区|新区|管理区)$")
_DEPARTMENT = re.compile(rf"(?:局|委|厅|办|中心|支部|委会|院|公司|(?<!有关)部门){BRACKETS}$")
# 云岫高新区改革发展局
_ZONE = re.compile(r"[\u4e00-\u9fa5]{2,12}?(?:新区|经开区|高新区|开发区|园区|度假区|示范区|新城)(?=[\u4e00-\u9fa5]{2,10}[局委办厅]$)")
_ZONED = re.compile(r"(?!各)[\u4e00-\u9fa5]{2,12}(?:开发区|园区|新区|高新区|示范区|度假区|保税区|管理区)管(?:理)?委(?:员)?会")  # 望溪开发区管委会
# 财政局, 林业和草原局: an office of no place
_PLAIN = re.compile(r"(?!机关|公司|集团)[\u4e00-\u9fa5]{2,10}[局委厅]")
_OWNER = re.compile(r"(?P<owner>[\u4e00-\u9fa5]{1,12}?(?:政府|国务院))(?:各|有关|直属)")
_OF_OWNER = re.compile(r"(?:各|有关)?直属(?:各)?(?:机构|单位)|各(?:单位|机构|部门)")
_EVERY_PLACE = re.compile(r"(?:街道|乡|镇|地区)(?:办事处|人民政府)")
_EVERY_SEAT = re.compile(r"各(?P<level>[省市区县州旗盟乡镇])(?:党|工)?委")
_EVERY_LEVEL = re.compile(r"(?:(?:全[国省市区县])?地方|全[国省市区县])?各级(?=.{2})")
_OF_LEVEL = re.compile(r"(?:人民)?(?:法院|检察院)|(?:公安|国家安全|司法行政|监察|检察|审判|税务|财政)(?:机关|部门)")
_SEATED = ("管委会", "管理委员会", "办事处", "人民政府", "政府")
_SEAT = re.compile(r"(?P<place>.+?)(?:党工委|党（工）委|党委|工委|(?<=[省市县区州旗盟乡镇）])委)")
_SHARED = re.compile(r"(?P<place>[\u4e00-\u9fa5]{2,12}?(?:街道|镇|乡|新区|开发区|园区|度假区|示范区|港区|区|县|市|州|盟|旗|省|园))(?P<tail>[\u4e00-\u9fa5].*)")


def _also(piece: str) -> list[str]:
    """北矿及有关企业, 区政府各部门并有关单位: two groups in one; 岚江省人民政府办公厅并民政厅: two bodies of one place."""
    piece = _AND_TO.sub("", piece)
    if also := _ALSO.fullmatch(piece):
        return [also["one"], also["other"]]
    first, _, second = piece.partition("并")
    if len(first) > 2 and RECIPIENT.search(first) and RECIPIENT.search(second):
        head = place_of(first) if _PLAIN.fullmatch(second) else ""
        return [first, head + second]
    return [piece]


def _parts(text: str, signs: str) -> Iterator[str]:
    """Cut at the signs that stand outside brackets."""
    depth, start = 0, 0
    for i, sign in enumerate(text):
        depth += (sign == "（") - (sign == "）")
        if depth <= 0 and sign in signs:
            yield text[start:i]
            start = i + 1
    yield text[start:]


def _names(pieces: list[str], last: str) -> Iterator[str]:
    """The bodies of pieces that stand between 、: a piece may lack its kind, or its head.

    `last` is the body in front of the ， before them: 各市水利局，财政局、物价局.
    """
    found: list[str] = []
    bare: list[str] = []  # 各省, 自治区
    places: list[str] = []  # 临澜市, 岚江市, whose kind is still to come
    for piece in filter(None, pieces):
        if found and not bare and not places and _LOOSE.fullmatch(piece) and (piece not in _HOUSES or _OF_ALL.search(found[-1])):
            found[-1] += f"、{piece}"
        elif _NOUN.fullmatch(piece) and not bare and (every := _EVERY.match((places or found or [""])[-1])):
            found += [*places, every[0] + piece]  # 各相关部（室）、公司; 各村、社区
            places = []
        elif _BARE.fullmatch(piece):
            bare.append(piece)
        elif bare and not RECIPIENT.search(piece) and (kind := _KIND.search(piece)) and all(_NAME.fullmatch(one) for one in bare):
            places += [*(one + kind[0] for one in bare), piece]  # 青原、白水省、北河自治区、临澜市人民政府
            bare = []
        elif not RECIPIENT.search(piece):
            (places if PLACED.search(piece) and not bare else bare).append(piece)
        else:
            level = any(_BARE.fullmatch(one) for one in bare)
            if bare and ((_APART.match(piece) or _FIRMS.fullmatch(piece)) if level else _REST.match(piece)):
                found += ["、".join(bare)] if level else bare  # 各乡镇（街道）、县直各部门; 望钢、北钢及有关企业
                bare = []
            shared = _SHARED.fullmatch(piece) if places or bare else None
            if bare and shared and not level and _NAME.fullmatch(shared["place"][:-1]) and all(_NAME.fullmatch(one) for one in bare):
                found += [one + shared["place"][-1] + shared["tail"] for one in bare]  # 青峰、白水镇人民政府
                bare = []
            if bare and piece.endswith("同志") and all(_PERSON.fullmatch(one) for one in bare):
                found += [f"{one}同志" for one in bare]  # 明哲、敬亭同志
                bare = []
            whole = "、".join([*bare, piece])
            tail = shared["tail"] if shared else ""
            found += [one + tail if tail and not bare else one for one in places]
            before = "" if bare or places else found[-1] if found else last if _PLAIN.fullmatch(whole) else ""
            found.append(_headed(before, whole) if before else whole)
            bare, places = [], []
    yield from found
    yield from places
    if bare and (_OWN_KIND.search(bare[-1]) or (bare[-1].startswith("各") and _OWN_KIND.search(bare[0]))):
        yield from bare  # 各镇（街道）、开发区; 开发区、各街道
    elif bare:
        yield "、".join(bare)


def _headed(before: str, name: str) -> str:
    """The head of the body before, where this one has none: 各市发展改革委、林业局; 临澜市物价局、卫生局; 云岫园区党工委、管委会."""
    seat = _SEAT.fullmatch(before) if re.sub("（.*", "", name) in _SEATED else None
    if seat:
        return seat["place"] + name
    found = _HEADED.match(before)
    zone = _ZONE.match(before)
    head = found[0] if found else zone[0] if zone else place_of(before)
    own = _OWN.match(name)
    if name.endswith("厅") and head[-1:] in "市县区州":  # 临澜市人民政府，林业厅: of the province
        return name
    again = bool(own and not ("各" in head and head.endswith(own[0])))
    return name if not head or again or _ZONED.match(name) or not _DEPARTMENT.search(name) else head + name
