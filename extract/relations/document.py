"""`document`: what the form of a notice tells of it, and of each text that it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.genre import ending
from kg.model import Carried, Finding, Notice, Refusal, Span

# a title that says its 文种; a title that does not; a carried text printed, or only named (附件：…, 印发《…》)
CUES: dict[str, re.Pattern[str]] = {
    "titled": ending(),
    "untitled": re.compile(r"^"),
    "carried": ending(),
    "named": re.compile(r"[《：]|附件|印发|公布"),
}


_NO_KIND = ("分解",)  # …重点工作责任分解: a text, but of no kind
_HEADLINE = 8  # 青峪县召开全县安全生产工作会议; 内设机构 is the heading of a part


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact for the notice, one for each text that it carries."""
    head = notice.head
    place = head.title_span or head.addressees_span or head.number_span or head.issuers_span or head.date_span
    if not place and head.kind and (at := notice.words.find(head.kind)) >= 0:
        place = Span(at, at + len(head.kind))  # 现将有关事项通知如下, on a page saved without its head
    told = head.kind or head.number or head.issuers or head.date or head.addressees
    if not place or not (told or len(head.title) >= _HEADLINE):
        yield Refusal(place or Span(0, 1), "document.untitled", "a page without title, number, sender or date")
        return
    rule = "titled" if head.kind else "untitled"
    args = {
        "number": head.number,
        "title": head.title or None,
        "kind": _kind(head.kind),
        "issuers": head.issuers,
        "date": head.date,
        "addressees": head.addressees,
        "carried_by": None,
    }
    yield Finding(args, place, f"document.{rule}", 0.99 if head.kind else 0.7)
    for text in head.carried:
        yield _carried(text, notice.document)


def _carried(text: Carried, by: str) -> Finding:
    args = {
        "number": text.number,
        "title": text.title,
        "kind": _kind(text.kind),
        "issuers": text.issuers,
        "date": text.date,
        "addressees": text.addressees,
        "carried_by": by,
    }
    rule = "carried" if text.printed else "named"
    return Finding(args, text.title_span, f"document.{rule}", 0.99 if text.printed else 0.9)


def _kind(read: str | None) -> str | None:
    """The 文种 to state of the one that was read."""
    return None if read in _NO_KIND else read
