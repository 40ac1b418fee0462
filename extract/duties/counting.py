"""How many there are of a kind: 全县12个|乡镇, 20个|文明实践所."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"(?:[全本][国省市区县州旗镇乡院校]|[省市区县][直属级]|其余|其他|其它|上述|以上|这|沿线|辖区内?)?(?:共)?"
    r"(?:\d{1,4}|[两二三四五六七八九十]{1,3})[个家所支](?=[一-龥])"
)
_TOWNS = re.compile(r"(?:[镇乡县区市旗州村盟]|街道|社区)(?:（[^（）]{1,8}）)?(?=[、，和及与要应须将必负按在对]|$)")


def counted(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the kind begins of which a number is told here, and where it ends if it is one of towns; 0 for what is not.

    >>> counted("全县12个乡镇要按时完成", 0, 11), counted("9个镇（街道）负责排查", 0, 11), counted("各镇要按时完成", 0, 7)
    ((5, 0), (2, 7), (0, 0))
    """
    count = _COUNT.match(words, start, end)
    towns = _TOWNS.match(words, count.end(), end) if count else None
    return count.end() if count else 0, towns.end() if towns else 0
