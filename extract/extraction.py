"""What the pipeline gives for one source."""

from __future__ import annotations

from dataclasses import dataclass

from extract.cues import Cue
from kg.model import Evidence, Fact, Source


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of ours that went wrong in a notice; `rule` is the relation, or `notices`."""

    source: str
    document: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal with its place in the source."""

    document: str
    rule: str
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one source gave; facts in the order of the text, `raw` the text that their evidence counts."""

    source: Source
    raw: str
    facts: tuple[Fact, ...]
    refusals: tuple[Refused, ...] = ()
    faults: tuple[Fault, ...] = ()
    notices: int = 0
    cues: tuple[Cue, ...] = ()
