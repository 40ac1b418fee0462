"""Coordination bodies and who is in them: rosters, tables of members, and running text."""

from __future__ import annotations

from collections import defaultdict

from extract.memo import per_notice
from extract.rosters.behind import behind
from extract.rosters.blocks import listed
from extract.rosters.bodies import bodies
from extract.rosters.body import Body
from extract.rosters.entry import RosterEntry
from extract.rosters.flat import flat
from extract.rosters.groups import grouped
from extract.rosters.running import spoken
from extract.rosters.tables import tabled
from kg.model import Notice, Span

__all__ = ["Body", "RosterEntry", "bodies", "rosters"]


@per_notice
def rosters(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every member that a notice names, in a roster or in running text, each once, in the order of the text."""
    told = {entry.name_span: entry for entry in behind(notice)}
    under = listed(notice)
    labels = {entry.role_span.start for entry in under}
    # 成员为：王涛（组长）: the bracket says what he is; 组长 王涛，成员 李敏: the labels do
    running = (entry for entry in spoken(notice) if (not entry.name_span or entry.name_span not in told) and entry.role_span.start not in labels)
    every = (*under, *tabled(notice), *flat(notice), *grouped(notice), *told.values(), *running)
    found = sorted(every, key=lambda entry: (entry.span.start, entry.how != "roster"))
    led = {(entry.body, entry.name) for entry in found if entry.how != "composed" and not entry.role.startswith("办公室")}
    seen = set()
    roles: defaultdict[Span | None, list[str]] = defaultdict(list)
    kept: list[RosterEntry] = []
    for entry in found:
        if entry.how == "composed" and entry.kind == "person" and (entry.body, entry.name) in led:
            continue  # 由王涛、李敏等九同志组成，王涛任组长
        if entry.name_span and any(role != entry.role and role.endswith(entry.role) for role in roles[entry.name_span]):
            continue  # 大会秘书长：王涛 is not 秘书长 too
        key = (entry.body, entry.role, entry.name or entry.post or entry.agency)
        if key not in seen:
            seen.add(key)
            kept.append(entry)
            roles[entry.name_span].append(entry.role)
    return tuple(kept)
