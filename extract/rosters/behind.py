"""Rosters that tell the role behind each name: `由以下人员组成：王涛（组长）、李敏（副组长）、陈望`, `王涛　县长　组长` in lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from extract.head.page import Page
from extract.memo import per_notice
from extract.mentions.person import PersonMention, is_name, names_in
from extract.mentions.post import holdings
from extract.rosters.bodies import registry
from extract.rosters.entry import RosterEntry
from extract.rosters.pieces import pieces
from extract.rosters.roles import ROLE
from extract.rosters.whose import body_of
from kg.model import Gap, Notice, Span

# what leads over to the people of a body
_LEAD = re.compile(r"(?:组成|(?:组成人员|成员|人员|同志|名单)(?:名单)?(?:公布|通知|调整|明确)?(?:如下|为|有|是)?)：")
_ITEM = re.compile(r"(?P<row>(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:（(?P<said>[^（）]{1,40})）)?)(?:[、，]|(?=[。；]|$))")
_ROLE = re.compile(ROLE)
_LONGEST, _ROWS, _ROW = 600, 60, 60
_LEAST = 2


@per_notice
def behind(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every person of such a list, in the order of the text."""
    found: list[RosterEntry] = []
    for lead in _LEAD.finditer(notice.words):
        found += _in_brackets(notice, lead.end()) or _in_rows(notice, lead.end())
    return tuple(found)


def _in_brackets(notice: Notice, at: int) -> list[RosterEntry]:
    """Names between signs, some with their role in brackets; those without one are members."""
    words = notice.words
    rows: list[tuple[PersonMention, Span, str, str]] = []
    start = at
    while item := _ITEM.match(words, at, min(len(words), start + _LONGEST)):
        if not is_name(item["name"]):
            return []
        name = PersonMention(Span(*item.span("name")), item["name"])
        rows.append((name, Span(item.start(), item.end("row")), *_told(item["said"] or "")))
        at = item.end()
        if words[at - 1] not in "、，":
            break
    if len(rows) < _LEAST or not any(role for _, _, role, _ in rows):
        return []
    body = body_of(notice, registry(notice), start, 0, rows[0][2])
    return [_entry(*row, body) for row in rows] if body else []


def _in_rows(notice: Notice, at: int) -> list[RosterEntry]:
    """Lines with a name, a post and, at least in the first two, a role: `王涛　县长　组长`."""
    rows: list[tuple[PersonMention, Span, str, str]] = []
    for line in _lines(notice, at):
        cells = pieces(notice.words, notice.gaps, line)
        named = names_in(notice.words, notice.gaps, cells[0]) if len(cells) > 1 else []
        if not named or len(named[0].span) != len(cells[0]):
            break
        last = notice.words[cells[-1].slice]
        role = last if _ROLE.fullmatch(last) and len(cells) > _LEAST else ""
        if not role and len(rows) < _LEAST:
            break
        post = Span(cells[1].start, cells[-1].start if role else cells[-1].end)
        rows.append((named[0], line, role, notice.words[post.slice]))
    body = body_of(notice, registry(notice), at, 0, rows[0][2]) if len(rows) >= _LEAST else ""
    return [_entry(one, line, role, post, body) for one, line, role, post in rows] if body else []


def _lines(notice: Notice, at: int) -> Iterator[Span]:
    """The lines below a place, as long as each may be a row."""
    below = at < len(notice.words) and notice.gaps[at] >= Gap.LINE
    lines = islice(Page(notice.words, notice.gaps).lines(at), _ROWS if below else 0)
    return takewhile(lambda line: len(line) < _ROW, lines)


def _told(said: str) -> tuple[str, str]:
    """Role and post of a bracket: 组长; 县长，组长.

    >>> _told("组长"), _told("区财政局局长，副组长"), _told("区财政局局长")
    (('组长', ''), ('副组长', '区财政局局长'), ('', '区财政局局长'))
    """
    first, _, last = said.rpartition("，")
    return (last, first) if _ROLE.fullmatch(last) else ("", said)


def _entry(one: PersonMention, span: Span, role: str, post: str, body: str) -> RosterEntry:
    held = tuple(holdings(post)) if post else ()
    return RosterEntry(
        role=role or "成员",
        kind="person",
        span=span,
        role_span=span,
        name=one.name,
        name_span=one.span,
        post=post if held else "",
        holdings=held,
        body=body,
    )
