"""Heads of lists of duties: whose each is, in every layout that such lists have."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Source

TABLE = tomllib.loads((Path(__file__).parent / "lists.toml").read_text("utf-8"))
HEAD = "安全生产工作管理办法\n为加强安全生产工作，落实各方责任，制定本办法。\n"
LAYOUTS = ("1.", "（1）", "①", "- ", "——", "", "；", ".", "|")


def _listed(layout: str, duties: list[str]) -> str:
    """Duties as a list: numbered, behind dashes, one a line, parted by ；, without signs, or (|) as one paragraph."""
    if layout == "|":
        return "。".join(duties) + "。"
    if layout == "；":
        return "\n".join(f"{i}.{duty}{'。' if i == len(duties) else '；'}" for i, duty in enumerate(duties, 1))
    if layout == ".":
        return "\n".join(f"{i}.{duty}" for i, duty in enumerate(duties, 1))
    numbers = {"1.": [f"{i}." for i in range(1, 9)], "（1）": [f"（{i}）" for i in range(1, 9)], "①": list("①②③④⑤⑥⑦⑧")}
    return "\n".join(f"{number}{duty}。" for number, duty in zip(numbers.get(layout, [layout] * 8), duties, strict=False))


def _given(text: str) -> list[tuple[str, str]]:
    facts = [fact.args for fact in extract_text(to_text(Source("given.txt", ""), text)).facts if fact.type == "assignment"]
    return [(who.mention if isinstance(who := fact["assignee"], Agency) else "", str(fact["task"])) for fact in facts]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", TABLE["heads"])
def test_each_has_his_list(head: str, layout: str) -> None:
    for pair in TABLE["pairs"]:
        if layout == "|" and ("\n" in head or "（续）" in head):
            continue
        lines = []
        for i, (who, duties) in enumerate(pair.items()):
            title = head.replace("X", who).replace("n", "一二"[i]).replace("N", "12"[i])
            break_ = "" if layout == "|" and title.endswith(("：", "】", "〕")) else "：" if layout == "|" else "\n"
            lines.append(f"{title}{break_}{_listed(layout, duties)}")
        wanted = [(who, duty.removeprefix("负责")) for who, duties in pair.items() for duty in duties]
        assert _given(HEAD + "\n".join(lines)) == wanted


@pytest.mark.parametrize("text", TABLE["none"]["texts"])
def test_what_heads_no_list(text: str) -> None:
    assert _given("关于做好有关工作的通知\n各镇人民政府：\n为做好工作，现通知如下。\n" + text) == []
