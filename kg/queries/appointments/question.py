"""Who was given which post or lost it, when, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import check_dates, day, text

ORDER = ("date", "document", "source", "start", "person")


@dataclass(frozen=True, slots=True)
class Question:
    person: str = text("the whole name")
    agency: str = text("a part of the agency's name")
    since: str = day("the first date")
    until: str = day("the last date")

    def __post_init__(self) -> None:
        check_dates(since=self.since, until=self.until)


@dataclass(frozen=True, slots=True)
class Row:
    """`action` is appoint or dismiss; `date` as precise as the notice gives it; `quote` the words of `source` at `start`."""

    person: str
    action: str
    agency: str | None
    post: str
    date: str | None
    note: str | None
    document: str
    quote: str
    source: str
    start: int
