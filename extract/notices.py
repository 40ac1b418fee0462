"""An issue to its notices, each with its head and its tree."""

from __future__ import annotations

from extract.head import read_head
from extract.head.page import Page
from extract.issue import heads
from extract.tree import tree
from kg.model import Notice, Span, Text


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
    return Notice(text, span, reading.head, tree(page, reading))
