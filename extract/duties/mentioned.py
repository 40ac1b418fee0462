"""The mentions of agencies as doers: parts read with their body, rows of two kinds parted, short names that the notice gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.duties.nouns import UNIT_OF
from extract.duties.shorts import short_names
from extract.mentions.agency import AgencyMention, agencies_in
from kg.model import Span

# 各镇、街道
_TOWNS = re.compile(r"(?P<each>各|有关|相关|各有关|各相关)(?P<one>镇|乡|乡镇|镇乡|街镇|镇街|街道)[、和及](?P<two>街道|镇|乡|功能区|开发区|园区|社区|村)")
# 各乡镇和责任单位
_AND_UNITS = re.compile(
    r"(?P<one>各(?:乡镇|镇街|街镇|镇乡|[镇乡县区市村]|街道|县区|区县|社区|地区?|村居))[、和及与]"
    r"(?P<two>(?:责任|牵头|成员|承办|主管|参建|配合|驻[镇乡村县市区])+(?:部门|单位|企业).*)"
)
# 各地各有关部门
_PLACES = re.compile(r"(?P<one>各(?:地区?|镇街|乡镇|县区|区县))[、和及]?(?P<two>各(?:有关|相关)?(?:部门|单位|企业).*)")
# what a body calls its parts
_INNER = re.compile(r"(?![省市区县州旗镇乡各])[一-龥]{1,8}(?<!公)[司处科股]|(?:[省市区县]级)?分公司")

_OFFICES = re.compile(r"(?:其他|其它)?(?:各|有关|相关)+(?:行政|主管|职能)*(?:部门|单位|机构)")  # 同级人民政府|有关部门


def mentioned(words: str, spans: Iterable[Span] = ()) -> list[AgencyMention]:
    """The mentions in the words of a notice, in order; `spans` are its leaves, and no name goes over the end of one.

    >>> [one.words for one in mentioned("各镇、街道和区发改委社会科要报送")]
    ['各镇', '各街道', '区发改委社会科']
    """
    found = (one for span in spans or (Span(0, len(words)),) for one in _whole(words, agencies_in(words, span)))
    return _with(list(short_names(words)), [part for one in found for part in _apart(one) if not UNIT_OF.search(part.words)])


def _apart(mention: AgencyMention) -> Iterable[AgencyMention]:
    """各镇、街道 are two kinds of doers: 各镇, 各街道; so are 各地各有关部门."""
    row = _PLACES.fullmatch(mention.words) or _AND_UNITS.fullmatch(mention.words) or _TOWNS.fullmatch(mention.words)
    if not row or len(mention.words) != len(mention.span):
        return (mention,)
    each = row["each"] if row.re is _TOWNS else ""
    one, two = mention.span.start + row.end("one"), mention.span.start + row.start("two")
    return (
        replace(mention, span=Span(mention.span.start, one), words=each + row["one"]),
        replace(mention, span=Span(two, mention.span.end), words=each + row["two"]),
    )


def _whole(words: str, found: Iterable[AgencyMention]) -> Iterator[AgencyMention]:
    """The mentions, a part that stands next to its body read with it: 发展改革委|地区经济司."""
    last: AgencyMention | None = None
    for one in found:
        next_to = last is not None and last.span.end == one.span.start and words.startswith(one.words, one.span.start)
        part = _INNER.fullmatch(one.words) and not one.group and last and not last.group
        offices = last and last.words.endswith("政府") and _OFFICES.fullmatch(one.words)
        if last and next_to and (part or offices):
            last = replace(last, span=Span(last.span.start, one.span.end), words=last.words + one.words, group=last.group or one.group)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _with(shorts: list[AgencyMention], found: list[AgencyMention]) -> list[AgencyMention]:
    """The mentions, and the short names that the notice gives where none of them holds those."""
    ends = [one.span.end for one in found]
    new = []
    for short in shorts:
        i = bisect_right(ends, short.span.start)
        over = found[i] if i < len(found) else None
        if over is None or over.span.start > short.span.start or (over.span.start == short.span.start and over.span.end < short.span.end):
            new.append(short)
    taken = {one.span.start for one in new}
    return sorted([*(one for one in found if one.span.start not in taken), *new], key=lambda one: one.span) if new else found
