"""Where in a notice a decision about the notice itself is said: under its title, in its opening, not in the rules it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.mentions.date import ANY_DATE
from kg.model import Gap, Notice, Span

# the first item, or any where the text is a piece of one: 第八条
_FIRST_ITEM = re.compile(r"一、|第[一二三四五六七八九十百]{1,5}[条章]|（[一二三四五六七八九十]{1,3}）|1[.．、](?!\d)")
_CLAUSE = re.compile(r"(?:[^，。；：！？（）]|（扩大）)+")
# where a line ends that has no sign: 实施日期：20020401 | 2002年3月29日, …第三次会议通过 | 第一条
# the house in a line of its own above its words: …常务委员会 | 《…办法》已由…通过
_EDGE = re.compile(r"(?<=\d)(?=\d)|(?<=通过|批准|修正|修订|照办|照发)|(?<=[会府委厅局部院办])(?=《)")
# the note itself, where line breaks are lost: 2020年3月26日岚江省…常务委员会第十八次会议通过 + 第一条
_NOTE = re.compile(rf"{ANY_DATE}[^《》]{{4,60}}会议(?:[^《》]{{0,20}}《[^《》]{{4,60}}》)?[^《》]{{0,8}}(?:通过|批准|修正|修订)")
_ON = re.compile("[的了后并与和或《]")
_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of a notice; `own` is the notice's own words (not those of a text it carries), `opening` what stands before items."""

    span: Span
    own: bool
    opening: bool


def zones(notice: Notice) -> Iterator[Zone]:
    """The ranges in which decisions count, in order."""
    printed = sorted((one.span for one in notice.head.carried if one.printed), key=lambda one: one.start)
    end = printed[0].start if printed else len(notice.words)
    yield from _parts(notice, Span(_start(notice) if _before_all(notice) else 0, end), own=True)
    for span in printed:
        yield from _parts(notice, span, own=False)


def _start(notice: Notice) -> int:
    """Where the words of a notice begin behind its title and what of its head follows: …主席令 第九号 | 《…法》已由…."""
    head, at = notice.head, notice.head.title_span.end
    if notice.words.startswith("（", head.title_span.start):  # a page without a title: its note stands first
        return head.title_span.start
    while following := [one for one in (head.number_span, head.addressees_span) if one is not None and one.start == at and one.end > at]:
        at = following[0].end
    return at


def _before_all(notice: Notice) -> bool:
    return notice.head.title_span.start < 200


def _parts(notice: Notice, span: Span, own: bool) -> Iterator[Zone]:
    items = (hit.start() for hit in _FIRST_ITEM.finditer(notice.words, span.start, span.end))
    first = next((at for at in items if at == span.start or notice.words[at - 1] in "。：:；）" or notice.gaps[at] >= Gap.LINE), span.end)
    stop = min(first, span.start + _LONGEST)
    yield Zone(Span(span.start, stop), own, True)
    if own and stop < span.end:
        yield Zone(Span(stop, span.end), own, False)


def clauses_in(notice: Notice, span: Span) -> Iterator[Span]:
    """The pieces of a range between its signs, and between lines that end without one, in figures or in the verb of a note; a note
    under a title is one even where its line is lost."""
    for found in _CLAUSE.finditer(notice.words, span.start, span.end):
        start = found.start()
        for edge in _EDGE.finditer(found[0]):
            at = found.start() + edge.start()
            if start < at < found.end() and (notice.gaps[at] >= Gap.LINE or _is_note(notice.words, start, at)):
                yield Span(start, at)
                start = at
        yield Span(start, found.end())


def _is_note(words: str, start: int, end: int) -> bool:
    return bool(_NOTE.fullmatch(words, start, end)) and not _ON.match(words, end)
