"""Page numbers and running heads go, all else stays."""

from __future__ import annotations

import pytest

from extract.read.furniture import furniture

LONG = "各镇人民政府要加强对辖区内重点区域的巡查，发现问题及时报告，并于每月底前将检查情况"
MORE = "书面报送区应急局，由区应急局汇总后报区人民政府"
PAGE = LONG * 6 + "\n\n{}\n\n" + MORE


def taken(raw: str) -> list[str]:
    return [raw[span.start : span.end] for span in furniture(raw)]


@pytest.mark.parametrize(
    "line",
    [
        "— 14 —",
        "—14—",
        "- 3 -",
        "－3－",
        "·5·",
        "· 5 ·",
        "第3页",
        "第 3 页 共 10 页",
        "第3页/共10页",
        "Page 3 of 9",
        "（此页无正文）",
    ],
)
def test_a_page_number_that_says_so(line: str) -> None:
    assert taken(f"加强对\n{line}\n重点区域的检查") == [line]
    assert taken(f"加强对\r\n  {line} \r\n重点区域的检查") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "14",
        "（3）",
        "3.",
        "2019年3月5日",
        "1/2",
        "一、总则",
        "|14|",
        "14\t15",
        "第三条",
        "2019",
        "-",
        "——",
        "010-12345678",
    ],
)
def test_what_only_looks_like_one(line: str) -> None:
    assert taken(f"加强检查。\n\n{line}\n\n重点区域的检查。") == []


@pytest.mark.parametrize("line", ["http://www.example.test/a?b=1", "原文链接：https://www.example.test/a", "Original URL: http://lib.example.test/x"])
def test_the_address_of_a_page(line: str) -> None:
    assert taken(f"第四类 水务\n{line}\n望溪区水务局为区政府工作部门。") == [line]
    assert taken(f"请登录{line}下载。") == []


def test_a_bare_number_between_the_halves_of_a_sentence() -> None:
    assert taken(PAGE.format("14")) == ["14"]
    assert taken(PAGE.format("14").replace("\n\n", "\n")) == []
    assert taken(LONG + "。\n\n14\n\n" + MORE) == []


def test_a_bare_number_beside_a_form_feed() -> None:
    assert taken("情况。\n14\n\f一、总则") == ["14"]
    assert taken("情况。\n\f\n14\n一、总则") == ["14"]


def test_bare_numbers_that_count_up_page_by_page() -> None:
    raw = "".join(f"{LONG * 6}\n{number}\n{MORE}" for number in range(5, 9))
    assert taken(raw) == ["5", "6", "7", "8"]
    rows = "".join(f"{number}\n{LONG * 6}。\n" for number in range(5, 9))
    assert taken(rows) == []


def test_fractions_of_one_total() -> None:
    assert taken("甲\n1/9\n乙\n2/9\n丙") == ["1/9", "2/9"]
    assert taken("甲\n1/9\n乙\n2/7\n丙") == []


def test_running_heads() -> None:
    head = "望溪区政务动态 2019年第3期"
    raw = "".join(f"{head}\n{LONG * 6}\n— {number} —\n" for number in range(1, 6))
    assert taken(raw) == [*["— 1 —"], *[head, "— 2 —"], *[head, "— 3 —"], *[head, "— 4 —"], *[head, "— 5 —"]]


def test_heads_after_form_feeds_with_their_page_numbers() -> None:
    raw = "\f".join(f"望溪区政务动态 · {number} ·\n{LONG * 6}" for number in range(1, 6))
    assert taken(raw) == [f"望溪区政务动态 · {number} ·" for number in range(1, 6)]


def test_a_line_that_names_the_gazette() -> None:
    raw = "".join(f"望溪区人民政府公报 2019年第3期\n{LONG}\n" for _ in range(3))
    assert len(taken(raw)) == 3
    assert taken(f"望溪区人民政府公报\n{LONG}\n《望溪区公报》管理办法\n{LONG}") == []


def test_annex_numbers_offices_and_rows_are_no_heads() -> None:
    for line in ["附件{}", "岚江省临澜市望溪区人民政府", "姓名\t职务", "（{}）"]:
        raw = "".join(f"{LONG * 6}。\n— {n} —\n{line.format(n)}\n关于有关事项的通知\n" for n in range(1, 6))
        assert taken(raw) == [f"— {n} —" for n in range(1, 6)]


def test_in_a_text_without_line_breaks() -> None:
    assert taken("要加强对 — 14 — 重点区域的检查") == [" — 14 — "]
    assert taken("农作第2页 共4页物秸秆") == ["第2页 共4页"]
    assert taken("见附件（第2页共4页）。") == []
    assert taken("二、2017—2019年，A—1—B") == []


@pytest.mark.parametrize(
    "line",
    [
        "楼主| 发表于 2019-3-5 08:30",
        "沙发",
        "回复 举报",
        "【打印本页】 【关闭窗口】",
        "顶一下 好帖",
    ],
)
def test_what_a_forum_puts_between_the_lines(line: str) -> None:
    assert taken(f"加强对重点区域的检查。\n{line}\n区水务局负责巡查。") == [line]


@pytest.mark.parametrize("line", ["回复", "评分", "区水务局 回复", "楼主姓名：王涛", "发表于《望溪日报》", "2019-3-5"])
def test_words_of_a_text_are_no_forum(line: str) -> None:
    assert taken(f"加强对重点区域的检查。\n{line}\n区水务局负责巡查。") == []


def test_a_page_that_says_that_it_goes_on() -> None:
    assert taken("[接上页]重点区域的检查。") == ["[接上页]"]
    assert taken("序号\t任务\n（接上页）\n2\t巡查") == ["（接上页）"]
    assert taken("接上页的检查，巡查。") == []


def test_the_gazette_is_named_once_where_a_sentence_goes_over_the_page() -> None:
    assert taken(PAGE.format("— 3 —\n\n岚江省人民政府公报")) == ["— 3 —", "岚江省人民政府公报"]
    assert taken(f"{LONG}报送。\n— 3 —\n2019年望溪区统计公报\n{MORE}") == ["— 3 —"]


def test_the_number_of_a_row_whose_cells_have_each_a_paragraph() -> None:
    row = "\n\n一、今年经济社会发展的主要预期目标\n\n{}\n\n固定资产投资增长百分之七左右。\n\n区发改局"
    assert taken("任务表" + row.format("3")) == ["3"]
    assert taken("任务表\n\n序号\n\n重点任务\n\n牵头单位" + row.format("3")) == []
