"""Who a sentence about the division of work speaks of: `王涛同志`, `副区长李敏：`, `局 长：吴 军`, `周某，男，汉族，…`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.agency import agencies_in
from extract.mentions.person import is_name
from extract.rosters.people import POST_END, people
from kg.model import Span

_LABEL = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．)）]|[-—●■◆▲·○*]|由|原由|[（]|[\u4e00-\u9fff]{0,14}(?:分工|如下|调整|安排)：)*")
_COMRADE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,12}?)同志(?:（[^（）]{1,30}）)?")
_PROFILE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:同志)?[，：](?:男|女)[，,。]")
_TITLED = re.compile(rf"(?P<post>[^，。；：（）]{{0,30}}?(?:{POST_END.pattern}))：(?P<name>[\u4e00-\u9fff]{{2,4}})")
DUTY = re.compile(r"[，：（同志]{0,4}(?:临时|具体|全面|主要|直接)?(?:领导|主持|负责(?!制|人|同志)|分管(?!负责|领导|副|的|同志)|主管(?!部门|领导|副)|联系(?!电话|人|方式)|协助|协管|代管|主抓|挂联|包联|工作分工|分工)")
_AFTER_POST = re.compile(r"(?:[^，。；：（）、]{2,30}?[、，]){0,3}[^，。；：（）、]{0,24}?(?:长|主任|书记|委员|常委|主席|经理|调研员|巡视员|工程师|政委|助理|负责人|会计师|经济师|成员)(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?=领导|主持|负责|分管|主管|联系|协助|协管|代管|牵头|：|，(?:男|女)|临时)")


_CLAUSE = re.compile(r"第[一二三四五六七八九十百\d]+[条章项款]")


@dataclass(frozen=True, slots=True)
class Subject:
    """A person who is spoken of from `end` on."""

    name: str
    span: Span
    end: int


def subject_at(words: str, gaps: bytes, sentence: Span) -> Subject | None:
    """The person with whom a sentence or clause begins."""
    label = _LABEL.match(words, sentence.start, sentence.end)
    start = label.end() if label else sentence.start
    limit = min(sentence.end, start + 90)
    for pattern in (_PROFILE, _COMRADE):
        found = pattern.match(words, start, limit)
        if found:
            name = _name_in(found["name"])
            if name:
                return Subject(name, Span(found.end("name") - len(name), found.end("name")), found.end())
    titled = _TITLED.match(words, start, limit)
    if titled:
        for length in (4, 3, 2):
            name = titled["name"][:length]
            at = titled.start("name")
            after = at + len(name)
            if len(name) == length and is_name(name) and _spoken(words, after, sentence):
                return Subject(name, Span(at, after), after)
    members = people(words, gaps, Span(start, limit))
    if members and members[0].name and members[0].span.start == start:
        first = members[0]
        if _CLAUSE.match(first.name):
            return None
        after = first.span.end
        span = first.name_span or first.span
        covered = agencies_in(words, Span(start, min(limit, start + 24)))[:1]
        if covered and covered[0].span.start == start and covered[0].span.end > span.end:
            return None
        if _spoken(words, after, sentence):
            return Subject(first.name, span, after)
    posted = _AFTER_POST.match(words, start, limit)
    if posted and is_name(posted["name"]):
        return Subject(posted["name"], Span(*posted.span("name")), posted.end())
    return None


def _spoken(words: str, at: int, sentence: Span) -> bool:
    """What follows a name is what the person does, or the end of the line."""
    return not words[at : sentence.end].strip("：，。") or bool(DUTY.match(words, at))


def _name_in(said: str) -> str:
    """The name at the end of what stands before 同志: 王涛, or 王涛 after a post (副区长王涛)."""
    if is_name(said) and not _CLAUSE.match(said):
        return said
    for length in (3, 2, 4):
        head, name = said[:-length], said[-length:]
        if head and is_name(name) and re.search(rf"(?:{POST_END.pattern})$", head):
            return name
    return ""
