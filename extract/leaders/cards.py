"""Pages of leaders that give each his post, his name and his share in lines of their own: `副校长 | 李进华 | 分管教务处…`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.page import Page
from extract.memo import per_notice
from extract.mentions.person import is_called, may_be_name
from extract.mentions.post import Holding, holdings
from kg.model import Notice, Span

_SHARE = re.compile(r"(?:全面)?(?:主持|分管|主管|负责(?!人)|领导|联系|协助|协管|牵头|代管)")
_SHORTEST, _LONGEST, _NAME, _POSTS = 2, 30, 4, 3


@dataclass(frozen=True, slots=True)
class Card:
    """A leader where such a page names him, with the posts of the lines above the name."""

    name: str
    posts: tuple[Holding, ...]
    span: Span


@per_notice
def cards(notice: Notice) -> tuple[Card, ...]:
    """Every card of a notice, in order."""
    return tuple(_cards(notice))


def _cards(notice: Notice) -> Iterator[Card]:
    words = notice.words
    lines = list(Page(words, notice.gaps).lines())
    for i, line in enumerate(lines[:-1]):
        name = words[line.slice]
        if not i or len(name) > _NAME or not (is_called(name) or may_be_name(name)) or not _SHARE.match(words, lines[i + 1].start, lines[i + 1].end):
            continue
        posts: list[Holding] = []
        start = line.start
        for above in reversed(lines[max(0, i - _POSTS) : i]):
            said = words[above.slice]
            found = holdings(said) if _SHORTEST <= len(said) <= _LONGEST and not is_called(said) else []
            if not found:
                break
            posts, start = [*found, *posts], above.start
        if posts:
            yield Card(name, tuple(posts), Span(start, line.end))
