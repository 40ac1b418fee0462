"""A call to a server that may never come back, or says more than memory holds: so long, so much, and no more."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait

from kg.stores.memory import in_use

MOST = 2 << 30  # bytes that one answer may take; of a million ids it takes a tenth
_LOOK = 0.25  # seconds from one look at the memory to the next


class Silent(Exception):
    """The call took longer."""


class Flood(Exception):
    """The call took more memory."""


class _Left(SystemExit):
    """Raised in the thread of a call that nobody waits for any more; threads end by it without a word."""


def within[T](seconds: float, call: Callable[[], T], most: int = MOST) -> T:
    """What a call gives or raises. Silent where it takes longer, Flood where the process takes so much more memory
    meanwhile: then the call is left, and ends when it next hears something."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except _Left:  # which holds what was heard
            pass
        except BaseException as error:
            answer.set_exception(error)

    thread = threading.Thread(target=run, name=f"{__name__} (call)", daemon=True)
    end, before = time.monotonic() + min(seconds, threading.TIMEOUT_MAX), in_use()
    thread.start()
    try:
        while not wait([answer], min(_LOOK, max(end - time.monotonic(), 0))).done:
            if time.monotonic() >= end:
                raise Silent
            if in_use() - before > most:
                raise Flood
    except BaseException:
        _leave(thread)
        raise
    return answer.result()


def _leave(thread: threading.Thread) -> None:
    """Python's own way to end a thread: between two of its steps, so one that waits in the system only after that."""
    if thread.ident is not None and thread.is_alive():
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(_Left))
