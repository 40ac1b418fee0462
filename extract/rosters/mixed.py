"""Lists of members that name some and mean others by their posts: `区府办主任王涛，区财政局、区水务局主要负责同志`.

People are read by what ends a post, agencies and their leaders by what a list says once; where both stand in one list the
second reading takes the whole of it, or what stands behind the last person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.mentions.person import is_name
from extract.rosters.parties import parties
from extract.rosters.party import Party, ends_well, plausible
from extract.rosters.people import Member
from kg.model import Gap, Span

_STOP = re.compile(r"[。！？]")
_JOINED = "、，；"
_OPENS = re.compile(r"[、，；]|以及|及|和|与")
_LONGEST = 3000
# what can be no one person's post
_MEANT = re.compile(r"以及|[及和与各]|全体|[^、]{2,20}、.*(?:负责人|负责同志|领导)\Z")
_LED = re.compile(r"(?:负责人|负责同志|领导)\Z")
_BELOW = re.compile(r"各|[\u4e00-\u9fff]{2,30}、|[\u4e00-\u9fff（）]{2,20}(?:负责人|负责同志|领导)")


def mixed(words: str, gaps: bytes, span: Span, members: Sequence[Member], home: str) -> list[Member | Party]:
    """The members of a range, of which `members` are the people read in it, with those that are meant by their posts.

    >>> text = "区府办主任王涛，区财政局主要负责人"
    >>> named = Member(Span(0, 7), "王涛", Span(5, 7), "区府办主任", Span(0, 5))
    >>> [one.name or one.post or one.words for one in mixed(text, bytes(17), Span(0, 17), [named], "")]
    ['王涛', '区财政局主要负责人']
    """
    run = _run(words, gaps, span)
    if not _spaced(gaps, run):
        found = parties(words, run, home)
        named = [one for one in members if one.name and run.holds(one.span)]
        others = [one for one in found if not one.name]
        whole = {one.name for one in named} <= {one.name for one in found} and all(map(plausible, found))
        if whole and others and not any(_held(one.span, named) for one in others):
            return [*found, *(one for one in members if one.span.start >= run.end)]
    last = _cut(words, max((one for one in members if one.name), key=lambda one: one.span.end))
    rest = _run(words, gaps, Span(last.span.end, span.end))
    below = gaps[min(rest.start, span.end - 1)] >= Gap.LINE and _BELOW.match(words, rest.start, rest.end)
    if len(rest) < 3 or _spaced(gaps, rest) or not (below or _OPENS.match(words, rest.start)):
        return [*members]
    found = parties(words, rest, home)
    apart = gaps[rest.start] == Gap.BLANK and any(one.kind != "post" for one in found)
    if not found or apart or not all(map(plausible, found)):
        return [*members]
    before = [one for one in members if one.span.end <= last.span.start]
    return [*before, last, *found, *(one for one in members if one.span.start >= rest.end)]


def _held(span: Span, named: Sequence[Member]) -> bool:
    """The post behind a name: `王克勤，省应急管理厅副厅长`."""
    return any(
        one.post_span and one.name_span and one.name_span.end <= span.start and one.post_span.holds(span) and not _MEANT.match(one.post)
        for one in named
    )


def _spaced(gaps: bytes, span: Span) -> bool:
    """Spaces inside part names from posts, and are for people() to read."""
    return any(Gap.SPACE <= gaps[at] <= Gap.CELL for at in range(span.start + 1, span.end))


def _cut(words: str, member: Member) -> Member:
    """The last person, whose post may have been read to the end of the list: `区水务局局长、各镇镇长` stops before 各."""
    post = member.post_span
    if post and post.end == member.span.end and member.name_span and member.name_span.end <= post.start:
        for sign in _OPENS.finditer(words, post.start + 2, post.end):
            if ends_well(words[post.start : sign.start()]) and (words.startswith(("各", "全体"), sign.end()) or _LED.search(words, sign.end(), post.end)):
                own = Span(post.start, sign.start())
                return replace(member, span=Span(member.span.start, own.end), post=words[own.slice], post_span=own)
    return member


def _run(words: str, gaps: bytes, span: Span) -> Span:
    """A list from its beginning to its end: over lines that were full, up to a full stop or a line that ends in a member."""
    stop = _STOP.search(words, span.start, min(span.end, span.start + _LONGEST))
    end = stop.start() if stop else min(span.end, span.start + _LONGEST)
    for at in range(span.start + 1, end):
        if gaps[at] >= Gap.LINE and words[at - 1] not in _JOINED and _closes(words[max(span.start, at - 40) : at]):
            return Span(span.start, at)
    return Span(span.start, end)


def _closes(line: str) -> bool:
    """Whether the end of a line is that of a member, and no word that goes on below."""
    return line.endswith(("）", "等", "同志")) or ends_well(re.split(r"[、，；]", line)[-1]) or is_name(line[-3:]) or is_name(line[-2:])
