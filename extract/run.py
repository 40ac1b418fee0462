"""Many inputs, each read and extracted by itself, in as many processes as are wanted; the answers in order.

One input that fails fails alone. At any time no more than a few inputs are in memory, however many there are.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from queue import SimpleQueue

from extract.extraction import Extraction
from extract.pipeline import extract_text
from extract.read.inputs import Input
from extract.read.load import load
from extract.worker import Worker
from kg.errors import InputError

_MANY = 1 << 20  # bytes from which a second process is worth its start
_AHEAD = 2  # inputs that a process has at most: one in work and the next


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its facts, or why there are none; `doubt` is what is not sure about its text."""

    name: str
    extraction: Extraction | None = None
    error: InputError | None = None
    doubt: str | None = None


def outcome(one: Input, cues: bool = False) -> Outcome:
    """Read one input and extract its facts; nothing is raised for what is wrong with the input."""
    try:
        loaded = load(one)
        return Outcome(one.name, extract_text(loaded.text, cues), doubt=loaded.doubt)
    except InputError as error:
        return Outcome(one.name, error=error)
    except (MemoryError, RecursionError) as error:
        return _failed(one, f"is too large or too deep to be read ({type(error).__name__})")
    except Exception as error:  # a library that fails on a broken file must not stop the other inputs
        return _failed(one, f"cannot be read: {type(error).__name__}: {error}")


def run(found: Sequence[Input], jobs: int | None = 1, cues: bool = False) -> Iterator[Outcome]:
    """The outcomes of inputs, in their order, whatever the number of processes.

    None for `jobs` is one process a core, or a single one where there is too little to share.
    """
    count = min(jobs or _worth(found), len(found))
    if count < 2:
        yield from (outcome(one, cues) for one in found)
        return
    with closing(_Crew(found, count, cues)) as crew:
        yield from crew.outcomes()


class _Crew:
    """The processes that share inputs, and who has which.

    Where a process dies (out of memory, a crash in a library) the input it had in work is tried once more, when
    nothing else runs: the memory may have been another's.
    """

    def __init__(self, found: Sequence[Input], count: int, cues: bool) -> None:
        self._found, self._cues = found, cues
        self._waiting, self._again = deque(range(len(found))), deque[int]()
        self._tried: set[int] = set()
        self._done: dict[int, Outcome] = {}
        self._answers: SimpleQueue[tuple[Worker, tuple[Outcome, ...]]] = SimpleQueue()
        self._workers = [Worker(self._answers) for _ in range(count)]

    def outcomes(self) -> Iterator[Outcome]:
        for place in range(len(self._found)):
            while place not in self._done:
                self._hand_out(place + len(self._workers) * _AHEAD * 2)
                self._take()
            yield self._done.pop(place)

    def _hand_out(self, end: int) -> None:
        """Give each process as much as it may have, of the inputs before `end`."""
        if self._again:
            if not any(worker.tasks for worker in self._workers):
                self._give(self._workers[0], self._again.popleft())
            return
        for deep in range(1, _AHEAD + 1):
            for worker in self._workers:
                if len(worker.tasks) < deep and self._waiting and self._waiting[0] < end:
                    self._give(worker, self._waiting.popleft())

    def _give(self, worker: Worker, place: int) -> None:
        worker.give(place, outcome, self._found[place], self._cues)

    def _take(self) -> None:
        worker, answer = self._answers.get()
        if answer:
            (self._done[worker.tasks.popleft()],) = answer
            return
        worker.kill()
        self._workers[self._workers.index(worker)] = Worker(self._answers)
        if not worker.tasks:
            return
        place = worker.tasks.popleft()
        self._waiting.extendleft(reversed(worker.tasks))
        if place in self._tried:
            why = "the process that read it died; it may need more memory than there is"
            self._done[place] = _failed(self._found[place], why)
        else:
            self._tried.add(place)
            self._again.append(place)

    def close(self) -> None:
        for worker in self._workers:
            worker.kill()


def _failed(one: Input, reason: str) -> Outcome:
    return Outcome(one.name, error=InputError(one.name, reason))


def _worth(found: Sequence[Input]) -> int:
    """How many processes pay for their start."""
    paths = {one.path for one in found}
    bytes_ = sum(path.stat().st_size for path in paths if path.exists())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if bytes_ >= _MANY else 1
