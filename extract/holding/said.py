"""One person named with posts."""

from __future__ import annotations

from dataclasses import dataclass

from extract.mentions.post import Holding
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Said:
    """副区长李望川: the name, the posts, where they stand, and the form that said it."""

    name: str
    holdings: tuple[Holding, ...]
    span: Span
    cue: str
    confidence: float
