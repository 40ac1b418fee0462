"""Units on the lines of a page whose title says that it lists them: 望溪水文局机构设置 | 勘测队：望溪勘测队、青石勘测队 | 内设处室 3个 办公室 养护处 路政处."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.page import Page
from extract.units.charter import charter
from extract.units.parts import BARE, Unit, kind_at, units_in
from extract.units.words import LABEL
from kg.model import Gap, Notice, Span

_LISTS = re.compile(r"(?:(?:机构|科室|处室|部门|队站|站所|单位)(?:设置|编制|概况|一览|简介|情况|名录|架构)*|组织架构)(?:及?(?:人员)?编制)?表?$")
_LABEL = re.compile(rf"(?:{LABEL.pattern})(?P<label>(?!辖区|服务|联系)[\u4e00-\u9fff]{{2,12}})(?:（?(?:共|计)?\d{{1,3}}[个家所支]）?)?：")
_SORT = re.compile(r"[\u4e00-\u9fff]{0,10}(?:机构|单位|科室|处室|部室|部门|[站网]点|[处科站队所庭])")
_COUNT = re.compile(r"(?:共|计)?\d{1,3}[个家所支]")
_WITHIN = re.compile(r"机关|职能|党群|综合|业务|[处科部股]室|部门|[局院校厅]部|本部|队部")
_TOLD = re.compile(r"联?系?电话|\d|负责人|主任|联系人|[（(]")  # what a line says of a unit behind a gap
_MOST = 0.8  # of the items of a list
_FEWEST = 3  # units of a row without a label


def on_lines(notice: Notice) -> Iterator[tuple[Unit, str]]:
    """Each unit that a line of such a page names, with its kind."""
    if not (charter(notice) and _LISTS.search(notice.head.title)):
        return
    words, row = notice.words, list[Unit]()
    for line in Page(words, notice.gaps).lines(notice.head.title_span.end):
        cells = _cells(notice, line)
        told = _labelled(words, line) or _spaced(words, cells)
        bare = [] if told else _bare(words, cells)
        if not bare and len(row) >= _FEWEST:
            yield from ((unit, "内设机构") for unit in row)
        row = [*row, *bare] if bare else []
        yield from told
    yield from ((unit, "内设机构") for unit in row if len(row) >= _FEWEST)


def _cells(notice: Notice, line: Span) -> list[Span]:
    cuts = [at for at in range(line.start + 1, line.end) if notice.gaps[at] >= Gap.SPACE]
    return [Span(a, b) for a, b in zip([line.start, *cuts], [*cuts, line.end], strict=True)]


def _kind(label: str) -> str:
    return "主管" if label.startswith("归口") else kind_at(label, 0, len(label)) or ("内设机构" if _WITHIN.search(label) else "下设")


def _labelled(words: str, line: Span) -> list[tuple[Unit, str]]:
    """`基层站点：城东救援站、城西救援站`: all that stands behind the colon is units."""
    label = _LABEL.match(words, line.start, line.end)
    if label is None:
        return []
    end = line.end - words.startswith("。", line.end - 1)
    units = units_in(words, Span(label.end(), end))
    items = len(re.findall("[、，]", re.sub("（[^（）]*）", "", words[label.end() : end]))) + 1
    return [(unit, _kind(label["label"])) for unit in units] if len(units) >= _MOST * items and (items > 1 or _SORT.fullmatch(label["label"])) else []


def _spaced(words: str, cells: list[Span]) -> list[tuple[Unit, str]]:
    """`内设处室 3个 办公室 养护处 路政处`: a kind of units, their number, and what they are called, apart by white space."""
    if len(cells) < 1 + _FEWEST or not _SORT.fullmatch(words[cells[0].slice]):
        return []
    listed = cells[2:] if _COUNT.fullmatch(words[cells[1].slice]) else cells[1:]
    units = [unit for one in listed for unit in units_in(words, one)]
    return [(unit, _kind(words[cells[0].slice])) for unit in units] if len(units) == len(listed) > 1 else []


def _bare(words: str, cells: list[Span]) -> list[Unit]:
    """A unit that is alone in its line, or has only its telephone behind it."""
    first = cells[0]
    label = LABEL.match(words, first.start, first.end)
    start = label.end() if label else first.start
    if not BARE.fullmatch(words, first.start, first.end) or (len(cells) > 1 and not _TOLD.match(words, cells[1].start)):
        return []
    return units_in(words, Span(start, first.end))
