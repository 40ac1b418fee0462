"""What a standing committee decides by a text about its own powers, whose articles do not name it again: `决定副区长的个别任免`."""

from __future__ import annotations

import re

from extract.duties.actors import Actor, Actors
from extract.duties.clause import split
from extract.duties.predicate import POWERS
from extract.memo import per_notice
from kg.model import Notice, Span

_OF_COMMITTEE = re.compile(r"(?:人民代表大会常务委员会|人大常委会)[^，。；]{0,12}(?:任免|任命|职权|工作|议事|重大事项)")
# 区人大常委会 rather than 常务委员会, which also stands in the note of who passed the text
_NAMES = (re.compile(r"[省市县区州旗盟]人大常委会"), re.compile("(?<!代表大会)常务委员会"), re.compile("[省市县区州旗盟]人民代表大会常务委员会"))
# when, and on whose word: in 在…闭会期间，根据区长的提名，决定…
_FIRST = re.compile(r"(?:在[^，。；]{2,40}(?:期间|时|时候|情况下)|(?:根据|按照)[^，。；]{2,40}(?:提名|提请|建议|议案|规定|请求)|必要时)，")


def power_of(notice: Notice, actors: Actors, sentence: Span) -> tuple[Actor, Span] | None:
    """Whose power a sentence tells that names nobody, and its words; None where it tells none."""
    who = _committee(notice)
    first = next(split(notice.words, sentence, "；"), sentence)
    at = first.start
    while aside := _FIRST.match(notice.words, at, first.end):
        at = aside.end()
    if who is None or not POWERS.match(notice.words, at, first.end):
        return None
    return actors.named(who.start) or Actor(who, notice.words[who.slice]), first


@per_notice
def _committee(notice: Notice) -> Span | None:
    """Where a text about what a standing committee may do first calls it by its name."""
    title = notice.head.title_span
    if not _OF_COMMITTEE.search(notice.words, title.start, title.end):
        return None
    found = next((hit for name in _NAMES if (hit := name.search(notice.words, title.end))), None)
    return Span(*found.span()) if found else None
