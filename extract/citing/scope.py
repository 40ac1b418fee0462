"""What the words round a reference say of the text: that it is repealed, amended, a basis, to be carried out, or named.

The cue that governs a reference is the last one before it in its clause; a list (《A》、《B》和《C》) is one; a cue is closed by
its own object (根据上级要求制定《X》 does not rest on X). What follows the list (同时废止) is stronger than what stands before.
"""

from __future__ import annotations

import re

from extract.mentions.reference import Reference
from kg.model import Span

STRENGTH = ("repeals", "amends", "basis", "implements", "mentions")
"""The relations, strongest first."""

_REACH = 1000
_LIST, _NEAR = 40, 8  # no list is longer; no title holds more titles
_MARK = "※"  # stands for a reference in the words before another
BASIS = re.compile(
    r"根据|依据|依照|(?<![归不])依(?=$|国务院|※)|按照|遵照|参照|比照|仿照|对照执行|遵循|"
    r"奉(?![化贤节新])(?=[\u4e00-\u9fa5]{0,14}(?:※|$))|(?<![一-龥]据)按(?![时期月季年量需实劳比揭摩键])"
)
IMPLEMENTS = re.compile(
    r"(?:学习|宣传|全面|深入|认真)?贯彻(?:落实|执行|实施)?(?!情况)|落实(?!情况)|(?<=为)执行(?!情况)|组织实施|(?:深入|全面|严格|认真)实施$|为了?(?:全面|深入|有效|更好地?|认真)*实施"
)
REPEALS = re.compile(r"(?:予以|决定|明令)?废止|作废|停止(?:执行|施行|使用)|取代|替代|代替")
AMENDS = re.compile(
    r"(?<![新已重])(?:修改|修订|修正)(?!后|的|完善|版|稿|本|并)|(?:暂时|暂停)?调整(?:实施|适用|执行)|暂时停止(?:实施|适用)|"
    r"暂停(?:实施|执行|适用)|删[去除]$"
)
# verbs whose object a text is without being rested on: they end the reach of a cue before them
OTHER = re.compile(
    r"违反|符合|不符|宣传|学习(?!贯彻)|(?<!关于)(?:印发|下发|转发|发布|公布|颁布)(?!的)|制定(?!的)|制订(?!的)|"
    r"编制(?!的)|起草(?!的)|拟订(?!的)|出台(?!的)|报送|上报|提交|收到|审议(?!(?:[并、，]?(?:原则|表决|讨论))*通过的)|通过(?!的)|批准(?!的)|纳入|列入|依托|"
    r"适用|签订|填写|了解|熟悉|推动|推进|完善|建立|实施(?!条例|细则|办法|方案|意见|规划|以来)"
)
_CLOSED = re.compile(r"(?:规定|要求|精神|部署|原则|标准|情况|实际(?!情况|需要|工作)|需要|安排|意见|建议)[^、和及以与或※，]")
_ARTICLE = r"第[\d一二三四五六七八九十百零、第至款项条（）之]{1,24}[条款项](?:第[\d一二三四五六七八九十（）]+[款项])*"
# 《A》和国家、省防汛相关法律法规，以及《B》: others of a list, told by what they are
_UNNAMED = r"(?:国家|中央|上级|[省市区县]|[^，。；※《》]{0,10}(?:有关|相关))[^，。；※《》]{0,14}?(?:法律、?法规|法规|规定|规范|政策|标准)"
_BETWEEN = re.compile(rf"^(?:{_ARTICLE}|{_UNNAMED}|等|的|之|有关|相关|规定|要求|精神|文件|以及|及其?|和|与|或者?|并|[、，]|同时)*+$")

_AFTER_LIST = rf"(?:等?[^，。；：（）]{{0,12}}?(?:{_ARTICLE})?(?:的?规定)?(?:（[^（）]{{0,12}}）)?)"
_BY = r"(?:(?:自|从)[^，。；]{1,24}(?:起|之日|后))?(?:，|即|一律|均|都|同时|一并|也|随之|相应|即行|现|现予以?|予以|决定|从即日起|同步|通令|文件|宣布)*+"
_ENDS = re.compile(rf"^{_AFTER_LIST}，?{_BY}(?:废止|失效|作废|停止(?:执行|施行|使用)|不再(?:执行|施行|适用|有效))(?!下列|以下|《)")
_CHANGED = re.compile(
    rf"^(?:{_AFTER_LIST}(?:[作做]出?了?(?:如下|以下|相应|下列|部分)?|予以|进行了?(?:全面|部分|相应)?)(?:修改|修订|修正|调整|补充)|"
    rf"[^。；]{{0,80}}?(?:修改|修订|修正|调整)(?:为|如下|成)|{_ARTICLE}[^。；]{{0,60}}?(?:删去|删除|增加(?:一|[二三四五六七八九十])?[条款项]))"
)
_GIVEN = re.compile(r"(?:发布|公布|颁布|印发|下发|通过|批准)的")
_GIVEN_BY = re.compile(r"^（[^（）]{2,60}）")  # behind a title: （1990年1月1日省政府公布）
_SEE_TO = re.compile(r"做好|抓好|推[动进]|确保|加强")
_NUMBERING = r"(?:[一二三四五六七八九十]+、|\d+[.．、]|（[\d一二三四五六七八九十]+）)"
_CARRIED_OUT = re.compile(r"^(?:等[^，。；]{0,8})?的?(?:学习|宣传)*(?:贯彻|落实)(?!.{0,2}情况)")
_BASED = re.compile(r"^(?:等[^，。；]{0,8})?(?:为|作为)(?:主要|重要|基本|直接|法律|政策)?(?:依据|指导|遵循|准绳|准则|基础|统领)")


def relation(words: str, references: list[Reference], index: int, sentence: Span) -> tuple[str, str]:
    """The relation of a reference and the words that say it ("" where none do).

    `references` are those of the sentence, in order.
    """
    if _nested(references, index):
        return "mentions", ""
    after = _after(words, references, index, sentence.end)
    before = _before(words, references, index, sentence.start)
    one = references[index]
    if any(_SENT_OUT.match(words, place.end) for place in (one.span, one.title_span) if place):
        before = _SENDS.sub("", before)  # 根据区委办公室印发《X》的通知
    name, cue = _governing(before)
    if not (name in ("basis", "implements") and _reaches(before.rpartition(cue)[2])):
        if found := _ENDS.match(after):
            return "repeals", found[0]
        if (found := _CHANGED.match(after)) and re.search(rf"[对将把]|^{_NUMBERING}?原?(?:{_MARK}[、和及]?)*$", before):
            return "amends", found[0]
        if before.endswith("以") and (found := _BASED.match(after)):
            return "basis", found[0]
    if name == "mentions" and (found := _CARRIED_OUT.match(after)) and _SEE_TO.search(before):
        return "implements", found[0]
    return name, cue


def _reaches(between: str) -> bool:
    """Nothing but a body, or other texts of the same list, stands between a cue and the text: 依照《A》、省政府发布的《B》."""
    listed = _MARK not in between or ("，" not in between and _BETWEEN.match(between.replace(_MARK, "")) is not None)
    return listed and "的" not in _GIVEN.sub("", between)


def _nested(references: list[Reference], index: int) -> bool:
    """Inside the title of another text: 关于转发《X》的函."""
    one = references[index].span
    return any(other.span.holds(one) for other in references[max(0, index - _NEAR) : index])


def _after(words: str, references: list[Reference], index: int, limit: int) -> str:
    """What follows the list that a reference stands in."""
    one = references[index].span
    at = one.end + (words[one.start - 1 : one.start] == "（" and words.startswith("）", one.end))  # a number in brackets behind its paper
    for other in references[index + 1 : index + _LIST]:
        if other.span.start < at:
            continue
        if not _BETWEEN.match(_plain(_GIVEN_BY.sub("", words[at : other.span.start]))):
            break
        at = other.span.end
    return words[at : min(limit, at + 80)]


def _plain(between: str) -> str:
    """What stands between two items of a list, without numbering and the names of bodies that gave them."""
    return re.sub(r"^(?:[、，；]|\d+[.．、]|（[\d一二三四五六七八九十]+）|原)+|[\u4e00-\u9fa5、]{2,30}$", "", between)


def _before(words: str, references: list[Reference], index: int, start: int) -> str:
    """The clause before a reference, the references in it as one mark each."""
    at = references[index].span.start
    parts: list[str] = []
    end = at
    for other in reversed(references[max(0, index - _LIST) : index]):
        if other.span.end > at:
            continue
        parts.append(_GIVEN_BY.sub("", words[other.span.end : end]))
        parts.append(_MARK)
        end = other.span.start
        if at - end > _REACH:
            break
    parts.append(words[max(start, end - 120) : end])
    return _clause("".join(reversed(parts)))


_SENT_OUT, _SENDS = re.compile("》?的(?:通知|函)"), re.compile("(?:联合)?(?:印发|转发|批转|下发|发布)$")
_TOGETHER = re.compile(r"并?结合")  # 根据市局要求，结合《方案》，制定…: rested on both
# 鼓励企业执行《规范》, 督促落实《条例》: what others are to be made to do
_PIVOT = re.compile(r"(?:鼓励|促进|督促|引导|监督|敦促)[^，。；※]{0,24}$")
_NAMES_ALL = r"法律|法规|规章|规范性|政策|文件|标准|规范|制度|规定|要求|精神|有关|相关|及其[^，。；]{1,8}"
_LISTED = re.compile(rf"{_MARK}(?:{_ARTICLE}|{_UNNAMED}|等|的|{_NAMES_ALL}|、|和)*+$")
_GOES_ON = re.compile(rf"以及|及|和|与|并|\d+[.．]|（\d+）|{_MARK}|原|$")
_ITEM = re.compile(rf"(?:\d+[.．、]|[一二三四五六七八九十]{{1,3}}、|（[\d一二三四五六七八九十]+）|[①-⑨])?(?:{_MARK}|$)")


def _clause(before: str) -> str:
    """The last clause; a comma inside a list of references does not end it."""
    for found in reversed(list(re.finditer(r"[，；。：！]", before))):
        rest = before[found.end() :]
        lead = before[: found.start()]
        listed = _LISTED.search(lead)
        goes_on = _GOES_ON.match(rest)
        if found[0] in "，；" and listed and goes_on and not IMPLEMENTS.search(rest) and not BASIS.search(rest):
            continue
        if found[0] == "：" and _ITEM.match(rest):
            continue
        if found[0] == "，" and _TOGETHER.match(rest) and BASIS.search(re.split("[，；。：]", lead)[-1]):
            continue
        return rest
    return before


def _governing(before: str) -> tuple[str, str]:
    """The last cue of a clause that still reaches its end."""
    cues = [
        (found.end(), -found.start(), name, found[0])
        for name, pattern in (
            ("repeals", REPEALS),
            ("amends", AMENDS),
            ("basis", BASIS),
            ("implements", IMPLEMENTS),
            ("mentions", OTHER),
        )
        for found in pattern.finditer(before)
    ]
    for end, _, name, cue in sorted(cues, reverse=True):
        rest = before[end:]
        if name == "mentions" or (name == "implements" and _PIVOT.search(before[: end - len(cue)])):
            return "mentions", cue if name == "mentions" else ""
        if not _CLOSED.search(rest) or _BETWEEN.match(rest.replace(_MARK, "")):
            return name, cue
        return "mentions", ""
    return "mentions", ""
