"""The divisions of China, by name: which province or city a county lies in."""

from __future__ import annotations

from functools import cache

from extract.lexicon import lines


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """The GB/T 2260 codes of each name: those in use, else those it had; several places may share a name (朝阳区)."""
    rows = (line.split("\t") for line in lines("divisions.tsv"))
    return {row[0]: tuple((row[1] or row[2]).split(",")) for row in rows}


@cache
def _names() -> dict[str, str]:
    """The name in use of each code, else the last it had."""
    found: dict[str, str] = {}
    for line in lines("divisions.tsv"):
        name, used, past, *_ = line.split("\t")
        found |= dict.fromkeys(filter(None, used.split(",")), name)
        for code in filter(None, past.split(",")):
            found.setdefault(code, name)
    return found


def above(place: str, level: str) -> str:
    """The province or city that a place lies in, "" where the name is no one place.

    >>> above("义乌市", "省"), above("义乌市", "市"), above("朝阳区", "省")
    ('浙江省', '金华市', '')
    """
    size = 2 if level in ("省", "自治区") else 4
    found = {_names().get(code[:size].ljust(6, "0"), "") for code in _codes().get(place, ())}
    name = found.pop() if len(found) == 1 else ""
    return name if name.endswith(level) and name != place else ""
