"""What is said of a doer: work given to an agency, to a group, to a noun that is no agency, in every form that 公文 have for it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Source

_TABLE = tomllib.loads((Path(__file__).parent / "work.toml").read_text("utf-8"))
DOERS = ("县水务局", "各乡镇人民政府", "施工单位", "县直有关部门")
HEAD = "云溪县人民政府关于加强管理工作的通知\n各乡镇人民政府，县政府各部门：\n"


def given(sentences: list[str]) -> dict[int, set[str]]:
    """Who is given work in each sentence, an article of its own."""
    raw = HEAD + "\n".join(f"第{i}条 {sentence}" for i, sentence in enumerate(sentences, 1))
    text = to_text(Source("work.txt", ""), raw)
    found: dict[int, set[str]] = {i: set() for i in range(len(sentences))}
    for fact in extract_text(text).facts:
        doer = fact.args.get("assignee")
        if isinstance(doer, Agency):
            found[text.raw.count("\n", 0, fact.evidence.start) - HEAD.count("\n")].add(doer.mention)
    return found


@pytest.mark.parametrize("doer", DOERS)
def test_what_gives_work(doer: str) -> None:
    forms: list[str] = _TABLE["gives"]
    found = given([form.replace("S", doer) for form in forms])
    assert not [form for i, form in enumerate(forms) if doer not in found[i]]


@pytest.mark.parametrize("doer", DOERS)
def test_what_gives_none(doer: str) -> None:
    forms: list[str] = _TABLE["gives_none"]
    found = given([form.replace("S", doer) for form in forms])
    assert not [form for i, form in enumerate(forms) if doer in found[i]]
