"""The work that labels below it give: the item they stand in, the list it ends, or the fields of a record (任务：… / 内容：…)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from extract.duties.blocks import POINT, Block, content_start, heading, heading_span
from extract.duties.clause import split
from extract.duties.labels import LABEL, WHO
from extract.duties.predicate import MODAL, starts_work
from extract.lexicon import either, table
from extract.titles import names_column
from extract.tree.records import NUMBER
from kg.model import Section, Span

_RECORD = 5  # lines before the labels in which the fields of a record are looked for
_BLOCKS = 200  # of an item above them, in which its last field is
_FIRST = ("1", "一", "①")
_FIELDS = frozenset(table("duties")["labels"]["task"])
_NUMBERED = rf"(?:整改)?(?:{either(_FIELDS)})(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})?"
_FIELD = re.compile(rf"(?:{_NUMBERED}：|（{_NUMBERED}）：?)(?=.)")
_TOLD = re.compile(r"(?:负责|牵头|配合|协办|参与)(?:，[^，。；]{2,16})?[。；）]*$")
_BARE = re.compile(rf"(?:{either(_FIELDS)})：\d{{1,2}}[.．、]")  # 工作内容：/ 1.
_SHARE = re.compile(r"(?:分工|职责|责任)$")
_ANNOUNCED = re.compile(r"(?:如下|以下|下列)[^。；]{0,8}：$")  # 现将有关事项通知如下：
_ENDS = 24
_AMISS = re.compile(r"不(?!断|仅|少于|低于)|未|缺|欠|滞后|薄弱|破损|隐患|问题(?:较|突出|多|严)|严重|违规|超标|存在(?!的)|较[差低少多慢]")
_COUNTS = re.compile(r"\d+(?:宗|处|起|件|个|户|家|条|座)")
_OTHER = re.compile(r"[^，。；：]{2,8}：(?=.)")  # 总投资：8600万元


def headed(words: str, listed: Sequence[Block], i: int, behind: int) -> Span | None:
    """The work below labels that head it, from the block `behind` on: 牵头单位：区民政局 / 负责统筹协调。; None where there is none, or some above."""
    items = listed[i].items
    over = listed[i - 1] if i else None
    shared = items and over and over.span == heading_span(items[-1]) and _SHARE.search(words, over.span.start, over.span.end)
    if over and not shared and not words.endswith("：", 0, over.span.end):
        return None
    return following(words, listed, behind, items)


def following(words: str, listed: Sequence[Block], behind: int, items: tuple[Section, ...]) -> Span | None:
    """The paragraphs and points from a block on, up to the next labels or the end of what the labels stand in."""
    end = start = listed[behind].span.start if behind < len(listed) else 0
    for block in listed[behind:]:
        inner = block.items[len(items) :]
        if block.items[: len(items)] != items or LABEL.match(words, block.span.start, block.span.end) or (inner and inner[0].level < POINT):
            break
        end = block.span.end
    field = _BARE.match(words, start, end) or _FIELD.match(words, start, end)
    if not field and end > start and not starts_work(words, start, end):
        return None
    return Span(field.end() if field else start, end) if end > start else None


def above(words: str, listed: Sequence[Block], i: int, told: Collection[int]) -> Span | None:
    """The work above the labels that begin with the block `i`; `told` where other labels begin."""
    first = listed[i]
    item = first.items[-1] if first.items else None
    if item and content_start(item) < first.span.start:
        if (field := _last_field(words, listed, i)) is not None:
            return Span(field, first.span.start)
        title = heading(item)
        said = list(islice((leaf.span for leaf in item.leaves() if leaf.kind == "paragraph" and leaf.span.start < first.span.start), 2))
        if title and (len(said) > 1 or (said and _of_facts(words, title.span, said[0]))):
            return title.span  # a heading over several paragraphs, or over one that tells how things are, names the work
        start = content_start(_listed(words, listed, i, told))
        titled = _FIELD.match(words, start, first.span.start)
        return Span(titled.end() if titled else start, first.span.start)
    if item and words[first.span.end - 1] not in "；，" and (rest := _behind(words, listed, i)):
        return rest  # 一、责任单位：区水务局 / 整治病险水库5座。
    return _fields(words, listed[max(0, i - _RECORD) : i])


def _of_facts(words: str, title: Span, told: Span) -> bool:
    """Whether heading and paragraph tell what is amiss, and no sentence begins with work: 道路破损 / 建设街多处路面开裂，存在安全隐患。

    A problem that is only counted is told so too: 违法建设问题 / 全区共84宗，已拆除52宗。
    """
    counted = words[title.slice].rstrip("。").endswith("问题") and len(_COUNTS.findall(words, told.start, told.end)) > 1
    if counted and not MODAL.search(words, told.start, told.end):
        return True
    said = [title, *split(words, told, "。；")]
    asked = any(starts_work(words, one.start, one.end) or MODAL.search(words, one.start, one.end) for one in said)
    return not asked and _AMISS.search(words, title.start, told.end) is not None


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
    while i and item.level >= POINT:
        i -= 1
        block = listed[i]
        if block.items[: len(outer)] != outer or len(block.items) < len(items) or block.items[len(outer)].level != item.level:
            break
        if block.span.start in told or WHO.search(words, block.span.start, block.span.end) or _TOLD.search(words, block.span.start, block.span.end):
            return item
        now = block.items[len(outer)]
    return now if words.startswith(_FIRST, now.span.start + words.startswith("（", now.span.start)) else item


def _last_field(words: str, listed: Sequence[Block], i: int) -> int | None:
    """Where the last field of the item begins, its title left out: 存在问题：… / 整改措施：…."""
    item = listed[i].items[-1]
    last = max(0, i - _BLOCKS)
    while i > last and listed[i - 1].items[-1:] == (item,):
        i -= 1
        if content_start(item) < listed[i].span.start and (field := _FIELD.match(words, listed[i].span.start, listed[i].span.end)):
            return field.end()
    return None


def _fields(words: str, before: Sequence[Block]) -> Span | None:
    """The block before the labels, and the fields of the record before it: 项目名称：镇区污水厂 / 建设内容：日处理3000吨."""
    if not before or _ANNOUNCED.search(words, max(before[-1].span.start, before[-1].span.end - _ENDS), before[-1].span.end):
        return None
    start, end = before[-1].span.start, 0
    for block in reversed(before):
        field = _FIELD.match(words, block.span.start, block.span.end)
        other = _OTHER.match(words, block.span.start, block.span.end)
        if block.items or not (field or other) or LABEL.match(words, block.span.start, block.span.end):
            break
        if field:
            start, end = field.end(), end or block.span.end
    end = end or before[-1].span.end
    bare = words[start:end].rstrip("：")
    return None if NUMBER.fullmatch(bare) or bare in _FIELDS or names_column(bare) else Span(start, end)
