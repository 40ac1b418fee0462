"""References that belong together, or took words with them that are not theirs, as a citation names the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from extract.mentions.reference import Reference
from kg.model import Span

_LEADS = re.compile(r"(?:根据|按照|依据|依照|遵照|贯彻落实|贯彻|落实|执行)(?=[\u4e00-\u9fff])")
_SENT, _SENDS = re.compile("的(?:通知|函)（"), ("印发", "转发", "批转", "下发")


def joined(words: str, references: list[Reference]) -> Iterator[Reference]:
    """印发《X》的通知（望办发〔2019〕1号）: the number is that of X; a title without marks begins behind the cue: 根据|国务院办公厅转发…的通知."""
    taken = None
    for one, after in zip_longest(references, references[1:]):
        if one is taken:
            continue
        if one.form == "about" and one.title and one.title_span and (cue := _LEADS.match(one.title)):
            title = Span(one.title_span.start + cue.end(), one.title_span.end)
            one = replace(one, span=Span(title.start, one.span.end), title=words[title.slice], title_span=title)
        sent = _SENT.match(words, one.span.end) if one.form == "marked" and not one.number and words.endswith(_SENDS, 0, one.span.start) else None
        if sent and after and after.form == "number" and after.span.start == sent.end():
            taken = after
            one = replace(one, number=after.number, span=Span(one.span.start, after.span.end))
        yield one
