"""Meetings that decide, as notices name them."""

from __future__ import annotations

import pytest

from extract.mentions.meeting import meetings_in

MEETINGS = [
    ("区政府第63次常务会议研究决定", "第63次常务会议"),
    ("国务院第一次常务会议", "第一次常务会议"),
    ("县委常委会会议", "常委会会议"),
    ("区委常委会第131次会议", "常委会第131次会议"),
    ("最高人民法院审判委员会第1835次会议", "第1835次会议"),
    ("市长办公会议", "市长办公会议"),
    ("委党政联席会议", "党政联席会议"),
    ("区编委2019年第2次会议", "2019年第2次会议"),
    ("市十三届人大四次会议", "四次会议"),
    ("市委十二届五次全会", "十二届五次全会"),
    ("政务院第六十五次政务会议", "第六十五次政务会议"),
    ("县委第38次常委会", "第38次常委会"),
]


@pytest.mark.parametrize(("words", "meeting"), MEETINGS)
def test_meeting(words: str, meeting: str) -> None:
    assert [mention.words for mention in meetings_in(words)] == [meeting]


@pytest.mark.parametrize("words", ["评审委员会评审", "社会发展", "会计", "残疾人联合会"])
def test_no_meeting(words: str) -> None:
    assert meetings_in(words) == []
