"""Who a duty is said of: `王涛同志 负责…`, `副区长李敏：分管…`, `局 长：吴 军 主持…`, `周某，男，汉族，…`."""

from __future__ import annotations

import re

from extract.holding.headed import name_and_posts
from extract.mentions.agency import agencies_in
from extract.mentions.person import is_called, is_name
from extract.rosters.people import people
from extract.rosters.stretch import POST_END
from kg.model import Span

LABEL = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．)）]|[-—●■◆▲·○*]|原?由|（|"
    r"[\u4e00-\u9fff]{0,14}(?:分工|如下|调整|安排)：|姓名：)*"
)
PROFILE = re.compile(r"(?P<said>[\u4e00-\u9fff·]{2,12})[，：](?:男|女)[，。]")
_CLAUSE = re.compile(r"第[一二三四五六七八九十百\d]+[条章项款]")
_POSTED = re.compile(rf"(?:{POST_END.pattern}|省长|市长|区长|县长)[：]?$")
_ASIDE = re.compile(r"（[^（）]{1,40}）$")
_LINE = 24
_PUNCTUATION = "，：、（。 "


def subject_of(words: str, gaps: bytes, span: Span) -> str:
    """The person that a range names and nothing else: a name, perhaps with its posts before or behind; else "".

    >>> text = "副区长李敏同志"
    >>> subject_of(text, bytes(len(text)), Span(0, len(text)))
    '李敏'
    """
    label = LABEL.match(words, span.start, span.end)
    start = label.end() if label else span.start
    end = span.end
    while end > start and words[end - 1] in _PUNCTUATION:
        end -= 1
    said = words[start:end]
    if not 2 <= len(said) <= 80:
        return ""
    comrade = said.removesuffix("同志")
    aside = _ASIDE.sub("", comrade).removesuffix("同志")
    for whole in (comrade, aside):
        if (is_name(whole) or ("同志" in said[len(whole) : len(whole) + 2] and is_called(whole))) and not _CLAUSE.match(whole):
            return whole
    name = name_at_end(words, gaps, start, start + len(aside))
    if name and _is_post(aside[: -len(name)]):
        return name
    if headed := name_and_posts(said)[0]:
        return headed
    if not (_POSTED.search(comrade) and any(is_name(said[:length]) for length in (2, 3, 4))) and "·" not in said:
        return ""
    members = people(words, gaps, Span(start, end))
    if len(members) == 1 and members[0].name and members[0].span == Span(start, end):
        covered = agencies_in(words, Span(start, end))[:1]
        name_end = start + len(members[0].name)
        apart = name_end < end and gaps[name_end] > 0
        inside = covered and not apart and covered[0].span.start == start and covered[0].span.end > start + len(members[0].name)
        return "" if inside or _CLAUSE.match(members[0].name) else members[0].name
    return ""


def name_at_end(words: str, gaps: bytes, start: int, end: int, *, comrade: bool = False) -> str:
    """The name with which a range ends, after a post (副区长李敏), a label (局长：吴军), or before 同志."""
    for length in (3, 2, 4):
        at = end - length
        if at < start or not is_name(words[at:end]) or _CLAUSE.match(words[at:end]):
            continue
        if words[at] == "由" and (is_name(words[at + 1 : end]) or (at > start and words[at - 1] not in _PUNCTUATION)):  # 主任由学院主管…
            continue
        if any(post.start() < at < post.end() for post in POST_END.finditer(words, max(start, at - 4), end)):
            continue  # 总工|程师
        if length > 2 and any(gaps[at + 1 : end]):
            continue
        before = words[start:at]
        if not before or before[-1] in "，。；：（）、由" or _POSTED.search(before):
            return words[at:end]
        if gaps[at] > 0 and (comrade or _POSTED.search(before)):
            return words[at:end]
    if comrade:
        return next((words[end - n : end] for n in (3, 2) if end - n >= start and is_called(words[end - n : end])), "")
    return ""


def set_apart(words: str, gaps: bytes, span: Span) -> str:
    """The name with which a short line ends behind a post and a gap, though a word of every day is written alike: 纪委书记　程度."""
    sizes = (n for n in (2, 3) if n < len(span) <= _LINE and gaps[span.end - n] > 0 and is_called(words[span.end - n : span.end]))
    at = next((span.end - n for n in sizes), 0)
    return words[at : span.end] if at and _POSTED.search(words[span.start : at]) else ""


def _is_post(said: str) -> bool:
    return not said or bool(_POSTED.search(said))
