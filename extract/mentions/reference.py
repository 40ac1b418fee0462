"""References to other texts: 《title》 with its number, a number alone, a title or a law without 《》.

>>> [(r.title, r.number) for r in references_in("根据《物业管理条例》（国务院令第504号）")]
[('物业管理条例', '国务院令第504号')]
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.mentions.number import Number, numbers_in
from extract.mentions.title import Title, about_in, laws_in, otherwise_marked_in, title_before, titles_in
from kg.model import Span

_BRACKET = re.compile(r"（[^（）]{0,80}(?:（[^（）]{0,30}）[^（）]{0,60}){0,2}）")
_SHORT = re.compile(r"(?:以?下?统?简称|以下称|下称)(?:为|：)?[“《〈]?(?P<short>[^“”《》〈〉（），。]{1,20})")
# before a number: 信访规定（省政府令第114号）, 就业训练办法（1986年9月24日岚政〔1986〕102号公布施行）
_OPENED = re.compile(r"（(?:\d{4}年\d{1,2}月\d{1,2}日)?$")
_DAY = 12
_PAPER = ("", "文", "文件")  # between a number and the title behind it
_STATE = re.compile(r"（[^（）]{0,12}(?:试行|暂行|修订|修正|草案|征求意见稿|版|年)[^（）]{0,6}）")


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that is named.

    `span` is all of it, with marks, brackets and number; `title_span` the title alone; `short` the short name
    that is given to it there (以下简称《纲要》); `form` how it is named: `marked` 《》, `number` alone, `about`
    (关于…的通知), `law`, `plain` (信访规定（省政府令第114号）).
    """

    span: Span
    title: str | None
    number: str | None
    title_span: Span | None = None
    short: str | None = None
    form: str = "marked"


def references_in(
    words: str, span: Span | None = None, stops: Sequence[int] = (), cells: Sequence[int] = ()
) -> list[Reference]:
    """Every reference of a range, in order; only a 《title》 inside a 关于…的函 lies inside another.

    `stops` are the ends of sentences, `cells` those of table cells, where they are known: a title without 《》 does not
    cross the ones, a number not the others.
    """
    within = span or Span(0, len(words))
    numbers = list(numbers_in(words, within, cells))
    starts = [number.span.start for number in numbers]

    def read(title: Title, form: str) -> Reference:
        end, number, short = _brackets(words, title.span.end, within.end, numbers, starts)
        range_ = Span(title.span.start, end)
        if number is None:
            number, range_ = _tight(words, numbers, starts, range_)
        return Reference(range_, words[title.inner.slice], number, title.inner, short, form)

    marked: list[Reference] = []
    for title in titles_in(words, within):
        if not marked or title.span.start >= marked[-1].span.end:
            marked.append(read(title, "marked"))
    covers = _Covers(marked)
    found = list(marked)
    for title in about_in(words, within, stops):
        if not covers.hold(title.span.start) and not covers.hold(title.span.end - 1):
            found.append(read(title, "about"))
    covers = _Covers(found)
    found += [read(one, "marked") for one in otherwise_marked_in(words, within) if not covers.hold(one.span.start)]
    covers = _Covers(found)
    found += [read(law, "law") for law in laws_in(words, within) if not covers.hold(law.span.start)]
    covers = _Covers(found)
    for number in numbers:
        if covers.hold(number.span.start):
            continue
        opened = _OPENED.search(words, max(within.start, number.span.start - _DAY), number.span.start)
        before = stops[: bisect_left(stops, opened.start())] if opened else []
        plain = title_before(words, opened.start(), before[-1] if before else within.start) if opened else None
        if plain and not covers.hold(plain.span.start):
            found.append(read(plain, "plain"))
        else:
            found.append(Reference(number.span, None, number.number, form="number"))
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


class _Covers:
    """Whether a place lies in one of many ranges."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, references: list[Reference]) -> None:
        spans = sorted(one.span for one in references)
        self._starts = [span.start for span in spans]
        self._ends: list[int] = []  # the furthest end of a range that starts here or before
        for span in spans:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def hold(self, at: int) -> bool:
        i = bisect_right(self._starts, at)
        return i > 0 and at < self._ends[i - 1]


def _brackets(
    words: str, at: int, limit: int, numbers: list[Number], starts: list[int]
) -> tuple[int, str | None, str | None]:
    """Where the brackets behind a title end, with the number and the short name that they give."""
    number, short = None, None
    for bracket in _pairs(words, at, limit):
        i = bisect_left(starts, bracket.start)
        inside = numbers[i] if i < len(numbers) and starts[i] < bracket.end else None
        named = _SHORT.search(words, bracket.start, bracket.end)
        if not (inside or named or _STATE.match(words, bracket.start)):
            break
        number = number or (inside.number if inside else None)
        short = short or (named["short"] if named else None)
        at = bracket.end
    return at, number, short


def _pairs(words: str, at: int, limit: int) -> Iterator[Span]:
    while bracket := _BRACKET.match(words, at, limit):
        yield Span(*bracket.span())
        at = bracket.end()


def _tight(words: str, numbers: list[Number], starts: list[int], span: Span) -> tuple[str | None, Span]:
    """A number that stands directly before or after a title, and the range of both: 岚煤规〔2013〕2号文件《矿井评审办法》."""
    i = bisect_left(starts, span.end)
    if i < len(numbers) and starts[i] == span.end:
        return numbers[i].number, Span(span.start, numbers[i].span.end)
    i = bisect_left(starts, span.start) - 1
    if i >= 0 and words[numbers[i].span.end : span.start] in _PAPER:
        return numbers[i].number, Span(numbers[i].span.start, span.end)
    return None, span
