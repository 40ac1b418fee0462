"""A server that fails to come up says why; one that came up ends with its block."""

import os
import sys
from pathlib import Path

import pytest

from tests.servers import process

ENV = dict(os.environ)
SAY_PID = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"


def test_an_early_end_shows_the_log(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('port taken')"]
    with (
        pytest.raises(process.ServerError, match=r"ended with 1 before it was ready[\s\S]*port taken"),
        process.running(command, tmp_path, ENV, lambda: False),
    ):
        pass


def test_a_server_that_never_answers_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "START_SECONDS", 3)
    with (
        pytest.raises(process.ServerError, match="was not ready"),
        process.running([sys.executable, "-c", SAY_PID], tmp_path, ENV, lambda: False),
    ):
        pass
    assert not _lives(int((tmp_path / process.LOG).read_text()))


def test_it_ends_when_the_test_fails(tmp_path: Path) -> None:
    pids: list[int] = []

    def fail() -> None:
        command = [sys.executable, "-c", "import time; time.sleep(60)"]
        with process.running(command, tmp_path, ENV, lambda: True) as pid:
            assert _lives(pid)
            pids.append(pid)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not _lives(pids[0])


def test_a_failed_set_up_shows_the_log(tmp_path: Path) -> None:
    with pytest.raises(process.ServerError, match=r"ended with 1[\s\S]*no such option"):
        process.run([sys.executable, "-c", "import sys; sys.exit('no such option')"], tmp_path, ENV)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
