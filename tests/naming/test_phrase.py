"""The words that 以下简称 names."""

from __future__ import annotations

import pytest

from extract.naming.phrase import phrase_before

# words before the bracket, the short name, what is named
PHRASES = [
    ("决定成立望溪区河湖整治工作领导小组", "领导小组", "望溪区河湖整治工作领导小组"),
    ("根据《地方志纲要（2017-2020年）》", "纲要", "地方志纲要（2017-2020年）"),
    ("在全区开展“洁净家园，喜迎佳节”活动", "洁净活动", "“洁净家园，喜迎佳节”活动"),
    ("各镇、街道办事处", "镇街", "各镇、街道办事处"),
    ("支持家庭农场、农业社会化服务组织", "社会化服务组织", "农业社会化服务组织"),
    ("并依托临澜市投资项目在线审批监管平台", "在线平台", "临澜市投资项目在线审批监管平台"),
    ("配备不少于4名农村公路专职管理人员", "专管员", "农村公路专职管理人员"),
    ("健全本级公平竞争审查工作联席会议", "联席会议", "公平竞争审查工作联席会议"),
]


@pytest.mark.parametrize(("words", "short", "named"), PHRASES)
def test_phrase(words: str, short: str, named: str) -> None:
    found = phrase_before(words, len(words), short)
    assert found is not None
    assert found.words == named


def test_a_list_meant_as_one() -> None:
    words = "涉及经营活动的规章、规范性文件以及其他政策措施"
    found = phrase_before(words, len(words), "政策措施", whole=True)
    assert found is not None
    assert found.words == "规章、规范性文件以及其他政策措施"


def test_nothing_to_name() -> None:
    assert phrase_before("，", 1, "办公室") is None
