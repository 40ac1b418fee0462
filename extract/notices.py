"""An issue to its notices, each with its head and its tree."""

from __future__ import annotations

from dataclasses import dataclass

from extract.head import read_head
from extract.head.page import Page
from extract.issue import contents, gazette_title, heads
from extract.tree import tree
from extract.tree.lines import relined
from kg.model import Head, Notice, Section, Span, Text


@dataclass(frozen=True, slots=True)
class Issue:
    """`front` is the masthead with the page of contents, as a notice of kind 目录; None where a text has none."""

    front: Notice | None
    notices: tuple[Notice, ...]


def notices(text: Text) -> list[Notice]:
    """The notices of a text, in order; a text with no head that is known is one notice."""
    return list(issue(text).notices)


def issue(text: Text) -> Issue:
    """A text cut into masthead and notices; every character lies in exactly one of them."""
    page = Page(text.words, text.gaps)
    if not text.words:
        return Issue(None, ())
    listed = contents(page)
    after = listed.span.end if listed else 0
    found = heads(page, after, listed.entries if listed else ())
    starts = [at for at in (after, *(start for start in found if start > after)) if at < len(page)] if listed else [0, *found[1:]] if len(found) > 1 else [0]
    ends = [*starts[1:], len(page)][: len(starts)]
    front = _front(text, listed.span) if listed else None
    return Issue(front, relined(text, [_notice(text, Span(start, end)) for start, end in zip(starts, ends, strict=True)]))


def _notice(text: Text, span: Span) -> Notice:
    page = Page(text.words[span.slice], text.gaps[span.slice])
    reading = read_head(page, text.printed[span.slice])
    parts = tree(text, span, reading)
    return Notice(text, span, reading.head, parts)


def _front(text: Text, span: Span) -> Notice:
    page = Page(text.words[span.slice], text.gaps[span.slice])
    title = gazette_title(page) or Span(0, page.line_end(0))
    head = Head(text.printed[span.slice][title.slice], title, kind="目录")
    return Notice(text, span, head, Section("notice", Span(0, len(page)), (Section("contents", Span(0, len(page))),)))
