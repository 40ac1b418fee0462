"""References to other texts: 《title》 with its number, a number alone, a title without 《》.

>>> [(r.title, r.number) for r in references_in("根据《物业管理条例》（国务院令第504号）和岚政发〔2018〕3号文件")]
[('物业管理条例', '国务院令第504号'), (None, '岚政发〔2018〕3号')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

from extract.mentions.number import NUMBER, Number, normal, numbers_in

_LONGEST = 240
_OPENERS, _CLOSERS = "《〈", "》〉"
_BRACKET = re.compile(r"（[^（）《》]{0,60}(?:（[^（）]{0,20}）[^（）《》]{0,40})?）")
_BARE = re.compile(r"关于[^，。；：《》]{2,80}?的(?:请示|报告|函|通知|意见|决定|批复|规定|通报|议案|指示|决议)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that is named; `span` is all of it with brackets and number, `title_span` the title without its outer 《》."""

    span: Span
    title: str | None
    number: str | None
    title_span: Span | None = None
    marked: bool = True  # the title stands in 《》


def titles_in(words: str, span: Span | None = None) -> Iterator[Span]:
    """The ranges of 《…》, outermost, with their brackets; nested and unbalanced ones included.

    >>> text = "《关于印发《岚江省节水办法》的通知》和《岚江省〈水法〉办法》"
    >>> [text[found.slice] for found in titles_in(text)]
    ['《关于印发《岚江省节水办法》的通知》', '《岚江省〈水法〉办法》']
    """
    within = span or Span(0, len(words))
    start = words.find("《", within.start, within.end)
    while start >= 0:
        end = _close(words, start, within.end)
        if end is None:
            start = words.find("《", start + 1, within.end)
            continue
        yield Span(start, end)
        start = words.find("《", end, within.end)


def _close(words: str, start: int, limit: int) -> int | None:
    """Where the title that opens at `start` ends."""
    depth, first = 0, None
    for i in range(start, min(limit, start + _LONGEST)):
        sign = words[i]
        if sign == "《":
            if depth == 1 and words[i - 1] in "、和及，":
                return first  # OCR lost the 》 of the one before
            depth += 1
        elif sign == "》":
            depth -= 1
            first = first or i + 1
            if depth == 0:
                return i + 1
        elif sign == "。":
            break
    return first


def references_in(words: str, span: Span | None = None) -> list[Reference]:
    """Every reference of a range, in order."""
    within = span or Span(0, len(words))
    found: list[Reference] = []
    for title in titles_in(words, within):
        inner = Span(title.start + 1, title.end - 1)
        end, number = _number_after(words, title.end, within.end)
        found.append(Reference(Span(title.start, end), words[inner.slice], number, inner))
    taken = [reference.span for reference in found]
    for number_ in numbers_in(words, within):
        if not any(one.start <= number_.span.start < one.end for one in taken):
            found.append(_numbered(words, number_, within.start))
    return sorted(found, key=lambda one: one.span)


def _number_after(words: str, at: int, limit: int) -> tuple[int, str | None]:
    """The end of the reference and the number in the brackets that follow its title."""
    bracket = _BRACKET.match(words, at, limit)
    if not bracket:
        return at, None
    inside = NUMBER.search(words, at + 1, bracket.end() - 1)
    if not inside:
        return at, None
    return bracket.end(), normal(inside[0])


def _numbered(words: str, number: Number, start: int) -> Reference:
    """A number outside 《》: with the title that it follows in brackets, or alone."""
    return Reference(number.span, None, number.number, None, marked=False)
