"""What the columns of a catalogue hold, by their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lexicon import table

_BRACKET = re.compile(r"（[^（）]{0,20}）")
_PLACE = re.compile(r"^(?:区级|市级|县级|省级|我[省市区县]|本[省市区县])")
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table are: offsets of cells, None where there is no such column.

    `width` counts all columns; `strong` is true where the titles alone say that the table is a catalogue.
    """

    item: int
    agency: int | None
    kind: int | None
    serial: int | None
    width: int
    strong: bool
    whole: int | None = None  # the power of which `item` is a part


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(table("catalogue")["titles"][name].split())


@cache
def _rank(name: str) -> dict[str, int]:
    return {word: i for i, word in enumerate(_words(name))}


@cache
def titles() -> frozenset[str]:
    """Every title of a column that is known."""
    return frozenset(word for name in table("catalogue")["titles"] for word in _words(name))


@cache
def kinds() -> frozenset[str]:
    """Every kind of power that is known."""
    return frozenset(table("catalogue")["kinds"].split())


@lru_cache(1024)
def told(title: str, name: str) -> int | None:
    """How telling a title is among those of a name (0 is most), None where it is none of them.

    >>> told("实施机关", "wields"), told("区级主管部门", "also") is None, told("电话", "kind")
    (0, False, None)
    """
    ranks = _rank(name)
    for form in (title, _BRACKET.sub("", title), _PLACE.sub("", _BRACKET.sub("", title))):
        if form in ranks:
            return ranks[form]
    return None


def columns(cells: Sequence[str]) -> Columns | None:
    """The columns of a header row; None where the row is no header of a catalogue.

    >>> columns(["序号", "事项名称", "事项类型", "实施机关"])
    Columns(item=1, agency=3, kind=2, serial=0, width=4, strong=True, whole=None)
    """
    if not 2 <= len(cells) <= 30 or any(len(cell) > LONGEST for cell in cells):
        return None
    part, strong, weak = (_best(cells, name) for name in ("part", "strong", "weak"))
    item = next((one for one in (part, strong, weak) if one is not None), None)
    if item is None:
        return None
    taken = {item}
    wields = _best(cells, "wields", taken)
    agency = wields if wields is not None else _best(cells, "also", taken)
    kind = _best(cells, "kind", taken)
    if agency is None and kind is None and strong is None:
        return None
    power = wields is not None and told(cells[wields], "shared") is None
    named = power or (strong is not None and (agency is not None or kind is not None))
    whole = next((i for i, cell in enumerate(cells) if i != item and told(cell, "strong") is not None), None) if part is not None else None
    return Columns(item, agency, kind, _best(cells, "serial", taken), len(cells), named, whole)


def _best(cells: Sequence[str], name: str, taken: frozenset[int] | set[int] = frozenset()) -> int | None:
    ranked = [(rank, i) for i, cell in enumerate(cells) if i not in taken and (rank := told(cell, name)) is not None]
    return min(ranked)[1] if ranked else None
