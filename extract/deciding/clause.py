"""A clause that says who decided: bodies, their meetings and what they did.

>>> clause = "区委常委会第3次会议和区政府第43次常务会议审议通过"
>>> [(one.body, one.meeting, one.action) for one in decisions(clause, Span(0, len(clause)))]
[('区委', '常委会第3次会议', '审议通过'), ('区政府', '第43次常务会议', '审议通过')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.agency import agencies_in
from extract.mentions.date import DATE
from extract.mentions.meeting import MEETING
from extract.mentions.number import numbers_in
from kg.model import Span

_HOW = r"(?:集体|专题|认真|慎重|充分|联合|共同|初步|反复|一致|原则上?|正式|综合|分别|最终|表决|并)"
_DOES = r"(?:研究|讨论|审议|审查|审核|审定|评审|审批|批复|批示|修订|修改|论证|复核|评议|决策|酝酿|审阅|协商|会商|表决)"
_ENDS = r"(?:通过|同意|批准|决定|核准)"
# 国家奖励评审委员会, 市政府研究室, 审批服务局: no verbs
_NO_NAME = r"(?!委员会|委员|小组|领导|机构|部门|机关|专家|工作|制度|程序|手续|文件|会|[院所室局处科办组厅部生员]|中心|成员|服务|改革)"
VERB = re.compile(rf"(?:{_HOW}*{_DOES}){{1,3}}{_HOW}*(?:{_ENDS})?{_NO_NAME}|(?:{_HOW}*{_ENDS}|(?:已经?|业已)(?:批准|同意|通过)){_NO_NAME}")
_ACTIONS = (
    ("审议通过", r"通过"),
    ("批准", r"批准|核准|审批$|批复$|批示$"),
    ("同意", r"同意"),
    ("研究", r"研究决定|研究并决定"),
    ("决定", r"决定"),
    ("审议通过", r"审议"),
    ("审核", r"审[核定查]|评审|复核|论证"),
    ("研究", r"研究|讨论|酝酿|会商|协商|评议|决策"),
)
_JOINT = re.compile(r"^(?:[、，和及与并由]|以及|同时|分别|先后|委托|征得|呈奉|呈经|奉|报经|报请|呈报|提请|提交|上报|报|经(?!理))+")
# 经各单位申报、镇街推荐、区文明委审定: the steps before the last
_STEPS = re.compile(r"(?:[^，。；：、]{0,16}(?:申报|申请|推荐|自荐|评选|公示|评审|考核|考察|初审|复核|评议|投票|遴选|筛选|自评|考评)、)+")
_SPLIT = re.compile(r"([、和及与]|以及)")
_SUFFIX = re.compile(
    r"(?:[委办厅局府院会署行社党组部司处室团校军]|公司|集团|中央|中心|小组|政协|人大|全会|领导(?:同志|班子)?|负责同志|班子|联席会议|书记处|指挥部|军区|银行|总工会|中央军委|防指|总支|支部|支委)$"
)
_NOBODY = re.compile(
    r"^(?:(?:本次|这次)?大会$|干部$|请|有关|相关|各|上级|主管|专家|群众|民主|本人|双方|依法|个人|组织|集体|大家|会议|其|该|此|认真|充分|多次|反复|广泛|联合|共同"
    r"|[我本](?![院局厅委部行校会].)|.*(?:第.{1,8}号|发布|公布|施行|次会议|.提请|宣布|宣读|传达))"
    r"|(?:有关|相关|主管|业务)(?:部门|单位|机关|机构)?$|根据|按照|规定"
)
# 国务院领导同志, 乡领导班子, 市十五届政府
_OURS = r"[我本][院局厅委部行校会](?:审判委员会|检察委员会|党组|党委|党委会|班子)$"
_SELF = re.compile("[我本][院局厅委部行校会]$")  # 本院 of 业经本院第二十七次政务会议通过
_LEADING = r"(?<=[一-龥]{3})联席会议|领导(?:同志|班子)?|负责同志|班子|委常委会|[省市区县州盟旗镇乡](?:党|工)?委|届(?:人民)?政府"
_PLAIN = re.compile(rf"{_OURS}|[^报经由将对各请交\d]{{1,10}}(?:{_LEADING})$")
_PLACED = re.compile(r"(?!.*[报经由将])(?:[省市区县州盟旗镇乡]|国家|全国|中央|中华|[\u4e00-\u9fa5]{2,7}?[省市区县州盟旗镇乡])")
# what is given once in a list of party and government: 镇党委、政府
_LEVEL = re.compile(r"^.*?(?=(?:党委|董事会|党工委|委|党组)$)")
_MET = re.compile(rf"^(?P<body>.*?)(?P<meeting>{MEETING})$")
# who meets as a body of its own: 村民代表会议, 厂职工代表大会, 学校教代会
_ASSEMBLY = re.compile(
    r"(?![本此这该])[\u4e00-\u9fa5]{0,12}?(?:(?:村民|居民|村民代表|居民代表|社员代表|教?职工代表|股东|党员|党员代表|支部|业主|会员代表)(?:会议|大会)|[职教工]代会|股东会)"
)
# a day with its year, or (of this year) before the order of a meeting: 本院三月八日第二十七次政务会议
_WHEN = re.compile(rf"(?:{DATE.pattern})(?:(?<=日)|(?![第\d度]))(?:召开的)?|[\d一二三四五六七八九十]{{1,3}}月[\d一二三四五六七八九十]{{1,3}}日(?=第)")
# between a meeting and its verb: 第十五次会议于2021年3月2日通过, 第六次会议8月5日决定
_THEN = re.compile(r"(?:[于在]?\d{1,2}月\d{1,2}日|于)$")
# 2019年第7次校党委常委会, 第64次区政府常务会议: the order stands before the body
_ORDERED = re.compile(
    r"^(?P<order>(?:\d{4}年度?)?(?:第[\d一二三四五六七八九十百]{1,4}届)?第?[\d一二三四五六七八九十百]{1,6}次)"
    r"(?P<body>[^\d]{0,10}(?:党委|党组|党工委|[省市区县]委|政府))(?P<kind>(?:常委|常务|全体)?会(?:会议|议)?)$"
)
# what a body of members has to run it, by its name alone no agency: 总工会|书记处
_OWN_PART = re.compile(r"(?<=[会联团院协])(?:书记处|执委会|理事会|主席团|主席会议|常务理事会|常委会)$")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]{1,4}届(?=书记处|理事会|执委会|常委会|委员会)")
# 1997年第六次常务会议: the year is when it met; of 2019年第2次会议 it is all that tells which it was
_YEAR = re.compile(r"^(?:\d{4}|[一二〇○零三四五六七八九]{4})年度?(?=第(?![\d一二三四五六七八九十百]{1,4}次会议))")
_GENERAL = {"会议", "党组会议", "党委会议", "党工委会议", "党委会", "党组会", "联席会议", "成员会议", "工作会议", "领导小组会议", "班子会议", "领导班子会议"}


@dataclass(frozen=True, slots=True)
class Decision:
    """What one body did; `body` is "" where only its meeting is named."""

    body: str
    meeting: str | None
    action: str
    span: Span
    body_span: Span


def action_of(verb: str) -> str | None:
    """What a verb counts as; None for one that decides nothing by itself (修改, 审阅).

    >>> action_of("研究决定"), action_of("讨论并原则通过"), action_of("审定"), action_of("讨论决定"), action_of("修改")
    ('研究', '审议通过', '审核', '决定', None)
    """
    return next((name for name, pattern in _ACTIONS if re.search(pattern, verb)), None)


def decisions(words: str, span: Span) -> list[Decision]:
    """The decisions of `A、B审议通过` or `A评审、B审定和C批准`, where the range begins with a body; [] where it does not."""
    steps = _STEPS.match(words, span.start, span.end)
    return _decisions(words, span) or (_decisions(words, Span(steps.end(), span.end)) if steps else [])


def _decisions(words: str, span: Span) -> list[Decision]:
    found: list[Decision] = []
    at = span.start
    for verb in VERB.finditer(words, span.start, span.end):
        bodies = _bodies(words, Span(at, verb.start()))
        if not bodies:
            if not found or at != verb.start():
                return found
            break
        action = action_of(verb[0])
        if action is None:
            return found
        for body, meeting, place in bodies:
            found.append(Decision(body, meeting, action, Span(place.start, verb.end()), place))
        at = verb.end() - verb[0].endswith("并")  # 县纪委研究并报县委批准
        if words[at : at + 1] not in "、和及并与" or not words[at : at + 1]:
            break
    return found


def decided_by(words: str, span: Span) -> list[Decision]:
    """The bodies of 根据A、B的决定, the range being what stands between."""
    return [Decision(body, meeting, "决定", place, place) for body, meeting, place in _bodies(words, span)]


def met(words: str, span: Span) -> list[Decision]:
    """A meeting of a note that leaves its verb to the next: 最高法院审判委员会第8次会议、最高检察院检察委员会第7次会议通过."""
    return [
        Decision(body, meeting, "审议通过", place, place) for body, meeting, place in _bodies(words, span) if meeting
    ]


def _bodies(words: str, span: Span) -> list[tuple[str, str | None, Span]]:
    """The bodies of a range that is nothing but a list of bodies with their meetings and days, else []."""
    joint = _JOINT.match(words[span.slice])
    start = span.start + (joint.end() if joint else 0)
    pieces = _SPLIT.split(words[start : span.end])
    found: list[tuple[str, str | None, Span]] = []
    piece, at = "", start
    for i, part in enumerate(pieces):
        if i % 2 and _read(piece) is not None:
            _take(found, piece, at, start)
            at, piece = start + len(part), ""
        else:
            piece += part
        start += len(part)
    if not _take(found, piece, at, start):
        return []
    return found


def _take(found: list[tuple[str, str | None, Span]], piece: str, at: int, end: int) -> bool:
    read = _read(piece)
    if read is None:
        return False
    body, meeting = read
    if not body and found and not re.match(r"[省市区县州镇乡局厅部校院行]长|主席", meeting or ""):
        body = found[-1][0]
    both = [one for one in agencies_in(body) if not one.group]
    if len(both) > 1 and "".join(one.words for one in both) == body and both[1].words[0] == body[0]:  # 区委区政府
        found += [(one.words, None, Span(at, end)) for one in both[:-1]]
        body = both[-1].words
    if found and body in ("政府", "人民政府", "人大", "政协", "纪委", "办事处", "管委会", "董事会") and (level := _LEVEL.match(found[-1][0])):
        body = level[0] + body
    found.append((body, meeting, Span(at, end)))
    return True


def _read(piece: str) -> tuple[str, str | None] | None:
    """Body and meeting of `2019年1月8日区政府第41次常务会议`; None where it is neither.

    >>> _read("2019年1月8日区政府第41次常务会议"), _read("局党组会议"), _read("市长办公会议"), _read("有关部门")
    (('区政府', '第41次常务会议'), ('局党组', None), ('', '市长办公会议'), None)
    """
    piece = _YEAR.sub("", _without_number(piece))
    if (day := _WHEN.search(piece)) and day.start() and (own := _MET.match(piece[day.end() :])) and _is_body(own["body"]):
        piece = piece[day.end() :]  # 发布机关：国务院 | 1958年9月24日国务院全体会议第80次会议
    name = _THEN.sub("", _WHEN.sub("", piece))
    if _ASSEMBLY.fullmatch(name) and not _NOBODY.search(name):
        return name, None
    if order := _ORDERED.match(name):
        body, meeting = order["body"], _YEAR.sub("", order["order"]) + order["kind"]
    elif met := _MET.match(name):
        body, meeting = met["body"], _YEAR.sub("", met["meeting"])
        if body.endswith("人大") and meeting.startswith("常委会"):  # its standing committee: 区人大常委会 + 主任会议
            body, meeting = body + "常委会", meeting.removeprefix("常委会")
        if meeting in _GENERAL and body + meeting.removesuffix("会议") and meeting != "会议":
            body, meeting = body + re.sub(r"(?<!联席)会议$|(?<=[委组])会$", "", meeting), None
    else:
        body, meeting = re.sub("(?<!联席)会议$", "", name), None
    if not body:
        return ("", meeting) if meeting and meeting not in _GENERAL else None
    return (body, meeting) if _is_body(body) or (meeting and _SELF.match(body)) else None


def _without_number(piece: str) -> str:
    """省政府 of 省政府以岚政函〔2018〕77号文: the paper that says the decision stands behind the body."""
    last = next((one.span for one in numbers_in(piece) if re.match("文件?$|$", piece[one.span.end :])), None)
    return re.sub("以$", "", piece[: last.start]) if last else piece


def _is_body(name: str) -> bool:
    if re.fullmatch(r"[\u4e00-\u9fa5]{2,24}代表大会第[一二三四五六七八九十\d]{1,4}次会议主席团", name):
        return True
    if not 1 <= len(name) <= 40 or _NOBODY.search(name) or not _SUFFIX.search(name):
        return False
    if len(name) <= 4 or _PLAIN.match(name):
        return True
    name = _OWN_PART.sub("", _TERM.sub("", name)) or name  # 总工会第十八届书记处
    known = agencies_in(name)
    if not known or known[-1].span.end != len(name):
        return False
    return known[0].span.start == 0 or bool(_PLACED.match(name))
