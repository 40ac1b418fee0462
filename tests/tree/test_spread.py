"""Tables that lost their edges are tables all the same."""

from __future__ import annotations

import pytest

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Source
from tests.hostile.texts import HEAD, TAIL

ROWS = [
    ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"],
    ["1", "开展河道清淤", "区水务局", "区财政局", "2020年底"],
    ["2", "修订应急预案", "区应急管理局", "各镇政府", "2020年6月底前"],
    ["3", "建成12座公厕", "区城市管理局", "各镇政府", ""],
]
BROKEN = {
    "cells on lines": "\n".join("\n".join(row) for row in ROWS),
    "cells between empty lines": "\n\n".join("\n\n".join(row) for row in ROWS),
    "wide spaces": "\n".join("　　".join(row) for row in ROWS),
    "lines lost": "".join("\t".join(row) for row in ROWS),
    "lines lost, wide spaces": "".join("　　".join(row) for row in ROWS),
}


def tables(body: str) -> list[list[list[str]]]:
    """The cells of every table of a notice with this annex."""
    annex = f"{HEAD}现将任务分解表印发给你们。{TAIL}\n附件\n\n重点任务分解表\n\n{body}\n"
    found = []
    for one in notices(to_text(Source("a.txt", ""), annex)):
        parts = [part for part in one.tree.walk() if part.kind == "table"]
        found += [[[one.words[cell.span.slice] for cell in row.children] for row in part.children] for part in parts]
    return found


@pytest.mark.parametrize("how", BROKEN)
def test_cells_find_back(how: str) -> None:
    assert tables(BROKEN[how]) == [ROWS]


def test_a_broken_cell_is_put_together() -> None:
    body = BROKEN["cells on lines"].replace("开展河道清淤", "开展全区范围内河道的清淤\n工程")
    assert tables(body)[0][1] == ["1", "开展全区范围内河道的清淤工程", "区水务局", "区财政局", "2020年底"]


def test_bodies_on_lines_of_their_own_are_one_cell() -> None:
    rows = [[row[0], row[1], row[3], row[4] or "长期"] for row in ROWS]
    body = "\n".join("\n".join(row) for row in rows).replace("区财政局", "区财政局\n区审计局\n区住建局")
    assert tables(body)[0][1] == ["1", "开展河道清淤", "区财政局区审计局区住建局", "2020年底"]


def test_single_spaces_between_cells() -> None:
    rows = [[*row[:4]] for row in ROWS]
    body = "\n".join(" ".join(row) for row in rows).replace("修订应急预案", "修订应 急预案")
    assert tables(body) == [rows]


def test_single_spaces_between_cells_and_rows() -> None:
    rows = [[*row[:4]] for row in ROWS]
    assert tables(" ".join(" ".join(row) for row in rows)) == [rows]


def test_single_spaces_in_a_sentence() -> None:
    assert tables("序号 由 区水务局 编制，任务 另行 通知。\n1 开展清淤") == []


def test_the_header_printed_again() -> None:
    header = "\t".join(ROWS[0])
    body = "".join("\t".join(row) for row in ROWS[:2]) + header + "".join("\t".join(row) for row in ROWS[2:])
    assert tables(body) == [[*ROWS[:2], ROWS[0], *ROWS[2:]]]


@pytest.mark.parametrize("body", ["序号由区水务局编制。1.开展清淤。", "编号\n说明\n1\n略", "序号\n1\n2\n3"])
def test_words_that_are_no_header(body: str) -> None:
    assert tables(body) == []


def test_a_group_of_rows_and_a_header_with_its_part_continued() -> None:
    body = "\n".join(["序号\n任务\n责任单位", "一\n水利", "1\n开展清淤\n区水务局", "（续）", "序号\n任务\n责任单位", "2\n修剪树木\n区林业局"])
    header = ["序号", "任务", "责任单位"]
    assert tables(body) == [[header, ["一", "水利", ""], ["1", "开展清淤", "区水务局"], ["（续）", "", ""], header, ["2", "修剪树木", "区林业局"]]]


def test_points_of_a_cell_on_lines_of_their_own() -> None:
    head = "序号\n测评项目\n测评内容\n责任单位\n"
    body = head + "1\n公共环境\n主次干道\n（1）路面整洁。\n（2）无占道经营。\n区城管局、区住建局\n2\n公共秩序\n（1）无乱停车。\n区公安分局"
    assert [row[2] for row in tables(body)[0]] == ["测评内容", "主次干道（1）路面整洁。（2）无占道经营。", "（1）无乱停车。"]


def test_a_cell_broken_at_a_sign() -> None:
    head = "序号\n任务内容\n完成时限\n牵头单位\n配合单位\n"
    body = head + "1\n完成改造\n。\n2025年底\n区水务局\n区发改局、\n区财政局\n2\n开展清淤。\n长期\n区水务局"
    assert tables(body)[0][1:] == [["1", "完成改造。", "2025年底", "区水务局", "区发改局、区财政局"], ["2", "开展清淤。", "长期", "区水务局", ""]]


EXTRACT = [
    ["序号", "工作任务", "牵头单位", "配合单位"],
    ["一、", "城市建设", "", ""],
    ["3", "新建公共厕所12座。", "区城管局", "区财政局、各街道办事处。"],
    ["二、", "应急管理（一）补短板", "", ""],
    ["17", "修订应急预案，组织演练不少于两次。", "区应急管理局", "各镇政府。"],
    ["18", "改造老旧小区8个", "区住建局", "区发改委，望溪城投集团。"],
]
"""Some rows of a longer table, under the names of their groups, as a page gives them: a paragraph a cell."""


@pytest.mark.parametrize("edge", ["\n", "\n\n"])
def test_an_extract_leaves_numbers_out(edge: str) -> None:
    body = edge.join(edge.join(cell for cell in row if cell) for row in EXTRACT)
    body = body.replace(f"、{edge}", "、").replace("（一）", f"{edge}（一）")
    assert tables(body) == [EXTRACT]


def test_each_group_may_count_from_one() -> None:
    rows = [[*row] for row in EXTRACT]
    rows[2][0], rows[4][0], rows[5][0] = "1", "1", "2"
    body = "\n".join("\n".join(cell for cell in row if cell) for row in rows).replace("、\n", "、")
    assert tables(body) == [rows]


def test_numbers_inside_a_row_begin_none() -> None:
    rows = [[row[0], row[1], "20", row[2], row[3]] for row in EXTRACT if row[-1]]
    rows[0][2] = "分值"
    assert tables("\n".join("\n".join(row) for row in rows)) == [rows]
