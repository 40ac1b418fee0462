"""Reads one hostile text of a size and says what came of it; run by test_big.py in a process of its own."""

from __future__ import annotations

import resource
import sys

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Source
from tests.hostile.texts import HOSTILE


def main(name: str, size: int, seconds: int, bytes_: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))
    done = extract_text(to_text(Source("hostile.txt", ""), HOSTILE[name](size)))
    assert not done.faults, done.faults[:3]
    print(len(done.facts))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
