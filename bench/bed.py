"""The long run of the test bed: recall by fact type under each kind of damage, and by genre.

    .venv/bin/python -m bench.bed --notices 20
    .venv/bin/python -m bench.bed --notices 5 --damage lines --missed
"""

from __future__ import annotations

import argparse
import sys

from bench.damage import DAMAGES
from tests.bed.measure import GENRES, Tally, measure


def main() -> int:
    parser = argparse.ArgumentParser(description="Recall on notices of our own making.")
    parser.add_argument("--notices", type=int, default=10, help="of each genre")
    parser.add_argument("--damage", action="append", choices=list(DAMAGES), default=[])
    parser.add_argument("--genre", action="append", choices=list(GENRES), default=[])
    parser.add_argument("--missed", action="store_true", help="list what was missed and what nobody wanted")
    options = parser.parse_args()
    genres, numbers = options.genre or list(GENRES), range(options.notices)
    tallies = {name: measure(genres, numbers, name) for name in options.damage or DAMAGES}
    kinds = sorted(next(iter(tallies.values())).wanted)
    print(f"{'recall':16}" + "".join(f"{name:>10}" for name in tallies))
    for kind in kinds:
        print(f"{kind:16}" + "".join(f"{tally.recall(kind):10.3f}" for tally in tallies.values()))
    print(f"{'all':16}" + "".join(f"{tally.recall():10.3f}" for tally in tallies.values()))
    print(f"{'not wanted':16}" + "".join(f"{tally.more.total():10}" for tally in tallies.values()))
    print()
    for genre in genres:
        alone = {name: measure([genre], numbers, name) for name in list(tallies)[:1]}
        print(f"{genre:28}" + "".join(f"{tally.recall():8.3f}" for tally in alone.values()))
    if options.missed:
        for name, tally in tallies.items():
            _list(name, tally)
    return 0


def _list(name: str, tally: Tally) -> None:
    for kind, lines in sorted(tally.missed.items()):
        for line in lines:
            print(f"{name} {kind} {line}")


if __name__ == "__main__":
    sys.exit(main())
