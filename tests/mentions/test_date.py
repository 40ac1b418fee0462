"""Dates and numerals as notices print them, OCR slips and all."""

from __future__ import annotations

import pytest

from extract.mentions.date import dates_in, iso_date
from extract.mentions.numeral import count, year

DATES = [
    ("2019年3月5日", "2019-03-05"),
    ("2019年03月05日", "2019-03-05"),
    ("二〇一九年三月五日", "2019-03-05"),
    ("二○一九年三月五日", "2019-03-05"),
    ("二零一九年十二月三十一日", "2019-12-31"),
    ("二O一九年三月五曰", "2019-03-05"),
    ("二0一九年十月二十日", "2019-10-20"),
    ("一九九六年十一月五日", "1996-11-05"),
    ("一九五三年二月", "1953-02"),
    ("一九八〇年", "1980"),
    ("2019.3.5", "2019-03-05"),
    ("2019-03-05", "2019-03-05"),
    ("2019/3/5", "2019-03-05"),
    ("2017年9月底", "2017-09"),
    ("2017年底", "2017"),
    ("民国三十八年十月一日", "1949-10-01"),
    ("民国38年10月1日", "1949-10-01"),
    ("一九五五年廿一日", "1955"),
    ("2019年2月30日", "2019-02"),
]


@pytest.mark.parametrize(("words", "iso"), DATES)
def test_date(words: str, iso: str) -> None:
    assert [mention.iso for mention in dates_in(words)] == [iso]


@pytest.mark.parametrize("words", ["望政发〔2019〕3号", "12345号", "3月5日", "每年", "GB2312-1980", "2019.3.5.1", "１年"])
def test_no_date(words: str) -> None:
    assert dates_in(words) == []


def test_dates_in_order_with_their_places() -> None:
    words = "自2019年3月5日起施行，有效期至2024年2月29日。"
    assert [words[mention.span.slice] for mention in dates_in(words)] == ["2019年3月5日", "2024年2月29日"]


def test_words_that_are_a_date_and_nothing_else() -> None:
    assert iso_date("二〇一九年三月五日") == "2019-03-05"
    assert iso_date("2019年3月5日起") is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("105", 105),
        ("二十三", 23),
        ("十", 10),
        ("十二", 12),
        ("一百零五", 105),
        ("一千二百", 1200),
        ("两", 2),
        ("三万五千", 35000),
        ("廿一", 21),
        ("叁拾", 30),
        ("二〇", 20),
        ("", None),
        ("若干", None),
        ("1" * 40, None),
    ],
)
def test_count(words: str, number: int | None) -> None:
    assert count(words) == number


def test_year() -> None:
    assert year("二○一九") == 2019
    assert year("201九") == 2019
    assert year("一九") is None
