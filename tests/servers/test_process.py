"""A server that fails to come up says why; one that came up ends with its block."""

import os
import sys
from pathlib import Path

import pytest

from tests.servers import process

ENV = dict(os.environ)


def test_an_early_end_shows_the_log(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('port taken')"]
    with (
        pytest.raises(process.ServerError, match=r"ended with 1 before it was ready[\s\S]*port taken"),
        process.running(command, tmp_path, ENV, lambda: False),
    ):
        pass


def test_a_server_that_never_answers_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "START_SECONDS", 0.5)
    said = tmp_path / "pid"
    code = f"import os, time, pathlib; pathlib.Path({str(said)!r}).write_text(str(os.getpid())); time.sleep(60)"
    with (
        pytest.raises(process.ServerError, match="was not ready"),
        process.running([sys.executable, "-c", code], tmp_path, ENV, lambda: False),
    ):
        pass
    assert not said.exists() or not _lives(int(said.read_text()))


def test_it_ends_when_the_test_fails(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    with pytest.raises(ZeroDivisionError), process.running(command, tmp_path, ENV, lambda: True) as pid:
        assert _lives(pid)
        raise ZeroDivisionError
    assert not _lives(pid)


def test_a_failed_set_up_shows_the_log(tmp_path: Path) -> None:
    with pytest.raises(process.ServerError, match=r"ended with 1[\s\S]*no such option"):
        process.run([sys.executable, "-c", "import sys; sys.exit('no such option')"], tmp_path, ENV)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
