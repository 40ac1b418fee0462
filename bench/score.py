"""Holds the figures on the gold sets of ../shared: no fact type falls below what `bench/accuracy.json` says.

    .venv/bin/python -m bench.score            # compare, exit 1 on a drop
    .venv/bin/python -m bench.score --write    # record today's figures (make accuracy)
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
RECORD = Path(__file__).parent / "accuracy.json"
TOLERANCE = 0.001
# name of the set -> (folder of the texts, folder of the gold notices), both below SHARED
SETS = {"gazettes": ("gazettes", "gold"), "elsewhere": ("elsewhere/texts", "elsewhere/gold")}

type Figures = dict[str, float]


def measure(texts: Path, gold: Path, shared: Path = SHARED) -> Figures:
    """F1 by fact type and argument as shared/score.py counts them, the notices read, the evidence."""
    with tempfile.TemporaryDirectory() as aside:
        facts = Path(aside, "facts.jsonl")
        kg = Path(sys.executable).with_name("kg")
        extract: list[str | Path] = [kg, "extract", *sorted(texts.glob("*.txt")), "--format", "jsonl"]
        with facts.open("wb") as out:
            subprocess.run(extract, stdout=out, check=True)
        score: list[str | Path] = [sys.executable, shared / "score.py", facts, "--gold", gold, "--sources", texts, "--json"]
        report = json.loads(subprocess.run(score, stdout=subprocess.PIPE, check=True).stdout)
    return figures(report)


def figures(report: dict[str, Any]) -> Figures:
    """The figures of a report that are worth holding, e.g. `{"notices": 14, "appointment": 0.98, …}`."""
    kept = {"notices": report["found"], "evidence_checked": report["evidence_checked"]}
    kept["evidence_faults"] = report["evidence_faults"]
    for name, row in sorted(report["facts"].items()):
        if row["gold"]:
            kept[name] = round(row["f1"], 4)
    return kept


def faults(now: Figures, recorded: Figures) -> list[str]:
    """What is wrong with today's figures, in words; empty when nothing fell."""
    found = []
    if now["evidence_faults"]:
        found.append(f"evidence: {now['evidence_faults']} facts point at the wrong words or none")
    if not now["evidence_checked"]:
        found.append("evidence: no fact was checked")
    for name, floor in recorded.items():
        if name.startswith("evidence_"):
            continue
        if now.get(name, 0.0) < floor - TOLERANCE:
            found.append(f"{name}: {now.get(name, 0.0):g}, recorded {floor:g}")
    return found


def gains(now: Figures, recorded: Figures) -> list[str]:
    """The figures that rose, or that nobody recorded yet."""
    rows = [(name, value, recorded.get(name)) for name, value in now.items() if "evidence_" not in name]
    return [
        f"{name}: {value:g}, " + ("not recorded" if floor is None else f"recorded {floor:g}")
        for name, value, floor in rows
        if floor is None or value > floor + TOLERANCE
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Figures on the gold sets against the recorded ones.")
    parser.add_argument("--write", action="store_true", help="record today's figures as the floors")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"no gold sets: {SHARED} is not there", file=sys.stderr)
        return 2
    recorded: dict[str, Figures] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    now = {name: measure(SHARED / texts, SHARED / gold) for name, (texts, gold) in SETS.items()}
    fell = False
    for name, values in now.items():
        before = recorded.get(name, {})
        print(f"{name}: {values['notices']:g} notices, {values['evidence_checked']:g} facts checked")
        for line in gains(values, before):
            print(f"  better  {line}" + ("" if options.write else "   (make accuracy records it)"))
        for line in faults(values, before):
            fell = True
            print(f"  WORSE   {line}")
    if not options.write:
        if not recorded:
            print(f"no floors: {RECORD} is not there, make accuracy writes it")
        return int(fell or not recorded)
    RECORD.write_text(json.dumps(now, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"recorded in {RECORD}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
