"""The masthead of an issue and its page of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.genre import is_official, kind_before
from extract.head.number import number_words
from extract.head.page import Page, same_from
from kg.model import Gap, Span

GAZETTE = re.compile(r"公报|政报|公告|汇编|文告|文件选编")
ISSUE = re.compile(r"第[\d〇○零一二三四五六七八九十百]{1,4}[期号]")
_WORD = re.compile(r"(?:本期)?目[录次]|要目|CONTENTS")
_FAR = 3000
_LABEL = re.compile(r"(?:\d{1,3}[.．、]|（\d{1,3}）|[●•○◆■★▲※·◇□]+)")
_PAGE = re.compile(r"[…·.．\-—―_]*[（(]?(?P<page>\d{1,4})[)）]?$")
_NUMBER = re.compile(
    r"[（(]?(?P<number>(?:(?![的])[\u4e00-\u9fa5A-Z]){0,18}〔\d{4}〕[\u4e00-\u9fa5]{0,8}第?\d{1,5}号|(?:公告|通告|令)?(?:\d{4}年)?第[\d〇零一二三四五六七八九十百]{1,6}号)[)）]?$"
)
_HEADING = re.compile(r"[（\[〔][\u4e00-\u9fa5、 ]{1,20}[）\]〕]|[◆●■★▲※·◇□]{0,2}[\u4e00-\u9fa5、]{2,14}")
_LONGEST = 400
_OPENED = 16
_FEWEST, _BETWEEN, _TRIED = 4, 60, 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; `page` None where none is printed."""

    title: Span
    number: str | None
    page: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Contents:
    """`span` from the start of the text to the first notice."""

    span: Span
    entries: tuple[Entry, ...]


def contents(page: Page) -> Contents | None:
    """The page of contents; None where the text has none.

    It ends where the title that it lists first comes again.
    """
    word = _word(page)
    if word is None:
        return None
    entries: list[Entry] = []
    end = None
    for entry in _entries(page, word):
        if entries and _same(page, entry, entries[0]):
            break
        entries.append(entry)
        if len(entries) == 1:
            end = _again(page, entry)
        if end and entry.span.end >= end:
            break
        if len(entries) > 400:
            break
    if end is None:
        return _paged(page, word)
    kept = tuple(entry for entry in entries if entry.span.end <= end)
    # the contents of a plan list chapters, not notices
    notices = [entry for entry in kept if entry.number or is_official(page.words[entry.title.slice])]
    return Contents(Span(0, end), kept) if len(notices) * 2 >= len(kept) else None


def _paged(page: Page, word: int) -> Contents | None:
    """Contents whose first title does not come again: as many entries with a page as stand together, most of them notices."""
    kept: list[Entry] = []
    for entry in _entries(page, word):
        if entry.page is None or (kept and entry.span.start - kept[-1].span.end > _BETWEEN) or len(kept) > 400:
            break
        kept.append(entry)
    notices = [entry for entry in kept if entry.number or is_official(page.words[entry.title.slice])]
    if len(kept) < _FEWEST or len(notices) * 4 < len(kept) * 3 or gazette_title(page) is None:
        return None
    last = kept[-1].span.end
    begins = (at for entry in kept[:_TRIED] if (at := _again(page, entry)) is not None and at >= last)
    return Contents(Span(0, min(begins, default=last)), tuple(kept))


def contents_of(front: Page) -> tuple[int, tuple[Entry, ...]] | None:
    """Of a page that is a masthead with its contents: where the contents begin, and their entries."""
    word = _word(front)
    return (word, tuple(_entries(front, word))) if word is not None else None


def _word(page: Page) -> int | None:
    for found in _WORD.finditer(page.words, 0, min(len(page), _FAR)):
        if page.breaks(found.start()) and page.breaks(found.end()):
            return found.end()
    return None


def _entries(page: Page, start: int) -> Iterator[Entry]:
    """The entries, each over one line or more; headings between them are passed over."""
    begin = start
    paged = False
    for line in page.lines(start, min(len(page), start + 60_000)):
        words = page.words[line.slice]
        if begin == line.start and _HEADING.fullmatch(words) and (words[0] in "（[〔" or not kind_before(words, 0, len(words))):
            begin = line.end
            continue
        entry = _entry(page, Span(begin, line.end))
        paged = paged or bool(entry and entry.page is not None)
        if entry and (entry.page is not None or not paged) and not (entry.number is None and _numbered_next(page, line.end)):
            yield entry
            begin = line.end
        elif line.end - begin > _LONGEST:
            begin = line.end


def _numbered_next(page: Page, at: int) -> bool:
    """The next line is the number of this entry."""
    if at >= len(page):
        return False
    line = page.words[at : page.line_end(at)]
    found = _NUMBER.match(_PAGE.sub("", line))
    return bool(found)


def _entry(page: Page, span: Span) -> Entry | None:
    """The words read as title, number and page; None while they are no whole entry."""
    words = page.words[span.slice]
    label = _LABEL.match(words)
    start, end = label.end() if label else 0, len(words)
    number = None
    printed = None
    found = _PAGE.search(words, start, end)
    if found and (page.gaps[span.start + found.start("page")] >= Gap.SPACE or found.start() < found.start("page")):
        printed = int(found["page"])
        end = found.start()
    for _ in range(2):
        coded = _NUMBER.search(words, start, end)
        if not coded or number:
            break
        begin = coded.start()
        kind = next((at for at in range(coded.end() - 3, begin, -1) if kind_before(words, start, at) and page.gaps[span.start + at] >= Gap.SPACE), None)
        begin = kind or begin
        opened = words.rfind("（", max(start, begin - _OPENED), begin)  # （省政府令第291号）
        begin = opened if opened >= 0 and "）" not in words[opened:begin] and words.startswith("）", coded.end() - 1) else begin
        number = number_words(words[begin : coded.end()].strip("（）()"))
        end = begin
    inner = _PAGE.search(words, start, end)  # a page that is printed before the number too
    if printed is not None and number and inner and page.gaps[span.start + inner.start("page")] >= Gap.CELL:
        end = inner.start()
    if end - start < 4 or (printed is None and number is None and not kind_before(words, start, end)):
        return None
    return Entry(Span(span.start + start, span.start + end), number, printed, span)


def _same(page: Page, one: Entry, other: Entry) -> bool:
    return page.words[one.title.slice] == page.words[other.title.slice]


def _again(page: Page, entry: Entry) -> int | None:
    """Where the title of the entry is printed over its notice."""
    title = page.words[entry.title.slice]
    at = page.words.find(title[:2], entry.span.end)
    while at >= 0:
        if page.breaks(at) and same_from(page.words, at, title):
            return at
        at = page.words.find(title[:2], at + 1)
    return None


def gazette_title(front: Page) -> Span | None:
    """The first line of a masthead that names a gazette, without the issue that may follow on the line."""
    word = _word(front)
    for line in front.lines(0, word if word is not None else len(front)):
        if len(line) <= 40 and GAZETTE.search(front.words, line.start, line.end):
            begin = next((at for at in range(line.start + 2, line.end) if _dated(front, at)), line.end)
            return Span(line.start, begin)
    return None


def _dated(front: Page, at: int) -> bool:
    return front.gaps[at] >= Gap.SPACE and bool(re.match(r"\d{4}年|第|（总|总第", front.words[at : at + 6]))
