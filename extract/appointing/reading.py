"""Reads the moves of a sentence: who is given or loses which post of which body."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.appointing.before import MOVES, people_before
from extract.appointing.forms import FORMS
from extract.appointing.moves import Context, Move
from extract.appointing.notes import joined, kept
from extract.appointing.people import Named
from extract.appointing.posts import moves_of, only
from extract.appointing.runs import ENDS_POST, cuts, lines
from extract.mentions.person import PersonMention, is_name, name_list
from extract.mentions.post import Holding
from kg.model import Span

__all__ = ["Context", "Move", "fits", "moves"]

_PART = re.compile(r"(?:（[^（）]*）|[^，；。：（]|（(?![^（）]*）))+")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．])?(?:[^，。；：（）]{2,60}?(?=决定|同意|批准|通过|研究|补选|增选|选举|任命|免去))?(?:决定|同意|批准|通过|研究|现|经研究|以下|下列|同志|人员|正式)*"
    r"(?P<verb>任命|聘任|任职|任免|任|聘请|免去|免职|解聘|免|接受|不再担任|通过|补选|增选|选举|委派|选派|推荐|提名)(?:（[^（）]{1,12}）)?(?:下列|以下|如下)?"
    r"(?:同志|国家工作人员|人员|干部|名单)*(?:的|领导|行政|党政|原任?|实职|相关|有关)*(?:职务|名单)?(?:如下|为|的有)?"
)
_LONGEST = 1_000  # of a part that is read as one
_LIST = 400  # of a list of names
_TAKEN = ("免", "解", "接受", "不再")
NOTE_ONLY = re.compile(
    r"(?:同志|其|均|的|按(?:照|有关|国家|相关)*规定|准予|批准|同意)*(?:任职)?(?:试用|聘期|任期|退休|挂职|另有任用|另候任用|另行安排|另行分配|任职时间|保留|享受|到龄|提前退休|办理退休)"
)
_TERM = re.compile(r"试用|聘期|任期")
# 以上同志的任免职时间自…起计算
OF_ALL = re.compile(
    r"(?:[一二三四五六七八九十]、)?(?:以上|上述)(?:.{0,4}(?:同志|人员|干部)的?|任职)(?:任免职?|免职)?|"
    r"(?:(?:任职|任免|任免职|聘任)时间|聘期|任期)(?=[均从自])"
)
# 中共望溪区第八届纪律检查委员会第一次全体会议选举王涛为书记: of whom the posts are that name no body
_MEETS = re.compile(r"(?P<body>[^，。；：（）]{4,40}?委员会)(?:第[一二三四五六七八九十\d]{1,3}次)?(?:全体)?会议[^，。；：]{0,12}?选举")
# how those below a heading came to their posts
ELECTED = {"补选": "补选", "增选": "增选", "委派": "委派", "推荐": "推荐", "提名": "提名"}
_ON = ("补选", "增选")  # and of those named behind in the sentence
# 下列同志正式任职，任职时间从…算起：
_TERMS = re.compile(r"，(?:其?(?:任职|聘任|任期|聘期|试用|任免)|时间|自|从)[^。；：]{2,40}：$")
# 鉴于王涛已调离我区
_LEAVES = re.compile(
    r"已|因|达到|到龄|调[离出往任]|另有任用|另行|退休|离休|病故|逝世|去世|辞职|(?:工作|岗位|职务)(?:调动|变动|调整)|(?:挂职|任职|任期|试用)期?满|年满|年龄|借调|出国"
)
_AS = re.compile(r"(?:鉴于|由于|因)?")
# 提请任命王涛为…, 提请区人大常委会免去…; not 经区长提请，决定任命…
_PROPOSED = re.compile(r"^(?![^提]{0,16}[根依]据|经)[^提]{0,16}提请[^，。；：]{0,16}?(?=任命|免去|决定任|决定免|批准任|批准免)")
# 因到龄退休，王涛提出辞去…
_REASON = re.compile(r"(?:因|由于|鉴于)(?:已?到|达到|年龄|[^，。；]{0,6}退休)[^，。；]{0,14}$")
_SUBJECT = re.compile(r"[^，。；：（]{2,40}?(?:同志|先生|女士)")


def moves(told: str, context: Context) -> list[Move]:
    """The moves of a sentence, in order; `context` is read and left for the next sentence.

    >>> [(m.person.name, m.action, m.holding.agency, m.holding.post)
    ...  for m in moves("王涛同志任区教育局局长，免去区体育局局长职务。", Context())]
    [('王涛', 'appoint', '区教育局', '局长'), ('王涛', 'dismiss', '区体育局', '局长')]
    """
    found: list[Move] = []
    context.action = context.action if context.goes_on else ""
    context.note, context.said, context.held = "", "", None
    meets = _MEETS.match(told)
    context.holdings = [Holding(meets["body"], "")] if meets else []
    parts = (span for hit in _PART.finditer(told) for span in lines(told, Span(*hit.span()), context))
    waiting: list[PersonMention] = []
    for span in parts:
        text = told[span.slice]
        before, alone = waiting, _names_alone(told, span)
        waiting = [*waiting, *alone] if alone else []
        if _opens(told, span, context):
            continue
        context.said = joined(context.said, "提请" if _PROPOSED.search(text) else "")
        read = _run_together(told, span, context)
        read = read or (_part(told, span, context) if len(span) <= _LONGEST else [])
        read = read or _run_on(told, cuts(told, span), context)
        if read:
            read = _with_waiting(before, read, span)
            waiting = []
            found += [replace(move, note=joined(move.note, fits(context.said, move.action))) for move in read]
            if read[-1].note in _ON:  # 补选王涛为主任，李敏为委员
                context.said = joined(context.said, read[-1].note)
            context.people = list(dict.fromkeys(move.person for move in read))
            context.action = read[-1].action
            context.holdings = [move.holding for move in read]
        elif NOTE_ONLY.match(text) or OF_ALL.match(text):
            found = _noted(told, span, found, context)
        elif _REASON.match(text):
            context.said = joined(context.said, kept(text))
        elif people := _spoken_of(told, span):
            context.people, context.holdings, context.said = people, context.holdings if alone else [], kept(text)
            context.held = _held(told, Span(span.start, people[0].span.start))
        elif "同志" in text and "该同志" not in text:  # 某某同志任…, whom no list of names knows
            context.people = []
    context.goes_on = bool(found) and (told.endswith("；") or ENDS_POST.search(told) is not None)
    return found


def _names_alone(told: str, span: Span) -> list[PersonMention]:
    """A part that is several names with 、 and no more: a list in which one ， stands for 、 (王涛、李敏，陈望、周正为委员)."""
    alone = len(span) <= _LIST and told.endswith("，", 0, span.end + 1) and "、" in told[span.slice]
    return (name_list(told, span) or []) if alone else []


def _with_waiting(waiting: list[PersonMention], read: list[Move], span: Span) -> list[Move]:
    """The moves of a list also for those named before its comma; the part must begin with names of its own."""
    first = read[0]
    if not waiting or first.person.span.start != span.start or len({move.person for move in read}) < 2:
        return read
    said = Span(waiting[0].span.start, first.span.end)
    return [*(replace(first, person=Named(one.name, one.span), span=said) for one in waiting), *read]


def fits(said: str, action: str) -> str:
    """What is said that goes with an action: nobody is appointed because he retires, nor loses a post by being elected.

    >>> fits("退休", "appoint"), fits("退休", "dismiss"), fits("补选", "dismiss")
    ('', '退休', '')
    """
    return "" if (said.endswith(("退休", "离休")) if action == "appoint" else said in ELECTED) else said


def _opens(told: str, span: Span, context: Context) -> bool:
    """A heading: 任命：, 二、免去下列同志职务："""
    heading = _HEADING.fullmatch(told, span.start, span.end)
    if not heading or (
        span.end < len(told) and told[span.end] not in "：:" and not _TERMS.match(told, span.end)
    ):
        return False
    verb = heading["verb"]
    context.heading = "" if verb == "任免" else "dismiss" if verb.startswith(_TAKEN) else "appoint"
    context.action, context.people = context.heading, []
    context.said = ELECTED.get(verb, "提请" if _PROPOSED.search(told[span.slice]) else "")
    return True


def _part(told: str, span: Span, context: Context) -> list[Move]:
    """The moves of a part between commas, by the first form that fits."""
    for form in FORMS:
        for fits in form(told, span, context):
            found = list(moves_of(told, context, fits))
            if found:
                return found
    return []


def _run_on(told: str, pieces: list[Span], context: Context) -> list[Move]:
    """The moves of a part in which one person follows the other: the signs or line breaks were lost, or it is a list with 、."""
    found: list[Move] = []
    before = context.action
    for piece in pieces if len(pieces) > 1 else ():
        end = piece.end - told.endswith("、", piece.start, piece.end)
        if end == piece.end < pieces[-1].end and only(told[piece.slice]):  # 书记员 + 王涛担任…
            continue
        read = _part(told[:end], Span(piece.start, end), context) if len(piece) <= _LONGEST else []
        if read:
            context.action, context.holdings = read[-1].action, [move.holding for move in read]
            context.people = [read[-1].person]
        found += read
    if not found:
        context.action = before
    return found


def _run_together(told: str, span: Span, context: Context) -> list[Move]:
    """The moves of a part cut as a list, or before each name, whichever cut leaves fewer pieces unread."""
    before = (context.action, context.holdings, context.people)
    listed = cuts(told, span, listed=True)
    read = _run_on(told, listed, context)
    every = cuts(told, span) if read else []
    if len(every) <= len(listed):
        return read
    after = (context.action, context.holdings, context.people)
    context.action, context.holdings, context.people = before
    more = _run_on(told, every, context)
    if len(more) > len(read):
        return more
    context.action, context.holdings, context.people = after
    return read


def _noted(told: str, span: Span, found: list[Move], context: Context) -> list[Move]:
    """A part that is a note: of the people of its clause, or (in a sentence of its own) of all before it."""
    note = kept(told[span.slice])
    if not found:
        if told.startswith("：", span.end):  # 试用期满正式任职的：
            context.said = note
        else:
            context.note = note
        return found
    clause = max(told.rfind("；", 0, span.start), told.rfind("。", 0, span.start)) + 1
    of_all = _TERM.search(
        told, span.start, span.end
    )  # 试用期一年 is of all the clause, 退休 of the person before
    people = {move.person for move in found if move.span.start >= clause} if of_all else set(context.people)
    return [replace(move, note=joined(move.note, note)) if move.person in people else move for move in found]


def _held(told: str, before: Span) -> Span | None:
    """The posts of the one spoken of: 批准 + 区供销社主任 + 王涛同志退休."""
    lead = MOVES.match(told, before.start, before.end)
    start = lead.end() if lead else before.start
    return Span(start, before.end) if only(told[start : before.end]) else None


def _spoken_of(told: str, span: Span) -> list[Named]:
    """The people that a part without a post speaks of: 王涛同志因工作变动."""
    if len(span) <= 20 and (people := people_before(told, span, span.end)):
        return people
    hit = _SUBJECT.match(told, span.start, span.end)
    if hit:
        return people_before(told, span, hit.end() - 2)
    lead = _AS.match(told, span.start, span.end)
    begins = lead.end() if lead else span.start
    for size in (2, 3, 4):
        name = Span(begins, begins + size)
        if name.end < span.end and _LEAVES.match(told, name.end, span.end) and is_name(told[name.slice]):
            return [Named(told[name.slice], name)]
    return []
