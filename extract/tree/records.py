"""Tables of tasks that were saved one cell a line, without a header: a number, a heading, what to do, who does it.

    3
    拓宽千兆网络
    实现城区千兆光网全覆盖。
    省通信管理局牵头，各市州人民政府配合

The numbers are the labels of items. They are so only where most of the records end with who does what; elsewhere a number on a
line of its own may be a figure of a table or a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.roles import says_who
from extract.tree.labels import Label
from kg.model import Span

NUMBER = re.compile(r"(?P<part>\d{1,2}[-—.．]\d{1,2})|(?P<item>\d{1,3})")
_PART, _ITEM = 5, 6  # how deep they lie: 2-1 holds 9
_FEWEST = 2


def records(words: str, lines: Sequence[Span]) -> dict[int, Label]:
    """The labels of the records among some lines, by where they begin; none where the lines are no such table."""
    hits = [(i, hit) for i, line in enumerate(lines) if len(line) <= _ITEM and (hit := NUMBER.fullmatch(words, line.start, line.end))]
    ends = [lines[i - 1] for i in (*(i for i, _ in hits), len(lines)) if i]
    told = sum(says_who(words[line.slice]) for line in ends)
    if told < _FEWEST or told * 2 < sum(1 for _, hit in hits if hit["item"]) - 1:
        return {}
    found: dict[int, Label] = {}
    last = 0
    for i, hit in hits:
        if i + 1 == len(lines):
            continue
        said = hit[0]
        ordinal = int(re.split("[-—.．]", said)[-1])
        if hit["item"]:
            if ordinal > last + 1:
                continue
            last = max(last, ordinal)
        found[hit.start()] = Label(lines[i], _PART if hit["part"] else _ITEM, hit.lastgroup or "", said, ordinal)
    return found
