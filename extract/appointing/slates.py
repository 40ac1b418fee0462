"""Lists of people under one post: elected to the posts of a sentence by label, or all of them given the post that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.appointing.moves import Move
from extract.appointing.notes import kept
from extract.appointing.people import Named, people_at
from extract.appointing.posts import only, trimmed
from extract.appointing.verbs import note_of
from extract.mentions.agency import is_agency
from extract.mentions.numeral import NUMBER
from extract.mentions.person import names_in
from extract.mentions.post import Holding
from extract.sentences import sentences
from kg.model import Gap, Notice, Span

_ELECTS = re.compile(r"(?P<verb>补选|选举产生|选举|增选|选出|改选|推选)(?:产生|了)*(?P<posts>[^。；：，]{4,120}?)(?:[，。]|如下|$)")
# 聘请下列5名同志为区政府法律顾问：, 下列同志不再担任区教育督学：
_GIVES = re.compile(
    r"(?P<verb>[\u4e00-\u9fff]{0,4})(?:下列|以下|下述)[\d一二三四五六七八九十]*[名位]?(?:同志|人员|人士|专家|学者|干部|代表|个人|教师|法官)+(?:[^，。；：]{0,6}?)"
    r"(?P<takes>不再担任|不再兼任|分别担任|担任|兼任|任|为)(?P<posts>[^，。；：]{4,60}?)(?:（[^（）]{1,30}）)?(?:[，（](?P<note>[^。；：]{2,30}?)）?)?(?:如下)?[：。]"
)
# （按姓名笔画为序）
_ORDER = re.compile(r"：?(?:（[^（）]{2,20}）)?：?")
_ASIDE = re.compile(r"（[^（）]{0,30}）")
_NOTES = {"补选": "补选", "增选": "增选"}
# 以下同志晋升为二级调研员：
_RANK = re.compile(r"(?:调研员|巡视员|科员|办事员|职级)$")
_NUMBER = re.compile(rf"{NUMBER}")
_LABEL = re.compile(r"[\u4e00-\u9fff]{0,6}(?:顾问|委员|专家|监督员|代表)：")  # 首席顾问：王涛
_FAR = 120  # from the sentence to its list
_LONGEST = 3_000  # of a list
_LINES = 200  # of a list of people, one a line
_LONGEST_LINE = 600
_LONGEST_BODY = 40  # of a body before its label


def slates(notice: Notice) -> Iterator[Move]:
    """Each person of each such list, with the post of the label or of the sentence."""
    for sentence in sentences(notice):
        elects = _ELECTS.search(notice.words, sentence.start, sentence.end)
        posts = only(trimmed(elects["posts"])) if elects else []
        if elects and posts and all(one.agency for one in posts):
            yield from _below(notice, elects.end(), posts, _NOTES.get(elects["verb"], ""))
        gives = _GIVES.search(notice.words, sentence.start, sentence.end)
        posts = only(trimmed(gives["posts"]), sure=False) if gives else []
        if gives and posts and all(one.agency or _RANK.search(one.post) for one in posts):
            yield from _all(notice, gives, posts)


def _all(notice: Notice, gives: re.Match[str], posts: list[Holding]) -> Iterator[Move]:
    """Everybody in the list behind the sentence, with each of its posts."""
    action = "dismiss" if gives["takes"].startswith("不再") else "appoint"
    note = kept(gives["note"] or "") or note_of(gives["verb"])
    order = _ORDER.match(notice.words, gives.end())
    for person in _named(notice, order.end() if order else gives.end()):
        for one in posts:
            yield Move(person, action, one, note, person.span, "listed")


def _named(notice: Notice, at: int) -> list[Named]:
    """The people of a list: nothing but names to the end of the sentence or line, or one at the head of each line."""
    words, gaps = notice.words, notice.gaps
    found: list[Named] = []
    for _ in range(_LINES):
        number = _NUMBER.match(words, at)
        at = number.end() if number else at
        label = _LABEL.match(words, at)
        at = label.end() if label else at
        near = range(at + 1, min(len(words), at + _LONGEST_LINE))
        end = next((i for i in near if gaps[i] >= Gap.LINE or words[i] in "。；"), len(words))
        people = [Named(one.name, one.span) for one in names_in(words, gaps, Span(at, end))]
        if not people or people[0].span.start != at:
            break
        alone = sum(len(one.name) for one in people) >= sum(word not in "、，等同志" for word in _ASIDE.sub("", words[at:end])) - 2
        found += people if alone else people[:1]
        if end >= len(words) or (gaps[end] < Gap.LINE and not (words[end] == "；" and gaps[end + 1 : end + 2] >= bytes([Gap.LINE]))):
            break
        at = end + (words[end] in "；。")
    return found


def _below(notice: Notice, start: int, posts: list[Holding], note: str) -> Iterator[Move]:
    """The lists under the labels, in the order of the text, as long as label follows label."""
    words = notice.words
    named = "|".join(sorted((re.escape(one.post) for one in posts), key=len, reverse=True))
    label = re.compile(rf"(?:{named})(?!会)")
    at, limit = start, min(len(words), start + _FAR)
    of = {one.post: one for one in posts}
    while hit := label.search(words, at, limit):
        order = _ORDER.match(words, hit.end())
        begin = order.end() if order else hit.end()
        line = max((i for i in range(max(at, hit.start() - _LONGEST_BODY), hit.start()) if notice.gaps[i] >= Gap.LINE), default=hit.start())
        opened = notice.gaps[hit.start()] > 0 or words[hit.start() - 1] in "；：。）" or is_agency(words[line : hit.start()])
        people = _people(notice, begin, label) if opened else []
        at = people[-1].span.end if people else hit.end()
        limit = min(len(words), at + 20) if people else limit
        for person in people:
            yield Move(person, "appoint", of[hit[0]], note, Span(hit.start(), person.span.end), "listed")


def _people(notice: Notice, at: int, label: re.Pattern[str]) -> list[Named]:
    """The names behind a label, parted by 、 or by gaps."""
    words = notice.words
    listed, end = people_at(words, at)
    if len(listed) > 1 or (listed and words[end : end + 1] in "；。"):
        return listed
    following = label.search(words, at, min(len(words), at + _LONGEST))
    pause = re.compile(r"[。；：]").search(words, at, min(len(words), at + _LONGEST))
    ends = [one.start() for one in (following, pause) if one] or [min(len(words), at + _LONGEST)]
    apart = names_in(words, notice.gaps, Span(at, min(ends)))
    return [Named(one.name, one.span) for one in apart] or listed
