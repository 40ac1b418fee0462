"""Many inputs, each read and extracted by itself, in as many processes as are wanted; the answers in order.

One input that fails fails alone. At any time no more than a few inputs are in memory, however many there are.
"""

from __future__ import annotations

import os
import pkgutil
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext

import extract.relations
from extract.extraction import Extraction
from extract.pipeline import extract_text
from extract.read.inputs import Input
from extract.read.load import load
from kg.errors import InputError

_MANY = 1 << 20  # bytes from which a second process is worth its start
_AHEAD = 2  # inputs in work or waiting for their turn, for each process


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
    waiting = deque(found)
    while waiting:
        pool = ProcessPoolExecutor(count, mp_context=_context(), initializer=_begin)
        try:
            yield from _until_broken(pool, waiting, count, cues)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _until_broken(
    pool: ProcessPoolExecutor, waiting: deque[Input], count: int, cues: bool
) -> Iterator[Outcome]:
    """Outcomes in order, each taken from `waiting` as it comes.

    Where a process dies (out of memory, a crash in a library), nobody knows which input killed it: those in work
    are tried again, each alone in a process of its own, and the rest is left to a new pool.
    """
    ahead: deque[tuple[Input, Future[Outcome]]] = deque()
    rest = iter(list(waiting))
    while True:
        try:
            while len(ahead) < count * _AHEAD and (one := next(rest, None)) is not None:
                ahead.append((one, pool.submit(outcome, one, cues)))
            if not ahead:
                return
            done = ahead[0][1].result()
        except BrokenProcessPool:
            for _ in range(min(len(waiting), count * _AHEAD)):
                yield _alone(waiting.popleft(), cues)
            return
        ahead.popleft()
        waiting.popleft()
        yield done


def _alone(one: Input, cues: bool) -> Outcome:
    with ProcessPoolExecutor(1, mp_context=_context(), initializer=_begin) as pool:
        try:
            return pool.submit(outcome, one, cues).result()
        except BrokenProcessPool:
            return _failed(one, "the process that read it died; it may need more memory than there is")


def _failed(one: Input, reason: str) -> Outcome:
    return Outcome(one.name, error=InputError(one.name, reason))


def _worth(found: Sequence[Input]) -> int:
    """How many processes pay for their start."""
    paths = {one.path for one in found}
    bytes_ = sum(path.stat().st_size for path in paths if path.exists())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if bytes_ >= _MANY else 1


def _context() -> BaseContext:
    """Processes from a fresh one, not from ours, whose threads (a progress bar) a fork would freeze."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    names = [found.name for found in pkgutil.iter_modules(extract.relations.__path__, "extract.relations.")]
    context.set_forkserver_preload(["extract.run", *names])
    return context


def _begin() -> None:
    """Ctrl-C ends a worker without a word; the command says it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
