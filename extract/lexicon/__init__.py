"""The word lists of the project, each read once: `terms("agencies", "fields")` gives a list as written in `agencies.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A whole TOML file of this folder, by its stem.

    >>> "中心" in table("agencies")["weak"].split()
    True
    """
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def terms(name: str, key: str) -> frozenset[str]:
    """One list of a file, whose words are parted by white space (or written as a TOML array).

    >>> "局" in terms("agencies", "weak")
    True
    """
    value = table(name)[key]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a generated list (`data/<name>`), without its header of `#` lines."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def listed(name: str) -> tuple[str, ...]:
    """The words of a generated list that has several on a line (`data/<name>`), in its order.

    >>> "负责" in listed("verbs.txt")
    True
    """
    return tuple(word for line in lines(name) for word in line.split())


def either(words: Iterable[str]) -> str:
    """The words as one alternative of a pattern, the longest first.

    >>> either(["市", "市区"])
    '市区|市'
    """
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
