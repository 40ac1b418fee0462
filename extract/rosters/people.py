"""People one after the other, each with a post: the part of a roster below one label.

Rosters part name from post, and one member from the next, by whatever is at hand: a line break, a gap, a bracket, or (where
the line breaks were lost) nothing but the end of a post. So the whole stretch is read at once: every place where a member
may begin is weighed by what stands before and after it, and the best chain of members is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.agency import is_agency
from extract.mentions.person import is_name
from extract.mentions.post import is_post
from extract.rosters.name_ends import name_ends
from extract.rosters.post_ends import post_ends
from extract.rosters.stretch import HEAD, POST_END, SEPARATOR, Stretch
from kg.model import Gap, Span

_BRACKET = re.compile(r"（((?:[^（）]|（[^（）]{1,14}）){1,60})）")
_MARKS = re.compile(r"(?:(?:男|女|[\u4e00-\u9fff]{1,3}族|中共党员|非党|\d\d岁)[，、])+")
_COMRADE = re.compile(
    r"同志|（(?:(?:分管|主管|负责|联系|协管)[^（）]{2,20}|女|兼(?:办公室)?[总副常务]*(?:[路河林湖链田街]长|组长|总?指挥长?|召集人|联络员|秘书|主任)?|男|代|常务|挂职|主持工作|[\u4e00-\u9fff]{1,3}族|女，?[\u4e00-\u9fff]{1,3}族)）"
)
# 白水卫生院和青石卫生院负责人 are two, and no one person's post
_SEVERAL = re.compile(r"[院所局站办委校厂社村][和及与][^、，和及与]{2,14}(?:负责人|负责同志|领导)$")
_CHIEF = re.compile(r"[省市区县州旗镇乡局厅院校厂矿处科所站队馆]长|书记|经理|主任|总工|主席")
# a part of a house, 技术科: what the text is about says of which
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:[科处室部办队]|车间|班组)")
_LABELLED = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,20})：")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,4}：")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CLOSING = SEPARATOR + "。"
_LONGEST_AGENCY = 24


@dataclass(frozen=True, slots=True)
class Member:
    """One member: a person with a post, a person alone, or a post alone; `agency` from 巫某（市府办）."""

    span: Span
    name: str = ""
    name_span: Span | None = None
    post: str = ""
    post_span: Span | None = None
    agency: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    member: Member | None
    end: int
    score: float


def people(words: str, gaps: bytes, span: Span) -> list[Member]:
    """The members from the beginning of a range, as far as they go one after the other.

    >>> [(m.name, m.post) for m in people("王涛区教育局局长李敏区财政局副局长", bytes(17), Span(0, 17))]
    [('王涛', '区教育局局长'), ('李敏', '区财政局副局长')]
    """
    named, score = _Reader(Stretch(words, gaps, span)).chain()
    if not named or not named[0].name or is_post(named[0].name):
        turned, other = _Reader(Stretch(words, gaps, span), post_first=True).chain()
        if (other >= score - 1.0 and any(member.name for member in turned)) or (turned and all(member.name for member in turned)):
            return turned
    elif (end := named[-1].span.end) < span.end and gaps[end] == Gap.NONE and _HAN.match(words, end):  # 石门村党支部书记 | 王涛、…
        turned, _ = _Reader(Stretch(words, gaps, span), post_first=True).chain()
        if turned and turned[-1].span.end > end and all(one.name and one.post for one in turned):
            return turned
    return named


class _Reader:
    """Weighs the members of one stretch."""

    __slots__ = ("here", "post_first")

    def __init__(self, here: Stretch, *, post_first: bool = False) -> None:
        self.here, self.post_first = here, post_first

    def chain(self) -> tuple[list[Member], float]:
        """The best chain of members from the start; forward, so that only places that can be reached are looked at."""
        best: dict[int, tuple[float, int, Member | None]] = {self.here.span.start: (0.0, -1, None)}
        queue = [self.here.span.start]
        top = self.here.span.start
        done = set()
        while queue:
            queue.sort()
            at = queue.pop(0)
            if at in done:
                continue
            done.add(at)
            score = best[at][0]
            if score > best[top][0]:
                top = at
            for step in self._steps(at):
                total = score + step.score
                if step.end not in best or total > best[step.end][0]:
                    best[step.end] = (total, at, step.member)
                    queue.append(step.end)
        members: list[Member] = []
        total = best[top][0]
        while top != self.here.span.start:
            _, before, member = best[top]
            if member is not None:
                members.append(member)
            top = before
        return members[::-1], total

    def _steps(self, at: int) -> list[_Step]:
        """What may stand at a place: a separator, a name with or without a post, a post alone."""
        words, end = self.here.words, self.here.span.end
        if at >= end:
            return []
        steps: list[_Step] = []
        if words[at] in SEPARATOR and at > self.here.span.start:
            return [_Step(None, at + 1, 0.0)]
        if words[at] in "和及与" and self.here.gaps[at] == Gap.NONE and not self.post_first and self.here.post_ended(at):
            steps.append(_Step(None, at + 1, 0.0))  # 各科室负责人|和|项目经理
            return steps
        begin = self._begin(at)
        for name_end, weight in name_ends(self.here, at):
            steps += self._with_post(at, name_end, begin + weight)
        return [*steps, *self._post_first(at, begin), *self._of_house(at, begin)]

    def _begin(self, at: int) -> float:
        """How well a member begins here."""
        if at == self.here.span.start:
            return 2.0
        gap = self.here.gaps[at]
        if gap >= Gap.CELL:
            return 1.0 if gap == Gap.BLANK else 2.0
        if self.here.words[at - 1] in SEPARATOR:
            return 1.0
        weight = {Gap.NONE: 0.8 * self._is_apart(at - 2), Gap.SPACE: 0.8, Gap.WIDE: 1.5}[Gap(gap)]
        return weight - (1.5 if self.here.lined and gap < Gap.WIDE and not self.here.name_before(at) else 0.0)

    def _with_post(self, at: int, name_end: int, weight: float) -> list[_Step]:
        words, end = self.here.words, self.here.span.end
        name = words[at:name_end]
        name_span = Span(at, name_end)
        start = name_end
        while aside := _COMRADE.match(words, start, end):
            start = aside.end()
        bare = Member(Span(at, start), name, name_span)
        steps = []
        bracket = _BRACKET.match(words, start, end)
        if bracket:
            mark = _MARKS.match(words, bracket.start(1), bracket.end(1))  # （女，回族，区委书记）
            post_span = Span(mark.end() if mark else bracket.start(1), bracket.end(1))
            inside = words[post_span.slice]
            is_post = any(m.end() == len(inside) for m in POST_END.finditer(inside))
            member = (
                Member(Span(at, bracket.end()), name, name_span, inside, post_span)
                if is_post
                else Member(Span(at, bracket.end()), name, name_span, agency=inside)
            )
            steps.append(_Step(member, bracket.end(), weight - 2.0))
        else:
            steps.append(_Step(bare, start, weight - 5.5 + self._ends_line(start)))
        if start < end and words[start] in "，：" and self.here.gaps[start] < Gap.LINE:
            start += 1
        for stop, worth in post_ends(self.here, start) if not self.post_first else ():
            post_span = Span(start, stop)
            if words[start] == "各" or _SEVERAL.search(words, start, stop):
                continue
            member = Member(Span(at, stop), name, name_span, words[post_span.slice], post_span)
            steps.append(_Step(member, stop, weight + worth - self.here.cost))
        return steps

    def _ends_line(self, at: int) -> float:
        here = self.here
        closed = at >= here.span.end or here.gaps[at] >= Gap.CELL or here.words[at] in _CLOSING or here.next_begins(at)
        closed = closed or (here.gaps[at] >= Gap.SPACE and bool(_LABEL.match(here.words, at, here.span.end)))
        return 1.0 if closed or (here.gaps[at] >= Gap.SPACE and here.name_behind(at)) or self._is_apart(at) else 0.0

    def _is_apart(self, at: int) -> bool:
        """A name of two characters with a gap inside, which sets it off from the name before and behind: 冯　雷沈　慧何洪明."""
        here = self.here
        inside = here.span.start <= at and at + 2 <= here.span.end
        return inside and here.gaps[at + 1] in (Gap.SPACE, Gap.WIDE) and is_name(here.words[at : at + 2])

    def _post_first(self, at: int, begin: float) -> list[_Step]:
        """A post and then the name, `区教育局局长 王涛`; or a post with no name."""
        steps = []
        words, end = self.here.words, self.here.span.end
        apart = Gap.SPACE if self.post_first else Gap.WIDE
        opens = at == self.here.span.start or self.here.gaps[at] >= apart or words[at - 1] in SEPARATOR or (words[at] == "各" and self.here.gaps[at] > 0)
        if not opens and not (self.post_first and self._behind_name(at)):
            return []
        if self.post_first:
            steps += self._agency_first(at, begin)
        for stop, worth in post_ends(self.here, at):
            ended = any(m.end() == stop for m in POST_END.finditer(words, max(at, stop - 10), stop))
            if not ended or (stop - at < 3 and not _CHIEF.fullmatch(words, at, stop)):
                continue
            post_span = Span(at, stop)
            post = words[post_span.slice]
            for name_end, weight in name_ends(self.here, stop) if self.post_first else ():
                aside = _COMRADE.match(words, name_end, end)  # 副总经理陈望（常务）
                after = aside.end() if aside else name_end
                behind = self.here.gaps[stop] >= Gap.SPACE and HEAD.match(words, after, end)  # 省长 王涛|省委副书记 李敏
                if after < end and self.here.gaps[after] < Gap.SPACE and words[after] not in _CLOSING and not behind:
                    continue
                if not is_name(words[stop:name_end]):
                    continue
                member = Member(Span(at, after), words[stop:name_end], Span(stop, name_end), post, post_span)
                steps.append(_Step(member, after, begin + weight + worth - self.here.cost))
            if stop - at > 2:
                every = 1.5 if words[at] == "各" else 0.0  # 王涛、各村主任: those are named by nothing else
                steps.append(_Step(Member(post_span, post=post, post_span=post_span), stop, begin + worth + every - 3.5))
        return steps

    def _behind_name(self, at: int) -> bool:
        """A post begins right behind a name that a gap parts from its own: 省长 王涛|省委副书记 李敏."""
        sizes = (n for n in (2, 3) if at - n > self.here.span.start and self.here.gaps[at - n] >= Gap.SPACE)
        return any(is_name(self.here.words[at - n : at]) for n in sizes) and bool(HEAD.match(self.here.words, at, self.here.span.end))

    def _of_house(self, at: int, begin: float) -> list[_Step]:
        """An agency with a colon and whom it sends, in a line: `区财政局：王涛、李敏`."""
        words, end = self.here.words, self.here.span.end
        house = _LABELLED.match(words, at, end) if self.here.gaps[at] >= Gap.LINE else None
        if not house or not is_agency(house["of"]):
            return []
        steps = []
        for stop, weight in name_ends(self.here, house.end()):
            if is_name(words[house.end() : stop]) and (stop >= end or self.here.gaps[stop] >= Gap.SPACE or words[stop] in _CLOSING):
                name = Span(house.end(), stop)
                steps.append(_Step(Member(Span(at, stop), words[name.slice], name, agency=house["of"]), stop, begin + weight - 2.0))
        return steps

    def _agency_first(self, at: int, begin: float) -> list[_Step]:
        """An agency, a gap and a name, `区财政局 游方`: whom it sends."""
        words, gaps, end = self.here.words, self.here.gaps, self.here.span.end
        stop = next((i for i in range(at + 1, min(end, at + _LONGEST_AGENCY)) if gaps[i] > Gap.NONE), 0)
        if not stop or gaps[stop] >= Gap.LINE or not (is_agency(words[at:stop]) or _OFFICE.fullmatch(words, at, stop)):
            return []
        steps = []
        for name_end, weight in name_ends(self.here, stop):
            if is_name(words[stop:name_end]) and (name_end >= end or gaps[name_end] >= Gap.SPACE or words[name_end] in _CLOSING):
                name = Span(stop, name_end)
                member = Member(Span(at, name_end), words[name.slice], name, agency=words[at:stop])
                steps.append(_Step(member, name_end, begin + weight - 4.5))
        return steps
