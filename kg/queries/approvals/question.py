"""Who decided or agreed before a notice was issued: body, meeting and action."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import text

ORDER = ("document", "source", "start", "body")


@dataclass(frozen=True, slots=True)
class Question:
    body: str = text("a part of the body's name")
    document: str = text("the number (or title) of the notice")


@dataclass(frozen=True, slots=True)
class Row:
    """`action` is one of 研究 审议通过 批准 同意 审核 决定."""

    document: str
    body: str
    action: str
    meeting: str | None
    quote: str
    source: str
    start: int
