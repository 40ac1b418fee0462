"""From raw characters to words: what holds of any string, and what white space tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.form import one_form
from extract.read.words import to_text
from kg.model import Gap, Source, Text

# the signs that mean something here, beside any others
SIGNS = st.sampled_from(
    "望溪区印发关于通知办法一二十第条年号0129OlXa \t\n\r\f\u3000\ufeff\ufdd0|<>《》〈〉"
    "（）()[]【】〔〕“”\"'.．·,，:;；。、—-○〇%&_="
)
RAW = st.text(st.one_of(SIGNS, st.characters()), max_size=120) | st.lists(
    st.sampled_from(
        [
            "— 14 —",
            "\n",
            "第3页",
            "<p>",
            "</td>",
            "&nbsp;",
            "<<办法>>",
            "〔2O17)3号",
            "12",
            "望溪公报",
            "\f",
            "加强对",
        ]
    ),
    max_size=30,
).map("".join)


def text(raw: str) -> Text:
    return to_text(Source("a.txt", ""), raw)


@given(RAW)
def test_each_word_keeps_its_place(raw: str) -> None:
    made = text(raw)
    assert len(made.words) == len(made.printed) == len(made.at) == len(made.gaps)
    assert all(a < b for a, b in zip(made.at, made.at[1:], strict=False))
    assert "".join(raw[at] for at in made.at) == made.printed
    assert not any(sign.isspace() for sign in made.words)
    assert set(made.gaps) <= set(Gap)


@given(RAW)
def test_words_are_in_one_form_already(raw: str) -> None:
    words = text(raw).words
    assert one_form(words) == words


@pytest.mark.parametrize(
    ("raw", "words", "gaps"),
    [
        ("王 涛\t副区长", "王涛副区长", [0, 1, 3, 0, 0]),
        ("\ufeff王\u3000涛", "王涛", [0, 2]),
        ("王\r\n涛", "王涛", [0, 4]),
        ("王\r\n\r\n涛", "王涛", [0, 5]),
        ("王\n \n涛", "王涛", [0, 5]),
        ("王\r涛", "王涛", [0, 4]),
        ("王\u200b涛", "王涛", [0, 0]),
        ("王\xa0涛", "王涛", [0, 1]),
        ("| 姓名 | 职务 |\n|---|---|\n| 王涛 | 局长 |", "姓名职务王涛局长", [3, 0, 3, 0, 4, 0, 3, 0]),
        ("|\n姓名\n|\n职务\n|\n|\n王涛\n|\n局长\n|\n|\n李明\n|\n科长\n|\n", "姓名职务王涛局长李明科长", [4, 0, 3, 0, 4, 0, 3, 0, 4, 0, 3, 0]),
        ("各区政府：\n|\n来函收悉", "各区政府：来函收悉", [0, 0, 0, 0, 0, 5, 0, 0, 0]),
        ("├姓名│职务┤", "姓名职务", [3, 0, 3, 0]),
        ("<tr><td>姓名</td><td>职务</td></tr><tr>", "姓名职务", [4, 0, 3, 0]),
        ("检查。</p> <p>其他", "检查。其他", [0, 0, 0, 5, 0]),
        ("有<input type='checkbox'/>无", "有无", [0, 0]),
        ("姓名&nbsp;王", "姓名王", [0, 0, 1]),
        ("加强对\n— 14 —\n重点", "加强对重点", [0, 0, 0, 4, 0]),
        ("检查。\n— 14 —\n重点", "检查。重点", [0, 0, 0, 5, 0]),
        ("加强对 — 14 — 重点", "加强对重点", [0, 0, 0, 0, 0]),
        ("签名：______日期", "签名：日期", [0, 0, 0, 0, 0]),
    ],
)
def test_gaps(raw: str, words: str, gaps: list[int]) -> None:
    made = text(raw)
    assert made.words == words
    assert list(made.gaps) == gaps


def test_doubled_angles_are_a_title() -> None:
    made = text("印发<<望溪区林地管理办法>>的通知")
    assert made.words == "印发《望溪区林地管理办法》的通知"
    assert made.printed == "印发<望溪区林地管理办法>的通知"
    assert [made.raw[at] for at in made.at] == list(made.printed)


def test_a_traditional_text_is_read_in_simplified_characters() -> None:
    read = text("望溪區人民政府關於任免的通知：任命 叢一笑為區財政局局長。")
    assert read.words == "望溪区人民政府关于任免的通知：任命丛一笑为区财政局局长。"
    assert read.printed == "望溪區人民政府關於任免的通知：任命叢一笑為區財政局局長。"


def test_a_traditional_character_in_a_name_stays() -> None:
    assert text("任命李喆昇为区财政局局长，任命王堃為区审计局局长。").words == "任命李喆昇为区财政局局长，任命王堃為区审计局局长。"


def test_points_between_all_characters_are_no_ends_of_sentences() -> None:
    assert text("张望　外交部.党.委.书.记.、副部长").words == "张望外交部党委书记、副部长"
    assert text("一.二.总则").words != "一二总则"


def test_characters_set_apart_are_read_together() -> None:
    said = "各镇人民政府要加强对辖区内重点区域的巡查，发现问题及时报告。"
    spread = "\n".join(" ".join(said) for _ in range(3))
    read = text(f"{spread}\n王 涛  副 区 长")
    assert read.words == said * 3 + "王涛副区长"
    assert list(read.gaps[-5:]) == [4, 0, 2, 0, 0]
    # one line of them is a title or a name, and its blanks are told
    assert list(text(f"{said * 3}\n王 涛").gaps[-2:]) == [4, 1]
