"""Tables of positions (单位 | 行政编制 | 事业编制 | 领导职数, a row for each agency) and of units (科室名称 | 主要职责)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.page import Page
from extract.mentions.numeral import count
from extract.units.staff import COUNTED, Count
from extract.units.words import BEFORE, ENDS
from kg.model import Notice, Section, Span

_WHO = re.compile(r"(?:单位|机构|部门|科室|处室|股室|乡镇|镇街|街道|学校|内设)+(?:名称)?|名称")
UNIT_HEAD = re.compile(r"(?:内设)?(?:机构|科室|处室|股室)(?:名称|设置)?")
_DOES = re.compile(r"职责|职能|负责事项|工作内容")
_UNIT = re.compile(rf"[\u4e00-\u9fff]{{1,20}}?(?:{ENDS})(?:（[^（）]{{1,20}}）)?")
# 望溪区卫生局下属单位一览表
_CAPTION = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2,30}?)(?P<how>下属|所属|直属|派出|内设)的?(?:事业)?(?:单位|机构|科室)(?:基本|机构|人员|编制|设置|情况|一览|名录|名单|明细|统计)*表?"
)
_SUM = re.compile(r"[合总小]计|计|备注")


def units_tabled(notice: Notice) -> Iterator[Span]:
    """Every unit of a table that tells what each of them does: 机构名称 | 主要职责."""
    for part in notice.tree.walk():
        if part.kind != "table":
            continue
        at = -1
        for row in part.children:
            cells = [cell.span for cell in row.children]
            said = [notice.words[cell.slice] for cell in cells]
            heads = [i for i, head in enumerate(said) if UNIT_HEAD.fullmatch(head)]
            if heads and any(_DOES.search(head) for head in said):
                at = heads[0]
            elif 0 <= at < len(cells) and _UNIT.fullmatch(said[at]):
                yield cells[at]


def houses_tabled(notice: Notice) -> Iterator[tuple[re.Match[str], Span]]:
    """Every house of a table whose caption says whose they are, with that caption: 望溪区卫生局下属单位一览表 | 单位名称 …."""
    page = Page(notice.words, notice.gaps)
    for part in notice.tree.walk():
        above = part.span.start - 1
        caption = _CAPTION.fullmatch(notice.words, page.line_start(above), above + 1) if part.kind == "table" and above > 0 else None
        if not caption:
            continue
        at = -1
        for row in part.children:
            cells = [cell.span for cell in row.children]
            said = [notice.words[cell.slice] for cell in cells]
            heads = [i for i, head in enumerate(said) if _WHO.fullmatch(head)]
            if at < 0 and heads:
                at = heads[0]
            elif 0 <= at < len(said) and len(said[at]) > 2 and not _SUM.fullmatch(said[at]):
                yield caption, cells[at]


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
        plain = (BEFORE.sub("", head) for head in said)
        heads = {at: head.removesuffix("数") if head.endswith("编制数") else head for at, head in enumerate(plain) if COUNTED.fullmatch(head)}
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
