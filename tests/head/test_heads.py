"""The head of one notice: rows of `heads.toml`, each also with its white space damaged where that changes nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Head, Source

ROWS = tomllib.loads((Path(__file__).parent / "heads.toml").read_text("utf-8"))["row"]


def rows() -> Iterator[Any]:
    for row in ROWS:
        yield pytest.param(row, id=row["name"])


def said(head: Head) -> Mapping[str, Any]:
    """A head as a row writes it."""
    return {
        "title": head.title,
        "number": head.number,
        "kind": head.kind,
        "issuers": [one.mention for one in head.issuers],
        "date": head.date,
        "addressees": [one.mention for one in head.addressees],
        "carried": [
            {
                "title": one.title,
                "kind": one.kind,
                "printed": one.printed,
                "issuers": [issuer.mention for issuer in one.issuers],
                "date": one.date,
                "number": one.number,
                "addressees": [to.mention for to in one.addressees],
            }
            for one in head.carried
        ],
    }


def wanted(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {"number": None, "kind": None, "issuers": [], "date": None, "addressees": [], "carried": []}
    found |= {name: value for name, value in row.items() if name not in ("text", "name")}
    found["carried"] = [{"printed": True, "issuers": [], "date": None, "number": None, "addressees": []} | one for one in found["carried"]]
    return found


@pytest.mark.parametrize("row", list(rows()))
def test_head(row: Mapping[str, Any]) -> None:
    found = notices(to_text(Source("a.txt", ""), row["text"]))
    assert len(found) == 1
    assert said(found[0].head) == wanted(row)
