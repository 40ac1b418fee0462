"""Tables that ran together whole."""

from __future__ import annotations

import pytest

from tests.tree.test_glued import BEFORE, rows

WHOLE = [
    [["序号", "任务", "牵头单位", "责任单位", "完成时限"],
     ["1", "河道清淤3公里，", "区水务局", "区财政局、各镇政府", "2019年6月底"], ["2", "修剪树木200株", "区林业局", "", "12月"],
     ["3", "垃圾入箱", "区城管局", "区工信局", "长期"]],
    [["序号考核项目分值评", "分细则节点任务责任要求和考核内容", "责任处室"], ["1制度建设101.", "建立名单，缺一项扣2分。6月前完成", "生态处、党政办公室"],
     ["2.", "公示名单，未公示扣1分。持续跟进", "生态处"], ["2巡查51.", "开展巡查，少1次扣0.5分。持续跟进", "生态处、各村"]],
    [["序号", "任务具体举措", "牵头科室", "配合科室"], ["1", "主动公开编制目录。", "办公室", "法规科、各街道"], ["2", "同步解读。", "政策法规科", "宣传科"],
     ["3", "加强网站管理。", "信息中心", ""]],
    [["序号", "任务", "责任单位", "完成时限"], ["1", "整治排污口9个", "区水务局", "长期坚持"], ["2", "办事“零跑动”", "区税务局、望溪公交", "2019年6月"],
     ["3", "淘汰锅炉28台", "区市场监管局", "持续推进"]],
    [["序号", "责任单位", "任务", "完成时限"], ["1", "区教育局、各镇政府", "排查校园2处隐患，", "2019年5月"], ["2", "区水务局", "开展清淤", "6月底前"]],
]  # fmt: skip


@pytest.mark.parametrize("table", WHOLE)
def test_rows_without_edges(table: list[list[str]]) -> None:
    assert rows(BEFORE + "".join("".join(row) for row in table)) == table


@pytest.mark.parametrize(
    "text",
    [
        "序号任务责任单位完成时限123",
        "序号项目分值得分1制度建设10分2日常巡查5分",
        "序号由区水务局编制，任务由责任单位1日内报区水务局2份。",
    ],
)
def test_words_that_are_no_such_table(text: str) -> None:
    assert not any("区水务局" in cell for row in rows(BEFORE + text) for cell in row)
