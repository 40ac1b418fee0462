"""The shares of work that a notice gives its leaders in running text: told, counted as a division, and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.leaders.division import Duty, duties
from extract.leaders.tables import paired_tables, pairs
from extract.memo import per_notice
from kg.model import Notice, Span

# no leader has a share in a text without one of these words
_GATE = re.compile(
    r"分管|全面工作|代管|协管|同志包|包联|包保|挂联|包村|联系点|"
    r"(?:同志|[长记任席][\u4e00-\u9fff]{2,3})联系(?![人我]|电话|方式)|主持[^，。；]{1,20}工作|协助[^，。；]{1,10}(?:工作|负责)"
)
# 关于区政府领导班子成员安全生产责任制分工的通知
_TITLED = re.compile(r"(?:领导|班子|[长任记员])[^，。；]{0,24}分工")
_DIVISION = re.compile(r"(?<!职责)(?<!任务)分工|简介|领导成员|领导班子|领导信息|全面工作|职责调整")


@per_notice
def told(notice: Notice) -> tuple[Duty, ...]:
    """Every duty that the notice tells of a person, in the order of the text; what tables pair is not among them."""
    gate = _GATE.search(notice.words) or _TITLED.search(notice.head.title or "")
    found = duties(notice, paired_tables(notice)) if gate else ()
    return tuple(sorted(found, key=lambda duty: duty.span.start))


@per_notice
def shares(notice: Notice) -> tuple[Duty, ...]:
    """Those of them that are a share in a division of work: one duty of one person (王涛同志负责联络) is none."""
    said = told(notice)
    if not said:
        return ()
    relations = {duty.relation for duty in said} | {pair.relation for pair in pairs(notice)}
    if _DIVISION.search(notice.words) or relations & {"leads", "oversees", "acting"}:
        return said
    return tuple(duty for duty in said if duty.relation not in ("responsible", "assists"))


def shared(notice: Notice, span: Span) -> bool:
    """Whether a share begins within a range."""
    said = shares(notice)
    at = bisect_left(said, span.start, key=lambda duty: duty.span.start)
    return at < len(said) and said[at].span.start < span.end
