"""One doer of work, as the text names him."""

from __future__ import annotations

from dataclasses import dataclass

from extract.mentions.agency import AgencyMention
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One doer: `words` as the catalogue wants them (elided parts restored), `agency` where it is a named agency."""

    span: Span
    words: str
    group: bool = False
    agency: AgencyMention | None = None
