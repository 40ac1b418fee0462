"""Meetings that decide: 第63次常务会议, 常委会会议, 审判委员会第1835次会议.

>>> [mention.words for mention in meetings_in("经区政府第63次常务会议研究，并经主任办公会议审议通过")]
['第63次常务会议', '主任办公会议']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

_COUNT = r"\d一二三四五六七八九十百〇零○"
_NUMBER = rf"(?:(?:[{_COUNT}]{{2,5}}年)?(?:度)?第[{_COUNT}]{{1,8}}[次届]|[{_COUNT}]{{2,4}}届[{_COUNT}]{{1,4}}次)"
_KIND = (
    r"(?:全体|常务|常委会?|主任|主席|局长|市长|县长|区长|省长|州长|盟长|旗长|镇长|乡长|校长|院长|厅长|部长|部务|行长|署长|委主任|总经理|董事长|理事长|书记|"
    r"党组|党委|党工委|党政|班子|领导|联席|办公|扩大|专题|党员|代表|委员|董事会?|理事会?|监事会?|股东会?|审判委员会|检察委员会|工作|政府|协调|审议)"
)
MEETING = re.compile(rf"{_NUMBER}{_KIND}{{0,4}}(?:办公)?(?:会议|会)|{_KIND}{{1,4}}(?:办公)?(?:会议|(?<!委员)(?<!常委)会)")


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting as the text names it."""

    span: Span
    words: str


def meetings_in(words: str, span: Span | None = None) -> list[MeetingMention]:
    """Every meeting named in a range, in order."""
    within = span or Span(0, len(words))
    if words.find("会", within.start, within.end) < 0:
        return []
    return [MeetingMention(Span(*m.span()), m[0]) for m in MEETING.finditer(words, within.start, within.end)]
