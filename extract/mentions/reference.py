"""References to other texts: 《title》 with its number, a number alone, a title or a law without 《》.

>>> [(r.title, r.number) for r in references_in("根据《物业管理条例》（国务院令第504号）和岚政发〔2018〕3号文件")]
[('物业管理条例', '国务院令第504号'), (None, '岚政发〔2018〕3号')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

from extract.mentions.number import Number, numbers_in
from extract.mentions.title import Title, about_in, laws_in, titles_in

_BRACKET = re.compile(r"（[^（）]{0,80}(?:（[^（）]{0,30}）[^（）]{0,60}){0,2}）")
_SHORT = re.compile(r"(?:以?下?统?简称|以下称|下称)(?:为|：)?[“《〈]?(?P<short>[^“”《》〈〉（），。]{1,20})")
_STATE = re.compile(r"（[^（）]{0,12}(?:试行|暂行|修订|修正|草案|征求意见稿|版|年)[^（）]{0,6}）")


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that is named.

    `span` is all of it, with marks, brackets and number; `title_span` the title alone; `short` the short name that is given
    to it there (以下简称《纲要》); `form` how it is named: `marked` 《》, `number` alone, `about` (关于…的通知), `law`.
    """

    span: Span
    title: str | None
    number: str | None
    title_span: Span | None = None
    short: str | None = None
    form: str = "marked"


def references_in(words: str, span: Span | None = None) -> list[Reference]:
    """Every reference of a range, in order, none inside another (but a 《title》 inside a 关于…的函)."""
    within = span or Span(0, len(words))
    numbers = list(numbers_in(words, within))
    found: list[Reference] = []
    for title in titles_in(words, within):
        if not found or title.span.start >= found[-1].span.end:
            found.append(_read(words, title, "marked", numbers, within))
    marked = list(found)
    for title in about_in(words, within):
        if not _inside(title.span.start, marked) and not _inside(title.span.end - 1, marked):
            found.append(_read(words, title, "about", numbers, within))
    found += [
        _read(words, law, "law", numbers, within) for law in laws_in(words, within) if not _inside(law.span.start, found)
    ]
    for number in numbers:
        if not _inside(number.span.start, found):
            found.append(Reference(number.span, None, number.number, form="number"))
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _inside(at: int, references: list[Reference]) -> bool:
    return any(one.span.start <= at < one.span.end for one in references)


def _read(words: str, title: Title, form: str, numbers: list[Number], within: Span) -> Reference:
    """A title with what its brackets tell."""
    end, number, short = title.span.end, None, None
    for bracket in _brackets(words, end, within.end):
        inside = next((one for one in numbers if bracket.start <= one.span.start < bracket.end), None)
        named = _SHORT.search(words, bracket.start, bracket.end)
        if not (inside or named or _STATE.match(words, bracket.start)):
            break
        number = number or (inside.number if inside else None)
        short = short or (named["short"] if named else None)
        end = bracket.end
    start = title.span.start
    if number is None:
        number, start, end = _tight(numbers, Span(start, end))
    return Reference(Span(start, end), words[title.inner.slice], number, title.inner, short, form)


def _tight(numbers: list[Number], span: Span) -> tuple[str | None, int, int]:
    """A number that stands directly before or after a title, and the range of both."""
    for one in numbers:
        if one.span.start == span.end:
            return one.number, span.start, one.span.end
        if one.span.end == span.start:
            return one.number, one.span.start, span.end
    return None, span.start, span.end


def _brackets(words: str, at: int, limit: int) -> Iterator[Span]:
    while bracket := _BRACKET.match(words, at, limit):
        yield Span(*bracket.span())
        at = bracket.end()


