"""Departments whose kind and level are given once: 市、县（区）人民政府公安、交通运输等部门 are two."""

from __future__ import annotations

import pytest

from tests.doers.given import given

LEVELS = (
    "县级以上人民政府", "县级以上地方各级人民政府", "市、县人民政府", "市、县（区）人民政府", "市和县（市、区）人民政府",
    "区（县）人民政府", "各县（市、区）人民政府", "市人民政府", "设区的市、县（市、区）人民政府", "省、市、县人民政府",
    "各级人民政府", "区县（自治县）人民政府", "市和区", "市、县（市、区）", "县级以上", "市、县级", "市", "省、市、县三级", "市、区两级",
)
ROWS = (
    (("公安", "生态环境", "交通运输"), "等", "部门"),
    (("发展改革", "财政", "公安"), "等有关", "部门"),
    (("教育", "卫生健康"), "", "部门"),
    (("住房城乡建设", "水行政"), "等", "主管部门"),
)


@pytest.mark.parametrize("level", LEVELS)
def test_each_department_has_the_level_and_the_kind(level: str) -> None:
    sentences = [f"{level}{'、'.join(fields)}{between}{kind}应当按照职责做好相关工作。" for fields, between, kind in ROWS]
    assert given(sentences) == [{level + field + kind for field in fields} for fields, _, kind in ROWS]


HOUSES = ("人民政府", "党委", "财政", "财政部门", "公安机关", "税务机关", "防汛抗旱指挥部", "水行政主管部门", "河长", "妇联")
COUNTED = (
    "市、县（区）", "市、县（市、区）", "市和县（市、区）", "区县（自治县）", "设区的市、县（市、区）", "省、市、县三级", "市县乡三级",
    "市、区两级", "市（地）",
)


@pytest.mark.parametrize("level", COUNTED)
def test_levels_with_a_bracket_or_a_number_are_one_group(level: str) -> None:
    assert given(f"{level}{house}应当加强监督检查，及时处理问题。" for house in HOUSES) == [{level + house} for house in HOUSES]


def test_bare_levels_share_a_house_that_is_no_kind_of_body() -> None:
    assert given(["省、市储备中心应当加强管理。", "市、县人民政府应当加强管理。"]) == [{"省储备中心", "市储备中心"}, {"市、县人民政府"}]
