"""The lines of a notice that was saved in one, put back where its tree found its parts.

Much of a page is read by its lines: rosters, leaders and their posts, units below a heading. Where the print kept no line break
(一、组织机构组长：王涛副组长：李敏二、…) each part that the tree tells apart begins a line as it did on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.tree.blocks import LOOSE, WHOLE
from kg.model import Gap, Notice, Section, Span, Text

_INSIDE = frozenset(("cell", "row"))


def relined(text: Text, notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices over one text that has the line breaks before the parts of those that lost theirs."""
    gaps = bytearray(text.gaps)
    for at in (at for notice in notices for at in _begun(text, notice.span, notice.tree)):
        gaps[at] = max(gaps[at], Gap.LINE)
    if gaps == text.gaps:
        return tuple(notices)
    whole = replace(text, gaps=bytes(gaps))
    return tuple(replace(notice, text=whole) for notice in notices)


def _begun(text: Text, span: Span, tree: Section) -> Iterator[int]:
    """Where the parts of a notice begin, if it has lost its lines."""
    breaks = sum(gap >= Gap.LINE for gap in text.gaps[span.start + 1 : span.end])
    if len(span) < (LOOSE * (breaks + 1) if breaks else WHOLE):
        return
    before = ""
    for leaf in tree.leaves():
        if leaf.span.start and before != "label" and leaf.kind not in _INSIDE and len(leaf.span):
            yield span.start + leaf.span.start
        before = leaf.kind
