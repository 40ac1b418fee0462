"""One row of a catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A power or service: where it stands, its name in one or more pieces, who wields it and of what kind it is.

    `agency` and `kind` are empty where neither the row nor what stands above it tells; `how` is the form it was read from
    (`table`, `flat`, `list`, `card`).
    """

    span: Span
    item: tuple[Span, ...]
    agency: tuple[Span, ...]
    kind: tuple[Span, ...]
    how: str
