"""Coordination bodies that a notice sets up, changes, dissolves or describes, and where their offices sit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.head.page import Page
from extract.memo import per_notice
from extract.mentions.called import CALLED
from extract.mentions.numeral import NUMBER
from extract.rosters.acts import GOES, IF_EVER, URGED, acted, aliases
from extract.rosters.body import Bodies, Body, alike, unquoted
from extract.rosters.naming import KIND, Name, is_bare, names
from extract.rosters.roles import ROLE
from extract.rosters.seats import seats
from extract.sentences import sentences
from kg.model import Gap, Notice, Span

# 对X组成人员进行相应调整, X调整如下
_ADJUSTED = re.compile(
    r"(?:组成|成员|人员|名单|领导|及其办公室|（[^（）]{2,24}）)*(?:进行|作出?|做出?|予以)?(?:了|相应|适当|如下|部分|充实|重新|必要|的|和|、)*(?:调整|"
    r"充实)(?!后|时|的(?!通知|决定|公告)|由|为|成)"
)
# X（简称市安委会）是市政府的议事协调机构
_IS_BODY = re.compile(r"(?:（[^（）]{2,40}）)?(?:是|为|作为)[^，。；]{0,24}?(?:议事协调|非常设|协调议事|临时性?|议事决策)(?:协调|工作)?机构")
# 市安委会是市政府的议事协调机构
_SHORT_IS_BODY = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<subject>[\u4e00-\u9fff]{2,7}[会办部])是[^，。；]{0,24}?(?:议事协调|非常设|协调议事|议事决策)(?:协调|工作)?机构"
)
_FOUNDED = re.compile(r"(?:现已|已|于[^，。；]{2,12})?正式成立(?=[，。；]|$)")
# 原X领导小组同时撤销
_GONE = re.compile(rf"(?:及其办公室)?{GOES.pattern}")
_GENERAL = re.compile(r"各|中央和|有关|地方|一些|部分|多个|现有|相关")
_SHORT = re.compile(f"(?:委员会|小组|指挥部|联席会议){CALLED}")
_CATALOGUE = re.compile(
    rf"(?:{NUMBER})?(?!撤销)"
    r"[\u4e00-\u9fff]{0,12}(?:议事协调|非常设|协调)机构(?:和临时机构)?(?:名单)?[：。]?"
)
_NUMBER = re.compile(NUMBER)
_NUMBERED = re.compile(rf"(?:{NUMBER})\Z")
# behind the name in a heading, and what a roster under it begins with
_LIST = re.compile(r"(?:组成)?(?:人员|成员)?(?:名单)?(?:（[^（）]{2,20}）)?：?")
_OVER = re.compile(rf"[。：]?(?:{ROLE}|组成人员|成员)")
# …，具体工作由国家林业局承担: what a catalogue says of a body, and no clause about somebody else
_SAYS = r"[，。；](?:(?:具体|日常|有关)?(?:工作|事务)|(?:其|该|单设|不单设|不设|下设)*(?:办公室|办事机构|实体性办事机构)|对外|保留|撤销|[在由与挂](?!此))"
_LISTED = re.compile(rf"(?:（[^（）]{{1,40}}）)*(?:{_SAYS}(?:(?!{_SAYS})[^。]){{0,60}}|[。；])*")
# bodies that a text may speak of by their kind alone
_ALONE = (
    "领导小组", "工作小组", "协调小组", "指挥部",
    "现场指挥部", "前线指挥部", "总指挥部", "联席会议", "专班", "工作专班", "组委会", "筹委会", "领导组", "协调组", "专家组", "调查组", "筹备组",
)
# kinds that tell by themselves what a body is for: 市安委会
_SHORT_KINDS = ("安委会", "食安委", "减灾委", "爱卫会", "关工委", "禁毒委", "综治委", "防火委")
_NEAR, _SPOKEN = 60, 160
_LEVELS, _PLACE = "省市县区州旗镇乡", 6  # where in a name its place ends


class Registry:
    """The bodies of one notice, and which of them a word such as 领导小组 stands for at a place."""

    __slots__ = ("_also", "_notice", "_places", "acted", "heads", "named", "words")

    def __init__(self, notice: Notice) -> None:
        words = notice.words
        self._notice = notice
        self.words = words
        self._places: dict[str, list[int]] = {}
        short = {found["called"] for found in _SHORT.finditer(words) if not KIND.search(found["called"])}
        self._also = re.compile("|".join(map(re.escape, sorted(short)))) if short else None
        self.acted = Bodies()
        for body in sorted(acted(words, notice.gaps), key=lambda one: (one.named.start, one.span.start)):
            self._add(body)
        for name in self.names(Span(0, len(words))):
            turned = _ADJUSTED.match(words, name.span.end)
            founded = _FOUNDED.match(words, name.span.end)
            gone = _GONE.match(words, name.span.end)
            before = words[max(0, name.span.start - 40) : name.span.start]
            if turned and not name.bare and not URGED.search(before[before.rfind("。") + 1 :]):
                span = Span(name.span.start, turned.end())
                self._add(Body(unquoted(name.words), name.kind, name.span, span, "adjust"))
            elif gone and not name.bare and not IF_EVER.search(before[before.rfind("。") + 1 :] + name.words + gone[0]):
                span = Span(name.span.start, gone.end())
                self._add(Body(unquoted(name.words), name.kind, name.span, span, "dissolve"))
            elif founded and not name.bare and not URGED.search(before[before.rfind("。") + 1 :]):
                self._add(Body(unquoted(name.words), name.kind, name.span, Span(name.span.start, founded.end()), "establish"))
        told_of = [
            Body(unquoted(name.words), name.kind, name.span, name.span, "describe", aliases(words, name.span.end))
            for name in self.names(Span(0, len(words)))
            if not name.bare and (len(name.words) > len(name.kind) + 1 or name.kind in _SHORT_KINDS)
        ]
        # 筹备委员会 after 岚江省运动会筹备委员会 is the same
        self.named, ends = Bodies(), set[str]()
        for body in told_of:
            if body.name not in ends:
                self.named.append(body)
            ends.update(body.name[at:] for at in range(1, len(body.name)))
        for body in self.named:
            told = _IS_BODY.match(words, body.named.end)
            if told and body.kind in _SHORT_KINDS and any(_shortened(body.name, other) for other in self.named if other.name != body.name):
                continue  # told of under its full name, below
            if told and not _GENERAL.match(body.name) and not self._known(body.name):
                self.acted.append(replace(body, span=Span(body.named.start, told.end())))
        for body in self._catalogued():
            if not any(alike(self.acted[at].name, body.name) for at in self.acted.likely(body.name)):
                self.acted.append(body)
        self.heads = Bodies(body for body in self.named if _is_heading(notice, body.named))
        self._whole()
        for told in _SHORT_IS_BODY.finditer(words):
            whole = next((body for body in self.named if body.name != told["subject"] and _shortened(told["subject"], body)), None)
            owner = whole or self.owner(told["subject"], told.start())
            if owner and owner not in self.acted and not _GENERAL.match(owner.name):
                self.acted.append(replace(owner, span=Span(*told.span())))
        for seat, span, subject, office in seats(words, [one.start for one in sentences(notice)]):
            self._seat(seat, span, subject, office)

    def names(self, span: Span) -> list[Name]:
        """Every body named in a range of the notice."""
        return list(names(self._notice.words, span, self._notice.gaps, self._also))

    def _catalogued(self) -> Iterator[Body]:
        """The bodies that begin the lines below a heading: 一、国务院议事协调机构 | 全国绿化委员会，具体工作由国家林业局承担。"""
        on = False
        for line in Page(self.words, self._notice.gaps).lines():
            heading = _CATALOGUE.fullmatch(self.words, line.start, line.end)
            label = _NUMBER.match(self.words, line.start, line.end)
            begins = label.end() if label else line.start
            name = next(iter(self.names(Span(begins, line.end))), None) if on and not heading else None
            told = name is not None and name.span.start == begins and not name.bare and _LISTED.fullmatch(self.words, name.span.end, line.end) is not None
            on = bool(heading) or told
            if told and name:
                yield Body(unquoted(name.words), name.kind, name.span, name.span, "describe", aliases(self.words, name.span.end))

    def _whole(self) -> None:
        """A body that is set up under a short name has the one of the heading over its roster."""
        for at, body in enumerate(self.acted):
            heads = [self.heads[one] for one in self.heads.likely(body.name)]
            longer = [head for head in heads if len(head.name) > len(body.name) and alike(body.name, head.name)]
            if len(longer) == 1 and body.action != "dissolve":
                self.acted.put(at, replace(body, name=longer[0].name, aliases=(*body.aliases, body.name)))

    def _add(self, body: Body) -> None:
        last = self.acted[-1] if self.acted else None
        if last and _heads(last, body, self._notice.words):
            self.acted.put(len(self.acted) - 1, replace(body, aliases=(*last.aliases, *body.aliases, last.name)))
            return
        if is_bare(body.name, body.kind) and any(other.name.endswith(body.kind) for other in self.acted):
            return
        for at in self.acted.likely(body.name):
            other = self.acted[at]
            if {other.action, body.action} == {"establish", "dissolve"} and other.name != body.name:
                continue  # 撤销A联席会议，建立国务院A联席会议
            if _is(other, body.name):
                longer = max((other, body), key=lambda one: len(one.name))
                aliases = tuple(dict.fromkeys(other.aliases + body.aliases))
                # where its members are told with it is the place to keep: 成立以…为成员的X领导小组
                told = max((other, body), key=lambda one: one.named.start - one.span.start)
                self.acted.put(
                    at, replace(other, name=longer.name, kind=longer.kind, aliases=aliases, named=told.named, span=told.span)
                )
                return
        self.acted.append(body)

    def _seat(self, seat: str, span: Span, subject: str, office: Span | None) -> None:
        owner = self.owner(subject or self._spoken_of(span.start), span.start) or (
            self.owner(subject.removesuffix("办公室"), span.start) if subject.endswith("办公室") else None
        )
        if owner is None:
            return
        if owner not in self.acted:
            self.acted.append(owner)
        i = self.acted.index(owner)
        if seat and not owner.seat:
            owner = replace(owner, seat=seat, seat_span=span)
        self.acted.put(i, replace(owner, office=owner.office or office))

    def _spoken_of(self, at: int) -> str:
        """The body named last before a place, where another is named in the sentence that sets both up: 成立A领导小组和B指挥部。领导小组由…组成。下设办公室."""
        named = self.names(Span(max(0, at - _SPOKEN), at))
        since = max((body.named.start for body in self.acted if body.named.start <= at), default=0)
        known = named and named[-1].span.start > since and (named[-1].bare or self._known(named[-1].words))
        return named[-1].words if known else ""

    def _known(self, name: str) -> bool:
        return any(_is(self.acted[at], name) for at in self.acted.likely(name))

    def owner(self, subject: str, at: int) -> Body | None:
        """The body meant by `subject` (a name, an alias, 领导小组, or "" for the one spoken of) at a place."""
        if not subject:
            before = sorted((body for body in (*self.acted, *self.heads) if body.named.start <= at), key=_place)
            return before[-1] if before else self.acted[0] if len(self.acted) == 1 else None
        if subject in _ALONE and (above := self._above(subject, at)):
            return above
        for group in (self.acted, self.named):
            for same, among in ((_same, group.called), (_ends, group.likely), (_shortened, group.likely)):
                meant = [group[i] for i in among(subject) if same(subject, group[i])]
                before = [body for body in meant if body.named.start <= at]
                if meant:
                    return max(before, key=lambda body: (self._last(body, at), body.named.start)) if before else meant[0]
        return None

    def _above(self, kind: str, at: int) -> Body | None:
        """Which of several bodies of one kind 领导小组 means: the one whose heading stands last above a place."""
        before = self.heads[: bisect_right(self.heads, at, key=_place)]
        above = next((body for body in reversed(before) if body.name.endswith(kind)), None)
        if above is None or any(above.named.end < body.named.start <= at and body.name.endswith(kind) for body in self.acted):
            return None
        return next((self.acted[i] for i in self.acted.likely(above.name) if self.acted[i].name == above.name), above)

    def _last(self, body: Body, at: int) -> int:
        """Where a body is named last before a place."""
        if body.name not in self._places:
            self._places[body.name] = [one.start() for one in re.finditer(re.escape(body.name), self.words)]
        places = self._places[body.name]
        return max([body.named.start, *places[: bisect_right(places, at)][-1:]])

    def unnamed(self, kind: str, at: int) -> str:
        """The body of a text that calls it 领导小组 or says nothing: that of the title, the only one named, else the kind itself."""
        title = self._notice.head.title
        titled = [name.words for name in names(title, Span(0, len(title))) if not name.bare]
        known = list(dict.fromkeys(body.name for body in (*self.acted, *self.named)))
        if titled or known:
            return titled[-1] if titled else known[0] if len(known) == 1 else ""
        kind = kind or next((name.kind for name in reversed(self.names(Span(max(0, at - _NEAR), at))) if name.bare), "")
        return kind if kind in _ALONE else ""


@per_notice
def registry(notice: Notice) -> Registry:
    """The bodies of a notice."""
    return Registry(notice)


def bodies(notice: Notice) -> tuple[Body, ...]:
    """The bodies of a notice that something is done to or that have an office, in the order of the text."""
    return tuple(sorted(registry(notice).acted, key=lambda body: body.named.start))


def _heads(head: Body, body: Body, words: str) -> bool:
    """The name in a heading, and in the sentence under it the full name: 建立人才工作联席会议制度。…建立“五市”人才联席会议制度."""
    told = "。" in words[head.named.end : head.named.end + 4] and not is_bare(body.name, body.kind)
    told = told and not _NUMBER.search(words, head.named.end, body.span.start)  # the next of a list
    return told and head.action == body.action != "dissolve" and head.kind == body.kind and 0 < body.span.start - head.named.end <= 40 and (
        not head.aliases and head.name not in body.name
    )


def _is_heading(notice: Notice, named: Span) -> bool:
    """`1.道路交通安全专业委员会。`: a heading, numbered or over a roster, that is a name and nothing else."""
    words, gaps = notice.words, notice.gaps
    numbered = bool(_NUMBERED.search(words, max(0, named.start - 6), named.start))
    listed = _LIST.match(words, named.end)
    end = listed.end() if listed else named.end
    closed = words[end : end + 1] in ("。", "：") or (end < len(words) and gaps[end] >= Gap.LINE)
    over = bool(_OVER.match(words, end))
    return (numbered and (closed or over)) or (gaps[named.start] >= Gap.LINE and closed and over)


def _place(body: Body) -> int:
    return body.named.start


def _is(body: Body, name: str) -> bool:
    return alike(body.name, name) or name in body.aliases


def _same(subject: str, body: Body) -> bool:
    return subject == body.name or subject in body.aliases


def _ends(subject: str, body: Body) -> bool:
    return _meeting(body.name).endswith(_meeting(subject)) or alike(subject, body.name)


def _shortened(subject: str, body: Body) -> bool:
    """区安委会 is the 区安全生产委员会: its characters stand in the name in order, the first and the last at the ends."""
    rest = iter(body.name)
    opens = subject[:1] == body.name[0] or (subject[:1] in _LEVELS and subject[:1] in body.name[1:_PLACE])  # 镇安委会, 青石镇安全生产委员会
    return 3 <= len(subject) <= 6 and subject[-1] == body.name[-1] and opens and all(sign in rest for sign in subject)


def _meeting(name: str) -> str:
    return name.removesuffix("议") if name.endswith("联席会议") else name
