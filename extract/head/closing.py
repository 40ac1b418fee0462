"""The signature of a notice: 发文机关署名 and 成文日期, and what is printed after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Gap, Span

from extract.head.addressee import _LAST
from extract.head.page import Page, same_from
from extract.mentions.date import DATE, iso_date

_NOTE = re.compile(
    r"（(?:此件|此文|本文|此页|联系|公开|主动|依申请|信息公开|注：|盖章|章）|以上|略)[^（）]{0,200}）|公开(?:属性|方式|类别|范围)?：?(?:主动公开|依申请公开|不予公开)|抄送|抄报|主送：|主题词|附件|附表|附：|附录"
)
_SENTENCE = re.compile(r"[。，：；！？、]")
_SEAL = re.compile(r"（[^（）]{0,30}(?:代章|盖章|印章|章|代)）$")
_PERSON = re.compile(r"^(?:代)?(?:总理|主席|省长|市长|区长|县长|州长|旗长|镇长|乡长|部长|局长|主任|院长|行长|署长|检察长|会长|董事长|签发人)")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when; `lines` the senders, one after the other; a piece that is not printed is None."""

    span: Span
    lines: tuple[Span, ...]
    date: str | None
    date_span: Span | None


def signature(page: Page, start: int, titles: Sequence[str] = (), issuer: str = "") -> Signature | None:
    """The first signature after `start`: a date by itself after the end of a sentence, with the senders above or before it."""
    for found in DATE.finditer(page.words, start):
        iso = iso_date(found[0])
        if iso is None or len(iso) < 10:
            continue
        done = _signed(page, start, Span(*found.span()), iso, titles, issuer)
        if done:
            return done
    return None


def _signed(page: Page, start: int, date: Span, iso: str, titles: Sequence[str], issuer: str) -> Signature | None:
    words = page.words
    if not _ends(page, date.end, titles):
        return None
    if page.breaks(date.start, Gap.WIDE) or (page.breaks(date.start, Gap.SPACE) and page.breaks(date.end)):
        senders = _above(page, start, date.start)
        begin = senders[0].start if senders else date.start
        if senders or begin <= start or words[begin - 1] in "。：；）”》！？" or page.breaks(date.start):
            return Signature(Span(begin, date.end), senders, iso, date)
        return None
    if issuer and words.endswith(issuer, start, date.start):
        sender = Span(date.start - len(issuer), date.start)
        return Signature(Span(sender.start, date.end), (sender,), iso, date)
    senders = _before(page, start, date.start)
    if senders:
        return Signature(Span(senders[0].start, date.end), senders, iso, date)
    if date.start > start and words[date.start - 1] in "。！":
        return Signature(date, (), iso, date)
    return None


def _ends(page: Page, at: int, titles: Sequence[str]) -> bool:
    """Nothing of a sentence follows the date."""
    if at >= len(page):
        return True
    if page.words.startswith("印发", at):
        return False
    if page.breaks(at, Gap.SPACE) or _NOTE.match(page.words, at):
        return True
    return any(same_from(page.words, at, title) for title in titles)


def _above(page: Page, start: int, at: int) -> tuple[Span, ...]:
    """The lines (or columns) above the date that name senders."""
    found: list[Span] = []
    end = at
    while end > start and len(found) < 30:
        begin = end - 1
        while begin > start and page.gaps[begin] < Gap.SPACE:
            begin -= 1
        piece = page.words[begin:end]
        if not _sender(piece):
            break
        found.append(Span(begin, end))
        end = begin
    return tuple(reversed(found))


def _sender(piece: str) -> bool:
    piece = _SEAL.sub("", piece)
    if not 2 <= len(piece) <= 60 or _SENTENCE.search(piece):
        return False
    return bool(_LAST.search(piece) or _PERSON.match(piece) or len(piece) <= 4)


def _before(page: Page, start: int, at: int) -> tuple[Span, ...]:
    """A sender between the end of the body and the date, with no break between them."""
    begin = at
    while begin > start and page.words[begin - 1] not in "。，：；！？、》”" and page.gaps[begin] < Gap.SPACE and at - begin < 80:
        begin -= 1
    piece = page.words[begin:at]
    if begin > start and page.words[begin - 1] not in "。！？：；》”）" and page.gaps[begin] < Gap.SPACE:
        return ()
    return (Span(begin, at),) if piece and len(piece) >= 4 and _LAST.search(_SEAL.sub("", piece)) else ()
