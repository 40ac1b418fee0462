"""Verbs that govern what stands behind them, told by the words round them and not by a list of verbs.

A verb may be part of a name (融资担保机构, 参保人员); it governs where an adverb stands before it (积极扶持|) or a determiner, a number
or a level behind it (督促|各使用单位, 治理|2012年之前的用地); before a determiner so does a word that is a verb and a noun (管理|各种收费).

>>> governed("积极扶持各类果园")
[4]
>>> governed("融资担保机构名单")
[]
"""

from __future__ import annotations

import re

from extract.speech import cut

_OPENS = re.compile(r"\d|全[省市区县州国]")


def governed(words: str, relative: bool = False) -> list[int]:
    """Where a governing verb ends in a stretch of words, in order; in a `relative` clause (暂时失去|收入的人群) only the adverb that opens it tells."""
    found: list[int] = []
    parts = cut(words)
    at = 0
    for i, (word, part) in enumerate(parts):
        at += len(word)
        if part not in ("v", "vn") or len(word) < 2 or i + 1 == len(parts):
            continue
        adverb = (i == 1 or (i > 1 and not relative)) and len(parts[i - 1][0]) > 1 and parts[i - 1][1] in ("d", "ad")
        goes_on, kind = parts[i + 1]
        if goes_on not in "的、和与及或" and (kind == "r" or (part == "v" and (adverb or _OPENS.match(goes_on)))):
            found.append(at)
    return found
