"""The posts of a range that is nothing but posts, one move for each person and post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.appointing.moves import Context, Form, Move
from extract.appointing.notes import joined, kept
from extract.appointing.people import Named
from extract.mentions.agency import is_agency
from extract.mentions.placing import placed
from extract.mentions.post import Holding, holdings, is_post
from kg.model import Span

_END = re.compile(
    r"(?:等)?(?:职务|之职|一职|的职务|职)(?:的?(?:请求|申请|报告|决定|处分))?$|(?:的?请求)?的决定》$|人选$|候选人(?:人选)?$|的(?:请求|申请|决定|通知|议案|辞呈)$|职[位级]$|工作$"
)
# what may follow the posts: notes, terms, the next words
_MORE = re.compile(
    r"并(?!购)|(?:半|[一二两三])年$|时间|期限|任期|聘期|试用期|（试用|（任职|（任期|（聘期|（挂职|（自|（时间|至\d|主持|负责|列|后$|职务等|等人事|等职务|、提名|、推荐|，|（"
)
_CANDIDATE = re.compile(r"人选$|候选人")
_SHARED = re.compile(r"试用|聘期|任期|挂职")
_ACTING = re.compile(r"代理?(?P<post>[省市区县州旗盟镇乡局厅部院]长|检察长|主席|主任|书记|行政长官)")
# 王涛、李敏分别任区教育局局长、区财政局局长
_EACH = re.compile(r"分别(?:担?任|为|兼任|出任)?(?:命为|聘为|任命为)?$")
# the 书记 elected after the 常委 is that of the 委员会
_STANDING = re.compile(r"委员会常务委员会副?书记$")
_GOVERNMENT = re.compile(r"([省市区县州旗盟镇乡])(?:政府|人民政府)?")
_OF_COURT = re.compile(r"(?:人民|助理|代理)?(?:陪审员|审判员|检察员|审判长)")
_ROLE = re.compile(r"(?:组长|召集人|指挥长?|成员|联络员|班长)$")  # in a coordination body
_HAT = re.compile(r"（(?P<hat>[^（）兼]{2,20})）")
_HOUSE = re.compile(r"^(?!原|驻|保留|享受|试用).+(?:中心|[局办室处科部队站所院馆])$")
_LONGEST = 200


def trimmed(words: str) -> str:
    """The posts without 职务 and the like behind them.

    >>> trimmed("区教育局局长职务的请求")
    '区教育局局长'
    """
    return _END.sub("", _END.sub("", words))


def only(words: str, *, sure: bool = True) -> list[Holding]:
    """The posts of a phrase that is nothing but posts, else []."""
    if not words or len(words) > _LONGEST:
        return []
    found = holdings(words) or (holdings(words, sure=False) if not sure else [])
    return found or (only(bare, sure=sure) if (bare := _HAT.sub(_without, words)) != words else [])


def _without(hat: re.Match[str]) -> str:
    """立案庭（诉讼服务中心）庭长（主任）: a second name of the house and its post are those of the first."""
    return "" if is_agency(hat["hat"]) or _HOUSE.search(hat["hat"]) or is_post(hat["hat"]) else hat[0]


def moves_of(told: str, context: Context, form: Form) -> Iterator[Move]:
    """The moves of a form; none where its range is not posts."""
    text = told[form.posts.slice]
    text = text.removesuffix("》") if "通过《" in told[: form.start] else text  # 通过《关于接受王涛辞去…的决定》
    posts = trimmed(text)
    found, note = only(form.where + posts, sure=form.sure), form.note
    if not found and (cut := _MORE.search(posts)):
        found = only(form.where + trimmed(posts[: cut.start()]), sure=form.sure)
        note = joined(note, kept(posts[cut.start() :].strip("（）")))
    if not found:
        return
    found = [_acting(also) for one in found for also in _with_bracket(one)]
    if _CANDIDATE.search(text) and not note:
        note = "推荐"
    if _SHARED.search(found[-1].note):  # said of all the posts
        note = joined(note, kept(found[-1].note.removeprefix("兼，")))
    span = Span(min(form.start, form.posts.end - 1), form.posts.end)
    each = len(found) == len(form.people) and _EACH.search(told, max(0, form.posts.start - 8), form.posts.start)
    for at, person in enumerate(form.people):
        for one in found[at : at + 1] if each else found:
            said = joined(joined(note, person.note), kept(one.note))
            yield Move(person, form.action, _after(one, context, person), said, span, form.cue)


def _acting(holding: Holding) -> Holding:
    """代理县长 is 县长, held 代理; 代理审判员 is a rank of its own."""
    acting = _ACTING.fullmatch(holding.post)
    return replace(holding, post=acting["post"], note=joined("代理", holding.note)) if acting else holding


def _after(holding: Holding, context: Context, person: Named) -> Holding:
    """A post that leaves out its body, after those before it in the sentence."""
    if context.house and not holding.agency and person not in context.people and not _ROLE.search(holding.post):
        agency, post = placed("", holding.post, [(context.house, "")])
        return replace(holding, agency=agency, post=post)
    if not context.holdings:
        return holding
    before = [(one.agency, one.post) for one in context.holdings]
    if not holding.agency:
        alike = (one for one, post in reversed(before) if post[-2:] == holding.post[-2:])  # 局长、办公室主任, and another 副局长
        body = next(alike, before[-1][0])
        if _OF_COURT.fullmatch(holding.post) and not body.endswith(("法院", "检察院")):  # named with others: 人民陪审员
            return holding
        return replace(holding, agency=body.removesuffix("常务委员会") if _STANDING.search(body + holding.post) else body)
    if person not in context.people:
        level = _GOVERNMENT.fullmatch(holding.agency)  # 提名王涛为石门镇人民政府镇长，李敏为副镇长
        ends = (level[1] + "政府", level[1] + "人民政府") if level else ()
        alike = (body for body, post in reversed(before) if ends and body.endswith(ends) and post[-2:] == holding.post[-2:])
        return replace(holding, agency=next(alike, holding.agency))
    return replace(holding, agency=placed(holding.agency, holding.post, before)[0])


def _with_bracket(holding: Holding) -> list[Holding]:
    """县发展改革局局长（兼县粮食局局长） is two posts."""
    also = holdings(holding.note[1:]) if holding.note.startswith("兼") and len(holding.note) > 3 else []
    if not also:
        return [holding]
    where = [placed(one.agency, one.post, [(holding.agency, holding.post)]) for one in also]
    return [replace(holding, note=""), *(Holding(agency, post, "兼") for agency, post in where)]
