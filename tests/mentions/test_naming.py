"""Full names; the invented places are in no list of divisions."""

from __future__ import annotations

import pytest

from extract.mentions.divisions import above
from extract.mentions.naming import full_name, places

HOME = "岚江省临澜市望溪区"
NAMES = [
    ("区审计局", HOME, "岚江省临澜市望溪区审计局"),
    ("我区审计局", HOME, "岚江省临澜市望溪区审计局"),
    ("市教委", HOME, "岚江省临澜市教委"),
    ("省财政厅", HOME, "岚江省财政厅"),
    ("区政府", HOME, "岚江省临澜市望溪区人民政府"),
    ("市政府办公厅", HOME, "岚江省临澜市人民政府办公厅"),
    ("区委", HOME, "中共岚江省临澜市望溪区委员会"),
    ("区委宣传部", HOME, "中共岚江省临澜市望溪区委员会宣传部"),
    ("区委机构编制委员会办公室", HOME, "中共岚江省临澜市望溪区委机构编制委员会办公室"),
    ("区委政法委", HOME, "中共岚江省临澜市望溪区委政法委"),
    ("区委常委会", HOME, "中共岚江省临澜市望溪区委员会常委会"),
    ("区委员会", HOME, "岚江省临澜市望溪区委员会"),
    ("望溪区审计局", HOME, "岚江省临澜市望溪区审计局"),
    ("财政局", HOME, "岚江省临澜市望溪区财政局"),
    ("国家税务总局", HOME, "国家税务总局"),
    ("财政部", HOME, "财政部"),
    ("各有关部门", HOME, "各有关部门"),
    ("县水利局", HOME, "县水利局"),
    ("市公安局", "岚江省临澜市望溪市", "岚江省临澜市望溪市公安局"),
    ("省公安厅", "福州市", "福建省公安厅"),
    ("镇政府", "望溪县青石镇", "望溪县青石镇人民政府"),
    ("财政部", "", "财政部"),
    ("区审计局", "", "区审计局"),
]


@pytest.mark.parametrize(("mention", "jurisdiction", "wanted"), NAMES)
def test_full_names(mention: str, jurisdiction: str, wanted: str) -> None:
    assert full_name(mention, jurisdiction) == wanted


def test_steps_of_a_place() -> None:
    assert places("内蒙古自治区呼和浩特市清水河县") == ["内蒙古自治区", "呼和浩特市", "清水河县"]


def test_what_lies_above() -> None:
    assert above("义乌市", "省") == "浙江省"
    assert above("望溪区", "省") == ""
