"""A function called in a process of its own, that may take so much time and memory and no more.

For a library that a small file can keep busy for hours, or make fill the memory: pdfminer, by a page that draws a form
that draws a form …, by a range of four thousand million characters; lxml, by millions of empty elements.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any

from extract.worker import Worker

resource: Any
try:
    import resource
except ImportError:  # not on Windows
    resource = None

SECONDS = 120  # of the processor, from one step to the next
MEMORY = 4 << 30
_NO_MEMORY = 2  # XML_ERR_NO_MEMORY of libxml2

type _Answers = SimpleQueue[tuple[Worker, tuple[Any, ...]]]

_kept: list[tuple[Worker, _Answers]] = []  # a process waits for the next call


class TooMuch(Exception):
    """The function took more than it may, or brought its process down."""


def apart[T](function: Callable[..., T], *arguments: Any, seconds: int = SECONDS, memory: int = MEMORY) -> T:
    """What the function returns or raises; it is called with a first argument more, to be called at each step."""
    worker, answers = _kept.pop() if _kept else _new()
    try:
        worker.give(None, _called, function, arguments, seconds, memory)
        _, answer = answers.get()
    except BaseException:
        worker.kill()
        raise
    if not answer:
        worker.kill()
        raise TooMuch
    worker.tasks.clear()
    _kept.append((worker, answers))
    returned, error = answer[0]
    if error is not None:
        raise error
    return returned  # type: ignore[no-any-return]


def _new() -> tuple[Worker, _Answers]:
    answers: _Answers = SimpleQueue()
    return Worker(answers), answers


@atexit.register
def _end() -> None:
    while _kept:
        _kept.pop()[0].kill()


def _called(
    function: Callable[..., Any], arguments: tuple[Any, ...], seconds: int, memory: int
) -> tuple[Any, Exception | None]:
    step = partial(_allow, seconds, memory)
    step()
    try:
        return function(step, *arguments), None
    except Exception as error:
        return None, TooMuch() if _ran_out(error) else error


def _ran_out(error: Exception) -> bool:
    """Whether memory was wanting; lxml says so by a syntax error of a code, which a reader may have told in its words."""
    said = [one for one in (error, error.__cause__) if type(one).__name__ == "XMLSyntaxError"]
    return isinstance(error, MemoryError) or any(getattr(one, "code", None) == _NO_MEMORY for one in said)


def _allow(seconds: int, memory: int) -> None:
    """From here on so much time and memory, where the system knows such limits; who takes more is ended."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + seconds
        for limit, value in (
            (resource.RLIMIT_CPU, most),
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CORE, 0),
        ):
            hard = resource.getrlimit(limit)[1]
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
