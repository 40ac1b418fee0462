"""The document tree of a notice; total: every character of the notice lies in exactly one leaf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head import Reading
from extract.head.page import Page, Part
from extract.tree.cells import Separators, goes_on, is_row, table
from extract.tree.items import Nest
from extract.tree.lines import paragraphs
from kg.model import Section, Span

__all__ = ["tree"]

_ANNEX = re.compile(r"附件(?:[\d一二三四五六七八九十]{0,2})[：]?")
_LISTED = re.compile(r"附件[\d一二三四五六七八九十]{0,2}：.|附：.")
_LIST_ITEM = re.compile(r"\d{1,2}[.．、]|附件\d")
_SHORT = 40


def tree(page: Page, reading: Reading, marks: Separators = lambda at: (0, 0)) -> Section:
    """The tree of a notice from its words and the pieces of its head; `marks` counts the cell marks around an offset."""
    children = []
    if reading.parts:
        leaves = tuple(Section(part.kind, part.span) for part in reading.parts)
        children.append(Section("head", Span(0, reading.body), leaves))
    texts = [one for one in reading.head.carried if one.printed and one.span.start >= reading.body]
    first = min((one.span.start for one in texts), default=len(page))
    if reading.body < first:
        children.append(Section("body", Span(reading.body, first), _region(page, Span(reading.body, first), _fixed(reading), marks)))
    at = first
    for text in sorted(texts, key=lambda one: one.span):
        if text.span.start < at or not len(text.span):
            continue
        if text.span.start > at:
            children.append(Section("body", Span(at, text.span.start), _region(page, Span(at, text.span.start), [], marks)))
        title = Section("title", text.title_span)
        rest = _region(page, Span(text.title_span.end, text.span.end), [], marks)
        children.append(Section("carried", text.span, (title, *rest)))
        at = text.span.end
    if at < len(page):
        children.append(Section("body", Span(at, len(page)), _region(page, Span(at, len(page)), [], marks)))
    return Section("notice", Span(0, len(page)), tuple(children))


def _fixed(reading: Reading) -> list[Part]:
    """The leaves of the signature."""
    signed = reading.signature
    if signed is None:
        return []
    parts = [Part("signature", line) for line in signed.senders]
    if signed.date_span:
        parts.append(Part("date", signed.date_span))
    return sorted(parts, key=lambda part: part.span)


def _region(page: Page, span: Span, fixed: list[Part], marks: Separators) -> tuple[Section, ...]:
    """The parts of a range: running text, tables, signature, annexes."""
    inside = [part for part in fixed if span.holds(part.span)]
    found: list[Section] = []
    at = span.start
    for part in inside:
        if part.span.start < at:
            continue
        if part.span.start > at:
            found.extend(_annexed(page, Span(at, part.span.start), marks, after=bool(found)))
        found.append(Section(part.kind, part.span))
        at = part.span.end
    if at < span.end:
        found.extend(_annexed(page, Span(at, span.end), marks, after=bool(inside)))
    return tuple(found)


def _annexed(page: Page, span: Span, marks: Separators, after: bool) -> Iterator[Section]:
    """Running text with its annexes parted: each begins with a line 附件, 附件1, 附件2：…."""
    starts = [line.start for line in page.lines(span.start, span.end) if _begins_annex(page, line, after)]
    bounds = [span.start, *[start for start in starts if start > span.start], span.end]
    for start, end in zip(bounds, bounds[1:], strict=False):
        if start in starts:
            line = page.line_end(start)
            head = Section("heading", Span(start, min(line, end)))
            rest = tuple(_running(page, Span(head.span.end, end), marks))
            yield Section("annex", Span(start, end), (head, *rest))
        else:
            yield from _running(page, Span(start, end), marks)


def _begins_annex(page: Page, line: Span, after: bool) -> bool:
    hit = _ANNEX.match(page.words, line.start, line.end)
    if not hit or len(line) > _SHORT:
        return False
    return hit.end() == line.end or (after and not _LISTED.match(page.words, line.start, line.end) and hit.end() - line.start > 2)


def _running(page: Page, span: Span, marks: Separators) -> Iterator[Section]:
    """Paragraphs nested by their numbers, tables among them."""
    nest = Nest(page.words)
    text: int | None = None
    rows: list[Span] = []

    def flush_text(end: int) -> None:
        if text is None or text >= end:
            return
        for one in paragraphs(page, Span(text, end)):
            if one.label:
                nest.begin(one.label, one.span, one.line)
            else:
                nest.add(Section(_kind(page, one.span), one.span))

    for line in page.lines(span.start, span.end):
        if is_row(page, line) or (rows and goes_on(page, line, marks)):
            flush_text(line.start)
            text = None
            rows.append(line)
            continue
        if rows:
            nest.add(table(page, rows, marks))
            rows = []
        if text is None:
            text = line.start
    if rows:
        nest.add(table(page, rows, marks))
    else:
        flush_text(span.end)
    yield from nest.close()


def _kind(page: Page, span: Span) -> str:
    words = page.words[span.slice]
    if re.match(r"（(?:此件|此文|本文|公开|主动公开|依申请)[^）]{0,30}）$|抄送|抄报|主题词", words) or _LISTED.match(words):
        return "note"
    if len(words) <= 30 and not re.search(r"[。；，！？]", words) and not words.endswith("："):
        return "heading"
    return "paragraph"
