"""A text to its notices: rows of `issues.toml`; every character of a text lies in one part of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.notices import Issue, issue
from extract.read.words import to_text
from kg.model import Source

ROWS = tomllib.loads((Path(__file__).parent / "issues.toml").read_text("utf-8"))["row"]
# pieces of heads in any order: what a reader of heads may stumble over
PIECES = (
    "望溪区人民政府", "办公室", "关于印发", "关于", "《望溪区节水办法》", "的通知", "的决定", "令", "公告", "第7号", "望政发〔2019〕1号", "〔", "《", "》",
    "各镇人民政府：", "区财政局：", "\n", "\n\n", " ", "　　", "\t", "2019年3月5日", "二〇一九年三月", "（此件公开发布）", "附件", "附件：1.", "目　录", "公报",
    "一、", "（一）", "1.", "第一条", "。", "；", "现印发给你们", "王涛", "……12", "抄送：", "文件", "索引号：", "来源：",
)  # fmt: skip


def read(raw: str) -> Issue:
    return issue(to_text(Source("a.txt", ""), raw))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_issue(row: Mapping[str, Any]) -> None:
    found = read(row["text"])
    assert [notice.document for notice in found.notices] == row["notices"]
    assert (found.front.head.title if found.front else None) == row.get("front")


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
def test_nothing_is_lost(raw: str) -> None:
    text = to_text(Source("a.txt", ""), raw)
    found = issue(text)
    parts = [*([found.front] if found.front else []), *found.notices]
    at = 0
    for part in parts:
        assert part.span.start == at
        at = part.span.end
        end = 0
        for leaf in part.tree.leaves():
            assert leaf.span.start == end
            end = leaf.span.end
        assert end == len(part.words)
        for span in (part.head.title_span, part.head.number_span, part.head.issuers_span, part.head.date_span):
            assert span is None or 0 <= span.start <= span.end <= len(part.words)
    assert at == len(text.words)
