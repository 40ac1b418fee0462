"""`service`: a row of a catalogue of powers or services (权力清单, 行政许可事项目录, 公共服务事项目录).

`3 | 教师资格认定 | 行政许可 | 区教育局` is one fact; a row of two agencies is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.catalogue import Entry, entries
from extract.mentions.agency import agency, agency_list
from extract.mentions.naming import full_name
from kg.model import Agency, Finding, Notice, Refusal, Span

# the form of the row: cells under a header, a header and rows that lost their cells, a numbered list under headings
CUES: dict[str, re.Pattern[str]] = {
    "table": re.compile(r"(?:事项|职权|权力|项目|服务)(?:名称|内容)?"),
    "flat": re.compile(r"序号.{0,12}(?:事项|职权|权力|项目|服务)"),
    "list": re.compile(r"目录|清单"),
}
_CONFIDENCE = {"table": 0.99, "flat": 0.9, "list": 0.7}
_GOVERNMENT = re.compile(r"(?:政府|国务院|委)(?:办公[厅室])?$")
_TRAILING = re.compile(r"[；;。，,、]+$")


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact for each row and agency."""
    for entry in entries(notice):
        item = _TRAILING.sub("", _said(notice.printed, entry.item))
        kind = _said(notice.words, entry.kind) or None
        if not item:
            continue
        whose = _agencies(notice, entry)
        if not whose:
            yield Refusal(entry.span, f"service.{entry.how}", "nothing says whose power it is")
        for who in whose:
            yield Finding({"agency": who, "item": item, "kind": kind}, entry.span, f"service.{entry.how}", _CONFIDENCE[entry.how])


def _said(words: str, pieces: Sequence[Span]) -> str:
    return "".join(words[piece.slice] for piece in pieces)


def _agencies(notice: Notice, entry: Entry) -> list[Agency]:
    """Those of the row; the words of the cell as they are where they are no list of known bodies."""
    head = notice.head
    if not entry.agency:
        # the catalogue of an office that issues it itself; a government's is of its offices
        return [] if len(head.issuers) != 1 or _GOVERNMENT.search(head.issuers[0].name) else [head.issuers[0]]
    words = _TRAILING.sub("", _said(notice.words, entry.agency))
    known = agency_list(words)
    if known:
        return [agency(mention, head) for mention in known]
    return [Agency(full_name(words, head.jurisdiction), words)]
