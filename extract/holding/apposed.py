"""People told of in an accident report or a roll of honour: `（3）王涛，云岭煤矿通风区副区长，撤职`, `李敏，女，中共党员，云岭县副县长`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.holding.said import Said
from extract.mentions.numeral import NUMBER
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.sentences import sentences
from kg.model import Notice, Span

_HAN = "[\u4e00-\u9fff\u3400-\u4dbf]"
# the sex, the people, the year of birth, the party and the schooling stand between the name and the post
_ABOUT = r"(?:[男女]|[^，。；]{1,4}族|[^，。；]{0,12}(?:出生|生|岁|党员|群众|党|学历|文化|学位|入党|参加工作)|(?:大学|大专|中专|高中|本科|硕士|博士|研究生))，"
APPOSED = re.compile(
    rf"(?:{NUMBER}|(?<=[。；：])|^)(?P<name>{_HAN}{{2,4}})(?:同志)?，(?:{_ABOUT}){{0,8}}(?:系|原|时任|现任|任)?(?P<posts>{_HAN}[^，。；：]{{3,50}})(?=[，。；])"
)


def apposed(notice: Notice) -> Iterator[Said]:
    """The people whose posts stand behind the name and a comma, where the posts name their body."""
    for sentence in sentences(notice):
        told = notice.words[sentence.slice]
        for found in APPOSED.finditer(told):
            posts = tuple(holdings(found["posts"])) if is_name(found["name"]) else ()
            if posts and all(one.agency for one in posts):
                yield Said(found["name"], posts, Span(found.start("name"), found.end("posts")).shift(sentence.start), "apposed", 0.9)
