"""The division of work among leaders, duty by duty: which leader, which relation, which words say what.

A duty is a verb of the genre (负责 分管 联系 协助 主持 代管) with a list behind it. It is said of the person right before it; where
nothing stands before it in its clause, of the person spoken of; where some agency stands there, of no leader.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from extract.head.page import BREAK
from extract.leaders.cards import cards
from extract.leaders.subjects import LABEL, PROFILE, name_at_end, set_apart, subject_of
from extract.mentions.person import is_name
from extract.rosters import rosters
from extract.rosters.stretch import POST_END
from extract.sentences import sentences
from extract.units.pages import unit_at
from kg.model import Notice, Span

_MORE = r"(?:并|同时|还|对口|具体|临时|暂时|主要|直接|牵头|全面|继续|另|增加|新增|改为|调整为|现|负责(?=联系|分管|协助|协管|主管|包联|包抓|挂联))*"
# 负责人, not 负责人大工作, 负责人事
_PERSON = "人(?!大(?!队|会|多)|事|才|口|民武装|社|防|武)"
_VERBS = (
    rf"(?:负责(?!制|{_PERSON}|同志|的)|分管(?!负责|领导|副|的|同志|行业|单位主要|部门主要|(?:领域|范围)(?!：)|[和或]联系)|主管(?!部门|领导|副)|联系(?!群众|实际|电话|人|方式|"
    r"地址|的)|协助|协管|代管(?!的)|主持|"
    r"挂[点钩包联]|包[联保抓挂]|主抓|直管|兼管(?!理)|完成|承担|抓好?(?=[^，。；：]{2,60}(?:工作|管理)))"
)
# where the list after a verb ends
_THEN = (
    rf"(?=[。；！]|[，、）（]?{_MORE}{_VERBS}|）?$|办公室?电话|联系电话|电话：|邮箱|传真|[一二三四五六七八九十]、|附件|"
    rf"，副?[^，。；、]{{2,12}}(?:同志)?(?:{_VERBS[3:-1]})|，包(?=[^，。；：]{{2,6}}(?:村|社区|年级|班|片)))"
)
_LIST = rf"(?P<list>(?!{_MORE}{_VERBS})[^。；]{{2,900}}?){_THEN}"
# 分管单位：, 【分管单位】
_COLON = r"(?:）?[：]|）|(?:的)?(?:为|是|有)：?)?"
_OFFICES = r"(?:部门|单位|工作(?!队|站)|领域|科室|处室|股室|站所|机构(?!编制|改革)|企业(?!改|上市|服务)|口(?!岸)|战线|范围)*"
_PLACES = r"(?:部门|单位|工作|领域|镇街|乡镇|街道|村|社区|企业|点|镇|乡)?"
# 李敏同志抓农业、林业, in papers of the seventies
_TENDS = r"抓好?(?=[^，。；：]{2,60}(?:工作|管理))|[统总]?抓(?![好紧实住落总手])(?=[^，。；：]{2,40}(?:[，。；]|$))"
# 王涛同志包柳河村
_TAKES_ON = r"(?:(?<=同志)|(?<=[，：]))包(?:片：)?(?=[^，。；括含：]{2,6}(?:村|社区|年级|班|片区?)(?:[，。；（、]|$))"
CUES = {
    "leads": re.compile(
        r"(?:全面)?(?:领导|主持|负责|主抓|[统总]?抓)(?P<list>[^，。；：]{0,24}?)(?:的)?(?:全面|全盘)(?:行政|党政|日常)?工作|"
        r"(?:领导|主持)(?P<list2>[^，。；：]{1,24}?)(?:的)?工作(?=[，。；、）（]|$)"
    ),
    "acting": re.compile(rf"(?:临时|暂时?)?代管{_LIST}"),
    "assists": re.compile(
        rf"协助(?P<whom>[^，。；、：]{{0,16}}?)(?:负责|分管|管理|联系|统筹|主管|抓好|抓|做好|处理|主持|协调|协管|领导|搞好|开展|管(?![理委])){_LIST}|"
        r"协助(?P<plain>[^，。；、：]{1,14}?工作)(?=[，。；、）]|$|抓|分管|负责)"
    ),
    "oversees": re.compile(rf"(?:直接)?(?:分管(?!负责|领导|副|的|同志|行业)|协管|主管(?!部门|领导|副)|直管|兼管(?!理)){_OFFICES}{_COLON}{_LIST}"),
    "liaises": re.compile(
        rf"(?:联系(?!电话|人|方式|群众|实际|地址|我们|制度)"
        rf"|包联|包保|包抓|挂联|包挂|挂包|挂点(?:联系)?|挂钩(?:联系)?|{_TAKES_ON}){_PLACES}{_COLON}{_LIST}"
    ),
    "responsible": re.compile(rf"(?:负责(?!制|{_PERSON}|同志)|主抓|{_TENDS}){_OFFICES}）?[：]?{_LIST}"),
}
_DUTY = re.compile(rf"(?P<no>不再)?{_MORE}(?P<verb>领导(?=[^，。；：、]{{1,24}}工作)|{_TAKES_ON}|{_VERBS[3:-1]}|(?P<tends>{_TENDS}))")
# 原由A同志负责的X工作临时调整为B同志代管
MOVED = re.compile(
    r"(?:原)?由[^，。；（）]{2,12}(?:负责|分管)的(?P<list>[^。；]{2,200}?)(?:方面)?(?:的)?工作[^。；，]{0,16}?"
    r"(?:调整|交|移交)(?:为|由|给)(?P<by>[^，。；]{2,4}?)(?:同志)?(?:临时|暂时?)?(?:代管|代为分管)"
)
# 区水务局由副区长李敏同志代管: what is given stands before who has it
_GIVEN = re.compile(r"(?:[\u4e00-\u9fff]{2,4}(?:同志)?(?:分管|负责|联系)的)?(?P<list>[^，。；：由]{2,120}?)(?:暂)?由(?P<by>[^，。；：、由]{2,24})")
# 李敏同志不再分管区信访局，改由王涛同志 + 分管; 原由李敏同志分管的党建工作，由王涛同志 + 代管
_TURNED = re.compile(
    r"(?:不再(?:分管|负责|联系|代管)|由[^，。；]{2,12}?(?:分管|负责|联系)的)(?P<list>[^，。；]{2,120}?)(?:方面)?(?:的)?(?:工作)?，"
    r"(?:改|现|暂|转|调整为|临时)*由(?P<by>[^，。；：、由]{2,24})(?:临时|暂时?)?$"
)
_GIVEN_AS = {"代管": "acting", "分管": "oversees", "负责": "responsible", "联系": "liaises"}
# 各位副县长负责分管领域内的安全生产: of no one leader
_EVERYBODY = re.compile(r"(?:各位|各副|全体|其他|其余|所有|(?:领导)?班子(?:其他)?成员|[\u4e00-\u9fff]{0,6}领导(?:同志)?(?:按照|根据|要|应))")
_BOUNDARY = re.compile(r"[。；，（：）、]")
# a label of a division speaks of the same leader
_SAME = re.compile(r"(?:工作)?(?:分工|职责|分工情况)[：]?$|其$|电话：?〔?略?〕?$|\d$")
_HELPED = re.compile(r"协助[^，。；、]{2,14}$")
_NO_DUTY = re.compile(r"[局委办厅部院]|镇|街道|单位|中心|公司")
# 职务：, 出生年月： on the page of a leader
_PARTICULARS = re.compile(r"职务|现任|曾任|出生|性别|民族|学历|籍贯|政治面貌|办公(?:电话|地址)|联系(?:电话|方式)|电话|邮箱|简历")
# 兼区公安局局长，负责公安工作: of the person spoken of
_ALSO = re.compile(r"^(?:同时)?兼任?[^，。；]{2,40}[长任记席]")
# 办公室工作职责: what follows is of a unit
_UNITS = re.compile(r"[局委办厅部院处科室股站所队心](?:的)?(?:工作|主要)?(?:职责|职能)[：。]?$|机构设置")
_DIVIDED = re.compile(r"(?<=同志)(?:的)?(?:工作)?分工(?:临时)?(?:作如下)?(?:调整|明确)?(?:为|如下|是)?$")
_LEADERS = ("分管", "协管", "包联", "包保", "包抓", "挂联", "挂点")  # what nobody but a leader does
_SHORT = 2  # a name of two characters may be other words
# 李敏同志在分管原工作的基础上，增加…; 李敏同志（副县长）按分工抓好有关工作，联系…: who is spoken of though no duty is told of him at once
_HEADS = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})同志(?:（[^（）]{2,40}）|(?:仍|还)?在[^，。；]{2,30}(?:基础上|同时)，)")
_FAR = 400
_HEAD = 30  # characters of a post and a name at the head of a line
_POSTED = re.compile(rf"(?:{POST_END.pattern})$")
_POST = 16  # characters in which the post behind a name ends


@dataclass(frozen=True, slots=True)
class Duty:
    """What one verb says of one leader: `list` are the words for what it is about."""

    person: str
    relation: str
    span: Span
    list: Span
    whole: bool = False


def duties(notice: Notice, skipped: list[Span]) -> Iterator[Duty]:
    """Every duty of a leader, in the order of the text; `skipped` are tables read otherwise."""
    words, gaps = notice.words, notice.gaps
    members = [entry.span for entry in rosters(notice) if entry.how == "roster"]
    title = notice.head.title_span
    person, last = "", 0
    named = iter(cards(notice))
    card = next(named, None)
    for sentence in (part for whole in sentences(notice) for part in _by_person(notice, whole)):
        if any(table.holds(sentence) for table in skipped) or (title and title.holds(sentence)):
            continue
        while card and card.span.start < sentence.end:
            person, last, card = card.name, sentence.end, next(named, None)
        if unit_at(notice, sentence.end - 1):  # 办公室：负责文电…, on the page of an agency behind its leaders
            person = ""
            continue
        if person and sentence.start - last > _FAR:
            person = ""
        if not _DUTY.search(words, sentence.start, sentence.end):
            short = len(sentence) <= 80
            told = (subject_of(words, gaps, sentence) or _profiled(words, sentence) or set_apart(words, gaps, sentence)) if len(sentence) <= 200 else ""
            if told and any(sentence.start <= member.start < sentence.end for member in members):
                person = ""
            elif told:
                person, last = told, sentence.end
            elif _PARTICULARS.match(words, sentence.start):
                continue
            elif _UNITS.search(words, sentence.start, sentence.end):
                person = ""
            elif not short or (_NO_DUTY.search(words, sentence.start, sentence.end) and len(sentence) > 12):
                person = person if "现任" in words[sentence.slice] or (not short and _profiled(words, sentence)) else ""
            continue
        person = yield from in_range(notice, person, sentence)
        last = sentence.end


def _by_person(notice: Notice, sentence: Span) -> Iterator[Span]:
    """A list without signs at the end of its lines, person by person: `王涛 局长 主持全面工作 | 李敏 副局长 分管…`."""
    words, gaps = notice.words, notice.gaps
    start = sentence.start
    for line in BREAK.finditer(gaps, sentence.start + 1, sentence.end):
        at = line.start()
        sizes = (n for n in (2, 3) if at + n < sentence.end and is_name(words[at : at + n]))
        headed = any(gaps[at + n] and POST_END.search(words, at + n, min(sentence.end, at + n + _POST)) for n in sizes)
        apart = 0 if headed else next((i for i in range(at + 2, min(sentence.end, at + _HEAD)) if gaps[i]), 0)
        titled = any(_titled(notice, at, i, sentence.end) for i in range(at + 2, min(sentence.end - 3, at + _HEAD)))
        if headed or titled or (apart and _DUTY.match(words, apart) and subject_of(words, gaps, Span(at, apart))):  # 副局长李敏 分管…
            yield Span(start, at)
            start = at
    yield Span(start, sentence.end)


def _titled(notice: Notice, start: int, at: int, end: int) -> bool:
    """A line that begins with a post and a name before a colon: 党委副书记 王涛：."""
    words = notice.words
    named = any(words.startswith("：", at + n) and at + n < end and is_name(words[at : at + n]) for n in (2, 3))
    return named and notice.gaps[at] > 0 and _POSTED.search(words, start, at) is not None


def _profiled(words: str, sentence: Span) -> str:
    """`周某，男，汉族，…`: the page of a leader."""
    found = PROFILE.search(words, sentence.start, min(sentence.end, sentence.start + 60))
    if not found:
        return ""
    said = found["said"].removesuffix("同志")
    return next((said[-n:] for n in (3, 2, 4) if len(said) >= n and is_name(said[-n:])), "")


def in_range(notice: Notice, person: str, span: Span) -> Generator[Duty, None, str]:
    """The duties that a range states; `person` is spoken of when it begins, who is spoken of at its end is returned."""
    words = notice.words
    at = span.start
    label = LABEL.match(words, at, span.end)
    if _EVERYBODY.match(words, label.end() if label else at, span.end):
        return ""
    heads = _HEADS.match(words, label.end() if label else at, span.end)
    person = heads["name"] if heads and is_name(heads["name"]) else person
    moved = MOVED.search(words, span.start, span.end)
    if moved and is_name(moved["by"]):
        yield Duty(moved["by"], "acting", Span(*moved.span()), Span(*moved.span("list")))
        person, at = moved["by"], moved.end()
    while found := _DUTY.search(words, at, span.end):
        given = _given(notice, at, found, span.end) or _turned(notice, span, found)
        if given:
            yield given
            person, at = given.person, found.end()
            continue
        named = "" if found["tends"] and "工作" not in words[found.end() : found.end() + 24] else person  # who 抓 is named with it
        said = None if "牵头" in found[0] else _subject(notice, span.start, at, found.start(), named)
        if said and found["no"]:  # 李敏不再分管教育，改为分管卫生
            person, at = said, found.end()
            continue
        if said is None:
            helped = CUES["assists"].match(words, found.start("verb"), span.end)  # 协助王涛同志抓…: what follows is not his
            at = helped.end() if helped and helped["whom"] else found.end()
            continue
        person = said
        duty = _read(words, person, found.start("verb"), span.end) or _read(words, person, found.start(), span.end)
        if duty is None:
            at = found.end()
            continue
        yield duty
        at = duty.span.end
    return person


def _given(notice: Notice, since: int, found: re.Match[str], end: int) -> Duty | None:
    """`区水务局由副区长李敏同志代管`: a verb with nothing behind it, what it is about before 由."""
    words, at = notice.words, found.start()
    relation = _GIVEN_AS.get(found["verb"])
    if relation is None or (found.end() < end and words[found.end()] not in "，。；"):
        return None
    start = max(since, *(words.rfind(sign, since, at) + 1 for sign in "，。；："))
    said = _GIVEN.fullmatch(words, start, at)
    person = subject_of(words, notice.gaps, Span(*said.span("by"))) if said else ""
    return Duty(person, relation, Span(start, found.end()), Span(*said.span("list"))) if said and person else None


def _turned(notice: Notice, span: Span, found: re.Match[str]) -> Duty | None:
    """`李敏同志不再分管区信访局，改由王涛同志分管`: what is given stands in the clause before."""
    relation = _GIVEN_AS.get(found["verb"])
    if relation is None or (found.end() < span.end and notice.words[found.end()] not in "，。；"):
        return None
    said = _TURNED.search(notice.words, max(span.start, found.start() - _FAR), found.start())
    person = subject_of(notice.words, notice.gaps, Span(*said.span("by"))) if said else ""
    return Duty(person, relation, Span(said.start(), found.end()), Span(*said.span("list"))) if said and person else None


def _read(words: str, person: str, at: int, end: int) -> Duty | None:
    for relation, cue in CUES.items():
        found = cue.match(words, at, end)
        group = next((g for g in ("list", "list2", "plain") if g in cue.groupindex and found and found[g] is not None), "")
        if found and group:
            stop = _unbalanced(words, *found.span(group))
            return Duty(person, relation, Span(found.start(), max(stop, found.start() + 2)), Span(found.start(group), stop), group == "plain")
    return None


def _unbalanced(words: str, start: int, end: int) -> int:
    """A list in brackets ends with its bracket."""
    depth = 0
    for at in range(start, end):
        depth += (words[at] == "（") - (words[at] == "）")
        if depth < 0:
            return at
    return end


def _subject(notice: Notice, first: int, since: int, at: int, person: str) -> str | None:
    """Whose duty begins at a place: a name, the person spoken of, or None where it is no leader's."""
    words, gaps = notice.words, notice.gaps
    start = max(since, at - 90)
    end = at
    while end > start and words[end - 1] in "，：":
        end -= 1
    if divided := _DIVIDED.search(words, start, end):  # 王涛同志分工调整为：
        end = divided.start()
    before = words[start:end]
    if not before.strip("（。；、），"):
        return person or None
    if _HELPED.search(before):  # 协助王涛同志负责
        return person or None
    if before.endswith("同志"):
        return name_at_end(words, gaps, start, end - 2, comrade=True) or None
    cuts = [start, *(start + m.end() for m in _BOUNDARY.finditer(before) if m.end() < len(before))]
    for cut in reversed(cuts):
        if end - cut > 60:
            break
        named = subject_of(words, gaps, Span(cut, end))
        # a name alone counts only where the sentence begins with it
        alone = len(named) == len(words[cut:end].strip("，：、（"))
        apart = gaps[at] > 0 or end < at or words[at : at + 2] in ("主持", "领导")
        apart = apart or "分工" in notice.head.title or (len(named) > _SHORT and words[at : at + 2] in _LEADERS)
        # 王克勤包联A项目，李望山包联B项目; 王涛，主持县委全面工作；李敏，分管组织
        turn = since > first and ((words[cut - 1] in "，；" and len(named) > _SHORT) or (words[cut - 1] == "；" and end < at))
        if named and (cut == start or words[cut - 1] != "、") and (not alone or (cut == first and apart) or turn):
            return named
    name = name_at_end(words, gaps, start, end)
    if name and end - len(name) > first and (words[end - len(name) - 1] not in "，。；：（）、" or words[at - 1] == "："):
        return name
    if words[at - 1] in "，（。；、）" or _SAME.search(before) or at == first:
        return (person or None) if not _foreign(before, first == since) else None
    label = LABEL.match(words, start, end)
    return (person or None) if label and label.end() >= end else None


def _foreign(before: str, opens: bool) -> bool:
    """A clause of the sentence that speaks of an agency before the first duty: 区教育局…，负责…."""
    return opens and bool(_NO_DUTY.search(_ALSO.sub("", before)))
