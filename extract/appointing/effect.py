"""The day on which a post is taken or left, where the text tells one."""

from __future__ import annotations

import re

from extract.memo import per_notice
from extract.mentions.date import dates_in
from kg.model import Notice, Span

_FROM = re.compile(
    r"(?:任职|任期|聘任|聘期|试用|挂职|免职|职务|起算|任免)?(?:时间|起始|期限|起)?(?:从|自|由|为|：)$"
)
_UNTIL = re.compile(r"[日月年]?(?:起|算起|开始|之日起|计算)")


def effect(notice: Notice, sentence: Span) -> str | None:
    """任职时间从2019年1月算起 → 2019-01; where the notice has no date, the day on which it was decided or reported."""
    words = notice.words
    dates = dates_in(words, sentence)
    for date in dates:
        before = words[max(sentence.start, date.span.start - 10) : date.span.start]
        after = words[date.span.end : date.span.end + 6]
        if _FROM.search(before) and (_UNTIL.match(after) or "时间" in before):
            return date.iso
    if notice.head.date:
        return None
    return next((date.iso for date in dates if len(date.iso) == 10), None) or _told(notice)


@per_notice
def _told(notice: Notice) -> str | None:
    """The date of a list without a date of its own: under its title, or with its source (来源：… 2018-03-16)."""
    words, head = notice.words, notice.head
    near = [
        date.iso
        for date in dates_in(words, Span(0, min(len(words), head.title_span.end + 80)))
        if len(date.iso) == 10
    ]
    source = re.search(r"来源[:：]", words)
    tail = dates_in(words, Span(source.end(), min(len(words), source.end() + 40))) if source else []
    return near[0] if near else tail[0].iso if tail else None
