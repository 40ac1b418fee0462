"""What leaders have in charge (分工): agencies and fields of work, and how."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import text

ORDER = ("document", "source", "start", "person", "relation", "target")


@dataclass(frozen=True, slots=True)
class Question:
    person: str = text("the whole name")
    target: str = text("a part of the agency's name, or of the field of work")
    relation: str = text("leads, responsible, oversees, liaises, assists or acting")


@dataclass(frozen=True, slots=True)
class Row:
    """`relation` is leads, responsible, oversees, liaises, assists or acting."""

    person: str
    relation: str
    target: str
    document: str
    quote: str
    source: str
    start: int
