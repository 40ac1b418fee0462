"""The words of a fact's arguments changed, whatever they stand in; the values themselves keep their shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kg.model import Agency


def reworded(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every word in it changed, in lists and mappings too.

    >>> reworded({"issuers": (Agency("a", "b"),), "title": "c"}, str.upper)["title"]
    'C'
    """
    match value:
        case str():
            return change(value)
        case Agency(name, mention, group):
            return Agency(change(name), change(mention), group)
        case tuple():
            return tuple(reworded(one, change) for one in value)
        case Mapping():
            return {name: reworded(one, change) for name, one in value.items()}
    return value
