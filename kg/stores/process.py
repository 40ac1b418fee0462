"""A worker process seen from outside: ask it, and kill it when it takes too long or too much."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from kg.errors import QueryError, StoreError
from kg.stores.store import Cell, Param, Rows

MEGABYTES = 2048


class Worker:
    """Answers queries on one store in a process of its own, started at the first query and after each that was killed."""

    def __init__(self, language: str, path: Path, megabytes: int = MEGABYTES) -> None:
        self._command = [sys.executable, "-P", "-m", "kg.stores.worker", language, str(path), str(megabytes)]
        self._megabytes, self._path = megabytes, path
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._errors: IO[bytes] | None = None
        self._asking = threading.Lock()

    def ask(self, text: str, params: Mapping[str, Param], timeout: float, limit: int) -> Rows:
        """The answer; QueryError where there is none in time."""
        if not timeout > 0:  # which NaN is not either
            raise QueryError("a query has a time limit of more than 0 seconds")
        with self._asking:
            end = time.monotonic() + timeout
            process = self._open(end, timeout)
            assert process.stdin is not None
            request = {"text": text, "params": dict(params), "limit": limit}
            try:
                process.stdin.write(json.dumps(request) + "\n")
                process.stdin.flush()
                return self._answer(end, timeout)
            except OSError:
                raise self._died() from None
            except KeyboardInterrupt:
                self.close()
                raise

    def _answer(self, end: float, timeout: float) -> Rows:
        columns: tuple[str, ...] = ()
        rows: list[tuple[Cell, ...]] = []
        while True:
            said = self._next(end, timeout)
            if "error" in said:
                raise QueryError(_short(said["error"]))
            if "done" in said:
                return Rows(columns, rows, said["more"])
            columns = tuple(said.get("columns", columns))
            rows += map(tuple, said.get("rows", ()))

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout, self._errors):
                if stream is not None:
                    stream.close()

    def _open(self, end: float, timeout: float) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as the worker)
        path = os.pathsep.join(one for one in sys.path if one)
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )
        self._process, self._lines = process, queue.SimpleQueue()
        threading.Thread(target=_read, args=(process, self._lines), daemon=True).start()
        said = self._next(end, timeout)
        if "closed" in said:
            self.close()
            raise StoreError(
                f"{self._path} cannot be opened: {said['closed']}; where it is broken, remove it and run `kg build` again"
            )
        return process

    def _next(self, end: float, timeout: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=min(max(end - time.monotonic(), 0), threading.TIMEOUT_MAX))
        except queue.Empty:
            self.close()
            raise QueryError(f"no answer within {timeout:g} s: the query was stopped") from None
        if not line:
            raise self._died()
        said: dict[str, Any] = json.loads(line)
        return said

    def _died(self) -> QueryError:
        last = ""
        if self._errors is not None:
            self._errors.seek(0)
            last = self._errors.read()[-2000:].decode("utf-8", "replace")
        code = None if self._process is None else self._process.wait()
        self.close()
        if "memory" in last.lower():
            return QueryError(f"the query took more than {self._megabytes} MB of memory and was stopped")
        if code in (-signal.SIGSEGV, -signal.SIGABRT):
            return QueryError("the query brought the engine down: it is nested too deep, or too long")
        return QueryError(
            f"the query brought the engine down: {_short(last.strip()) or f'it ended with {code}'}"
        )


def _read(process: subprocess.Popen[str], lines: queue.SimpleQueue[str]) -> None:
    assert process.stdout is not None
    try:
        for line in process.stdout:
            lines.put(line)
    except ValueError:  # closed while reading
        pass
    lines.put("")


def _short(message: str) -> str:
    words = message.strip()
    return words if len(words) <= 600 else words[:600] + " …"
