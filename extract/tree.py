"""The document tree of a notice; total: every character of the notice lies in exactly one leaf."""

from __future__ import annotations

from extract.head import Reading
from extract.head.page import Page
from kg.model import Section, Span


def tree(page: Page, reading: Reading) -> Section:
    """The tree of a notice from its words and the pieces of its head."""
    whole = Span(0, len(page))
    children = []
    if reading.parts:
        children.append(Section("head", Span(0, reading.body), tuple(Section(part.kind, part.span) for part in reading.parts)))
    leaves = tuple(Section("paragraph", line) for line in page.lines(reading.body, len(page)))
    if leaves:
        children.append(Section("body", Span(reading.body, len(page)), leaves))
    return Section("notice", whole, tuple(children))
