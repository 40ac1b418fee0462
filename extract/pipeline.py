"""The composition: a text to its notices, each notice through every relation, each finding to a fact.

Relations are found by where they lie: every module of `extract/relations/` with a `find`. One that raises
on one notice is a fault that names both; the other relations and notices go on.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import extract.relations
from kg.errors import EvidenceError, GazetteError
from kg.model import Evidence, Fact, Finding, Notice, Refusal, Source, Text
from kg.schema import load_schema

type Find = Callable[[Notice], Iterator[Finding | Refusal]]


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
    """All that one source gave; facts in the order of the text."""

    source: Source
    raw: str
    facts: tuple[Fact, ...]
    refusals: tuple[Refused, ...]
    faults: tuple[Fault, ...]
    notices: int = 0


@cache
def relations() -> Mapping[str, Find]:
    """The function of each fact type, by its name: `appointment` is `extract/relations/appointment.py`."""
    names = sorted(found.name for found in pkgutil.iter_modules(extract.relations.__path__))
    found = {name: _find(name) for name in names if not name.startswith("_")}
    return {name: find for name, find in found.items() if find is not None}


def _find(name: str) -> Find | None:
    """The function of one relation; where its module does not load, one that says so of every notice."""
    try:
        module = import_module(f"extract.relations.{name}")
    except Exception as error:
        failed = error

        def find(notice: Notice) -> Iterator[Finding | Refusal]:
            raise failed

        return find
    return getattr(module, "find", None)


def extract_text(text: Text) -> Extraction:
    """The facts of a text; total: what fails is in `faults`."""
    check = _schema()
    facts: list[Fact] = []
    refusals: list[Refused] = []
    faults: list[Fault] = []
    try:
        found = _notices(text)
    except Exception as error:
        found = []
        faults.append(Fault(text.source.name, "", "notices", _said(error)))
    for notice in found:
        document = notice.document or text.source.name
        for kind, find in relations().items():
            try:
                for one in find(notice):
                    if isinstance(one, Refusal):
                        refusals.append(Refused(document, one.rule, one.reason, _evidence(notice, one)))
                        continue
                    try:
                        check(kind, one.args)
                        evidence = _evidence(notice, one)
                        facts.append(Fact(kind, document, one.args, evidence, one.rule, one.confidence))
                    except GazetteError as error:
                        faults.append(Fault(text.source.name, document, one.rule, str(error)))
            except Exception as error:
                faults.append(Fault(text.source.name, document, kind, _said(error)))
    return Extraction(text.source, text.raw, _ordered(facts), tuple(refusals), tuple(faults), len(found))


def _notices(text: Text) -> list[Notice]:
    from extract.notices import notices

    return notices(text)


def _evidence(notice: Notice, said: Finding | Refusal) -> Evidence:
    span = said.span
    if not 0 <= span.start < span.end <= len(notice.span):
        raise EvidenceError(f"{said.rule}: {span} is not a range of the notice's {len(notice.span)} words")
    evidence = notice.evidence(span)
    if not evidence.text.strip() or notice.text.raw[evidence.start : evidence.end] != evidence.text:
        raise EvidenceError(f"{said.rule}: the words at {span} are not in the source")
    return evidence


@cache
def _schema() -> Callable[[str, Mapping[str, object]], None]:
    """The check of a fact's arguments; a type that the ontology does not declare yet has none."""
    schema = load_schema()
    return lambda kind, args: schema.check(kind, args) if kind in schema.types else None


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
