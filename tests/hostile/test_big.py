"""Texts of a million characters: no crash, no fault, memory and time within bounds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS, BYTES = 240, 3 * 2**30

# name of the text -> characters
BIG = {
    "lines": 10_000,
    "ten thousand items": 110_000,
    "nested brackets": 1_000_000,
    "titles open": 1_000_000,
    "list sign": 1_000_000,
    "about": 200_000,
    "by": 100_000,
    "digits": 1_000_000,
    "articles": 200_000,
    "one line": 100_000,
    "table": 250_000,  # of 50,000 cells
    "wide table": 250_000,
    "catalogue run together": 200_000,
    "NUL": 1_000_000,
    "surrogates": 1_000_000,
    "right to left": 200_000,
    "levels without end": 60_000,
    "duties in one sentence": 100_000,
    "bureaux": 200_000,
    "bodies": 300_000,
}


@pytest.mark.parametrize("name", BIG)
def test_big(name: str) -> None:
    command = [sys.executable, "-m", "tests.hostile.big", name, *map(str, (BIG[name], SECONDS, BYTES))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
