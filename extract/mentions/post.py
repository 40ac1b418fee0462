"""The posts that a phrase names, each with its body: 区委常委、宣传部部长 is (区委, 常委) and (区委宣传部, 部长)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lexicon import terms
from extract.mentions.agency import agencies_in, is_agency


@dataclass(frozen=True, slots=True)
class Holding:
    """A post of a body; `agency` is "" where the phrase does not say of which."""

    agency: str
    post: str


_ITEM = re.compile(r"[、，；/]|(?<=[长任员席记理委])兼(?:任)?(?=.)|以及|(?<=[长任员席记])和")
_LEVELS = ("省", "市", "区", "县", "州", "旗", "盟", "镇", "乡")
# 镇长 is a post of the government of the 镇
_GOVERNS = re.compile(rf"(?:副|常务副|代|代理|挂职副|党员副|正[处科厅]级|第一副)*(?P<level>{'|'.join(_LEVELS)})长(?:助理)?$")
_PARTY = re.compile(r"(?P<body>机关党委|党委|党工委|党总支|党支部|总支|支部|党组|纪委|纪工委)(?P<post>.+)")
_PLACE_END = re.compile(r"(?:^|[^党支政])(?:[省市区县州旗盟镇乡村]|街道|社区|居)$|^[省市区县州旗盟镇乡村]$|街道$")
_WITHIN = re.compile(r"^(?:政法委|(?:宣传|组织|统战|社会工作|网信|政研|编|巡察|政法|老干部|台|农)(?:部|办|局|室)|办公[室厅]$|政策研究室|直属机关工委|机关工委|党校)")
_JUDGES = re.compile(r"(?:助理|代理|人民)?(?:审判员|检察员|陪审员)|(?:审判|检察)委员会(?:专职)?委员|审判长|(?:[一二三四]级)?(?:高级)?(?:法官|检察官)")
_COURT = re.compile(r".*?(?:法院|检察院)")
_PART_OF_COURT = re.compile(r"^(?:.{0,12}(?:庭|执行局|审判庭)|.{2,8}(?:厅|部|室|处|局|科|队))$")
_OWN_LEVEL = re.compile(r"[我本]?(?:自治区|[省市区县州旗盟镇乡])(?!级)")


@cache
def _post() -> re.Pattern[str]:
    """modifiers* base rank?, as a whole."""
    modifiers = "|".join(sorted(terms("posts", "modifiers"), key=len, reverse=True))
    bases = "|".join(sorted(terms("posts", "bases"), key=len, reverse=True))
    return re.compile(rf"(?:{modifiers}){{0,4}}(?:{bases})(?:（[^（）]{{1,10}}）)?")


def is_post(words: str) -> bool:
    """Whether the words are a post without its body.

    >>> is_post("常务副主任"), is_post("教育局局长")
    (True, False)
    """
    return bool(_post().fullmatch(words))


@lru_cache(maxsize=4096)
def _split(words: str) -> Holding | None:
    """One phrase cut into body and post: at the first place where the rest is a post and what stands before can be a body."""
    for at in range(max(0, len(words) - 20), len(words)):
        if not is_post(words[at:]):
            continue
        agency, post = words[:at], words[at:]
        holding = _named(agency, post)
        if holding:
            return holding
    return None


def _named(agency: str, post: str) -> Holding | None:
    party = _PARTY.fullmatch(post)
    if party and _PLACE_END.search(agency):  # 镇党委书记: of the 镇党委; 区教育局党组书记: of the 区教育局
        return Holding(agency + party["body"], party["post"])
    if not agency or _PLACE_END.search(agency) or is_agency(agency) or agency in ("政府", "人民政府"):
        return Holding(agency, post)
    short = re.match(r"(?:副|常务副)?([局部处科院所站队厅室])长$", post)
    if short and is_agency(agency + short[1]):  # 区教育局长
        return Holding(agency + short[1], post)
    if re.search(r"(?:国家|中央|[一二三四五六七八九十]届中央|中央政治局|[委党])$", agency):
        return Holding(agency, post)
    return None


def holdings(words: str) -> list[Holding]:
    """The posts of a phrase that is nothing but posts, else [].

    >>> holdings("区委常委、宣传部部长")
    [Holding(agency='区委', post='常委'), Holding(agency='区委宣传部', post='部长')]
    """
    found: list[Holding] = []
    for item in _ITEM.split(re.sub(r"^(?:现任|时任|原任|原|兼|兼任|任|系)", "", words)):
        holding = _split(item)
        if holding is None:
            return []
        found.append(_placed(holding, found))
    return found


def _placed(holding: Holding, before: list[Holding]) -> Holding:
    """The body of a post that leaves out what the post before it said."""
    agency, post = holding.agency, holding.post
    last = before[-1].agency if before else ""
    governs = _GOVERNS.fullmatch(post)
    if governs and agency in ("", "政府", "人民政府", governs["level"]):
        return Holding(f"{governs['level']}政府", post)
    ward = re.fullmatch(r"([区市县镇乡村]|街道|社区)?(宣传委员|组织委员|统战委员|政法委员|纪检委员|武装委员)", agency + post)
    if ward and ward[1]:
        return Holding(ward[1] + "党委", ward[2])
    if not last:
        return holding
    court = _COURT.match(last)
    if court and _JUDGES.fullmatch(post) and not agency:
        return Holding(court[0], post)
    if not agency:
        return Holding(last, post)
    if court and _PART_OF_COURT.match(agency) and not _OWN_LEVEL.match(agency):
        return Holding(court[0] + agency, post)
    committee = re.match(r"(?:.*?[省市区县州旗盟])?委(?!员)|中央|.*?(?:省|市|区|县|州|旗)委", last)
    if _WITHIN.match(agency) and committee:
        return Holding(committee[0] + agency, post)
    place = re.match(r".*?(?:村|镇|乡|社区|街道)", last)
    if place and len(place[0]) > 1 and agency.startswith(place[0][-1]):
        return Holding(place[0] + agency, post)
    level = _OWN_LEVEL.match(last)
    if level and not _OWN_LEVEL.match(agency) and _ELIDES.match(agency):
        return Holding(level[0] + agency, post)
    return holding


_ELIDES = re.compile(r"(?:公安|司法|财政|审计|民政|教育|发展|人大|政协|纪委|监委|总工会|工会|武装部|人武部|政法委|团委|妇联|法院|检察院|人民|农业|水利|应急|住|卫生|政府|国资委|发改委)")


def mentions_agency(words: str) -> bool:
    return bool(agencies_in(words))
