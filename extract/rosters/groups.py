"""Groups with their people in one line: `测评一组：王涛（负责人）、李敏、赵 刚`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.page import BREAK, EDGE
from extract.memo import per_notice
from extract.mentions.numeral import NUMBER
from extract.mentions.person import names_in
from extract.mentions.post import holdings
from extract.rosters.entry import RosterEntry
from extract.rosters.roles import ROLE
from kg.model import Gap, Notice, Span

_KIND = r"(?:组|专班|小分队|(?<!员)委员会)"
_GROUP = re.compile(rf"(?:{NUMBER})?(?P<name>第?[\u4e00-\u9fff“”]{{1,16}}{_KIND})(?:成员|人员|委员)?：")
# 技术组 王涛 李敏
_APART = re.compile(rf"(?:{NUMBER})?(?P<name>[\u4e00-\u9fff“”]{{2,10}}?{_KIND})")
_BRACKET = re.compile(r"（(?P<said>[^（）]{1,40})）")
_ROLE = re.compile(ROLE)
_LONGEST = 600
_LEAST = 2


@per_notice
def grouped(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every person of a line that is the name of a group and nothing but names."""
    words, gaps = notice.words, notice.gaps
    found: list[RosterEntry] = []
    for start in (0, *(line.start() for line in EDGE.finditer(gaps))):
        group = _GROUP.match(words, start)
        group = None if group and BREAK.search(gaps, start + 1, group.end()) else group
        apart = _APART.match(words, start) if not group else None
        group = group or (apart if apart and apart.end() < len(gaps) and Gap.SPACE <= gaps[apart.end()] < Gap.CELL else None)
        if not group:
            continue
        near = range(group.end() + 1, min(len(words), group.end() + _LONGEST))
        end = next((at for at in near if words[at] in "。；：" or (gaps[at] >= Gap.LINE and words[at - 1] != "、")), len(words))
        found += _people(notice, group["name"], Span(*group.span("name")), Span(group.end(), end))
    return tuple(found)


def _people(notice: Notice, body: str, label: Span, span: Span) -> Iterator[RosterEntry]:
    words = notice.words
    named = names_in(words, notice.gaps, span)
    items = re.sub(r"（[^（）]*）", "", words[span.slice]).strip("、，").count("、") + 1
    if len(named) < max(_LEAST, items) or named[0].span.start != span.start:
        return
    for one in named:
        bracket = _BRACKET.match(words, one.span.end, span.end)
        said = bracket["said"] if bracket else ""
        role = said if _ROLE.fullmatch(said) else "成员"
        held = tuple(holdings(said)) if said != role else ()
        yield RosterEntry(
            role=role,
            kind="person",
            span=Span(one.span.start, bracket.end()) if bracket else one.span,
            role_span=label,
            name=one.name,
            name_span=one.span,
            post=said if held else "",
            holdings=held,
            body=body,
        )
