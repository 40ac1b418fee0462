"""Meetings that decide: 第63次常务会议, 常委会会议, 市长办公会议, 2019年第2次会议.

>>> [mention.words for mention in meetings_in("经区政府第63次常务会议研究，并经主任办公会议审议通过")]
['第63次常务会议', '主任办公会议']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

_COUNT = r"[\d一二三四五六七八九十百〇零○]"
_NUMBER = (
    rf"(?:(?:{_COUNT}{{4}}年度?)?第{_COUNT}{{1,8}}[次届](?:第{_COUNT}{{1,4}}次)?|(?:{_COUNT}{{4}}年度?)(?=会议)|"
    rf"(?<=大){_COUNT}{{1,3}}次|(?<=[会委协府]){_COUNT}{{1,3}}届第?{_COUNT}{{1,4}}次)"
)
# who meets, where the meeting is named by them: 市长办公会议, 党组扩大会议
_LEADERS = r"(?:[省市区县州盟旗镇乡局厅部署行社院校厂矿台馆园]长|主任|主席|书记|专员|总经理|董事长|理事长|经理|所长|站长|检察长)"
_KIND = (
    rf"(?:全体|常务|常委会?|常委|{_LEADERS}|部务|政务|院务|校务|委务|局务|厅务|署务|行务|厂务|社务|馆务|台务|党组|党委|党工委|党政|班子|领导|成员|联席|办公|扩大|（扩大）|专题|"
    r"例行|工作|协调|审议|党员|职工|代表|委员|股东|董事|监事|理事|专项|集体|临时|年度|推进|评审|现场|紧急)"
)
_END = r"(?:办公)?(?:会议|全会|(?<!委员)(?<!常委)(?<![董理监]事)(?<!协)会)"
# 第4次部常务会议: the meeting of a ministry, told without its name
_OURS = r"(?:[部局厅署](?=常务|党组|党委))?"
MEETING = (
    rf"(?:(?:全体|常务)会议(?:{_NUMBER}|{_COUNT}{{1,4}}次)会议|(?<=委)常委会{_NUMBER}{_KIND}{{0,3}}会议|"
    rf"{_NUMBER}{_OURS}{_KIND}{{0,4}}{_END}|{_NUMBER}(?:临时)?(?:常委|[董理监]事)会|{_KIND}{{1,4}}{_END})"
)
_MEETING = re.compile(MEETING + r"(?![议员上员商])")


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
    return [MeetingMention(Span(*m.span()), m[0]) for m in _MEETING.finditer(words, within.start, within.end)]
