"""Saved web pages: the notice, its title and what describes it stay; menus and offers go."""

from __future__ import annotations

import time

import pytest

from extract.read.html import read
from extract.read.words import to_text
from kg.errors import InputError
from kg.model import Source

TITLE = "望溪区人民政府关于印发望溪区林地保护管理办法的通知"
BODY = [
    "望政发〔2019〕1号",
    "各镇人民政府，各街道办事处，区政府各部门：",
    "现将《望溪区林地保护管理办法》印发给你们，请认真遵照执行。",
    "岚江省临澜市望溪区人民政府",
    "2019年3月5日",
    "望溪区林地保护管理办法",
    "第一条 为了保护林地，制定本办法。",
    "第二条 区林业局负责全区林地保护管理工作，各镇人民政府配合。",
]
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in BODY)
MENU = """<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">互动交流</a></li></ul></div>
<div class="here">当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a></div>"""
FOOT = """<div class="share">分享到：<a>微信</a><a>微博</a></div><div class="foot"><p>主办：望溪区人民政府办公室　备案号：12345678</p></div>"""
ABOUT = [
    ("索引号", "000014349/2019-00012"),
    ("发文机关", "望溪区人民政府"),
    ("成文日期", "2019年3月5日"),
    ("发文字号", "望政发〔2019〕1号"),
]
AS_TABLE = "<table>" + "".join(f"<tr><td>{a}：</td><td>{b}</td></tr>" for a, b in ABOUT) + "</table>"
AS_LIST = "<ul>" + "".join(f"<li><span>{a}：</span>{b}</li>" for a, b in ABOUT) + "</ul>"
AS_WIDE = "<table><tr>" + "".join(f"<td>{a}：{b}</td>" for a, b in ABOUT) + "</tr></table>"


def page(inner: str, title: str = f"{TITLE}_望溪区人民政府网", charset: str = "utf-8") -> bytes:
    head = f"<meta charset='{charset}'><title>{title}</title><script>var a = '关于';</script>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}{inner}{FOOT}</body></html>".encode(charset)


def lines(data: bytes) -> list[str]:
    return [one for one in read("a.html", data).raw.split("\n") if one]


def test_title_and_body_without_menus() -> None:
    assert lines(page(f"<h1>{TITLE}</h1><div id='zoom'>{PARAGRAPHS}</div>")) == [TITLE, *BODY]


def test_a_title_in_the_body_is_not_said_twice() -> None:
    inner = f"<h1>{TITLE}</h1><div id='zoom'><p>望溪区人民政府</p><p>关于印发望溪区林地保护管理办法的通知</p>{PARAGRAPHS}</div>"
    assert lines(page(inner))[:2] == ["望溪区人民政府", "关于印发望溪区林地保护管理办法的通知"]


def test_a_title_that_only_the_head_has_comes_first() -> None:
    assert lines(page(f"<div id='zoom'>{PARAGRAPHS}</div>"))[:2] == [TITLE, BODY[0]]


@pytest.mark.parametrize("about", [AS_TABLE, AS_LIST, AS_WIDE])
def test_what_describes_the_notice_stays_at_its_place(about: str) -> None:
    found = lines(page(f"<div class='info'>{about}</div><h1>{TITLE}</h1><div>{PARAGRAPHS}</div>"))
    assert found[-len(BODY) - 1 :] == [TITLE, *BODY]
    words = to_text(Source("a.html", ""), "\n".join(found[: -len(BODY) - 1])).words
    assert words == "".join(f"{name}：{value}" for name, value in ABOUT)


@pytest.mark.parametrize(
    "inner",
    [
        "".join(f"<div>{one}</div>" for one in BODY),
        "<br>".join(BODY),
        "<br/>&nbsp;&nbsp;".join(BODY),
        "".join(f"<p><font><span>{one[:4]}</span><b>{one[4:]}</b></font></p>" for one in BODY),
        "<table><tr><td>" + PARAGRAPHS + "</td></tr></table>",
        "<span><font><p>" + "</p><p>".join(BODY) + "</p></font></span>",
        "<pre>" + "\n".join(BODY) + "</pre>",
    ],
)
def test_layouts_of_a_body(inner: str) -> None:
    found = lines(page(f"<h2>{TITLE}</h2><div class='content'>{inner}</div>"))
    assert [one.strip("\xa0 ") for one in found] == [TITLE, *BODY]


def test_a_page_laid_out_by_tables() -> None:
    data = page(
        f"<table><tr><td width='20%'>{MENU}</td><td><table><tr><td>{TITLE}</td></tr><tr><td>{PARAGRAPHS}</td></tr></table></td></tr></table>"
    )
    assert lines(data) == [TITLE, *BODY]


def test_tables_keep_their_cells() -> None:
    rows = """<table><tr><th>序号</th><th colspan="2">任务</th><th>责任单位</th></tr>
    <tr><td rowspan="2">1</td><td>清查</td><td>全区</td><td><p>区林业局</p><p>各镇人民政府</p></td></tr>
    <tr><td>建档</td><td></td><td>区
    林业局</td></tr></table>"""
    found = lines(page(f"<div>{PARAGRAPHS}{rows}</div>"))
    assert found[-3:] == [
        "序号\t任务\t\t责任单位",
        "1\t清查\t全区\t区林业局  各镇人民政府",
        "\t建档\t\t区 林业局",
    ]


def test_offers_to_the_reader_go() -> None:
    offers = "<p>【字体：<a>大</a> <a>中</a> <a>小</a>】　打印　关闭</p><p>浏览次数：128</p>"
    assert lines(page(f"<h1>{TITLE}</h1>{offers}<div>{PARAGRAPHS}{offers}</div>")) == [TITLE, *BODY]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8"])
def test_the_charset_of_the_page(charset: str) -> None:
    assert lines(page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div>", charset=charset)) == [TITLE, *BODY]


def test_a_short_page_is_taken_whole() -> None:
    data = "<html><body><p>任命王涛为区教育局局长。</p></body></html>".encode()
    assert lines(data) == ["任命王涛为区教育局局长。"]


@pytest.mark.parametrize(
    "data",
    [
        b"<p>",
        b"<html>" * 3000,
        b"<div>" * 1500 + b"x" + b"</div>" * 1500,
        b"<table><tr><td colspan=9999999 rowspan='x'>a",
    ],
)
def test_broken_pages_are_read(data: bytes) -> None:
    assert isinstance(read("a.html", data).raw, str)


def test_what_is_not_shown_goes() -> None:
    hidden = "<div style='display: none'>不显示的内容</div><style>p {}</style><noscript>请打开脚本</noscript><!-- 注释 -->"
    assert lines(page(f"<h1>{TITLE}</h1><div>{hidden}{PARAGRAPHS}</div>")) == [TITLE, *BODY]


@pytest.mark.parametrize("deep", [300, 1500])
def test_elements_that_nobody_closed(deep: int) -> None:
    raw = read("a.html", f"<html><body>{'<font>' * deep}{PARAGRAPHS}</body></html>".encode()).raw
    assert [one for one in raw.split("\n") if one] == BODY


def test_a_page_that_is_not_read_whole_is_refused() -> None:
    with pytest.raises(InputError, match="nested too deep"):
        read("a.html", f"<html><body><p>{BODY[0]}</p>{'<div>' * 5000}{PARAGRAPHS}".encode())


@pytest.mark.parametrize("between", [" ", "/", "=x ", "='<'", '=">"'])
def test_tags_of_a_hundred_thousand_attributes_are_refused(between: str) -> None:
    """The parser compares each with each: half an hour of it."""
    attributes = between.join(f"a{n}" for n in range(100_000))
    began = time.process_time()
    with pytest.raises(InputError, match="more attributes"):
        read("a.html", f"<html><body><p {attributes}>{PARAGRAPHS}</p></body></html>".encode())
    assert time.process_time() - began < 5


def test_long_tags_and_scripts_are_no_attack() -> None:
    picture = f"<img src='data:image/png;base64,{'A/b+' * 500_000}'>"
    script = f"<script>if (a<b) {{ x = '{'a < b / c ' * 50_000}' }}</script>" + "<a " * 2000
    assert "教育局" in read("a.html", page(f"<div>{picture}{script}<p>区教育局负责</p>{PARAGRAPHS}</div>")).raw


@pytest.mark.parametrize(
    "body",
    [
        "<ul>" * 200 + "<li><a href=x>望溪区教育局</a></li>" * 5000 + "</ul>" * 200,
        "<table>"
        + ("<tr>" + "<td rowspan=65534 colspan=1000>区教育局</td>" * 20 + "</tr>") * 300
        + "</table>",
        ("<div>" * 30 + "<p>区教育局负责</p>" + "</div>" * 30) * 2000,
        "<p>区教育局负责牵头。</p>" * 60_000,
    ],
    ids=["lists in lists", "merged cells", "boxes in boxes", "paragraphs"],
)
def test_large_pages_are_read_in_time(body: str) -> None:
    began = time.process_time()
    assert "教育局负责" in read("a.html", f"<html><body>{body}<p>区教育局负责</p></body></html>".encode()).raw
    assert time.process_time() - began < 15
