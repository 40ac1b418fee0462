"""Texts made to be slow: the time of a relation grows with the text."""

from __future__ import annotations

import importlib
import time

import pytest

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Source
from tests.relations.test_rows import NOTICE

HOSTILE = {
    "marks": "《" * 20_000,
    "references": "、".join(f"《第{i}办法》" for i in range(1_500)),
    "cues": "经" * 20_000 + "批准",
    "meetings": "会议第" * 8_000 + "批准",
    "days": "2019年3月5日" * 3_000 + "起施行",
    "short names": "区水务局（以下简称" * 4_000,
    "brackets": "（" * 20_000 + "）" * 20_000,
    "laws": "刑法、" * 4_000,
    "offices": "下设办公室、" * 3_000,
}


@pytest.mark.parametrize("kind", ["alias", "approval", "citation", "structure", "validity"])
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_time_grows_with_the_text(kind: str, name: str) -> None:
    find = importlib.import_module(f"extract.relations.{kind}").find
    for notice in notices(to_text(Source("hostile.txt", ""), NOTICE.format(HOSTILE[name] + "。"))):
        began = time.process_time()
        list(find(notice))
        assert time.process_time() - began < 5
