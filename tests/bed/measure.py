"""How much of what the made notices state comes out, by genre and fact type, under each kind of damage."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.damage import DAMAGES
from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.interchange import to_json
from kg.model import Source
from tests.bed import bodies, duties, heads, moves
from tests.bed.made import Made, Template, Wanted
from tests.bed.names import Names

GENRES: Mapping[str, Template] = {**moves.GENRES, **bodies.GENRES, **heads.GENRES, **duties.GENRES}


@dataclass(slots=True)
class Tally:
    """Facts wanted and found, facts given that nobody wanted; the first few of each in words."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    more: Counter[str] = field(default_factory=Counter)
    missed: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def recall(self, kind: str | None = None) -> float:
        wanted = self.wanted[kind] if kind else self.wanted.total()
        return (self.found[kind] if kind else self.found.total()) / wanted if wanted else 1.0


def made(genre: str, number: int) -> Made:
    """The notice of a genre with a number: always the same."""
    return GENRES[genre](Names(f"{genre} {number}"))


def measure(genres: Iterable[str], numbers: Iterable[int], damage: str = "none", into: Tally | None = None) -> Tally:
    """Reads notices of the genres, damaged in the same way each time."""
    tally = into or Tally()
    counts = list(numbers)
    for genre in genres:
        for number in counts:
            one = made(genre, number)
            raw = DAMAGES[damage](one.raw, random.Random(f"{genre} {number} {damage}"))
            _compare(tally, genre, one, [to_json(fact) for fact in extract_text(to_text(Source("bed.txt", ""), raw)).facts])
    return tally


def _compare(tally: Tally, genre: str, one: Made, facts: list[dict[str, Any]]) -> None:
    free = list(facts)
    for kind, args in one.facts:
        tally.wanted[kind] += 1
        hit = next((fact for fact in free if fact["type"] == kind and _agree(args, fact["args"])), None)
        if hit is None:
            tally.missed[kind].append(f"{genre}: {dict(args)}")
        else:
            tally.found[kind] += 1
            free.remove(hit)
    for fact in free:
        if fact["type"] in one.whole and not (fact["type"] == "document" and fact["args"].get("carried_by")):
            tally.more[fact["type"]] += 1
            tally.missed[fact["type"]].append(f"{genre}: not wanted {_plain(fact['args'])}")


def _plain(args: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.get("mention") if isinstance(value, dict) else value for name, value in args.items() if value is not None}


def _agree(wanted: Wanted | Mapping[str, Any], args: Mapping[str, Any]) -> bool:
    """Every argument that is wanted: agencies by mention or full name, a task by what it holds, other words without signs."""
    assert isinstance(wanted, Mapping)
    return all(_same(name, value, args.get(name)) for name, value in wanted.items())


def _same(name: str, wanted: Any, got: Any) -> bool:
    if isinstance(wanted, list):
        said = [one["mention"] for one in got or []]
        full = [one["name"] for one in got or []]
        return len(said) == len(wanted) and all(want in (a, b) for want, a, b in zip(wanted, said, full, strict=True))
    if isinstance(got, dict):
        return _folded(wanted) in (_folded(got["mention"]), _folded(got["name"]))
    if name == "task":
        return _folded(wanted) in _folded(got) or _folded(got) in _folded(wanted)
    if name == "note" and wanted and got:
        return _folded(wanted) in _folded(got)
    return _folded(wanted) == _folded(got)


def _folded(words: Any) -> str:
    signs = unicodedata.normalize("NFKC", "" if words is None else str(words))
    return "".join(sign for sign in signs if sign.isalnum() and sign not in "〇")
