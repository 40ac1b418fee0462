"""The lines of a notice that was saved in one, put back where its tree found its parts.

Much of a page is read by its lines: rosters, leaders and their posts, units below a heading. Where the print kept no line break
(一、组织机构组长：王涛副组长：李敏二、…) each part that the tree tells apart begins a line as it did on the page.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Gap, Section, Span, Text

_LOOSE, _SHORTEST = 300, 120  # signs a line; of a notice without any break
_INSIDE = frozenset(("cell", "row"))


def restored(text: Text, span: Span, tree: Section) -> Text:
    """The text with a line break before each part of a notice; the text itself where the notice has its lines."""
    breaks = sum(gap >= Gap.LINE for gap in text.gaps[span.start + 1 : span.end])
    if len(span) < (_LOOSE * (breaks + 1) if breaks else _SHORTEST):
        return text
    gaps = bytearray(text.gaps)
    before = ""
    for leaf in tree.leaves():
        at = span.start + leaf.span.start
        if leaf.span.start and before != "label" and leaf.kind not in _INSIDE and len(leaf.span):
            gaps[at] = max(gaps[at], Gap.LINE)
        before = leaf.kind
    return replace(text, gaps=bytes(gaps))
