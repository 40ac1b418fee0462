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
    SOFT = 256  # 推进, 整治: stops, but may stand within the name of a coordination body
    ROW = 512  # 市、县（区）: several levels
    KNOWN = 1024  # 兰州: the short name of a division
    SESSION = 2048  # 第十三届: 全国 goes on after it


@dataclass(frozen=True, slots=True)
class Token:
    part: Part
    start: int
    end: int


_LISTS = (
    ("agencies", "fields", Part.FIELD),
    ("agencies", "kinds", Part.KIND),
    ("agencies", "weak", Part.WEAK),
    ("agencies", "groups", Part.GROUP),
    ("agencies", "levels", Part.LEVEL),
    ("agencies", "heads", Part.HEAD),
)
# short kinds and how the word goes on where it is a longer one: 财政部 + 门, 地方志办 + 公室
_LONGER = {"部": ("门",), "办": ("公室", "事处"), "委": ("员会",)}


def _words() -> dict[str, Part]:
    """Every word of the lexicons and what it can be; a word that builds names is no stop."""
    parts: dict[str, Part] = {}
    for name, key, part in _LISTS:
        for word in terms(name, key):
            parts[word] = parts.get(word, Part.UNKNOWN) | part
            for more in _LONGER.get(word[-1], ()) if len(word) > 2 and part == Part.KIND else ():
                parts.setdefault(word + more, Part.KIND | Part.GROUP if more == "门" else Part.KIND)
    refused = terms("agencies", "refused_places")
    for line in lines("divisions.tsv"):
        name = line.split("\t")[0]
        if len(name) > 2 and name not in refused:
            parts[name] = parts.get(name, Part.UNKNOWN) | Part.PLACE
            if len(name) > 3 or name.endswith(("市", "省")):
                parts.setdefault(name[:-1], Part.KNOWN)
    for key, part in (
        ("soft", Part.SOFT),
        ("short", Part.STOP),
        ("verbs", Part.STOP),
        ("ordinary", Part.STOP),
        ("nouns", Part.SOFT),
    ):
        for word in terms("words", key):
            parts.setdefault(word, Part.STOP | part)
    for line in lines("verbs.txt"):
        for word in line.split():
            parts.setdefault(word, Part.STOP | Part.SOFT)
    return parts


@cache
def _lexicon() -> tuple[AhoCorasick, tuple[Part, ...]]:
    parts = _words()
    words = sorted(parts)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), tuple(parts[word] for word in words)


# a number that counts or dates, and no part of a name: 2018年7月, 16号, 382个, “”
_NUMBER = re.compile(
    r"(?P<session>第[一二三四五六七八九十百\d]+届)|\d+(?:\.\d+)?[年月日号次个件名个项家条万亿元%起时点周天期批届米亩人]*|[“”\"'‘’]"
)


def tokens(words: str) -> list[Token]:
    """The tokens of a stretch; runs of characters of no lexicon are one UNKNOWN token.

    >>> [("由水务局"[token.start:token.end], token.part.name) for token in tokens("由水务局")]
    [('由', 'STOP'), ('水务局', 'KIND')]
    """
    automaton, parts = _lexicon()
    found: list[Token] = []
    at = 0
    for index, start, end in automaton.find_matches_as_indexes(words):
        if start > at:
            found += _unknown(words, at, start)
        found.append(Token(parts[index], start, end))
        at = end
    if at < len(words):
        found += _unknown(words, at, len(words))
    return found


def _unknown(words: str, start: int, end: int) -> list[Token]:
    """What no lexicon holds, cut at numbers."""
    found: list[Token] = []
    at = start
    for hit in _NUMBER.finditer(words, start, end):
        if hit.start() > at:
            found.append(Token(Part.UNKNOWN, at, hit.start()))
        found.append(Token(Part.SESSION if hit["session"] else Part.STOP | Part.SOFT, hit.start(), hit.end()))
        at = hit.end()
    if at < end:
        found.append(Token(Part.UNKNOWN, at, end))
    return found
