"""Patterns that the readers of units and positions share."""

from __future__ import annotations

import re

from extract.lexicon import either, table

_LISTS = table("units")


ENDS = either(_LISTS["ends"])
BEFORE = re.compile(rf"^(?:[，、：；]|{either(_LISTS['before'])})+")
# the number before an item: （一）, 1., 第三条
LABEL = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[条章节款]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．)）]|"
    r"[-—●■◆▲·○*①②③④⑤⑥⑦⑧⑨⑩])*"
)
