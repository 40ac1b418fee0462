"""What a rule says of a place in a notice: a fact, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.fact import Value
from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact before it has its document and evidence; `span` counts the words of the notice."""

    args: Mapping[str, Value]
    span: Span
    rule: str
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cue that stands in the text and gave no fact, with the reason; shown by `kg extract --explain`."""

    span: Span
    rule: str
    reason: str
