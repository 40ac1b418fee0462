"""Texts made to be slow for appointments and offices: the time grows with the text."""

from __future__ import annotations

import time

import pytest

from extract.notices import notices
from extract.read.words import to_text
from extract.relations import appointment, office
from kg.model import Source
from tests.relations.test_rows import NOTICE

HOSTILE = {
    "names": "王涛、" * 6_000 + "任区教育局局长",
    "names without an end": "任命" + "王涛、李敏、" * 3_000,
    "posts": "任命王涛为" + "区教育局局长、" * 3_000,
    "verbs": "任命免去" * 6_000,
    "takes": "王涛任" * 6_000,
    "run on": "王涛任区教育局局长" * 2_000,
    "governors": "副区长" * 8_000,
    "posts and names": "区教育局局长王涛" * 2_500,
    "headings": "任命：\n" * 4_000,
    "brackets": "任命王涛（" * 4_000,
    "lives": "王涛，男，现任" * 3_000,
    "one name": "王" * 20_000 + "任区长",
    "dots": "阿·" * 8_000 + "任区长",
    "comrades": "同志" * 10_000 + "任",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_time_grows_with_the_text(name: str) -> None:
    for notice in notices(to_text(Source("hostile.txt", ""), NOTICE.format(HOSTILE[name] + "。"))):
        for relation in (appointment, office):
            began = time.process_time()
            list(relation.find(notice))
            assert time.process_time() - began < 8, relation.__name__
