"""Lines of posts run together with those who are given them, under a heading: 区大队大队长王涛，政治委员李敏、赵刚（兼）；."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.appointing.moves import Move
from extract.appointing.notes import joined, kept
from extract.appointing.people import Named
from extract.appointing.posts import only
from extract.holding.running import NAMED
from extract.mentions.agency import is_agency
from extract.mentions.numeral import NUMBER
from extract.mentions.person import PersonMention, is_name, name_list
from extract.mentions.placing import placed
from extract.mentions.post import Holding, is_post
from kg.model import Gap, Notice, Span

# 调整后的主要领导任职名单如下：
_OPENS = re.compile(r"(?:名单|如下|任命|任职|聘任|聘用|任用|职务|人员|同志|决定|批准|同意|(?:下列|以下)[^。；：]{2,40}?)：")
# 以下同志任校长： | 青石小学：王涛
_AS = re.compile(r"(?:下列|以下)[^。；：任为]{2,12}(?:担?任|为)(?P<post>[^。；：、]{2,10})：")
# 一、石桥村：支部书记王涛，委员李敏
_HOUSE = re.compile(rf"(?:{NUMBER})?(?P<house>[\u4e00-\u9fff]{{2,20}})：")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:村|社区|街道|镇|乡|公社|大队)")
# who heads a house that is called by his title
_HEADS = re.compile(r"副?(?P<of>[校园院所站局厂馆处科股队镇乡村会行社厅部]|教导|教务)(?:长|主任)")
_SCHOOL = "校学中"
# the words before it, or the title, say that posts are given
_GIVES = re.compile(r"任[命免职]|任用|聘任|配备|选举|推选|改选")
_CLAUSE = re.compile(r"[^；。：]+")
_PIECE = re.compile(r"(?:[^，、；。（）]|（[^（）]{0,20}）)+")
_NOTED = re.compile(r"(?P<name>[^（）]+)(?:（[^（）]{1,20}）)*")
_NOTE = re.compile(r"（([^（）]{1,20})）")
_TERM = re.compile(r"^[^，]*，?")  # the words before what is said of the term: 聘任下列同志，| 聘期二年
_TITLED = re.compile(r"(?:聘任|聘用|任命|任职)(?:人员)?名单$")
_BEFORE = 120  # characters before the heading in which a notice says what it gives
_LINES = 200


def lineups(notice: Notice) -> Iterator[Move]:
    """Everybody in the lines below such a heading, as long as each line is nothing but posts and names."""
    words = notice.words
    for opens in _openings(notice):
        at = opens.end()
        post = _AS.search(words, opens.start(), opens.end())
        title = post["post"] if post and is_post(post["post"]) else ""
        for _ in range(_LINES):
            label = _HOUSE.match(words, at)
            house = label["house"] if label and (_PLACE.fullmatch(label["house"]) or is_agency(label["house"])) else ""
            if house and title and not _fits(house, title):
                break  # 以下同志任校长：青石村：王涛: of a school that nobody names
            clause = _CLAUSE.match(words, label.end() if label and house else at)
            read = _line(words, _to_line_end(notice, Span(*clause.span())), house, title) if clause else []
            if not clause or not read:
                break
            yield from read
            at = read[-1].span.end
            at += words[at : at + 1] in ("；", "。")


def _openings(notice: Notice) -> Iterator[re.Match[str]]:
    words = notice.words
    for opens in _OPENS.finditer(words):
        if _GIVES.search(words, max(0, opens.start() - _BEFORE), opens.end()) or _GIVES.search(notice.head.title):
            yield opens


def opened(notice: Notice) -> Iterator[tuple[int, str]]:
    """Where such a heading ends with its line, and what it says of all below: 聘期二年."""
    title = notice.head.title_span
    if _TITLED.search(notice.words, title.start, title.end):
        yield title.end, ""
    for opens in _openings(notice):
        if opens.end() < len(notice.words) and notice.gaps[opens.end()] >= Gap.LINE:
            yield opens.end(), kept(_TERM.sub("", opens[0]).rstrip("："))


def _fits(house: str, post: str) -> bool:
    """Whether a post can be one of a house: a 校长 heads a school, a 局长 a 局; a 书记 or 主任 may be anybody's.

    >>> _fits("青石小学", "校长"), _fits("青石村", "副校长"), _fits("青石村", "支部书记")
    (True, False, True)
    """
    heads = _HEADS.fullmatch(post)
    return not heads or house[-1] in (_SCHOOL if heads["of"] in ("校", "教导", "教务") else heads["of"])


def _to_line_end(notice: Notice, span: Span) -> Span:
    inside = range(span.start + 1, span.end)
    ends = (at for at in inside if notice.gaps[at] >= Gap.LINE and notice.words[at - 1] not in "，、")
    return Span(span.start, next(ends, span.end))


def _line(words: str, span: Span, house: str = "", title: str = "") -> list[Move]:
    """The moves of a line; [] where a piece between its signs is neither posts with a name nor one more name for the posts before.

    >>> [(m.person.name, m.holding.agency, m.holding.post) for m in _line("一大队大队长王涛，政委李敏、赵刚", Span(0, 16))]
    [('王涛', '一大队', '大队长'), ('李敏', '一大队', '政委'), ('赵刚', '一大队', '政委')]
    """
    found: list[Move] = []
    held = [Holding(house, title)] if house and title else []
    for piece in _PIECE.finditer(words, span.start, span.end):
        people = _names(words, Span(*piece.span()))
        posts, people = ([], people) if people else _posted(words, Span(*piece.span()), "" if held else house)
        if posts:
            before = [(one.agency, one.post) for one in held]
            where = [placed(one.agency, one.post, before) for one in posts]
            held = [replace(one, agency=agency, post=post) for one, (agency, post) in zip(posts, where, strict=True)]
        if not people or not held or not all(one.agency for one in held):
            return []
        for one in people:
            note = _NOTE.search(words, one.span.end, piece.end())
            also = note[1] if note and note[1] == "兼" else ""
            named = Named(one.name, one.span)
            found += [Move(named, "appoint", post, joined(post.note, also), Span(*piece.span()), "listed") for post in held]
    return found


def _posted(words: str, span: Span, house: str) -> tuple[list[Holding], list[PersonMention]]:
    """The posts with which a piece begins and the name with which it ends: 第一政治委员 + 王涛; `house` is whose posts they are."""
    for post in NAMED.finditer(words, span.start, span.end):
        people = _names(words, Span(post.end(), span.end))
        held = only(house + words[span.start : post.end()], sure=False) if people else []
        if held:
            return held, people
    return [], []


def _names(words: str, span: Span) -> list[PersonMention]:
    whole = _NOTED.fullmatch(words, span.start, span.end)
    if whole and is_name(whole["name"]):  # 王善和: no list of 王善 and another
        return [PersonMention(Span(*whole.span("name")), whole["name"])]
    return name_list(words, span) or []
