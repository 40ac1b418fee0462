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
