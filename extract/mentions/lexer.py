"""A stretch of words cut into the words that names of bodies are built of.

One pass of Aho-Corasick, leftmost and longest, over all lexicons: a word of a field of work (水务) hides the shorter words
in it, so that 由水务局 gives 由 (stops), 水务 (field), 局 (kind), and 对外办 does not stop at 对.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntFlag
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.lexicon import lines, terms


class Part(IntFlag):
    """What a word can be in the name of a body."""

    UNKNOWN = 0
    FIELD = 1  # 水务, 人力资源和社会保障
    KIND = 2  # 委员会, 发改委: a name ends here, whatever stands before
    WEAK = 4  # 局, 中心: a name ends here, if a known part stands before
    GROUP = 8  # 部门, 镇街: a name ends here after 各, 有关 …
    LEVEL = 16  # 区, 省, 我市: a name begins here
    PLACE = 32  # 兰州市: a division of China
    HEAD = 64  # 各, 有关: a group begins here
    STOP = 128  # 由, 负责: no name goes on here
    ROW = 256  # 市、县（区）: several levels


@dataclass(frozen=True, slots=True)
class Token:
    part: Part
    start: int
    end: int


@cache
def _lexicon() -> tuple[AhoCorasick, tuple[Part, ...]]:
    parts: dict[str, Part] = {}
    for name, key, part in (
        ("agencies", "fields", Part.FIELD),
        ("agencies", "kinds", Part.KIND),
        ("agencies", "weak", Part.WEAK),
        ("agencies", "groups", Part.GROUP),
        ("agencies", "levels", Part.LEVEL),
        ("agencies", "heads", Part.HEAD),
    ):
        for word in terms(name, key):
            parts[word] = parts.get(word, Part.UNKNOWN) | part
    for line in lines("divisions.tsv"):
        name = line.split("\t")[0]
        if len(name) > 2:
            parts[name] = parts.get(name, Part.UNKNOWN) | Part.PLACE
    for line in lines("verbs.txt"):
        for word in line.split():
            parts.setdefault(word, Part.STOP)
    for key in ("short", "verbs", "ordinary"):
        for word in terms("words", key):
            parts.setdefault(word, Part.STOP)
    words = sorted(parts)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), tuple(parts[word] for word in words)


_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]{1,4}(?!次|批|章|条|款|项|期|季|届)")


def tokens(words: str) -> list[Token]:
    """The tokens of a stretch without punctuation; runs of characters of no lexicon are one UNKNOWN token.

    >>> [("由水务局"[token.start:token.end], token.part.name) for token in tokens("由水务局")]
    [('由', 'STOP'), ('水务', 'FIELD'), ('局', 'WEAK|GROUP')]
    """
    automaton, parts = _lexicon()
    found: list[Token] = []
    at = 0
    for index, start, end in automaton.find_matches_as_indexes(words):
        if start > at:
            found.append(Token(Part.UNKNOWN, at, start))
        found.append(Token(parts[index], start, end))
        at = end
    if at < len(words):
        found.append(Token(Part.UNKNOWN, at, len(words)))
    return found
