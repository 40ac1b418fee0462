"""How much of what the made notices state comes out, by genre and fact type, under each kind of damage."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bench.damage import CONFUSED, DAMAGES
from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.interchange import to_json
from kg.model import Source
from tests.bed import compose, issue
from tests.bed.made import Args, Made
from tests.bed.pages import page

GENRES = (*compose.genres(), issue.GENRE)
PAGE = "page"  # a page of a web site, beside the kinds of damage that a text takes
LAYOUTS = (*DAMAGES, PAGE)
# told of a fact that is found by its other arguments, and counted by themselves: `assignment.deadline`
BESIDE = {
    "appointment": ("note", "date"),
    "approval": ("action",),
    "assignment": ("deadline",),
    "body": ("office_at", "action"),
    "citation": ("number",),
    "document": ("number", "kind", "date", "issuers", "addressees"),
    "publication": ("drafter",),
    "structure": ("kind",),
    "validity": ("from", "until", "interpreter"),
}
# signs that print alike are alike here: what OCR confuses stays confused in the facts
_ALIKE = {ord(wrong): right for right, wrong in CONFUSED.items()}


@dataclass(slots=True)
class Tally:
    """Facts wanted and found, facts given that nobody wanted; each fault in words."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    more: Counter[str] = field(default_factory=Counter)
    faults: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def recall(self, kind: str | None = None) -> float:
        wanted = self.wanted[kind] if kind else _facts(self.wanted)
        return (self.found[kind] if kind else _facts(self.found)) / wanted if wanted else 1.0

    def precision(self, kind: str | None = None) -> float:
        found, more = (self.found[kind], self.more[kind]) if kind else (_facts(self.found), self.more.total())
        return found / (found + more) if found + more else 1.0


def _facts(counted: Counter[str]) -> int:
    return sum(count for kind, count in counted.items() if "." not in kind)


def made(genre: str, number: int) -> Made:
    """The notice of a genre with a number: always the same."""
    return issue.issue(number) if genre == issue.GENRE else compose.made(genre, number)


def text_of(genre: str, number: int, layout: str) -> str:
    """The words of a made notice in a layout, damaged in the same way each time."""
    one, dice = made(genre, number), random.Random(f"{genre} {number} {layout}")
    return page(one, dice) if layout == PAGE else DAMAGES[layout](one.raw, dice)


def measure(genres: Iterable[str], numbers: Iterable[int], layout: str = "none") -> Tally:
    """Reads notices of the genres in a layout."""
    tally = Tally()
    counts = list(numbers)
    for genre in genres:
        for number in counts:
            raw = text_of(genre, number, layout)
            facts = extract_text(to_text(Source("bed.txt", ""), raw)).facts
            _compare(tally, f"{genre} {number}", made(genre, number), [to_json(fact) for fact in facts])
    return tally


def _compare(tally: Tally, name: str, one: Made, facts: list[dict[str, Any]]) -> None:
    free = list(facts)
    for kind, args in one.facts:
        beside = {part: value for part, value in args.items() if part in BESIDE.get(kind, ())}
        keys = {part: value for part, value in args.items() if part not in beside}
        tally.wanted[kind] += 1
        alike = [fact for fact in free if fact["type"] == kind and _agree(keys, fact["args"])]
        if not alike:
            tally.faults[kind].append(f"{name}: missed {dict(args)}")
            continue
        hit = next((fact for fact in alike if _agree(beside, fact["args"])), alike[0])
        tally.found[kind] += 1
        free.remove(hit)
        for part, value in beside.items():
            tally.wanted[f"{kind}.{part}"] += 1
            if _same(part, value, hit["args"].get(part)):
                tally.found[f"{kind}.{part}"] += 1
            else:
                tally.faults[f"{kind}.{part}"].append(f"{name}: {dict(args)} has {_plain(hit['args'])}")
    for fact in free:
        if fact["type"] not in one.loose and not fact["args"].get("carried_by"):
            tally.more[fact["type"]] += 1
            tally.faults[fact["type"]].append(f"{name}: not wanted {_plain(fact['args'])}")


def _plain(args: Args) -> dict[str, Any]:
    return {name: value.get("mention") if isinstance(value, dict) else value for name, value in args.items() if value is not None}


def _agree(wanted: Args, args: Args) -> bool:
    """Every argument that is wanted: agencies by mention or full name, a task by what it holds, other words without signs."""
    return all(_same(name, value, args.get(name)) for name, value in wanted.items())


def _same(name: str, wanted: Any, got: Any) -> bool:
    if isinstance(wanted, list):
        said = [one["mention"] for one in got or []]
        full = [one["name"] for one in got or []]
        return len(said) == len(wanted) and all(_folded(want) in (_folded(a), _folded(b)) for want, a, b in zip(wanted, said, full, strict=True))
    if isinstance(got, dict):
        return _folded(wanted) in (_folded(got["mention"]), _folded(got["name"]))
    if name == "task":
        return _folded(wanted) in _folded(got) or _folded(got) in _folded(wanted)
    if name in ("note", "body", "target") and wanted and got:
        return _folded(wanted) in _folded(got)
    return _folded(wanted) == _folded(got)


def _folded(words: Any) -> str:
    signs = unicodedata.normalize("NFKC", "" if words is None else str(words)).translate(_ALIKE)
    return "".join(sign for sign in signs if sign.isalnum() and sign != "〇")
