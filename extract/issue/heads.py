"""Where the notices of an issue begin.

By the form alone: a title that ends in a 文种, next to a line that is a number, a line of addressees, or a note of adoption. A number
cited in a sentence is no line of its own; a text that a notice carries is named by that notice; an annex stands under 附件.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.head.addressee import addressee_at
from extract.head.annex import annexes
from extract.head.bodies import listed
from extract.head.genre import kind_before, kind_of, official
from extract.head.number import number_at, number_words, serial_at
from extract.head.opening import opening
from extract.head.page import Page, folded, likeness, same_from
from extract.head.publishing import publishing
from extract.head.title import adopted_at
from extract.head.web import DATELINE, red_head_at
from extract.issue.contents import Entry
from extract.issue.running import Head, running, senders
from extract.mentions.date import DATE
from kg.model import Gap, Span

_SIGN = re.compile(r"[。；！？]")
_BODY = rf"(?:{listed('bodies')})(?:（[^（）]{{1,30}}）)?"
_ABOUT = r"(?:联合)?(?:关于|印发|转发|批转|公布|发布|任免|任命|免去|表彰)"
_FRONT = re.compile(rf"(?:[^，。、：《》“]{{1,60}}{_BODY})?{_ABOUT}")
_SENDER = re.compile(rf"[^，。；：《》“\d]{{2,60}}{_BODY}")
_PLAIN = re.compile(rf"[^，。；：《》“]{{2,40}}{_BODY}[^，。；：《》]{{0,30}}(?:令|公告|通告|布告|纪要|名单|公报|决议|决定|命令|通报|通知)")
_ROLL = re.compile(r"(?:任免|任命|免职|任职|选举)\S{0,6}名单$")
_NO_LINE = re.compile(
    r"（(?:此件|本文|此文)|抄送|抄报|主题词|附件|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|第[一二三四五六七八九十]+[章条节]"
)
_ANNEX = re.compile(r"附件?[\d一二三四五六七八九十]{0,3}[：:]?|附录[\d一二三四五六七八九十]{0,2}")
_TITLES = re.compile(r"《[^》]*》")
_SIGNS = re.compile(r"[\d\W]+")
_LINES = 8
_NEAR = 3000  # how far from its head a notice names what it carries


def heads(page: Page, after: int = 0, entries: Sequence[Entry] = ()) -> list[int]:
    """The starts of the notices of a text from `after` on, in order."""
    known = {folded(page.words[entry.title.slice]) for entry in entries}
    found: list[Head] = []
    carried: set[str] = set()
    candidates = [*_candidates(page, after), *_listed(page, after, entries)]
    for head in sorted(candidates, key=lambda one: (one.title.start, one.number is None)):
        title = folded(page.words[head.title.slice])
        listed = title in known
        if found and head.title.start < found[-1].title.end:
            continue
        if not (head.sure or listed) or (found and _repeats(page, found[-1], head)):
            continue
        if (not listed and any(_same(title, one) for one in carried)) or _under_annex(page, head.start):
            continue
        found.append(head)
        carried = _carried(page, head.start)
    names = tuple(senders(page, found))
    return [_from_sender(page, head, names) for head in found]


def _same(one: str, other: str) -> bool:
    """Two wordings of one title, neither of them a part of a longer one (关于印发…的通知)."""
    return 4 * min(len(one), len(other)) >= 3 * max(len(one), len(other)) and likeness(one, other) >= 0.8


def _from_sender(page: Page, head: Head, names: tuple[str, ...]) -> int:
    """Where the title begins with a sender of the issue, where line breaks are lost and words of a table stand before it."""
    words = page.words[head.title.slice]
    if head.start != head.title.start or page.breaks(head.start) or words.startswith(names):
        return head.start
    return head.start + max(0, next((at for name in names if (at := words.rfind(name)) > 0), 0))


def _candidates(page: Page, after: int) -> Iterator[Head]:
    """Every place where a title may end, in order, with what stands next to it."""
    for line in page.lines(after):
        end = line.end
        kind = kind_before(page.words, line.start, end)
        if kind and page.words.endswith("特此", line.start, end - len(kind)):
            continue  # 特此通知: the last line of a body
        if kind is None or not (kind in official() or _ROLL.search(page.words, line.start, end)):
            yield from running(page, line)
            continue
        title = _title(page, after, end)
        if title is None:
            continue
        above = _number_above(page, after, title.start)
        number = number_at(page, end) or serial_at(page, end)
        said = number_words(page.words[(number or above).slice]) if number or above else None  # type: ignore[union-attr]
        start = _front_start(page, after, above.start) if above else title.start
        if number and page.breaks(number.end):
            yield Head(start, title, said, _body_follows(page, number.end))
        elif addressee_at(page, end) or above:
            yield Head(start, title, said, above is not None or bool(_FRONT.match(page.words, title.start, title.end)))
        elif adopted_at(page, end) and not page.words.startswith("附件", end):
            yield Head(start, title)
        else:
            yield Head(start, title, None, False)


def _listed(page: Page, after: int, entries: Sequence[Entry]) -> Iterator[Head]:
    """Where the titles of the page of contents are printed over their notices."""
    titles = [page.words[entry.title.slice] for entry in entries]
    begins = {title[:2] for title in titles}
    for line in page.lines(after):
        if page.words[line.start : line.start + 2] in begins:
            for title in titles:
                end = same_from(page.words, line.start, title)
                if end and page.breaks(end):
                    yield Head(line.start, Span(line.start, end))
                    break


def _title(page: Page, after: int, end: int) -> Span | None:
    """The lines that make the title whose last line ends here; None where they are no title."""
    first: Span | None = None
    for n, line in enumerate(_above(page, after, end)):
        first = first or line
        words = page.words[line.start : end]
        if _FRONT.match(words) or (n < 3 and _PLAIN.fullmatch(words)):
            return Span(_up(page, after, line.start), end)
    return Span(_up(page, after, first.start), end) if first and len(first) > 6 else None


def _above(page: Page, after: int, end: int) -> Iterator[Span]:
    """The lines that end here and above, the nearest first, as far as they may be lines of a title."""
    for _ in range(_LINES):
        if end <= after:
            return
        line = Span(max(after, page.line_start(end - 1)), end)
        if not _in_title(page, line):
            return
        yield line
        end = line.start


def _up(page: Page, after: int, start: int) -> int:
    """Over the lines above a title that belong to it: names of senders, and what breaks off (…办公室转发)."""
    for line in _above(page, after, start):
        words = page.words[line.slice]
        if not (_SENDER.fullmatch(words) or (_FRONT.match(words) and not kind_of(words))):
            break
        start = line.start
    return start


def _in_title(page: Page, line: Span) -> bool:
    words = page.words[line.slice]
    if DATELINE.match(words):
        return False
    if len(line) > 120 or _SIGN.search(words) or "：" in _TITLES.sub("", words) or _NO_LINE.match(words):
        return False
    if any(gap == Gap.CELL for gap in page.gaps[line.start + 1 : line.end]):
        return False
    dated = DATE.search(words)
    return not (dated and dated.end() == len(words)) and not _SIGNS.fullmatch(words)


def _number_above(page: Page, after: int, start: int) -> Span | None:
    """A number that stands alone on the line above the title (it may be followed by 签发人)."""
    if start <= after:
        return None
    at = page.line_start(start - 1)
    number = number_at(page, at)
    if number is None or number.end > start:
        return None
    rest = page.words[number.end : start]
    return number if not rest or rest.startswith("签发人") else None


def _front_start(page: Page, after: int, at: int) -> int:
    """Over the red head above a number."""
    for _ in range(4):
        if at <= after:
            return at
        line = page.line_start(at - 1)
        if red_head_at(page, line) or _SENDER.fullmatch(page.words, line, at):
            at = line
            continue
        break
    return at


def _body_follows(page: Page, at: int) -> bool:
    """After the number: addressees, a note of adoption, or a body; no other number or title, as in a page of contents."""
    if at >= len(page):
        return False
    if addressee_at(page, at) or adopted_at(page, at):
        return True
    end = page.line_end(at)
    line = page.words[at:end]
    return bool(_SIGN.search(line)) or line.endswith("：") or end - at > 80 or _title_again(page, at)


def _title_again(page: Page, at: int) -> bool:
    title = page.words[page.line_start(at - 1) - 20 : page.line_start(at - 1)]
    return len(title) > 8 and title[-8:] in page.words[at : at + 300]


def _repeats(page: Page, last: Head, head: Head) -> bool:
    """The same head printed again: on a web page, or as the name of an attached file."""
    if last.number and head.number == last.number:
        return True
    one, two = folded(page.words[last.title.slice]), folded(page.words[head.title.slice])
    return head.start - last.start < len(one) * 3 + 200 and (one.endswith(two) or one.startswith(two) or two.endswith(one.partition("关于")[2] or one))


def _carried(page: Page, start: int) -> set[str]:
    """What the notice that begins here names as its texts: what it puts in force, and its annexes."""
    stop = min(len(page), start + _NEAR)
    part = Page(page.words[start:stop], page.gaps[start:stop])
    front = opening(part)
    title = front.title or Span(0, 1)
    body = Span(front.end, len(part))
    named = [one.title for one in publishing(part, title, body)] + annexes(part, body.start, body.end)
    return {folded(part.words[one.slice]) for one in named}


def _under_annex(page: Page, at: int) -> bool:
    if at == 0:
        return False
    line = page.line_start(at - 1)
    return bool(_ANNEX.fullmatch(page.words, line, at))
