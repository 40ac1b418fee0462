"""What lies in a graph directory is its own: files and folders, and no way out of it.

A directory that somebody sends may hold a link in the place of a text (it would be shown) or of `texts/` (it would be
swept), or a pipe (it would be waited for).
"""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import GraphError

NAMES = (".lock", "manifest.json", "decisions.jsonl", "facts", "texts", "views")


def check_top(folder: Path) -> None:
    """GraphError where one of the names of a graph directory is a link, a pipe or a device; they may be missing."""
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        raise GraphError(f"{folder}: the name of a graph directory is to be in UTF-8") from error
    for name in NAMES:
        if not (folder / name).is_dir() or (folder / name).is_symlink():
            check_file(folder / name)


def check_file(path: Path) -> None:
    """GraphError where a path is a link, a pipe, a device, a folder; it may be missing."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise _stray(path)


def check_tree(folder: Path) -> None:
    """GraphError where something in a folder, at any depth, is no file and no folder; it may be missing."""
    try:
        with os.scandir(folder) as entries:
            for one in entries:
                if one.is_dir(follow_symlinks=False):
                    check_tree(Path(one.path))
                elif not one.is_file(follow_symlinks=False):
                    raise _stray(Path(one.path))
    except (FileNotFoundError, NotADirectoryError):  # gone meanwhile; a file where a folder should be is told elsewhere
        return


def _stray(path: Path) -> GraphError:
    what = "a link" if path.is_symlink() else "no file"
    return GraphError(f"{path} is {what}: a graph directory holds its own files only; remove it")
