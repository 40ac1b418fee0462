"""Characters a second from file to facts, with one process and with two, beside jieba.cut over the same text in the same run.

    .venv/bin/python -m bench.speed                       # the gazettes of ../shared, or the sample where there are none
    .venv/bin/python -m bench.speed FILE... --stages      # and what each stage and each relation takes

A figure of one machine on one day; the ratios are what to compare. Nothing asserts them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import jieba

from extract.notices import notices
from extract.pipeline import extract_text, relations
from extract.read.inputs import inputs
from extract.read.load import load
from extract.run import run
from kg.model import Text

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "gazettes"


def fastest(work: Callable[[], object], times: int = 3) -> float:
    """Seconds of the fastest of a few runs."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def extracted(paths: Sequence[Path], jobs: int) -> int:
    """Reads files to facts; how many facts."""
    return sum(len(one.extraction.facts) for one in run(inputs(paths).found, jobs) if one.extraction)


def stages(texts: Sequence[Text]) -> list[tuple[str, float]]:
    """Seconds of each stage, the dearest first."""
    found = [one for text in texts for one in notices(text)]
    taken = [("notices, heads, trees", fastest(lambda: [notices(text) for text in texts]))]
    for relation in relations():
        if relation.reads == "notice":
            find = relation.find
            taken.append((relation.kind, fastest(lambda find=find: [list(find(one)) for one in found])))  # type: ignore[misc]
    taken.append(("all, with checks and evidence", fastest(lambda: [extract_text(text) for text in texts])))
    return sorted(taken, key=lambda row: -row[1])


def main() -> int:
    parser = argparse.ArgumentParser(description="Characters a second, beside jieba.")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--stages", action="store_true", help="what each stage and each relation takes")
    options = parser.parse_args()
    given = sorted(SHARED.glob("*.txt")) if SHARED.is_dir() else [ROOT / "kg" / "sample" / "gazette.txt"]
    paths = options.paths or given
    texts = [load(one).text for one in inputs(paths).found]
    raws = [text.raw for text in texts]
    size = sum(map(len, raws))
    jieba.setLogLevel(60)
    jieba.initialize()
    for text in texts:  # lexicons are read once, outside the clock
        extract_text(text)
    peer = fastest(lambda: [sum(1 for _ in jieba.cut(raw)) for raw in raws])
    rows = [("jieba.cut", peer)]
    rows += [(f"file to facts, {jobs} process{'es' if jobs > 1 else ''}", fastest(lambda jobs=jobs: extracted(paths, jobs))) for jobs in (1, 2)]  # type: ignore[misc]
    print(f"{size:,} characters in {len(paths)} files")
    for name, seconds in rows:
        print(f"{name:32}{size / seconds:12,.0f} characters/s{peer / seconds:8.2f} × jieba.cut")
    if options.stages:
        for name, seconds in stages(texts):
            print(f"  {name:30}{seconds:8.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
