"""Chapters with a bare number, as plans for emergencies have them: 1 总则, 2 指挥体系, 2.1 领导机构.

White space parts the number from its title, and no sign ends either. A line with a number in front may be anything; the number
counts chapters only where decimals (2.1) count their parts, and where it comes in its turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.head.page import Page
from extract.tree.labels import Label, label_at
from kg.model import Gap, Span

_CHAPTER = re.compile(r"(?P<number>\d{1,2})[\u4e00-\u9fff“”、（）]{2,20}")
_LEVEL = 3  # decimals lie below


def chapters(page: Page, lines: Sequence[Span]) -> dict[int, Label]:
    """The labels of the chapters among some lines, by where they begin; none where no decimal counts their parts."""
    found: dict[int, Label] = {}
    parts: set[str] = set()
    for line in lines:
        hit = _CHAPTER.fullmatch(page.words, line.start, line.end)
        if hit and page.gaps[hit.end("number")] >= Gap.SPACE and int(hit["number"]) == len(found) + 1:
            found[line.start] = Label(Span(*hit.span("number")), _LEVEL, "chapter of decimals", hit["number"], len(found) + 1)
            continue
        part = label_at(page.words, line.start, line.end)
        if part and part.form.startswith("decimal"):
            parts.add(re.split("[.．]", part.words)[0])
    return found if parts & {label.words for label in found.values()} else {}
