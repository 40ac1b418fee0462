"""An issue to its notices, each with its head and its tree."""

from __future__ import annotations

import re

from extract.head import read_head
from extract.head.page import Page
from extract.issue import heads
from extract.tree import tree
from extract.tree.cells import Separators
from kg.model import Notice, Span, Text


_MARK = re.compile(r"[\t|｜│]")


def notices(text: Text) -> list[Notice]:
    """The notices of a text, in order; a text with no head that is known is one notice."""
    if not text.words:
        return []
    found = heads(Page(text.words, text.gaps))
    starts = found if len(found) > 1 else [0]
    ends = [*starts[1:], len(text.words)]
    return [_notice(text, Span(start, end)) for start, end in zip(starts, ends, strict=True)]


def _notice(text: Text, span: Span) -> Notice:
    page = Page(text.words[span.slice], text.gaps[span.slice])
    reading = read_head(page, text.printed[span.slice])
    return Notice(text, span, reading.head, tree(page, reading, _marks(text, span)))


def _marks(text: Text, span: Span) -> Separators:
    """The cell marks that the words have lost: before an offset on its own line, and at the end of the line before."""

    def count(at: int) -> tuple[int, int]:
        i = span.start + at
        lost = text.raw[text.at[i - 1] + 1 if i else 0 : text.at[i]] if i < len(text.at) else text.raw[text.at[i - 1] + 1 :]
        lines = lost.split("\n")
        return len(_MARK.findall(lines[-1])), len(_MARK.findall(lines[0])) if len(lines) > 1 else 0

    return count
