"""The extractor as a component of a spaCy pipeline.

    nlp = spacy.blank("zh")
    nlp.add_pipe("gazette_facts")
    doc = nlp(text)
    doc.ents, doc._.facts

`doc.ents` are the agencies, dates and documents that the text names, and the people and posts of its facts; `doc._.facts`
the facts, with evidence that counts the characters of `doc.text`. spaCy finds it by the entry point `spacy_factories`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.mentions.agency import agencies_in
from extract.mentions.date import dates_in
from extract.mentions.reference import references_in
from extract.pipeline import extract_text
from extract.read.words import to_text
from kg import ids, model
from kg.model import Agency, Evidence, Fact, Text, Value

LABELS = ("AGENCY", "PERSON", "POST", "DATE", "DOCUMENT")
_KEY = "gazette_facts"


@Language.factory(
    _KEY, default_config={"source": "text"}, assigns=["doc.ents", "doc._.facts"], retokenizes=False
)
def make(nlp: Language, name: str, source: str) -> FactFinder:
    """The factory; `source` is the name of the source that evidence bears."""
    return FactFinder(source)


@dataclass(frozen=True, slots=True)
class FactFinder:
    """Reads a Doc; entities that were there stay where ours do not overlap them."""

    source: str

    def __call__(self, doc: Doc) -> Doc:
        raw = doc.text
        text = to_text(
            model.Source(self.source, sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()), raw
        )
        facts = extract_text(text).facts
        # as plain values, since spaCy carries docs from process to process and to disk
        doc.user_data[_KEY] = [_plain(fact) for fact in facts]
        ours = [one for found in _entities(text, facts) if (one := _span(doc, *found)) is not None]
        doc.ents = tuple(filter_spans([*ours, *_apart(doc, ours)]))
        return doc


def facts_of(doc: Doc) -> tuple[Fact, ...]:
    """What `doc._.facts` gives."""
    return tuple(_fact(row) for row in doc.user_data.get(_KEY, ()))


if not Doc.has_extension("facts"):
    Doc.set_extension("facts", getter=facts_of)


def _entities(text: Text, facts: tuple[Fact, ...]) -> Iterator[tuple[model.Span, str]]:
    """Places in the raw text with their labels."""
    words = text.words
    for fact in facts:
        for name, label in (("person", "PERSON"), ("post", "POST")):
            value = fact.args.get(name)
            if isinstance(value, str) and (place := _within(text, fact.evidence, value)):
                yield place, label
        if fact.args.get("member_type") == "person" and isinstance(member := fact.args.get("member"), str):
            place = _within(text, fact.evidence, member)
            if place:
                yield place, "PERSON"
    for agency in agencies_in(words):
        yield text.raw_span(agency.span), "AGENCY"
    for date in dates_in(words):
        yield text.raw_span(date.span), "DATE"
    for reference in references_in(words):
        yield text.raw_span(reference.span), "DOCUMENT"


def _within(text: Text, evidence: Evidence, value: str) -> model.Span | None:
    """Where the words of an evidence hold a value."""
    start, end = bisect_left(text.at, evidence.start), bisect_left(text.at, evidence.end)
    at = text.words.find(value, start, end)
    return text.raw_span(model.Span(at, at + len(value))) if at >= 0 else None


def _span(doc: Doc, place: model.Span, label: str) -> Span | None:
    return doc.char_span(place.start, place.end, label, alignment_mode="expand")


def _apart(doc: Doc, ours: list[Span]) -> list[Span]:
    taken = {token.i for span in ours for token in span}
    return [span for span in doc.ents if not any(token.i in taken for token in span)]


def _plain(fact: Fact) -> dict[str, Any]:
    place = fact.evidence
    return {
        "type": fact.type,
        "document": fact.document,
        "args": {name: ids.plain(value) for name, value in fact.args.items()},
        "evidence": [place.source, place.start, place.end, place.text],
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def _fact(row: Mapping[str, Any]) -> Fact:
    args = {name: _value(value) for name, value in row["args"].items()}
    return Fact(
        row["type"], row["document"], args, Evidence(*row["evidence"]), row["rule"], row["confidence"]
    )


def _value(value: Any) -> Value:
    match value:
        case {"name": name, "mention": mention, **rest}:
            return Agency(name, mention, bool(rest.get("group")))
        case list() | tuple():
            return tuple(_value(one) for one in value)  # type: ignore[return-value]
    return value  # type: ignore[no-any-return]
