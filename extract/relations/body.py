"""Coordination bodies that are set up, adjusted, dissolved or described, and the agency in which their office sits.

`成立望溪区信用建设工作领导小组，领导小组办公室设在区发改委` is one fact: establish, with the seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.rosters import Body, bodies, rosters
from extract.rosters.acts import ACTIONS
from extract.rosters.agencies import named, placed
from extract.rosters.body import Bodies, alike
from extract.rosters.seats import SEAT, seats
from extract.sentences import sentences
from kg.model import Finding, Notice, Refusal, Span, Value

CUES = {**ACTIONS, "describe": SEAT}
_CHANGES = re.compile(r"(?:调整|充实)[^，。]*(?:等|有关|相关|部分|(?:协调|非?常设|领导|组织)机构)")
# 现将调整后的市级议事协调机构名单公布如下
_CHANGED = re.compile(r"现将[^，。；：]{0,20}?调整后的?[^。；：]{0,60}?(?:如下|[公颁发]布|通知|印发|明确)")
_SETS_UP = re.compile(r"(?:成立|设立|组建)[^，。]*(?:等|有关|相关|部分)")
_CONFIDENCE = {"establish": 0.95, "adjust": 0.9, "dissolve": 0.9, "describe": 0.8}


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact per body: those something is done to, and those only described by their office or members."""
    found = list(bodies(notice))
    listed = {entry.body for entry in rosters(notice) if entry.how in ("roster", "before", "after")}
    found = [replace(body, action=_told(notice)) if body.action == "describe" and body.name in listed else body for body in found]
    told = _seated(notice)
    known = Bodies(found)
    alone = not found  # the groups of a plan that names no body above them
    for entry in rosters(notice):
        if not entry.body or entry.body.strip("”").endswith(("办公室", "长制")):
            continue
        same = any(alike(known[at].name, entry.body) for at in known.likely(entry.body))
        if (not same and (alone or not entry.body.endswith("组"))) or (not same and "小组" in entry.body):
            at = entry.role_span
            known.append(Body(entry.body, "", at, Span(at.start, max(at.end, entry.span.end)), _told(notice), seat=told.get(entry.body, "")))
    for body in sorted(known, key=lambda one: one.named.start):
        yield _finding(notice, body)


def _seated(notice: Notice) -> dict[str, str]:
    """Where the office of each body with members sits: named by it, or told with no name behind its members."""
    members = sorted(rosters(notice), key=lambda entry: entry.role_span.start)
    found: dict[str, str] = {}
    for seat, span, subject, _ in seats(notice.words, [one.start for one in sentences(notice)]):
        before = [entry.body for entry in members if entry.role_span.start <= span.start] if seat and not subject else []
        if seat and (subject or before):
            found.setdefault(subject or before[-1], seat)
    return found


def _told(notice: Notice) -> str:
    """What a notice does to the bodies that it only lists: 关于调整部分议事协调机构的通知; 现将调整后的名单公布如下."""
    title = notice.head.title
    if _CHANGES.search(title) or _CHANGED.search(notice.words):
        return "adjust"
    return "establish" if _SETS_UP.search(title) else "describe"


def _finding(notice: Notice, body: Body) -> Finding:
    args: dict[str, Value] = {
        "body": placed(body.name, notice.head),
        "action": body.action,
        "office_at": named(body.seat, notice.head) if body.seat else None,
    }
    return Finding(args, body.span, f"body.{body.action}", _CONFIDENCE[body.action])
