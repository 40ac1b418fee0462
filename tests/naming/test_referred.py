"""Full names that a notice gives itself: 以下简称, and bodies called by their kind."""

from __future__ import annotations

import pytest

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Source

HEAD = "望溪区人民政府关于成立防汛抗旱指挥部的通知\n各镇人民政府：\n"
SET_UP = "区政府决定成立望溪区防汛抗旱指挥部（以下简称“区防指”）。望溪区水利工程建设管理中心（以下简称区水建中心）承担调度。\n指挥长：王涛 副区长\n"


def doers(text: str, head: str = HEAD) -> dict[str, str]:
    """Who is given work, by the words of the text, and the full name."""
    facts = extract_text(to_text(Source("a.txt", ""), head + text)).facts
    return {one.mention: one.name for fact in facts if isinstance(one := fact.args.get("assignee"), Agency)}


@pytest.mark.parametrize(
    ("sentence", "said", "meant"),
    [
        ("区防指负责统一指挥。", "区防指", "望溪区防汛抗旱指挥部"),
        ("区防指办公室负责值班。", "区防指办公室", "望溪区防汛抗旱指挥部办公室"),
        ("指挥部负责全区防汛决策。", "指挥部", "望溪区防汛抗旱指挥部"),
        ("指挥部办公室负责信息报送。", "指挥部办公室", "望溪区防汛抗旱指挥部办公室"),
        ("区水建中心应当做好水库巡查。", "区水建中心", "望溪区水利工程建设管理中心"),
        # what it is not: another body of the same kind with a name of its own, another kind
        ("市防汛抗旱指挥部办公室负责督查。", "市防汛抗旱指挥部办公室", "市防汛抗旱指挥部办公室"),
        ("领导小组负责督查。", "领导小组", "领导小组"),
    ],
)
def test_a_short_word_stands_for_the_body_that_the_notice_names(sentence: str, said: str, meant: str) -> None:
    assert doers(SET_UP + sentence)[said] == meant


def test_of_two_bodies_the_last_one_named_is_meant() -> None:
    second = "成立望溪区森林防火指挥部。\n指挥长：李敏 区林业局局长\n指挥部负责扑救。\n"
    assert doers(SET_UP + second)["指挥部"] == "望溪区森林防火指挥部"


def test_without_a_body_words_stay_what_they_are() -> None:
    assert doers("指挥部办公室负责值班。", "关于做好防汛工作的通知\n各镇人民政府：\n") == {"指挥部办公室": "指挥部办公室"}


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("望溪区人民医院负责收治。医院应当每周报送数据。", "望溪区人民医院"),
        ("定点医院负责收治。医院应当每周报送数据。", "医院"),
        ("望溪区人民医院和望溪区中医医院负责收治。医院应当每周报送数据。", "医院"),
    ],
)
def test_a_kind_alone_stands_for_the_only_house_of_that_kind(sentence: str, meant: str) -> None:
    assert doers(sentence, "关于做好救治工作的通知\n各镇人民政府：\n")["医院"] == meant


def test_a_school_that_issues_a_paper_is_the_school_that_it_speaks_of() -> None:
    assert doers("学校应当公布名单。", "望溪职业技术学院关于做好招生工作的通知\n各系部：\n")["学校"] == "望溪职业技术学院"
