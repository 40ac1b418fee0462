"""The people whose list ends at a place of a sentence, before a verb or 同志."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.appointing.people import Named, people_at
from extract.mentions.agency import agencies_in
from extract.mentions.person import is_called, is_name, may_be_name
from extract.mentions.post import holdings
from kg.model import Span

_BOUNDARY = re.compile(
    r"(?:决定|同意|批准|调|派|聘|请|给予|任命|免去|通过|推荐|提名|研究|由|如下|起|现|兹|拟|将|接受了?|关于|以及|的|并|[、]|\d[.．、]|[一二三四五六七八九十]、|）"
    r"|安排|确定|明确|指定|公布|宣布|知道|部署|会议|认为|其中|日)$"
)
MOVES = re.compile(r"(?:调|由|派|请|以|将|鉴于|由于|因|同意|批准|准予|决定|接受|允许|原任|现任|时任|原)*")
_POST_END = re.compile(r"[长员师记席官监事理授士工任表问书辑督裁家]$")
_BODY_END = "局委办部厅院会校站所队处科镇乡"
_COMRADE = re.compile(r"同志|律师|先生|女士")
# what is yet to be, or was
_OTHER_TIMES = ("拟", "现", "原", "曾", "历", "担", "兼", "出", "连")
_LONGEST = 400  # of a list of people
_POSTS = 200  # of the posts before them
_TRIES = 12  # places where it may begin


def _lead(before: str) -> int:
    """How long the words are that move somebody: 批准 + 区供销社主任王涛同志退休."""
    lead = MOVES.match(before)
    return lead.end() if lead else 0


@lru_cache(1024)
def _are_posts(before: str) -> bool:
    """Whether the words before a name are posts; asked again for each verb behind them."""
    return bool(holdings(before[_lead(before) :]))


@lru_cache(1024)
def _ends_body(before: str) -> bool:
    """选派区财政局 + 王涛同志: the body of the person."""
    if before[-1:] not in _BODY_END:
        return False
    found = agencies_in(before)
    return bool(found) and found[-1].span.end == len(before) and not found[-1].group


def people_before(told: str, span: Span, end: int) -> list[Named]:
    """The people whose list ends at a place; what stands before them in the part is no name, or their posts."""
    text = told[span.start : end]
    shown = told[:end] + "同志"
    comrade = _COMRADE.match(told, end) or told.endswith(("同志", "律师", "先生", "女士"), span.start, end)
    rare: list[Named] = []
    tries = 0
    for start in range(max(0, len(text) - _LONGEST), len(text)):
        before = text[:start]
        if text[start] == "任" and before.endswith(_OTHER_TIMES):  # 拟任 | 王涛同志为
            continue
        ended = not start or _BOUNDARY.search(before, max(0, start - 4))
        posted = start <= _POSTS and _POST_END.search(before, start - 1) and _are_posts(before)
        if not ended and not posted and not (comrade and text[start] not in "长副" and _ends_body(before)):
            continue
        tries += 1
        people, stop = people_at(shown, span.start + start)
        if people and stop >= end:
            if all(is_name(one.name) or may_be_name(one.name) or "·" in one.name for one in people):
                return people
            if told.startswith("同志", end) and all(is_called(one.name) for one in people):
                return people
            if not start and (told.startswith("同志", end) or _opens(told, span.start, people)):
                rare = people
        if tries >= _TRIES:
            break
    return rare


def _opens(told: str, at: int, people: list[Named]) -> bool:
    """Names that no list knows begin a clause; behind a mere comma only long ones, which are no words (阿说尔古莫)."""
    before = told[at - 1 : at] if at else "；"
    return before in "；：" or (before == "，" and all(len(one.name) > 4 for one in people))


def people_posted(told: str, span: Span) -> list[Named]:
    """The people of a list with the posts of each before his name: 岚江大学教授王涛、岚江理工学院副院长李敏; [] where anything else is in it."""
    found: list[Named] = []
    for piece in re.finditer(r"[^、]+", told[span.slice]):
        item = Span(*piece.span()).shift(span.start)
        people = people_before(told, item, item.end)
        if not people and not _are_posts(piece[0]):
            return []
        found += people
    return found
