"""The label before the members of a body: `副 组 长：`, `总指挥`, `领导小组办公室主任：`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.page import EDGE
from extract.lexicon import either, table
from extract.mentions.agency import agencies_in, is_agency
from extract.mentions.person import is_name, names_in
from extract.rosters.naming import kinds
from extract.rosters.people import people
from kg.model import Gap, Span

LISTS = table("rosters")["roles"]


RANK = rf"(?:{either(LISTS['rank'])}){{0,3}}"
_BODY = rf"(?:(?:{either(LISTS['body'])})(?:下设)?)?"
_STRONG = rf"(?:{either(LISTS['strong'])})"
_CHIEF = rf"(?:{either([*LISTS['strong'], *LISTS['weak']])})"
ROLE = rf"{RANK}{_CHIEF}(?:单位)?"
# 成员（38人）：, 组长（兼）：
_NOTE = r"(?:（[^（）：]{1,10}）)?"
# 成员单位公布如下：
_AS_FOLLOWS = rf"(?:{_NOTE}|(?<=成员单位)(?:名单)?(?:公布|明确|调整|确定|通知)?(?:如下|为))"
LABEL = re.compile(rf"(?P<body>{_BODY})(?P<office>(?:工作)?办公室)?(?P<role>{ROLE}(?:兼(?:办公室)?{ROLE})?){_AS_FOLLOWS}(?P<colon>：)?")
# one that opens a roster by itself: 副组长：, not 负责人：
STRONG_LABEL = re.compile(rf"{_BODY}(?:(?:工作)?办公室)?{RANK}{_STRONG}(?:单位)?(?:兼(?:办公室)?{ROLE})?{_NOTE}：")
_OF_OFFICE = re.compile(r"主任|成员|秘书|联络员")
STRONG_ROLE = re.compile(rf"{RANK}{_STRONG}(?:单位)?")
# the same where it ends in a colon, looked for backwards from the colon
_ENDING = re.compile(rf"{LABEL.pattern}$")
_LONGEST = 24
_LINE = 80
_PLAIN_MEMBERS = ("委员", "常委", "秘书长", "顾问", "理事")
# 组长由…担任, 成员包括…: running text, not a label
_RUNNING = re.compile(r"由|为|是|包括|负责|担任|同志|会议|要|应|及|和|、|，|。|的|名单|职责|在|会|名$")


@dataclass(frozen=True, slots=True)
class Label:
    """A role as printed without spaces; `strong` where it opens a roster by itself; `colon` where one ends it.

    `line` where its members end with the line: a role that only this body has.
    """

    role: str
    span: Span
    strong: bool
    colon: bool = True
    line: int = 0


def labels(words: str, gaps: bytes, span: Span) -> list[Label]:
    """Every label of a range that a roster may follow, in order.

    >>> [label.role for label in labels("组长：王涛区长副组长：李敏", bytes(14), Span(0, 14))]
    ['组长', '副组长']
    """
    found: list[Label] = []
    at = words.find("：", span.start, span.end)
    while at >= 0:
        least = max(span.start, at - _LONGEST)
        begins = max((i for i in range(least, at) if gaps[i] >= Gap.LINE), default=least)
        least = begins if _ENDING.search(words[begins : at + 1]) else least  # 护理部主任 | 委员：
        ending = _ENDING.search(words[least : at + 1])
        within = ending and ending["role"].endswith(("成员", "人员")) and _WITHIN.match(words, at + 1, span.end)  # 成员：主任王涛，副主任李敏
        if ending and not within and not words.startswith(("由", "包括", "包含"), at + 1):  # 组长：由区长担任 is running text
            found += _label(ending, least, gaps, colon=True)
        at = words.find("：", at + 1, span.end)
    for line in EDGE.finditer(gaps, span.start, span.end):
        number = _NUMBER.match(words, line.start(), span.end)
        head = LABEL.match(words, number.end() if number else line.start(), span.end)
        if head and number and (head.end() >= span.end or gaps[head.end()] < Gap.LINE):
            continue
        if head and head["colon"] is None and _set_off(words, gaps, line.start(), head.end(), span):
            wide = gaps[head.end()] >= Gap.WIDE or _name_apart(words, gaps, head.end(), span.end) or _names_end(words, gaps, head.end(), span.end)
            apart = gaps[line.start()] > Gap.CELL and bool(wide)
            row = bool(found) and found[-1].strong and not found[-1].colon  # 主任委员 区长 王涛 | 委员 区教育局局长 李敏
            found += [label for label in _label(head, 0, gaps, colon=False) if label.strong or apart or (row and label.role in _PLAIN_MEMBERS)]
        elif not head and (own := _own(words, gaps, line.start(), span.end)) and (end := _names_end(words, gaps, own.end(), span.end)):
            found.append(Label(own["role"], Span(*own.span()), strong=False, line=end))
        elif head and head["colon"] is None and _runs_on(words, gaps, head.end(), span.end):
            found += [label for label in _label(head, 0, gaps, colon=False) if label.strong]
    found += _listed(words, gaps, span)
    found += _rolled(words, gaps, span)
    found += _seated(words, gaps, span)
    lost = _apart(words, gaps, span)
    found += lost if len(lost) > 1 else []
    return sorted(found, key=lambda label: label.span.start)


_WITHIN = re.compile(r"(?:主任(?:委员)?|组长|总?指挥长?|总?召集人)(?=[\u4e00-\u9fff]{2,3}[，、（])")
_PLAIN = re.compile(rf"{RANK}{_STRONG}(?:单位)?")


def _apart(words: str, gaps: bytes, span: Span) -> list[Label]:
    """Labels of a roster that lost its lines, each with a gap or sign before it and a member set off behind: `组 长 王涛 区长 副组长 李敏 副区长`."""
    return [
        Label(found[0], Span(*found.span()), strong=True, colon=False)
        for found in _PLAIN.finditer(words, span.start, span.end)
        if (Gap.SPACE <= gaps[found.start()] < Gap.CELL or words[found.start() - 1] in "：，；") and Gap.SPACE <= _gap(gaps, found.end()) < Gap.CELL
        and _member_behind(words, gaps, found)
    ]


# 办公室设在区水务局 主任 王涛（兼）
_SEATED = re.compile(r"办公室设[在于][^，。；：]{2,20}?(?P<role>副?主任)")


def _seated(words: str, gaps: bytes, span: Span) -> Iterator[Label]:
    """The head of an office, set off by the print behind the house where it is."""
    for found in _SEATED.finditer(words, span.start, span.end):
        role = Span(*found.span("role"))
        if gaps[role.start] >= Gap.SPACE and Gap.SPACE <= _gap(gaps, role.end) < Gap.CELL and _name_apart(words, gaps, role.end, span.end):
            yield Label("办公室" + found["role"], role, strong=True, colon=False)


def _member_behind(words: str, gaps: bytes, label: re.Match[str]) -> bool:
    """A name that a gap or a sign ends, or behind 成员 an agency: 组长 王涛，成员 区财政局、区水务局负责人."""
    at = label.end()
    named = any(is_name(words[at : at + n]) and (_gap(gaps, at + n) >= Gap.SPACE or words[at + n : at + n + 1] in "，；（") for n in (2, 3))
    return named or (label[0].endswith("员") and any(one.span.start == at for one in agencies_in(words, Span(at, min(len(words), at + _SAMPLE)))[:1]))


def _gap(gaps: bytes, at: int) -> int:
    return gaps[at] if at < len(gaps) else Gap.BLANK


# 主席团（29人，按姓名笔画为序）
_ROLL = re.compile(r"[\u4e00-\u9fff]{0,20}(?P<name>成员|委员)?（[^（）]{0,24}?(?:\d{1,3}[人名]|笔画|笔划|为序|排序)[^（）]{0,16}）")
# 专家咨询委员会委员名单（按姓氏笔画为序）
_LIST = re.compile(r"(?P<role>常务委员|委员|常务理事|理事|专家|成员|组成人员)?(?:（\d{1,3}[人名]）)?(?:建议|候选人)?名单(?:（[^（）]{2,30}）)?：?")
_SAMPLE = 160  # characters that tell whether people stand below a title


def _listed(words: str, gaps: bytes, span: Span) -> Iterator[Label]:
    """The title of a list of people who have no other role: their body stands right before 名单, they right below."""
    for title in _LIST.finditer(words, span.start, span.end):
        at = title.end()
        named = any(kind.end() == title.start() for kind in kinds(words, max(span.start, title.start() - 8), title.start()))
        if not named or at >= span.end or gaps[at] < Gap.SPACE or words.startswith(("姓名", "序号", "单位"), at):
            continue
        if _people_below(words, gaps, at, span.end):
            role = (title["role"] or "成员").replace("组成人员", "成员")
            yield Label(role, Span(*title.span()), strong=True, colon=False)


def _people_below(words: str, gaps: bytes, at: int, end: int) -> bool:
    members = people(words, gaps, Span(at, min(end, at + _SAMPLE)))
    return len(members) > 1 and members[0].span.start == at and all(one.name for one in members)


def _rolled(words: str, gaps: bytes, span: Span) -> Iterator[Label]:
    """A body on a line of its own that counts its members or tells their order, above nothing but names: 主席团（29人，按姓名笔画为序）."""
    for line in EDGE.finditer(gaps, span.start, span.end):
        title = _ROLL.match(words, line.start(), span.end)
        if not title or title.end() >= span.end or gaps[title.end()] < Gap.LINE:
            continue
        named = title.start("name") if title["name"] else words.index("（", title.start())
        if any(kind.end() == named for kind in kinds(words, title.start(), named)) and _people_below(words, gaps, title.end(), span.end):
            yield Label(title["name"] or "成员", Span(*title.span()), strong=True, colon=False)


_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])")
_ASIDE = re.compile(r"（(?:女|[\u4e00-\u9fff]{1,4}族|女[，、][\u4e00-\u9fff]{1,4}族|兼)）")
# 财务管理员：王涛, a role of this body alone: names and nothing else stand behind it
_OWN = re.compile(r"(?P<role>[\u4e00-\u9fff]{2,8})：")


# 清溪河河长：, 区总林长：: what the holder looks after is of the role
# 工作组负责人：, of the group below a body
_PARTS = ("工作组", "工作专班", "专班", "小组", "工作小组")
_ROUTED = re.compile(r"[路河林湖链田街]长$")
_SIGN = re.compile(r"[^\u4e00-\u9fff]")


def _own(words: str, gaps: bytes, at: int, end: int) -> re.Match[str] | None:
    found = _OWN.match(words, at, end)
    whole = found and not EDGE.search(gaps, at + 1, found.end()) and not is_agency(found["role"])  # 区财政局：王涛
    return found if whole else None


def _names_end(words: str, gaps: bytes, at: int, end: int) -> int:
    """Where a line ends that is nothing but names, with their sex or people in brackets; 0 for any other."""
    stop = EDGE.search(gaps, at, end)
    line = Span(at, stop.start() if stop else end)
    named = sum(len(one.name) for one in names_in(words, gaps, line))
    if 0 < named == sum(word not in "、，。" for word in words[line.slice]):
        return line.end
    members = people(words, gaps, line) if named and _ASIDE.search(words, line.start, line.end) else []
    alone = all(one.name and not one.post and not one.agency for one in members)
    return line.end if members and alone and members[-1].span.end == line.end else 0


def _name_apart(words: str, gaps: bytes, at: int, end: int) -> bool:
    """A name that a gap or a bracket sets off from the post behind it: 主 任 王 涛 局党委书记, 主 任 王涛（局党委书记）."""
    sizes = [n for n in (2, 3) if at + n < end and is_name(words[at : at + n])]
    return any(Gap.SPACE <= gaps[at + n] < Gap.CELL or words[at + n] == "（" for n in sizes)


def _route(found: re.Match[str], offset: int, gaps: bytes) -> int:
    """Where 清溪河 before 河长 begins: after a sign or a gap of the print."""
    at = found.start("role")
    while at and not gaps[offset + at] and not _SIGN.match(found.string, at - 1):
        at -= 1
    return at


def _label(found: re.Match[str], offset: int, gaps: bytes, *, colon: bool) -> list[Label]:
    start = offset + found.start("role")
    if found["office"] and gaps[start] >= Gap.LINE:  # 领导小组办公室 is the heading, the role stands below
        role = found["role"]
        return [Label(role, Span(start, offset + found.end()), bool(STRONG_ROLE.fullmatch(role)), colon)]
    if found["office"] and not _OF_OFFICE.search(found["role"]):
        return []
    head = found.start("office") if found["office"] else found.start("role")
    if found["body"] in _PARTS and found["role"] == "负责人" and colon:
        return [Label(found["body"] + found["role"], Span(offset + found.start("body"), offset + found.end()), True, colon)]
    role = (("办公室" if found["office"] else "") + found["role"]).removesuffix("组成人员") or "成员"
    if colon and _ROUTED.search(role):
        head = _route(found, offset, gaps)
        role = found.string[head : found.end("role")]
    strong = bool(STRONG_ROLE.fullmatch(found["role"])) or bool(found["office"])
    return [Label(role, Span(offset + head, offset + found.end()), strong, colon)]


def _runs_on(words: str, gaps: bytes, at: int, end: int) -> bool:
    """A label right before a person whose post ends with the line: 组长王涛区委副书记、区长."""
    stop = EDGE.search(gaps, at, min(end, at + _LINE))
    line = Span(at, stop.start() if stop else min(end, at + _LINE))
    if len(line) < 4 or gaps[at] != Gap.NONE or not any(is_name(words[at : at + size]) for size in (2, 3)):
        return False
    members = people(words, gaps, line)
    return bool(members) and bool(members[0].name and members[0].post) and members[-1].span.end == line.end


def _set_off(words: str, gaps: bytes, start: int, end: int, span: Span) -> bool:
    """A label without a colon is parted from what follows by a gap, in a table by the next cell."""
    if end >= span.end or gaps[end] == Gap.NONE or _RUNNING.match(words, end):
        return False
    return gaps[start] != Gap.CELL or gaps[end] <= Gap.CELL
