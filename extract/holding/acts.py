"""People said to act in a post: `王涛作为岚江集团总经理，对此负有领导责任`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.holding.said import Said
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.sentences import sentences
from kg.model import Notice, Span

_HAN = "[\u4e00-\u9fff\u3400-\u4dbf]"
ACTS = re.compile(
    rf"(?:(?<=[，。；：、）])|^)(?P<name>{_HAN}{{2,4}}|{_HAN}{{1,8}}·[\u4e00-\u9fff·]{{1,12}})(?:同志)?(?:作为|身为)"
    r"(?P<posts>[^，。；：（）]{3,40})(?=[，。；：（]|$)"
)


def acts(notice: Notice) -> Iterator[Said]:
    """The people before 作为, where what stands behind it is nothing but posts that name their body."""
    for sentence in sentences(notice):
        told = notice.words[sentence.slice]
        for found in ACTS.finditer(told):
            name = found["name"].removesuffix("同志")
            posts = tuple(holdings(found["posts"])) if "·" in name or is_name(name) else ()
            if posts and all(one.agency and not one.post.endswith("负责人") for one in posts):
                yield Said(name, posts, Span(found.start("name"), found.end("posts")).shift(sentence.start), "acts", 0.9)
