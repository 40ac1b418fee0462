"""The atom of the project: one thing that one notice states, with the place where it says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.agency import Agency
from kg.model.evidence import Evidence

type Value = str | int | float | bool | Agency | tuple[Agency, ...] | tuple[Mapping[str, str | int | None], ...] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim. Two notices that agree are two facts.

    `type` is one of the ontology's fact types (`appointment`); `document` the number of the notice that states it
    (`密政发〔2017〕46号`), or its title where it has none; `args` the arguments that the ontology declares for the type;
    `rule` what found it (`appointment.dismiss`); `confidence` from 0 to 1.
    """

    type: str
    document: str
    args: Mapping[str, Value]
    evidence: Evidence
    rule: str
    confidence: float
