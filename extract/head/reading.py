"""The composition: opening, publishing clause, signature, carried texts, to one Head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.head.carried import Found, carried, colophon, listed, under_title
from extract.head.closing import Signature, signature
from extract.head.genre import kind_of
from extract.head.number import number_words
from extract.head.opening import opening
from extract.head.page import Page, Part
from extract.head.parties import addressees, senders
from extract.head.place import jurisdiction
from extract.head.publishing import Publishing, publishing
from extract.mentions.date import dates_in
from kg.model import Agency, Carried, Head, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A head with the pieces that it was read from: `parts` before the body, the signature, `tail` where the 版记 begins."""

    head: Head
    parts: tuple[Part, ...]
    body: int
    signature: Signature | None
    published: tuple[Publishing, ...]
    tail: int


def read_head(page: Page, printed: str) -> Reading:
    """The head of a notice; total: any words have one."""
    parts = opening(page)
    body = parts[-1].span.end if parts else 0
    title = next((part.span for part in parts if part.kind == "title"), Span(0, min(len(page), 1)))
    number = next((part.span for part in parts if part.kind == "number"), None)
    to = next((part.span for part in parts if part.kind == "addressee"), None)
    tail = colophon(page, body)
    named = publishing(page.words, title, Span(body, len(page)))
    titles = [page.words[one.title_span.slice] for one in named]
    from_title = senders(page.words, title)
    issuer = "".join(one.mention for one in from_title)
    signed = signature(page, body, titles, issuer)
    after = signed.span.end if signed else body
    texts = carried(page, after, tail, named, listed(page, body, tail))
    issuers, issuers_span = _issuers(page, from_title, title, signed)
    place = jurisdiction([one.mention for one in issuers])
    date, date_span = _date(page, parts, signed, title)
    head = Head(
        title=printed[title.slice].strip("《》") if printed[title.slice].startswith("《") and printed[title.slice].endswith("》") else printed[title.slice],
        title_span=title,
        number=number_words(page.words[number.slice]) if number else None,
        number_span=number,
        kind=kind_of(page.words[title.slice]),
        issuers=issuers,
        issuers_span=issuers_span,
        date=date,
        date_span=date_span,
        addressees=addressees(page.words, to, place) if to else (),
        addressees_span=to,
        jurisdiction=place,
        carried=tuple(_carried(page, printed, one, place) for one in texts),
    )
    return Reading(head, parts, body, signed, named, tail)


def _issuers(page: Page, from_title: tuple[Agency, ...], title: Span, signed: Signature | None) -> tuple[tuple[Agency, ...], Span | None]:
    if signed and signed.lines:
        found = []
        for line in signed.lines:
            words = re.sub(r"（[^（）]*(?:章|代)）$", "", page.words[line.slice])
            if len(words) > 3 and not re.match(r"(?:代)?(?:总理|主席|省长|市长|区长|县长|部长|主任|院长)", words):
                found.append(Agency(words, words))
        if found:
            return tuple(found), Span(signed.lines[0].start, signed.lines[-1].end)
    return from_title, title if from_title else None


def _date(page: Page, parts: tuple[Part, ...], signed: Signature | None, title: Span) -> tuple[str | None, Span | None]:
    if signed and signed.date:
        return signed.date, signed.date_span
    spans = [part.span for part in parts if part.kind == "note"] + [title]
    for span in spans:
        for date in dates_in(page.words, span):
            if len(date.iso) == 10 and (span == title or not re.match(r"发布|时间|日期", page.words[span.slice])):
                return date.iso, date.span
    return None, None


def _carried(page: Page, printed: str, one: Found, place: str) -> Carried:
    kind = kind_of(one.title)
    title = printed[one.title_span.slice]
    if not one.printed:
        return Carried(title, kind, one.span, one.title_span, printed=False)
    names, date, _ = under_title(page, one.title_span.end, one.span.end)
    issuers = tuple(Agency(page.words[span.slice], page.words[span.slice]) for span in names)
    return Carried(title, kind, one.span, one.title_span, True, issuers, date)
