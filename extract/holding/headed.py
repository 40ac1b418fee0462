"""Items headed by a person with the posts behind the name and no gap between: `二、李敏党组成员、副局长：协助分管…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.holding.said import Said
from extract.mentions.lexer import Part, tokens
from extract.mentions.numeral import NUMBER
from extract.mentions.person import is_name
from extract.mentions.post import Holding, holdings
from extract.sentences import sentences
from kg.model import Notice, Span

_NUMBER = re.compile(rf"(?:{NUMBER})?")
_HEADING = re.compile(r"(?P<said>[\u4e00-\u9fff][^。；：]{3,70})：")
# 李敏（女，副乡长）：分管计生
_NOTED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4})(?:同志)?（(?:女，|[\u4e00-\u9fff]{1,3}族，)*(?P<posts>[^（）]{2,40})）：(?=全面|主持|负责|分管|主管|协助|联系|领导|主抓|抓)"
)
# 王涛委员： opens an answer to him
_SALUTED = re.compile(r"委员|代表|常委")
# 李敏|县政府党组成员: of the organ that the paper is of; 石桥|镇党委书记 is of a place
_ORGAN = re.compile(r"[省市区县州](?:政府(?:党组|副?[省市区县州]长)|委(?:常委|副书记))")
_LEVEL = re.compile(r"[省市区县州旗盟镇乡村街]")


def headed(notice: Notice) -> Iterator[Said]:
    """The person that heads each sentence, with his posts."""
    for sentence in sentences(notice):
        number = _NUMBER.match(notice.words, sentence.start)
        start = number.end() if number else sentence.start
        noted = _NOTED.match(notice.words, start, sentence.end)
        held = holdings(noted["posts"].replace("，", "、")) if noted and is_name(noted["name"]) else []
        if noted and held:
            yield Said(noted["name"], tuple(held), Span(start, noted.end() - 1), "titled", 0.9)
            continue
        found = _HEADING.match(notice.words, start, sentence.end)
        name, posts = name_and_posts(found["said"]) if found and not _labels(notice.words, found.end(), sentence.end) else ("", ())
        if found and name:
            yield Said(name, posts, Span(*found.span("said")), "titled", 0.9)


def _labels(words: str, at: int, end: int) -> bool:
    """Nothing but a name stands behind the colon, so that the words before it are a label: 青石派出所所长：王涛."""
    return any(is_name(words[at : at + n]) and (at + n >= end or words[at + n] in "，。；、（") for n in (2, 3))


def name_and_posts(said: str) -> tuple[str, tuple[Holding, ...]]:
    """The name with which words begin, and the posts that are all the rest.

    >>> name_and_posts("李敏党组成员、副局长")[0], name_and_posts("石桥镇党委书记")[0]
    ('李敏', '')
    """
    for size in (3, 2, 4):
        name, rest = said[:size], said[size:].removeprefix("同志")
        if len(rest) < 2 or name[-1] in "党副总任" or not is_name(name):
            continue
        if _LEVEL.match(rest) and not _ORGAN.match(rest):
            break
        cut = tokens(said)
        if size not in {one.end for one in cut} or any(one.part & (Part.PLACE | Part.KNOWN) and one.end <= size for one in cut):
            continue
        found = holdings(rest.replace("，", "、"))
        if found and not _SALUTED.fullmatch(rest):
            return name, tuple(found)
    return "", ()
