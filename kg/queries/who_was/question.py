"""Which posts a person of this name was given, lost or was named with, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import text

ORDER = ("person", "date", "document", "source", "start")


@dataclass(frozen=True, slots=True)
class Question:
    person: str = text("the whole name")
    agency: str = text("a part of the agency's name")


@dataclass(frozen=True, slots=True)
class Row:
    """`what` is appoint, dismiss, or office where the text only names the person with the post; `date` is then that of
    the notice. Two people of one name are not told apart here.
    """

    person: str
    what: str
    agency: str | None
    post: str
    date: str | None
    document: str
    quote: str
    source: str
    start: int
