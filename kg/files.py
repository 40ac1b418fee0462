"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO

from kg.errors import GraphError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_held: set[IO[bytes]] = set()


def write_aside(path: Path, data: bytes) -> None:
    """Write beside and rename: a reader, or a crash, sees the old file or the new one."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    put(aside, path)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file to be written, which is there only when it is whole; a pipe or a device is written as it is."""
    if path.is_relative_to("/dev") or (path.exists() and not path.is_file()):
        with path.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        return
    path = path.resolve()  # a link stays, and leads to what is written
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        put(aside, path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk does not say of which file
        raise
    finally:
        aside.unlink(missing_ok=True)


def put(aside: Path, path: Path) -> None:
    """Rename a file or a folder to its place, and make the rename last."""
    aside.replace(path)
    sync_folder(path.parent)


def sync(path: Path) -> None:
    """Make the bytes of a file, or of all files of a folder, last."""
    for one in [path, *(path.rglob("*") if path.is_dir() else ())]:
        if one.is_file():
            with one.open("rb+") as file:
                os.fsync(file.fileno())
        else:
            sync_folder(one)


def sync_all(files: Collection[Path]) -> None:
    """Make files and their places last: at once, which a disk does in a fraction of the time that one by one takes."""
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(sync, files))
    for folder in {file.parent for file in files}:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def lock(path: Path, *, shared: bool = False, busy: str = "") -> Iterator[None]:
    """Hold a lock file; it is freed when the process ends, however it ends. GraphError(busy) where it is held."""
    with path.open("rb" if shared else "ab") as file:
        try:
            _take(file.fileno(), shared)
        except OSError as error:
            raise GraphError(busy) from error
        _held.add(file)
        try:
            yield
        finally:
            _held.discard(file)


def _let_go() -> None:
    """A forked child has the lock files of its parent; a lock is to end with the process that took it."""
    for file in _held:
        file.close()
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _take(handle: int, shared: bool) -> None:
    if sys.platform != "win32":
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    elif not shared:  # a file that is open cannot be removed there, which is all that a shared lock is for
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
