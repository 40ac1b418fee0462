"""Tables of who has which duties: 成员单位 | 主要职责, each cell of duties a list of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.duties.clause import split
from extract.duties.predicate import predicate
from kg.model import Span

_WHO = re.compile(r"(?:责任|成员|组成|相关|有关|参与|牵头|职能)?(?:单位|部门|机构|主体|处室|科室|小组|工作组)(?:名称)?|名称|组别")
_DUTIES = re.compile(r"[\u4e00-\u9fff]{0,6}(?:职责|分工)(?:任务|内容|范围)?")
_ITEM = re.compile(r"(?<!\d)(?:\d{1,2}[.．、](?!\d)|（\d{1,2}）|[①-⑳])")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table of duties says who, and what."""

    who: int
    duties: int


def columns(titles: Sequence[str]) -> Columns | None:
    """The columns of a header, if the table is one of duties.

    >>> columns(["序号", "成员单位", "主要职责"]), columns(["序号", "任务", "责任单位"])
    (Columns(who=1, duties=2), None)
    """
    who = [i for i, title in enumerate(titles) if _WHO.fullmatch(title)]
    what = [i for i, title in enumerate(titles) if _DUTIES.fullmatch(title)]
    return Columns(who[0], what[0]) if len(who) == len(what) == 1 and who != what else None


def duties(words: str, cell: Span) -> Iterator[tuple[str, Span]]:
    """The duties of a cell with their roles: 1.制定预案；2.配合区公安局维持秩序 are two."""
    marks = [cell.start, *(hit.start() for hit in _ITEM.finditer(words, cell.start, cell.end)), cell.end]
    for start, end in pairwise(marks):
        number = _ITEM.match(words, start, end)
        for piece in split(words, Span(number.end() if number else start, end), "。；"):
            if len(piece) > _SHORTEST:
                work = predicate(words, piece.start, piece.end, item=True)
                yield (work.role, Span(work.start, piece.end)) if work else ("responsible", piece)
