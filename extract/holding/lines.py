"""People named with a post by the print: `局 长：吴 军`, a heading `区长 王 涛`, a signature, a line `王 涛 区教育局局长`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.holding.running import name_after
from extract.holding.said import Said
from extract.mentions.numeral import NUMBER
from extract.mentions.person import is_called, is_name, names_in
from extract.mentions.post import Holding, holdings
from kg.model import Gap, Notice, Span

_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf·]+")
_LABEL = re.compile(r"(?P<posts>[\u4e00-\u9fff、]{1,30}[长任记席理员编裁监学])：(?P<name>[\u4e00-\u9fff·]{2,10})")
# 委员：（按姓名笔画为序）, 委员（18人）：
_ORDERED = re.compile(r"(?P<posts>[\u4e00-\u9fff、]{1,30}[长任记席理员])(?:：?（[^（）]{2,24}）：?)")
_NOTED = re.compile(r"（[^（）]{1,16}）")
_NUMBER = re.compile(NUMBER)
_ASIDE = re.compile(r"（(?:[男女]|[\u4e00-\u9fff]{1,4}族|[男女]，[\u4e00-\u9fff]{1,4}族)）")
# 一、王涛 副区长负责…, where the break behind the post is lost
_SIGN = re.compile(r"(?<![男女])[，：；。]|主持(?!人)|负责(?!人|同志)|分管|协助|联系(?!人)")
_GIVES = re.compile(r"任命|免去|任职|免职|拟任|任免")


def _lines(notice: Notice, least: Gap = Gap.LINE) -> Iterator[Span]:
    """The lines of the print."""
    start = 0
    for at, gap in enumerate(notice.gaps):
        if gap >= least and at > start:
            yield Span(start, at)
            start = at
    if start < len(notice.words):
        yield Span(start, len(notice.words))


def label_lines(notice: Notice) -> Iterator[Said]:
    """`副局长：陆远兵 协助局长工作`, `省长 秦怀川` alone in a line."""
    words = notice.words
    posts: tuple[Holding, ...] = ()
    above = Span(0, 0)
    yield from _below_labels(notice)
    for line in _lines(notice):
        if (
            posts and len(line) <= 4 and is_name(words[line.slice])
        ):  # the posts in one line, the name in the next
            yield Said(words[line.slice], posts, Span(above.start, line.end), "label", 0.9)
        posts = tuple(holdings(words[line.slice])) if 4 <= len(line) <= 30 else ()
        posts, above = (posts if all(one.agency for one in posts) else ()), line
        told: list[Said] = []
        for start in _starts(words, line):
            if not told or start >= told[-1].span.end:
                told += _labels_in(notice, Span(start, line.end))
        yield from told
        if not told and len(line) <= 40:
            yield from _apart(notice, line)


def _below_labels(notice: Notice) -> Iterator[Said]:
    """The lines of names below a label that tells their order: 委员：（按姓名笔画为序）| 王涛 李敏."""
    words = notice.words
    posts: tuple[Holding, ...] = ()
    for line in _lines(notice):
        label = _ORDERED.fullmatch(words, line.start, line.end)
        if label:
            posts = tuple(holdings(label["posts"]))
            continue
        people = names_in(words, notice.gaps, line) if posts else []
        named = sum(len(one.name) for one in people)
        posts = posts if named and named == sum(word not in "、，。；" for word in _NOTED.sub("", words[line.slice])) else ()
        yield from (Said(one.name, posts, one.span, "label", 0.9) for one in people if posts)


def _starts(words: str, line: Span) -> Iterator[int]:
    """Where a label may stand in a line: 办公室：负责文秘工作。主任：王涛."""
    yield line.start
    yield from (at + 1 for at in range(line.start, line.end - 1) if words[at] in "。；" or (words[at] == "：" and _NUMBER.match(words, at + 1)))


def _labels_in(notice: Notice, line: Span) -> Iterator[Said]:
    """The people behind each label of a line: 处长：王涛  副处长：李敏 陈望."""
    words, at = notice.words, line.start
    last: tuple[Holding, ...] = ()
    while label := _LABEL.match(words, at, min(line.end, at + 60)):
        said = tuple(holdings(label["posts"]))
        if last and last[-1].agency and label["posts"].startswith("副"):  # 政策研究室主任：王涛，副主任：李敏
            said = tuple(replace(one, agency=one.agency or last[-1].agency) for one in said)
        last = said
        start, at = at, label.start("name")
        name = _printed_name(notice, Span(at, line.end))
        if not said or not name:
            return
        while name:
            at += len(name)
            yield Said(name, said, Span(start, at), "label", 0.9)
            at += words.startswith("、", at)  # 副院长：王涛、李敏
            more = at < line.end and (notice.gaps[at] != Gap.NONE or words[at - 1] == "、") and not _LABEL.match(words, at, line.end)
            name = _printed_name(notice, Span(at, line.end)) if more else ""
        at += words.startswith(("，", "；"), at)


def _printed_name(notice: Notice, span: Span) -> str:
    """The name at the start of a range, as far as the gaps of the print go; in running print, before a verb."""
    words, gaps = notice.words, notice.gaps
    for size in (2, 3, 4):
        end = span.start + size
        ended = end == span.end or (end < span.end and (gaps[end] != Gap.NONE or words[end] in "，。；（、"))
        if ended and (size < 4 or gaps[span.start + 1] == Gap.NONE) and is_name(words[span.start : end]):
            return words[span.start : end]
    return name_after(words[span.slice][:20], 0)


def _apart(notice: Notice, line: Span) -> Iterator[Said]:
    """A line that is nothing but posts and a name, parted by a gap: 省长 秦怀川."""
    words, gaps = notice.words, notice.gaps
    for at in range(line.end - 2, max(line.start, line.end - 5), -1):
        if gaps[at] == Gap.NONE or not is_called(words[at : line.end]):
            continue
        inner = [i for i in range(line.start + 1, line.end) if gaps[i] != Gap.NONE]
        posts = tuple(holdings(words[line.start : at]))
        if posts and at in inner:
            yield Said(words[at : line.end], posts, line, "label", 0.9)
            return


def lines_of_people(notice: Notice) -> Iterator[Said]:
    """`王 涛 区教育局局长` alone in a line, or before what the line says of him: `王 涛 区教育局局长，负责…`."""
    words, gaps = notice.words, notice.gaps
    if _GIVES.search(notice.head.title):
        return
    for whole in (Span(start, line.end) for line in _lines(notice) for start in _starts(words, line)):
        number = _NUMBER.match(words, whole.start, whole.end)
        sign = _SIGN.search(words, number.end() if number else whole.start, whole.end)
        line = Span(number.end() if number else whole.start, sign.start() if sign else whole.end)
        if not 4 <= len(line) <= 60:
            continue
        for size in (2, 3, 4):
            at = line.start + size
            aside = _ASIDE.match(words, at, line.end)  # 王涛（女，壮族） 副县长
            at = aside.end() if aside else at
            at += 2 * words.startswith("同志", at, line.end)  # 王涛同志 区委书记。主持…
            if at >= line.end or gaps[at] == Gap.NONE or not is_name(words[line.start : line.start + size]):
                continue
            cell = next((i for i in range(at + 1, line.end) if gaps[i] != Gap.NONE), line.end)  # 王涛 局长 主持全面工作
            for end in (line.end, cell):
                posts = tuple(holdings(words[at:end].rstrip("；;。，,")))
                if posts:
                    yield Said(words[line.start : line.start + size], posts, Span(line.start, end), "line", 0.9)
                    break
            if posts:
                break
