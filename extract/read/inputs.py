"""Which inputs a list of paths names: files, the files of folders, the members of archives."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from extract.read.archive import members
from extract.read.kinds import SUFFIXES, ZIP
from kg.errors import InputError

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LINK, _GRAPH = "link", "graph"  # beside the suffixes of what is left out
_OF_GRAPH = {"facts", "texts", "views"}
_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Input:
    """One text to be read: a file, or a member of an archive; `name` is what its facts call it."""

    name: str
    path: Path
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What paths name: the inputs by name, what cannot be opened, and what is to be said of them."""

    found: tuple[Input, ...]
    failed: tuple[InputError, ...] = ()
    remarks: tuple[str, ...] = ()


def inputs(paths: Sequence[Path]) -> Inputs:
    """The inputs that paths name, sorted by name.

    A file is named by its base name, a file of a folder by its path in it, a member of an archive
    `a.zip/b.txt`; two of one name are kept apart by the folders they lie in. In folders and archives only
    files of a known kind are taken, and files without a suffix; in a folder no link that leads out of it, and no
    graph directory.
    """
    found: dict[tuple[Path, int | None], _Found] = {}
    failed: list[InputError] = []
    remarks: list[str] = []
    left: Counter[str] = Counter()
    for path in paths:
        again = 0
        try:
            for one in _of(path, left, failed):
                key = (one.input.path.resolve(), one.input.member)
                again += key in found
                found.setdefault(key, one)
        except InputError as error:
            failed.append(error)
        if again:
            remarks.append(f"{printable(str(path))}: {again} named twice, read once")
    if linked := left.pop(_LINK, 0):
        remarks.append(f"links out of their folder left out: {linked}; name what they lead to, to have it read")
    if graphs := left.pop(_GRAPH, 0):
        remarks.append(f"graph directories left out: {graphs}")
    if left:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(left.items()))
        remarks.append(f"files of other kinds left out: {kinds}")
    told, same = _apart(list(found.values()))
    return Inputs(tuple(sorted(told, key=lambda one: one.name)), tuple(failed), (*remarks, *same))


@dataclass(frozen=True, slots=True)
class _Found:
    """An input and the folders that its name leaves out, outermost first."""

    input: Input
    folders: tuple[str, ...]


def _of(path: Path, left: Counter[str], failed: list[InputError]) -> Iterator[_Found]:
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except (OSError, ValueError) as error:
        raise InputError(printable(str(path)), str(error)) from error
    if is_folder:
        yield from _folder(path, left, failed)
    elif is_file:
        yield from _file(path, path.parent, left)
    else:
        raise InputError(printable(str(path)), _why_none(path))


def _folder(folder: Path, left: Counter[str], failed: list[InputError]) -> Iterator[_Found]:
    def unreadable(error: OSError) -> None:
        failed.append(InputError(printable(str(error.filename or folder)), error.strerror or str(error)))

    for root, folders, names in os.walk(folder, onerror=unreadable):
        if Path(root) != folder and _OF_GRAPH.issubset(folders):  # what `kg build` made beside the notices
            left[_GRAPH] += 1
            folders.clear()
            continue
        folders[:] = sorted(one for one in folders if not _is_hidden(one))
        left[_LINK] += sum(_leads_out(Path(root, one), folder) for one in folders)
        for base in sorted(names):
            path = Path(root, base)
            name = printable(path.relative_to(folder).as_posix())
            try:
                if not _is_taken(base, left):
                    continue
                if not path.is_file():
                    raise InputError(name, _why_none(path))
                if _leads_out(path, folder):
                    left[_LINK] += 1
                else:
                    yield from _file(path, folder, left)
            except InputError as error:
                failed.append(error)
            except OSError as error:  # a folder that may be listed and not entered
                failed.append(InputError(name, error.strerror or str(error)))


def _leads_out(path: Path, folder: Path) -> bool:
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def _why_none(path: Path) -> str:
    if path.exists():
        return "is not a file"
    return "is a link that leads nowhere" if path.is_symlink() else "there is no such file or folder"


def _file(path: Path, root: Path, left: Counter[str]) -> Iterator[_Found]:
    name = printable(path.relative_to(root).as_posix())
    folders = tuple(map(printable, root.resolve().parts[1:]))
    if SUFFIXES.get(path.suffix.lower()) != ZIP:
        yield _Found(Input(name, path), folders)
        return
    for place, inner in members(name, path):
        if not any(map(_is_hidden, inner.split("/"))) and _is_taken(inner, left):
            yield _Found(Input(f"{name}/{printable(inner)}", path, place), folders)


def _is_taken(name: str, left: Counter[str]) -> bool:
    base = PurePosixPath(name).name
    suffix = _SUFFIX.search(base)
    if _is_hidden(base):
        return False
    if suffix and suffix[0].lower() not in SUFFIXES:
        left[suffix[0].lower()] += 1
        return False
    return True


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _HIDDEN


def _apart(found: list[_Found]) -> tuple[list[Input], list[str]]:
    """The inputs under different names, by as many folders as it takes, and what is to be said of it."""
    names = [one.input.name for one in found]
    same = sorted(name for name, count in Counter(names).items() if count > 1)
    for depth in range(1, max((len(one.folders) for one in found), default=0) + 1):
        often = Counter(
            name for name, _ in {(name, one.folders) for name, one in zip(names, found, strict=True)}
        )
        if max(often.values(), default=1) == 1:
            break
        names = [
            "/".join([*one.folders[-depth:], one.input.name]) if often[name] > 1 else name
            for name, one in zip(names, found, strict=True)
        ]
    seen: Counter[str] = Counter()
    for i, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:  # two members of one archive under one name
            names[i] = f"{name}~{seen[name]}"
    told = [replace(one.input, name=name) for one, name in zip(found, names, strict=True)]
    return told, [f"{name}: more than one of this name, told apart by their folders" for name in same]


def printable(name: str) -> str:
    """A file name as text: bytes that are not UTF-8, and control characters, show as U+FFFD."""
    return _CONTROL.sub("\ufffd", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
