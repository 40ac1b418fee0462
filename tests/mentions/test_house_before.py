"""The agency before 由, and a kind of organ that stands for the one the paper speaks of."""

from __future__ import annotations

import pytest

from extract.appointing.holder import holder
from extract.mentions.house import house_before
from extract.mentions.post import Holding
from extract.notices import notices
from extract.read.words import to_text
from kg.model import Source


@pytest.mark.parametrize(
    ("told", "house"),
    [
        ("一、望溪水库管理处由", "望溪水库管理处"),
        ("（二）望溪新区建设办公室由", "望溪新区建设办公室"),
        ("水库移民工作领导小组办公室由", ""),
        ("县防汛办公室由", ""),
        ("会议决定由", ""),
        ("有关部门由", ""),
    ],
)
def test_house_before(told: str, house: str) -> None:
    assert house_before(told, 0, len(told)) == house


@pytest.mark.parametrize(
    ("agency", "name"), [("革命委员会", "望溪县革命委员会"), ("县教育局", "望溪县教育局"), ("文革小组", "文革小组")]
)
def test_an_organ_by_its_kind(agency: str, name: str) -> None:
    raw = "望溪县人民政府关于望溪县革命委员会组成人员的批示\n\n由顾明哲同志为革命委员会主任。\n\n望溪县人民政府\n1980年3月5日\n"
    notice = next(iter(notices(to_text(Source("kind.txt", ""), raw))))
    found = holder(notice, Holding(agency, "主任"))
    assert found is not None
    assert found.name == name
