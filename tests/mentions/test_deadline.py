"""Time limits: dates where they are dates, the words where they are an event, nothing where they are a frequency."""

from __future__ import annotations

import time

import pytest

from extract.mentions.deadline import deadline

# words of a task, what a notice of 2018 means by them
LIMITS = [
    ("于2019年9月底前完成整改", "2019-09"),
    ("2017年底前全部完成", "2017"),
    ("到2021年底，各镇建成示范村", "2021"),
    ("9月30日前将总结报送区城管委", "2018-09-30"),
    ("12月31日之前", "2018-12-31"),
    ("6月底前提出初稿", "2018-06"),
    ("六月底以前落实到队", "2018-06"),
    ("今年年底前完成", "2018"),
    ("明年3月底前完成", "2019-03"),
    ("次年1月15日前报送", "2019-01-15"),
    ("本年度10月20日前", "2018-10-20"),
    ("11月24日（星期六）12时前完成缴纳", "2018-11-24"),
    ("2018年4—6月，由社会团体自查", "2018-06"),
    ("8月10日至8月31日", "2018-08-31"),
    ("8月10日—31日", "2018-08-31"),
    ("2019年12月", "2019-12"),
    ("2019年上半年", "2019-06"),
    ("第三季度", None),
    ("2019年第三季度", "2019-09"),
    ("（2018年9月—10月）", "2018-10"),
    # 为确保… is an aim
    ("为确保年内在2018年底前退回，各单位须于11月24日前完成", "2018-11-24"),
    # words
    ("每月20日前报送", "每月20日前"),
    ("每月3日、13日、23日报送进展", "每月3日、13日、23日"),
    ("于每年11月30日前报告", "每年11月30日前"),
    ("每单月1日前报小结", "每单月1日前"),
    ("于本通知印发后5个工作日内，向社会公布", "本通知印发后5个工作日内"),
    ("各部门于本通知印发后5个工作日内公布", "本通知印发后5个工作日内"),
    ("收到意见后，两周内报告整改情况", "两周内"),
    ("一周内报告", "一周内"),
    ("承编单位在评审前1个月提交初稿", "评审前1个月"),
    ("编委会提前一个月提交", "提前一个月"),
    ("并自完成手续5个工作日内报备", "自完成手续5个工作日内"),
    ("在规定期限内进行整改", "规定期限内"),
    # none
    ("尽快办理", None),
    ("每季度召开一次会议", None),
    ("第一时间上报", None),
    ("限期整改", None),
    ("对今年前三个季度的满意度", None),
    ("加强巡查，定期通报", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "limit"), LIMITS)
def test_deadline(words: str, limit: str | None) -> None:
    assert deadline(words, 2018) == limit


def test_a_day_of_no_year_stays_words() -> None:
    assert deadline("12月31日前报送") == "12月31日前"


def test_time_grows_with_the_text() -> None:
    began = time.process_time()
    deadline("自一二三四五六七八九十年月日前后内，" * 20_000, 2018)
    assert time.process_time() - began < 2
