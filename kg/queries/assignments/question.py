"""What an agency is given to do, as what (lead, responsible, support) and until when."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import text

ORDER = ("document", "source", "start", "task", "role", "assignee")


@dataclass(frozen=True, slots=True)
class Question:
    assignee: str = text("a part of the name of the agency, or of who it is")
    role: str = text("lead, responsible or support")
    task: str = text("a part of the task")
    document: str = text("the number (or title) of the notice")


@dataclass(frozen=True, slots=True)
class Row:
    """`deadline` is a date as ISO 8601, or the words of the text."""

    assignee: str
    role: str
    task: str
    deadline: str | None
    document: str
    quote: str
    source: str
    start: int
