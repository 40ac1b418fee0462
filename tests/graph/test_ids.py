"""What is one thing by its id, and what stays two until a decision says more."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from kg.errors import GraphError
from kg.ids import agency_id, digest, document_id, fact_id, person_id, post_id, thing_id
from kg.proper import is_proper
from kg.resolve import Decision, merged, read_decisions, write_decisions
from tests.graph.facts import appoints, text

ONE, TWO = ("source a", "望政发〔2019〕1号"), ("source b", "岚政发〔2020〕2号")


@pytest.mark.parametrize(
    "name",
    [
        "岚江省临澜市望溪区教育局",
        "教育部",
        "国务院办公厅",
        "中共临澜市委",
        "中共临澜市委员会",
        "临澜市政府",
        "临澜市人民政府办公室",
        "临澜市防汛领导小组办公室",
        "财政部",
        "国家税务总局",
        "临澜望溪水务有限公司",
        "望溪县教育局",
    ],
)
def test_a_full_name_is_one_agency_everywhere(name: str) -> None:
    assert agency_id(name, ONE) == agency_id(name, TWO)


@pytest.mark.parametrize(
    "name",
    [
        "区教育局",
        "市政府",
        "我县各部门",
        "各镇街",
        "有关部门",
        "本院",
        "全市各单位",
        "镇政府",
        "教育局",
        "领导小组",
        "村委会",
        "财政部门",
        "望溪区教育局",
        "上市公司",
        "岚江省临澜市望溪区领导小组办公室",
        "临澜市指挥部",
        "开发区管委会",
        "城市管理局",
    ],
)
def test_words_that_lean_on_their_notice_are_one_agency_in_it(name: str) -> None:
    assert agency_id(name, ONE) != agency_id(name, TWO)
    assert agency_id(name, ONE) == agency_id(name, ONE)


def test_a_post_is_whose_and_what() -> None:
    assert post_id("临澜市教育局", "局长", ONE) == post_id("临澜市教育局", "局长", TWO)
    assert post_id("临澜市教育局", "局长", ONE) != post_id("临澜市财政局", "局长", ONE)
    assert (
        post_id("临澜市教育局", "局长", ONE)
        == post_id(None, "临澜市教育局局长", TWO)
        != post_id(None, "局长", ONE)
    )
    assert post_id(None, "局长", ONE) != post_id(None, "局长", TWO)


def test_a_person_is_a_name_in_one_notice() -> None:
    assert person_id("王涛", ONE) != person_id("王涛", TWO) != person_id("王涛", (TWO[0], ONE[1]))


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("望政发〔2019〕1号", None),
        ("国务院令第513号", "物业管理条例"),
        (None, "中华人民共和国预算法"),
        (None, "物业管理条例"),
        (None, "岚江省停车管理办法"),
        (None, "临澜市人民政府关于防汛工作的通知"),
    ],
)
def test_a_document_that_tells_whose_it_is_is_one(number: str | None, title: str | None) -> None:
    assert document_id(number, title, (), ONE) == document_id(number, title, (), TWO)


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("第7号", "望溪区停车办法"),
        ("公告第3号", None),
        (None, "关于防汛工作的通知"),
        (None, "实施方案"),
        (None, "市水务局关于防汛工作的通知"),
    ],
)
def test_a_document_of_whoever_speaks_stays_in_its_notice(number: str | None, title: str | None) -> None:
    assert document_id(number, title, (), ONE) != document_id(number, title, (), TWO)
    issued = document_id(number, title, ["临澜市水务局"], ONE)
    assert (
        issued
        == document_id(number, title, ["临澜市水务局"], TWO)
        != document_id(number, title, ["国务院"], TWO)
    )


def test_a_number_tells_a_document_whatever_its_title() -> None:
    assert document_id(ONE[1], "甲", (), ONE) == document_id(ONE[1], None, ["国务院"], TWO)


def test_values_are_kept_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert thing_id("Task", ["清理"], ONE) != thing_id("Task", ["清理"], TWO)
    assert len(digest("")) == 32


def test_a_fact_is_its_words_and_what_they_say() -> None:
    [fact] = text("a.txt", appoints("王涛")).facts
    [same] = text("b.txt", appoints("王涛")).facts
    [other] = text("a.txt", appoints("李敏")).facts
    assert fact_id(fact, "x") == fact_id(same, "x") != fact_id(fact, "y")
    assert fact_id(fact, "x") != fact_id(other, "x")


def said(left: str, right: str, judgement: str = "same") -> Decision:
    return Decision(left, right, judgement, 1.0, "", "test", "2024-01-01")


def test_decisions_join_in_any_order() -> None:
    one = merged([said("a", "b"), said("c", "d"), said("b", "d")])
    two = merged([said("d", "b"), said("b", "a"), said("d", "c")])
    assert one == two == {"b": "a", "c": "a", "d": "a"}


def test_the_last_word_on_a_pair_holds() -> None:
    log = [said("a", "b"), said("b", "a", "different")]
    assert merged(log) == {}
    assert merged([*log, said("a", "b")]) == {"b": "a"}
    assert merged([said("a", "b"), said("a", "b", "unsure"), said("b", "c")]) == {"c": "b"}


def test_the_log_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("log") / "decisions.jsonl"
    assert read_decisions(path) == []
    log = [said("a", "b"), said("a", "b", "unsure")]
    write_decisions(path, log)
    assert read_decisions(path) == log
    log.append(replace(said("b", "c"), reason="上\u2028下\x85"))
    write_decisions(path, log)
    assert read_decisions(path) == log
    for line, words in (
        ("{", "line 1"),
        ("[" * 100_000, "line 1"),
        (path.read_text("utf-8").replace('"a"', "1"), "line 1"),
        ('{"from": "a"}', "line 1"),
        (path.read_text("utf-8").replace("unsure", "maybe"), "line 2"),
    ):
        path.write_text(line, "utf-8")
        with pytest.raises(GraphError, match=words):
            read_decisions(path)
    path.write_bytes(b"{}\xff")
    with pytest.raises(GraphError, match="line 1"):
        read_decisions(path)


@pytest.mark.parametrize(
    "unit", ["市", "望区", "望市", "领导小组", "国家", "中央", "、", "自治", "有限公司", "a"]
)
def test_long_names_are_looked_at_once(unit: str) -> None:
    start = time.process_time()
    is_proper("望" + unit * 20_000)
    is_proper("中国" + unit * 20_000)
    assert time.process_time() - start < 1
