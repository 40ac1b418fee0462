"""A made notice as a page of a government site: menus, the table of 索引号 and 发文机关, the text, the foot."""

from __future__ import annotations

import html
import random

from extract.read.html import read
from tests.bed.made import Made

_MENU = """<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a></li>
<li><a href="/bs">办事服务</a></li></ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政府文件</a></div>"""
_FOOT = """<div class="share">分享到：<a>微信</a> <a>微博</a> 【打印】【关闭窗口】</div><div class="related"><h3>相关链接</h3><ul>
<li><a href="/1">一图读懂：河道清淤</a></li><li><a href="/2">关于做好春季防火工作的通知</a></li></ul></div>
<div class="foot"><p>主办：临澜市人民政府办公室　网站标识码：1234567890　备案号：12345678</p></div>"""


def page(made: Made, dice: random.Random) -> str:
    """The text that the reader of pages gives for the notice."""
    head = next(args for kind, args in made.facts if kind in ("document", "gazette"))
    title = str(head["title"])
    about = [("索引号", f"0{dice.randint(10**8, 10**9)}/2019-000{dice.randint(10, 99)}"), ("成文日期", head.get("date")), ("发文字号", head.get("number"))]
    rows = "".join(f"<tr><td>{name}：</td><td>{value}</td></tr>" for name, value in about if value)
    table = dice.choice(["", f"<table class='about'>{rows}</table>"])
    body = f"{table}<h1>{title}</h1><div id='zoom'>{_paragraphs(made.raw)}</div>"
    whole = f"<html><head><meta charset='utf-8'><title>{title}_临澜市人民政府网</title></head><body>{_MENU}{body}{_FOOT}</body></html>"
    return read("made.html", whole.encode()).raw


def _paragraphs(raw: str) -> str:
    """A line is a paragraph, lines with tabs are the rows of a table."""
    made, rows = [], []
    for line in [*raw.split("\n"), ""]:
        if "\t" in line:
            rows.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t")) + "</tr>")
            continue
        if rows:
            made.append(f"<table>{''.join(rows)}</table>")
            rows = []
        if line.strip():
            made.append(f"<p>{html.escape(line)}</p>")
    return "".join(made)
