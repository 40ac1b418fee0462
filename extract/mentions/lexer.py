"""A stretch of words cut into the words that names of bodies are built of.

One pass of Aho-Corasick, leftmost and longest, over all lexicons: a word of a field of work (水务) hides the shorter words
in it, so that 由水务局 gives 由 (stops), 水务 (field), 局 (kind), and 对外办 does not stop at 对.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.lexicon import lines, listed, terms


class Part:
    """What a word can be in the name of a body: bits, as plain numbers (an enum costs ten times the time here)."""

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


class Token(NamedTuple):
    """A word of a stretch; a tuple, since a gazette has a hundred thousand of them."""

    part: int
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

_NEGATES = "未不没"  # 项目|未经|主管部门: no verb of a name


def _words() -> dict[str, int]:
    """Every word of the lexicons and what it can be; a word that builds names is no stop."""
    parts: dict[str, int] = {}
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
    for name in listed("towns.txt"):
        parts.setdefault(name, Part.PLACE)
    for key, part in (
        ("soft", Part.SOFT),
        ("short", Part.STOP),
        ("verbs", Part.STOP),
        ("ordinary", Part.STOP),
        ("nouns", Part.SOFT),
    ):
        for word in terms("words", key):
            parts.setdefault(word, Part.STOP | part)
    for word in listed("verbs.txt"):
        parts.setdefault(word, Part.STOP if word[0] in _NEGATES else Part.STOP | Part.SOFT)
    return parts


@cache
def _lexicon() -> tuple[AhoCorasick, tuple[int, ...]]:
    parts = _words()
    words = sorted(parts)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), tuple(parts[word] for word in words)


# a number that counts or dates, and no part of a name: 2018年7月, 16号, 382个, “”
_NUMBER = re.compile(
    r"(?P<session>第[一二三四五六七八九十百\d]+届)|(?P<ordinal>第[一二三四五六七八九十百\d]+次?)|\d+(?:\.\d+)?[年月日号次个件名个项家条万亿元%起时点周天期批届米亩人]*|[“”\"'‘’●■□◆◇▪▲★※►•—]"
)
_BULLETS = "●■□◆◇▪▲★※►•—"


# 建设局|部署工作, 财务科|委托, 信访科|协调: no 局部, no 科委, no 科协
_CROSSES = re.compile(r"(?<=局)(?=部署)|(?<=[^省市区县州]科)(?=委[托派]|协(?:调|助|商|同))")


def tokens(words: str, at: int = 0) -> list[Token]:
    """The tokens of a stretch, counted from `at`; runs of characters of no lexicon are one UNKNOWN token.

    >>> [("由水务局"[token.start:token.end], token.part) for token in tokens("由水务局")]
    [('由', 128), ('水务局', 2)]
    """
    automaton, parts = _lexicon()
    found: list[Token] = []
    if cut := _CROSSES.search(words):
        return [*tokens(words[: cut.start()], at), *tokens(words[cut.start() :], at + cut.start())]
    done = 0
    for index, start, end in automaton.find_matches_as_indexes(words):
        if start > done:
            _unknown(found, words, done, start, at)
        found.append(Token(parts[index], at + start, at + end))
        done = end
    if done < len(words):
        _unknown(found, words, done, len(words), at)
    return found


def _unknown(found: list[Token], words: str, start: int, end: int, at: int) -> None:
    """What no lexicon holds, cut at numbers."""
    if end - start < 2 and not words[start:end].isascii() and words[start] not in _BULLETS:  # most are one character of a name
        found.append(Token(Part.UNKNOWN, at + start, at + end))
        return
    done = start
    for hit in _NUMBER.finditer(words, start, end):
        if hit.start() > done:
            found.append(Token(Part.UNKNOWN, at + done, at + hit.start()))
        part = Part.SESSION if hit["session"] else Part.FIELD if hit["ordinal"] else Part.STOP | Part.SOFT
        found.append(Token(part, at + hit.start(), at + hit.end()))
        done = hit.end()
    if done < end:
        found.append(Token(Part.UNKNOWN, at + done, at + end))
