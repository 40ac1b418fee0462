"""The bed in short: what made notices state comes out, damaged or not; `python -m bench.bed` runs it at length."""

from __future__ import annotations

import pytest

from tests.bed.measure import GENRES, Tally, made, measure

NUMBERS = range(2)
# of all facts that the notices state, under each kind of damage
FLOORS = {"none": 0.92, "half": 0.92, "spaces": 0.92, "crlf": 0.92, "brackets": 0.92, "pages": 0.88, "lines": 0.86}


@pytest.mark.parametrize("genre", GENRES)
def test_the_same_notice_each_time(genre: str) -> None:
    one = made(genre, 3)
    assert one == made(genre, 3)
    assert one.facts
    assert one.raw != made(genre, 4).raw


@pytest.mark.parametrize("damage", FLOORS)
def test_recall(damage: str) -> None:
    tally = measure(GENRES, NUMBERS, damage)
    assert tally.recall() >= FLOORS[damage], _said(tally)


def test_little_is_found_that_is_not_stated() -> None:
    tally = measure(GENRES, NUMBERS)
    assert tally.more.total() <= 0.08 * tally.found.total(), _said(tally)


def _said(tally: Tally) -> str:
    return "\n".join(f"{kind}: {line}" for kind, lines in sorted(tally.missed.items()) for line in lines)
