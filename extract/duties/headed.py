"""A sentence that is nothing but the name of a doer, his duties behind it: 区水务局。负责…."""

from __future__ import annotations

import re

from extract.duties.actors import Actor, Actors
from extract.duties.apart import FOLLOWED
from extract.duties.nouns import TOPIC
from kg.model import Span

NAMES = 60  # no list of names that heads duties is longer
# 成员单位：…。职责：… are those of the group, not of its members
_MEMBERS = re.compile(r"(?:成员|组员|组长|参加|配合|参与|组成)(?:单位|部门|人员)?$")


def headed(actors: Actors, sentence: Span, end: int) -> tuple[Actor, ...]:
    """The doers of a sentence that is nothing but their names, and whose duties follow: 区水务局。负责…; none for any other.

    `end` is the end of the paragraph.
    """
    behind = sentence.end + 1  # past its sign
    if behind >= end or len(sentence) > NAMES or not FOLLOWED.match(actors.words, behind):
        return ()
    colon = actors.words.rfind("：", sentence.start, sentence.end)
    if colon > 0 and _MEMBERS.search(actors.words, sentence.start, colon):
        return ()
    named = actors.whole(Span(max(colon + 1, sentence.start), sentence.end))
    return tuple(named) if named and all(one.agency or not TOPIC.fullmatch(one.words) for one in named) else ()
