"""Clauses that say who decided."""

from __future__ import annotations

import pytest

from extract.deciding.clause import action_of, decisions
from kg.model import Span

CLAUSES = [
    ("区政府第63次常务会议研究决定", [("区政府", "第63次常务会议", "研究")]),
    ("区委、区政府批准", [("区委", None, "批准"), ("区政府", None, "批准")]),
    ("区委区政府批准", [("区委", None, "批准"), ("区政府", None, "批准")]),
    ("镇党委、政府同意", [("镇党委", None, "同意"), ("镇政府", None, "同意")]),
    ("区司法局审核、区政府批准", [("区司法局", None, "审核"), ("区政府", None, "批准")]),
    ("局党组会议研究", [("局党组", None, "研究")]),
    ("区长办公会议审议通过", [("", "区长办公会议", "审议通过")]),
    ("住房和城乡建设部批准", [("住房和城乡建设部", None, "批准")]),
    ("公司第三届董事会第五次会议审议通过", [("公司第三届董事会", "第五次会议", "审议通过")]),
    ("有关部门批准", []),
    ("考核结果报区政府批准", []),
    ("区政府", []),
    ("", []),
]


@pytest.mark.parametrize(("clause", "expected"), CLAUSES)
def test_decisions(clause: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = decisions(clause, Span(0, len(clause)))
    assert [(one.body, one.meeting, one.action) for one in found] == expected


@pytest.mark.parametrize(
    ("verb", "action"),
    [
        ("研究决定", "研究"),
        ("研究同意", "同意"),
        ("讨论并原则通过", "审议通过"),
        ("修订通过", "审议通过"),
        ("审定", "审核"),
        ("评审", "审核"),
        ("讨论决定", "决定"),
        ("审批", "批准"),
        ("核准", "批准"),
        ("研究", "研究"),
    ],
)
def test_action(verb: str, action: str) -> None:
    assert action_of(verb) == action
