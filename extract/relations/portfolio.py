"""The division of work among leaders: who leads, is responsible for, oversees, liaises with, assists, acts for what.

`王涛同志 领导区政府全面工作。负责审计工作。分管：区审计局。联系：区人大常委会、区政协。` is five facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.leaders.subjects import DUTY, subject_at
from extract.leaders.tables import HEADER, paired_tables, pairs
from extract.leaders.targets import Target, agencies, fields
from extract.mentions.person import is_name
from extract.rosters import rosters
from extract.rosters.agencies import named
from extract.sentences import sentences
from kg.model import Finding, Notice, Refusal, Span

_THEN = r"(?=[。；！]|[，、]?(?:并|同时|还|具体|临时|暂时|牵头)*(?:负责|分管|主管|联系(?!群众|实际)|协助|协管|代管|主持|挂[点钩]|完成|承担)|）?$)"
_LIST = rf"(?P<list>[^。；]{{2,900}}?){_THEN}"
CUES = {
    "leads": re.compile(r"(?:全面)?(?:领导|主持|负责)(?P<list>[^，。；：、]{0,24}?)(?:的)?(?:全面|全盘)(?:行政|党政|日常)?工作|(?:领导|主持)(?P<list2>[^，。；：、]{1,24}?(?:党委|党组|党工委|行政|党支部|党总支))(?:的)?工作"),
    "responsible": re.compile(rf"(?:具体|主要|全面)?(?:负责(?!制|人|同志)|主管(?!部门负责|领导|副)|主抓)(?:部门|工作|领域)?[：]?{_LIST}"),
    "oversees": re.compile(rf"(?:分管(?!负责|领导|副|的|同志|行业)|协管|主管|直管|直接分管)(?:部门|单位|工作|领域|科室|处室|股室|机构|企业|口|战线)?(?:[：]|(?:的)?(?:为|是|有)：?)?{_LIST}"),
    "liaises": re.compile(rf"(?:挂[点钩])?(?:联系|包联|包保|包抓|挂联|包挂|挂点|挂钩)(?!电话|人|方式|群众|实际|地址|我们|制度|点[：]?\d)(?:部门|单位|工作|领域|镇街|乡镇|街道|村|社区|企业|点|镇|乡)?[：]?{_LIST}"),
    "assists": re.compile(rf"协助(?P<whom>[^，。；、：]{{0,16}}?)(?:负责|分管|管理|联系|抓好|抓|做好|处理|主持|协调|协管|领导|搞好|开展){_LIST}|协助(?P<plain>[^，。；、：]{{1,14}}?工作)(?=[，。；、）]|$|抓|分管|负责)"),
    "acting": re.compile(rf"(?:临时|暂时?)?代管{_LIST}"),
    "table": HEADER,
}
# 原由A同志负责的X工作临时调整为B同志代管
_MOVED = re.compile(
    r"(?:原)?由[^，。；（）]{2,12}(?:负责|分管)的(?P<list>[^。；]{2,200}?)(?:方面)?(?:的)?工作[^。；，]{0,16}?(?:调整|交|移交)(?:为|由|给)(?P<by>[^，。；]{2,4}?)(?:同志)?(?:临时|暂时?)?(?:代管|代为分管)"
)
_GATE = re.compile(r"分管|全面工作|代管|协管|包村|联系点|主持[^，。；]{1,20}工作|协助[^，。；]{1,10}(?:工作|负责)")
_DIVISION = re.compile(r"分工|简介|领导成员|领导班子|领导信息|工作职责|全面工作|职责调整")
_STARTS = re.compile(r"(?:[（，。；：、]|并|同时|还|另|继续|主要|具体|临时|暂时?|工作分工：?|分工：?|其)*")
# words with which a sentence may begin and still speak of the same leader
_GOES_ON = re.compile(r"(?:领导(?!小组|干部|班子|同志|机构)|主持|全面|负责|主管|主抓|分管|协管|直管|直接|联系|包|挂|协助|代管|临时|暂|完成|承担|兼|并|同时|还|具体|牵头|统筹|工作分工|分工|办公|联系电话|电话|邮箱|传真|现任|曾任|（)")
_DUTY_WORD = re.compile(r"领导|主持|负责|分管|主管|主抓|协管|直管|联系|包联|包保|挂联|协助|代管")
# a sentence with a doer of its own ends what was said of a leader
_OTHER = re.compile(r"[局委办厅部院]|镇|街道|单位")
_ORDER = ("leads", "acting", "assists", "oversees", "liaises", "responsible")


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Facts in the order of the text."""
    words = notice.words
    if not _GATE.search(words):
        return
    said = [*_division(notice), *_tabled(notice)]
    relations = {finding.args["relation"] for finding in said}
    divides = bool(_DIVISION.search(words)) or len(relations) > 1
    for finding in said:
        if finding.args["relation"] in ("responsible", "assists") and not divides:
            yield Refusal(finding.span, finding.rule, "one duty of one person is no division of work")
        else:
            yield finding


def _division(notice: Notice) -> Iterator[Finding]:
    """Sentence by sentence, with the leader spoken of."""
    words, gaps = notice.words, notice.gaps
    members = frozenset(entry.span.start for entry in rosters(notice) if entry.how == "roster")
    tables = paired_tables(notice)
    person, last = "", -1
    every = sentences(notice)
    for i, sentence in enumerate(every):
        if any(table.holds(sentence) for table in tables):
            continue
        duty = _DUTY_WORD.search(words, sentence.start, sentence.end)
        follows = i + 1 < len(every) and _GOES_ON.match(words, every[i + 1].start, every[i + 1].end)
        if not duty and not (len(sentence) <= 80 and follows):
            person = person if len(sentence) <= 80 and not _OTHER.search(words, sentence.start, sentence.end) else ""
            continue
        if person and sentence.start - last > 400:
            person = ""
        moved = _MOVED.search(words, sentence.start, sentence.end)
        if moved and is_name(moved["by"]):
            yield from _findings(notice, moved["by"], "acting", moved)
            yield from _clauses(notice, "", Span(moved.end(), sentence.end))
            continue
        subject = subject_at(words, gaps, sentence)
        start = sentence.start
        if subject and subject.end >= sentence.end and subject.span.start in members:
            subject, person = None, ""
        if subject:
            person, start, last = subject.name, subject.end, subject.end
        elif not _GOES_ON.match(words, _STARTS.match(words, start, sentence.end).end()):  # type: ignore[union-attr]
            inner = _inner(words, gaps, sentence)
            if inner is None:
                person = ""
                continue
            person, start = inner
        if not person:
            continue
        yield from _clauses(notice, person, Span(start, sentence.end))
        last = sentence.end


def _tabled(notice: Notice) -> Iterator[Finding]:
    words, home = notice.words, notice.head.jurisdiction
    for pair in pairs(notice):
        if not pair.relation:
            yield from _clauses(notice, pair.name, pair.span)
            continue
        for target in list(agencies(words, pair.span, home)) or [Target(words[pair.span.slice], pair.span)]:
            yield _finding(notice, pair.name, pair.relation, target, target.span, "table")


_BEGINS = re.compile(r"由(?=[^，。；]{2,40}(?:分管|负责|主管|联系|协助|代管))|，(?=[^，。；]{2,30}(?:同志)?(?:分管|负责|协助|代管|联系|主持))")


def _inner(words: str, gaps: bytes, sentence: Span) -> tuple[str, int] | None:
    """A leader named inside a sentence: …，由副区长李敏分管…."""
    for found in _BEGINS.finditer(words, sentence.start, sentence.end):
        at = found.end()
        subject = subject_at(words, gaps, Span(at, sentence.end)) if at < sentence.end else None
        if subject and DUTY.match(words, subject.end, sentence.end):
            return subject.name, subject.end
    return None


def _clauses(notice: Notice, person: str, span: Span) -> Iterator[Finding]:
    """The duties of one leader in a range; a clause may change the leader: ；由副区长赵某分管…."""
    words, gaps = notice.words, notice.gaps
    at = span.start
    while at < span.end:
        starts = _STARTS.match(words, at, span.end)
        at = starts.end() if starts else at
        if at >= span.end:
            return
        found, relation = None, ""
        for relation in _ORDER if person else ():
            found = CUES[relation].match(words, at, span.end)
            if found and found.end() > at:
                break
            found = None
        if found is None:
            cut = re.compile(r"[，。；（）：]").search(words, at, span.end)
            subject = subject_at(words, gaps, Span(at, span.end)) if words[at - 1] in "，；（" else None
            if subject and DUTY.match(words, subject.end, span.end):
                person, at = subject.name, subject.end
                continue
            at = cut.end() if cut else span.end
            continue
        yield from _findings(notice, person, relation, found)
        at = found.end()


def _findings(notice: Notice, person: str, relation: str, found: re.Match[str]) -> Iterator[Finding]:
    words, home = notice.words, notice.head.jurisdiction
    group = next((name for name in ("list", "list2", "plain") if name in found.re.groupindex and found[name] is not None), "")
    if not group:
        return
    span = Span(*found.span(group))
    targets: Iterator[Target]
    if relation == "leads":
        whole = words[span.slice].removesuffix("的")
        targets = iter([Target(whole, span, agency=True)] if whole else [])
    elif relation in ("responsible", "acting"):
        targets = fields(words, span)
    elif group == "plain" or (relation == "assists" and re.search(r"工作$", words[span.slice]) and "、" not in words[span.slice]):
        targets = iter([Target(words[span.slice], span)])
    else:
        targets = agencies(words, span, home)
    for target in targets:
        evidence = Span(found.start(), max(target.span.end, found.start() + 2))
        near = evidence if len(evidence) <= 120 else target.span
        yield _finding(notice, person, relation, target, near, relation)


def _finding(notice: Notice, person: str, relation: str, target: Target, span: Span, cue: str) -> Finding:
    value = named(target.words, notice.head, group=target.group) if target.agency else target.words
    return Finding({"person": person, "relation": relation, "target": value}, span, f"portfolio.{cue}", 0.95)
