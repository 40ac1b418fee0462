"""Sentences and clauses of a notice; every word of a notice lies in exactly one sentence.

A sentence ends at 。！？ and where a leaf of the tree ends (a heading, a cell, a paragraph); a clause also
at ；. Brackets hold a sentence together (“办事不出村。”的), unless what closes them is over 200 away.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.memo import per_notice
from kg.model import Notice, Span

_FAR = 200
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
    inside = [one for one in every if one.start < span.end and span.start < one.end]
    return [Span(max(one.start, span.start), min(one.end, span.end)) for one in inside]


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
    return [Span(a, b) for a, b in pairwise(bounds) if a < b]
