"""Where the cues of a relation stand in a notice, and what became of each.

A cue with no fact and no refusal is a likely miss: `kg report` counts them, `kg extract --explain` shows them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.sentences import sentences
from kg.model import Evidence, Finding, Notice, Refusal, Span

FACT, REFUSED, NOTHING = "fact", "refused", "nothing"
_NEAR = 400  # words that may lie between a label and the first fact it gives


@dataclass(frozen=True, slots=True)
class Cue:
    """One hit of a cue: `rule` as facts name it (`appointment.dismiss`), `place` its words, `sentence` around it."""

    document: str
    rule: str
    outcome: str
    place: Evidence
    sentence: Evidence


def cues_of(
    notice: Notice,
    document: str,
    kind: str,
    patterns: Mapping[str, re.Pattern[str]],
    said: Sequence[Finding | Refusal],
) -> Iterator[Cue]:
    """The cues of one relation in a notice, with what the relation said of the place.

    A cue has a fact where a finding shares a word or a sentence with it, or where it is a label or the head of a
    table and the next finding by it follows soon; it is refused where a refusal does.
    """
    words = notice.words
    whole = sentences(notice)
    starts = [one.start for one in whole]
    found = [one for one in said if isinstance(one, Finding)]
    refused = [one for one in said if isinstance(one, Refusal)]
    for name, pattern in patterns.items():
        rule = f"{kind}.{name}"
        hits = [Span(*hit.span()) for hit in pattern.finditer(words) if hit.end() > hit.start()]
        own, no = (sorted(one.span.start for one in some if one.rule == rule) for some in (found, refused))
        for n, hit in enumerate(hits):
            sentence = whole[max(0, bisect_right(starts, hit.start) - 1)] if whole else hit
            around = Span(min(sentence.start, hit.start), max(sentence.end, hit.end))
            stop = hits[n + 1].start if n + 1 < len(hits) else len(words)
            near = min(stop, hit.end + _NEAR)
            if _follows(own, hit.start, near) or any(one.span.meets(around) for one in found):
                outcome = FACT
            elif _follows(no, hit.start, near) or any(one.span.meets(around) for one in refused):
                outcome = REFUSED
            else:
                outcome = NOTHING
            yield Cue(document, rule, outcome, notice.evidence(hit), notice.evidence(sentence))


def _follows(starts: Sequence[int], at: int, end: int) -> bool:
    """Whether the next of some places begins before `end`."""
    after = bisect_right(starts, at)
    return after < len(starts) and starts[after] < end
