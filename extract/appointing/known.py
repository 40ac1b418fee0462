"""Where a name ends that runs into the body of the post: bodies and places that the notice names elsewhere settle it.

免去侯杰岱溪县人民法院副院长职务 in a paper of the 岱溪县 is 侯杰, not 侯杰岱 of a 溪县; 解聘王淦物理学院副院长 is 王淦 where another is
appointed to the 物理学院.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.appointing.moves import Move
from extract.appointing.people import Named
from extract.memo import per_notice
from extract.mentions.person import is_name
from kg.model import Notice, Span

# 为石桥镇…, 、石桥乡…: a place that begins where names of bodies begin
_PLACE = re.compile(r"(?:(?<=[，。；：、（《任命为的在兼])|(?<=关于))[\u4e00-\u9fff]{2,4}?(?:[省市县区镇乡旗盟州](?!级|直|属|长)|街道)")
_ANY = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:[省市县区镇乡旗盟州](?!级|直|属|长)|街道)")
_SIZES = range(3, 9)
_LONGEST = 3  # signs of a name that runs on


@dataclass(frozen=True, slots=True)
class _Cut:
    """How many signs of a name are a body's; less than 0 where the `tail` stands before the body, behind the name at `span`."""

    shift: int
    tail: str
    span: Span


def known(notice: Notice, moves: Iterable[Move]) -> list[Move]:
    """The moves, with names cut where the notice itself says that a body begins."""
    given = list(moves)
    places = _places(notice)
    bodies: dict[str, set[str]] = {}
    for move in given:
        bodies.setdefault(move.holding.agency, set()).add(move.person.name)
    cuts: dict[str, _Cut] = {}
    for move in given:
        if move.person.name not in cuts and (shift := _shift(move, places, bodies)):
            cuts[move.person.name] = _Cut(shift, move.holding.agency[:-shift] if shift < 0 else "", move.person.span)
    return [_moved(move, cuts.get(move.person.name), places, bodies) for move in given]


@per_notice
def _places(notice: Notice) -> frozenset[str]:
    """The places that the notice names, first of all those of its senders."""
    told = (found[0] for found in _PLACE.finditer(notice.words))
    own = (found for one in (notice.head.jurisdiction, *(issuer.name for issuer in notice.head.issuers)) for found in _ANY.findall(one))
    return frozenset(one for one in (*told, *own) if len(one) in _SIZES)


def _begins(words: str, name: str, places: frozenset[str], bodies: dict[str, set[str]]) -> bool:
    """The words begin with a place, or are a body that another person has a post of."""
    return any(words[:size] in places for size in _SIZES) or bool(len(words) > 3 and bodies.get(words, set()) - {name})


def _shift(move: Move, places: frozenset[str], bodies: dict[str, set[str]]) -> int:
    """How many signs of the name are the body's; less than 0 where some of the body's are the name's."""
    name, agency = move.person.name, move.holding.agency
    if not agency or "·" in name or any(agency[:size] in places for size in _SIZES):
        return 0
    for size in range(1, len(name) - 1):
        if is_name(name[:-size]) and _begins(name[-size:] + agency, name, places, bodies):
            return size
    for size in range(1, _LONGEST + 1 - len(name)):
        if is_name(name + agency[:size]) and _begins(agency[size:], name, places, bodies):
            return -size
    return 0


def _moved(move: Move, cut: _Cut | None, places: frozenset[str], bodies: dict[str, set[str]]) -> Move:
    name, agency, person = move.person.name, move.holding.agency, move.person.span
    if cut is None:
        return move
    shift = cut.shift
    runs_on = shift < 0 and agency.startswith(cut.tail) and _begins(agency[-shift:], name, places, bodies)
    if shift < 0 and not runs_on and person != cut.span:  # of the same name, and told whole
        return move
    if shift > 0:
        begins = _begins(name[-shift:] + agency, name, places, bodies)
        agency = name[-shift:] + agency if begins else agency
        named = Named(name[:-shift], Span(person.start, person.end - shift), move.person.note)
    else:
        named = Named(name + cut.tail, Span(person.start, person.end - shift), move.person.note)
        agency = agency[-shift:] if runs_on else agency
    return replace(move, person=named, holding=replace(move.holding, agency=agency))
