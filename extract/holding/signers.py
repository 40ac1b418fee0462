"""Those who sign a decree, all in one line: `主席　王涛　副主席　李敏　赵刚`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.page import Page
from extract.holding.said import Said
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from kg.model import Gap, Notice, Span

_POST = re.compile(
    r"(?:第一|代理?)?副?(?:主席|总理|[部省市县区州厅局院校行]长|主任|专员|司令员|政治委员|检察长|秘书长)(?![\u4e00-\u9fff]{0,3}(?:会|令))"
)
_LONGEST = 100


def signers(notice: Notice) -> Iterator[Said]:
    """The people of each line that is nothing but posts with names behind them, two or more."""
    words, gaps = notice.words, notice.gaps
    for line in Page(words, gaps).lines():
        if 4 < len(line) <= _LONGEST and _POST.match(words, line.start, line.end):
            people = list(_people(words, gaps, line))
            if len(people) > 1:
                yield from people


def _people(words: str, gaps: bytes, line: Span) -> Iterator[Said]:
    """One after the other up to the end of the line; what is neither post nor name ends them."""
    at, post = line.start, ""
    while at < line.end:
        titled = _POST.match(words, at, line.end)
        if titled and (not post or titled.end() < line.end):
            post, at = titled[0], titled.end()
            continue
        ends = (at + size for size in (2, 3, 4) if at + size <= line.end)
        end = next((one for one in ends if is_name(words[at:one]) and _ended(words, gaps, one, line.end)), 0)
        if not end or not gaps[at]:
            return
        yield Said(words[at:end], tuple(holdings(post)), Span(at, end), "label", 0.9)
        at = end


def _ended(words: str, gaps: bytes, at: int, end: int) -> bool:
    return at == end or gaps[at] > Gap.NONE or bool(_POST.match(words, at, end))
