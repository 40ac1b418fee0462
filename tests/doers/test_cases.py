"""Doers whom a case, a time or a manner parts from what they are asked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.doers.given import given

TABLE = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))


@pytest.mark.parametrize("between", TABLE["between"])
def test_he_is_asked_whatever_stands_between(between: str) -> None:
    rows = [(doer, asked) for doer in TABLE["doers"] for asked in TABLE["asked"]]
    found = given(f"{doer}{between}{asked}。" for doer, asked in rows)
    assert [row for row, doers in zip(rows, found, strict=True) if not any(row[0] in doer for doer in doers)] == []


def test_whom_a_case_befalls_is_not_asked() -> None:
    assert given(TABLE["others"]) == [set()] * len(TABLE["others"])
