"""Members of coordination bodies: a person, an agency, or whoever holds a post, each with its role.

`副组长：李敏 区教育局局长`, `成员单位：区财政局、审计局`, `由主管副区长任组长`, `办公室主任由区水务局局长兼任`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.appointing.tables import HEAD_ROW, nobody_under
from extract.rosters import RosterEntry, rosters
from extract.rosters.agencies import named, placed
from extract.rosters.anchors import AFTER, BEFORE
from extract.rosters.composed import MADE_OF
from extract.rosters.roles import STRONG_LABEL, labels
from extract.sentences import sentences
from extract.titles import DOERS
from kg.model import Finding, Notice, Refusal, Span, Value

CUES = {"roster": STRONG_LABEL, "table": HEAD_ROW, "after": AFTER, "before": BEFORE, "composed": MADE_OF}
_CONFIDENCE = {"roster": 0.99, "table": 0.95, "after": 0.95, "before": 0.95, "composed": 0.9}
_NEAR = 3
_TASK = re.compile(rf"(?:{DOERS})：")
_BODY = re.compile(r"小组|指挥部|联席会议|专班|委员会|工作组|协调机制")


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact per member and role, in the order of the text; labels and roles without members are refused."""
    told = set()
    for entry in rosters(notice):
        told.add(entry.role_span)
        if entry.body:
            yield _finding(notice, entry)
        else:
            yield Refusal(entry.span, f"membership.{entry.how}", "the text names no body")
    for label in labels(notice.words, notice.gaps, Span(0, len(notice.words))):
        if label.colon and label.strong and label.span not in told:
            yield Refusal(label.span, "membership.roster", "no member can be read after this label")
    yield from _bodiless(notice)


def _bodiless(notice: Notice) -> Iterator[Refusal]:
    """Roles and lists where nobody speaks of a body: 由市长、副市长组成 is said of a government."""
    words, told = notice.words, bool(_BODY.search(notice.head.title))
    for sentence in sentences(notice):
        for cue in ("after", "before", "composed"):
            for hit in CUES[cue].finditer(words, sentence.start, sentence.end):
                if not _BODY.search(words, sentence.start, sentence.end):
                    yield Refusal(Span(*hit.span()), f"membership.{cue}", "the sentence speaks of no coordination body")
                elif _TASK.match(words, sentence.start, sentence.end):
                    yield Refusal(Span(*hit.span()), f"membership.{cue}", "the sentence says who does a task")
                elif (hit.groupdict().get("whose") or "").endswith("委员会"):
                    yield Refusal(Span(*hit.span()), f"membership.{cue}", "a committee that is a house")
    for head in HEAD_ROW.finditer(words):
        if nobody_under(notice, Span(*head.span())):
            yield Refusal(Span(*head.span()), "membership.table", "a form with nobody in it")
        elif not told and not _BODY.search(words, max(0, head.start() - 80), head.end() + 40):
            yield Refusal(Span(*head.span()), "membership.table", "no body is spoken of before the table")


def _finding(notice: Notice, entry: RosterEntry) -> Finding:
    member: Value = entry.name
    if entry.kind == "agency":
        member = named(entry.agency, notice.head, group=entry.group)
    elif entry.kind == "post":
        member = entry.post
    args: dict[str, Value] = {
        "body": placed(entry.body, notice.head),
        "member": member,
        "member_type": entry.kind,
        "role": entry.role,
    }
    return Finding(args, _evidence(entry), f"membership.{entry.how}", _CONFIDENCE[entry.how])


def _evidence(entry: RosterEntry) -> Span:
    """The member, with its role where the two stand together."""
    role, member = entry.role_span, entry.span
    if -1 <= member.start - role.end <= _NEAR or 0 <= role.start - member.end <= _NEAR:
        return Span(min(role.start, member.start), max(role.end, member.end))
    return member
