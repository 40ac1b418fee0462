"""One thing that a text says of who is under whom."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Agency, Span


@dataclass(frozen=True, slots=True)
class Belonging:
    """`unit` is under `parent`, told at `span`; `cue` is the form that tells it, e.g. `inline` of 区水务局内设办公室、财务科2个机构."""

    parent: Agency
    unit: Agency
    kind: str
    span: Span
    cue: str
