"""People with the title behind the name: `责任领导：张明远副区长、李敏副区长`, `区教育局王海涛局长`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.holding.said import Said, own_titles
from extract.mentions.agency import agencies_in, is_agency
from extract.mentions.lexer import Part, tokens
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.sentences import sentences
from kg.model import Gap, Notice, Span

_HAN = "[\u4e00-\u9fff\u3400-\u4dbf]"
_RANK = r"(?:常务|代理?|第一)?副?"
_GOVERNOR = r"(?:[省市区县州旗镇乡]长|行政长官|总理)"
# 主任 and its like only behind a body; a 副区长 is of the government
_TITLE = re.compile(
    rf"(?P<title>{_RANK}(?:(?P<governor>{_GOVERNOR})|[局部厅处科院校所站队行]长|主任|书记|主席|检察长|总经理|总裁|董事长|秘书长))(?!助理|级|会|制|室|热线|基金|府|令)"
)
# 由, 一、: a name begins behind it
_OPENS = re.compile(r"(?:[、，。；：（）由请经报受和与在对向按据陪]|\d[.．])$")
# signs of other words: 由主管|副区长, 办|公室设|主任, 时向|市长
_WORDS = re.compile(r"^[由经请受以任]|^公室|[设及与等的任为向]$")
# and a verb of those who lead: 经王涛局长审签, 李敏总理率有关部门
_FOLLOWS = re.compile(r"同志|等|[、，。；：）（]|$|[和与及兼率]|审[签定核批]|签[发署]|批示|考察|带[队领]|出席|主持|负责|分管|协助|协管|联系|代管")

# 王涛副区长 | 兼区公安局局长，负责公安工作
_ALSO = re.compile(r"，?兼任?(?P<posts>[^，。；：]{3,40}?)(?=[，。；]|$)")


def titled(notice: Notice) -> Iterator[Said]:
    """The people of each sentence whose title stands behind the name."""
    words = notice.words
    own = own_titles(notice)
    last = ""  # who ended the sentence before
    for sentence in sentences(notice):
        told = words[sentence.slice]
        at = 0
        also = _ALSO.match(told) if last else None
        if also and (posts := holdings(also["posts"])):
            yield Said(last, tuple(posts), Span(*also.span("posts")).shift(sentence.start), "titled", 0.9)
        last = ""
        for found in _TITLE.finditer(told):
            if told.startswith("：", found.end()) and notice.gaps[sentence.start + found.start()] >= Gap.LINE:
                continue  # a label in the next line
            line = max((i for i in range(max(0, found.start() - 4), found.start()) if notice.gaps[sentence.start + i] >= Gap.LINE), default=0)
            said = _before(told, max(at, line), found, own)
            if said:
                at = found.end()
                yield Said(said.name, said.holdings, said.span.shift(sentence.start), said.cue, said.confidence)
                last = said.name if at == len(told) else ""
                also = _ALSO.match(told, at)
                if also and (posts := holdings(also["posts"])):
                    yield Said(said.name, tuple(posts), Span(*also.span("posts")).shift(sentence.start), "titled", 0.9)


def _before(told: str, least: int, title: re.Match[str], own: tuple[str, ...]) -> Said | None:
    """The person whose name ends where a title begins, where a sign or a body opens the name and a sign or verb ends the title."""
    if not _ends(told, title.end()):
        return None
    for size in (3, 2, 4):
        start = title.start() - size
        name = told[start : title.start()] if start >= least else ""
        if not name or _WORDS.search(name) or not is_name(name) or _other(name, title["title"]):
            continue
        agency = _body_before(told, least, start)
        opened = start == 0 or _OPENS.search(told[max(0, start - 2) : start])
        if not agency and not (opened and (title["governor"] or (own and title["title"].endswith(own)))):
            continue
        posts = holdings(agency + title["title"])
        if posts:
            return Said(name, tuple(posts), Span(start - len(agency), title.end()), "titled", 0.9)
    return None


def _ends(told: str, at: int) -> bool:
    """A sign, 同志 or a verb follows the title, so it heads no other name (望溪县长王涛)."""
    if _FOLLOWS.match(told, at):
        return True
    first = tokens(told[at : at + 8])[0]
    return bool(first.part & Part.STOP) and first.end > 1


def _other(name: str, title: str) -> bool:
    """No name: the head of a body (司法|局长), a place (江北|区长, 柳林村|第一书记), or a word of official prose."""
    return (len(name) > 2 and name[-1] in "村镇乡") or is_agency(name + title.lstrip("副")[0]) or any(
        one.part & (Part.KNOWN | Part.PLACE | Part.KIND | Part.FIELD | Part.GROUP) and one.end - one.start > 1
        for one in (*tokens(name), *tokens(name + title[0]))
    )


def _body_before(told: str, least: int, at: int) -> str:
    """The body that ends right before a name."""
    for mention in reversed(agencies_in(told, Span(max(least, at - 40), at))):
        if mention.span.end == at and not mention.group:
            return told[mention.span.slice]
    return ""
