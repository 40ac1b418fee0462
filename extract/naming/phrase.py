"""The noun phrase that ends at a place of a text: what （以下简称领导小组） names.

A title in 《》 and an agency are taken whole; else the phrase goes back to the verb or preposition before it
(决定建立|农村公路专职管理人员).

>>> phrase_before("并依托岚江省投资项目监管平台（以下简称平台）", 14, "平台").words
'岚江省投资项目监管平台'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import either, terms
from extract.mentions.agency import AgencyMention, agencies_in, is_agency
from extract.naming.governing import governed
from extract.speech import cut as words_of
from extract.speech import tag
from kg.model import Span

_REACH = 150
_SIGNS = "，。；：！？"
_QUOTED = re.compile(r"“[^“”]{1,40}”")
_WHOLE = re.compile(r"“(?P<name>[^“”]{6,60})”$")  # 出版“望溪区人民政府公报”: no part of the name stands outside its quotes
_SMALL = re.compile(r"（(?![一二三四五六七八九十]+）|以?下?[统简合又亦]?称)[\u4e00-\u9fa5、]{1,6}）")
_JOINT = re.compile(r"(?<![省市区县州])、|、(?![省市区县州旗镇乡]级?(?:人民)?政府)|以及")
_NOUN = 14  # the noun behind a relative clause is no longer
_MAIN = re.compile(r"包括|包含|分为|是指|系指|是(?!否)|(?:要|应当?|须|需|必须)(?:明确|建立|设立|成立|加强|确定|指定)?")
# prepositions of one character, where they are no part of a word (在线, 对口, 自由, 经济)
_SINGLE = (
    r"(?<![自理缘])由|对(?![口象外接策账])|将(?!军|来)|把(?![关握])|(?<![方定意])向|(?<![作成称行])为(?![民主农期])|从(?![业事])|在(?![线校职建编岗册地])|"
    r"以(?![上下及外内来后前工])|被|经(?![济营费贸验理纪办])|(?<![供补])给(?!排?水)|(?<![关基由对属])于|至|到(?!位)|并(?![购网联轨发])|(?<![规准细原])则|"
    r"(?<![^，。；：（）])与|(?<![供效反响适])应(?![急用届征收])|须|(?:(?<!现)|(?<![实体])(?<=现))就(?:征收|收取|缴纳|发放|办理|申报)?(?![业医诊读学])|(?<![接])受(?![理益众灾害])|报(?![告名刊社道表警批废价])|让|(?<![大公天特行])使(?![用命者馆])|(?<=[省市区县州旗府局委])设(?![施备计置想立定防区])"
)
# 岚江市民政局是市政府工作部门（以下简称市民政局）: the subject is named
_TOLD = re.compile(r"是(?!否)(?:主管)?[^，。；：（）是]{2,24}(?:部门|机构|单位)$")
_RENAMED = re.compile("(?:更名|改名|改组|改建|变更)为|改称")  # 省外事处改称|岚江省外事办公室（简称省外办）
_FOUNDED = re.compile(r"(?:建立|成立|设立|组建)$")  # what is founded may begin with a verb: 促进旅游发展领导小组
_AND = re.compile(r"和|及(?!以[上下])")
_UNDER = re.compile(r"下设")
_MODAL = r"(?=应|须|必须|要|可|将|是|为)"
_PROPER = re.compile(r"[省市区县州旗镇乡各]|国[家务]|中[国央共华]|全国|最高|[\u4e00-\u9fa5]{2,7}?[省市区县州旗镇乡]")
_ORDINAL = re.compile(r"^(?:第[\d一二三四五六七八九十百]+[条章款]|[一二三四五六七八九十]+、|（[\d一二三四五六七八九十]+）|\d+[.．、])")
# 委托|具有资质的机构, 对|使用财政资金的工程
_TAKES = re.compile(
    r"(?:并|应当?|可以?|必须|须|要)?(?P<verb>对|由|向|将|把|给|与|[\u4e00-\u9fa5]{2})"
    r"(?=具有|具备|符合|持有|拥有|取得|从事|使用|驾驶|居住|因[^，。]{1,12}的)"
)
_TO_WHOM = re.compile("(?:不?定期|及时|按[时期]|直接|立即|逐级|首先|统一)[向对给](?![口象外])")  # 定期向|企业党的委员会报告
_OWNED = re.compile(r"(?:所属|下属|直属)(?:的)?(?:事业单位|企业|单位|机构)?(?=[省市区县州旗]?$)")  # 区农业局所属事业单位|区检测站
_ROW = ("、", "和", "或", "或者", "以及")
# where a thing is, or whose it is: 参保所在地|社会保险经办机构, 本行政区域内|小型水库
_WHERE = re.compile(r"[^，。；：、（）]{0,12}?(?:所在(?:地|区域|辖区)|(?:行政区域|辖区|管辖范围|境)内)的?(?=[\u4e00-\u9fa5]{3})")
# what stands before a name and is no part of it
_OURS = re.compile(
    r"^(?:、|本级|一部分|凡是?|(?:本[\u4e00-\u9fa5]{1,6}?)?所[称指]的?|我[省市区县州]|本[省市区县州](?!级)|各地|现行|原有?的?|所属的?|有关的?|其|的|了|等|和|及|与|名(?![单录称])|个(?![体人别])|成员的|是|"
    r"[\d一两三四五六七八九十]+[个支批项名家条座]|(?:日常)?办事机构(?=[省市区县州旗镇乡])|(?:建设|规范)(?=[本全一统省市区县国各]|[\u4e00-\u9fa5]{2,7}[省市区县州](?:人民|政府|委)))+"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is named: its place, its words, and the agency where it is one."""

    span: Span
    words: str
    agency: AgencyMention | None = None


def phrase_before(words: str, end: int, short: str, floor: int = 0, whole: bool = False) -> Phrase | None:
    """The phrase that ends at `end`; `short` is the name it is given. None where nothing is there to be named.

    It does not begin before `floor`; `whole` where a list is meant as one (以下统称).
    """
    if words[end - 1 : end] == "》" and (start := words.rfind("《", max(0, end - 240), end)) >= 0:
        start = _outer(words, start, end)
        return Phrase(Span(start, end), words[start + 1 : end - 1])
    if (quoted := _WHOLE.search(words, max(floor, end - _REACH), end)) and within(short, quoted["name"]):
        return Phrase(Span(*quoted.span("name")), quoted["name"])
    floor = max(floor, end - _REACH)
    for renamed in _RENAMED.finditer(words, floor, end - 2):
        floor = renamed.end() if within(short, words[renamed.end() : end]) else floor
    if told := _TOLD.search(words, max(floor, end - 30), end):
        subject = phrase_before(words, told.start(), short, floor, whole)
        if subject and subject.agency and within(short, subject.words):
            return subject
    if stop := _subject(words, floor, end, short):
        return phrase_before(words, stop, short, floor, whole)
    body = _agency(words, floor, end)
    if body is not None and body.words == short and words[body.span.start - 1 : body.span.start] == "的":
        body = None  # 市政府确定的|征收部门（以下称征收部门）
    start = _start(words, floor, end, "" if whole else short, body is not None)
    if body is not None and (under := _UNDER.search(words, body.span.start - 2, end)):
        return _unit(words, min(body.span.start, under.start()), under.start(), Span(under.end(), end))
    if body is not None and within(short, body.words) and not _grown(words, start, body):
        return Phrase(body.span, body.words, body)
    # 镇政府设立|防汛抗旱指挥部（以下简称镇防指）: the first letter is that of the place
    if body is not None and _FOUNDED.search(words, floor, body.span.start) and within(short[1:], body.words):
        return Phrase(body.span, body.words, body)
    if body is None and end - start < min(3, len(short)) and (aim := _AIMS.search(words, floor, end)):
        start = aim.end()  # 为加强|农民工工资支付保障工作（以下简称保障工资工作）
    text = words[start:end]
    if body is not None and body.span.start == start:
        return Phrase(body.span, body.words, body)
    return Phrase(Span(start, end), text) if 2 <= len(text) <= 90 else None


def _subject(words: str, floor: int, end: int, short: str) -> int:
    """Where the subject ends that the short name is of, what is told of it standing before the bracket.

    代养种鱼的企业|应配有鱼塘（以下简称代养企业）
    """
    if len(short) < 3 or words[end - 1] == short[-1]:
        return 0
    cut = max((words.rfind(sign, floor, end) for sign in _SIGNS), default=-1) + 1
    told = re.compile(re.escape(short[-2:]) + _MODAL).search(words, max(floor, cut), end)
    return told.start() + 2 if told and within(short, words[max(floor, cut) : told.start() + 2]) else 0


def _unit(words: str, start: int, end: int, unit: Span) -> Phrase:
    """区防指下设办公室 is 区防指办公室."""
    owner = _agency(words, max(0, end - 30), end)
    span = Span(owner.span.start if owner else start, unit.end)
    name = (owner.words if owner else words[start:end]) + words[unit.slice]
    return Phrase(span, name, AgencyMention(span, name))


def _grown(words: str, start: int, body: AgencyMention) -> bool:
    """The phrase tells the agency better: it goes on before it, or the agency took a verb with it."""
    if start < body.span.start:
        if body.words in words[start : body.span.start]:  # a title run together with the text
            return False
        if re.search(r"[、，的是]", words[start : body.span.start]):
            return False
        # 成立第3届旅游节和第2届茶文化节工作领导小组 is one body; what stands before 和 is a body or a group in 区教育局和领导小组
        joints = [*_AND.finditer(words, start, body.span.start)]
        return not any(is_agency(words[start : one.start()]) or one.start() - start < 2 for one in joints)
    if start == body.span.start:
        return False
    told = words[body.span.start : start]  # 保留|岚江省人民政府发展研究中心, 书面告知|区安委会办公室
    placed = not _PROPER.match(told) and _PROPER.match(words[start : body.span.end])
    return body.words[0] in "指是由对为" or not _PROPER.match(body.words) or bool(placed)


def _outer(words: str, start: int, end: int) -> int:
    """The opening of the title that closes at `end`, titles inside it passed over."""
    depth = 0
    for i in range(end - 1, max(-1, end - 240), -1):
        depth += (words[i] == "》") - (words[i] == "《")
        if depth == 0:
            return i
    return start


def _agency(words: str, floor: int, end: int) -> AgencyMention | None:
    cut = max((words.rfind(sign, floor, end) for sign in _SIGNS), default=-1) + 1
    found = agencies_in(words, Span(max(floor, cut), end))
    return found[-1] if found and found[-1].span.end == end else None


def within(short: str, long: str) -> bool:
    """The characters of a short name stand in a long one, in their order."""
    signs = iter(long)
    return all(sign in signs for sign in short)


def _start(words: str, floor: int, end: int, short: str, body: bool) -> int:
    """Where the phrase begins: behind a sign, a verb or a preposition; behind a 、 where the list is not meant; `body` where an agency ends there."""
    text = words[floor:end]
    masked = _QUOTED.sub(lambda quote: "“" + "口" * (len(quote[0]) - 2) + "”", text)
    masked = _SMALL.sub(lambda small: "口" * len(small[0]), masked)
    start = max((masked.rfind(sign) for sign in _SIGNS + "（）"), default=-1) + 1
    of = masked.rfind("的", start)
    told = short and within(short, text[of + 1 :]) and short != text[of + 1 :]
    relative = of >= 0 and len(masked) - of <= _NOUN and not told
    for behind in governed(masked[start:], relative):
        rest = text[start + behind :]
        if any(sign in short and sign not in rest for sign in text[start + behind - 2 : start + behind]):
            continue  # 违反|本条例规定占用道路的行为: 违法占道行为
        if not short or within(short, rest) or not within(short, text[start:]):
            start += behind
            break
    if relative and of >= start:
        start = _relative(masked, start, of)  # 法律、法规授权的具有公共事务职能的组织
    else:
        for found in _verbs().finditer(masked, start, len(masked) - 1):
            # 国有土地使用权出让招标、拍卖（以下简称土地招标、拍卖）: a verb inside what the short name is made of
            inside = not _MAIN.match(found[0]) and within(short, text[start:]) and not within(short, text[found.end() :])
            founds = body or found.start() == start  # of what is founded
            if not inside and not (founds and _FOUNDED.search(masked, 0, start)):
                start = found.end()
        of = masked.rfind("的", start)
        if 0 <= of < len(masked) - 4 and (within(short, text[of + 1 :]) or masked[of + 1] in "各全所"):
            start = of + 1
    start = max(start, _aimed(text, short))
    tail = masked[start:]
    last = _JOINT.split(tail)[-1]
    if short and last != tail and len(last) >= 3 and within(short, text[len(text) - len(last) :]):
        start = len(masked) - len(last)
    start = _lettered(text, start, short)
    while lead := next((lead for rule in (_ORDINAL, _OURS, _WHERE, _TIED, _POLICY) if (lead := rule.match(masked[start:]))), None):
        start += lead.end()
    return floor + start


_AIMS = re.compile(
    r"(?:^|(?<=[，。；：]))为了?(?:更好|进一步|切实|全面|全力)*地?(?:加强|做好|规范|推进|开展|抓好|落实|搞好|组织好|实施)"
    r"(?=[^，。；：（）]{4,30}$)"
)
# 为全面|推开营业税改征增值税（以下简称营改增）试点
_AIM = re.compile(r"(?:^|[，。；：])(?:为了?|在)(?:(?:更好|更加|有效|积极|稳[妥步]|科学)地?|进一步|全面|全力|深入|切实|妥善|做好)*(?=[^，。；：（）]*$)")


def _aimed(text: str, short: str) -> int:
    """Where the object of the first verb of a purpose begins; 0 where the short name has letters of that verb, or not all of its object."""
    aim = _AIM.search(text)
    words = words_of(text[aim.end() : aim.end() + 10]) if aim and short else []
    if aim is None or len(words) < 2 or words[0][1] not in ("v", "vn", "d", "ad") or len(words[0][0]) < 2 or words[1][0][0] in "的、和与及或":
        return 0
    begin = aim.end() + len(words[0][0])
    return begin if within(short, text[begin:]) and not any(sign in short for sign in words[0][0]) else 0


# what ties a name to the words before it: 以及|协定（以下简称…）, 设立若干个|专项指挥部
_TIED = re.compile(r"(?:以及|及其(?!他)|若干个?|对(?![外口台])|将|把)(?=..)")

# what a text wants of a thing before it says which: 鼓励建立|为残疾人提供服务的组织, 为了加强对|从事餐饮服务的个体经营者
_POLICY = re.compile(
    r"(?:(?:鼓励|支持|提倡|引导|推动)[和、]?)+(?:建立|设立|成立|发展|组建|推广|开展|举办|创办)?(?=[为从利具].{2,40}的)"
    r"|(?:本(?:办法|条例|规定|细则|规则|方案))?(?:所称的?|适用于)(?:在(?=本))?|为了?(?:加强|规范)(?:和[一-龥]{2})?对?(?=.{2,40}的)"
)


def _lettered(text: str, start: int, short: str) -> int:
    """The begin of a phrase that the letters of the short name tell: behind a verb where the name begins with the whole short one
    (内地公民往来|香港地区: 香港), behind verbs in a row before a clause that holds its letters (检查、处理|违反价格法规的行为: 价格违法行为)."""
    at = _held(text, short)
    if at <= start:
        return start
    parts = words_of(text[start:at])
    named = text.startswith(short, at) and at + len(short) < len(text.rstrip("”》")) and "的" not in text[at:]
    heads = named and any(part == "v" for _, part in parts)
    heads = heads and text[at - 1] not in "“《"
    if owned := _OWNED.search(text[start:at]):
        return start + owned.end()
    row = len(parts) > 2 and {parts[-1][1], parts[-3][1]} <= {"v", "vn"} and parts[-2][0] in _ROW and "的" in text[at:]
    placed = tag(text[at:]) == "ns" and not _PROPER.fullmatch(text[start:at])
    return at if heads or row or placed else start


def _held(text: str, short: str) -> int:
    """Where the shortest end of a text begins that holds every letter of a short name, in any order; -1 where none does."""
    left = list(short)
    for at in range(len(text) - 1, -1, -1) if left else ():
        if text[at] in left:
            left.remove(text[at])
            if not left:
                return at
    return -1


def _relative(masked: str, start: int, of: int) -> int:
    """The begin of a phrase whose noun stands behind a relative clause: only a main verb ends it, or one before a clause of its own."""
    if (taken := _TAKES.match(masked, start)) and (len(taken["verb"]) == 1 or _verbs().fullmatch(taken["verb"])):
        start = taken.end()
    elif masked[start] in "对向将把给" and words_of(masked[start + 1 : start + 7])[0][1] == "v":
        start += 1
    for found in _MAIN.finditer(masked, start, of):
        start = found.end()
    how = _TO_WHOM.match(masked, start, of)
    start = how.end() if how else start
    items = list(_JOINT.finditer(masked, start))
    for before, joint in zip([start, *(one.end() for one in items)], items, strict=False):
        if (inner := masked.rfind("的", before, joint.start())) >= 0:
            start = inner + 1  # 涉及市场主体的规章、规范性文件和具体措施
    return start


@cache
def _verbs() -> re.Pattern[str]:
    words = either(terms("naming", "before"))
    return re.compile(rf"(?:{words})(?![人员者](?![民工才事口]))|{_SINGLE}")
