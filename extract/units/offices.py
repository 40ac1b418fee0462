"""The office of a coordination body as a unit below it: 领导小组下设办公室, 指挥部办公室（设在区应急局）, and whose office 办公室 is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.mentions.called import CALLED
from extract.rosters import bodies
from extract.rosters.agencies import placed
from extract.rosters.body import Body
from kg.model import Agency, Notice, Span

# 下设办公室（以下简称区防办）
_CALLED = re.compile(f"办公室{CALLED}")
# 下设河长制办公室: an office with a name of its own
_NAMED = re.compile(r"下设(?P<unit>(?!办公室|领导小组|指挥部|联席会议|委员会|工作办|专门|日常|常设|一?个)[\u4e00-\u9fff]{2,10}办公室)")

_NEAR = 20  # 下设河长制办公室，办公室设在…


@dataclass(frozen=True, slots=True)
class Office:
    """`unit` is the office of the body `parent`; `span` where the text says so."""

    parent: Agency
    unit: Agency
    span: Span


def offices(notice: Notice) -> Iterator[Office]:
    """The office of each body that the notice sets up, or says to be set up below it."""
    for body in bodies(notice):
        new = body.action == "establish" and body.seat_span is not None and not body.name.endswith("联席会")
        span = body.office or (body.seat_span if new else None)
        if span and body.kind != "办公室":
            parent = placed(body.name, notice.head)
            yield Office(parent, _unit(notice.words, span, body, parent), span)


def _unit(words: str, span: Span, body: Body, parent: Agency) -> Agency:
    own = _NAMED.search(words, max(0, span.start - _NEAR), span.end + 12)
    if own:
        return Agency(parent.name + own["unit"], own["unit"])
    short = _said_so(words, span, parent) or next((one for one in body.aliases if len(one) <= 8), body.kind or body.name)
    said = re.split("[在于]|挂靠", words[span.slice])[0]
    office = next((one for one in ("工作办公室", "秘书处") if one in said), "办公室")
    called = _CALLED.search(words[span.start : span.end + 24])
    return Agency(parent.name + office, called["called"] if called else short + office)


def office_meant(notice: Notice, at: int) -> Agency | None:
    """Which office 办公室 is that itself has parts below it (办公室下设综合协调组): that of the body told last before."""
    told = [one for one in offices(notice) if one.span.start < at]
    return told[-1].unit if told else None


def _said_so(words: str, span: Span, parent: Agency) -> str:
    """What the text calls the body where it tells of its office: 专项工作组 of 专项工作组办公室设在…."""
    at = words.find("办公室", span.start, span.start + 6)
    name = parent.name
    same = next((n for n in range(len(name)) if at < n + 1 or words[at - 1 - n] != name[-1 - n]), len(name))
    return name[-same:] if 3 <= same <= 8 and name[-same:].endswith(("组", "会", "部", "专班")) else ""
