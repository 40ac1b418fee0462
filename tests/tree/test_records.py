"""Tables of tasks saved one cell a line, without a header."""

from __future__ import annotations

from extract.tree.records import records
from kg.model import Span


def labels(*lines: str) -> list[str]:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line)
    return [label.words for label in records("".join(lines), spans).values()]


def test_numbers_of_tasks() -> None:
    lines = ["1", "设施", "1-1", "网络", "1", "建设网络。", "区工信局牵头", "2", "建设平台。", "区财政局负责，各镇配合", "1-2", "数据", "3", "汇聚数据。"]
    assert labels(*lines) == ["1", "1-1", "1", "2", "1-2", "3"]


def test_figures_are_no_numbers() -> None:
    assert labels("1", "东沟镇", "120", "2", "西沟镇", "95", "区统计局负责") == []
    assert labels("区工信局牵头", "250", "区财政局负责", "37", "区林业局负责") == []
