"""What in 《》 is a cited text, by its last word and the words round it."""

from __future__ import annotations

import pytest

from extract.citing.kind import bare, is_paper, is_text, why_none


@pytest.mark.parametrize(
    "title", ["物业管理条例", "民法典", "渔港办法（试行）", "节水目录（2015年版）", "关于秋收的通知", "十四五规划", "安全生产基本条件"]
)
def test_texts(title: str) -> None:
    assert is_text(title)


@pytest.mark.parametrize("title", ["创业补贴申请表", "营业执照", "临澜日报", "望溪区志", "项目可研报告", "聘书", "服务合同"])
def test_papers(title: str) -> None:
    assert is_paper(title)


@pytest.mark.parametrize(
    ("title", "before", "after", "cited"),
    [
        ("望溪区交通规划", "区交通局要抓紧制定", "，6月底前印发", False),
        ("望溪区交通规划", "2018年制定", "以来", True),
        ("望溪区交通规划", "根据市政府制定的", "，", True),
        ("望溪区交通规划", "做好", "编制工作", False),
        ("望溪区交通规划", "按照", "要求", True),
        ("春天的故事", "学唱", "", False),
        ("新时代公民道德", "贯彻落实", "", True),
    ],
)
def test_the_words_round_it(title: str, before: str, after: str, cited: bool) -> None:
    assert (why_none(title, before, after) is None) == cited


def test_what_follows_the_last_word_is_left_off() -> None:
    assert bare("节水目录（2015年版）（试行）") == "节水目录"
