"""Which inputs a list of paths names: files, all files of folders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Input:
    """One text to be read: a file, or a member of an archive; `name` is what its facts call it."""

    name: str
    path: Path
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What paths name: the inputs in the order of their names, and what could not be opened."""

    found: tuple[Input, ...]
    failed: tuple[InputError, ...] = ()


def inputs(paths: Sequence[Path]) -> Inputs:
    found = []
    for path in paths:
        if path.is_dir():
            found += [Input(str(one.relative_to(path)), one) for one in sorted(path.rglob("*.txt"))]
        else:
            found.append(Input(path.name, path))
    return Inputs(tuple(sorted(found, key=lambda one: one.name)))
