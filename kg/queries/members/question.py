"""Who belongs to a coordination body (领导小组, 指挥部 …) and as what: people, agencies and holders of posts."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import text

ORDER = ("body", "document", "source", "start", "member")


@dataclass(frozen=True, slots=True)
class Question:
    body: str = text("a part of the body's name")
    member: str = text("a part of the member's name")
    role: str = text("the role: 组长, 成员 …")


@dataclass(frozen=True, slots=True)
class Row:
    """`member_type` is person, agency or post."""

    body: str
    member: str
    member_type: str
    role: str
    document: str
    quote: str
    source: str
    start: int
