"""The posts that a phrase names, each with its body: 区委常委、宣传部部长 is (区委, 常委) and (区委宣传部, 部长)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extract.lexicon import either, terms
from extract.mentions.agency import agencies_in
from extract.mentions.lexer import Part, Token, tokens
from extract.mentions.person import is_name
from extract.mentions.placing import HOUSE, placed

# 区农业局 + 原 + 局长, 岚江集团 + 新任 + 总经理
_FORMER = re.compile(
    r"(?<=[局委办厅部院会署队站所处馆校社科室司厂团府心学中小镇乡村行])原$"
    r"|(?<=[\u4e00-\u9fff]{2})(?:新任|时任|现任|第[一二三四五六七八九十\d]{1,3}任)$|^(?:新一届|本届|新当选的)的?(?=..)"
)
_LONGEST = 300  # no phrase of posts is longer


@dataclass(frozen=True, slots=True)
class Holding:
    """A post of a body; `agency` is "" where the phrase does not say of which; `note` what stands in brackets (正处级, 兼)."""

    agency: str
    post: str
    note: str = ""


# 区教育局党组书记 | 局长, the sign lost
_GLUED = (
    r"(?:(?<=书记)|(?<=成员)|(?<=委员)|(?<=常委)|(?<=主任)|(?<=[局厅处部院校]长))"
    r"(?=(?:常务)?副?(?:[局厅处部院校区县市镇乡]长|主任|[一二三四]级(?:调研员|主任科员|巡视员)|调研员|主任科员|书记处书记)(?:$|[、，；（]))"
)
# 、 between posts; 兼 between the post before and the post behind
_ITEM = re.compile(_GLUED + r"|[、，；/]|(?:以及|[和及])(?=[^、]{2,})|(?=兼(?!职(?!称)|营|并))")
_LEAD = re.compile(r"^(?:挂职(?!锻炼|学习)|现任|时任|原任|历任|担任|兼任|[\u4e00-\u9fff]{0,4}责任人(?=.)|原|兼|任(?!命)|系|是|为)(?!则|务|期)")
_NOTE = re.compile(r"（([^（）]{1,30})）$")
_GOVERNOR = re.compile(r"(?P<rank>.*?)(?P<level>[省市区县州旗盟镇乡])长(?:助理)?")
_PARTY = re.compile(
    r"(?P<body>机关党委|党委|党工委|党总支|党支部|总支|支部|纪委|纪工委|团委|总工会|工会)(?P<post>.+)"
)
_GROUP = re.compile(r"(?P<body>党组)(?P<post>.+)")
_SHORT_HOUSE = re.compile(r"[局委厅部院校处站所社行矿厂场]")
_BRANCH = re.compile(r"(?P<body>[\u4e00-\u9fff]{2,8}(?:党支部|党总支|(?<=机关)党委))(?P<post>.+)")
_WARD = re.compile(r"(?:宣传|组织|统战|政法|纪检|武装|宣统|青年|妇女)委员")
# 学生工作部（处） + 部（处）长
_DOUBLE = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}（[部处院局办室科委团会]{1,2}）)"
    r"(?P<post>(?:常务)?副?(?:[部处院局室科]（[部处院局室科]）长|[部处院局科]长|主任))"
)
_OF_COMMITTEE = re.compile(r"(?P<body>.*?中央)(?P<post>(?:候补)?委员)")
# 中华人民共和国驻安尼亚共和国 + 特命全权大使
_ENVOY = re.compile(
    r"(?P<body>(?:中华人民共和国|我国|中国)?(?:常驻|兼驻|驻)[^、，]{2,40}?)(?P<post>(?:副|常驻)?(?:特命全权)?(?:大使|公使|总领事|领事|(?<!首席)代表|参赞))"
)
# 第四届国家特邀水务监察专员, 区人民法院 + 特邀调解员
_GUEST = re.compile(
    r"(?P<body>[^、，]{0,40}?)(?P<post>(?:第[一二三四五六七八九十\d]{1,3}届)?(?:国家|全国)?(?:特邀|特约)[\u4e00-\u9fff]{1,16}?(?:员|专家|顾问|导师|代表))"
)
_PLACE_END = re.compile(r"(?:自治[区州县旗]|[省市区县州旗盟镇乡村]|街道|社区|地区|公社)$")
# a body that says no more than what it is: 局党组书记, 校长办公会
_PLAIN = re.compile(
    r"(?:[我本]?[局委厅部院校处站所社行矿厂场]|公司|学校|学院|集团|集团公司|医院|中心|大学|本部|总行|总公司|商会|协会|学会|[林农牧茶渔]场|粮库|煤矿|车间|法庭|工段|人民?政府|国家|政府|人大|政协|工委|机关)"
)
_KIND_END = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:[局委厅部院校处科室队所站社办会组庭司厂矿行馆园署台团]|车间|工段|(?<!关)系|[农林牧渔茶盐鱼药]场|中心|公司|集团)|[一二三四五六七八九十]{1,3}分场|(?:[区市县镇乡]|[\u4e00-\u9fff]{2,8})(?<!第)[一二三四五六七八九十]{1,2}[中小]"
)
_RESIDENT = re.compile(
    r"[\u4e00-\u9fff]{0,20}(?:纪委|纪律检查委员会)、[\u4e00-\u9fff]{0,20}(?:监委|监察委员会)[\u4e00-\u9fff]{0,30}(?:组|室|部|厅|委员会|监委)"
)
# what stands within the name of one body: 岚能 + （岚江） + 控股有限公司, 材料科学 + 与 + 工程学院
_IN_NAME = re.compile(
    r"（[\u4e00-\u9fff]{2,6}）(?=[\u4e00-\u9fff]*(?:公司|集团|企业)$)"
    r"|(?<=[\u4e00-\u9fff]{2})(?<![局委办厅部院校处科室队所站社会司厂系心团])与(?=[\u4e00-\u9fff]{2,12}$)"
)
_HARD = re.compile("同志|以及|[为任由并免的了将把被兼不]")  # what no name of a body holds
_PLAIN_BODY = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,20}")
# how posts end that no list holds
_LIKE_POST = re.compile(
    r"(?!部分|有关|相关|一批|国家)(?:(?!同志|任命|[为任])[\u4e00-\u9fff]){1,11}(?<!单)(?:[长员师记席官监授士工]|主任|代表|顾问|专家|董事|理事|干事|参事|领事|秘书|教练|编辑|书记)|专家"
)
# what begins like a preposition and is the field of a house: 经发中心, 为民服务中心
_NO_PREPOSITION = ("经发", "经信", "经贸", "经管", "经协", "经济", "经开", "经合", "经作", "给水", "给排", "为民", "为农", "对外", "对口")
_SHORT = re.compile(r"(?:副|常务副)?(?P<kind>[局部处科院所站队厅室庭司署])长")
_SIZE = re.compile(r"[大中支总分]$")
_NOT_KIND = re.compile(r".*(?:部长|局长|处长|书记|主任|副)$")


@cache
def _post() -> re.Pattern[str]:
    """modifiers* base, as a whole; 厅长助理 is one."""
    modifiers = either(terms("posts", "modifiers"))
    bases = either(terms("posts", "bases"))
    return re.compile(rf"(?:{modifiers}){{0,4}}(?:{bases})(?:(?<=长)助理)?")


@lru_cache(maxsize=8192)
def is_post(words: str) -> bool:
    """Whether the words are a post without its body.

    >>> is_post("常务副主任"), is_post("教育局局长")
    (True, False)
    """
    return len(words) <= 20 and bool(_post().fullmatch(words))


def holdings(words: str, *, sure: bool = True) -> list[Holding]:
    """The posts of a phrase that is nothing but posts, else []; unless `sure`, an unknown word behind a body is a post too.

    >>> [(one.agency, one.post) for one in holdings("区委常委、宣传部部长")]
    [('区委', '常委'), ('区委宣传部', '部长')]
    >>> holdings("加强领导")
    []
    """
    if len(words) > _LONGEST or "：" in words:
        return []
    found: list[Holding] = []
    for item in _items(words):
        also = item.startswith("兼")
        seconded = item.startswith("挂职")
        holding = _one(_LEAD.sub("", item)) or (None if sure else _unknown(_LEAD.sub("", item)))
        if holding is None:
            return []
        note = "，".join(filter(None, ("兼" if also else "挂职" if seconded else "", holding.note)))
        agency, post = placed(holding.agency, holding.post, [(one.agency, one.post) for one in found])
        found.append(Holding(agency, post, note))
    return found


def _items(words: str) -> list[str]:
    """The phrase cut at 、, not inside brackets nor inside the name of a body (水务、环保等部门)."""
    shielded = re.sub(r"（[^（）]*）", lambda inner: "\ue000" * len(inner[0]), words)
    cuts = [0]
    for hit in _ITEM.finditer(shielded):
        before, after = shielded[cuts[-1] : hit.start()], shielded[hit.end() :]
        if hit[0] in ("和", "及", "以及") and not _ends_post(before):
            continue
        if hit[0] == "、" and before.endswith(("纪委", "纪律检查委员会")):
            continue  # 区纪委、区监委派驻…组组长
        if hit.start() > cuts[-1] and after:
            cuts += [hit.start(), hit.end()]
    cuts.append(len(words))
    return [words[cuts[i] : cuts[i + 1]] for i in range(0, len(cuts), 2)]


def _ends_post(words: str) -> bool:
    return any(is_post(words[at:].replace("\ue000", "")) for at in range(max(0, len(words) - 12), len(words)))


@lru_cache(maxsize=8192)
def _one(item: str) -> Holding | None:
    """One phrase cut into body and post: at the first place where the rest is a post and what stands before can be a body."""
    noted = _NOTE.search(item)
    words = item[: noted.start()] if noted else item
    note = noted[1] if noted else ""
    envoy = _ENVOY.fullmatch(words)
    if envoy:
        return Holding(envoy["body"], envoy["post"], note)
    guest = _GUEST.fullmatch(words)
    if guest and (not guest["body"] or _PLAIN.fullmatch(guest["body"]) or _body(guest["body"])):
        return Holding(_body(guest["body"]) or guest["body"], guest["post"], note)
    double = _DOUBLE.fullmatch(words)
    if double:
        return Holding(double["body"], double["post"], note)
    committee = _OF_COMMITTEE.fullmatch(words)
    if committee:
        return Holding(committee["body"], committee["post"], note)
    for at in range(max(0, len(words) - 20), len(words)):
        if is_post(words[at:]):
            holding = _named(words[:at], words[at:])
            if holding:
                return replace(holding, note=note)
    return None


def _named(agency: str, post: str) -> Holding | None:
    """The body in front of a post, if it is one."""
    agency = _FORMER.sub("", agency)
    party = _PARTY.fullmatch(post)
    if (
        _PLACE_END.search(agency)
        and not _NOT_KIND.match(agency)
        and not any(_stops(agency, one) for one in tokens(agency))
    ):
        if party:  # 镇党委书记 is of the 镇党委, 区教育局党委书记 of the 区教育局
            return Holding(agency + party["body"], party["post"])
        if _WARD.fullmatch(post):
            return Holding(agency + "党委", post)
        if _GOVERNOR.fullmatch(post) or len(agency) > 1 or post in ("主任科员", "科员"):
            return Holding(agency, post)
    branch = _BRANCH.fullmatch(post) if not agency else None
    if branch:  # 行政党支部书记 names its body
        return Holding(branch["body"], branch["post"])
    if not agency and party and party["body"] in ("党工委", "纪工委"):
        return Holding(party["body"], party["post"])  # those of a place, not of a house
    own = party or (_GROUP.fullmatch(post) if agency else None)
    if own and (_SHORT_HOUSE.fullmatch(agency) or (party and HOUSE.search(agency) and _PLAIN.fullmatch(agency))):
        return Holding(agency + own["body"], own["post"])  # 校党委副书记, 局党组成员
    if not agency or _PLAIN.fullmatch(agency):
        return Holding(agency, post)
    body = _body(agency)
    if body:
        return Holding(body, post)
    size = _SIZE.search(agency) if post == "队长" else None
    if size and _body(agency + "队"):  # 交警大队长
        return Holding(_body(agency + "队"), size[0] + post)
    short = _SHORT.fullmatch(post)
    if short and not agency.endswith(short["kind"]) and _body(agency + short["kind"]):  # 区教育局长
        return Holding(_body(agency + short["kind"]), post)
    return None


def _body(words: str) -> str:
    """The words as the mention of one body, without the second name in brackets; "" where they are none."""
    found = agencies_in(words)
    if (
        len(found) == 1
        and found[0].span.start == 0
        and found[0].span.end == len(words)
        and not words.endswith("单位")
    ):
        return found[0].words
    if _RESIDENT.fullmatch(words):
        return words
    if _COUNTED.fullmatch(words):
        return words
    plain = _IN_NAME.sub("", words)
    if _KIND_END.fullmatch(plain) and not any(_stops(plain, one) for one in tokens(plain)):
        return words
    return (
        words if re.fullmatch(r"国家|中华人民共和国|中央|[一二三四五六七八九十]+届中央|中央政治局|机关党委|监委|监察委(?:员会)?", words) else ""
    )


# 政制|及内地事务局: a field before 及, no body and no name
_FIELDS = re.compile(r"[\u4e00-\u9fa5]{2,8}(?<![局委办厅部院会署校社行所站处科室人员长记])$")
_COUNTED = re.compile("(?![由经请受对向])[\u4e00-\u9fa5]{0,12}(?<!第)[一二三四五六七八九十]+[处科室]")  # 综合业务二处


def _stops(words: str, one: Token) -> bool:
    """A verb or preposition; not a sign that names hold too (名山派出所, 新同村)."""
    if not one.part & Part.STOP or one.part & Part.SOFT or words.startswith(_NO_PREPOSITION, one.start):
        return False
    return (
        one.end - one.start > 1
        or words[one.start] in "有由请报经向对为在给将把被该未不须需的得了着或并其调拟任免兼"
        or (one.start > 0 and words[one.start] in "和与及" and (is_name(words[: one.start]) or not _FIELDS.match(words, 0, one.start)))
    )


def _whole_body(words: str) -> bool:
    """A body with a verb in its name, where nothing but a body can stand: 省医学科学院, 学报编辑部."""
    return bool(_KIND_END.fullmatch(words)) and not _HARD.search(words)


def _unknown(item: str) -> Holding | None:
    """A body and a word behind it that no list knows: 区科技馆 + 首席讲解员."""
    noted = _NOTE.search(item)
    words = item[: noted.start()] if noted else item
    found = agencies_in(words)
    rest = words[found[0].span.end :] if found and found[0].span.start == 0 else words
    for at in range(max(2, len(words) - 20), len(words)):  # 国联科技 + 总经理
        if (
            is_post(words[at:])
            and _PLAIN_BODY.fullmatch(words, 0, at)
            and (not any(_stops(words, one) for one in tokens(words[:at])) or _whole_body(words[:at]))
        ):
            return Holding(words[:at], words[at:], noted[1] if noted else "")
    if not _LIKE_POST.fullmatch(rest):
        return None
    return Holding(found[0].words if len(rest) < len(words) else "", rest, noted[1] if noted else "")
