"""The heading behind a label where the line break after it is lost: 三、组织机构 + 成立望溪区…领导小组."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import terms

_SHORTEST, _LONGEST = 4, 20


@cache
def _heading() -> re.Pattern[str]:
    ends = "|".join(sorted(terms("headings", "ends"), key=len, reverse=True))
    begins = "|".join(sorted(terms("headings", "begins"), key=len, reverse=True))
    named = rf"[\u4e00-\u9fff“”、（）]{{2,18}}?(?:{ends})(?:（[^（）]{{1,12}}）)?"
    whole = rf"(?:{'|'.join(terms('headings', 'whole'))})(?={'|'.join(terms('headings', 'bodies'))})"
    urged = "[\u4e00-\u9fff]{4}，[\u4e00-\u9fff]{4}"  # 高度重视，加强领导
    return re.compile(rf"{whole}|(?:{named}|{urged})(?={begins}|\d{{4}}年|1[.．、])")


def heading_end(words: str, start: int, end: int) -> int | None:
    """Where a heading that begins here ends and a sentence begins; None where none does.

    >>> heading_end("组织机构成立望溪区河长制领导小组。", 0, 17)
    4
    """
    found = _heading().match(words, start, min(end, start + _LONGEST + 8))
    if not found or found.end() - start < _SHORTEST or found.end() - start > _LONGEST:
        return None
    return found.end()
