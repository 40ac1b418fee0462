"""Texts made to be slow or to break: one piece of the genre over and over, and layouts that no printer made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

HEAD = "岚江省临澜市望溪区人民政府关于有关事项的通知\n\n望政发〔2019〕1号\n\n各镇人民政府，区政府各部门：\n\n"
TAIL = "\n\n岚江省临澜市望溪区人民政府\n\n2019年3月5日\n"

_PIECES = {
    "brackets open": "（",
    "brackets shut": "）",
    "brackets both": "（）",
    "brackets inside out": "）（",
    "titles open": "《",
    "titles shut": "》",
    "titles": "《望溪区办法》",
    "quotes open": "“",
    "quotes shut": "”",
    "quotes plain": '"',
    "list sign": "、",
    "commas": "，",
    "stops": "。",
    "semicolons": "；",
    "colons": "：",
    "dashes": "—",
    "dots": "·",
    "by": "由",
    "about": "关于",
    "through": "经",
    "is": "为",
    "of": "的",
    "each": "各",
    "and": "和",
    "district": "区",
    "levels": "省市区县乡镇",
    "bureau": "局",
    "bureaux": "区财政局、",
    "fields": "财政、水务、",
    "and others": "等部门",
    "doers apart": "各单位，",
    "an office with": "办公室，挂靠",
    "offices": "办公室",
    "governments": "人民政府",
    "small groups": "领导小组",
    "articles": "第一条",
    "items": "一、",
    "items in brackets": "（一）",
    "numbered lines": "1.加强检查\n",
    "ten thousand items": "（一）加强检查；（二）",
    "digits": "1",
    "years": "2019年",
    "days": "2019年3月5日",
    "numbers of documents": "望政发〔2019〕1号",
    "years in brackets": "〔2019〕",
    "basis": "根据《",
    "persons": "王涛、",
    "appointments": "任命王涛为区教育局局长，",
    "appoint": "任",
    "dismiss": "免去",
    "hire": "聘任",
    "posts": "局长",
    "secretaries": "书记",
    "deputy": "副",
    "comrades": "同志",
    "rosters": "组长：王涛\n",
    "roster with spaces": "王 涛 副区长\n",
    "members": "成员单位：",
    "leads": "牵头，",
    "duty in brackets": "（区财政局牵头）",
    "duty labels": "责任单位：",
    "responsible": "负责",
    "together": "会同",
    "duties in one sentence": "区教育局负责，",
    "short names": "以下简称“",
    "units": "内设",
    "below": "下设",
    "positions": "编制1名",
    "annexes": "附件1\n",
    "chapters": "第一章\n",
    "contents": "目录\n",
    "serials": "序号",
    "header of a catalogue": "序号事项名称",
    "cells": "望\t溪\n",
    "bars": "| ",
    "tabs": "\t",
    "lines": "\n",
    "carriage returns": "\r",
    "form feeds": "\f",
    "wide spaces": "　",
    "a wide space between": "望　",
    "page numbers": "\n— 1 —\n",
    "running heads": "望溪区人民政府公报\n1\n",
    "NUL": "\0",
    "surrogates": "\ud800",
    "right to left": "\u202e望",
    "no width": "\u200b望",
    "noncharacters": "\ufdd0",
    "private use": "\ue5e5",
    "combining": "\u0301",
    "beyond the plane": "𠮷",
    "tags": "<td>",
    "tags open": "<",
    "entities": "&nbsp;",
    "latin": "a",
    "addresses": "http://wangxi.example/a ",
    "one character": "一",
    "lists of what is dissolved": "二、撤销的议事协调机构1、区防汛指挥部2、区征兵领导小组",
    "headed groups": "1.道路安全领导小组。组长：王涛。领导小组下设办公室，办公室设在区财政局。\n",
    "zeros": "○",
    "circles": "①",
}


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: HEAD + piece * (size // len(piece)) + TAIL


def _bare(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


def _nested(size: int) -> str:
    return HEAD + "（" * (size // 2) + "）" * (size // 2) + TAIL


def _titles_nested(size: int) -> str:
    return HEAD + "根据" + "《" * (size // 2) + "》" * (size // 2) + TAIL


def _deep(size: int) -> str:
    signs = ("第一编总则", "第一章总则", "第一节总则", "一、总则", "（一）总则", "1.总则", "（1）总则", "①总则")
    return HEAD + "\n".join(signs[i % 8] for i in range(size // 6)) + TAIL


def _one_line(size: int) -> str:
    """A notice whose line breaks are lost."""
    duty = "区水务局负责河道清淤，区财政局配合，2019年底前完成；根据《望溪区河道管理办法》，任命王涛同志为区水务局副局长。"
    return (HEAD + duty * (size // len(duty)) + TAIL).replace("\n", "")


def _table(size: int) -> str:
    row = "{}\t河道清淤工程\t区水务局\t区财政局\t2019年底前\n"
    rows = "".join(row.format(i) for i in range(1, size // 24))
    return HEAD + "序号\t任务\t责任单位\t配合单位\t完成时限\n" + rows + TAIL


def _catalogue(size: int) -> str:
    row = "{}渡口设立许可行政许可望溪区交通运输局"
    rows = "".join(row.format(i) for i in range(1, size // 20))
    return HEAD + "望溪区公共服务事项目录序号事项名称事项类型实施机关" + rows + TAIL


def _issue(size: int) -> str:
    notice = HEAD + "请认真执行。" + TAIL
    return "".join(notice.replace("1号", f"{i}号") for i in range(1, 2 + size // len(notice)))


def _wide_table(size: int) -> str:
    return HEAD + "序号\t" + "\t".join(["区财政局"] * (size // 5)) + "\n" + TAIL


def _bodies(size: int) -> str:
    """Nothing but bodies, each of another name."""
    signs = "水利河道森林防火安全生产教育卫生交通公路扶贫人才信用社会治理食品药品招商环保绿化旅游文化"
    count = len(signs)
    body = "成立望溪区{}{}{}工作领导小组；"
    names = ((signs[i % count], signs[i // count % count], signs[i // count**2 % count]) for i in range(size // 15))
    return HEAD + "".join(body.format(*name) for name in names) + TAIL


HOSTILE: Mapping[str, Callable[[int], str]] = {
    **{name: _repeated(piece) for name, piece in _PIECES.items()},
    **{f"{name}, bare": _bare(piece) for name, piece in _PIECES.items() if len(piece) < 3},
    "nested brackets": _nested,
    "nested titles": _titles_nested,
    "levels without end": _deep,
    "one line": _one_line,
    "table": _table,
    "wide table": _wide_table,
    "catalogue run together": _catalogue,
    "issue of many notices": _issue,
    "bodies": _bodies,
}
