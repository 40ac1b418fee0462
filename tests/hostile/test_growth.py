"""Time grows with the text: four times the text takes no more than about four times as long."""

from __future__ import annotations

import time

import pytest

from extract.notices import notices
from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Source
from tests.hostile.texts import HOSTILE

SIZE = 1500
# 4 would be linear, 16 quadratic; the rest is for the machine
RATIO, GRACE = 10, 0.3


def _seconds(raw: str) -> float:
    began = time.process_time()
    done = extract_text(to_text(Source("hostile.txt", ""), raw))
    assert not done.faults
    return time.process_time() - began


def test_time_grows_with_the_notices() -> None:
    """A volume of very many short notices: what is asked once of all of them is not asked of each."""

    def seconds(count: int) -> float:
        given = to_text(Source("volume.txt", ""), HOSTILE["issue of many notices"](100 * count))
        began = time.process_time()
        notices(given)
        return time.process_time() - began

    assert seconds(2000) < RATIO * seconds(500) + GRACE


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text(name: str) -> None:
    small, large = HOSTILE[name](SIZE), HOSTILE[name](4 * SIZE)
    for _ in range(3):  # a busy machine may disturb one measurement, not three
        before = _seconds(small)
        after = _seconds(large)
        if after <= RATIO * before + GRACE:
            return
    pytest.fail(f"{SIZE} characters {before:.2f} s, {4 * SIZE} characters {after:.2f} s")
