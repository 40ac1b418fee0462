"""The large parts of a notice: head, body, signature, notes, annexes, carried texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head import Reading
from extract.head.page import Page
from extract.head.title import adopted_at
from extract.tree.blocks import blocks
from extract.tree.cells import Grid
from extract.tree.spread import begins
from extract.tree.upright import stacked
from kg.model import Carried, Gap, Section, Span, Text

_ANNEX = re.compile(r"附[件表](?:[\d一二三四五六七八九十]{1,3})?(?:-\d{1,2})?[：:]?")
_LISTED = re.compile(r"附件?[：:]|附件(?=1[.．、])")
# …情况总结。附件：1.…2.…: the list in the last line of a text whose line breaks are lost
_ENDS_LISTED = re.compile(r"(?<=[。；）])附件[：:]?(?=1[.．、][^。；]{2,400}$)")
_ITEM = re.compile(r"(?:附件)?(?:\d{1,2}[.．、：:]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）)")
_NOTE = re.compile(r"（(?:此件|本文|此文|联系|此页|主动公开|依申请)[^（）]{0,200}）|公开(?:方式|属性|类别)：.{0,20}|[（(]?信息公开")
_TITLE = re.compile(r"[。；：]")
_SERIAL = ("序号", "编号")  # the first column of a table
_LONGEST = 80
_FAR = 400  # no list of annexes is longer


def tree(text: Text, span: Span, reading: Reading) -> Section:
    """The tree of a notice from its words and the pieces that its head was read from."""
    page = Page(text.words[span.slice], text.gaps[span.slice])
    shape = _Shape(page, Grid(text, span.start))
    children = [part for part in shape.parts(reading) if len(part.span)]
    return Section("notice", Span(0, len(page)), tuple(children))


class _Shape:
    """Builds the parts of one notice."""

    def __init__(self, page: Page, grid: Grid) -> None:
        self._page, self._grid = page, grid

    def parts(self, reading: Reading) -> Iterator[Section]:
        """In the order of the text, without a gap."""
        if reading.parts:
            leaves = tuple(Section(part.kind, part.span) for part in reading.parts)
            yield Section("head", Span(0, reading.body), leaves)
        texts = sorted((one for one in reading.head.carried if one.printed), key=lambda one: one.span)
        texts = [one for one in texts if one.span.start >= reading.body]
        end = texts[0].span.start if texts else reading.tail
        signed = reading.signature
        if signed and signed.span.end <= end:
            yield from self._own(Span(reading.body, signed.span.start))
            if signed.span.start < signed.date_span.start:
                yield Section("signature", Span(signed.span.start, signed.date_span.start))
            yield Section("date", signed.date_span)
            yield from self._after(Span(signed.date_span.end, end))
        else:
            yield from self._own(Span(reading.body, end))
        for i, one in enumerate(texts):
            stop = texts[i + 1].span.start if i + 1 < len(texts) else reading.tail
            yield self._carried(one, stop)
        if reading.tail < len(self._page):
            yield Section("note", Span(reading.tail, len(self._page)))

    def _own(self, span: Span) -> Iterator[Section]:
        """The body; a list of annexes and what stands under a line 附件 are parts of their own."""
        for kind, part in self._split(span):
            if kind == "text":
                yield Section("body", part, blocks(self._page, self._grid, part))
            else:
                yield Section(kind, part) if kind == "contents" else self._annex(part)

    def _after(self, span: Span) -> Iterator[Section]:
        """What follows the signature: notes, a list of annexes, annexes."""
        for kind, part in self._split(span):
            if kind == "annex":
                yield self._annex(part)
            elif kind == "contents":
                yield Section("contents", part)
            else:
                yield from self._notes(part)

    def _notes(self, span: Span) -> Iterator[Section]:
        start = span.start
        while start < span.end:
            note = _NOTE.match(self._page.words, start, span.end)
            if not note:
                break
            yield Section("note", Span(*note.span()))
            start = note.end()
        if start < span.end:
            rest = Span(start, span.end)
            yield Section("body", rest, blocks(self._page, self._grid, rest))

    def _carried(self, one: Carried, stop: int) -> Section:
        """Its title, what stands under it, its blocks, its annexes."""
        children = [Section("title", one.title_span)]
        at = one.title_span.end
        if at < stop and (note := adopted_at(self._page, at)) and note.end <= stop:
            children.append(Section("note", note))
            at = note.end
        for kind, part in self._split(Span(at, stop)):
            if kind == "annex":
                children.append(self._annex(part))
            elif kind == "contents":
                children.append(Section("contents", part))
            else:
                children += blocks(self._page, self._grid, part)
        return Section("carried", Span(one.span.start, stop), tuple(children))

    def _annex(self, span: Span) -> Section:
        """附件1, the lines of its title, its blocks."""
        label = _ANNEX.match(self._page.words, span.start, span.end)
        cut = label.end() if label else span.start
        children = [Section("label", Span(span.start, cut))] if cut > span.start else []
        stop = self._title_end(Span(cut, span.end))
        if stop > cut:
            children.append(Section("title", Span(cut, stop)))
        children += blocks(self._page, self._grid, Span(stop, span.end)) if stop < span.end else ()
        return Section("annex", span, tuple(children))

    def _title_end(self, span: Span) -> int:
        """The end of the short lines at the start of an annex that are no sentence, item or row."""
        at, lines = span.start, 0
        while at < span.end and lines < 3:
            end = min(self._page.line_end(at), span.end)
            line = self._page.words[at:end]
            row = self._grid.is_row(Span(at, end)) or begins(self._page, at, span.end)
            row = row or stacked(self._page, Span(at, span.end))
            if row or len(line) > _LONGEST or _TITLE.search(line) or _ITEM.match(line) or line.startswith(_SERIAL):
                break
            if lines and not self._page.words[span.start : at].endswith(("的", "及", "和", "、")) and len(line) > 30:
                break
            at, lines = end, lines + 1
        return at

    def _split(self, span: Span) -> Iterator[tuple[str, Span]]:
        """A range cut at the lines that begin a list of annexes or an annex: text, contents, annex."""
        start, kind = span.start, "text"
        at = span.start
        while at < span.end:
            end = min(self._page.line_end(at), span.end)
            line = self._page.words[at:end]
            label = _ANNEX.match(line)
            alone = label and label.end() == len(line) and not line.endswith("：")
            if label and (alone or self._apart(at + label.end(), end)):
                if at > start:
                    yield kind, Span(start, at)
                start, kind = at, "annex"
            elif _LISTED.match(line) and kind == "text":
                if at > start:
                    yield kind, Span(start, at)
                end = self._list_end(at, end, span.end)
                yield "contents", Span(at, end)
                start = end
            elif kind == "text" and (listed := _ENDS_LISTED.search(line, max(0, len(line) - 2 * _FAR))):
                yield kind, Span(start, at + listed.start())
                yield "contents", Span(at + listed.start(), end)
                start = end
            at = end
        if start < span.end:
            yield kind, Span(start, span.end)

    def _apart(self, at: int, end: int) -> bool:
        """附件1 and the title on one line, parted by white space."""
        return at < end and self._page.gaps[at] >= Gap.SPACE and end - at <= _LONGEST and not _TITLE.search(self._page.words[at:end])

    def _list_end(self, at: int, end: int, limit: int) -> int:
        """The end of the list of annexes: the lines that are its items."""
        while end < limit:
            stop = min(self._page.line_end(end), limit)
            line = self._page.words[end:stop]
            if not _ITEM.match(line) or len(line) > 150:
                break
            end = stop
        return end
