"""Second names in brackets behind a body: which body stands before the bracket, which bodies are in it, and which of them are none.

>>> words = "责任单位：区商务局（区粮食和物资局）"
>>> [one.words for one in hats_in(words, Span(10, 17), AgencyMention(Span(5, 9), "区商务局"))]
['区粮食和物资局']
"""

from __future__ import annotations

import re

from extract.mentions.agency import AgencyMention, agencies_in, agency_list
from extract.speech import cut
from kg.model import Gap, Notice, Span

_LOW = re.compile(r"[科股处室队组站所班](?:室)?$")
_HIGH = re.compile(r"(?:局|委|厅|部|政府|党委|委员会|公司|法院|检察院|学校|大学|大队|支队|总队)$")
# 区委办公室（区档案局）: an office that is no body's
_CHANCERY = re.compile(r"(?:[省市区县州旗镇乡]委|党委|工委|政府|府|人大(?:常委会)?|政协)办公?[室厅]?$")
_OFFICE = re.compile(r"(?:办公室|指挥部|领导小组|联席会议|工作专班|秘书处)$")
_LEVELLED = re.compile(r"[省市区县州盟旗镇乡](?!(?:[省区县州盟旗镇乡]|市(?![场政])))|国家|中国|全国|中央|[\u4e00-\u9fa5]{2,7}?(?:[省市区县州旗镇乡]|街道)")
# a second hat told by its level or as the office of a body: 市运河综保委, 市“拥江发展”领导小组办公室
_HAT = re.compile(
    r"(?=[\u4e00-\u9fa5“”]{8})[\u4e00-\u9fa5“”]{4,24}(?:领导小组|指挥部|联席会议|委员会|行动|工作|专班)办公室"
    r"|(?:国家|全国|[省市区县州盟旗镇乡](?![属直级]))[\u4e00-\u9fa5]{2,12}(?:[委办局]|办公室)|[\u4e00-\u9fa5]{4,16}管委会"
)
# an item of a list that is a body by its level and its ending, though no list knows it: 区园文局
_ITEM = re.compile(r"[省市区县州盟旗镇乡](?:(?![由对将的和及与])[\u4e00-\u9fa5]){1,12}(?:[局委办厅]|政府|管委会)|[\u4e00-\u9fa5]{4,16}管委会")
_OFFICES = re.compile(r"(?:[局委办厅部]|办公[室厅])$")
_SEATED = re.compile(r"设[在于]|挂靠")  # 督导室（区督导委员会办公室设在该室）
_LED = re.compile(
    r"(?:管理|联系|分管|主管|代管|负责|指导|听取)(?=[省市区县州旗])|(?:分管|代管|加挂|增挂|[内下分]设|设有|(?<=[局委厅院部校会司心])设(?:立(?!案))?)(?=.{2})"
)
_LEVELS = "省市区县州盟旗镇乡各"
_ENDING = re.compile(r"(?:管委会|[局处科室股]|中心|小学|中学|学校|医院|公司|大学|学院|馆|站)$")
_LEVEL = re.compile(r"[省市区县州盟旗镇乡]|国家|自治区")
_GENERIC = re.compile(r"(?:县区|区县|市县|县市|镇街|乡镇|镇乡)(?![场政])|村|社区")


def body_before(notice: Notice, end: int) -> AgencyMention | None:
    """The body that ends before a bracket, not run together with the line above."""
    start = max(notice.words.rfind(sign, max(0, end - 40), end) for sign in "，。；：、（）") + 1
    start = max(start, end - 40)
    for at in range(end - 2, start, -1):
        if notice.gaps[at] >= Gap.LINE and notice.words[at] in _LEVELS:
            start = at
            break
    if start < notice.head.title_span.end < end:
        start = notice.head.title_span.end  # …中心简介 | …中心（挂…
    if led := _LED.search(notice.words, start, end):
        start = led.end()
    found = agencies_in(notice.words, Span(start, end))
    listed = notice.words[start - 1 : start] in "、：；" and _ITEM.fullmatch(notice.words, start, end)
    if listed and not (found and found[-1].span == Span(start, end)):
        return AgencyMention(Span(start, end), notice.words[start:end])
    if len(found) > 1 and found[-1].span.end == end and found[-2].span.end == found[-1].span.start:
        whole = Span(found[-2].span.start, end)  # 发展改革委|地区经济司
        return None if found[-2].group else AgencyMention(whole, notice.words[whole.slice])
    if not found or found[-1].span.end != end or found[-1].group or _GENERIC.match(found[-1].words):
        return None
    if found[-1].span.start > start and notice.words[start - 1 : start] in "、：" and not _joined(notice.words, start, found[-1].span.start):
        return AgencyMention(Span(start, end), notice.words[start:end])  # an item of a list: 原材料|工业处
    return _listed(notice, found[-1])


def _joined(words: str, start: int, end: int) -> bool:
    """Whether words before a body are more than the begin of its name: a body with 和 behind it, a verb."""
    lead = words[start:end]
    if end - start > 8 or not re.fullmatch(r"[\u4e00-\u9fa5]+", lead) or agencies_in(words, Span(start, end)):
        return True
    return any(part[0] not in "nabjsc" for _, part in cut(lead))


def _listed(notice: Notice, last: AgencyMention) -> AgencyMention:
    """The body as the list names it in which it stands: 省教育厅、自然资源厅（… is the 省自然资源厅."""
    words, end = notice.words, last.span.end
    start = max(words.rfind(sign, max(0, end - 200), end) for sign in "。；：") + 1
    found = agencies_in(words, Span(max(start, end - 200), end))
    full = found[-1] if found and found[-1].span.end == end else last
    level = full.words.removesuffix(last.words)
    return full if full.words.endswith(last.words) and _LEVEL.fullmatch(level) and not full.group else last


def hats_in(words: str, span: Span, name: AgencyMention) -> list[AgencyMention]:
    """The bodies of a bracket that holds nothing else."""
    if _SEATED.search(words, span.start, span.end):
        return []
    if _HAT.fullmatch(words[span.slice]):
        return [AgencyMention(span, words[span.slice])]
    # 兴安气象站（兴安国家气象观测站）: it ends like the name, or begins with the same place
    alike = name.words.endswith(words[span.end - 1]) or (len(span) > 5 and name.words[:2] == words[span.start : span.start + 2])
    if alike and re.fullmatch(r"[\u4e00-\u9fa5]{4,20}", words[span.slice]):
        return [AgencyMention(span, words[span.slice])]
    if _ROOM.fullmatch(name.words) and _OTHER_ROOM.fullmatch(words[span.slice]):
        return [AgencyMention(span, words[span.slice])]
    others = agency_list(words, span) or []
    return [] if len(others) > 4 or any(other.group for other in others) else others


# 宣传部（新闻中心）, 机关党委（机关工作处）: two rooms of one house, neither with a level; 办公室（文秘科） is a part
_ROOM = re.compile(r"(?!.*[省市区县州旗镇乡国])(?:[\u4e00-\u9fa5]{2,10}(?:处|部|办|办公室|中心|学院|党委|团委|馆|庭)|办公室)")
_OTHER_ROOM = re.compile(r"(?!.*[省市区县州旗镇乡国])[\u4e00-\u9fa5]{1,10}(?:处|部|办|办公室|中心|党校|党委|馆)")


def why_none(name: str, other: str) -> str | None:
    """Why a body in brackets after a body is no second name of it; None where it is one."""
    if name == other:
        return "the same name"
    if _OFFICE.search(name) and _HIGH.search(other) and not _CHANCERY.search(name) and (name != "办公室" or not _OTHER_ROOM.fullmatch(other)):
        return "where the office is"
    if _ROOM.fullmatch(name) and _OTHER_ROOM.fullmatch(other):
        return None
    if not _LEVELLED.match(other) and not _HAT.fullmatch(other) and not (len(other) > 5 and name[:2] == other[:2]):
        if _LOW.search(other) and _HIGH.search(name) and not re.search(r"局.+局$", name):
            return "a unit of it"
        alike = bool(_ENDING.search(name)) and bool(_ENDING.search(other)) and name[-1] == other[-1]
        if not alike and not (_OFFICES.search(name) and _OFFICES.search(other)) and not _LOW.search(other):
            return "a word for a kind of body"
    return None


def levelled(other: AgencyMention, first: AgencyMention) -> AgencyMention:
    """市文广新局（文物局）: the second name is of the same level."""
    lead = re.match(r"(?!市[场政容民]|区[域划]|县域)[省市区县州盟旗镇乡]", first.words)  # no level in 市场管理股
    if lead and not re.match(r"[\u4e00-\u9fa5]{0,6}[省市区县州盟旗镇乡国]", other.words):
        return AgencyMention(other.span, lead[0] + other.words, other.group)
    return other
