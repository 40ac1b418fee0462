"""Whom sentences of regulations give work: every doer of a list, and nobody where they tell of rights, measures, events and places."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.doers.given import given

SAID: list[tuple[str, list[str]]] = tomllib.loads((Path(__file__).parent / "regulations.toml").read_text("utf-8"))["said"]


def test_whom_a_sentence_gives_work() -> None:
    found = given(sentence for sentence, _ in SAID)
    assert {sentence: sorted(doers) for (sentence, _), doers in zip(SAID, found, strict=True)} == dict(SAID)
