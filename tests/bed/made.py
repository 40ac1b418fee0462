"""A notice that was made, with the facts that it states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

type Args = Mapping[str, Any]
type Wanted = tuple[str, Args]

# the arguments of a fact type in the order in which a sheet writes them, "appoint|{person1}|区教育局|局长"
FIELDS: Mapping[str, tuple[str, ...]] = {
    "document": ("title", "kind", "carried_by"),
    "publication": ("action", "title", "drafter"),
    "citation": ("relation", "title", "number"),
    "approval": ("body", "meeting", "action"),
    "validity": ("title", "from", "until", "interpreter"),
    "appointment": ("action", "person", "agency", "post", "note", "date"),
    "office": ("person", "agency", "post"),
    "body": ("action", "body", "office_at"),
    "membership": ("role", "member", "body", "member_type"),
    "portfolio": ("relation", "person", "target"),
    "structure": ("parent", "unit", "kind"),
    "staffing": ("item", "count", "unit"),
    "alias": ("name", "alias"),
    "assignment": ("role", "assignee", "task", "deadline"),
    "service": ("agency", "item", "kind"),
    "gazette": ("title", "issue", "date", "sponsor"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """`facts` are (type, arguments), an agency by its mention; of the types in `loose` the notice may state others too."""

    raw: str
    facts: tuple[Wanted, ...]
    loose: frozenset[str] = frozenset()


def stated(kind: str, said: str) -> Wanted:
    """The fact that a line of a sheet says; an empty argument is not compared, "-" is none at all.

    >>> stated("office", "王涛|区教育局|局长")
    ('office', {'person': '王涛', 'agency': '区教育局', 'post': '局长'})
    """
    parts = said.split("|")
    assert len(parts) <= len(FIELDS[kind]), f"{kind}: {said}"
    return kind, {name: None if part == "-" else part for name, part in zip(FIELDS[kind], parts, strict=False) if part}
