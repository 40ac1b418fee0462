"""Titles in 《》 and without, their numbers, short names and laws."""

from __future__ import annotations

import time

import pytest

from extract.mentions.reference import references_in
from extract.mentions.title import about_in, laws_in, titles_in

# words, then title and number of each reference
REFERENCES = [
    ("《物业管理条例》（国务院令第504号）", [("物业管理条例", "国务院令第504号")]),
    ("《A办法》、《B规定》和《C细则》", [("A办法", None), ("B规定", None), ("C细则", None)]),
    ("《关于印发《节水办法》的通知》（岚水〔2018〕4号）", [("关于印发《节水办法》的通知", "岚水〔2018〕4号")]),
    ("《岚江省实施〈水法〉办法》", [("岚江省实施〈水法〉办法", None)]),
    ("《关于转发《导则的通知》（临建〔2018〕7号）", [("关于转发《导则的通知", "临建〔2018〕7号")]),
    ("《节水办法、《供水条例》", [("节水办法", None), ("供水条例", None)]),
    ("《意见》（岚发〔2018〕1号，以下简称《乡村意见》）", [("意见", "岚发〔2018〕1号")]),
    ("《渔港办法》（试行）（岚政发〔2015〕2号）", [("渔港办法", "岚政发〔2015〕2号")]),
    ("岚政发〔2018〕3号《关于秋收的通知》", [("关于秋收的通知", "岚政发〔2018〕3号")]),
    ("国办发〔2018〕3号、国发〔2018〕4号", [(None, "国办发〔2018〕3号"), (None, "国发〔2018〕4号")]),
    ("省政府关于秋收的通知（岚政发〔2018〕3号）", [("省政府关于秋收的通知", "岚政发〔2018〕3号")]),
    ("违反安全生产法第九条", [("安全生产法", None)]),
    ("《未闭合的标题", []),
    ("闭合》", []),
    ("", []),
]


@pytest.mark.parametrize(("words", "expected"), REFERENCES)
def test_references(words: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(one.title, one.number) for one in references_in(words)] == expected


def test_short_names() -> None:
    found = references_in("根据《乡村振兴意见》（岚发〔2018〕1号，以下简称《意见》）")
    assert [(one.short, one.form) for one in found] == [("意见", "marked")]


def test_a_title_inside_a_title_without_marks_is_its_own() -> None:
    found = references_in("市水务局关于转发《河湖通报》的函（临水函〔2018〕51号）")
    assert [one.title for one in found] == ["市水务局关于转发《河湖通报》的函", "河湖通报"]


@pytest.mark.parametrize(
    ("words", "laws"),
    [
        ("依照刑法和民事诉讼法处理", ["刑法", "民事诉讼法"]),
        ("中华人民共和国土地管理法实施条例", ["中华人民共和国土地管理法实施条例"]),
        ("安全生产法律法规", []),
        ("违反宪法和法律", []),
        ("办法、方法、做法、执法", []),
        ("根据公共场所卫生管理条例的规定", ["公共场所卫生管理条例"]),
        ("根据有关条例的规定", []),
        ("参照公务员法管理", []),
    ],
)
def test_laws(words: str, laws: list[str]) -> None:
    assert [words[law.inner.slice] for law in laws_in(words)] == laws


def test_about_keeps_its_body_and_drops_the_reader() -> None:
    words = "你局关于建库的请示收悉，根据市委、市政府关于治水的决定"
    assert [words[title.inner.slice] for title in about_in(words)] == ["关于建库的请示", "市委、市政府关于治水的决定"]


def test_time_grows_with_the_text() -> None:
    began = time.process_time()
    for words in ("《" * 20_000, "关于" * 20_000, "《〈" * 10_000 + "》", "（" * 20_000, "刑法、" * 20_000):
        references_in(words)
        list(titles_in(words))
    assert time.process_time() - began < 6
