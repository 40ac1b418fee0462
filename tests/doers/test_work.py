"""What is said of a doer: work given to an agency, to a group, to a noun that is no agency, in every form that 公文 have for it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.doers.given import given

_TABLE = tomllib.loads((Path(__file__).parent / "work.toml").read_text("utf-8"))
DOERS = ("县水务局", "各乡镇人民政府", "施工单位", "县直有关部门")
HEAD = "云溪县人民政府关于加强管理工作的通知\n各乡镇人民政府，县政府各部门：\n"


@pytest.mark.parametrize("doer", DOERS)
def test_what_gives_work(doer: str) -> None:
    forms: list[str] = _TABLE["gives"]
    found = given([form.replace("S", doer) for form in forms], HEAD)
    assert not [form for i, form in enumerate(forms) if doer not in found[i]]


@pytest.mark.parametrize("doer", DOERS)
def test_what_gives_none(doer: str) -> None:
    forms: list[str] = _TABLE["gives_none"]
    found = given([form.replace("S", doer) for form in forms], HEAD)
    assert not [form for i, form in enumerate(forms) if doer in found[i]]
