"""Which unit belongs to which agency: 内设机构, 直属机构, 派出机构, 所属单位, 下设, 垂直管理, 主管.

`区水务局设办公室、财务科2个内设机构`, `省山货局由省农业厅管理`, `领导小组下设办公室`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extract.rosters import bodies
from extract.rosters.agencies import named, unit_of
from extract.rosters.bodies import registry
from extract.sentences import sentences
from extract.units.announced import announced, composed, numbered, told_again
from extract.units.belonging import Belonging
from extract.units.below import CUES as BELOW
from extract.units.below import HOW, belongings
from extract.units.charter import charter
from extract.units.inline import inline, single
from extract.units.meant import governed, meant
from extract.units.offices import offices
from extract.units.pages import headed_units
from extract.units.parts import ANNOUNCED, COMPOSED, INLINE, OFFICE, SET, SINGLE, SORT, units_in
from extract.units.subject import spoken_of
from extract.units.tables import UNIT_HEAD, houses_tabled, units_tabled
from extract.units.whose import house
from kg.model import Agency, Finding, Notice, Refusal, Span

CUES = {
    "headed": SET, "sort": SORT, "announced": ANNOUNCED, "composed": COMPOSED,
    "inline": INLINE, "single": SINGLE, "office": OFFICE, "row": UNIT_HEAD, **BELOW,
}
_GATE = re.compile(
    r"内设|下设|现有|直属|派出|所属|下属|管理|领导|代管|主管|隶属|工作部门|组成部门|办事机构|设立的|举办|"
    r"(?<![建开预])设(?![施备计想])|下辖|[组班个系部科室院司心厂队门业][构组]成|控股|属(?:事业)?单位|\d个[^，。；]{2,10}(?:分别|即)[为是：]|(?:单位|科室|部门|机构|架构|结构)(?:通常|一般|主要)?(?:有|包括)"
)
_PARTS = re.compile(r"（(?P<verb>[下内]设|下辖|设有?)(?P<list>[^（）]{3,120})）")
# how far behind a sentence the agency that it spoke of is still meant
_FAR = 300


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Facts in the order of the text."""
    seen: set[tuple[str, str]] = set()
    if not _GATE.search(notice.words):
        return
    office = [Belonging(one.parent, one.unit, "下设", one.span, "office") for one in offices(notice)]
    listed = [Belonging(one.parent, one.unit, one.kind, one.span, "headed") for one in headed_units(notice)]
    every = [*office, *listed, *numbered(notice), *_rows(notice), *_told(notice)]
    every += [inner for one in every for inner in _inside(notice, one)]
    for one in sorted(_once(every), key=lambda one: (one.span.start, one.span.end)):
        rule = f"structure.{one.cue}"
        if one.parent.name == one.unit.name:
            continue
        above, own = _meant(notice, governed(one.parent, notice.head), one.span), _meant(notice, one.unit, one.span)
        if above is None or own is None:
            yield Refusal(one.span, rule, "nobody named before is called so")
            continue
        if above != one.parent and one.unit.name.startswith(one.parent.name) and not one.unit.mention.startswith(one.parent.mention):
            own = Agency(above.name + one.unit.name.removeprefix(one.parent.name), one.unit.mention)
        if (above.name, own.name) not in seen:
            seen.add((above.name, own.name))
            yield Finding({"parent": above, "unit": own, "kind": one.kind}, one.span, rule, 0.9)


def _inside(notice: Notice, one: Belonging) -> Iterator[Belonging]:
    """The parts of a unit that brackets behind its name tell: 政治部（下设干部处、宣传处）."""
    found = _PARTS.match(notice.words, one.span.end)
    for unit in units_in(notice.words, Span(*found.span("list"))) if found else ():
        yield Belonging(one.unit, unit_of(one.unit, unit.name), "内设机构" if found and found["verb"] == "内设" else "下设", unit.span, one.cue)


def _once(every: list[Belonging]) -> list[Belonging]:
    """Each place names one unit of one parent: 县审计局 counts before 县审计局机关, the first way it was read before the others."""
    places: dict[Span, Belonging] = {}
    for one in every:
        other = places.setdefault(one.span, one)
        if other.parent.mention.endswith("机关") and not one.parent.mention.endswith("机关"):
            places[one.span] = one
    return [one for one in every if one.unit.mention != places[one.span].unit.mention or one is places[one.span]]


def _meant(notice: Notice, one: Agency, span: Span) -> Agency | None:
    """An agency, 该中心 by the name of the one meant; None where nobody is. One whose name is known already keeps it."""
    if one != named(one.mention, notice.head):
        return one
    name = meant(notice, one.mention, span.start)
    return Agency(named(name, notice.head).name, one.mention, one.group) if name else None


def _rows(notice: Notice) -> Iterator[Belonging]:
    """Units in a table of duties, of the agency that the text is about, and in one whose caption says whose they are."""
    for caption, span in houses_tabled(notice):
        above = named(caption["of"], notice.head)
        yield Belonging(above, unit_of(above, notice.words[span.slice]), HOW.get(caption["how"], "所属单位"), span, "row")
    about = charter(notice)
    if about is None:
        return
    parent = named(about.mention, notice.head)
    for span in units_tabled(notice):
        name = notice.words[span.slice].partition("（")[0]
        yield Belonging(parent, unit_of(parent, name), "内设机构", Span(span.start, span.start + len(name)), "row")


def _told(notice: Notice) -> Iterator[Belonging]:
    """What single sentences say."""
    words = notice.words
    spoken, at = "", 0
    listed = sorted(one.span.start for one in headed_units(notice))
    for sentence in sentences(notice):
        room = bisect_left(listed, sentence.end) > bisect_left(listed, sentence.start)  # a unit in its list is not what the page is about
        about = "" if room else spoken_of(words, sentence, spoken)
        spoken, at = (about, sentence.end) if about else (spoken if sentence.start - at < _FAR else "", at)
        if not _GATE.search(words, sentence.start, sentence.end):
            continue
        counted = [*announced(notice, sentence, spoken)]
        told = [*counted, *told_again(notice, sentence, spoken), *inline(notice, sentence, spoken), *_below(notice, sentence, spoken)]
        told += composed(notice, sentence)
        if counted:
            spoken, at = counted[0].parent.mention, sentence.end  # 省政府组成部门：…。直属机构：… are its own too
        yield from told
        yield from single(notice, sentence, spoken, [one.span for one in told])
        yield from _offices(notice, sentence)


def _below(notice: Notice, sentence: Span, spoken: str) -> Iterator[Belonging]:
    """`县水利局下属河道管理所`: who is under whom in so many words."""
    for below in belongings(notice.words, sentence, spoken):
        above = named(below.parent, notice.head)
        unit = unit_of(above, below.unit) if below.part else house(notice, below.unit, below.span.start) or named(below.unit, notice.head)
        yield Belonging(above, unit, below.kind, below.span, below.cue)


def _offices(notice: Notice, sentence: Span) -> Iterator[Belonging]:
    """`爱卫会设办公室负责日常工作`, where the body is not one that the notice sets up."""
    for found in OFFICE.finditer(notice.words, sentence.start, sentence.end):
        span = Span(*found.span())
        if any(body.office and body.office.meets(span) for body in bodies(notice)):
            continue
        above = house(notice, found["parent"], found.start()) or named(found["parent"], notice.head)
        short = next((one for body in registry(notice).named for one in body.aliases if above.mention.endswith(one)), "")
        yield Belonging(above, Agency(above.name + found["unit"], short + found["unit"]), "下设", span, "office")
