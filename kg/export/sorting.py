"""Sorting more lines than memory holds."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import batched, groupby
from tempfile import TemporaryFile
from typing import IO

CHUNK = 500_000


def sorted_lines(lines: Iterable[str], chunk: int = CHUNK) -> Iterator[str]:
    """Each line once, in the order of its code points; runs of a chunk are kept in files.

    >>> list(sorted_lines(["b", "a", "b"]))
    ['a', 'b']
    """
    with ExitStack() as files:
        runs: list[Iterator[str]] = []
        for some in batched(lines, chunk):
            run = sorted(set(some))
            if len(some) < chunk and not runs:
                yield from run
                return
            file: IO[str] = files.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))
            file.writelines(run)
            file.seek(0)
            runs.append(iter(file))
        for line, _ in groupby(heapq.merge(*runs)):
            yield line
