"""People one after the other, each with a post: the part of a roster below one label.

Rosters part name from post, and one member from the next, by whatever is at hand: a line break, a gap, a bracket, or (where
the line breaks were lost) nothing but the end of a post. So the whole stretch is read at once: every place where a member
may begin is weighed by what stands before and after it, and the best chain of members is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon import table, terms
from extract.mentions.lexer import Part, tokens
from extract.mentions.person import is_name, may_be_name
from kg.model import Gap, Span

_POSTS = table("rosters")["posts"]


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


LONGEST_POST = 64
# a post ends after one of these, unless more of the same word follows: 主任 in 主任科员, 局长 in 局长助理
POST_END = re.compile(rf"(?:{_any(_POSTS['ends'])})(?:（[^（）]{{1,20}}）)?")
_GOES_ON = re.compile(
    r"[、，兼长]|程师|(?<=员)[工会额外]|助理|科员|(?<=主任)(?:中医|检验|[医护药技])?[医护药技]?师|法官|检察官|编辑|记者|督学|级|办公室|办|（|一职|职务|候选人|代表|单位|会议|办法|责任制|以上|岗|室|会(?!长)|联席|名单|"
    r"江(?=水利|流域|航|口|委|海事)|[春沙治](?=市)"
)
_HEAD = re.compile(_any(_POSTS["heads"]))
_HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]+")
_MINORITY = re.compile(r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}")
_BRACKET = re.compile(r"（((?:[^（）]|（[^（）]{1,14}）){1,60})）")
_COMRADE = re.compile(r"同志|（(?:女|兼|男|代|[\u4e00-\u9fff]{1,3}族|女，?[\u4e00-\u9fff]{1,3}族)）")
_STOP = re.compile(r"[。；：！？《》]|\d{3}")
_NOT_POST = re.compile(
    r"根据|按照|为了|主要职责|具体|领导小组|各(?:地|部门|单位|县|区|镇|乡)|现将|设在|办公室设|(?<!负责)(?<!领导)同志|[兼担]任|负责(?!人|同志)|"
    r"下设|工作职责|附件|"
    r"联系电话|电话|请|组成人员|名单|如下"
)
# 领导小组成员因工作变动…: the text goes on
_OF_BODY = re.compile(r"(?:领导小组|指挥部|联席会议|委员会|专班|各)?(?:组成人员|成员(?:单位)?)(?:如?因|如有|若有|由于|应|要|的)|联席会议|领导小组")
# 白水卫生院和青石卫生院负责人 are two, and no one person's post
_SEVERAL = re.compile(r"[院所局站办委校厂社村][和及与][^、，和及与]{2,14}(?:负责人|负责同志|领导)$")
_SEPARATOR = "、，；"
_BLANK = bytes([Gap.BLANK])
_CLOSING = _SEPARATOR + "。"
# a post begins with these, so no name does (区 is a surname, but then the print sets the name off), and no name ends in these
_LEVELS = "省市区县州旗镇乡村"
_NOT_LAST = "副区县市省镇乡局委党主"


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
    named, score = _Reader(words, gaps, span).chain()
    if not named or not named[0].name:
        turned, other = _Reader(words, gaps, span, post_first=True).chain()
        if (other >= score - 1.0 and any(member.name for member in turned)) or (turned and all(member.name for member in turned)):
            return turned
    return named


class _Reader:
    """Weighs the members of one stretch."""

    __slots__ = ("cost", "gaps", "lined", "post_first", "spaced", "span", "words")

    def __init__(self, words: str, gaps: bytes, span: Span, *, post_first: bool = False) -> None:
        self.words, self.gaps, self.span, self.post_first = words, gaps, span, post_first
        # how this roster parts its members, told by its first lines
        near = words[span.start : min(span.end, span.start + 400)]
        stop = near.find("。")
        inside = gaps[span.start + 1 : span.start + (stop if stop > 0 else len(near))].split(_BLANK)[0]
        self.lined = sum(gap >= Gap.LINE for gap in inside) >= 2
        self.spaced = sum(Gap.SPACE <= gap <= Gap.CELL for gap in inside) >= 2
        # where the print parts nothing, a name and a post that ends well are all there is to go by
        self.cost = 4.0 if self.lined or self.spaced else 3.4

    def chain(self) -> tuple[list[Member], float]:
        """The best chain of members from the start; forward, so that only places that can be reached are looked at."""
        best: dict[int, tuple[float, int, Member | None]] = {self.span.start: (0.0, -1, None)}
        queue = [self.span.start]
        top = self.span.start
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
        while top != self.span.start:
            _, before, member = best[top]
            if member is not None:
                members.append(member)
            top = before
        return members[::-1], total

    def _steps(self, at: int) -> list[_Step]:
        """What may stand at a place: a separator, a name with or without a post, a post alone."""
        words, end = self.words, self.span.end
        if at >= end:
            return []
        steps: list[_Step] = []
        if words[at] in _SEPARATOR and at > self.span.start:
            return [_Step(None, at + 1, 0.0)]
        begin = self._begin(at)
        for name_end, weight in self._names(at):
            steps += self._with_post(at, name_end, begin + weight)
        steps += self._post_first(at, begin)
        return steps

    def _begin(self, at: int) -> float:
        """How well a member begins here."""
        if at == self.span.start:
            return 2.0
        gap = self.gaps[at]
        if gap >= Gap.CELL:
            return 1.0 if gap == Gap.BLANK else 2.0
        if self.words[at - 1] in _SEPARATOR:
            return 1.0
        weight = {Gap.NONE: 0.0, Gap.SPACE: 0.8, Gap.WIDE: 1.5}[Gap(gap)]
        return weight - (1.5 if self.lined and gap < Gap.WIDE else 0.0)

    def _names(self, at: int) -> list[tuple[int, float]]:
        """Where a name that begins here may end, each with its weight."""
        words, end, gaps = self.words, self.span.end, self.gaps
        found: list[tuple[int, float]] = []
        dotted = self._dotted(at)
        if dotted:
            return [(dotted, 4.0)]
        for length in (2, 3, 4):
            stop = at + length
            if stop > end or not _HANZI.fullmatch(words, at, stop):
                break
            inner = gaps[at + 1 : stop]
            if any(gap >= Gap.CELL for gap in inner):
                break
            name = words[at:stop]
            spaces = sum(gap > 0 for gap in inner)
            known = is_name(name)
            after = gaps[stop] if stop < end else Gap.LINE
            # a rare surname counts where the print sets the name off on both sides
            opens = gaps[at] >= Gap.LINE or at == self.span.start or (words[at - 1] == "、" and after >= Gap.LINE)
            framed = after >= Gap.SPACE and (opens or self._post_ended(at))
            weight = 2.0 if known else 1.0 if framed and length < 4 else 0.5 if may_be_name(name) else -0.5
            if length == 2:
                weight += 1.5 * bool(spaces)
            elif spaces and spaces < length - 1 and not (length == 3 and inner[0] and framed):
                continue
            if length == 4 and not known:
                if not (framed and opens and is_name(name[:3])):
                    continue
                weight = 2.0
            if length == 3 and known:
                weight += 0.3 - 2.0 * (spaces == 1) + 1.5 * (spaces == 2)
            if after >= Gap.SPACE or (stop < end and words[stop] in "（、，。；"):
                weight += 2.0
            elif words.startswith("同志", stop):
                weight += 2.5
            elif _HEAD.match(words, stop, end) or (known and self._office_at(stop)):
                weight += -0.4 if self.spaced and not spaces else 0.6
            elif not known:
                continue
            else:
                weight -= 1.6 if self.spaced else 0.6
            if (words[at] in _LEVELS and not framed) or words[at] == "由":
                continue
            if words[stop - 1] in _NOT_LAST and after < Gap.SPACE:
                weight -= 1.2
            begins = self.gaps[at] >= Gap.LINE or at == self.span.start or (may_be_name(name) and words[at - 1] in _SEPARATOR)
            if not known and not begins and not self._post_ended(at):
                continue
            if self._cuts_post(at, stop) or (not spaces and after < Gap.SPACE and name in terms("agencies", "fields")):
                weight -= 2.5
            if _HEAD.match(words, at, stop) and not (spaces and length == 2):
                weight -= 2.0
            if length > 2 and not framed and POST_END.fullmatch(words, stop - 2, stop):
                continue
            if POST_END.fullmatch(words, at, stop) or words[stop - 1] in "局委厅部院处镇乡县区市办会队站所科":
                weight -= 1.5
            found.append((stop, weight))
        return found

    def _office_at(self, at: int) -> bool:
        """The name of an office or a field of work begins here: 住房城乡建设部, 能源局."""
        first = tokens(self.words[at : min(self.span.end, at + 16)])[0]
        return first.end > 1 and bool(first.part & (Part.FIELD | Part.KIND | Part.PLACE))

    def _cuts_post(self, at: int, stop: int) -> bool:
        """A name that ends inside the title of a post: 安全总|监."""
        return any(found.start() < stop < found.end() for found in POST_END.finditer(self.words, at + 1, stop + 3))

    def _dotted(self, at: int) -> int:
        """Where a name like 阿依古丽·买买提 ends: at a gap, a sign, or where a post begins."""
        found = _MINORITY.match(self.words, at, self.span.end)
        if not found:
            return 0
        least = found.start() + found[0].rindex("·") + 2
        for stop in range(least, found.end()):
            if self.gaps[stop] > 0 or _HEAD.match(self.words, stop):
                return stop
        return found.end()

    def _post_ended(self, at: int) -> bool:
        before = self.words[max(self.span.start, at - 8) : at]
        return before.endswith("）") or any(m.end() == len(before) for m in POST_END.finditer(before))

    def _with_post(self, at: int, name_end: int, weight: float) -> list[_Step]:
        words, end = self.words, self.span.end
        name = words[at:name_end]
        name_span = Span(at, name_end)
        start = name_end
        while aside := _COMRADE.match(words, start, end):
            start = aside.end()
        bare = Member(Span(at, start), name, name_span)
        steps = []
        bracket = _BRACKET.match(words, start, end)
        if bracket:
            inside = bracket[1]
            is_post = any(m.end() == len(inside) for m in POST_END.finditer(inside))
            post_span = Span(bracket.start(1), bracket.end(1))
            member = (
                Member(Span(at, bracket.end()), name, name_span, inside, post_span)
                if is_post
                else Member(Span(at, bracket.end()), name, name_span, agency=inside)
            )
            steps.append(_Step(member, bracket.end(), weight - 2.0))
        else:
            steps.append(_Step(bare, start, weight - 5.5 + self._ends_line(start)))
        if start < end and words[start] in "，：" and self.gaps[start] < Gap.LINE:
            start += 1
        for stop, worth in self._posts(start) if not self.post_first else ():
            post_span = Span(start, stop)
            if _SEVERAL.search(words, start, stop):
                continue
            member = Member(Span(at, stop), name, name_span, words[post_span.slice], post_span)
            steps.append(_Step(member, stop, weight + worth - self.cost))
        return steps

    def _ends_line(self, at: int) -> float:
        return 1.0 if at >= self.span.end or self.gaps[at] >= Gap.CELL or self.words[at] in _CLOSING else 0.0

    def _posts(self, start: int) -> list[tuple[int, float]]:
        """Where a post that begins here may end, each with its weight."""
        words, gaps = self.words, self.gaps
        limit = min(self.span.end, start + LONGEST_POST)
        stop = _STOP.search(words, start, limit)
        limit = stop.start() if stop else limit
        odd = _NOT_POST.search(words, start + 1, limit)
        limit = odd.start() if odd else limit
        if limit - start < 2 or words[start] in _SEPARATOR + "（）" or _OF_BODY.match(words, start):
            return []
        found: dict[int, float] = {}
        cost = 0.0
        apart = gaps[start] >= Gap.SPACE
        for at in range(start + 1, limit + 1):
            if at == self.span.end or (at < self.span.end and gaps[at] >= Gap.LINE):
                if at - start >= 2 and not self._only_names(start, at):
                    found[at] = (0.8 if apart else -1.0) - cost - 1.5 * self._goes_on(start, at)
                if at < limit:
                    cost += 4.0 if gaps[at] == Gap.BLANK else 1.5
        whole = 0  # posts that end inside, with nothing that tells of another to come
        for post in POST_END.finditer(words, start, limit):
            at = post.end()
            if at < self.span.end and _GOES_ON.match(words, at) and gaps[at] < Gap.LINE:
                continue
            lines = sum(gap >= Gap.LINE for gap in gaps[start + 1 : at])
            blanks = sum(gap == Gap.BLANK for gap in gaps[start + 1 : at])
            wide = sum(Gap.SPACE <= gap <= Gap.CELL for gap in gaps[start + 1 : at]) if self.spaced else 0
            found[at] = max(found.get(at, -9.0), 2.0 - 1.5 * lines - 2.5 * blanks - 0.8 * wide - 0.8 * min(whole, 2))
            whole += at - start >= 3
        return list(found.items())

    def _goes_on(self, start: int, at: int) -> bool:
        """A line that ends in an agency, and the next begins with no name: the post goes on there."""
        words, limit = self.words, self.span.end
        if at >= limit or words[at - 1] not in "局委办部厅院会处室府":
            return False
        if _HEAD.match(words, at):
            return True
        stop = next((i for i in range(at + 1, min(limit, at + 8)) if self.gaps[i] > 0), 0)
        return not any(is_name(words[at : at + n]) for n in (2, 3, 4)) and not is_name(words[at:stop])

    def _only_names(self, start: int, end: int) -> bool:
        """The rest of a line that is further names, 张某 李某, and no post."""
        stop = next((at for at in range(start + 1, end) if self.gaps[at] > 0), end)
        if stop - start == 1 and stop < end:  # 吴 磊
            stop = next((at for at in range(stop + 1, end) if self.gaps[at] > 0), end)
        return is_name(self.words[start:stop])

    def _post_first(self, at: int, begin: float) -> list[_Step]:
        """A post and then the name, `区教育局局长 王涛`; or a post with no name."""
        steps = []
        words, end = self.words, self.span.end
        apart = Gap.SPACE if self.post_first else Gap.WIDE
        if not (at == self.span.start or self.gaps[at] >= apart or words[at - 1] in _SEPARATOR or (words[at] == "各" and self.gaps[at] > 0)):
            return []
        for stop, worth in self._posts(at):
            ended = any(m.end() == stop for m in POST_END.finditer(words, max(at, stop - 10), stop))
            if not ended or stop - at < 3:
                continue
            post_span = Span(at, stop)
            post = words[post_span.slice]
            for name_end, weight in self._names(stop) if self.post_first else ():
                if name_end < end and self.gaps[name_end] < Gap.SPACE and words[name_end] not in _SEPARATOR:
                    continue
                if not is_name(words[stop:name_end]):
                    continue
                member = Member(Span(at, name_end), words[stop:name_end], Span(stop, name_end), post, post_span)
                steps.append(_Step(member, name_end, begin + weight + worth - self.cost))
            steps.append(_Step(Member(post_span, post=post, post_span=post_span), stop, begin + worth - 3.5))
        return steps
