"""The full name that a mention stands for, under the place of the issuing body."""

from __future__ import annotations

import re

from extract.mentions.divisions import above
from extract.mentions.lexer import Part, tokens

_STEP = re.compile(
    r"(?:[^省市区县州旗盟镇乡]|州(?=[市区县])|市(?=[市区])|县(?=区)){1,9}?"
    r"(?:省|自治区|特别行政区|自治州|地区|自治县|自治旗|新区|市(?![市区])|区|县(?!区)|州(?![市区县])|旗|盟|镇|乡|街道)"
)
_HEAD = re.compile(
    r"[我本你]?(?P<level>自治区|自治州|自治县|省|市|区|县|州|旗|盟|镇|乡|街道)(?:级)?(?P<core>.+)"
)
# the party committee of a place and its parts: 区委, 区委宣传部
_COMMITTEE = re.compile(r"委(?!员)(?P<part>.*)")
_OFFICE = re.compile(r"(?:委|(?:人民)?政府|人大|政协)办")  # 县委办, 县政府办
_COMMISSION = re.compile(r"(?:.*委员会|编委|政法委|.{1,6}工委)(?:办公室|办)?$|编办$")
# a kind of body that every place has one of
_STATE = re.compile(r"^国|总局|中央|最高|各|有关")
# an organ of the state is one, with or without the name of the state
# a government and a party committee are the same bodies in every term; a congress is told by its term
_TERM = re.compile(r"第?[一二三四五六七八九十百\d]{1,4}届(?=[省市区县州盟旗镇乡]?(?:人民)?政府|[省市区县州盟旗镇乡]委(?!员会))")
_OF_THE_STATE = re.compile(r"^中华人民共和国(?=国务院|最高人民|[\u4e00-\u9fff]{2,14}(?:部|委员会|总局|总署)$)")
_NAMELESS = Part.FIELD | Part.WEAK | Part.KIND  # how a name begins that names no place
_LOCAL = re.compile(r"[\u4e00-\u9fff]{2,14}(?:局|分局|委|办)")


def places(jurisdiction: str) -> list[str]:
    """The steps of a place, the widest first.

    >>> places("岚江省临澜市望溪区")
    ['岚江省', '临澜市', '望溪区']
    """
    return _STEP.findall(jurisdiction)


def full_name(mention: str, jurisdiction: str) -> str:
    """The name with its place in front; a body of the state, or one that names its own place, stays as it is.

    >>> full_name("区审计局", "临澜市望溪区"), full_name("市教委", "临澜市望溪区"), full_name("区政府", "临澜市望溪区")
    ('临澜市望溪区审计局', '临澜市教委', '临澜市望溪区人民政府')
    >>> full_name("望溪区委宣传部", "临澜市望溪区"), full_name("省财政厅", "义乌市"), full_name("财政部", "临澜市")
    ('中共临澜市望溪区委员会宣传部', '浙江省财政厅', '财政部')
    >>> full_name("区委办", "临澜市望溪区"), full_name("区政府办", "临澜市望溪区")
    ('中共临澜市望溪区委员会办公室', '临澜市望溪区人民政府办公室')
    >>> full_name("中华人民共和国国务院", ""), full_name("中华人民共和国驻云岫国大使馆", "")
    ('国务院', '中华人民共和国驻云岫国大使馆')
    >>> full_name("二届区人民政府", "临澜市望溪区"), full_name("市十五届政府", "临澜市望溪区")
    ('临澜市望溪区人民政府', '临澜市人民政府')
    """
    mention = "中共中央" if mention == "中央" else _TERM.sub("", _OF_THE_STATE.sub("", mention))
    steps = places(jurisdiction)
    if not steps:
        return mention
    named = _own_place(mention, steps)
    if named:
        return _spelled(*named)
    head = _HEAD.fullmatch(mention)
    if head:
        place = _at_level(head["level"], steps)
        return _spelled(place, head["core"]) if place else mention
    if _LOCAL.fullmatch(mention) and not _STATE.search(mention) and tokens(mention)[0].part & _NAMELESS:
        return _spelled(jurisdiction, mention)
    return mention


def _own_place(mention: str, steps: list[str]) -> tuple[str, str] | None:
    """望溪区审计局 under 临澜市望溪区 is of 临澜市望溪区."""
    for i, step in enumerate(steps):
        if mention.startswith(step) and len(mention) > len(step):
            return "".join(steps[: i + 1]), mention[len(step) :]
    return None


def _at_level(level: str, steps: list[str]) -> str:
    """The place of that level: the lowest step of it (a 市 under a 市), or one above that the divisions tell."""
    for i in range(len(steps) - 1, -1, -1):
        if steps[i].endswith(level) and not (level == "区" and steps[i].endswith("自治区")):
            return "".join(steps[: i + 1])
    return above(steps[-1], level) or above(steps[0], level)


def _spelled(place: str, core: str) -> str:
    """政府 is the 人民政府; 委 is the committee of the party, spelled out but before a commission of it: 区委编委."""
    if _OFFICE.fullmatch(core):
        core += "公厅" if place.endswith(("省", "自治区")) else "公室"
    committee = _COMMITTEE.fullmatch(core)
    if committee and _COMMISSION.match(committee["part"]):
        return f"中共{place}{core}"
    if committee:
        return f"中共{place}委员会{committee['part']}"
    return place + ("人民" + core if core.startswith("政府") else core)
