"""The division of work among leaders: who leads, is responsible for, oversees, liaises with, assists, acts for what.

`王涛同志 领导区政府全面工作。负责审计工作。分管：区审计局。联系：区人大常委会、区政协。` is five facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.leaders.division import CUES as DUTIES
from extract.leaders.division import Duty, in_range
from extract.leaders.shares import shares, told
from extract.leaders.tables import HEADER, RUN_TOGETHER, pairs
from extract.leaders.targets import Target, agencies, fields
from extract.mentions.agency import agencies_in
from extract.mentions.person import is_name
from extract.rosters import rosters
from extract.rosters.agencies import named
from extract.units.charter import charter
from kg.model import Finding, Notice, Refusal, Span

# who has a duty, right before the verb: 王涛同志分管, 副区长李敏：负责, 王涛（区长）：领导
_POST = r"(?:[省市州区县旗乡镇街校院局]长|书记|主任|主席|常委|[党组]组?成员|委员)"
_WHO = rf"(?:同志|{_POST}(?P<name>[\u4e00-\u9fff]{{2,3}})|（[^（）]{{0,12}}{_POST}）)[：，]?"
CUES = {
    **{relation: re.compile(rf"{_WHO}(?!负责的)(?:{duty.pattern})") for relation, duty in DUTIES.items()},
    "table": re.compile(rf"姓名(?:职务)?(?!联系(?:电话|方式))(?:{HEADER.pattern})|{RUN_TOGETHER.pattern}"),
}
# 主持局全面工作, 主持委机关工作
_OWN = re.compile(r"(?:本|我)?(?:[局委厅部院校办]|学校|医院|公司|集团|学院|中心)?(?:机关)?")
_NEAR = 120


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Facts in the order of the text."""
    yield from _nameless(notice)
    counted = set(shares(notice))
    members = [entry.span for entry in rosters(notice)]
    for duty in told(notice):
        if notice.words[duty.span.start - 1 : duty.span.start] == "（" and any(span.holds(duty.span) for span in members):
            continue  # a member of a roster: 王涛 区人大办主任（主持财政工作）
        for finding in _findings(notice, duty):
            yield finding if duty in counted else Refusal(finding.span, finding.rule, "one duty of one person is no division of work")
    yield from _tabled(notice)


def _nameless(notice: Notice) -> Iterator[Refusal]:
    """Rules of procedure: 副市长按分工负责分管工作."""
    for relation in DUTIES:
        for hit in CUES[relation].finditer(notice.words):
            if hit["name"] and not is_name(hit["name"]):
                yield Refusal(Span(*hit.span()), f"portfolio.{relation}", "no person is named with the post")


def _tabled(notice: Notice) -> Iterator[Finding]:
    for pair in pairs(notice):
        if not pair.relation:
            for duty in in_range(notice, pair.name, pair.span):
                yield from _findings(notice, duty)
            continue
        cell = Target(notice.words[pair.span.slice], pair.span)
        for target in list(agencies(notice.words, pair.span, notice.head.jurisdiction)) or [cell]:
            yield _finding(notice, pair.name, pair.relation, target, target.span, "table")


def _findings(notice: Notice, duty: Duty) -> Iterator[Finding]:
    """One fact for each thing that a duty lists."""
    for target in _targets(notice, duty):
        evidence = Span(duty.span.start, max(target.span.end, duty.span.start + 2))
        near = evidence if len(evidence) <= _NEAR else target.span
        yield _finding(notice, duty.person, duty.relation, target, near, duty.relation)


def _targets(notice: Notice, duty: Duty) -> Iterator[Target]:
    words = notice.words
    said = words[duty.list.slice]
    if duty.relation == "leads":
        led = said.removesuffix("的")
        led = (_own(notice) or led) if _OWN.fullmatch(led) else led
        if led:
            yield Target(led, duty.list, agency=True)
    elif duty.relation in ("responsible", "acting"):
        yield from fields(words, duty.list)
    elif duty.whole or (duty.relation == "assists" and said.endswith("工作") and "、" not in said):
        yield Target(said, duty.list)
    else:
        yield from agencies(words, duty.list, notice.head.jurisdiction)


def _own(notice: Notice) -> str:
    """What is led where the text says no more than 主持全面工作: the one agency that gives the notice."""
    issuers, about = notice.head.issuers, charter(notice)
    if not issuers and about:
        return about.mention
    titled = agencies_in(notice.head.title)[:1]
    return issuers[0].mention if len(issuers) == 1 else titled[0].words if titled and not titled[0].group else ""


def _finding(notice: Notice, person: str, relation: str, target: Target, span: Span, cue: str) -> Finding:
    value = named(target.words, notice.head, group=target.group) if target.agency else target.words
    return Finding({"person": person, "relation": relation, "target": value}, span, f"portfolio.{cue}", 0.95)
