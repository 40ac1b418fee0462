"""The body of a notice as blocks of running text, each with the numbered items that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.titles import DOERS, LIMITS
from kg.model import Notice, Section, Span

_TEXT = {"paragraph", "heading"}
_LINE = re.compile(r"[^，。；：]{2,30}?[局委办厅院部会站队所室科处股组镇乡](?:具体|主要)?(?:负责|承担)(?!人|同志)[^。；：]{2,60}")
_TITLED = re.compile(f"(?:{DOERS}|{LIMITS})：")
# what stands between the parts of a table that goes on on the next page
_CONTINUED = re.compile(r"[^。；：]{0,30}(?:（续表?\d{0,2}）|续(?:[上前]?表|\d{0,2}))|[-—]*\d{1,3}[-—]*")
POINT = 5  # the level from which on a number is one of a short list: 1., （1）, ①
FIRST = re.compile(r"（?[1一](?![\d一二三四五六七八九十])|[①⑴㈠]")  # the number that begins a list
_DASH = re.compile(r"[-—–·•●◆■◇□○▪*]{1,2}(?=[^\d])")
_ITS_DUTIES = re.compile(r"(?:主要|工作|基本|岗位|具体)*(?:职责|职能|任务)[^，。；：]{0,4}：?")
_SKIPPED = {"head", "signature", "contents", "table", "title"}


@dataclass(frozen=True, slots=True)
class Block:
    """One leaf of text; `items` are the numbered parts around it, the outermost first."""

    leaf: Section
    items: tuple[Section, ...]

    @property
    def span(self) -> Span:
        return self.leaf.span


def blocks(notice: Notice) -> Iterator[Block]:
    """The blocks of body, carried texts and annexes, in order; tables apart."""
    yield from _below(notice.words, notice.tree, ())


def tables(notice: Notice) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """The tables of a notice with the items around them, one that goes on behind （续表） as one."""

    def walk(part: Section, items: tuple[Section, ...]) -> Iterator[tuple[Section, tuple[Section, ...]]]:
        if part.kind == "table":
            yield part, items
            return
        inner = (*items, part) if part.kind == "item" else items
        for child in part.children:
            yield from walk(child, inner)

    last: tuple[Section, tuple[Section, ...]] | None = None
    for part, items in walk(notice.tree, ()):
        if last and _CONTINUED.fullmatch(notice.words, last[0].span.end, part.span.start):
            rows = (*last[0].children, *part.children)
            last = Section("table", Span(last[0].span.start, part.span.end), rows), last[1]
            continue
        if last:
            yield last
        last = part, items
    if last:
        yield last


def leaves(notice: Notice) -> list[Span]:
    """Every leaf with words in it but numbers and dashes, in order, cut before the labels in it: 牵头单位：区卫健局 责任单位：各镇."""
    words = notice.words
    spans = [Span(past_dash(words, leaf.span), leaf.span.end) for leaf in notice.tree.leaves() if leaf.kind != "label" and len(leaf.span)]
    cuts = [[hit.start() for hit in _TITLED.finditer(words, span.start + 1, span.end)] for span in spans]
    return [Span(a, b) for span, inside in zip(spans, cuts, strict=True) for a, b in pairwise([span.start, *inside, span.end])]


def in_row(words: str, listed: Sequence[Block], i: int) -> bool:
    """Whether a line without a sign is one of several that say what bodies do: 区公安局负责维护秩序 / 区卫健局负责救护."""
    if not _LINE.fullmatch(words, listed[i].span.start, listed[i].span.end):
        return False
    beside = (*listed[max(0, i - 1) : i], *listed[i + 1 : i + 2])
    return any(_LINE.fullmatch(words, one.span.start, one.span.end) for one in beside)


def content_start(item: Section) -> int:
    """Where the words of an item begin, behind its number."""
    if item.children and item.children[0].kind == "label":
        return item.children[0].span.end
    return item.span.start


def past_dash(words: str, span: Span) -> int:
    """Where a line begins behind the dash or the dot that stands for its number: ——|负责文电."""
    sign = _DASH.match(words, span.start, span.end)
    return sign.end() if sign else span.start


def unboxed(words: str, line: Span) -> Span:
    """A heading without the brackets around it: 【办公室职责】."""
    boxed = line.end - line.start > 2 and words[line.start] == "（" and words.find("）", line.start) == line.end - 1
    return Span(line.start + 1, line.end - 1) if boxed else line


def heading(item: Section) -> Section | None:
    """The heading of an item, where it has one."""
    return next((child for child in item.children[:2] if child.kind == "heading"), None)


def heading_span(item: Section | None) -> Span | None:
    """The words of the heading of an item; None without an item, or where it has no heading."""
    title = heading(item) if item else None
    return title.span if title else None


def begins_item(block: Block) -> bool:
    """Whether a block is the first of the item that it is in."""
    return bool(block.items) and content_start(block.items[-1]) == block.span.start


def _below(words: str, part: Section, items: tuple[Section, ...]) -> Iterator[Block]:
    if part.kind in _SKIPPED:
        return
    if not part.children:
        if part.kind in _TEXT and len(part.span):
            yield Block(part, items)
        return
    inner = (*items, part) if part.kind == "item" else items
    for child, behind in zip(part.children, (*part.children[1:], None), strict=True):
        yield from _below(words, _ended(words, child) if behind and _again(words, child, behind) else child, inner)


def _again(words: str, item: Section, behind: Section) -> bool:
    """Whether a list begins anew behind an item: （三）编制计划 / 综合科职责： / （一）管理档案."""
    same = item.kind == behind.kind == "item" and item.level == behind.level
    return same and not FIRST.match(words, item.span.start) and bool(FIRST.match(words, behind.span.start))


def _ended(words: str, item: Section) -> Section:
    """The last item of a list, without a heading where the line below it is that of the next list."""
    label, *said = item.children
    if len(said) == 2 and _ITS_DUTIES.fullmatch(words, said[1].span.start, said[1].span.end):
        return item  # （二）宣传组 / 主要职责：
    heads = len(said) > 1 and all(one.kind == "heading" or words.endswith("：", 0, one.span.end) for one in said)
    return replace(item, children=(label, replace(said[0], kind="paragraph"), *said[1:])) if heads else item
