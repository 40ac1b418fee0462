"""Which body, or which group of it, a role in running text is of: the one named with it, set up there, or spoken of before."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.rosters.anchors import Anchor
from extract.rosters.blocks import listed
from extract.rosters.bodies import Registry
from extract.rosters.body import Body
from extract.rosters.naming import KIND, Name, is_bare, kinds, names
from extract.rosters.whose import ROUTE, route_body
from kg.model import Notice, Span

_BEHIND = 3
_SHORT, _OF_GROUP = 6, 8  # characters of 区食安委, and of the name of a group
_NAME = 70
_REACH = 120  # characters in which the name of a body ends
ITEM = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])")
_GROUP_HEAD = re.compile(
    r"(?P<name>(?:(?!下设|分[为设]|[一二三四五六七八九十]个)[\u4e00-\u9fff“”]){2,16}(?:组|专班|小分队))(?=[。：（]|由|组长|，(?:组长|由)|$)"
)
_GROUP_CLAUSE = re.compile(r"(?P<name>[\u4e00-\u9fff“”]{2,16}?(?<!小)组)(?=副?组长|由|，|：)")
_SET_UP = re.compile(r"成立|组建|设立|决定")
_GROUP_OF = re.compile(r"[\u4e00-\u9fff]{2,8}(?<![小作导])(?<!纪检|监察)组")
# 专题组组长, of any such group
_ANY_GROUP = re.compile(r"[\u4e00-\u9fff]组$")


def group_told(told: str, before: str, numbered: bool = False) -> str:
    """The group of a body that the text speaks of: `综合协调组。组长由…担任` goes on until another heading or body.

    `numbered` where a number stands before it: 督查组 is then one of them, else what any such group is called.
    """
    label = ITEM.match(told)
    rest = told[label.end() :] if label else told
    found = _GROUP_HEAD.match(rest)
    one_of_them = bool(found and (label or numbered) and len(found["name"]) <= _OF_GROUP)
    if found and (one_of_them or not KIND.fullmatch(found["name"][-4:])) and not is_bare(found["name"], "组") and not _SET_UP.search(found["name"]):
        return found["name"]
    whole = next(iter(names(rest, Span(0, len(rest)))), None) if len(rest) <= 40 and KIND.search(rest) else None
    if whole and not whole.bare and rest[whole.span.end :].strip("。：") == "" and whole.span.start == 0:
        return whole.words
    other = (label and label.end() > 0) or (len(rest.strip("。")) <= 12 and not re.search(r"[由任为]", rest)) or any(True for _ in kinds(told, 0, len(told)))
    return "" if other else before


def group_of_clause(told: str, at: int) -> str:
    """The group with whose name the ；-clause of a place opens: ；督查组组长由王涛担任，成员单位为区审计局."""
    start = max(told.rfind("；", 0, at), told.rfind("：", 0, at)) + 1
    found = _GROUP_CLAUSE.match(told, start, at) if start else None
    return found["name"] if found else ""


def listed_before(notice: Notice, at: int) -> str:
    """The body of the roster right before a sentence: 调查组组长：王涛…。成员由…组成."""
    found = listed(notice)
    last = bisect_right(found, at, key=lambda one: one.span.start) - 1
    return found[last].body if last >= 0 and 0 <= at - found[last].span.end <= _BEHIND else ""


def described_at(known: Registry, at: int) -> Body | None:
    """The body between whose verb and name a place lies: 成立以市长为主任的规划委员会."""
    return next((body for body in known.acted if body.span.start <= at < body.named.start), None)


def settled(known: Registry, at: int) -> bool:
    """A weak role (主任, 委员, 秘书长) counts where a body is spoken of just before."""
    if described_at(known, at):
        return True
    near = [body for body in (*known.acted, *known.named) if 0 <= at - body.named.end <= 200]
    if not near:
        near = [body for body in known.acted if body.seat_span and 0 <= at - body.seat_span.end <= 200]
    return bool(near)


def body_at(notice: Notice, known: Registry, sentence: Span, anchor: Anchor, group: str, read: list[Span]) -> str:
    """The body that a role in a sentence is of."""
    at = sentence.start + anchor.span.start
    if described := described_at(known, at):
        return described.name
    if not anchor.of.strip("的") and anchor.role.startswith("办公室"):
        seated = [body.name for body in known.acted if body.seat_span and sentence.start <= body.seat_span.start < at]
        if seated:  # 办公室设在区水务局，王涛兼办公室主任, behind the groups of the body
            return seated[-1]
    other = _GROUP_OF.fullmatch(anchor.of) and not group.endswith(anchor.of)
    if group and not other and not anchor.of.strip("的").endswith(("领导小组", "指挥部")):
        return group
    if anchor.of.strip("的"):
        of = _named_so(known, sentence, at, anchor.of.strip("的"))
        owner = known.owner(of, at)
        if owner is None and _GROUP_OF.fullmatch(of):  # 王涛任工程组组长; 专题组组长由…担任, where no such group was told of, is of any
            return of if anchor.ahead or re.search(rf"(?<![个各]){of}", notice.words[:at]) else ""
        return owner.name if owner else of if KIND.search(of) and len(of) > 5 else known.unnamed(of, at)
    return (route_body(notice, known) if ROUTE.search(anchor.role) else "") or _spoken_of(known, sentence, at, read)


def _named_so(known: Registry, sentence: Span, at: int, of: str) -> str:
    """The whole name that ends in the kind before a role: 专项应急|指挥部|指挥长."""
    end = at + len(of)
    near = Span(max(sentence.start, end - _REACH), min(end, sentence.end))
    whole = next((name for name in known.names(near) if name.span.end == end and not name.bare), None)
    return whole.words if whole else of


def _in_list(words: str, name: Name) -> bool:
    """A body known by its short name that stands among houses: 区妇联、区关工委等单位组成."""
    return len(name.words) <= _SHORT and (words[name.span.start - 1] == "、" or words[name.span.end : name.span.end + 1] == "、")


def _spoken_of(known: Registry, sentence: Span, at: int, read: list[Span]) -> str:
    """The body named last before a place, not among members: in the sentence, else in the notice."""
    said = [name for name in known.names(Span(sentence.start, at)) if not any(members.meets(name.span) for members in read) and not _in_list(known.words, name)]
    if _ANY_GROUP.search(known.words, max(sentence.start, at - 8), at) and not (said and at - said[-1].span.end <= 1):
        return ""
    for name in reversed(said):
        owner = known.owner(name.words, at)
        if owner:
            return owner.name
        if name.bare and at - name.span.end <= 1:  # 督导组组长, of any such group
            return ""
        if not name.bare:
            return name.words
    just = [name for name in known.names(Span(max(0, sentence.start - _NAME), sentence.start)) if not name.bare and sentence.start - name.span.end <= 1]
    if just and (owner := known.owner(just[-1].words, at)):  # 成立A领导小组。由王涛任组长
        return owner.name
    near: list[Body] = [body for body in known.named if body.named.start <= at and at - body.named.end <= 300]
    acted = [body for body in known.acted if body.named.start <= at]
    if acted and (not near or near[-1].named.start <= acted[-1].named.start or at - acted[-1].named.end <= 600):
        return acted[-1].name
    if near:
        owner = known.owner(near[-1].name, at)
        return owner.name if owner else near[-1].name
    owner = known.owner("", at)
    return owner.name if owner else known.unnamed(said[-1].kind if said else "", at)
