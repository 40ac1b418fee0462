"""The blocks of a range: numbered parts within one another, paragraphs, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.head.page import Page
from extract.tree.cells import Grid
from extract.tree.labels import Label, Row, inner_labels, label_at
from kg.model import Section, Span

_LOOSE, _LONG = 300, 800
_HEADING = 60
_RUN_IN = re.compile(r"[^。；：！？]{2,30}。(?=.{8})")
_DOES = re.compile(r"负责|牵头|会同|配合|应当?|由|须|必须|不得|责任单位|报|任命|免去")
_STOP = re.compile(r"[。；！？]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a part of one: a paragraph, a row of a table, or what a label begins."""

    span: Span
    label: Label | None = None
    row: bool = False


@dataclass(slots=True)
class _Open:
    """An item whose end is not yet seen."""

    level: int
    label: Label | None
    start: int
    rest: Span
    children: list[Section] = field(default_factory=list)


def blocks(page: Page, grid: Grid, span: Span) -> tuple[Section, ...]:
    """The blocks of a range; they fill it."""
    found = list(pieces(page, grid, span))
    root = _Open(-1, None, span.start, Span(span.start, span.start))
    stack = [root]
    i = 0
    while i < len(found):
        piece = found[i]
        if piece.row:
            j = i
            while j < len(found) and found[j].row:
                j += 1
            rows = tuple(grid.row(one.span) for one in found[i:j])
            stack[-1].children.append(Section("table", Span(piece.span.start, found[j - 1].span.end), rows))
            i = j
            continue
        if piece.label:
            while stack[-1].level >= piece.label.level:
                _close(page, stack)
            rest = Span(piece.label.span.end, piece.span.end)
            stack.append(_Open(piece.label.level, piece.label, piece.span.start, rest))
        else:
            stack[-1].children.append(Section("paragraph", piece.span))
        i += 1
    while len(stack) > 1:
        _close(page, stack)
    return tuple(root.children)


def _close(page: Page, stack: list[_Open]) -> None:
    """The item on top is whole: label, heading or first paragraph, and what lies in it."""
    done = stack.pop()
    assert done.label is not None
    label = Section("label", Span(done.start, done.rest.start))
    children = (label, *_rest(page, done.rest, bool(done.children), done.label.form == "article"), *done.children)
    whole = Span(done.start, children[-1].span.end)
    stack[-1].children.append(Section("item", whole, children, done.label.level, done.label.words))


def _rest(page: Page, rest: Span, more: bool, article: bool) -> Iterator[Section]:
    """The words after a label: a heading where more follows, a heading run into its paragraph, or a paragraph."""
    if not len(rest):
        return
    words = page.words[rest.slice]
    if more and len(words) <= _HEADING and not _STOP.search(words[:-1]) and not words.endswith(("；", "，", "：")):
        yield Section("heading", rest)
        return
    run_in = _RUN_IN.match(words)
    if run_in and not article and not _DOES.search(run_in[0]):
        cut = rest.start + run_in.end()
        yield Section("heading", Span(rest.start, cut))
        rest = Span(cut, rest.end)
    yield Section("paragraph", rest)


def pieces(page: Page, grid: Grid, span: Span) -> Iterator[Piece]:
    """The lines of a range, cut further where a label stands inside one."""
    lines = list(page.lines(span.start, span.end))
    loose = _are_lost(lines)
    row = Row()
    for line in lines:
        if grid.is_row(line) and not _is_item(page, line):
            yield Piece(line, row=True)
            continue
        first = label_at(page.words, line.start, line.end)
        if first and not _is_first(page, first, row):
            first = None
        if first:
            row.take(first)
        start, label = line.start, first
        for inner in inner_labels(page, line, row, loose):
            if inner.span.start > start and not (label and inner.span.start < label.span.end):
                yield Piece(Span(start, inner.span.start), label)
                start, label = inner.span.start, inner
        yield Piece(Span(start, line.end), label)


def _are_lost(lines: Sequence[Span]) -> bool:
    """The line breaks of the range are lost: its lines are longer than any paragraph."""
    total = sum(map(len, lines))
    return bool(lines) and (total / len(lines) > _LOOSE or max(map(len, lines)) > _LONG)


def _is_item(page: Page, line: Span) -> bool:
    """A row whose only edge stands right behind its label is an item: 1. | 区教委 …"""
    label = label_at(page.words, line.start, line.end)
    if not label or label.form not in ("first", "second", "fourth"):
        return False
    edges = [i for i in range(line.start + 1, line.end) if page.gaps[i] == 3]
    return edges == [label.span.end]


def _is_first(page: Page, label: Label, row: Row) -> bool:
    """Whether the number that begins a line is a label: 1.5 and 2.8公里 are so only in their turn."""
    if label.form.startswith("decimal"):
        unit = page.words[label.span.end : label.span.end + 1]
        return row.next(label) and unit not in "万亿元公里米倍个件年月吨%％" if unit else False
    return True
