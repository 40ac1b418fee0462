"""Reads the moves of a sentence: who is given or loses which post of which body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.appointing.notes import kept
from extract.appointing.people import Named, people_at
from extract.appointing.verbs import APPOINT, AS, DISMISS, LOSES, TAKES, note_of
from extract.mentions.lexer import Part, tokens
from extract.mentions.person import is_name
from extract.mentions.post import Holding, holdings
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Move:
    """One person and one post; `span` counts the sentence, `cue` names the form that said it."""

    person: Named
    action: str
    holding: Holding
    note: str
    span: Span
    cue: str


@dataclass(slots=True)
class Context:
    """What a sentence leaves for the next: the heading 任命： or 免去：, the people spoken of, their last body."""

    heading: str = ""
    people: list[Named] = field(default_factory=list)
    action: str = ""
    holdings: list[Holding] = field(default_factory=list)
    note: str = ""
    said: str = ""


_PART = re.compile(r"(?:（[^（）]*）|[^，；。：（]|（(?![^（）]*）))+")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．])?(?:决定|同意|批准|调|派|聘|请|任命|免去|通过|现|经研究|以下|下列|拟)*"
    r"(?P<verb>任命|聘任|任职|任免|任|聘请|免去|免职|解聘|免|接受|不再担任)(?:（[^（）]{1,12}）)?(?:下列|以下|如下)?(?:同志|人员|干部|名单)*(?:的)?(?:职务|名单)?(?:如下|为|的有)?"
)
_POSTS_END = re.compile(
    r"(?:等)?(?:职务|之职|一职|的职务|职)(?:的?(?:请求|申请|报告|决定))?$|人选$|候选人(?:人选)?$|的(?:请求|申请)$|职位$|工作$"
)
_OF = re.compile(
    r"(?:同志)?(?:(?:的|其|所任的?|原任的?|原担任的?|原兼任的?|原|现任的?|担任的?|兼任的?|所担任的?|所兼任的?|在)+)?"
)
_HIS = re.compile(r"其|本人|他|她|该同志|上述同志|以上同志")
_ALL = re.compile(r"(?:以上|上述)(?:.{0,4}(?:同志|人员|干部)|任职)")
_NOTE_ONLY = re.compile(
    r"(?:同志|其|均|的)*(?:任职)?(?:试用期|聘期|任期|退休|挂职|另有任用|任职时间|保留|享受|到龄|提前退休|办理退休)"
)
_BECAUSE = re.compile(r"(?:同志)?因[^，。；]{2,24}$")
_TO = re.compile(r"到(?P<where>[^，。；任]{2,25}?)(?:挂职)?(?:担任|任|挂任)")
_COMRADE_VERB = re.compile(
    rf"(?:同志|先生|女士)?(?:（[^（）]{{1,30}}）)?(?P<verb>{TAKES.pattern}|{LOSES.pattern})"
)


def moves(told: str, context: Context) -> list[Move]:
    """The moves of a sentence, in order; `context` is read and left for the next sentence.

    >>> [(m.person.name, m.action, m.holding.agency, m.holding.post)
    ...  for m in moves("王涛同志任区教育局局长，免去区体育局局长职务。", Context())]
    [('王涛', 'appoint', '区教育局', '局长'), ('王涛', 'dismiss', '区体育局', '局长')]
    """
    found: list[Move] = []
    context.action, context.note, context.said, context.holdings = "", "", "", []
    for hit in _PART.finditer(told):
        span = Span(*hit.span())
        text = hit[0]
        after = told[hit.end() : hit.end() + 1]
        heading = _HEADING.fullmatch(text)
        if heading and (after in "：:" or hit.end() >= len(told)):
            context.heading = (
                "dismiss"
                if heading["verb"].startswith(("免", "解", "接受", "不再"))
                else ""
                if heading["verb"] == "任免"
                else "appoint"
            )
            context.action = context.heading
            context.people = []
            continue
        read = list(_part(told, span, context))
        if read:
            found += (
                [replace(move, note=_joined(move.note, context.said)) for move in read]
                if context.said
                else read
            )
            context.people = list(dict.fromkeys(move.person for move in read))
            context.action = read[-1].action
            context.holdings = [move.holding for move in read]
        elif _NOTE_ONLY.match(text) or _ALL.match(text):
            note = kept(text)
            if note and _ALL.match(text) and not found:
                context.note = note
            elif note and found:
                last = {move.person for move in found if move.span.start >= _clause_start(told, span.start)}
                found = [
                    replace(move, note=_joined(move.note, note)) if move.person in last else move
                    for move in found
                ]
        elif (len(text) <= 20 and (spoken := _people_before(told, span, span.end))) or (
            "同志" in text and (spoken := _subject(told, span))
        ):
            context.people, context.holdings, context.said = spoken, [], kept(text)
    return found


def _clause_start(told: str, at: int) -> int:
    return max(told.rfind("；", 0, at), told.rfind("。", 0, at)) + 1


def _joined(one: str, more: str) -> str:
    return "，".join(dict.fromkeys(part for part in (*one.split("，"), *more.split("，")) if part))


def _part(told: str, span: Span, context: Context) -> Iterator[Move]:
    """The moves of a part between commas, by the first form that fits."""
    for form in (_dismissed, _appointed, _takes, _listed, _goes_on):
        found = list(form(told, span, context))
        if found:
            yield from found
            return


def _dismissed(told: str, span: Span, context: Context) -> Iterator[Move]:
    """免去王涛同志的区教育局局长职务; 免去其区教育局局长职务; 免去区教育局局长职务 (of the person before)."""
    for verb in DISMISS.finditer(told, span.start, span.end):
        his = _HIS.match(told, verb.end())
        alone = context.people and _only_posts(told, Span(verb.end(), span.end))
        people, end = people_at(told, verb.end()) if not (his or alone) else ([], verb.end())
        if people and end > span.end:
            people, end = [], verb.end()
        if not people:
            if not context.people:
                continue
            people = context.people
            end = his.end() if his else verb.end()
        of = _OF.match(told, end)
        start = of.end() if of else end
        found = list(
            _moves(
                told,
                Span(start, span.end),
                context,
                people,
                "dismiss",
                "",
                "dismiss",
                verb.start(),
                sure=False,
            )
        )
        if found:
            yield from found
            return


def _only_posts(told: str, span: Span) -> bool:
    """Posts with no name before them: of the person before the comma, or named from a level or kind on."""
    posts = _POSTS_END.sub("", told[span.slice])
    if not holdings(posts):
        return False
    comma = max(told.rfind(sign, 0, span.start) for sign in "，；：")
    goes_on = comma >= 0 and told[comma] == "，"
    return goes_on or bool(tokens(posts)[0].part & (Part.LEVEL | Part.PLACE | Part.FIELD | Part.KIND))


def _appointed(told: str, span: Span, context: Context) -> Iterator[Move]:
    """任命王涛同志为区教育局局长."""
    for verb in APPOINT.finditer(told, span.start, span.end):
        people, end = people_at(told, verb.end())
        if not people or end > span.end:
            continue
        note = note_of(verb[0])
        to = _TO.match(told, end)
        link = AS.match(told, end)
        if to and to.end() <= span.end:
            where, start = to["where"], to.end()
        elif link and link.end() < span.end:
            where, start = "", link.end()
            note = _joined(note, note_of(link[0]))
        else:
            continue
        found = list(
            _moves(
                told,
                Span(start, span.end),
                context,
                people,
                "appoint",
                note,
                "appoint",
                verb.start(),
                where=where,
                sure=False,
            )
        )
        if found:
            yield from found
            return


def _takes(told: str, span: Span, context: Context) -> Iterator[Move]:
    """王涛同志任区教育局局长; 王涛不再担任区教育局局长职务; 副区长王涛兼任区红十字会会长; 兼任… (of the person before)."""
    for link in _COMRADE_VERB.finditer(told, span.start, span.end):
        verb = link["verb"]
        action = "dismiss" if LOSES.fullmatch(verb) else "appoint"
        because = _BECAUSE.search(told, span.start, link.start())
        people = _people_before(told, span, because.start() if because else link.start())
        comrade = told.startswith("同志", link.start())
        if not people:
            lead = told[span.start : link.start()]
            if (
                not context.people
                or verb == "为"
                or not re.fullmatch(
                    r"(?:同意|并|同时|现|另|继续|决定|批准|拟|不再|由|其|他|她|该同志|同志|正式|即日起)*",
                    lead,
                )
            ):
                continue
            people = context.people
        elif verb == "为" and not (context.action or context.heading) and not comrade:
            continue
        cue = "loses" if action == "dismiss" else "takes"
        start = people[0].span.start if people is not context.people else link.start()
        sure = not comrade and verb not in ("担任", "兼任", "不再担任", "不再兼任", "辞去")
        found = list(
            _moves(
                told,
                Span(link.end(), span.end),
                context,
                people,
                action,
                note_of(verb),
                cue,
                start,
                sure=sure,
            )
        )
        if found:
            yield from found
            return
    to = _TO.search(told, span.start, span.end)
    people = _people_before(told, span, to.start()) if to else []
    if to and people:
        yield from _moves(
            told,
            Span(to.end(), span.end),
            context,
            people,
            "appoint",
            note_of(to[0]),
            "takes",
            people[0].span.start,
            where=to["where"],
        )


def _people_before(told: str, span: Span, end: int) -> list[Named]:
    """The people whose list ends at a place; what stands before them in the part is no name."""
    text = told[span.start : end]
    shown = told[:end] + "同志"
    rare: list[Named] = []
    for start in range(max(0, len(text) - _LONGEST), len(text)):
        before = text[:start]
        if (
            start
            and not _BOUNDARY.search(before, max(0, start - 4))
            and not (_POST_END.search(before, start - 1) and holdings(before))
        ):
            continue
        people, stop = people_at(shown, span.start + start)
        if not people or stop < end:
            continue
        if all(is_name(one.name) or "·" in one.name for one in people):
            return people
        if not start and (not span.start or told[span.start - 1] in "；：" or told.startswith("同志", end)):
            rare = people
    return rare


def _subject(told: str, span: Span) -> list[Named]:
    """The person that a part without a post speaks of: 王涛同志因工作变动."""
    hit = re.compile(r"[^，。；：（]{2,6}?同志").match(told, span.start, span.end)
    return _people_before(told, span, hit.end() - 2) if hit else []


_LONGEST = 400  # of a list of people
_POST_END = re.compile(r"[长员师记席官监事理授士工任表问书]$")
_BOUNDARY = re.compile(
    r"(?:决定|同意|批准|调|派|聘|请|任命|免去|通过|推荐|提名|研究|由|如下|起|现|兹|拟|接受|并|[、]|\d[.．、]|[一二三四五六七八九十]、|）|安排|确定|明确|指定|公布|宣布|知道|部署|会议|认为|其中|日)$"
)


def _listed(told: str, span: Span, context: Context) -> Iterator[Move]:
    """Under 任命： or 免去： the person and the post alone: 王涛区教育局局长职务, 李敏为区审计局副局长."""
    action = context.action or context.heading
    if not action:
        return
    number = re.compile(r"\d{1,3}[.．、]|（\d{1,3}）").match(told, span.start)
    at = number.end() if number else span.start
    people, end = people_at(told, at)
    if not people or end > span.end:
        return
    of = _OF.match(told, end)
    link = AS.match(told, end)
    start = link.end() if link and action == "appoint" else of.end() if of else end
    yield from _moves(
        told,
        Span(start, span.end),
        context,
        people,
        action,
        note_of(link[0]) if link else "",
        "listed",
        people[0].span.start,
    )


def _goes_on(told: str, span: Span, context: Context) -> Iterator[Move]:
    """A post more for the person before the comma: …任区教育局局长，区体育局局长."""
    if context.action and context.people and span.start and told[span.start - 1] == "，":
        yield from _moves(told, span, context, context.people, context.action, "", "listed", span.start)


def _moves(
    told: str,
    span: Span,
    context: Context,
    people: list[Named],
    action: str,
    note: str,
    cue: str,
    start: int,
    *,
    where: str = "",
    sure: bool = True,
) -> Iterator[Move]:
    """One move for each person and post of a range that is nothing but posts."""
    end = span.end
    text = told[span.slice]
    posts = _POSTS_END.sub("", _POSTS_END.sub("", text))
    found = _posts(where + posts, sure)
    if not found:
        cut = re.search(
            r"(?:[，]|并(?!购)|时间|期限|任期|试用期|（试用|（任职|（任期|（聘期|（挂职|（自|（时间|至\d|主持|负责|（)",
            posts,
        )
        more = posts[cut.start() :] if cut else ""
        posts = posts[: cut.start()] if cut else ""
        found = _posts(where + _POSTS_END.sub("", posts), sure)
        note = _joined(note, kept(more.strip("（）"))) if found else note
    if re.search(r"人选$|候选人", text) and not note:
        note = "推荐"
    if found and (shared := re.search(r"试用期|聘期|任期|挂职", found[-1].note)) and shared:
        note = _joined(note, kept(found[-1].note))  # said of all the posts
    for person in people:
        for holding in found:
            if not holding.agency and context.holdings:
                holding = replace(holding, agency=context.holdings[-1].agency)
            said = _joined(_joined(note, person.note), kept(holding.note) if holding.note else "")
            yield Move(person, action, holding, said, Span(min(start, end - 1), end), cue)


def _posts(words: str, sure: bool) -> list[Holding]:
    if not words or len(words) > 200:
        return []
    return holdings(words) or (holdings(words, sure=False) if not sure else [])
