"""A renamed gazette gives the renamed facts: nothing hangs on the places, people and numbers at hand."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench.gold import Json, f1, facts, read, report
from tests.shared.renaming import Renaming, comparable, renaming

pytestmark = pytest.mark.shared

# the types of the first issue: heads, publications, citations …
FIRST = ("document", "publication", "approval", "citation", "validity", "appointment", "office", "gazette")
DROP = 0.005
LOST = 0.01  # share of all facts that may change: names that hold a word of another kind (巨各庄镇)


@cache
def _plain(folder: Path) -> tuple[list[Json], dict[str, str], dict[str, list[Json]]]:
    """The gold, the gazettes and their facts, as they are."""
    gold = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "gold").glob("*.json"))]
    texts = {path.name: read(path) for path in sorted((folder / "gazettes").glob("*.txt"))}
    return gold, texts, {source: facts(source, raw) for source, raw in texts.items()}


@cache
def _renamed(folder: Path, same_length: bool) -> tuple[Renaming, list[Json], dict[str, str], dict[str, list[Json]]]:
    gold, texts, _ = _plain(folder)
    names = renaming(gold, same_length)
    told = {source: names.text(raw) for source, raw in texts.items()}
    return names, [_gold(names, one) for one in gold], told, {source: facts(source, raw) for source, raw in told.items()}


def _gold(names: Renaming, notice: Json) -> Json:
    said = [{"type": fact["type"], "args": names.value(fact["args"])} for fact in notice["facts"]]
    heads = {key: names.value(notice[key]) for key in ("notice", "jurisdictions", "same")}
    return {**notice, **heads, "facts": said}


@pytest.mark.parametrize("same_length", [True, False], ids=["same length", "another length"])
def test_a_renamed_gazette_gives_the_renamed_facts(shared: Path, same_length: bool) -> None:
    _, _, plain = _plain(shared)
    names, _, _, found = _renamed(shared, same_length)
    wanted = Counter(comparable(names.value(fact)) for some in plain.values() for fact in some)
    got = Counter(comparable(fact) for some in found.values() for fact in some)
    lost = sorted((wanted - got).elements())
    assert len(lost) <= LOST * wanted.total(), "\n".join(lost[:40])


@pytest.mark.parametrize("same_length", [True, False], ids=["same length", "another length"])
def test_the_score_does_not_fall(shared: Path, same_length: bool) -> None:
    gold, texts, plain = _plain(shared)
    _, new_gold, new_texts, found = _renamed(shared, same_length)
    before = dict(f1(report(_all(plain), gold, texts.items())))
    after = dict(f1(report(_all(found), new_gold, new_texts.items())))
    fell = {name: (score, after[name]) for name, score in before.items() if name.startswith(FIRST) and after[name] < score - DROP}
    assert not fell


def _all(found: dict[str, list[Json]]) -> list[dict[str, Any]]:
    return [fact for some in found.values() for fact in some]
