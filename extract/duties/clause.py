"""A clause that gives work, and how running text is cut into pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.duties.actors import Actor
from extract.duties.predicate import Predicate
from kg.model import Span

_OPEN, _CLOSE = "（《“〈〔", "）》”〉〕"
_FAR = 200  # a bracket that does not close within so many characters counts for none: OCR loses them


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with work in it.

    `span` all of it; `actors` the doers; `work` what the predicate says; `task` the words of the work: what stands before the
    doer (`工程竣工后，`, or what the work is done to: `…办法由X制定`) and what stands behind; `own` whether the doers stand in
    the clause itself.
    """

    span: Span
    actors: tuple[Actor, ...]
    work: Predicate
    task: tuple[Span, ...]
    own: bool = True

    @property
    def main(self) -> Span:
        """The words behind the doer."""
        return self.task[-1]


def split(words: str, span: Span, marks: str) -> Iterator[Span]:
    """The pieces of a range between marks that stand outside brackets and quotes, the marks left out.

    >>> [("甲，（乙，丙）丁"[one.slice]) for one in split("甲，（乙，丙）丁", Span(0, 8), "，")]
    ['甲', '（乙，丙）丁']
    """
    start = at = span.start
    while at < span.end:
        sign = words[at]
        if sign in _OPEN:
            close = words.find(_CLOSE[_OPEN.index(sign)], at + 1, min(span.end, at + _FAR))
            at = close + 1 if close > 0 else at + 1
            continue
        if sign in marks:
            if at > start:
                yield Span(start, at)
            start = at + 1
        at += 1
    if span.end > start:
        yield Span(start, span.end)
