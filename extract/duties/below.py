"""What stands below an item and says who does it, each on a line of its own.

A label with its list (责任单位：区水务局), its title on one line and the list on the next, as tables that lost their cells have it
(牵头单位 / 区水务局 / 完成时限 / 6月底), a line of doers and roles (区水务局牵头，各镇政府配合).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile

from extract.duties.actors import Actor, Actors
from extract.duties.blocks import Block, begins_item, content_start
from extract.duties.labels import LABEL, Charge, label_line, unlabelled
from extract.duties.legend import Legend
from extract.duties.limits import stated
from extract.duties.listing import pure
from extract.duties.predicate import starts_work
from extract.roles import says_who
from extract.titles import DOERS, LIMITS, ROLES, names_column, role_of
from kg.model import Span

# 任务分工：|区教育局负责校园安全；…: clauses, no list
_EACH = re.compile(r"[^，。；：]{2,40}?(?:负责|承担)(?!人)[^，。；：]{2,}")
_DOERS = re.compile(DOERS)
_BOXED = re.compile(rf"（(?:{DOERS}|(?P<limit>{LIMITS}))）：?(?=.)")  # 【责任单位】区交通局
_LIST = 120  # no list of bodies on a line of its own is longer


@dataclass(frozen=True, slots=True)
class Below:
    """What some lines say of the work above them: its doers, its time, and how many lines they are."""

    charges: tuple[Charge, ...]
    limit: str | None
    lines: int


def below(actors: Actors, listed: list[Block], i: int, year: int | None, legend: Legend, bare: bool) -> Below | None:
    """What the line of the block `i`, with the one behind it, says of who does the work above; None where it says something else.

    `bare` where the notice says so on lines of their own, so that a list of bodies at the end of an item says it too.
    """
    span, words = listed[i].span, actors.words
    label = LABEL.match(words, span.start, span.end)
    if label and label["label"].endswith("分工") and _EACH.match(words, label.end(), span.end):
        return None
    if label and label.end() < span.end:
        limit = stated(words[label.end() : span.end], year) if label["deadline"] else None
        return Below(tuple(label_line(actors, span, year, legend) or ()), limit, 1)
    if plain := _uncoloned(actors, span):
        return Below((plain,), None, 1)
    boxed = _BOXED.match(words, span.start, span.end)
    if boxed and boxed["limit"]:
        return Below((), stated(words[boxed.end() : span.end], year), 1)
    if boxed and (named := pure(actors, Span(boxed.end(), span.end))):
        return Below((Charge(span, next(role for role in ROLES if boxed[role]), tuple(named)),), None, 1)
    if says_who(words[span.slice]):
        if _opens(listed, i):
            return None  # （三）区商务局牵头 over a list is its heading
        charges = unlabelled(actors, span)
        return Below(tuple(charges), None, 1) if charges else None
    if bare and _closes(listed, i) and (bodies := _bare(actors, span)):
        return Below((Charge(span, "responsible", bodies),), None, 1)
    value = _value(words, listed, i)
    if value is None:
        return Below((), None, 1) if label else None
    if words.endswith("分工", span.start, span.end) and i + 2 < len(listed) and starts_work(words, listed[i + 2].span.start, listed[i + 2].span.end):
        return None  # 任务分工 / 区教委 / 负责…: a heading, and whose the duties below are
    role = role_of(words[span.slice].removesuffix("："))
    if role:
        named = pure(actors, value)
        known = sum(bool(one.agency or one.group) for one in named)
        return Below((Charge(Span(span.start, value.end), role, tuple(named)),), None, 2) if known * 2 >= len(named) > 0 else None
    limit = stated(words[value.slice], year)
    return Below((), limit, 2) if limit else None


def _uncoloned(actors: Actors, span: Span) -> Charge | None:
    """A label whose colon is lost: 牵头单位县商务局."""
    title = _DOERS.match(actors.words, span.start, span.end)
    bodies = _bare(actors, Span(title.end(), span.end)) if title and title.end() < span.end else ()
    return Charge(span, next(role for role in ROLES if title[role]), bodies) if title and bodies else None


def says_below(words: str, listed: list[Block]) -> bool:
    """Whether a notice says on lines of their own who does what stands above: two of them are no chance."""
    lines = (one for one in listed if one.items and says_who(words[one.span.slice]))
    return next(islice(lines, 1, None), None) is not None


def limit_below(words: str, listed: list[Block], i: int, year: int | None) -> str | None:
    """The time that a later line of the same item states, behind other fields or points: 责任单位：… / 目标任务：… / 完成时限：6月底."""
    items = listed[i].items
    for one in takewhile(lambda one: one.items[: len(items)] == items != (), islice(listed, i + 1, None)):
        label = LABEL.match(words, one.span.start, one.span.end)
        if label and label["deadline"]:
            return stated(words[label.end() : one.span.end], year)
        if label:
            break  # whose that time is, is not sure
    return None


def told_below(words: str, listed: list[Block], i: int) -> bool:
    """Whether a later line of the same item says who does its work."""
    items = listed[i].items
    later = islice(listed, i + 1, None)
    lines = (words[one.span.slice] for one in takewhile(lambda one: one.items == items, later))
    return any(LABEL.match(line) or says_who(line) for line in lines)


def _opens(listed: list[Block], i: int) -> bool:
    """Whether a block is the first of an item that has more in it."""
    items = listed[i].items
    return begins_item(listed[i]) and i + 1 < len(listed) and listed[i + 1].items[: len(items)] == items


def _closes(listed: list[Block], i: int) -> bool:
    """Whether a block is the last of an item that has other words, or one of labels follows."""
    item = listed[i].items[-1] if listed[i].items else None
    return item is not None and content_start(item) < listed[i].span.start and (i + 1 == len(listed) or listed[i + 1].items[-1:] != (item,))


def _bare(actors: Actors, span: Span) -> tuple[Actor, ...]:
    """The bodies of a line that is a list of them and nothing else."""
    named = pure(actors, span) if len(span) <= _LIST and actors.words[span.end - 1] not in "。；：" else []
    return tuple(named) if named and all(one.agency or one.group for one in named) else ()


def _value(words: str, listed: list[Block], i: int) -> Span | None:
    """What stands on the line below the title of a column that is a line of its own, in the same item."""
    title, below = listed[i], listed[i + 1] if i + 1 < len(listed) else None
    if below is None or begins_item(title) or below.items != title.items or not names_column(words[title.span.slice].removesuffix("：")):
        return None
    return None if names_column(words[below.span.slice].removesuffix("：")) else below.span
