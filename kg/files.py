"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import GraphError

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]


def write_aside(path: Path, data: bytes) -> None:
    """Write beside and rename: a reader, or a crash, sees the old file or the new one."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    put(aside, path)


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
        yield


def _take(handle: int, shared: bool) -> None:
    if fcntl is not None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    elif not shared:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
