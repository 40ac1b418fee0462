"""A process that calls functions for another: what it is given it answers, in that order.

Run as `python -m extract.worker`. In, on standard input, one pickle after another of `(function, arguments)`; out one
of each answer. It is no child of the terminal, so that Ctrl-C reaches only the command, and it ends at once when the
command does, however that ended.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any


class Worker:
    """The process seen from outside. Its answers go to `answers`, each with the worker; an empty one when it died.

    `tasks` is the caller's: the keys of what was given and is not answered yet, the one in work first.
    """

    def __init__(self, answers: SimpleQueue[tuple[Worker, tuple[Any, ...]]]) -> None:
        self.tasks: deque[Any] = deque()
        path = os.pathsep.join(one for one in sys.path if one)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "extract.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,
        )
        threading.Thread(target=self._read, args=(answers,), daemon=True).start()

    def give(self, key: Any, function: Callable[..., Any], *arguments: Any) -> None:
        """Have `function(*arguments)` called; it is pickled by its name."""
        self.tasks.append(key)
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it died: the reader says so
            self._process.stdin.write(pickle.dumps((function, arguments)))
            self._process.stdin.flush()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _read(self, answers: SimpleQueue[tuple[Worker, tuple[Any, ...]]]) -> None:
        assert self._process.stdout is not None
        with (
            self._process.stdout as out,
            contextlib.suppress(Exception),
        ):  # an answer cut off says what it likes
            while True:
                answers.put((self, (pickle.load(out),)))
        answers.put((self, ()))


def main() -> None:
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is not an answer
    given: SimpleQueue[tuple[Callable[..., Any], tuple[Any, ...]]] = SimpleQueue()

    def read() -> None:
        try:
            while True:
                given.put(pickle.load(sys.stdin.buffer))
        finally:  # nobody waits for an answer any more
            os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    while True:
        function, arguments = given.get()
        out.write(pickle.dumps(function(*arguments)))
        out.flush()


if __name__ == "__main__":
    main()
