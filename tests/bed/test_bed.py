"""The bed in short: no figure of `bench/bed.json` falls; `python -m bench.bed --write` measures at length and keeps them."""

from __future__ import annotations

import json

import pytest

from bench.bed import RECORD, SAMPLE, SAMPLED, rows
from kg.schema import load_schema
from tests.bed.measure import GENRES, Tally, made, measure

TOLERANCE = 0.03


@pytest.mark.parametrize("genre", GENRES)
def test_the_same_notice_each_time(genre: str) -> None:
    one = made(genre, 3)
    assert one == made(genre, 3)
    assert one.facts
    assert one.raw != made(genre, 4).raw


def test_every_fact_type_is_stated() -> None:
    stated = {kind for genre in GENRES for number in range(6) for kind, _ in made(genre, number).facts}
    assert stated == set(load_schema().types)


@pytest.mark.parametrize("layout", SAMPLED)
def test_no_figure_falls(layout: str) -> None:
    tally = measure(GENRES, SAMPLE, layout)
    kept = json.loads(RECORD.read_text(encoding="utf-8"))["sample"][layout]
    fell = [
        f"{kind} {name}: {now:g}, was {before:g}"
        for kind, both in rows(tally).items()
        for name, now, before in zip(("recall", "precision"), both, kept.get(kind, [0, 0]), strict=True)
        if now < before - TOLERANCE
    ]
    assert not fell, "\n".join(fell) + "\n" + _said(tally)


def _said(tally: Tally) -> str:
    return "\n".join(f"{kind}: {line}" for kind, lines in sorted(tally.faults.items()) for line in lines)
