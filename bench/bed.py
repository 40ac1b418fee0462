"""The test bed at length: recall and precision by fact type in each layout, and by genre; keeps the figures.

    .venv/bin/python -m bench.bed                                       # the table, nothing kept
    .venv/bin/python -m bench.bed --write                               # and the figures into bench/bed.json
    .venv/bin/python -m bench.bed --notices 5 --layout lines --faults   # what was missed and what nobody wanted
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bed.measure import GENRES, LAYOUTS, Tally, measure

RECORD = Path(__file__).parent / "bed.json"
NOTICES = 6  # of each genre, in the figures that are kept
# what the test of the bed reads again: small, so that it takes seconds
SAMPLE = range(2)
SAMPLED = ("none", "lines", "wrapped", "half", "confused", "bars", "page")

type Figures = dict[str, dict[str, list[float]]]


def figures(genres: Iterable[str], numbers: range, layouts: Iterable[str]) -> Figures:
    """Recall and precision by layout and fact type."""
    return {layout: rows(measure(genres, numbers, layout)) for layout in layouts}


def rows(tally: Tally) -> dict[str, list[float]]:
    found = {kind: [round(tally.recall(kind), 4), round(tally.precision(kind), 4)] for kind in sorted({*tally.wanted, *tally.more})}
    return {**found, "all": [round(tally.recall(), 4), round(tally.precision(), 4)]}


def main() -> int:
    parser = argparse.ArgumentParser(description="Recall and precision on notices of our own making.")
    parser.add_argument("--notices", type=int, default=NOTICES, help="of each genre")
    parser.add_argument("--layout", action="append", choices=LAYOUTS, default=[])
    parser.add_argument("--genre", action="append", choices=GENRES, default=[])
    parser.add_argument("--faults", action="store_true", help="list what was missed and what nobody wanted")
    parser.add_argument("--write", action="store_true", help="keep the figures in bench/bed.json")
    options = parser.parse_args()
    genres, numbers = options.genre or GENRES, range(options.notices)
    tallies = {name: measure(genres, numbers, name) for name in options.layout or LAYOUTS}
    if options.faults:
        for name, tally in tallies.items():
            for kind, lines in sorted(tally.faults.items()):
                for line in lines:
                    print(f"{name} {kind} {line}")
    _table("recall", {name: {kind: row[0] for kind, row in rows(tally).items()} for name, tally in tallies.items()})
    _table("precision", {name: {kind: row[1] for kind, row in rows(tally).items() if "." not in kind} for name, tally in tallies.items()})
    first = next(iter(tallies))
    alone = {genre: measure([genre], numbers, first) for genre in genres}
    _table(first, {"recall": {one: tally.recall() for one, tally in alone.items()}, "precision": {one: tally.precision() for one, tally in alone.items()}})
    if options.write:
        kept = {
            "notices": {"genres": len(GENRES), "each": options.notices},
            "long": {name: rows(tally) for name, tally in tallies.items()},
            "sample": figures(GENRES, SAMPLE, SAMPLED),
        }
        RECORD.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"kept in {RECORD}")
    return 0


def _table(title: str, columns: Mapping[str, Mapping[str, float]]) -> None:
    kinds = list(dict.fromkeys(kind for column in columns.values() for kind in column))
    print(f"{title:26}" + "".join(f"{name:>10}" for name in columns))
    for kind in [*(kind for kind in kinds if kind != "all"), *(kind for kind in kinds if kind == "all")]:
        print(f"{kind:26}" + "".join(f"{column[kind]:10.3f}" if kind in column else f"{'':10}" for column in columns.values()))
    print()


if __name__ == "__main__":
    sys.exit(main())
