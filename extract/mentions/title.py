"""Titles of texts: in 《》, and written without them.

GB/T 15834 puts titles in 《》 and a title inside a title in 〈〉; notices print 《》 inside 《》 too, and OCR loses one of a pair.

>>> text = "《关于印发《岚江省节水办法》的通知》和《岚江省实施〈水法〉办法》"
>>> [text[title.inner.slice] for title in titles_in(text)]
['关于印发《岚江省节水办法》的通知', '岚江省实施〈水法〉办法']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.lexicon import lines, terms
from kg.model import Span

_LONGEST = 240
_HAN = "\u4e00-\u9fa5"


@dataclass(frozen=True, slots=True)
class Title:
    """A title: `span` with its marks, `inner` without them (the same where there are none)."""

    span: Span
    inner: Span


def titles_in(words: str, span: Span | None = None) -> Iterator[Title]:
    """The titles in 《》 of a range, outermost only, in order."""
    within = span or Span(0, len(words))
    start = words.find("《", within.start, within.end)
    while start >= 0 and words.find("》", start, within.end) >= 0:
        end = _close(words, start, within.end)
        if end is None:
            start = words.find("《", start + 1, within.end)
            continue
        marked = words[end - 1] == "》"
        yield Title(Span(start, end), Span(start + 1, end - 1 if marked else end))
        start = words.find("《", end, within.end)


def _close(words: str, start: int, limit: int) -> int | None:
    """The end of the title that opens at `start`, None where nothing closes it."""
    depth, first = 0, None
    for i in range(start, min(limit, start + _LONGEST)):
        sign = words[i]
        if sign == "《":
            if depth == 1 and first is None and words[i - 1] in "、和及，":
                return i - 1  # OCR lost the 》 of the one before
            depth += 1
        elif sign == "》":
            depth -= 1
            first = first or i + 1
            if depth == 0:
                return i + 1
        elif sign == "。":
            break
    return first


_LAW_END = re.compile(r"法典?|条例|[通总]则")
_LONGEST_LAW = max(map(len, lines("laws.txt")))
_LAWS = frozenset(lines("laws.txt"))
_STATE = "中华人民共和国"
# 反间谍法实施条例 is another text; 安全生产法律, 劳动法学会, 刑法典, 审计法务部, 行政法室 are none
_IMPLEMENTING = re.compile(r"实施(?:条例|细则|办法)|施行细则|司法解释|解释")
_LAWS_ALL = re.compile(r"[、和与]?(?:国家)?法律")  # 违反宪法和法律: the law, not a text
_NOT_AFTER = re.compile(r"宣誓|[律规学制治庭官人定典务科股室]|院[^校]")


_RULES = re.compile(
    r"(?:根据|依据|依照|按照|违反|参照|贯彻|落实|执行|实施|(?:(?<=法)|(?<=条例)|(?<=精神))[、和及与])"
    r"(?P<name>(?!有关|相关|国家|[本该此上各新以其]|地方|暂行|落实|执行|实施)(?:(?!的|条例|精神)[\u4e00-\u9fa5]){2,16}条例)"
    r"(?=第|[、，。（]|[和及与等]|的?(?:有关|相关)?(?:规定|要求|精神))"
)


_PLAIN = re.compile("(?:\\d{4}年)?(?:" + "|".join(sorted(terms("cited", "plain"))) + ")")
_BEHIND = re.compile(
    "(?:(?<=根据|依据|依照|按照|违反|贯彻|落实|执行)|(?<=[、和及与]))(?:" + "|".join(sorted(terms("cited", "behind"))) + ")(?=第|[、，。（《和及与等规的])"
)
_RULE = r"(?:办法|规定|条例|细则|意见|通知|方案|指引|指南|规划|纲要)"
_CUE = r"(?:根据|依据|按照|依照|参照|贯彻|落实|执行)"
_BY = r"(?:[\u4e00-\u9fa5]{2,16})?"  # the body that gave the text
_QUOTED = re.compile(rf"“(?P<title>[^“”《》，。；：]{{4,60}}{_RULE})”")
_LED = re.compile(rf"{_CUE}{_BY}(?:“[^“”]{{4,70}}”[、和及与]{_BY})*$")
# before 《》 were the rule: “关于动员和组织青年参加建设的决定”
_QUOTED_ABOUT = re.compile(r"“(?P<title>关于[^“”《》。；：]{4,60}(?:决定|决议|通知|指示|意见|规定|办法|报告|请示|批复|命令|条例|方案|通报))”")
_ANGLED = re.compile(r"〈(?P<title>[\u4e00-\u9fa5][^〈〉《》，。；]{3,80})〉")


def otherwise_marked_in(words: str, span: Span | None = None) -> Iterator[Title]:
    """Titles in other marks: in 〈〉 alone, 关于… in “”, and rules in “” behind 根据, 贯彻 and their kin.

    >>> text = "贯彻落实省水利厅“河道采砂管理指引”和〈取水许可管理办法〉"
    >>> [text[title.inner.slice] for title in otherwise_marked_in(text)]
    ['河道采砂管理指引', '取水许可管理办法']
    """
    within = span or Span(0, len(words))
    for pattern in (_QUOTED, _QUOTED_ABOUT, _ANGLED):
        for found in pattern.finditer(words, within.start, within.end):
            if pattern is not _QUOTED or _LED.search(words, max(within.start, found.start() - 90), found.start()):
                yield Title(Span(*found.span()), Span(*found.span("title")))


# rules that are named by their place or house and their kind: 依照岚江省物业条例、望溪区城市绿化管理办法的规定
_OWN_RULES = re.compile(
    rf"(?:{_CUE[:-1]}|依照|遵照|违反|执行)|(?<=法|》|[例则程])[、和及与]|(?<=办法|规定|章程)[、和及与])"
    r"(?P<name>(?:(?![法例则程章][和及与])[\u4e00-\u9fa5]){2,9}?(?:[省市区县州旗镇乡校]|大学|学院|公司|集团|医院)"
    r"(?:(?!的|关于|制[定订]|修[订改]|印发|出台|要求|部署|通知|精神|实际|情况|有关|相关|上述|具体|统一|规定|办法|条例|[法例则程章][和及与]|[本该其各此])[\u4e00-\u9fa5]){2,26}?"
    r"(?:(?<!实施)条例|(?:实施|管理|暂行|试行|工作)?(?:办法|细则|规则|规程)|(?:实施|管理|暂行|若干|试行)规定)|(?:(?![和及与的、本])[\u4e00-\u9fa5]){2,12}?(?:大学|学院|学校|公司|集团|医院|协会)章程)"
    r"(?=第|[、。（]|，(?!制定|提出)|[和及与等]|的?(?:有关|相关)?(?:规定|要求|精神))"
)


def laws_in(words: str, span: Span | None = None) -> Iterator[Title]:
    """The laws of the country named without 《》, and 条例 directly behind 根据, 违反 and their kin.

    >>> text = "违反安全生产法和中华人民共和国土地管理法实施条例，依照安全生产法律法规"
    >>> [text[law.inner.slice] for law in laws_in(text)]
    ['安全生产法', '中华人民共和国土地管理法实施条例']
    """
    seen: set[Span] = set()
    for law in _laws(words, span or Span(0, len(words))):
        if law.span not in seen:
            seen.add(law.span)
            yield law


def _laws(words: str, within: Span) -> Iterator[Title]:
    """The same, one named in two ways twice."""
    for end in _LAW_END.finditer(words, within.start, within.end):
        stop = end.end()
        start = next(
            (at for at in range(max(within.start, stop - _LONGEST_LAW), stop - 1) if words[at:stop] in _LAWS), None
        )
        if words.startswith("公务员法管理", start or 0) and words.startswith("参照", (start or 0) - 2):
            continue  # 参照公务员法管理 is a kind of office
        if start is None or _NOT_AFTER.match(words, stop) or (stop - start == 2 and _LAWS_ALL.match(words, stop)):
            continue
        more = _IMPLEMENTING.match(words, stop, within.end)
        stop = more.end() if more else stop
        if words.startswith(_STATE, start - len(_STATE)):
            start -= len(_STATE)
        if words[start - 1 : start] not in ("《", "〈") or words[stop : stop + 1] not in ("》", "〉"):
            yield Title(Span(start, stop), Span(start, stop))
    for plain in (hit for form in (_PLAIN, _BEHIND) for hit in form.finditer(words, within.start, within.end)):
        yield Title(Span(*plain.span()), Span(*plain.span()))
    for rule in _RULES.finditer(words, within.start, within.end):
        name = Span(*rule.span("name"))
        if words[name.slice].removeprefix(_STATE) not in _LAWS and "、" not in rule["name"]:
            yield Title(name, name)
    for own in _OWN_RULES.finditer(words, within.start, within.end):
        yield Title(Span(*own.span("name")), Span(*own.span("name")))


_KIND = (
    r"(?:情况报告|补充报告|请示|报告|复函|来函|函|通知|意见|决定|决议|批复|指示|通报|公告|通告|命令|议案|规定|办法|条例|方案|规划|纲要|"
    r"要点|申请|建议)"
)
_BOUND = (
    r"(?=[（，。；、：和及与等]|第[\d一二三四五六七八九十百]{1,5}[条款]|收悉|悉|已?收到|精神|要求|规定|有关|相关|文件|部署|[中后]|以来|失效|(?:同时)?废止|的(?:精神|要求|规定|有关|相关|部署)|$)"
)
_ABOUT = re.compile(rf"关于[^，。；：！？]{{2,100}}?(?<!重要)(?<!有关)(?<!相关)(?<!系列)(?<!各项)(?<!具体){_KIND}{_BOUND}")
_RUNS_ON = re.compile(r"根据|按照|依据|依照|如下|收到|采取")
_OTHER_LAW = re.compile(r".*(?:法|条例|[条款项]|规定)(?:之规定)?、")  # 依照民事诉讼法第2条、最高人民法院关于…的规定
_BODY_END = re.compile(r"(?:[部委办厅局府院会署行社党组关室处团军队区市县省公司集团]|会议)(?:等[\d一二三四五六七八九十]*(?:个?部门|家?单位)?)?$")
# words before the body that gave the text; the title begins after them
_BEFORE = re.compile(
    r".*(?:根据|依据|按照|依照|遵照|参照|比照|贯彻|落实|执行|批转|转发|印发|下发|发布|公布|报送|报来|上报|废止|停止|修改|接到?|收到|宣读了?|以及|日|"
    r"现将|结合|鉴于|经(?![营济费验贸纪])|按(?![揭摩劳需])|对(?![外口])|[将由据以了])"
)
# the reader or the writer, no part of a title: 你区, 贵公司, 我市人民政府
_YOURS = re.compile(
    r"^(?:[你贵我该本](?:们|两|三)?(?:单位|街道|公司|集团|[省市区县州盟旗镇乡部委办厅局院行社会校村处])?"
    r"(?:人民)?(?:政府|党委|党组|法院|检察院)?)+"
)


def about_in(words: str, span: Span | None = None, stops: Sequence[int] = ()) -> Iterator[Title]:
    """Titles of the form 关于…的通知 without 《》, with the body that gave the text where it stands before them.

    `stops` are places, ascending, that such a title does not cross: the ends of sentences.

    >>> text = "根据省政府关于加强秋收工作的通知精神，你区关于建立湿地公园的请示收悉"
    >>> [text[title.inner.slice] for title in about_in(text)]
    ['省政府关于加强秋收工作的通知', '关于建立湿地公园的请示']
    """
    within = span or Span(0, len(words))
    at, done = words.find("关于", within.start, within.end), within.start
    while at >= 0:
        i = bisect_right(stops, at)
        limit = min(stops[i], within.end) if i < len(stops) else within.end
        found = _ABOUT.match(words, at, limit)
        if found and not _RUNS_ON.search(found[0]):
            floor = max(done, stops[i - 1] if i else 0)
            done = found.end()
            start = _passing(words, at, floor, found.end()) or at - len(_body_before(words, at, floor))
            yield Title(Span(start, found.end()), Span(start, found.end()))
        at = words.find("关于", found.end() if found else at + 2, within.end)


# 3.望溪区人民政府办公室转发区卫生局 | 关于…的通知（望政办发〔2010〕41号）: at the head of an item the title is all of it
_PASSING = re.compile(
    rf"(?:^|[：；。]|(?<!\d)\d{{1,3}}[.．、]|[一二三四五六七八九十]、|（[\d一二三四五六七八九十]{{1,3}}）)"
    rf"(?P<title>[{_HAN}]{{2,30}}[府室厅局委院会部](?:关于)?(?:转发|批转|印发)[{_HAN}、]{{0,30}})$"
)

_GIVEN = re.compile(r"（[^（）《》，。]{2,20}〔\d{2,4}〕\d{1,4}号")


def _passing(words: str, at: int, limit: int, end: int) -> int | None:
    """Where the title of an item begins that passes on another, 关于 of which stands at a place; its number must follow."""
    start = max(limit, at - 70)
    found = _PASSING.search(words[start:at]) if _GIVEN.match(words, end) else None
    return start + found.start("title") if found else None


_NUMBERED = re.compile(rf"(?P<title>[\u4e00-\u9fa5“”、（）\d]{{2,60}}{_RULE}|[\u4e00-\u9fa5“”、（）\d]{{2,60}}(?:决定|规则|规程|制度|标准))$")
_LABEL = re.compile(r".*(?:[\d一二三四五六七八九十]{1,3}[.．、]|（[\d一二三四五六七八九十]{1,3}）)")


def title_before(words: str, at: int, limit: int) -> Title | None:
    """A title without 《》 that a bracket with its number follows: 二、望溪区信访规定（区政府令第114号).

    >>> text = "二、望溪区信访规定"
    >>> (found := title_before(text, len(text), 0)) and text[found.inner.slice]
    '望溪区信访规定'
    """
    found = _NUMBERED.search(words, max(limit, at - 70), at)
    if found is None:
        return None
    said = found["title"]
    for lead in (_LABEL, _BEFORE):
        said = said[cut.end() :] if (cut := lead.match(said)) else said
    said = re.sub(r"^(?:[及和与、并（）]|以及)+", "", said)
    if len(said) < 5 or re.match(r"有关|相关|[本该此上各以其]", said):
        return None
    return Title(Span(at - len(said), at), Span(at - len(said), at))


_ITEM = re.compile(r".*(?:(?<![第\d])[一二三四五六七八九十]{1,3}、(?=[\u4e00-\u9fa5]{3})|（[一二三四五六七八九十]{1,3}）|(?<!\d)\d{1,3}[.．、])")


def _body_before(words: str, at: int, limit: int) -> str:
    """The body that stands directly before 关于, else ""."""
    before = re.split(r"[，。；：！？《》〈〉）]", words[max(limit, at - 40) : at])[-1]
    before = before[listed.end() :] if (listed := _OTHER_LAW.match(before)) else before
    cue = _BEFORE.match(before)
    body = before[cue.end() :] if cue else before
    body = body[label.end() :] if (label := _ITEM.match(body)) else body
    body = re.sub(r"^(?:[及和与、并]|以及|\d+[.．、]?)+", "", body)
    body = body[yours.end() :] if (yours := _YOURS.match(body)) else body
    return body if 2 <= len(body) <= 36 and _BODY_END.search(body) else ""
