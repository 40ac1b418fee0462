"""An extraction told sentence by sentence: which cue fired, which fact came out, what was refused and why."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from extract.extraction import Extraction
from kg.interchange import shown
from kg.model import Evidence


def explained(extraction: Extraction) -> Iterator[str]:
    """The lines of the explanation, in the order of the text; only sentences where something fired."""
    sentences = {(cue.sentence.start, cue.sentence.end): cue.sentence for cue in extraction.cues}
    starts = sorted(sentences)
    said: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    documents: dict[tuple[int, int], str] = {}

    def home(place: Evidence) -> tuple[int, int]:
        """The sentence that a place begins in; where no cue stands in it, the place itself."""
        at = bisect_right(starts, (place.start, math.inf)) - 1
        if at >= 0 and place.start < starts[at][1]:
            return starts[at]
        key = (place.start, place.end)
        sentences.setdefault(key, place)
        return key

    for cue in extraction.cues:
        key = (cue.sentence.start, cue.sentence.end)
        documents[key] = cue.document
        said[key].append((0, f"cue      {cue.rule}: {_flat(cue.place.text)} ({cue.outcome})"))
    for fact in extraction.facts:
        key = home(fact.evidence)
        documents.setdefault(key, fact.document)
        args = ", ".join(
            f"{name}={shown(value)}" for name, value in fact.args.items() if value not in (None, (), "")
        )
        said[key].append((1, f"fact     {fact.rule} ({fact.confidence:g}): {args}"))
    for refused in extraction.refusals:
        key = home(refused.evidence)
        documents.setdefault(key, refused.document)
        said[key].append((2, f"refused  {refused.rule}: {refused.reason}: {_flat(refused.evidence.text)}"))
    for key in sorted(said):
        place = sentences[key]
        yield f"{place.source}:{place.start}  {documents[key]}"
        yield f"  {_flat(place.text)}"
        yield from (f"    {line}" for _, line in sorted(said[key], key=lambda one: one[0]))
        yield ""


def _flat(text: str) -> str:
    return " ".join(text.split())
