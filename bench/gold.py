"""The gold sets in memory, so that a text can be changed before it is read, and scored as shared/score.py scores.

A case is one notice with its gold facts; a notice of a gazette is cut out of its issue, so that it stands by itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.notices import notices
from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.interchange import to_json
from kg.model import Source

SHARED = Path(__file__).parents[2] / "shared"
# name of a set -> (folder of the texts, folder of the gold), both below SHARED
SETS = {"gazettes": ("gazettes", "gold"), "elsewhere": ("elsewhere/texts", "elsewhere/gold")}

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One notice as text, and its gold."""

    source: str
    raw: str
    gold: Json


def cases(name: str) -> list[Case]:
    """The notices of a gold set, each a text of its own."""
    texts, folder = (SHARED / part for part in SETS[name])
    found = []
    for path in sorted(folder.rglob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = whole = read(texts / gold["source"])
        if not gold.get("whole_file"):
            raw = _cut(gold["source"], whole)[gold["notice"]]
        source = f"{path.stem}.txt"
        found.append(Case(source, raw, {**gold, "source": source, "whole_file": True}))
    return found


@cache
def read(path: Path) -> str:
    """A text as it stands: the offsets of evidence count its line ends too."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@cache
def _cut(source: str, raw: str) -> dict[str, str]:
    """The notices of an issue by their numbers."""
    text = to_text(Source(source, ""), raw)
    return {one.document: raw[text.raw_span(one.span).slice] for one in notices(text)}


def facts(source: str, raw: str) -> list[Json]:
    """The facts of a text in the interchange form."""
    return [to_json(fact) for fact in extract_text(to_text(Source(source, ""), raw)).facts]


def report(found: Iterable[Json], gold: Iterable[Json], texts: Iterable[tuple[str, str]]) -> Json:
    """The report of score.py: facts against gold, evidence against the texts that they were read from."""
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder)
        for part in ("gold", "texts"):
            (aside / part).mkdir()
        for i, notice in enumerate(gold):
            (aside / "gold" / f"{i}.json").write_text(json.dumps(notice, ensure_ascii=False), "utf-8")
        for source, raw in texts:
            (aside / "texts" / source).write_bytes(raw.encode("utf-8", "surrogatepass"))
        lines = (json.dumps(fact, ensure_ascii=False) + "\n" for fact in found)
        (aside / "facts.jsonl").write_text("".join(lines), "utf-8")
        return _scored([str(aside / "facts.jsonl"), "--gold", str(aside / "gold"), "--sources", str(aside / "texts")])


def _scored(arguments: list[str]) -> Json:
    score = [sys.executable, str(SHARED / "score.py"), *arguments, "--json"]
    result: Json = json.loads(subprocess.run(score, stdout=subprocess.PIPE, check=True).stdout)
    return result


def f1(result: Json) -> Iterator[tuple[str, float]]:
    """Every type and slot that the gold has, with its F1; `micro`, `headers` and all slots of a head at last."""
    for name, row in sorted(result["facts"].items()):
        if row["gold"]:
            yield name, row["f1"]
    yield "micro", result["micro_f1"]
    yield "headers", result["header_f1"]
