"""Coordination bodies that are set up, adjusted, dissolved or described, and the agency in which their office sits.

`成立望溪区信用建设工作领导小组，领导小组办公室设在区发改委` is one fact: establish, with the seat.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.rosters import Body, bodies, rosters
from extract.rosters.agencies import named, placed
from extract.rosters.bodies import ACTIONS, SEAT, alike
from kg.model import Finding, Notice, Refusal, Span

CUES = {**ACTIONS, "describe": SEAT}
_CONFIDENCE = {"establish": 0.95, "adjust": 0.9, "dissolve": 0.9, "describe": 0.8}


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact per body: those something is done to, and those only described by their office or members."""
    found = list(bodies(notice))
    for entry in rosters(notice):
        if not entry.body or entry.body.endswith("办公室"):
            continue
        same = [i for i, body in enumerate(found) if alike(body.name, entry.body)]
        if (not same and not entry.body.endswith("组")) or (not same and "小组" in entry.body):
            at = entry.role_span
            found.append(Body(entry.body, "", at, Span(at.start, max(at.end, entry.span.end)), "describe"))
    for body in sorted(found, key=lambda one: one.named.start):
        yield _finding(notice, body)


def _finding(notice: Notice, body: Body) -> Finding:
    args = {
        "body": placed(body.name, notice.head),
        "action": body.action,
        "office_at": named(body.seat, notice.head) if body.seat else None,
    }
    return Finding(args, body.span, f"body.{body.action}", _CONFIDENCE[body.action])
