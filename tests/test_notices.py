"""The real texts beside the clone: the gazettes give their notices, each file of elsewhere is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.notices import Issue, issue
from extract.read.words import to_text
from kg.model import Source

SAMPLE = Path(__file__).parent.parent / "kg" / "sample"
COUNTS = {"miyun-2017": 16, "miyun-2019": 12, "mentougou-2018-01": 26}


def read(path: Path) -> Issue:
    return issue(to_text(Source(path.name, ""), path.read_bytes().decode()))


def test_the_sample_splits_into_its_notices() -> None:
    wanted = [notice["notice"] for notice in json.loads((SAMPLE / "facts.json").read_text("utf-8"))]
    found = read(SAMPLE / "gazette.txt")
    assert found.front is not None
    assert sorted([found.front.document, *(notice.document for notice in found.notices)]) == sorted(wanted)


@pytest.mark.shared
@pytest.mark.parametrize("name", COUNTS)
def test_gazettes(shared: Path, name: str) -> None:
    found = read(shared / "gazettes" / f"{name}.txt").notices
    assert len(found) == COUNTS[name]
    assert len({notice.head.number for notice in found} - {None}) == COUNTS[name]


@pytest.mark.shared
def test_each_file_of_elsewhere_is_one_notice(shared: Path) -> None:
    files = sorted((shared / "elsewhere" / "texts").glob("*.txt"))
    assert [file.name for file in files if len(read(file).notices) != 1] == []
    assert len(files) == 126
