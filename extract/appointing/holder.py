"""The body that a post is of, as an argument of a fact."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.memo import per_notice
from extract.mentions.agency import agencies_in, is_agency
from extract.mentions.lexer import Part, tokens
from extract.mentions.naming import full_name
from extract.mentions.post import Holding
from extract.units.charter import charter
from kg.model import Agency, Notice

_GOVERNOR = re.compile(r".*[省市区县州旗盟镇乡]长(?:助理)?")
_PLACE = re.compile(r".*(?:[省市区县州旗盟镇乡]|自治[区州县])$")


def holder(notice: Notice, holding: Holding) -> Agency | None:
    """The body of a post; where the text names none, the body that the notice is about or comes from."""
    head = notice.head
    if not holding.agency:
        own = _own(notice)
        if own and _OF_SOCIETY.search(holding.post) and not own.mention.endswith("会"):  # in a paper that lets a society be set up
            return _like(notice, holding.post) or own
        if own and own.mention.endswith("主席") and holding.post.endswith("主席"):  # 主席　王涛 under an order of the 主席
            return Agency(own.name.removesuffix("主席"), own.mention.removesuffix("主席"))
        office = _SECRETARIAT.fullmatch(own.mention) if own and holding.post.endswith("秘书长") else None
        if own and office:
            return Agency(own.name[: len(own.name) - len(office[2])], office[1])
        return own or _like(notice, holding.post)
    spoken = _our(notice, holding) or _your(notice, holding.agency) or _kind_alone(notice, holding.agency) or _inside(notice, holding.agency)
    name = spoken or full_name(holding.agency, head.jurisdiction)
    if _GOVERNOR.fullmatch(holding.post) and _PLACE.fullmatch(holding.agency):
        name += "人民政府"
    return Agency(name, name if _CABINET.match(name) else holding.agency)


def settled(notice: Notice, holding: Holding) -> Holding:
    """党委书记 in a paper of 青石镇 is the 书记 of the 青石镇党委; in one of 中共云岭一中委员会 of the 云岭一中党委, and the 校长 of the 云岭一中."""
    ours = _OUR.match(holding.agency)
    if ours and ours.end() < len(holding.agency) and not is_agency(holding.agency[ours.end() :]):  # 我局|行风监督员
        return replace(holding, agency=ours[0], post=holding.agency[ours.end() :] + holding.post)
    own = _own(notice) if not holding.agency else None
    ruled = _GOVERNMENT.search(own.mention) if own and _SECRETARY.fullmatch(holding.post) else None
    if ruled:  # 副书记, in a roster of the 乡政府
        return replace(holding, agency=ruled[1] + ("党委" if ruled[1] in "镇乡" else "委"))
    party = _PARTY.fullmatch(holding.post)
    house = _COMMITTEE.fullmatch(own.mention) if own else None
    if own and house and not _PLACE.fullmatch(house["of"]):
        if party:
            return replace(holding, agency=house["of"] + party["body"], post=party["post"])
        return holding if _OF_PARTY.search(holding.post) else replace(holding, agency=house["of"])
    if party and not own and not holding.agency:  # where no issuer is told
        housed = _HOUSED.search(notice.words) if party["body"] == "党委" else None
        return replace(holding, agency=housed[0] if housed else party["body"], post=party["post"])
    place = _TOWN.match(own.mention) if own and party else None
    return replace(holding, agency=place[0] + party["body"], post=party["post"]) if place and party else holding


# the 秘书长 in a notice of a 政府办公室 is of the government
_SECRETARIAT = re.compile(r"(.*政府)(办公[厅室])")
_PARTY = re.compile(r"(?P<body>党委|党工委|纪委|纪工委|党支部|党总支)(?P<post>.+)")
_BODY = re.compile(r"(?:领导小组|指挥部|专班|联席会议)$")  # has members, and no posts of its own
_ALONE = re.compile(r"党委|党工委|纪委|纪工委|党支部|党总支")
# 主持学校党委全面工作: whose committee it is, where no issuer is told
_HOUSED = re.compile(r"(?:学校|学院|医院|公司|集团|我?[校院局])党委(?!书记|副书记|委员)")
# a committee of the party in a school, a firm, an office: its paper names the posts of the whole house
_COMMITTEE = re.compile(r"(?:(?:中共|中国共产党)(?P<of>.{3,}?)(?:总支部?)?委员会)")
_OF_PARTY = re.compile(r"书记|委员|组织员|党")
_TOWN = re.compile(r".*(?:[镇乡村]|街道|社区)(?!长)")
_SECRETARY = re.compile(r"副?书记")
_GOVERNMENT = re.compile(r"([省市区县州镇乡])(?:人民)?政府$")
_OUR = re.compile(r"[我本][局委厅部院校处站所社行矿厂场]")
_YOUR = re.compile(r"[你贵](?:[局委厅部院校处站所社行矿厂场村镇乡区县市]|公司|集团|集团公司|学校|学院|医院|单位)(?P<part>.{0,6})")
_CABINET = re.compile(r".*政务院$")


def _our(notice: Notice, holding: Holding) -> str:
    """我局, and 局 in 局党委书记, is the body that speaks; the 总理 of a notice of the 政务院 is its own."""
    issuer = _own(notice)
    state = holding.agency == "国务院" and issuer is not None and _CABINET.match(issuer.name)
    bare = issuer is not None and len(holding.agency) == 1 and issuer.mention.endswith(holding.agency)
    return issuer.name if issuer and (state or bare or _OUR.fullmatch(holding.agency)) else ""


def _your(notice: Notice, words: str) -> str:
    """你公司, and 贵校党委, is the one body that the notice is sent to."""
    sent = notice.head.addressees
    yours = _YOUR.fullmatch(words) if len(sent) == 1 and not sent[0].group else None
    return _CORE.sub("", sent[0].name).removesuffix("董事会") + yours["part"] if yours else ""


def _kind_alone(notice: Notice, words: str) -> str:
    """革命委员会 in a paper whose title, sender or first lines name the 岚江省革命委员会 is that one."""
    if words not in _ORGANS:
        return ""
    near = agencies_in(notice.words[:_OPENS])
    named = next((one.words for one in near if one.words.endswith(words) and one.words != words and not one.group), "")
    return full_name(named, notice.head.jurisdiction) if named else ""


_ORGANS = ("革命委员会", "人民委员会", "革委会", "人委", "行政公署", "工委")
_OPENS = 600


def _inside(notice: Notice, words: str) -> str:
    """A part of a court, school or firm named in its own notice: 教务处, 民一庭, 公司."""
    issuer = _own(notice)
    if (
        issuer is None
        or not _HOUSE.search(issuer.name)
        or agencies_in(issuer.mention)[:1] == agencies_in(words)[:1]
        or _OTHER_HOUSE.fullmatch(words)
    ):
        return ""
    house = _HOUSE_ITSELF.fullmatch(words)
    if house:
        return issuer.name + (house["part"] or "")
    first = tokens(words)[0].part
    return (
        issuer.name + words
        if _PART.search(words) and not first & (Part.LEVEL | Part.PLACE) and len(words) <= 10
        else ""
    )


_HOUSE = re.compile(r"(?:法院|检察院|大学|学院|学校|公司|集团|医院|银行)$")
_HOUSE_ITSELF = re.compile(r"(?:公司|集团|集团公司|学校|学院|医院|我院|本院|校|院)(?P<part>党委|纪委|党总支|党支部)?")
# 岚江煤业公司党委 in a notice of another firm
_OTHER_HOUSE = re.compile(r".{2,}(?:(?<!分)公司|集团|大学|学院|医院)(?:党委|纪委|党总支|党支部|团委|工会)")
_PART = re.compile(
    r"(?:[庭处科室部]|学院|学系|系|研究所|中心|图书馆|办公室|执行局|分公司|项目部|工会|团委|党委|支部)$"
)


@per_notice
def _own(notice: Notice) -> Agency | None:
    """A notice to one firm or school, an answer, or a paper of those who keep the ranks is about the posts of whom it is sent to.

    一级调研员 in a paper of the 市委组织部 to the 市审计局党组 is of the 市审计局; else the posts are those of the issuer.
    """
    head = notice.head
    alone = head.addressees[0] if len(head.addressees) == 1 else None
    if alone and not alone.group and re.search(r"公司|集团|学校|大学|学院|医院|银行|中心$", alone.mention):
        return alone
    if alone and not alone.group and (head.kind == "批复" or any(_STAFF.search(issuer.name) for issuer in head.issuers)):
        return replace(alone, name=_CORE.sub("", alone.name), mention=_CORE.sub("", alone.mention))
    if head.issuers and not _BODY.search(head.issuers[0].mention):
        return _whole(head.issuers[0])
    about = charter(notice)
    if about:
        return Agency(full_name(about.name, head.jurisdiction), about.mention)
    named = [one for one in agencies_in(head.title) if not one.group and not _ALONE.fullmatch(one.words) and not _BODY.search(one.words)]
    return _whole(Agency(full_name(named[0].words, head.jurisdiction), named[0].words)) if named else None


def _whole(issuer: Agency) -> Agency:
    """The body whose office issues a notice: the 局长 in a notice of a 局办公室 is of the 局."""
    group = re.fullmatch(r"(?:中共)?(.{3,}(?:[局委厅办院署社]|政府))(?:党组|(?<=[局厅院])党委)", issuer.mention)
    if group:  # 局长 in a paper of the 局党组
        return Agency(re.sub("^中共|党[组委]$", "", issuer.name), group[1])
    met = _MET.fullmatch(issuer.mention)
    if met and issuer.name.endswith(issuer.mention):
        return Agency(issuer.name.removesuffix(issuer.mention) + met[1], met[1])
    board = re.fullmatch(r"(.{3,}(?:公司|集团|银行))(?:董事会|监事会|股东大?会)", issuer.mention)
    if board and issuer.name.endswith(issuer.mention):
        return Agency(issuer.name.removesuffix(issuer.mention) + board[1], board[1])
    short = re.fullmatch(r"(.{3,}(?:[局委厅部院会社]|委员会|公司|集团|大学|学院))办公[室厅]", issuer.mention)
    if not short or not issuer.name.endswith(issuer.mention[-3:]):
        return issuer
    return Agency(issuer.name[:-3], short[1])


# 区教育工会第三次代表大会: whose officers it elects
_MET = re.compile(r"(.{2,}(?:工会|联合会|协会|学会|[侨残文妇]联|科协|共青团.{2,}委员会))第[一二三四五六七八九十\d]{1,3}[次届](?:会员)?代表大会")
_STAFF = re.compile(r"组织部|人事局|人事厅|人力资源和社会保障[局厅]|公务员局|编制委员会")
_CORE = re.compile(r"(?<=[局委办厅院会部])(?:党组|党委)$")

_OF_SOCIETY = re.compile(r"(?:(?<!委员)会|理事|监事)长$|理事$")
_KINDS: dict[str, str | tuple[str, ...]] = {
    "会": ("商会", "协会", "学会", "研究会", "促进会", "联合会", "基金会", "联谊会"),
    "局": "局",
    "部": "部",
    "厅": "厅",
    "院": "院",
    "校": ("学校", "大学", "学院", "中学", "小学"),
    "所": "所",
    "站": "站",
    "处": "处",
    "队": "队",
    "行": "行",
    "社": "社",
}


def _like(notice: Notice, post: str) -> Agency | None:
    """Where no issuer is told: the first body of the notice whose head has such a post (局长: a 局)."""
    hit = re.search(r"(.)长(?:助理)?$", post)
    if hit and hit[1] == "校" and "学校" in notice.words:  # not one of its 学院
        return Agency("学校", "学校")
    kind = "政府" if post.endswith("秘书长") else _KINDS["会"] if _OF_SOCIETY.search(post) else _KINDS.get(hit[1]) if hit else None
    named = next(
        (one for one in agencies_in(notice.words) if kind and one.words.endswith(kind) and not one.group and one.words[-2:-1] != one.words[-1]),
        None,
    )
    return Agency(full_name(named.words, notice.head.jurisdiction), named.words) if named else None
