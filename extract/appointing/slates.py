"""Those elected to the posts of a sentence, listed below it by post: `补选第十届人大常委会主任、委员，现公告如下：主任：王涛 委员：李敏、张明`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.appointing.moves import Move
from extract.appointing.people import Named, people_at
from extract.appointing.posts import only, trimmed
from extract.mentions.person import names_in
from extract.mentions.post import Holding
from extract.sentences import sentences
from kg.model import Notice, Span

_ELECTS = re.compile(r"(?P<verb>补选|选举产生|选举|增选|选出|改选|推选)(?:了|产生)?(?P<posts>[^。；：，]{4,120}?)(?:[，。]|如下|$)")
# （按姓名笔画为序）
_ORDER = re.compile(r"：?(?:（[^（）]{2,20}）)?：?")
_NOTES = {"补选": "补选", "增选": "增选"}
_FAR = 120  # from the sentence to its list
_LONGEST = 3_000  # of a list


def slates(notice: Notice) -> Iterator[Move]:
    """Each person of each such list, with the post of the label and the body of the sentence."""
    for sentence in sentences(notice):
        elects = _ELECTS.search(notice.words, sentence.start, sentence.end)
        posts = only(trimmed(elects["posts"])) if elects else []
        if elects and posts and all(one.agency for one in posts):
            yield from _below(notice, elects.end(), posts, _NOTES.get(elects["verb"], ""))


def _below(notice: Notice, start: int, posts: list[Holding], note: str) -> Iterator[Move]:
    """The lists under the labels, in the order of the text, as long as label follows label."""
    words = notice.words
    label = re.compile("|".join(sorted((re.escape(one.post) for one in posts), key=len, reverse=True)))
    at, limit = start, min(len(words), start + _FAR)
    of = {one.post: one for one in posts}
    while hit := label.search(words, at, limit):
        order = _ORDER.match(words, hit.end())
        begin = order.end() if order else hit.end()
        opened = notice.gaps[hit.start()] > 0 or words[hit.start() - 1] in "；：。）"
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
