"""The full names that a notice itself gives: 县防指 where it says 以下简称, 领导小组 and 指挥部办公室 of the body that it sets up, 医院 of the only
one that it names.

A fact keeps the words of the text as `mention`; only the `name` that they stand for is told here, once all facts of the notice are known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.mentions.agency import is_agency
from extract.mentions.lexer import Part, tokens
from extract.speech import tag
from kg.model import Agency, Fact, Value

# what a body set up for a task is called once it was named, and its office
_KINDS = ("领导小组", "协调小组", "工作小组", "推进小组", "指挥部", "联席会议", "专班", "工作组", "委员会", "编委会", "组委会", "筹备组")
_CALLED = re.compile(rf"[本该]?(?:工作|专项)?(?P<kind>{'|'.join(_KINDS)})(?P<part>办公室|秘书处)?")
_PART = re.compile(r"(?:(?:日常)?办公室|秘书处|(?:各|全体)?成员单位)$")
# 医院, 中心: which one, where a notice names one and no other
_HOUSE = re.compile(r"[本该]?(?P<kind>医院|学校|学院|大学|公司|集团|集团公司|总公司|中心|协会|学会|商会|基金会|研究院|研究所|幼儿园|合作社|银行)")
_SCHOOL = ("大学", "学院", "学校", "中学", "小学")
_SEVERAL = re.compile("[、和与及，]")


def referred(facts: Iterable[Fact]) -> list[Fact]:
    """The facts of one notice, each agency under the name that the notice gives it elsewhere.

    >>> from kg.model import Evidence
    >>> at = Evidence("a.txt", 0, 1, "甲")
    >>> group = Agency("望溪区防汛指挥部", "望溪区防汛指挥部")
    >>> said = Fact("assignment", "望政发〔2024〕1号", {"assignee": Agency("指挥部办公室", "指挥部办公室")}, at, "r", 0.9)
    >>> referred([Fact("body", "望政发〔2024〕1号", {"body": group}, at, "r", 0.9), said])[1].args["assignee"].name
    '望溪区防汛指挥部办公室'
    """
    facts = list(facts)
    given = _Given(_short(facts), _bodies(facts), _houses(facts))
    if not (given.short or given.bodies or given.houses):
        return facts
    return [replace(fact, args={name: given.to(value, fact.evidence.start) for name, value in fact.args.items()}) for fact in facts]


@dataclass(frozen=True, slots=True)
class _Given:
    """The names that a notice gives: by short ones, by kinds of bodies and where each is told of, by kinds of houses."""

    short: dict[str, str]
    bodies: dict[str, list[tuple[int, str]]]
    houses: dict[str, str]

    def to(self, value: Value, at: int) -> Value:
        if isinstance(value, tuple) and value and isinstance(value[0], Agency):
            return tuple(self.full(one, at) for one in _agencies(value))
        return self.full(value, at) if isinstance(value, Agency) else value

    def full(self, one: Agency, at: int) -> Agency:
        """An agency under its full name: the one it is short for, or the last body of its kind told of before it, else the first behind."""
        if long := _long(one, self.short):
            return replace(one, name=long)
        if house := _HOUSE.fullmatch(one.mention):
            return replace(one, name=self.houses.get(house["kind"], one.name))
        called = _CALLED.fullmatch(one.mention) if one.name == one.mention and not one.group else None
        told = self.bodies.get(called["kind"], []) if called else []
        if not (called and told):
            return one
        _, body = told[max(bisect_right(told, at, key=lambda told: told[0]) - 1, 0)]
        return replace(one, name=body + (called["part"] or ""))


def _long(one: Agency, short: dict[str, str]) -> str:
    """The full name of an agency whose name is a short one, or that of a part of it; "" for any other."""
    part = _PART.search(one.mention) if one.mention not in short else None
    alias = one.mention[: part.start()] if part else one.mention
    full = short.get(alias, "")
    return full + one.mention[len(alias) :] if full else ""


def _short(facts: Iterable[Fact]) -> dict[str, str]:
    """The short names of single agencies, each with the full one; "" for one that stands for two."""
    found: dict[str, str] = {}
    for fact in facts:
        name, alias = (fact.args["name"], fact.args["alias"]) if fact.rule == "alias.short" else ("", "")
        if not (isinstance(name, Agency) and isinstance(alias, str)) or name.group or len(alias) < 2:
            continue
        full = _long(name, found) or name.name  # 区防指办公室（以下简称区防办）, where 区防指 is short itself
        if is_agency(name.name) and not _SEVERAL.search(full):
            found[alias] = "" if found.get(alias, full) != full else full
    return found


def _bodies(facts: Iterable[Fact]) -> dict[str, list[tuple[int, str]]]:
    """Where bodies of each kind are told of under names that say more than their kind."""
    said = ((fact.evidence.start, fact.args["body"]) for fact in facts if fact.type == "body")
    told = sorted((at, one.name) for at, one in said if isinstance(one, Agency) and not one.group and not _CALLED.fullmatch(one.mention))
    return {kind: named for kind in _KINDS if (named := [(at, name) for at, name in told if name.endswith(kind)])}


def _houses(facts: Iterable[Fact]) -> dict[str, str]:
    """The kinds of houses that are said alone in a notice, each with the full name of the issuer of that kind, else of the only one named."""
    said: dict[str, set[str]] = {}
    alone: set[str] = set()
    issuers: list[str] = []
    for fact in facts:
        if fact.type == "document" and not fact.args.get("carried_by"):
            issuers += [one.name for one in _agencies(fact.args.get("issuers"))]
        for one in (one for value in fact.args.values() for one in _agencies(value)):
            if house := _HOUSE.fullmatch(one.mention):
                alone.add(house["kind"])
            elif not one.group:
                said.setdefault(one.name[-2:], set()).add(one.name)
    found: dict[str, str] = {}
    for kind in alone:
        own = {name for name in issuers if name.endswith(_SCHOOL if kind == "学校" else kind)}
        named = own or {name for name in said.get(kind[-2:], ()) if name.endswith(kind) and _is_proper(name)}
        if len(named) == 1:
            found[kind] = named.pop()
    return found


def _is_proper(name: str) -> bool:
    """Whether a name is that of one body: it begins with a place, a level, or words that no dictionary has; not 高等职业学校, 定点医院."""
    first = tokens(name)[0]
    return bool(first.part & (Part.PLACE | Part.KNOWN | Part.LEVEL)) or (first.part == Part.UNKNOWN and tag(name[: first.end]) in ("", "ns"))


def _agencies(value: Value) -> Iterator[Agency]:
    if isinstance(value, Agency):
        yield value
    elif isinstance(value, tuple):
        yield from (one for one in value if isinstance(one, Agency))
