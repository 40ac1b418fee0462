"""Sentences and clauses of a notice; every word of a notice lies in exactly one sentence.

A sentence ends at 。！？ and where a leaf of the tree ends (a heading, a cell, a paragraph); a clause also
at ；. Brackets hold a sentence together (“办事不出村。”的), unless what closes them is over 200 away. What goes
on for thousands of characters without an end is no sentence: it is cut at a comma, so that the work of the rules,
who look at every pair of words of a sentence, is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from extract.memo import per_notice
from kg.model import Notice, Span

_FAR = 200
_LONGEST = 4000
_CLOSES = {"（": "）", "“": "”", "《": "》"}
_OPENS = {shut: sign for sign, shut in _CLOSES.items()}
_SIGN = re.compile("[。！？；（）“”《》]")


def sentences(notice: Notice, span: Span | None = None) -> list[Span]:
    """The sentences of a notice, or what a range holds of them, in order, each with its 。.

    `区教委负责。区财政局配合。` are two: `区教委负责。`, `区财政局配合。`
    """
    every = _sentences(notice)
    if span is None:
        return list(every)
    first = bisect_right(every, span.start, key=lambda one: one.end)
    last = bisect_left(every, span.end, key=lambda one: one.start)
    return [Span(max(one.start, span.start), min(one.end, span.end)) for one in every[first:last]]


def clauses(notice: Notice, sentence: Span) -> list[Span]:
    """The parts of a sentence between its ；, in order, each with its ；."""
    return _cut(notice.words, sentence, "；")


@per_notice
def _sentences(notice: Notice) -> tuple[Span, ...]:
    words = notice.words
    return tuple(part for leaf in notice.tree.leaves() for part in _cut(words, leaf.span, "。！？"))


def _cut(words: str, span: Span, ends: str) -> list[Span]:
    """A range cut behind each of `ends` that no bracket holds."""
    cuts: list[int] = []
    opened: list[tuple[str, int]] = []
    for hit in _SIGN.finditer(words, span.start, span.end):
        sign, here = hit[0], hit.start()
        if sign in _CLOSES:
            if words.find(_CLOSES[sign], here, min(here + _FAR, span.end)) >= 0:
                opened.append((sign, here))
        elif sign in _OPENS:
            if any(_OPENS[sign] == one for one, _ in opened):
                while opened.pop()[0] != _OPENS[sign]:
                    pass
            # “……。” ends with its bracket
            if not opened and words[here - 1] in ends and here > span.start:
                cuts.append(here + 1)
        elif sign in ends:
            if opened and here - opened[0][1] > _FAR:
                opened.clear()
            closed = words[here + 1 : here + 2] in _OPENS and here + 1 < span.end
            if not opened and not closed:
                cuts.append(here + 1)
    bounds = [span.start, *cuts, span.end]
    return [part for a, b in pairwise(bounds) if a < b for part in _bounded(words, a, b)]


def _bounded(words: str, start: int, end: int) -> Iterator[Span]:
    """A range in parts none of which is too long, cut behind a comma where there is one."""
    while end - start > _LONGEST:
        comma = max(words.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in "，、；")
        cut = comma + 1 if comma >= 0 else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, end)
