"""Tables with edges whose rows run on."""

from __future__ import annotations

import pytest

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Source

BEFORE = "望溪区人民政府办公室关于印发任务分解表的通知各镇人民政府：现将任务分解表印发给你们。附件任务分解表"


def rows(raw: str) -> list[list[str]]:
    """The rows of the tables of a notice, as the words of their cells."""
    notice = notices(to_text(Source("a.txt", ""), raw))[0]
    return [[notice.words[cell.span.slice] for cell in row.children] for row in notice.tree.walk() if row.kind == "row"]


@pytest.mark.parametrize(
    "table",
    [
        [["任务", "责任单位"], ["清扫河道", "区水务局、区财政局"], ["修剪树木", "区林业局"]],
        [["姓名", "职务", "备注"], ["王小明", "区水务局局长", "组长"], ["李敏", "区林业局副局长", "成员"], ["张勇", "白水镇镇长", "成员"]],
        [["职务", "姓名", "单位", "职务"], ["副组长", "王小明", "区水务局", "局长"], ["成员", "李敏", "区林业局", "副局长"]],
        [["任务", "责任单位", "完成时限"], ["清扫河道", "区水务局", "2019年5月底前"], ["修剪树木", "区林业局", "6月"]],
        [["序号", "任务内容", "责任单位", "协办单位"], ["1", "清扫河道。", "区水务局", ""], ["2", "修剪树木。", "区林业局", "区财政局"]],
    ],
)
def test_rows_that_run_on(table: list[list[str]]) -> None:
    assert rows(BEFORE + "".join("\t".join(row) for row in table)) == table


def test_stray_edges_in_a_sentence_make_no_header() -> None:
    raw = f"{BEFORE}区水务局要按照职责\t责任单位要求做好河道清淤，区财政局\t保障经费。"
    assert ["职责", "责任单位"] not in rows(raw)


def test_a_title_that_begins_with_another_is_whole() -> None:
    table = [["项目名称", "责任单位", "责任单位送审时间", "区政府审议时间"], ["河道清淤办法", "区水务局", "3月", "4月"]]
    assert rows(BEFORE + "\n" + "\n".join("\t".join(row) for row in table)) == table
