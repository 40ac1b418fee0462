"""The composition: a text to its notices, each notice through every relation, each finding to a fact.

Relations are found by where they lie: every module of `extract/relations/` with a `find`. One that raises
on one notice is a fault that names both; the other relations and notices go on.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

import extract.relations
from extract.cues import Cue, cues_of
from extract.extraction import Extraction, Fault, Refused
from extract.naming.referred import referred
from extract.notices import issue
from extract.printed import as_printed, document_as_printed
from kg.errors import EvidenceError, GazetteError
from kg.model import Evidence, Fact, Finding, Notice, Refusal, Text
from kg.schema import load_schema

__all__ = ["Extraction", "Fault", "Refused", "Relation", "extract_text", "relations"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One fact type: `find` its function, `cues` the patterns that call for it; `reads` notices, or the `front` of an issue."""

    kind: str
    find: Callable[[Notice], Iterator[Finding | Refusal]]
    cues: Mapping[str, re.Pattern[str]]
    reads: str = "notice"


@cache
def relations() -> tuple[Relation, ...]:
    """The relations by name: `appointment` is `extract/relations/appointment.py`."""
    names = sorted(found.name for found in pkgutil.iter_modules(extract.relations.__path__))
    return tuple(found for name in names if not name.startswith("_") and (found := _relation(name)))


def _relation(name: str) -> Relation | None:
    """One relation; where its module does not load, one that says so of every notice."""
    try:
        module = import_module(f"extract.relations.{name}")
    except Exception as error:
        failed = error

        def find(notice: Notice) -> Iterator[Finding | Refusal]:
            raise failed

        return Relation(name, find, {})
    if not hasattr(module, "find"):
        return None
    return Relation(name, module.find, getattr(module, "CUES", {}), getattr(module, "READS", "notice"))


def extract_text(text: Text, cues: bool = False) -> Extraction:
    """The facts of a text; total: what fails is in `faults`. With `cues`, also what became of each cue."""
    source, faults = text.source.name, []
    try:
        parts = issue(text)
        found = [*parts.notices, *([parts.front] if parts.front else [])]
    except Exception as error:
        parts, found = None, []
        faults.append(Fault(source, "", "notices", _said(error)))
    all_of = _All(faults=faults)
    for notice in found:
        document = document_as_printed(notice) or source
        part = "front" if parts and notice is parts.front else "notice"
        first = len(all_of.facts)
        for relation in relations():
            if relation.reads != part:
                continue
            said: list[Finding | Refusal] = []
            try:
                for one in relation.find(notice):
                    said.append(one)
                    all_of.take(relation.kind, document, notice, one)
                if cues:
                    all_of.cues += cues_of(notice, document, relation.kind, relation.cues, said)
            except Exception as error:
                faults.append(Fault(source, document, relation.kind, _said(error)))
        try:
            all_of.facts[first:] = referred(all_of.facts[first:])
        except Exception as error:
            faults.append(Fault(source, document, "names", _said(error)))
    return Extraction(
        text.source,
        text.raw,
        _ordered(all_of.facts),
        tuple(all_of.refusals),
        tuple(faults),
        len(parts.notices) if parts else 0,
        tuple(sorted(all_of.cues, key=lambda cue: (cue.place.start, cue.rule))),
    )


@dataclass(slots=True)
class _All:
    """What one text has given so far."""

    facts: list[Fact] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)

    def take(self, kind: str, document: str, notice: Notice, said: Finding | Refusal) -> None:
        """A finding that the ontology and the source bear out is a fact; any other is a fault."""
        try:
            evidence = evidence_of(notice, said)
            if isinstance(said, Refusal):
                self.refusals.append(Refused(document, said.rule, said.reason, evidence))
                return
            schema = load_schema()
            args = said.args
            if kind in schema.types:  # one that the ontology does not declare yet has no check
                schema.check(kind, args)
                args = as_printed(schema.types[kind].arguments, args, notice, said.span)
            self.facts.append(Fact(kind, document, args, evidence, said.rule, said.confidence))
        except GazetteError as error:
            self.faults.append(Fault(notice.text.source.name, document, said.rule, str(error)))


def evidence_of(notice: Notice, said: Finding | Refusal) -> Evidence:
    """The place of a finding in its source; EvidenceError where there is none."""
    span = said.span
    if not 0 <= span.start < span.end <= len(notice.span):
        raise EvidenceError(f"{span} is not a range of the notice's {len(notice.span)} words")
    evidence = notice.evidence(span)
    if not evidence.text.strip() or notice.text.raw[evidence.start : evidence.end] != evidence.text:
        raise EvidenceError(f"the words at {span} are not in the source")
    return evidence


def _ordered(facts: list[Fact]) -> tuple[Fact, ...]:
    """In the order of the text, one of each that is said of the same place twice; the surest stays."""
    facts.sort(key=lambda fact: (fact.evidence.start, fact.evidence.end, fact.type, -fact.confidence))
    seen = set()
    kept = []
    for fact in facts:
        key = (fact.type, fact.evidence.start, fact.evidence.end, repr(sorted(fact.args.items())))
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return tuple(kept)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
