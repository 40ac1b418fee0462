"""Fields of work in a list whose kind of body is given once, at its end: 水务、环保、住建等部门; 省财政、审计厅."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.mentions.lexer import Part, Token
from extract.mentions.scan import Found
from kg.model import Span

type Restored = tuple[Span, str, bool]

_KINDS = ("部门", "单位", "局", "厅", "委")
_WHOLE = ("主管部门", "行政主管部门", "行政部门", "监管部门", "管理部门")
_BETWEEN = ("有关", "相关", "等", "等有关", "等相关", "行业")
_ENDING = Part.WEAK | Part.KIND | Part.GROUP
# 环保局 in 水务、环保局: the field with the kind
_NAMED = re.compile(r"[一-龥]{2,6}[局厅]")
_FAR = 200  # tokens; no list is longer
# what one does with others, and only with a level a field of work: 组织、监督有关部门
WORK = re.compile(r"管理$|组织|宣传|监督$|检查$|服务$")
_PLACES = re.compile(r"社区|街道|乡镇|镇街|园区|学校|企业|机关|团体|部队|工会|妇联|医院|银行|高校")  # each a body by itself: 社区、物业公司等单位
_LEVEL = re.compile(r"[我本]?(?:自治区|[区市县省州旗盟镇乡])(?!级)")


def is_class(text: str) -> bool:
    """财政部门 stands for every body of that work, 市财政部门 for one.

    >>> is_class("财政部门"), is_class("市财政部门")
    (True, False)
    """
    return text.endswith("部门") and not _LEVEL.match(text)


def shared(words: str, parts: Sequence[Token], found: Sequence[Found]) -> list[Restored]:
    """A body for each field of a list that has its kind only at the end; those that are whole names are in `found`."""
    covered = bytearray(len(words))
    for one in found:
        covered[one.span.slice] = bytes([1]) * len(one.span)
    out: list[Restored] = []
    for i, token in enumerate(parts):
        if not token.part & _ENDING:
            continue
        text = words[token.start : token.end]
        kind = text if text in _WHOLE else "部门" if text.endswith("部门") else text[-1] if _NAMED.fullmatch(text) else text
        if kind not in _KINDS and kind not in _WHOLE:
            continue
        named = text != kind and len(kind) == 1
        if named and (i < 2 or covered[parts[i - 1].start]):
            continue  # behind a whole name: 教育局、卫生局
        last = i if text != kind else i - 1
        while last >= 0 and words[parts[last].start : parts[last].end] in _BETWEEN:
            last -= 1
        spread = any(words[one.start : one.end].startswith("等") for one in parts[last + 1 : i])
        # 财政部门 itself is a name; in 财政等部门 the last field needs its kind too
        alone = last == i - 1 or text != kind
        items = [span for span in _items(words, parts, last, covered) if not covered[span.start]]
        if alone and items and items[0].end == token.start:
            items = items[1:]
        if last < i - 1 and not spread and (len(items) < 2 or all(WORK.fullmatch(words[one.slice]) for one in items)):
            continue  # 协调有关部门; 组织、监督有关部门
        if not kind.endswith(("部门", "单位")) and not (items and (_LEVEL.match(words, items[-1].start) or text != kind)):
            continue
        if named and (words.startswith("长", token.end) or not all(_is_field(words[span.slice]) for span in items)):
            continue  # 水利局|长, 资金管理、审计局
        for span in items:
            covered[span.slice] = bytes([1]) * len(span)
            name = words[span.slice] + ("" if _PLACES.fullmatch(words, span.start, span.end) else kind)
            out.append((span, name, is_class(name) or kind == "单位"))
    return out


def _is_field(item: str) -> bool:
    return len(item) > 1 and item[-1] != "区" and not WORK.search(item)


def _items(words: str, parts: Sequence[Token], last: int, covered: bytearray) -> Iterator[Span]:
    """Backwards from the last field: the fields between 、 or 和, passing over whole names."""
    least = last - _FAR
    while last >= max(0, least):
        first = last
        if covered[parts[last].start] and not parts[last].part & Part.FIELD:
            while (
                first > 0 and covered[parts[first - 1].start] and parts[first - 1].end == parts[first].start
            ):
                first -= 1
        else:
            first = _field(parts, last)
            if first > last:
                return
            yield Span(parts[first].start, parts[last].end)
        before = first - 1
        if before < 0:
            return
        joint = words[parts[before].start : parts[before].end]
        if joint in ("和", "与", "及") and parts[before].end == parts[first].start:
            last = before - 1
        elif words[parts[before].end : parts[first].start] == "、":
            last = before
        else:
            return


def _field(parts: Sequence[Token], last: int) -> int:
    """The first token of the field that ends here, its level with it; past `last` where there is none."""
    first = last + 1
    while (
        first > 0
        and parts[first - 1].part & (Part.FIELD | Part.LEVEL)
        and not parts[first - 1].part & Part.STOP
    ):
        if first <= last and parts[first - 1].end != parts[first].start:
            break
        first -= 1
        if parts[first].part & Part.LEVEL and not parts[first].part & Part.FIELD:
            break
    return first
