"""Names of people; all are invented."""

from __future__ import annotations

import pytest

from extract.mentions.person import is_name, name_list, names_in
from kg.model import Gap, Span

NAMES = [
    "王涛",
    "欧阳明华",
    "范徐丽华",
    "尉迟红",
    "阿依古丽·买买提",
    "于为民",
    "任重",
    "覃毅",
    "皮特·阿·萨姆",
]
WORDS = [
    "负责",
    "负责人",
    "管理",
    "时间",
    "应急",
    "关于",
    "江苏",
    "成员",
    "区财政局",
    "王",
    "任命名单",
    "安全",
    "水利局",
]


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", WORDS)
def test_words_are_no_names(word: str) -> None:
    assert not is_name(word)


def test_a_list_of_names() -> None:
    assert [one.name for one in name_list("王涛、李明（女）和赵刚同志") or []] == ["王涛", "李明", "赵刚"]
    assert name_list("王涛、区财政局") is None


def test_gaps_part_the_names_of_a_roster() -> None:
    words = "张涛李明王芳"
    gaps = bytes([0, 0, Gap.SPACE, 0, Gap.SPACE, Gap.WIDE])
    assert [one.name for one in names_in(words, gaps, Span(0, 6))] == ["张涛", "李明", "王芳"]
