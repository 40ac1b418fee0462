"""Whatever a doer is called, he is read where somebody is asked, charged or named behind 由."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Source
from tests.doers.given import given

_TABLE = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
NAMES: dict[str, list[str]] = {name: [name] for name in _TABLE["whole"]} | _TABLE["parted"]
FRAMES = (
    "{}应当建立健全管理制度，完善档案。",
    "{}负责本区域内的日常巡查工作。",
    "{}要及时开展监督检查，消除安全隐患。",
    "日常管理工作由{}负责。",
    "{}牵头制定实施细则。",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_name_is_read(frame: str) -> None:
    found = given(frame.format(name) for name in NAMES)
    wrong = {name: read for (name, doers), read in zip(NAMES.items(), found, strict=True) if read != set(doers)}
    assert not wrong


@pytest.mark.parametrize("thing", _TABLE["things"])
def test_a_thing_is_asked_nothing(thing: str) -> None:
    text = to_text(Source("thing.txt", ""), f"第一条 {thing}应当符合国家标准。\n第二条 {thing}要进一步完善。")
    assert not [fact for fact in extract_text(text).facts if fact.type == "assignment"]
