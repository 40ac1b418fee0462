"""A doer told by where he stands: the noun phrase that ends where somebody is asked, whatever it is called.

Nouns (`nouns`) knows how the names of doers end. Here the place decides: behind `各企业单位的厂长` stands 应当, behind 由 and
`沿线生产队` a verb, so that the words between are a subject; the last of them must be one who can act, and no thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.duties.nouns import (
    COUNTED,
    DESCRIBED_FIRST,
    END,
    FIELD_ASIDE,
    GROUP,
    HANDLES,
    NEVER,
    NOT_DESCRIBED,
    NOT_FIRST,
    NOUN_VERBS,
    OFFICE,
    TOPIC,
    UNIT_OF,
    first_agency,
    second,
    urged,
    whole_words,
)
from extract.duties.predicate import CHARGE, CONSULTS, MODAL, WHEN, starts_work
from extract.lexicon import table
from extract.mentions.agency import is_agency
from extract.speech import cut, first_tag

_WORDS = table("duties")["acting"]
_LONG, _FAR = 12, 400
_LAST = frozenset(_WORDS["last"])
_THING = re.compile(rf"(?:{'|'.join(_WORDS['things'])})$")
_SIGNS = frozenset("，。；")  # 根据实际需要，
_JOINTS = frozenset("和与或及、")
_ENDS = re.compile(rf"(?:{END.pattern})$")
# 村（居）民委员会: either of two
_OR = re.compile(
    rf"（[居村镇乡街道区县市旗室办处科部构户、]{{1,6}}）|（[一-龥]{{1,6}}）(?=(?:责任)?(?:单位|部门|机构|企业|人|者)$)|{FIELD_ASIDE.pattern}"
)
_SAID = re.compile(r"“(?:\d+|([^“”\d]{1,4}))”")  # “四上”企业, “120”急救医院
_JOINED = re.compile(r".[和及与或](?:[省市区县镇乡]?(?:各|有关|相关)|其他)|[区县市镇乡村][和与及](?=[一-龥]{2})")
# 按程序报请…, 向…: a name has no such words
_CASE = re.compile(
    r"[按由向被]|(?<=.)(?<![部大小主良中老名])将(?![军台来领士])|(?<!一)把|报请|提请|报送?(?=[省市县区镇乡国各])|经(?:(?![济营信理办贸费纪销发检治])|(?=办公|办事处))|.时[^代]"
)
# 参加人员|所在单位: whose unit, by him who is in it
_PLACED = re.compile(r"(?P<who>.{2,12})(?P<where>所[在属].{2,8})")
# 户籍|所在地乡镇政府, 原参保所在地社保经办机构: whatever lies there
_LOCAL = re.compile(
    r"[^，。；、的其该]{2,8}所在(?:地的?|的)?(?:[省市区县旗镇乡]{1,2}(?:级|（[市区县、]{1,5}）)?[^，。；、的]{0,8}(?:政府|部门|[局委])|[^，。；、的]{2,10}(?:部门|经办机构|主管机关|公安机关))"
)
# 宾馆、浴室等用水大户: such as
_SUCH = re.compile(r"(?P<one>.{2,8}|[水电气热煤油路网])等(?P<kind>(?!(?:有关|相关|各)*(?:部门|单位|机构|地区)).{2,14})")
_ROW_OF_LEVELS = re.compile(r"(?<=[省市区县镇乡])、(?=[省市区县镇乡自])")
_LEVELLED = re.compile(r"[省市县区镇乡]")
_DESCRIBED = re.compile(r"(?P<head>[^，。；：！？（）]{1,40})的(?P<tail>[^的]{2,14}|[省市县区镇乡村])$")
_MEASURED = re.compile(r"\d[\d.]*[万亿]?[一-龥]{1,4}?(?:以上|以下|以内)")  # 注册资本在1000万元以上的|公司
# a circumstance, a case, a clause of its own: no phrase holds them
_BREAKS = re.compile(
    rf"[，。；：！？《》“”]|是(?!否)|[后时前]$|不得|应当|必须|负责(?!人|同志)|进行|予以|已经|没有|严禁|会同|聘请|兼任|担任|任副?(?:组长|主任|总指挥|召集人)|包[括含]|拟(?![定订稿]|[参入录聘转晋推][一-龥]{{1,3}}(?:人员|对象|干部)$)|会议?(?:集体)?(?:讨论|研究|审议|决定)|.{CONSULTS}(?=[^，。；的]{{2}})"
)
# what a verb may say the work of in its name: 承办单位, 饲养户; where he is asked for work also 养护站
_KIND = re.compile(
    rf"{OFFICE.pattern}|(?:[户店商厂]|企业|队伍|小分队|(?:救援|巡逻|抢险|应急|消防|服务|突击|工作)队|城市|[教医]师|护士|法官|检察官|医[生院]|学[生校]|职工|师生|专家|用户|代表|群众|家[属长]"
    r"|[学会队社团党]员|[旅乘游顾]客|考生|大户|[务样种网测]点)$"
)
_ASKED_KIND = re.compile(rf"{_KIND.pattern}|(?:[处科室股局会社院所站队]|银行|公司|集团|中心|对象)$")
_POST = re.compile(r"(?:(?<=[一-龥]{2})(?:主管|助理)|主任|秘书|书记|主席|总?经理|[局处科所校院队站部厂司村镇乡区县市组班馆]长)$")  # who holds one acts
_TIGHTLY = re.compile(r"要紧(?=[盯扣抓跟贴密])")  # a dictionary has 要紧 for one word
_DEPARTMENT = re.compile(r"(?![^部]*[本各该其此])[一-龥]{2,3}部门")  # 规自部门: a short form that no dictionary has
_OWN = frozenset(("再", "自行"))  # adverbs within names: 再担保机构, 自行管理机构
PEOPLE = "人童者员妇"  # 老人、儿童、残疾人员: three kinds of people, no kind said once
_EACH = frozenset(("各", "每", "各个", "有关", "相关"))
# 受助单位, 在岗人员: told by what befalls them, as one word
_BEFALLEN = re.compile(
    r"(?:拟(?=[参入录聘转晋推])|受|被|涉|参|持|未|无|非|入|承|驻|包|在(?=[京省市县岗职校编建册营任外])|从(?=业)|当(?=[班值]))(?![各本该此其有相每])[一-龥]{1,4}(?:单位|企业|机构|人员|干部|对象|部门|组织|站所)+"
)
# 慈善组织, 指挥长: what stands last is a noun, whatever the dictionary has
_SUFFIX = frozenset(("组织", "长", "者", "员", "户", "商"))
_PART_OF = re.compile(r"[一-龥]{2}[科股处室队]$")  # 保卫科|或车间主任
# 渡口所在地的|县、乡|航道部门
_LEVELS = re.compile(r"^(?:[省市区县镇乡]、|[省市区县镇乡](?:和|或者?)(?=[省市区县镇乡]))+")
_SITE = re.compile(r"(?:城市|农村|乡村|山区|牧区|地区|地方|地段|场所|区域|部位|路段|范围|时段)$")  # 在人口集中的地区，|应当…: where
_EVENT = re.compile(r"产生|任免|任期|设立|成立|变更|选举|罢免|报酬|职责|权利|义务|培训|考核|管理|奖惩")  # 厂长的|产生
_OFFICES = frozenset(("单位", "部门", "机构", "机关"))  # 培养|单位|评审委员会: the verb is part of a name within the name
_BRANCH = re.compile(r"分(?:委员会|会|局|院|校|公司|中心|行|社)")
_ALL_LEVELS = re.compile(r"[省市区县镇乡村](?:[、和][省市区县镇乡])*(?:（[省市区县旗镇乡街道、]+）)?")
# 企业|需要招聘的人才: no modal
_RELATIVE = re.compile(r"(?:需要?|可以?)[^，。；的]{1,8}的(?!话)")
# 应当委托|持有资质的单位
_ASKED_FIRST = re.compile(r".{0,10}(?:应当|必须|可[请由]|可以(?=委托|邀请|聘请|要求|责令|授权|指定|申请|请求))")
_MODIFIES = frozenset("nvabjlszixfmq")
_NAMES = frozenset("nsjlrxzbiqf")
_DOES_WELL = frozenset(("做好", "抓好", "搞好", "办好", "加强", "增强", "提高", "确保", "切实"))  # 途中|做好|个人防护: in no name
_CIRCUMSTANCE = frozenset("后时前中内上之所其此该被")


def edges(words: str, start: int, limit: int, end: int, closed: bool, bold: bool) -> Iterator[tuple[int, bool]]:
    """Where a phrase that begins at `start` may end, and whether what follows asks him: a modal or 负责.

    Less sure is a joint of a list that goes on to one; behind 由 (`bold`) a verb, and the end of a list (`closed`) that a modal ends.
    """
    near = min(end, start + _FAR)
    listed = bold or bool(MODAL.search(words, start, near))
    if not (listed or CHARGE.search(words, start, near)):
        return
    listed = bold or (listed and not closed)
    at, whole, inside = start, False, 0
    for word, _ in cut(words[start : min(limit + 4, end)]):
        whole = whole or at == limit
        if at - start > 1 and at <= limit and not inside:
            if _asks(words, at, end, word) or CHARGE.match(words, at, end) or WHEN.match(words, at, end):
                yield at, True
            elif (listed and words[at] in _JOINTS) or (bold and starts_work(words, at, end)):
                yield at, False
        inside += word.count("（") - word.count("）")
        at += len(word)
    if closed and bold and (whole or at == limit) and limit - start > 1:
        yield limit, True


def modals(words: str, start: int, end: int) -> Iterator[int]:
    """Where modals stand in a range that are words of their own: no 应 of 供应, no 要 of 主要.

    >>> list(modals("供应单位应报告", 0, 7))
    [4]
    """
    at = start
    for word, _ in cut(words[start : end + 2]) if MODAL.search(words, start, end) else ():
        if _asks(words, at, end, word) and words[at + len(word) : at + len(word) + 1] not in _SIGNS and not _RELATIVE.match(words, at, end):
            yield at
        at += len(word)


def _asks(words: str, at: int, end: int, word: str) -> bool:
    """Whether a word that begins here is a modal, and no longer one that begins like it: 应急."""
    modal = MODAL.match(words, at, end)
    return modal is not None and (len(word) <= len(modal.group()) or bool(_TIGHTLY.match(words, at, end)))


@lru_cache(maxsize=65536)
def acts(name: str, asked: bool, known: bool = False) -> bool:
    """Whether a phrase names one who can act; `asked` where a modal or 负责 follows, `known` where it ends as such names do.

    >>> acts("沿线生产队", True), acts("存在此项问题的县市", True), acts("各使用单位的燃气管道", True), acts("立案后公安机关", True)
    (True, True, False, False)
    """
    name = _SAID.sub(lambda said: said[1] or "", _OR.sub("", name.removeprefix("被").removeprefix("副")))
    if TOPIC.fullmatch(name) or UNIT_OF.search(name):
        return False
    if END.fullmatch(name):
        return True
    placed = _PLACED.fullmatch(name)
    if placed and ((acts(placed["who"], True) and acts(placed["where"], asked, known)) or _LOCAL.fullmatch(name)):
        return True
    if "的" in name:
        return "、" not in _ROW_OF_LEVELS.sub("", name) and tells(name, asked, known)
    if len(name) < 2 or _BREAKS.search(name) or COUNTED.search(name) or _CASE.search(name) or _JOINED.search(name):
        return False
    if asked and _BEFALLEN.fullmatch(name):
        return True
    if (NOT_FIRST.match(name) and not (GROUP.match(name) or (asked and name.startswith("与会")))) or _governs(name):
        return False
    if asked and _DEPARTMENT.fullmatch(name) and first_tag(name[:2])[:1] != "v":
        return True
    return not second(name) and _noun(name, False, asked, known)


def _governs(name: str) -> bool:
    """Whether a verb in a phrase has a body of its own for its object: 联系|有关部门, 学校|联系|县公安局."""
    at = 0
    for word, tag in cut(name)[:-1]:
        verb = tag == "v" or (tag == "vn" and not at) or NEVER.fullmatch(word)
        at += len(word)
        if not verb or word in _EACH or GROUP.fullmatch(word):
            continue
        if GROUP.match(name, at) or name.startswith(("基层", "农村"), at):
            return True
        if word not in NOUN_VERBS and _LEVELLED.match(name, at) and first_agency(name[at:]) == len(name) - at:
            return True
    return False


def tells(name: str, asked: bool, known: bool = False) -> bool:
    """Whether a phrase is one who can act, told by what he does or has: 从事收购、加工活动的企业.

    >>> tells("负责收集、使用数据的部门", True), tells("督促收集、使用数据的部门", True)
    (True, False)
    """
    told = _DESCRIBED.fullmatch(name)
    if told and len(told["tail"]) < 2 and name[0] not in "有无未":
        return False
    counted = COUNTED.search(_MEASURED.sub("", name) if asked else name)
    if not told or counted or _BREAKS.search(name, 1) or "由" in name or NOT_DESCRIBED.match(name) or _ASKED_FIRST.match(name):
        return False
    if asked and _ALL_LEVELS.fullmatch(told["tail"]):
        return True  # 已完成审计的|市、县（市、区）
    if asked and told["tail"] == "同志":
        return True  # 参加培训的|同志
    verb = NEVER.match(name) or ("、" in name and first_tag(name[:4])[:1] == "v")
    tail = _LEVELS.sub("", told["tail"])
    if (name[0] == "在" and _SITE.search(tail)) or _EVENT.fullmatch(tail):
        return False
    if "、" in tail or (verb and not (asked and DESCRIBED_FIRST.match(name)) and not HANDLES.match(name)):
        return False
    return _noun(tail, True, asked, known)


def _noun(name: str, told: bool, asked: bool, known: bool) -> bool:
    """Whether a phrase without 的 is a noun that acts; `told` where words before 的 say which."""
    group = GROUP.match(name)
    rest = name[group.end() :] if group else name
    if not rest:
        return False
    parts = whole_words(cut(rest))
    parts = _suffixed(parts) if asked else parts
    if not (known or _head(name, *parts[-1])) or _joins(*parts[-1]) or (len(name) < 3 and not told and not END.fullmatch(name)):
        return False
    before, office = "", (_ASKED_KIND if asked else _KIND).search(name) or (asked and _POST.search(name))
    for i, (word, tag) in enumerate(parts[:-1]):
        rest = rest[len(word) :]
        each = (word in _EACH or word[0] == "各" or GROUP.fullmatch(word)) and not before.strip("nsbfj")  # 沿线|各单位
        within = _BRANCH.match(word + rest) or (i + 2 < len(parts) and parts[i + 1][0] in _OFFICES)
        verb = tag[0] == "v" and tag != "vn" and word not in NOUN_VERBS and not each and not within
        # 登记|管理机关, 融资|担保机构: verbs in a name stand together before the kind of office
        if verb and (len(word) == 1 or not office or not (asked or all(after[0] == "v" for _, after in parts[i + 1 : -1]))):
            return False
        if tag[0] == "v" and not each and _LEVELLED.match(rest) and first_agency(rest):
            return False
        first = name[: -len(rest) - len(word)]
        if word in _JOINTS and (_ENDS.search(first) or _PART_OF.search(first)) and acts(rest, asked):
            return False  # two of a list
        if tag == "ad" or word in _DOES_WELL or (word in _CIRCUMSTANCE and (i or word not in "上下")):
            return False
        if tag[0] not in _MODIFIES and word not in _OWN and word not in _JOINTS and not each:
            return False
        before += tag[0]
    return True


def _suffixed(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of a name, its last one a noun where only its place makes it one: 现场|指挥长, 慈善|组织."""
    if len(parts) < 2 or parts[-1][0] not in _SUFFIX or parts[-2][0] in _OWN or parts[-2][1] == "d":
        return parts
    if len(parts[-1][0]) > 1:
        return [*parts[:-1], (parts[-1][0], "n")]
    return [*parts[:-2], (parts[-2][0] + parts[-1][0], "n")]


def _joins(word: str, tag: str) -> bool:
    """Whether the last word of a phrase is a conjunction or an adverb; the dictionary has 所有者 for one."""
    return tag[0] in "cd" and not END.fullmatch(word)


def _head(name: str, word: str, tag: str) -> bool:
    """Whether the last word of a name is one who acts."""
    post = _POST.search(name)
    acting = word[-1] in _LAST or _ENDS.search(name) or post
    return bool(acting) and not _joins(word, tag) and not _THING.search(name) and bool(tag[0] in _NAMES or _ENDS.search(name) or post)


@lru_cache(maxsize=65536)
def shares(name: str) -> bool:
    """Whether a row of what parts do names one kind of doers whose head is given once.

    >>> shares("渔业性担保、再担保机构"), shares("区水务局、施工单位"), shares("保洁、绿化等后勤人员")
    (True, False, True)
    """
    *first, last = name.split("、")
    such = _SUCH.fullmatch(last)
    if such:
        return all(len(one) <= _LONG and not is_agency(one) for one in (*first, such["one"])) and acts(such["kind"], True)
    if not acts(last, True) or END.fullmatch(last) or len(last) > _LONG or is_agency(last):
        return False
    return all(1 < len(one) <= _LONG and not END.search(one[-4:]) and not acts(one, True) and one[-1] not in PEOPLE and _modifies(one) for one in first)


def _modifies(words: str) -> bool:
    group = GROUP.match(words)
    return all(tag[0] in _MODIFIES for _, tag in cut(words[group.end() :] if group else words)) and not is_agency(words) and not urged(words + "企业")
