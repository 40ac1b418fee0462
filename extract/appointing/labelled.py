"""Lines of labels under an appointing heading: `教务处 处 长：王 涛 副处长：李敏、陈 望`, `学院办公室：主任 王涛，副主任 李敏`.

The print parts what the words run together, so a line is read by its cells: houses, posts, names, and signs between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.appointing.lineups import opened
from extract.appointing.moves import Move
from extract.appointing.notes import joined, kept
from extract.appointing.people import Named
from extract.appointing.posts import only
from extract.mentions.numeral import NUMBER
from extract.mentions.person import is_called, is_name
from extract.mentions.placing import placed
from extract.mentions.post import Holding, is_post
from kg.model import Gap, Notice, Span

_NUMBER = re.compile(NUMBER)
_WORD = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf·]+")
_NOTE = re.compile(r"（([^（）]{1,20})）")
_SIGNS = "：，、；"
_NOBODY = re.compile(r"(?:暂|空|待)缺|待定|空")
_HOUSE = re.compile(r"[\u4e00-\u9fff]{1,18}(?:[处科室部系院所队站组会办馆厂坊社局委校库园场]|中心|车间|公司|幼儿园)")
# a heading above such lines says whose posts follow, or what kind of houses: 一、教务处, 二、行政机构
_HEADING = re.compile(rf"(?P<number>{NUMBER})?(?P<said>[\u4e00-\u9fff（）、]{{2,16}})：?")
_CLASS = re.compile(r"[\u4e00-\u9fff\d]{1,6}?(?:（\d{1,2}）)?(?:班(?!主)|年级)")
_TITLES = ("班主任", "组长")
_OF_TITLE = re.compile(rf"{_HOUSE.pattern}|{_CLASS.pattern}")
_LINES = 200
_LEAST = 2  # labels in all, below which it is no such list


@dataclass(slots=True)
class _Line:
    """What has been read of a line: whose posts, the post of the last label, whether a sign asks for a name more."""

    house: str = ""
    held: list[Holding] = field(default_factory=list)
    note: str = ""
    labels: int = 0
    moves: list[Move] = field(default_factory=list)


def labelled(notice: Notice) -> list[Move]:
    """Everybody in the lines below such a heading, as long as each line is houses, posts and names and no more."""
    found: list[Move] = []
    end = 0
    for start, note in opened(notice):
        if start >= end:
            moves, end = _below(notice, start, note)
            found += moves
    return found


def _below(notice: Notice, start: int, note: str) -> tuple[list[Move], int]:
    """The moves of the lines from a place on, and where these end."""
    found: list[Move] = []
    labels, house, title, end = 0, "", "", start
    for _, line in zip(range(_LINES), _lines(notice, start), strict=False):
        read = _read(notice, line, house, title)
        heading = _HEADING.fullmatch(notice.words, line.start, line.end) if read is None or not read.moves else None
        if heading and (heading["number"] or _HOUSE.fullmatch(heading["said"])):
            said, end = heading["said"], line.end
            house, title = said if _HOUSE.fullmatch(said) else "", said if is_post(said) or said.endswith(_TITLES) else ""
            continue
        if read is None:
            break
        end = line.end
        labels += read.labels
        found += [replace(move, note=joined(move.note, note)) for move in read.moves]
    return (found if labels >= _LEAST else []), end


def _lines(notice: Notice, start: int) -> Iterator[Span]:
    """The lines of the print from a place on, without the sign at their end."""
    words, gaps = notice.words, notice.gaps
    at = start
    while at < len(words):
        end = next((i for i in range(at + 1, len(words)) if gaps[i] >= Gap.LINE), len(words))
        yield Span(at, end - (words[end - 1] in "；。，"))
        at = end


def _read(notice: Notice, line: Span, house: str, title: str) -> _Line | None:
    """A line by its cells; None where one of them is neither house, post nor name, or a label stands before nobody.

    `title` is the post that a heading gives to each house below it.
    """
    words = notice.words
    number = _NUMBER.match(words, line.start)
    read = _Line(house)
    for cell in _cells(notice, Span(number.end() if number else line.start, line.end)):
        said = words[cell.slice]
        aside = _NOTE.fullmatch(said)
        if said in _SIGNS or _NOBODY.fullmatch(said) or (aside and not _noted(read, aside[1])):
            continue
        if aside:
            continue
        if read.held and (names := _names(said)):
            people = [Named(name, Span(cell.start + at, cell.start + at + len(name))) for at, name in names]
            read.moves += [_given(person, one, read.note, cell) for person in people for one in read.held]
            continue
        if title and _OF_TITLE.fullmatch(said):  # 二、教研组长 | 语文组：王涛
            read.held, read.note, read.labels = [Holding(said, title)], "", read.labels + 1
        elif held := _posts(said, read):
            read.held, read.note, read.labels = held, "", read.labels + 1
        elif not read.labels and _HOUSE.fullmatch(said):
            read.house = said
        elif glued := _glued(said, read):
            read.held, name = glued
            read.note, read.labels = "", read.labels + 1
            named = Named(name, Span(cell.end - len(name), cell.end))
            read.moves += [_given(named, one, "", cell) for one in read.held]
        else:
            return None
    return read if read.labels else None


def _given(person: Named, post: Holding, note: str, cell: Span) -> Move:
    return Move(person, "appoint", post, joined(note, post.note), Span(min(cell.start, person.span.start), person.span.end), "listed")


def _noted(read: _Line, said: str) -> bool:
    """A bracket behind a name is of him, one behind a label of whom it is given to: （兼）, （主持工作）."""
    note = kept(said)
    if not note:
        return False
    if read.moves and read.moves[-1].holding in read.held:
        last = read.moves[-1].person
        read.moves = [replace(move, note=joined(move.note, note)) if move.person == last else move for move in read.moves]
    else:
        read.note = joined(read.note, note)
    return True


def _cells(notice: Notice, span: Span) -> Iterator[Span]:
    """Words between gaps and signs, single characters that the print spaced out taken together; brackets and signs by themselves."""
    words, gaps = notice.words, notice.gaps
    at = span.start
    while at < span.end:
        group = _CLASS.match(words, at, span.end)
        aside = _NOTE.match(words, at, span.end) or (group if group and not any(gaps[at + 1 : group.end()]) else None)
        if aside or not _WORD.match(words[at]):
            end = aside.end() if aside else at + 1
            yield Span(at, end)
            at = end
            continue
        end = _cell_end(words, gaps, at, span.end)
        if end - at == 1:
            while end < span.end and _WORD.match(words[end]) and _cell_end(words, gaps, end, span.end) == end + 1:
                end += 1
        yield Span(at, end)
        at = end


def _cell_end(words: str, gaps: bytes, at: int, limit: int) -> int:
    return next((i for i in range(at + 1, limit) if gaps[i] > Gap.NONE or not _WORD.match(words[i])), limit)


def _names(said: str) -> list[tuple[int, str]]:
    """A name, or two of two characters that the print spaced out alike: 王涛李敏."""
    if len(said) == 4 and is_name(said[:2]) and is_name(said[2:]):
        return [(0, said[:2]), (2, said[2:])]
    return [(0, said)] if is_called(said) else []


def _posts(said: str, read: _Line) -> list[Holding]:
    """The posts of a cell, of the house of the line or of the post before where they name none: 建筑系 and 系主任 is its 主任."""
    found: list[Holding] = []
    for one in only(said):
        before = [(last.agency, last.post) for last in found or read.held]
        agency, post = placed(one.agency, one.post, [(read.house, "")] if read.house and not found else before)
        found.append(replace(one, agency=agency, post=post))
    return found


def _glued(said: str, read: _Line) -> tuple[list[Holding], str] | None:
    """Posts and a name that the print does not part: 系主任王涛."""
    for size in (3, 2):
        if len(said) > size + 1 and is_name(said[-size:]) and (held := _posts(said[:-size], read)):
            return held, said[-size:]
    return None
