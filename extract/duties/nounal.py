"""Duties told by nouns, as a list of them has it: 各种文件的传阅、登记、催办; 印章管理、会议记录."""

from __future__ import annotations

import re

from extract.duties.predicate import starts_work
from extract.lexicon import either, table
from kg.model import Span

_WORDS = table("duties")
_VERBS = f"(?:{either([one for kind in ('verb', 'listed', 'nounal') for one in _WORDS[kind] if len(one) == 2])})"
_OF = re.compile(rf"(?P<what>[^，。；：！？]{{2,40}}的){_VERBS}(?:[、和及与]{_VERBS})*(?:等?(?:工作|事务|事宜))?")
_ONE = rf"(?:(?![和及与])[一-龥“”（）]){{2,10}}{_VERBS}"
_ROW = re.compile(rf"{_ONE}(?:[、和及与]{_ONE})+(?:等?(?:工作|事务|事宜))?")
_NONE = re.compile(r"[应须是]|负责|承担|牵头|不得|可以|(?:标准|条件|范围|程序|情况|行为)的")


def names_work(words: str, sentence: Span) -> bool:
    """Whether a sentence is nothing but work told by nouns.

    >>> names_work("各种文件的传阅、登记、催办", Span(0, 13)), names_work("印章管理、会议记录", Span(0, 9)), names_work("各类违规的行为", Span(0, 7))
    (True, True, False)
    """
    sentence = Span(sentence.start, sentence.end - words.endswith("；", sentence.start, sentence.end))
    found = _OF.fullmatch(words, sentence.start, sentence.end) or _ROW.fullmatch(words, sentence.start, sentence.end)
    return bool(found) and not starts_work(words, sentence.start, sentence.end) and not _NONE.search(words, sentence.start, sentence.end)
