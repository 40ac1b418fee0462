"""Lists of units under headings, each with what stands below its name: `1.办公室：负责…。主任：王涛`.

Such lists stand in a 三定 text below 设6个内设机构, and on the page of an agency below a heading (机构设置及职能).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.page import Page
from extract.memo import per_notice
from extract.mentions.agency import is_agency
from extract.mentions.person import is_name
from extract.mentions.post import Holding
from extract.rosters.agencies import named, unit_of
from extract.sentences import sentences
from extract.units.charter import charter, subject_before
from extract.units.lines import on_lines
from extract.units.parts import BARE, HEADING, SET, Unit, headed, kind_at, kind_of, units_in
from extract.units.words import LABEL
from kg.model import Agency, Notice, Span

_NEXT = re.compile(
    r"[一二三四五六七八九十]、(?=[^。；]{0,4}(?:人员编制|编制|领导职数|其他|附则|机关党|事业单位|职责|所属|直属|派出))|"
    r"第[一二三四五六七八九十]+[条章](?=[^，。；]{0,10}(?:编制|附则|其他|领导职数|事业单位))|人员编制(?:和领导职数)?[一（\d]|其他事项"
)
_DUTIES = re.compile(r"人员编制")
_DUTY = re.compile(r"(?:（[^（）]{1,24}）)?[。：，]?(?=负责|承担|组织|拟订|拟定|研究|指导|协助|贯彻|参与|管理|牵头|协调)")
_LONGEST = 40_000
_SHORT_LIST = 1_200
# 负责人, 联系方式: the heading of another part of a page
_SHORT_LINE = 8
# the head of a unit, whatever it is called; 科长 is that of a 科 only
_HEADS = re.compile(r"(?:主任|主编|经理|总监|书记|主任科员)$")
_PLAIN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Headed:
    """`unit` of `parent`, named at `span`; what the page says of it reaches to `end`."""

    parent: Agency
    unit: Agency
    kind: str
    span: Span
    end: int


@per_notice
def headed_units(notice: Notice) -> tuple[Headed, ...]:
    """Every unit of the lists that a notice heads or counts: those that are nothing but names, then those of which more is said."""
    return tuple(_found(notice))


def unit_at(notice: Notice, at: int) -> Agency | None:
    """The unit under whose name a place stands."""
    told = _told(notice)
    last = bisect_right(told, at, key=lambda one: one.span.end) - 1
    return told[last].unit if last >= 0 and at < told[last].end else None


@per_notice
def _told(notice: Notice) -> tuple[Headed, ...]:
    """The units of which something is said, in the order of the text."""
    return tuple(sorted((one for one in headed_units(notice) if one.end > one.span.end), key=lambda one: one.span.end))


def unit_held(notice: Notice, holding: Holding, at: int) -> Agency | None:
    """The unit under whose name a post stands that fits it: 副处长 below 综合处, 杂志社社长 below 林海杂志社."""
    unit = unit_at(notice, at)
    if unit is None:
        return None
    if holding.agency:
        return unit if unit.mention.endswith(holding.agency) else None
    return unit if _HEADS.search(holding.post) or holding.post.endswith(unit.mention[-1] + "长") else None


def _found(notice: Notice) -> Iterator[Headed]:
    words, gaps = notice.words, notice.gaps
    about = charter(notice)
    seen: list[Span] = []
    headings = [one for one in _headings(notice) if about or _owner(one)]
    read = 0
    for found in headings:
        if found.start() < read:
            continue  # a unit of the list above
        parent = named(about.mention if about else _owner(found), notice.head)
        kind = _kind(found)
        rows = _rows(notice, found.end())
        yield from (Headed(parent, unit_of(parent, unit.name), kind, unit.span, unit.span.end) for unit in rows)
        read = rows[-1].span.end if rows else 0
    for found in [*SET.finditer(words), *headings]:
        if any(span.start <= found.start() < span.end for span in seen):
            continue
        span = _below(words, found.end())
        opens = next((one.start for one in sentences(notice) if one.start <= found.start() < one.end), 0)
        subject = subject_before(words, found.start(), opens)
        said = subject[0] if subject else about.mention if about else _owner(found) if found.re is HEADING else ""
        if not said:
            continue
        seen.append(span)
        kind = kind_of(found) if found.re is SET else _kind(found)
        yield from _listed(notice, said, kind, span)
    if about:
        own = named(about.mention, notice.head)
        told = [one for one in on_lines(notice) if not any(span.meets(one[0].span) for span in seen)]
        yield from (Headed(own, unit_of(own, unit.name), kind, unit.span, unit.span.end) for unit, kind in told)
    if about and not seen and _DUTIES.search(words):  # the page before, which said 设下列内设机构, is not printed
        span = _below(words, 0)
        units = [unit for unit, _ in headed(words, gaps, span) if unit and _DUTY.match(words, unit.span.end)]
        if len(units) > 2:
            yield from _listed(notice, about.mention, "内设机构", span)


def _rows(notice: Notice, at: int) -> list[Unit]:
    """The units of the lines below a heading that are nothing but their names, one a line or all in one: 办公室、人事科."""
    words, found = notice.words, list[Unit]()
    lines = list(Page(words, notice.gaps).lines(at, min(len(words), at + _SHORT_LIST)))
    for line in lines:
        inside = Span(line.start, line.end - words.startswith("。", line.end - 1))
        bare = _unlabelled(words, inside)
        units = units_in(words, bare)
        alone = len(units) == 1 and (units[0].span == bare or BARE.fullmatch(words, inside.start, inside.end))
        items = len(re.findall("[、，]", words[inside.slice][3:])) + 1
        if HEADING.fullmatch(words, line.start, line.end) or len(units) != items or (items == 1 and not alone):
            break
        found += units
    return found if len(found) > 1 else []


def _unlabelled(words: str, span: Span) -> Span:
    label = LABEL.match(words, span.start, span.end)
    return Span(label.end() if label else span.start, span.end)


def _below(words: str, start: int) -> Span:
    """What stands below a place, up to the next part of a 三定."""
    end = _NEXT.search(words, start)
    return Span(start, min(end.start() if end else len(words), start + _LONGEST))


def _listed(notice: Notice, said: str, kind: str, span: Span) -> Iterator[Headed]:
    parent = named(said, notice.head)
    every = list(headed(notice.words, notice.gaps, span))
    starts = [unit.span.start for unit, _ in every if unit]
    at = 0
    for unit, other in every:
        if unit is None:
            kind = other
            continue
        at += 1
        reach = Span(unit.span.start, starts[at] if at < len(starts) else span.end)
        room = unit.name == "办公室" and parent.name.endswith(unit.name)  # that of an agency which is called 办公室 itself
        named_so = Agency(parent.name + unit.name, unit.name) if room else unit_of(parent, unit.name)
        yield Headed(parent, named_so, kind, unit.span, _end(notice, reach))


def _end(notice: Notice, reach: Span) -> int:
    """Where what is told of a unit ends: at the next of them, or at a heading without a number (负责人, 联系方式)."""
    lines = list(Page(notice.words, notice.gaps).lines(reach.start, reach.end))
    for line in lines[1:]:
        said = notice.words[line.slice]
        if len(line) <= _SHORT_LINE and _PLAIN.fullmatch(said) and not is_name(said) and not notice.gaps[line.start + 1 : line.end].strip(b"\x00"):
            return line.start
    return reach.end


def _headings(notice: Notice) -> Iterator[re.Match[str]]:
    """Headings that say what is listed below, where no sentence does."""
    for line in Page(notice.words, notice.gaps).lines():
        found = HEADING.fullmatch(notice.words, line.start, line.end)
        if found and line.end < len(notice.words) and not notice.head.title_span.meets(line):
            yield found


def _owner(heading: re.Match[str]) -> str:
    """The agency that a heading names before the kind of its units: 国务院 of 三、国务院直属机构."""
    return heading["of"] if is_agency(heading["of"]) else ""


def _kind(heading: re.Match[str]) -> str:
    """The kind of units that a heading announces behind its number."""
    said = _unlabelled(heading.string, Span(*heading.span()))
    return kind_at(heading.string, said.start, said.end) or "内设机构"
