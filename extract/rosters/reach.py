"""How far the list of members reaches that stands before or behind a role: `由区长、副区长 | 任组长`, `成员单位包括 | 区财政局、区审计局，`."""

from __future__ import annotations

import re

from extract.mentions.person import is_name
from extract.rosters.composed import LEADING
from extract.rosters.naming import kinds
from extract.rosters.parties import parties
from extract.rosters.party import plausible
from kg.model import Span

_FROM = re.compile(r"(?:由|以|(?<!指)派(?!出|员|驻|代表|[一二两\d])|聘请|邀请|增补|补充|增加|推举|(?<!各)指定)(?!于|上|下|此|来|后|及)")
_SOFT = re.compile(r"为加强|为了|根据|按照|成立|建立|设立|组建|负责(?!人|同志|干部)|研究|决定|加强|设在|下设|设办公室|组成(?!员)|构成|承担|办公室设|日常")
_FIRST = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[、和及]|同志|$)")
_FOUNDS = re.compile(r"(?:成立|组建|设立|建立)了?")


def members_before(told: str, start: int, end: int, people: frozenset[str], described: bool) -> Span | None:
    """The list that ends where 任组长 begins: back to 由, or as far as what stands there can be a list.

    `described` where it stands between the verb that sets a body up and the name of the body.
    """
    start = max(start, told.rfind("各成员单位", start, end))  # said of those listed above
    opened = [m.end() for m in _FROM.finditer(told, start, end)]
    if described and not opened:  # 成立 + 镇长 + 任组长的领导小组
        opened = [m.end() for m in _FOUNDS.finditer(told, start, end)][-1:]
    for least in opened:
        leading = LEADING.match(told, least, end)  # A召集，B、C + 为成员
        if not _SOFT.search(told, least, end) and _list_like(told, Span(leading.end() if leading else least, end), people):
            return Span(least, end)
    best = None
    for piece in reversed(_pieces(told, start, end)):
        if _SOFT.search(told, piece, end) or _FROM.search(told, piece, end) or not _list_like(told, Span(piece, end), people):
            break
        best = piece
    if best is not None and told[best] == "任" and (first := _FIRST.match(told, best + 1, end)) and is_name(first[0]):
        best += 1  # 任 + 王涛 + 为主任委员
    return Span(best, end) if best is not None else None


def members_behind(told: str, start: int, end: int) -> Span:
    """The list that begins after 成员单位包括, up to where the text speaks of something else."""
    starts = _pieces(told, start, end)
    stop = end
    for i, piece in enumerate(starts[1:], 1):
        until = starts[i + 1] - 1 if i + 1 < len(starts) else end
        if _SOFT.search(told, piece, until) or any(kinds(told, piece, until)) or not _list_like(told, Span(piece, until)):
            stop = piece - 1
            break
    return Span(start, stop)


def _pieces(told: str, start: int, end: int) -> list[int]:
    """Where the parts between commas begin, commas in brackets left out."""
    found, depth = [start], 0
    for at in range(start, end):
        depth += (told[at] in "（“") - (told[at] in "）”")
        if told[at] in "，；：" and depth <= 0:
            found.append(at + 1)
    return found


def _list_like(told: str, span: Span, people: frozenset[str] = frozenset()) -> bool:
    found = parties(told, span, people=people)
    return bool(found) and sum(map(plausible, found)) >= (1.0 if len(found) < 5 else 0.8) * len(found)
