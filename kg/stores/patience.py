"""A call to a server that may never come back: so long and no longer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait


class Silent(Exception):
    """The call took longer."""


def within[T](seconds: float, call: Callable[[], T]) -> T:
    """What a call gives or raises; Silent where it takes longer: then it is left to itself, until the process ends."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    if not wait([answer], min(seconds, threading.TIMEOUT_MAX)).done:
        raise Silent
    return answer.result()
