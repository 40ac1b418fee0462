"""What is done without a modal is work too, whoever does it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.doers.given import given

_TABLE = tomllib.loads((Path(__file__).parent / "bare.toml").read_text("utf-8"))


@pytest.mark.parametrize("does", _TABLE["does"])
def test_who_does_it_is_read(does: str) -> None:
    doers: list[str] = _TABLE["doers"]
    found = given(f"{doer}{does}。" for doer in doers)
    assert not [doer for doer, read in zip(doers, found, strict=True) if doer not in read]


def test_nobody_does_it() -> None:
    none: list[str] = _TABLE["none"]
    assert not [(said, read) for said, read in zip(none, given(none), strict=True) if read]
