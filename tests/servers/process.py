"""A server as a child of the test run: started in a scratch folder, waited for, stopped by its process id."""

import ctypes
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 120
TAIL_LINES = 40
LOG = "console.log"

type Command = Sequence[str | Path]


class ServerError(RuntimeError):
    """The server did not come up; the message ends with the tail of its log."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def scratch(name: str) -> Iterator[Path]:
    """A folder for a server, gone at the end whatever the server left in it."""
    folder = Path(tempfile.mkdtemp(prefix=f"gazette-kg-{name}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: Command, home: Path, env: dict[str, str]) -> None:
    """Runs a command to its end; its output goes to the log in `home`."""
    with (home / LOG).open("ab") as out:
        done = subprocess.run(command, cwd=home, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
    if done.returncode:
        raise ServerError(f"the set-up ended with {done.returncode}{tail(home)}")


@contextmanager
def running(command: Command, home: Path, env: dict[str, str], ready: Callable[[], bool]) -> Iterator[int]:
    """Starts the command, gives its process id once `ready()`, and ends it with the block."""
    with (home / LOG).open("ab") as out:
        child = subprocess.Popen(
            command,
            cwd=home,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
    try:
        _await(child, home, ready)
        yield child.pid
    finally:
        # killed, not asked: its data is thrown away, and an orderly end takes ten seconds
        child.kill()
        child.wait()


def _await(child: subprocess.Popen[bytes], home: Path, ready: Callable[[], bool]) -> None:
    limit = time.monotonic() + START_SECONDS
    while not ready():
        if child.poll() is not None:
            raise ServerError(f"the server ended with {child.returncode} before it was ready{tail(home)}")
        if time.monotonic() > limit:
            raise ServerError(f"the server was not ready after {START_SECONDS} s{tail(home)}")
        time.sleep(0.25)


def tail(home: Path) -> str:
    lines = (home / LOG).read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(["", f"the end of its log ({LOG}):", *lines[-TAIL_LINES:]])


def _end_with_parent() -> None:
    """A test run that is killed runs no `finally`: the kernel then ends the server (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
