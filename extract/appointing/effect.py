"""The day on which a post is taken or left, where the text tells one."""

from __future__ import annotations

import re

from extract.memo import per_notice
from extract.mentions.date import dates_in
from extract.sentences import clauses
from kg.model import Notice, Span

_FROM = re.compile(
    r"(?:任职|任期|聘任|聘期|试用|挂职|免职|职务|起算|任免)?(?:时间|起始|期限|起)?(?:从|自|由|为|：)$|(?:任职|聘任|免职|任免)时间$"
)
# 新华社临澜3月12日电, 4月14日，市人大常委会召开
_DATELINE = re.compile(
    r"(?<![年\d])(1[0-2]|[1-9])月([12]\d|3[01]|[1-9])日(?:[电讯]|(?:[上下]午)?，?[^。；，]{0,30}(?:会议|召开|举行|决定|表决))"
)
# 自市政府决定之日（2019年7月3日）起算
_DECIDED = re.compile(r"[从自][^，。；：（）]{2,14}之日（$")
_THEN = re.compile("，?")
_TO = ("至", "到", "—", "-", "–")  # 2016年5月至2019年6月: when a term ended
_UNTIL = re.compile(r"[日月年]?）?(?:起|算起|开始|之日起|计算|至(?=\d))")


def effect(notice: Notice, sentence: Span, moves: list[Span]) -> str | None:
    """The day of a sentence; where the notice has no date, the day on which it was decided or reported.

    In 任命A为…；任命B为…，任职时间从2019年1月算起 the day is that of the last ；-clause alone; in a clause without a move, that of all.
    """
    parts = clauses(notice, sentence)
    shared = [part for part in parts if not any(part.meets(move) for move in moves)] if len(parts) > 1 and moves else parts
    said = next((day for part in shared if (day := stated(notice, part))), None)
    said = said or _on_that_day(notice, sentence, moves)
    if said or notice.head.date:
        return said
    dates = dates_in(notice.words, sentence)
    return next((date.iso for date in dates if len(date.iso) == 10), None) or _told(notice)


def _on_that_day(notice: Notice, sentence: Span, moves: list[Span]) -> str | None:
    """2018年6月，王海涛任区水务局局长: the day before whom is moved, with nothing between."""
    found = dates_in(notice.words, sentence) if len(moves) == 1 else []
    words = notice.words
    begins = (one for one in found if words[one.span.start - 1 : one.span.start] not in _TO)
    return next((one.iso for one in begins if _THEN.fullmatch(words, one.span.end, max(one.span.end, moves[0].start))), None)


def stated(notice: Notice, span: Span) -> str | None:
    """任职时间从2019年1月算起 → 2019-01."""
    words = notice.words
    for date in dates_in(words, span):
        before = words[max(span.start, date.span.start - 10) : date.span.start]
        after = words[date.span.end : date.span.end + 6]
        decided = _DECIDED.search(words, max(span.start, date.span.start - 20), date.span.start)
        if (decided or _FROM.search(before)) and (_UNTIL.match(after) or "时间" in before):
            return date.iso
    return None


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
    told = near[0] if near else tail[0].iso if tail else None
    wired = _DATELINE.search(words, 0, min(len(words), head.title_span.end + 260)) if told else None
    day = f"{int(wired[1]):02}-{int(wired[2]):02}" if wired else ""
    # printed on the day of the wire or soon after, perhaps in the new year
    return f"{int(told[:4]) - (day > told[5:])}-{day}" if told and day else told
