"""A build that finds the view of the last one writes only what has changed; what comes of it is what a first build makes."""

from __future__ import annotations

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build as builds
from kg.build.view import Before, make_view
from kg.graph import open_graph
from tests.graph.facts import Text, appoints, contents, head, make, text


def source(name: str, random_: random.Random) -> Text:
    """One of a few notices, so that sources share people, posts, agencies and whole texts, and say different things of them."""
    number = f"望政发〔2019〕{random_.randrange(4)}号"
    told = [
        appoints(random_.choice("王李") + "涛", random_.choice(["区教育局", "区审计局"]), "局长", number)
        for _ in range(3)
    ]
    return text(name, head(f"望溪区人民政府第{random_.randrange(3)}件通知", number), *told)


def quads(graph: Path) -> set[ox.Quad]:
    with open_graph(graph) as opened:
        return set(ox.Store.read_only(str(opened.view / "rdf")))


@pytest.mark.parametrize("seed", range(3))
def test_changed_step_by_step_or_made_at_once(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random_, there = random.Random(seed), {}
    renewed = []

    def watched(parts: object, folder: Path, before: Before | None = None) -> None:
        renewed.append(before is not None)
        make_view(parts, folder, before)  # type: ignore[arg-type]

    monkeypatch.setattr(builds, "make_view", watched)
    there = {name: source(name, random_) for name in "abcdef"}
    make(tmp_path / "steps", there.values())
    for _ in range(6):
        gone = random_.sample(sorted(there), random_.randrange(2))
        new = {name: source(name, random_) for name in random_.sample("abcdefgh", random_.randrange(1, 3))}
        gone = [name for name in gone if name not in new]
        there = {name: one for name, one in there.items() if name not in gone} | new
        make(tmp_path / "steps", new.values(), gone)
    make(tmp_path / "once", there.values())
    assert any(renewed[:-1])
    assert quads(tmp_path / "steps") == quads(tmp_path / "once")
    assert contents(tmp_path / "steps") == contents(tmp_path / "once")


def test_the_view_before_stays_as_it_was(tmp_path: Path) -> None:
    some = [source(name, random.Random(1)) for name in "abc"]
    make(tmp_path, some)
    with open_graph(tmp_path) as graph:
        before = quads(tmp_path)
        make(tmp_path, [source("d", random.Random(2))], ["a"])
        assert set(ox.Store.read_only(str(graph.view / "rdf"))) == before
        assert quads(tmp_path) != before


def test_a_store_that_is_broken_is_not_built_upon(tmp_path: Path) -> None:
    some = [source(name, random.Random(name)) for name in "abcd"]
    make(tmp_path / "broken", some[:3])
    for table in (tmp_path / "broken").glob("views/*/rdf/*.sst"):
        table.write_bytes(b"junk")
    make(tmp_path / "broken", some[3:])
    make(tmp_path / "whole", some)
    assert quads(tmp_path / "broken") == quads(tmp_path / "whole")
