"""Tables of positions: 单位 | 行政编制 | 事业编制 | 领导职数, a row for each agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.numeral import count
from extract.units.staff import COUNTED, Count
from kg.model import Notice, Section, Span

_WHO = re.compile(r"(?:单位|机构|部门|科室|处室|股室|乡镇|镇街|街道|学校|内设)+(?:名称)?|名称")
_SUM = re.compile(r"[合总小]计|计|备注")


def tabled(notice: Notice) -> Iterator[tuple[str, Count]]:
    """Every count that a table gives, with the agency of its row."""
    for part in notice.tree.walk():
        if part.kind == "table":
            yield from _of_table(notice.words, part)


def _of_table(words: str, table: Section) -> Iterator[tuple[str, Count]]:
    who, items = -1, dict[int, str]()
    for row in table.children:
        cells = [cell.span for cell in row.children]
        said = [words[cell.slice] for cell in cells]
        names = [at for at, head in enumerate(said) if _WHO.fullmatch(head)]
        heads = {at: head for at, head in enumerate(said) if COUNTED.fullmatch(head)}
        if names and heads:
            who, items = names[0], heads
            continue
        unit = said[who] if 0 <= who < len(said) else ""
        if len(unit) < 2 or _SUM.fullmatch(unit):
            continue
        for at, item in items.items():
            number = count(said[at].rstrip("名人个")) if at < len(said) and said[at] else None
            if number:
                yield unit, Count(item, number, Span(cells[who].start, cells[at].end), "table")
