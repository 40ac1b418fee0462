"""The nouns of appointing: a move, what is spoken of, a form of words."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.appointing.people import Named
from extract.mentions.post import Holding
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Move:
    """One person and one post; `action` is appoint or dismiss; `span` counts the sentence, `cue` names the form that said it."""

    person: Named
    action: str
    holding: Holding
    note: str
    span: Span
    cue: str


@dataclass(slots=True)
class Context:
    """What a sentence leaves for the next, and a part for the next part.

    `heading` is the action of a heading (任命：), `people` those spoken of, `action` and `holdings` the last in this sentence,
    `held` where the posts of the one spoken of stand (批准区供销社主任王涛同志退休), `note` what is said of all before it
    (以上同志试用期一年), `said` what is said of the person before his post; `gaps` where the print set the words of this
    sentence apart, `lines` where it began a line; `goes_on` that the sentence before ended in ； or in a post and no sign, so that
    this one is a clause more: 任命王涛为…； | 李敏为…; `house` whose posts stand below its name: 望溪一中： | 王涛同志任校长.
    """

    heading: str = ""
    people: list[Named] = field(default_factory=list)
    action: str = ""
    holdings: list[Holding] = field(default_factory=list)
    held: Span | None = None
    note: str = ""
    said: str = ""
    gaps: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    goes_on: bool = False
    house: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of words that fits a part: these people, the posts in that range, if it is nothing but posts.

    `start` is where its evidence begins; `where` a body named before the verb (到区教育局任副局长); unless `sure`, an unknown
    word behind a body counts as a post.
    """

    people: list[Named]
    posts: Span
    action: str
    cue: str
    start: int
    note: str = ""
    where: str = ""
    sure: bool = True
