"""Printed lines to paragraphs: joined where the printer broke a sentence, parted where a number begins inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.page import Page
from extract.tree.numbering import Label, label_at
from kg.model import Gap, Span

_ENDS = "。！？；：”"
_ANNEX = re.compile(r"附件|附：|附表")
# where a number may begin inside a line
_INSIDE = re.compile(r"(?<=[。；：！？”）])(?:第[零〇一二三四五六七八九十百]{1,5}[编章节条]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|（\d{1,2}）|\d{1,2}[.．、](?!\d)|[①-⑳])")
_WIDE = re.compile(rb"[\x02\x03](?=[\x00-\x05])")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the number that it begins with; `line` whether it begins a printed line."""

    span: Span
    label: Label | None
    line: bool


def paragraphs(page: Page, span: Span) -> Iterator[Paragraph]:
    """The paragraphs of a range of running text."""
    last: dict[int, int] = {}
    for line in _joined(page, span):
        yield from _parted(page, line, last)


def _joined(page: Page, span: Span) -> Iterator[Span]:
    """Lines, those put together that are one broken sentence."""
    words = page.words
    start: int | None = None
    for line in page.lines(span.start, span.end):
        if start is None:
            start = line.start
        elif not _broken(page, Span(start, line.start), line):
            yield Span(start, line.start)
            start = line.start
    if start is not None and start < span.end:
        yield Span(start, span.end)
    del words


def _broken(page: Page, before: Span, after: Span) -> bool:
    """Whether a line goes on in the next: it ends without an end, and is no heading."""
    words = page.words
    if words[before.end - 1] in _ENDS or label_at(words, after.start, after.end) or _ANNEX.match(words, after.start):
        return False
    if words[before.end - 1] in "，、（《“":
        return True
    text = words[before.slice]
    label = label_at(words, before.start, before.end)
    if label and len(text) <= 45 and not re.search(r"[，。；]", text):
        return False
    if re.match(r"[^，。；]{2,12}：", words[after.slice]):
        return False
    return len(text) >= 24 and bool(re.search(r"[，。；、]", text))


def _parted(page: Page, line: Span, last: dict[int, int]) -> Iterator[Paragraph]:
    """A line cut before each number inside it that goes on from the numbers before (or begins a new row with one)."""
    words = page.words
    starts: list[tuple[int, Label | None, bool]] = []
    first = label_at(words, line.start, line.end)
    if first:
        _count(last, first)
    starts.append((line.start, first, True))
    places = {hit.start() for hit in _INSIDE.finditer(words, line.start + 1, line.end)}
    places |= {hit.start() + line.start for hit in _WIDE.finditer(page.gaps[line.slice]) if hit.start()}
    for at in sorted(places):
        label = label_at(words, at, line.end)
        wide = page.gaps[at] >= Gap.WIDE
        if label and label.style != "plain" and label.end < line.end and _goes_on(last, label, words, at):
            _count(last, label)
            starts.append((at, label, False))
        elif wide and not label and words[at - 1] in "。；：！？" and page.gaps[at] == Gap.WIDE:
            starts.append((at, None, True))
    for i, (at, label, begins) in enumerate(starts):
        end = starts[i + 1][0] if i + 1 < len(starts) else line.end
        yield Paragraph(Span(at, end), label, begins)


def _goes_on(last: dict[int, int], label: Label, words: str, at: int) -> bool:
    expected = last.get(label.level, 0) + 1
    if label.value == expected:
        return True
    return label.value == 1 and words[at - 1] in "：。；”）！？"


def _count(last: dict[int, int], label: Label) -> None:
    last[label.level] = label.value
    for level in [level for level in last if level > label.level]:
        del last[level]
