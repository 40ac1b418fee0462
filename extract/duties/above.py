"""The work that labels below it give: the item they stand in, the list it ends, or the fields of a record (任务：… / 内容：…)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extract.duties.blocks import Block, content_start, heading
from extract.duties.labels import LABEL, WHO
from extract.lexicon import either, table
from extract.titles import names_column
from extract.tree.records import NUMBER
from kg.model import Section, Span

_POINT = 5  # from here on a number is one of a short list: 1., （1）, ①
_FIRST = ("1", "一", "①")
_FIELDS = frozenset(table("duties")["labels"]["task"])
_FIELD = re.compile(rf"(?:{either(_FIELDS)})：(?=.)")


def above(words: str, listed: Sequence[Block], i: int, told: Collection[int]) -> Span | None:
    """The work above the labels that begin with the block `i`; `told` where other labels begin."""
    first = listed[i]
    item = first.items[-1] if first.items else None
    if item and content_start(item) < first.span.start:
        if (field := _last_field(words, listed, i)) is not None:
            return Span(field, first.span.start)
        title = heading(item)
        if title and sum(leaf.span.start < first.span.start for leaf in item.leaves() if leaf.kind == "paragraph") > 1:
            return title.span  # a heading over several paragraphs names the work
        return Span(content_start(_listed(words, listed, i, told)), first.span.start)
    if item and words[first.span.end - 1] not in "；，" and (rest := _behind(words, listed, i)):
        return rest  # 一、责任单位：区水务局 / 整治病险水库5座。
    return _fields(words, listed[max(0, i - _POINT) : i])


def _behind(words: str, listed: Sequence[Block], i: int) -> Span | None:
    """The rest of an item that begins with its labels."""
    item = listed[i].items[-1]
    start = next((one.span.start for one in listed[i + 1 :] if not LABEL.match(words, one.span.start, one.span.end)), item.span.end)
    return Span(start, item.span.end) if start < item.span.end else None


def _listed(words: str, listed: Sequence[Block], i: int, told: Collection[int]) -> Section:
    """The first item of a short list whose last item the labels stand in, where no other item of it has labels; else that item."""
    items = listed[i].items
    outer, item = items[:-1], items[-1]
    now = item
    while i and item.level >= _POINT:
        i -= 1
        block = listed[i]
        if block.items[: len(outer)] != outer or len(block.items) < len(items) or block.items[len(outer)].level != item.level:
            break
        if block.span.start in told or WHO.search(words, block.span.start, block.span.end):
            return item
        now = block.items[len(outer)]
    return now if words.startswith(_FIRST, now.span.start + words.startswith("（", now.span.start)) else item


def _last_field(words: str, listed: Sequence[Block], i: int) -> int | None:
    """Where the last field of the item begins, its title left out: 存在问题：… / 整改措施：…."""
    item = listed[i].items[-1]
    while i and listed[i - 1].items[-1:] == (item,):
        i -= 1
        if content_start(item) < listed[i].span.start and (field := _FIELD.match(words, listed[i].span.start, listed[i].span.end)):
            return field.end()
    return None


def _fields(words: str, before: Sequence[Block]) -> Span | None:
    """The block before the labels, and the fields of the record before it: 项目名称：镇区污水厂 / 建设内容：日处理3000吨."""
    if not before:
        return None
    fields = [_FIELD.match(words, block.span.start, block.span.end) for block in before]
    start = before[-1].span.start
    for block, field in zip(reversed(before), reversed(fields), strict=False):
        if not field or block.items:
            break
        start = field.end()
    bare = words[start : before[-1].span.end].rstrip("：")
    return None if NUMBER.fullmatch(bare) or bare in _FIELDS or names_column(bare) else Span(start, before[-1].span.end)
