"""Tables without numbers, each cell or each row on a line."""

from __future__ import annotations

import pytest

from tests.tree.test_glued import BEFORE, rows

TABLES = [
    [["工作任务", "具体要求", "牵头单位", "落实单位"],
     ["公开财政", "做好预算公开。", "区财政局", "各镇政府"], ["建设网站", "推进集约化。", "区大数据局", "各镇政府、区财政局"]],
    [["网格", "责任领导", "责任人", "任务"], ["第一网格", "邓小川", "李敏", "清理东街"], ["第二网格", "唐军", "张勇", "清理西街"]],
    [["职务", "姓名", "单位职务"], ["组长", "赵国栋", "区长"], ["成员", "孙立", "区水务局局长"], ["", "李敏", "区林业局局长"]],
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_each_cell_on_a_line(table: list[list[str]]) -> None:
    assert rows(BEFORE + "\n" + "\n".join(cell for row in table for cell in row if cell)) == table


@pytest.mark.parametrize("edge", ["\n", "\n\n"])
def test_names_of_groups_between_rows(edge: str) -> None:
    head, *rest = TABLES[0]
    table = [head, ["一、财政", "", "", ""], rest[0], ["二、数据", "", "", ""], ["（一）网站", "", "", ""], rest[1], rest[0]]
    assert rows(BEFORE + "\n" + edge.join(cell for row in table for cell in row if cell)) == table


@pytest.mark.parametrize("table", [TABLES[0], TABLES[1], [["重大工程", "责任单位"], ["建设公园", "区园林局"], ["改造管网", "区水务局、区财政局"]]])
def test_each_row_on_a_line(table: list[list[str]]) -> None:
    assert rows(BEFORE + "\n" + "\n".join(" ".join(row) for row in table)) == table


def test_cells_and_rows_parted_by_spaces() -> None:
    assert rows(BEFORE + "。 " + " ".join(" ".join(row) for row in TABLES[0])) == TABLES[0]


@pytest.mark.parametrize(
    "text",
    [
        "工作任务\n责任单位\n完成时限\n工作任务\n责任单位\n完成时限",
        "任务\n要求\n责任单位\n加强领导，\n落实到位，\n确保完成。\n各镇要认真组织\n实施。",
        "任务 要求 责任单位 各镇要认真 组织 实施。 区水务局 要加强 督查。",
        "任务 责任单位\n各镇要认真 组织实施。\n区水务局 要加强督查。",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert rows(f"{BEFORE}\n{text}") == []
