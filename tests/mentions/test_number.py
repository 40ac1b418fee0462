"""Document numbers of all decades, in sentences and in brackets."""

from __future__ import annotations

import time

import pytest

from extract.mentions.number import normal, numbers_in

NUMBERS = [
    ("国办发〔2018〕3号", "国办发〔2018〕3号"),
    ("按照国办发〔2018〕3号文件", "国办发〔2018〕3号"),
    ("精神和国发〔2018〕4号", "国发〔2018〕4号"),
    ("和平政发〔2019〕1号", "和平政发〔2019〕1号"),
    ("太原政发〔2018〕4号", "太原政发〔2018〕4号"),
    ("省政府印发的岚政发〔2018〕3号", "岚政发〔2018〕3号"),
    ("民发〔1989〕民字第3号", "民发〔1989〕民字第3号"),
    ("〔64〕财预王字第380号", "〔64〕财预王字第380号"),
    ("（〔1996〕临水字第82号）", "〔1996〕临水字第82号"),
    ("应按国务院一九八〇年223号", "国务院一九八〇年223号"),
    ("政秘字第37号", "政秘字第37号"),
    ("国发〔一九八〇〕88号", "国发〔一九八〇〕88号"),
    ("办场字[2020]的39号", "办场字〔2020〕39号"),
    ("国务院令第513号", "国务院令第513号"),
    ("中华人民共和国主席令第五十六号", "中华人民共和国主席令第五十六号"),
    ("根据住房和城乡建设部令第5号", "住房和城乡建设部令第5号"),
    ("国家发展改革委等14部委第39号令", "国家发展改革委等14部委第39号令"),
    ("省政府第105号令", "省政府第105号令"),
    ("2009年7月1日岚江省人民政府令第105号发布", "岚江省人民政府令第105号"),
    ("国家税务总局公告2018年第28号", "国家税务总局公告2018年第28号"),
    ("原建设部令第21号", "建设部令第21号"),
    ("GB50016-2014", "GB50016-2014"),
    ("执行HJ633-2012", "HJ633-2012"),
]


@pytest.mark.parametrize(("words", "number"), NUMBERS)
def test_number(words: str, number: str) -> None:
    assert [found.number for found in numbers_in(words)] == [number]


@pytest.mark.parametrize("words", ["望溪路12号", "第3号楼", "（2018）岚01民终3号", "编号", "一号文件", "手机号"])
def test_no_number(words: str) -> None:
    assert list(numbers_in(words)) == []


def test_brackets_of_the_year() -> None:
    assert normal("望发（2019）3号") == "望发〔2019〕3号"


def test_time_grows_with_the_text() -> None:
    began = time.process_time()
    list(numbers_in("国务院令第一二三号令公告〔2018〕字第号" * 10_000))
    assert time.process_time() - began < 3
