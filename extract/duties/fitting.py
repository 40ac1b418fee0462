"""Cells put under the titles of a table whose rows have lost some: merged ones in front, empty ones anywhere.

`3 | 开展国企改革 | 周文斌 | 县国资局 | 12月底` under 序号 | 任务 | 牵头领导 | 牵头单位 | 配合单位 | 完成时限 | 备注 lacks the two that were empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.duties.actors import Actors
from extract.duties.listing import person, pure
from extract.mentions.deadline import deadline
from kg.model import Span

_NUMBER = re.compile(r"[\d一二三四五六七八九十]{1,4}[.、]?")
_PEOPLE = re.compile(r"领导|[任系办责]人")
# how well a kind of cell stands under a kind of title, by both
_FITS = {
    "serial": {"number": 3}, "people": {"people": 3, "body": -1}, "doers": {"body": 3, "people": 1}, "limit": {"time": 3, "text": 0},
    "task": {"text": 2, "number": 0, "time": 0, "body": -1, "people": -1},
    "text": {"text": 1, "number": 0, "time": 0, "body": -1, "people": -1},
}  # fmt: skip
_WRONG, _TIME, _ANY = -3, 16, 2000
_LASTING = re.compile(r"长期|持续|全年|常年|每[年月周日季]")


def kinds(titles: Sequence[str], roles: Sequence[int], serial: int | None, task: int | None, limit: int | None) -> list[str]:
    """What each column of a header holds."""
    told = {serial: "serial", task: "task", limit: "limit"}
    of_doers = {i: "people" if _PEOPLE.search(titles[i]) else "doers" for i in roles}
    return [told.get(i) or of_doers.get(i, "text") for i in range(len(titles))]


def fitted(actors: Actors, cells: Sequence[Span], columns: Sequence[str], year: int | None) -> dict[int, Span]:
    """The cells of a short row by column; where several ways fit as well, that in which the last are missing."""
    held = [_kind(actors, cell, year) for cell in cells]
    missing = len(columns) - len(cells)
    best: list[list[tuple[int, tuple[int, ...]]]] = [[(0, ())] * (missing + 1)]
    for i, kind in enumerate(held):
        row: list[tuple[int, tuple[int, ...]]] = []
        for skipped in range(missing + 1):
            score, places = max(best[i][: skipped + 1], key=lambda one: one[0])
            row.append((score + _FITS[columns[i + skipped]].get(kind, _WRONG), (*places, i + skipped)))
        best.append(row)
    _, places = max(best[-1], key=lambda one: one[0])
    return dict(zip(places, cells, strict=True))


def _kind(actors: Actors, cell: Span, year: int | None) -> str:
    words = actors.words[cell.slice]
    if not words:
        return "empty"
    if _NUMBER.fullmatch(words):
        return "number"
    named = pure(actors, cell)
    if named and all(person(one.words) for one in named):
        return "people"
    if named and all(one.agency or one.group or person(one.words) for one in named):
        return "body"
    return "time" if len(words) < _TIME and (deadline(words, year or _ANY) or _LASTING.match(words)) else "text"
