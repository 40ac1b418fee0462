"""Running heads and page numbers: what the printer put on a page and the notice does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from extract.lexicon import terms
from kg.model import Span

type _Lines = list[tuple[int, int]]

_LINE = re.compile(r"\S[^\n\f]*")  # from its first sign; empty lines are none
_SHORT = 44  # a running head is no longer, in characters
_PAGE = 200  # between two page numbers lie more characters than this

_N, _B = r"\d(?:[^\S\n]?\d){0,3}", r"[^\S\n]*"
_DASH = r"[-—–―－─·•・~]{1,3}"
# a line that is a page number and says so: — 14 —, ·5·, - 3 -, 第 3 页 共 9 页, Page 3 of 9
_MARKED = re.compile(
    rf"{_DASH}{_B}{_N}{_B}{_DASH}|第{_B}{_N}{_B}页(?:{_B}[,，/（(]?{_B}共{_B}{_N}{_B}页[)）]?)?"
    rf"|共{_B}{_N}{_B}页{_B}[,，/]?{_B}第{_B}{_N}{_B}页|[Pp]age {_N}(?: of {_N})?|[（(]?此页无正文[)）]?"
)
_BARE = re.compile(r"\d{1,3}")
_SERIAL = re.compile(r"序[^\S\n]*号")  # the first title of a table whose cells have each a line
_COLUMNS = 12
_OF = re.compile(rf"{_N}{_B}/{_B}({_N})")
# the same in a text whose line breaks are lost: 加强对— 14 —重点区域
_HAN = r"\u3400-\u9fff"
_INLINE = re.compile(
    rf"(?<=[{_HAN}，、。；：”）]){_B}[—―─] ?\d{{1,3}} ?[—―─]{_B}(?=[{_HAN}（“《])"
    rf"|(?<=[{_HAN}，、]){_B}第 ?\d{{1,3}} ?页[,，/]? ?共 ?\d{{1,3}} ?页{_B}(?=[{_HAN}“《])"
)

# [接上页], wherever it stands
_GOES_ON = re.compile(r"[\[［【（(](?:接上页|接下页|转下页|上接第?\d{0,3}[页版]|下转第?\d{0,3}[页版])[\]］】）)]")
# 楼主 | 发表于 2019-3-5 08:30
_SIGNS, _WHEN = re.compile(r"[\s|｜，,：:·！!~～\[\]【】（）()]+"), re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}")

# 原文链接：http://…, Original URL: http://…: where a page was found
_ADDRESS = re.compile(r"(?:[A-Za-z\u4e00-\u9fff][A-Za-z \u4e00-\u9fff]{0,14}[：:]\s*)?(?:https?://|www\.)[!-~]+")

_NAMED = re.compile(r"公报|政报|GONGBAO", re.IGNORECASE)
_EDGE = re.compile(r"^[-—–·•\s\d]+|[-—–·•\s\d]+$|\s")  # the page number on the line of a head
_NO_HEAD = re.compile(
    r"附[件录表]|[表图]\s*\d|第.{1,4}[编章节条]|[一二三四五六七八九十]+、|[（(《]|\d+[.．、]|.*[。；：，、]$|.*[\t|》]|\W*$"
)
_OFFICE = re.compile(r".*(?:政府|[办公]室|[厅局部院委署府会]|公司)$")
_ENDED = re.compile(r".*[。！？：；”…)）]$")
_BEGINS = re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|[（(附]|第.{1,3}[章条]|\d+[.、．]|关于|\W")


def furniture(raw: str) -> list[Span]:
    """The ranges of `raw` that are page furniture, in order, none over another.

    A page number; 此页无正文; a short line that comes back on page after page beside the page numbers or page
    breaks, or that names the gazette; the address of a page. A line with a tab or a | is a row of a table and never furniture.

    >>> furniture("加强对\\n— 14 —\\n重点区域的检查")
    [Span(start=4, end=10)]
    """
    lines = [(hit.start(), hit.start() + len(hit[0].rstrip())) for hit in _LINE.finditer(raw)]
    numbers = set(_numbers(raw, lines))
    found = [Span(*lines[i]) for i in numbers | set(_heads(raw, lines, numbers))]
    found += [Span(*lines[i]) for i in _posted(raw, lines)]
    found += [Span(*line) for line in lines if ("://" in raw[slice(*line)] or "www." in raw[slice(*line)]) and _ADDRESS.fullmatch(raw, *line)]
    found += [Span(*hit.span()) for hit in _GOES_ON.finditer(raw)]
    if "—" in raw or "―" in raw or "─" in raw or "页" in raw:
        found += [Span(*hit.span()) for hit in _INLINE.finditer(raw)]
    end, kept = 0, []
    for span in sorted(found):
        if span.start >= end:
            kept.append(span)
            end = span.end
    return kept


def _numbers(raw: str, lines: _Lines) -> Iterator[int]:
    """The lines that are page numbers."""
    bare: list[int] = []
    parts: dict[str, list[int]] = {}
    for i, (start, end) in enumerate(lines):
        if end - start > 30 or raw[start] not in "-—–―－─·•・~第共Pp（(此0123456789":
            continue
        line = raw[start:end]
        if _MARKED.fullmatch(line):
            yield i
        elif _BARE.fullmatch(line):
            bare.append(i)
        elif part := _OF.fullmatch(line):
            parts.setdefault(part[1], []).append(i)
    yield from (i for same in parts.values() if len(same) > 1 for i in same)
    table = next((i for i, (start, end) in enumerate(lines) if _SERIAL.fullmatch(raw, start, end)), len(lines))
    bare = _apart(raw, lines, _outside(raw, lines, bare, table))
    yield from (
        i for i in bare if _at_break(raw, lines, i) or (i < table and _alone(raw, lines, i) and _cuts(raw, lines, i))
    )
    for row in _rows(raw, lines, bare):
        if len(row) > 2 and any(_cuts(raw, lines, i) for i in row):
            yield from row


def _posted(raw: str, lines: _Lines) -> Iterator[int]:
    """The lines that a forum or a page puts between those of a text."""
    posted, beside = _added()
    for i, (start, end) in enumerate(lines):
        if end - start > _SHORT or raw[start] not in _first():
            continue
        said = [word for word in _SIGNS.split(raw[start:end]) if word and not _WHEN.fullmatch(word)]
        if all(word in posted or word in beside for word in said) and (len(said) > 1 or any(word in posted for word in said)):
            yield i


@cache
def _added() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(terms("webpage", "posted")), frozenset((*terms("webpage", "posted_beside"), "发表于"))


@cache
def _first() -> frozenset[str]:
    """The signs that a posted line begins with."""
    return frozenset("[【(（|" + "".join(word[0] for words in _added() for word in words))


def _apart(raw: str, lines: _Lines, bare: list[int]) -> list[int]:
    """Without those that count up within a page: the numbers of a table whose cells have each a line."""
    close: set[int] = set()
    for one, other in pairwise(bare):
        near = lines[other][0] - lines[one][1] < _PAGE
        if near and int(raw[slice(*lines[other])]) == int(raw[slice(*lines[one])]) + 1:
            close |= {one, other}
    return [i for i in bare if i not in close]


def _outside(raw: str, lines: _Lines, bare: list[int], table: int) -> list[int]:
    """Without the numbers of the rows below the `table`'s header whose cells have each a line: that near it, and those that count up from it."""
    kept: list[int] = []
    last = 0
    for i in bare:
        number = int(raw[slice(*lines[i])])
        if i > table and (number == last + 1 if last else i - table < _COLUMNS):
            last = number
        else:
            kept.append(i)
    return kept


def _rows(raw: str, lines: _Lines, bare: list[int]) -> Iterator[list[int]]:
    """Bare numbers that count up, a page of text from one to the next."""
    row: list[int] = []
    for i in bare:
        if row and not (
            int(raw[slice(*lines[i])]) == int(raw[slice(*lines[row[-1]])]) + 1
            and lines[i][0] - lines[row[-1]][1] >= _PAGE
        ):
            yield row
            row = []
        row.append(i)
    yield row


def _heads(raw: str, lines: _Lines, numbers: Iterable[int]) -> Iterator[int]:
    """The lines that are running heads."""
    marks = set(numbers)
    breaks: set[int] = set()
    if "\f" in raw:
        breaks = {i for i in range(1, len(lines)) if "\f" in raw[lines[i - 1][1] : lines[i][0]]} | {0}
    for _ in range(2):  # a head may have two lines
        beside = {near for i in marks for near in (i - 1, i + 1)} | breaks | {i - 1 for i in breaks}
        beside = {i for i in beside - marks if 0 <= i < len(lines) and lines[i][1] - lines[i][0] <= _SHORT}
        often = Counter(_key(raw, lines, i) for i in beside)
        enough = max(3, (len(marks) + len(breaks)) // 8)
        heads = {i for i in beside if often[_key(raw, lines, i)] >= enough and _is_head(raw, lines, i)}
        yield from heads
        marks |= heads
    if _NAMED.search(raw):
        named = [
            i
            for i, (start, end) in enumerate(lines)
            if end - start <= _SHORT and _NAMED.search(raw, start, end)
        ]
        often = Counter(_key(raw, lines, i) for i in named)
        pages = set(numbers)
        once = {i for i in named if any(near in pages and _cuts(raw, lines, min(i, near), max(i, near)) for near in (i - 1, i + 1))}
        yield from (i for i in named if (often[_key(raw, lines, i)] >= 3 or i in once) and not _NO_HEAD.match(raw, *lines[i]))


def _key(raw: str, lines: _Lines, i: int) -> str:
    return _EDGE.sub("", raw[slice(*lines[i])])


def _is_head(raw: str, lines: _Lines, i: int) -> bool:
    """Not the number of an annex, nor the office on the first line of a title or in a signature."""
    line = raw[slice(*lines[i])]
    return not _NO_HEAD.match(line) and (not _OFFICE.match(line) or _cuts(raw, lines, i))


def _alone(raw: str, lines: _Lines, i: int) -> bool:
    """An empty line before and after."""
    start, end = lines[i]
    after = lines[i + 1][0] if i + 1 < len(lines) else len(raw)
    return raw.count("\n", lines[i - 1][1] if i else 0, start) > 1 and raw.count("\n", end, after) > 1


def _at_break(raw: str, lines: _Lines, i: int) -> bool:
    """Beside a form feed."""
    start, end = lines[i]
    before, after = lines[i - 1][1] if i else 0, lines[i + 1][0] if i + 1 < len(lines) else len(raw)
    return "\f" in raw[before:start] or "\f" in raw[end:after]


def _cuts(raw: str, lines: _Lines, i: int, last: int | None = None) -> bool:
    """The sentence before a line, or lines up to the last, goes on after it."""
    last = i if last is None else last
    if not 0 < i <= last < len(lines) - 1:
        return False
    before, after = raw[slice(*lines[i - 1])], raw[slice(*lines[last + 1])]
    prose = min(len(before), len(after)) >= 12 and "\t" not in before and "\t" not in after
    return prose and not _ENDED.match(before) and not _BEGINS.match(after)
