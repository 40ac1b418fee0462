"""Catalogues printed as lists: numbered names of powers under headings of kinds and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.catalogue.captions import caption_kind, heading_agency, heading_kind, is_catalogue
from extract.catalogue.entry import Entry
from extract.mentions.agency import agency_list
from kg.model import Notice, Section, Span

_MOST = 160
_BRACKET = re.compile(r"（([^（）]{2,40})）[；;。]?$")
_SENTENCE = re.compile(r"[。！？](?=.)|[：；]")


def listed(notice: Notice) -> Iterator[Entry]:
    """The items of each text whose title is that of a catalogue."""
    words = notice.words
    for part in notice.tree.walk():
        if part.kind not in ("carried", "annex") or not part.children:
            continue
        title = next((child.span for child in part.children if child.kind == "title"), part.children[0].span)
        if not is_catalogue(words[title.slice]):
            continue
        yield from _items(words, part, caption_kind(words, title), heading_agency(words, title))


def _items(words: str, part: Section, kind: Span | None, agency: Span | None) -> Iterator[Entry]:
    for child in part.children:
        if child.kind in ("heading", "paragraph") and not child.children:
            kind = heading_kind(words, child.span) or kind
            agency = heading_agency(words, child.span) or agency
        if child.kind != "item":
            continue
        own = [leaf for leaf in child.children if leaf.kind in ("heading", "paragraph")]
        text = Span(own[0].span.start, own[-1].span.end) if own else child.span
        inner = [leaf for leaf in child.children if leaf.kind == "item"]
        if told := heading_kind(words, text):
            kind = told
        elif whose := heading_agency(words, text):
            agency = whose
        elif not inner and kind and own and len(text) <= _MOST and not _SENTENCE.search(words[text.slice]):
            yield from _entry(words, child.span, text, kind, agency)
        yield from _items(words, child, kind, agency)


def _entry(words: str, span: Span, text: Span, kind: Span, agency: Span | None) -> Iterator[Entry]:
    """One item, with the agency that it names at its end in brackets, or the one above it."""
    item = text
    hit = _BRACKET.search(words, text.start, text.end)
    if hit and agency_list(words, Span(*hit.span(1))) is not None:
        agency = Span(*hit.span(1))
        item = Span(text.start, hit.start())
    if agency is not None and len(item) > 2:
        yield Entry(span, (item,), (agency,), (kind,), "list")
