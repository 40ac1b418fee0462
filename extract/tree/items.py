"""Numbered paragraphs to nested items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.tree.numbering import Label
from kg.model import Section, Span

# the first sentence of an item as its heading: 加强组织领导。
_FIRST = re.compile(r"[^。；：，！？（）《》]{2,26}。(?=.)")
_HEADING = re.compile(r"[^。；！？]{1,60}$")


@dataclass(slots=True)
class Open:
    """An item being read."""

    label: Label
    start: int
    parts: list[Section] = field(default_factory=list)


class Nest:
    """Builds the children of a range out of leaves in order, items within items."""

    __slots__ = ("_open", "_top", "_words")

    def __init__(self, words: str) -> None:
        self._words = words
        self._top: list[Section] = []
        self._open: list[Open] = []

    def begin(self, label: Label, span: Span, line: bool) -> None:
        """A numbered paragraph: closes what is as deep or deeper, opens an item."""
        while self._open and self._open[-1].label.level >= label.level:
            self._close()
        item = Open(label, span.start)
        item.parts.append(Section("label", Span(span.start, label.end)))
        self._open.append(item)
        rest = Span(label.end, span.end)
        if not len(rest):
            return
        first = _FIRST.match(self._words, rest.start, rest.end)
        if first:
            item.parts.append(Section("heading", Span(rest.start, first.end())))
            item.parts.append(Section("paragraph", Span(first.end(), rest.end)))
        elif line and _HEADING.fullmatch(self._words, rest.start, rest.end):
            item.parts.append(Section("heading", rest))
        else:
            item.parts.append(Section("paragraph", rest))

    def add(self, part: Section) -> None:
        """A leaf or table without a number of its own."""
        (self._open[-1].parts if self._open else self._top).append(part)

    def close(self) -> tuple[Section, ...]:
        while self._open:
            self._close()
        return tuple(self._top)

    def _close(self) -> None:
        item = self._open.pop()
        span = Span(item.start, item.parts[-1].span.end)
        self.add(Section("item", span, tuple(item.parts), item.label.level, item.label.text))
