"""The signature of a notice: 发文机关署名 and 成文日期 (GB/T 9704 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.head.page import Page, same_from
from extract.mentions.date import DATE, iso_date
from kg.model import Gap, Span

# what may stand right after a signature
_AFTER = re.compile(r"（[^（）]{0,60}(?:公开|印发|删减|联系|盖章|此页|无正文|略|附件|章)[^（）]{0,200}）|[【\[]?(?:公开|主动公开|依申请公开|抄送|抄报|主题词|附件|附表|附：|附录)")
# the 版记: 望溪区人民政府办公室2019年3月6日印发
COLOPHON = re.compile(r"[\u4e00-\u9fa5（）、]{4,60}(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日印发|抄送[：:]|抄报[：:]|主题词[：:]")
_SIGN = re.compile(r"[。，：；！？、《》]")
_ENDS = "。：；！？）”》…"
SEAL = re.compile(r"（[^（）]{0,40}(?:章|代|印)）$")
_BODY = re.compile(
    r"(?:政府|公署|委|会|部|厅|局|办|室|处|府|司|组|行|社|署|中心|公司|集团|厂|校|学|院|机制|指挥部|队|站|所|馆|团|军|党组|支部|联盟|平台|专班|银行|机关|单位|海关|法院|国务院|企业|社区|街道|镇|乡)(?:（[^（）]{1,30}）)*+$"
)
_POST = r"(?:国务院|人民政府)?(?:代|副)?(?:总\s?理|主\s?席|省\s?长|市\s?长|区\s?长|县\s?长|州\s?长|旗\s?长|盟\s?长|镇\s?长|乡\s?长|部\s?长|局\s?长|主\s?任|院\s?长|行\s?长|署\s?长|检察长|会\s?长|董事长|总经理|校\s?长|司令员|委员长|书\s?记)"
_PERSON = re.compile(rf"(?:[\u4e00-\u9fa5]{{0,16}})?{_POST}[：:]?[\u4e00-\u9fa5·]{{2,8}}(?:（[^（）]{{1,12}}）)?")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when: `senders` one after the other, in the order printed."""

    span: Span
    senders: tuple[Span, ...]
    date: str
    date_span: Span


def signature(page: Page, start: int, titles: Sequence[str] = (), issuer: str = "") -> Signature | None:
    """The first signature after `start`: a date by itself, with its senders above or before it.

    `titles` are those of the texts that may follow; `issuer` the sender as the title names it.
    """
    for found in DATE.finditer(page.words, start):
        iso = iso_date(found[0])
        if iso is None or len(iso) < 7:
            continue
        date = Span(*found.span())
        if not _ends(page, date.end, titles) or _is_row(page, date.start):
            continue
        senders = _senders(page, start, date.start, issuer)
        alone = page.breaks(date.start, Gap.WIDE)
        if len(iso) < 10 and not (senders and page.breaks(date.start) and page.breaks(date.end)):
            continue
        if senders or _alone(page, start, date, alone):
            begin = senders[0].start if senders else date.start
            named = tuple(one for one in senders if not _PERSON.fullmatch(page.words[one.slice]))
            return Signature(Span(begin, date.end), named, iso, date)
    return None


def _is_row(page: Page, at: int) -> bool:
    """A row of a table is no signature, though it may end in a body's name or a date."""
    return Gap.CELL in page.gaps[page.line_start(at) + 1 : page.line_end(at)]


def _ends(page: Page, at: int, titles: Sequence[str]) -> bool:
    """Nothing of a sentence follows the date."""
    words = page.words
    if at >= len(page):
        return True
    if words.startswith(("印发", "起", "至", "—", "前", "前后", "以", "之", "）", "，", "。", "、", "；", "的"), at):
        return False
    if page.breaks(at) or _AFTER.match(words, at) or COLOPHON.match(words, at):
        return True
    return page.breaks(at, Gap.WIDE) or any(same_from(words, at, title) for title in titles)


def _alone(page: Page, start: int, date: Span, apart: bool) -> bool:
    """A date with no sender: on its line, or apart from the end of a sentence."""
    before = page.words[date.start - 1] if date.start > start else "。"
    if page.breaks(date.start) and page.breaks(date.end):
        return before in _ENDS or page.gaps[date.start] >= Gap.BLANK or date.end >= len(page)
    return apart or before in "。！" and date.end - date.start >= 8


def _senders(page: Page, start: int, at: int, issuer: str) -> tuple[Span, ...]:
    """The senders that end where the date begins."""
    words = page.words
    if issuer and words.endswith(issuer, start, at) and not page.breaks(at, Gap.WIDE):
        return (Span(at - len(issuer), at),)
    found: list[Span] = []
    for piece in _pieces(page, start, at):
        text = SEAL.sub("", words[piece.slice])
        if not text and found == []:
            continue
        if _is_row(page, piece.start):
            break
        if not 2 <= len(text) <= 60 or _SIGN.search(text):
            tail = _tail(words, piece) if not found or page.gaps[piece.end] < Gap.LINE else None
            if tail:
                found.append(tail)
            break
        if not (_BODY.search(text) or _PERSON.fullmatch(text)) or re.match(r"附件|附：|联系", text):
            break
        found.append(piece)
    return tuple(reversed(found))


def _tail(words: str, piece: Span) -> Span | None:
    """A sender that follows the last sentence with no break between: …特此通知。望溪区人民政府."""
    at = max(words.rfind(sign, piece.start, piece.end) for sign in "。！；：？） ") + 1
    text = SEAL.sub("", words[max(at, piece.start) : piece.end])
    if at <= piece.start or not 3 <= len(text) <= 80 or _SIGN.search(text):
        return None
    if not (_BODY.search(text) or _PERSON.fullmatch(text)):
        return None
    return Span(at, piece.end)


def _pieces(page: Page, start: int, at: int) -> Iterator[Span]:
    """The words before the date from the last to the first, parted by white space; what OCR parted inside a name is joined."""
    end = at
    for _ in range(40):
        if end <= start:
            return
        begin = _before(page, start, end, Gap.SPACE)
        while begin > start and page.gaps[begin] < Gap.LINE and not _SIGN.search(page.words[begin - 1]):
            left = _before(page, start, begin, Gap.SPACE)
            text = page.words[left:begin]
            if len(text) > 30 or _SIGN.search(text) or _BODY.search(text) and not re.fullmatch(r"[\u4e00-\u9fa5]", text):
                break
            begin = left
        yield Span(begin, end)
        end = begin


def _before(page: Page, start: int, end: int, least: Gap) -> int:
    begin = end - 1
    while begin > start and page.gaps[begin] < least and end - begin < 400:
        begin -= 1
    return begin
