"""Parts of a sentence in which one person follows the post of another, with no comma between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.appointing.moves import Context
from extract.appointing.people import people_at
from extract.appointing.posts import only
from extract.mentions.lexer import tokens
from extract.mentions.person import is_name
from kg.model import Span

# where the post or the bracket of one person ends
ENDS_POST = re.compile(r"(?:[长员师记席官监事理授士问督裁辑]|主任|职务|（[^（）]{1,20}）)、?$")
_TOLD = r"同志|(?<![主责现时曾历])任(?!务|命|免)|为(?!主)|免去|不再|辞去|[担兼]任"
_SAYS = re.compile(_TOLD)
_RUNS = re.compile(rf"{_TOLD}|(?=[区市县省州镇乡])")
# 任命王涛为…书记、聘王涛为…: the next verb
_VERB = re.compile(r"(?:任命|聘任|聘请|聘|免去|解聘|委派|提名|推荐)(?=[\u4e00-\u9fff])")
_IN_BODY = re.compile(r"[任为](?:常务|执行|第一|总)*副?(?:组长|总?指挥长?|总?召集人|主任(?:委员)?|政委|班长|会长|团长|队长|成员|委员)$")
_RARE = 8  # the longest such name and its 、
_MARGIN = 24  # words before a name in which a post ends


def lines(told: str, span: Span, context: Context) -> Iterator[Span]:
    """A part cut at the lines of a slate without signs: …为法院院长 | 李敏、赵刚为法院审判员."""
    start = span.start
    for at in sorted(context.lines):
        if not (start + 4 < at < span.end - 4 and ENDS_POST.search(told, start, at) and people_at(told, at)[0]):
            continue
        if not _still_named(told, start, at):
            yield Span(start, at)
            start = at
    yield Span(start, span.end)


def _still_named(told: str, start: int, at: int) -> bool:
    """Whether a bracket and 、 before a name are those of the name before it in one list: 王涛（兼职）、|李敏为委员."""
    return told.endswith("）、", start, at) and not _SAYS.search(told, start, at)


def cuts(told: str, span: Span, *, listed: bool = False) -> list[Span]:
    """A part cut before each name that follows a post: …局局长李敏任…局副局长; where `listed`, only at 、: 区教育局局长、李敏为区审计局局长.

    A verb of its own behind 、 begins the next too.
    """
    starts = [span.start]
    for verb in _RUNS.finditer(told, span.start + 4, span.end):
        for size in (3, 2, 4):
            at = verb.start() - size
            if at <= starts[-1] or (listed and told[at - 1] != "、"):
                continue
            if told[at] in "员长师" and is_name(told[at + 1 : verb.start()]):  # 书记 + 员王涛
                continue
            if not is_name(told[at : verb.start()]):
                continue
            at = at if listed else _posted(told, starts[-1], _first_of(told, starts[-1], at))
            if ENDS_POST.search(told[max(starts[-1], at - _MARGIN) : at]) and not _still_named(told, starts[-1], at):
                if verb[0] or not listed or (size == 3 and _is_word(told, at, verb.start())):
                    starts.append(at)
                break
        else:
            starts += _rare(told, starts[-1], verb.start()) if verb[0] else []
    verbs = (verb.start() for verb in _VERB.finditer(told, span.start + 4, span.end))
    starts += [at for at in verbs if ENDS_POST.search(told[max(span.start, at - _MARGIN) : at])]
    return [Span(start, end) for start, end in pairwise([*sorted(starts), span.end])]


def _posted(told: str, least: int, at: int) -> int:
    """Where the posts of the one named here begin, the one before having a role in a body: 王涛任组长、|常务副区长 + 李敏任副组长."""
    sign = told.rfind("、", least, at)
    role = _IN_BODY.search(told, least, sign) if sign > least else None
    return sign + 1 if role and only(told[sign + 1 : at]) else at


def _first_of(told: str, least: int, at: int) -> int:
    """Where a list of names begins whose last begins here: …委员职务 | 邓愈、李文忠 + 同志任."""
    begins = at
    while told[begins - 1] == "、":
        size = next((size for size in (3, 2, 4) if begins - 1 - size > least and is_name(told[begins - 1 - size : begins - 1])), 0)
        if not size:
            return at
        begins -= 1 + size
    return begins


def _rare(told: str, least: int, end: int) -> list[int]:
    """Where a name that no list knows begins behind 、 and the post of another: …法院审判员、加娜尔 + 为书记员."""
    at = told.rfind("、", max(least, end - _RARE), end) + 1
    if not at or end - at < 2 or _still_named(told, least, at) or not ENDS_POST.search(told[max(least, at - _MARGIN) : at]):
        return []
    return [] if any(one.part for one in tokens(told[at:end])) else [at]


def _is_word(told: str, start: int, end: int) -> bool:
    """A name before a level is no place: 李望川 + 区财政局, but 江北区 + 财政局."""
    return tokens(told[start : end + 4])[0].end <= end - start
