"""Tables that pair leaders with what they have in charge: 姓名 | 分管部门 | 联系镇街, 包村领导 | 所包村."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.page import Page
from extract.leaders.subjects import subject_of
from extract.mentions.person import is_name
from extract.rosters import rosters
from extract.rosters.pieces import pieces
from kg.model import Gap, Notice, Span

_WHO = re.compile(
    r"(?:县|市|区|镇|乡|校|局|包村|包联|联系|挂点|挂钩|责任|分管|班子|院|公司|街道)*(?:领导(?:成员|姓名|班子成员)?|干部|责任人)(?:姓名)?|姓名|"
    r"成员姓名|领导同志"
)
HEADER = re.compile(
    r"(?:所)?(?P<oversees>分管)(?:部门|单位|工作|科室|股室|处室|机构|企业|领域|[、和及])*|(?:所)?(?P<liaises>联系|包联|包保|包村|所包|挂点|挂钩|包挂|挂联)(?:部门|单位|镇街|"
    r"街道|镇|乡|村委?|社区|企业|点|项目|学校|科室|处室|股室|机构|领域|[、和及])*|(?P<duty>(?:工作)?分工|职责(?:分工)?|分管及联系|负责工作|工作职责)"
)
# the header of a pairing table whose cells ran together: 包村领导所包村委张某白石村李某…
RUN_TOGETHER = re.compile(
    r"(?:包村|联系|包联|挂点|挂钩|包保)(?:领导|干部|责任人)(?:姓名)?(?:所包|所?联系|所?包联|所?挂点|包保)(?:村委?|单位|社区|镇|点|企业|村社区)?"
)
_SAYS = re.compile(r"主持|负责|协助|分管|领导[^，。；：、]{1,16}工作|协管|主抓|牵头")  # a cell that says the relation itself
_FEW, _ROW = 2, 120  # pieces of a header are more, characters of a row fewer
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,5}?(?=村(?!民|干|级|两))")


@dataclass(frozen=True, slots=True)
class Pair:
    """A leader and the words of one cell: `relation` by its column, "" where the cell says it (分工)."""

    name: str
    relation: str
    span: Span


def pairs(notice: Notice) -> Iterator[Pair]:
    """Every pairing that a table of the notice makes, in order."""
    for _, rows in _tables(notice):
        yield from _of_rows(notice, rows)
    yield from _run_together(notice)


def paired_tables(notice: Notice) -> list[Span]:
    """The tables that pairs are read from."""
    return [span for span, rows in _tables(notice) if any(_of_rows(notice, rows))]


def _tables(notice: Notice) -> Iterator[tuple[Span, list[list[Span]]]]:
    """The tables of a notice as rows of cells, and those whose cells only white space parts."""
    found = [part for part in notice.tree.walk() if part.kind == "table"]
    for table in found:
        yield table.span, [[cell.span for cell in row.children] for row in table.children if row.kind == "row"]
    for span, rows in _spaced(notice):
        if not any(table.span.meets(span) for table in found):
            yield span, rows


def _spaced(notice: Notice) -> Iterator[tuple[Span, list[list[Span]]]]:
    """Lines with as many pieces as the header above them: `姓名 职务 分管工作 联系点` / `王涛 局长 财务 石桥镇`."""
    rows: list[list[Span]] = []
    for line in Page(notice.words, notice.gaps).lines():
        cells = pieces(notice.words, notice.gaps, line) if len(line) <= _ROW else []
        if rows and len(cells) == len(rows[0]):
            rows.append(cells)
            continue
        if len(rows) > 1:
            yield Span(rows[0][0].start, rows[-1][-1].end), rows
        heads = [notice.words[cell.slice] for cell in cells]
        headed = len(cells) > _FEW and any(map(_WHO.fullmatch, heads)) and any(map(HEADER.fullmatch, heads))
        rows = [cells] if headed else []
    if len(rows) > 1:
        yield Span(rows[0][0].start, rows[-1][-1].end), rows


def _of_rows(notice: Notice, rows: list[list[Span]]) -> Iterator[Pair]:
    words = notice.words
    who, what = -1, {}
    for top, row in enumerate(rows):
        heads = [words[cell.slice] for cell in row]
        names = [at for at, head in enumerate(heads) if _WHO.fullmatch(head)]
        found = {at: m.lastgroup or "" for at, head in enumerate(heads) if (m := HEADER.fullmatch(head))}
        if names and found:
            who, what, rows = names[0], found, rows[top + 1 :]
            break
    else:
        return
    name = ""
    for cells in rows:
        cell = cells[who] if who < len(cells) else Span(0, 0)
        name = subject_of(words, notice.gaps, cell) if len(cell) else name
        for at, relation in what.items():
            if name and at < len(cells) and len(cells[at]):
                said = relation == "duty" or _SAYS.match(words, cells[at].start, cells[at].end)
                yield Pair(name, "" if said else relation, cells[at])


def _run_together(notice: Notice) -> Iterator[Pair]:
    """A table of two columns that lost its cells: names already known, and names of villages, take turns."""
    words = notice.words
    for header in RUN_TOGETHER.finditer(words):
        end = next((at for at in range(header.end() + 1, len(words)) if notice.gaps[at] == Gap.BLANK), len(words))
        end = min(end, header.end() + 600)
        known = {entry.name for entry in rosters(notice) if entry.name}
        places = {found[0][-length:] for found in _PLACE.finditer(words) for length in (2, 3, 4, 5)}
        at = header.end()
        while at < end:
            named = [n for n in (4, 3, 2) if words[at : at + n] in known][:1]
            named = named or [n for n in (2, 3, 4) if is_name(words[at : at + n])]
            fits = [(size, n) for n in named for size in (5, 4, 3, 2) if at + n + size <= end and words[at + n : at + n + size] in places]
            if not fits:
                return
            size, length = max(fits)
            yield Pair(words[at : at + length], "liaises", Span(at + length, at + length + size))
            at += length + size
            at += words.startswith("村", at)
