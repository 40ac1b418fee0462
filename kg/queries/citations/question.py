"""Which documents and laws a notice refers to, and how: basis, implements, repeals, amends or mentions."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import text

ORDER = ("document", "source", "start", "title")


@dataclass(frozen=True, slots=True)
class Question:
    document: str = text("the number (or title) of the notice that refers")
    cited: str = text("a part of the title that is referred to, or its number")
    relation: str = text("basis, implements, repeals, amends or mentions")


@dataclass(frozen=True, slots=True)
class Row:
    """`title` and `number` are those of the document referred to; `quote` the words of `source` at `start`."""

    document: str
    relation: str
    title: str | None
    number: str | None
    quote: str
    source: str
    start: int
