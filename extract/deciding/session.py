"""A page that tells of a session: the meeting is named at its head, what it passed and decided further down.

News of a standing committee of a people's congress and the minutes of an executive meeting name the meeting once (区十七届人大常委会
第三十八次会议召开) and go on with 会议审议通过了…, 会议决定免去…, 原则同意《…》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.deciding.clause import VERB, Decision, action_of, met
from extract.deciding.zones import Zone, clauses_in
from extract.mentions.meeting import MEETING
from kg.model import Notice, Span

_TOP = 300  # the meeting is named in the title or the first lines under it
_MET = rf"(?P<met>(?:(?!召开|举行|主持|出席)[^，。：；、的（）《》]){{2,30}}?{MEETING})"
_HELD = re.compile(
    rf"(?:^(?:[\u4e00-\u9fa5]{{2,12}}\d{{1,2}}月\d{{1,2}}日[讯电])?|[，。：:；、在的了）](?:\d\d(?![\d年月日次届]))?|(?:召开|举行|主持|出席|参加)了?){_MET}"
    r"(?P<held>在[^，。；在]{1,12}?(?=召开|举行|闭幕|结束|圆满|胜利|今天|[，\d]|上，)|(?:\d{1,2}月)?\d{1,2}日|圆满|完成|各项|议程|今天|[上下]午|胜利|，(?!现将会议)|于)*+(?:召开|举行|闭幕|结束|上(?=，)|(?=，现将会议))"
)
_CALLED = re.compile(rf"(?:主持)?(?:召开|举行)了?{_MET}(?=，|。|$)")
_CONVENED = re.compile(rf"(?:^|[，。、日])(?P<body>[^，。：；、的（）《》\d]{{2,24}}?)(?:召开|举行)了?(?P<meeting>{MEETING})(?=[，。]|$)")
# 望溪区九届人大常委会第十一次会议接受李某辞去…职务，决定任命…
_PERSONS = r"(?:表决)?通过了?(?:该|有关|关于|了|多项|[\u4e00-\u9fa5]{0,6}人事)|决定(?:任命|免去)"
_ACTED = re.compile(rf"(?:^|[，。：日]){_MET}(?=于?(?:[^，。；]{{3,12}}日)?(?:依法)?(?:接受|听取|审议了|补选|{_PERSONS}))")
_SUBJECT = r"(?:(?:此次|本次|这次)?会议)"
_SAYS = re.compile(
    rf"^(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十]{{1,3}}）|\d{{1,2}}[.．、])?(?:{_SUBJECT}(?:还|经|以|先后|分别|听取和|听取并|依法|书面|举手|投票|认真|一致)*|(?P<bare>)(?=原则|表决|决定(?:免去|任命|接受|批准)))"
)


# 会议通过人事任免事项, 会议还批准任命: what the same session decides person by person
_OF_PERSONS = re.compile(r"了?[^，。；《》]{0,8}(?:人事任免|任命|任职|《[^》]{0,40}(?:辞去|辞职|任命|任免|代理))")


def in_session(notice: Notice, zone: Zone) -> Iterator[Decision]:
    """What the meeting at the head of a page did, once an action; nothing where no meeting is named there."""
    session = _session(notice)
    if session is None or not zone.own:
        return
    words, done = notice.words, set[str]()
    said = _ACTED.match(words, max(0, session.span.start - 1)) is not None  # its own sentence goes on
    told: list[tuple[Decision, re.Match[str] | None]] = []
    for clause in clauses_in(notice, zone.span):
        if clause.start < session.span.end:
            continue
        subject = _SAYS.match(words[clause.slice])
        if words[clause.start - 1] in "。！？：":
            said = False
        if subject is None:
            continue
        verb = VERB.match(words, clause.start + subject.end(), clause.end)
        if subject["bare"] is None:
            said = True
        elif not (said or words[clause.start - 3 : clause.start] == "议上，" or words.startswith(("原则同意", "表决通过"), clause.start)):
            continue
        if verb is None or not re.search("通过|决定|同意|批准", verb[0]):
            continue
        action = action_of(verb[0])
        if action is None or action in done:
            continue
        done.add(action)
        told.append((replace(session, action=action, span=Span(clause.start, verb.end())), _OF_PERSONS.match(words, verb.end())))
    decided = any(one.action == "决定" for one, _ in told)
    yield from (one for one, persons in told if not (decided and persons and one.action != "决定"))


def _session(notice: Notice) -> Decision | None:
    """The meeting that the first lines name as held."""
    words, title = notice.words, notice.head.title_span
    end = min(len(words), title.end + _TOP)
    found = _HELD.search(words, title.start, end) or _CALLED.search(words, title.end, end) or _ACTED.search(words, title.end, end)
    bodies = met(words, Span(*found.span("met"))) if found else _convened(words, Span(title.start, end))
    return bodies[-1] if bodies and bodies[-1].body else None


def _convened(words: str, span: Span) -> list[Decision]:
    """The meeting that its body holds: 3月2日，区人大常委会召开第二十一次会议."""
    found = _CONVENED.search(words, span.start, span.end)
    if found is None:
        return []
    said = found["body"] + found["meeting"]
    return [replace(one, span=Span(*found.span()), body_span=Span(*found.span("body"))) for one in met(said, Span(0, len(said)))]
