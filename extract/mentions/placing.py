"""The body of a post that leaves out what the post before it, or the post itself, says: 副区长 is of the 区政府."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEVELS = "[省市区县州旗盟镇乡]"
_GOVERNOR = re.compile(
    rf"(?:代理|代|挂职|党员|常务|第一|正[处厅部科局县]级|副)*(?P<level>{_LEVELS})长(?:助理)?"
)
_OWN_LEVEL = re.compile(rf"[我本]?(?:自治区|{_LEVELS})(?!级)")
_COURT = re.compile(r".*?(?:法院|检察院)(?:[^法检庭室局科]{2,8}分院)?")
_JUDGE = re.compile(
    r"(?:助理|代理|人民)?(?:审判员|检察员|陪审员)|(?:审判|检察)委员会(?:专职)?委员|[审检]委会委员|审判长|(?:[一二三四]级)?(?:高级)?(?:法官|检察官)(?:助理)?"
)
_PART_OF_COURT = re.compile(r".{0,14}(?:庭|执行局|厅|部|室|处|局|科|队|委员会)")
_DISCIPLINE = re.compile(r"(纪委|监委|纪工委|团委)(.+)")
_COMMITTEE = re.compile(r".*?[省市区县州旗盟]委(?!员)|中央|地委")
_PART_OF_COMMITTEE = re.compile(
    r"政法委|(?:组织|宣传|统战|社会工作|对外联络)部|网信办|政研室|政策研究室|编办|巡察办|巡视办|老干部局|台办|农办|党校|直属机关工委|机关工委|办公[厅室]|党史研究室|讲师团"
)
_PART_OF_HOUSE_COMMITTEE = re.compile(r"(?:组织|宣传|统战|党群工作|党建工作|学生工作|教师工作|组织人事)部")
# 省人大常委会委员、内务司法工作委员会主任: a committee for its work is of the standing committee, one of the congress is not
_STANDING = re.compile(r".*?(?:人大常委会|人民代表大会常务委员会)")
_PART_OF_STANDING = re.compile(r"[^省市区县州旗盟]{2,16}(?:工作委员会|代表资格审查委员会|工委)|研究室|办公[厅室]|信访室")
_OF_CONGRESS = re.compile(r"[^省市区县州旗盟]{2,16}委员会")
# below any body: 区政府党组成员、办公室主任; 公司董事会秘书、综合部部长
_PART = re.compile(r"办公[厅室]|.{2,6}[部处]|.{2,8}室|.{1,6}科|机关党委|董事会|监事会|.{0,4}分公司")
_STATE = ("国务委员", "总理", "副总理")
# below a ministry: 公安部副部长、禁毒局局长
_BUREAU = re.compile(r"[^部]{2,8}[局司]")
_MINISTRY = re.compile(r"(?P<of>.*?(?:部|总署|总局|中央办公厅|国务院办公厅|中国人民银行|国家发展改革委|国家民委))(?:办公厅|[^部]{2,8}[局司])?")
_ELSEWHERE = re.compile(r"国家|中国|中央|国务院|全国|[省市区县州旗盟镇乡]")
_BELOW = re.compile(r"(?:政府|纪委|监委|公司|集团|大学|学院|学校|[中小]学|[一二三四五六七八九十][中小]|银行|医院|委员会|[局厅院社])$")
_PLACE = re.compile(
    r".*(?:村|镇|乡|公社|社区|街道|开发区|新区|园区|高新区|示范区|试验区|度假区|产业园|工业园)(?=党|人大|政府|村|居|纪|人武|武装|政协|工委|革|支|$)"
)
# who has a committee of the party beside those who manage it
HOUSE = re.compile(r"(?:(?<![\u4e00-\u9fff])[校院局厅部委处站所社]|公司|集团|大学|学院|学校|[中小]学|[一二三四五六七八九十]中|医院|银行|[矿厂段场])$")
_HOUSE_COMMITTEE = re.compile(rf"(?P<house>.*{HOUSE.pattern[:-1]})(?:党委|党组|纪委|党总支|党支部)")
_BESIDE = ("革委会", "革命委员会", "工会", "团委", "职代会")
_OF_FIRM = re.compile("(?:常务|执行|高级)?副?(?:总经理|总裁|董事长|财务总监)")
_OF_VILLAGE = ("村主任", "村长", "社区主任")
_CORE = "核心小组"
_OF_GROUP = re.compile(r"[组成]员|组长")
_COMMITTEE_POST = re.compile(r"(党委|党总支|党支部|纪委)(.+)")
_OF_PARTY = re.compile(r"书记|委员|常委|党")
# found at every level, so that the level goes without saying
_AT_EVERY_LEVEL = re.compile(
    r"公安|司法|财政|审计|民政|教育|发展|发改|人大|政协|纪委|监委|总工会|工会|武装部|人武部|政法委|团委|妇联|(?:人民)?法院|(?:人民)?检察院|农业|水利|应急|住|卫生|国资委"
    r"|统计|信访|商务|文化|科技|交通|自然资源|生态|市场监管|残联|科协|工商联|国家安全|政府|监察委员会|行政学院|红十字会"
)


def placed(agency: str, post: str, before: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The body and the post, after those before it in the phrase.

    >>> placed("", "副区长", []), placed("宣传部", "部长", [("区委", "常委")])
    (('区政府', '副区长'), ('区委宣传部', '部长'))
    """
    governor = _GOVERNOR.fullmatch(post)
    if governor and not agency and before:
        own = _own_place(before[-1][0], governor["level"])
        if own:
            return own, post
    if governor and agency in ("", "政府", "人民政府", governor["level"]):
        return f"{governor['level']}政府", post
    if post in _STATE and not agency:
        return "国务院", post
    if not before:
        return agency, post
    last = before[-1][0]
    court = _COURT.match(last)
    if court and not agency:
        return (court[0] if _JUDGE.fullmatch(post) else last), post
    if not agency:
        village = _PLACE.match(last) if post in _OF_VILLAGE else None
        if village:  # 青石村支部书记兼村主任
            return village[0], post
        if last.endswith(_CORE) and not _OF_GROUP.search(post):  # 省商业局核心小组组长、局长
            return last.removesuffix(_CORE), post
        if _OF_FIRM.fullmatch(post) and last.endswith("委员会"):  # 公司董事、战略委员会委员、总经理
            return next((one for one, _ in reversed(before) if HOUSE.search(one)), last), post
        house = _HOUSE_COMMITTEE.fullmatch(last)
        if house:  # 临澜矿业公司党委副书记、总经理
            party = _DISCIPLINE.fullmatch(post) or _COMMITTEE_POST.fullmatch(post)
            return (house["house"] + party[1], party[2]) if party else (last if _OF_PARTY.search(post) else house["house"], post)
        discipline = _DISCIPLINE.fullmatch(post)
        level = _OWN_LEVEL.match(last) or re.match("街道", last) or _PLACE.match(last)
        if discipline and level:  # 区委常委、纪委书记
            return level[0] + discipline[1], discipline[2]
        if discipline and discipline[1] == "团委":  # 学生处处长兼团委书记
            return discipline[1], discipline[2]
        return last, post
    if court and _PART_OF_COURT.fullmatch(agency) and not _OWN_LEVEL.match(agency):
        return court[0] + agency, post
    beside = _HOUSE_COMMITTEE.fullmatch(last) if agency in _BESIDE else None
    if beside:  # 一矿党委副书记、革委会主任
        return beside["house"] + agency, post
    if _PART_OF_HOUSE_COMMITTEE.fullmatch(agency):
        if last.endswith(("党委", "党工委")):  # 校党委常委、组织部部长
            return last + agency, post
        if before[-1][1].startswith("党委") and HOUSE.search(last):  # 岚江大学党委常委、组织部部长
            return f"{last}党委{agency}", post
    if agency == "书记处" and not last.endswith(agency):  # 市妇联副主席、书记处书记
        return last + agency, post
    committee = _COMMITTEE.match(last)
    if committee and _PART_OF_COMMITTEE.fullmatch(agency):
        return committee[0] + agency, post
    standing = _STANDING.match(last)
    if standing and _PART_OF_STANDING.fullmatch(agency):
        return standing[0] + agency, post
    if standing and _OF_CONGRESS.fullmatch(agency):
        return agency, post
    place = _PLACE.match(last)
    if place and len(place[0]) > 1:
        step = place[0][-1] if place[0][-1] in "村镇乡" else place[0][-2:]
        if agency.startswith(step) and step in ("镇", "乡", "街道") and len(agency) > len(step):
            return place[0] + agency[len(step) :], post
        if agency.startswith(step) or re.match(
            r"人大|政府|人民政府|革委会|革命委员会|人委|人民委员会|纪委|武装部|人武部|党工委|办事处|村委会|居委会|管委会|管理委员会", agency
        ):
            return place[0] + agency, post
    if _BELOW.search(last) and last != "国务院" and _PART.fullmatch(agency) and not _ELSEWHERE.match(agency):
        return last + agency, post
    ministry = _MINISTRY.fullmatch(last)
    if ministry and _BUREAU.fullmatch(agency) and not _ELSEWHERE.match(agency):
        return ministry["of"] + agency, post
    level_of = _OWN_LEVEL.match(last)
    if level_of and not _OWN_LEVEL.match(agency) and _AT_EVERY_LEVEL.match(agency):
        return level_of[0] + agency, post
    return agency, post


def _own_place(last: str, level: str) -> str:
    """The government of the place that the body before names: 青石镇党委副书记、镇长 → 青石镇政府."""
    if re.fullmatch(rf".*{level}(?:人民)?政府", last):
        return last
    place = re.match(rf".{{2,}}?{level}(?=委|党委|党工委|人大|政协|纪委|$)", last)
    return f"{place[0]}政府" if place else ""
