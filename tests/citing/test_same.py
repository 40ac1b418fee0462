"""Which names mean one text."""

from __future__ import annotations

from extract.citing.same import Texts, same


def test_one_text_by_other_names() -> None:
    assert same("中华人民共和国森林法", "森林法")
    assert same("国务院关于加强节水的意见", "关于加强节水的意见")
    assert same("渔港办法（试行）", "渔港办法")
    assert not same("森林法", "草原法")
    assert not same("省政府关于加强节水的意见", "市政府关于加强节水的意见")


def test_a_text_is_found_by_number_title_and_short_name() -> None:
    texts = Texts()
    first = texts.place("省委关于乡村振兴的意见", "岚发〔2018〕1号", "乡村意见")
    assert texts.place("乡村意见", None, None) == first
    assert texts.place("关于乡村振兴的意见", None, None) == first
    assert texts.place(None, "岚发〔2018〕1号", None) == first
    assert texts.shortened("意见") == first


def test_one_title_with_two_numbers_is_two_texts() -> None:
    texts = Texts()
    assert texts.place("渔港办法", "岚政发〔2010〕1号", None) != texts.place("渔港办法", "岚政发〔2018〕9号", None)
