"""The words of a source, ready for reading, each with its way back to the source.

Printed notices break lines, pages and even numbers anywhere, and OCR puts spaces anywhere, so rules read a
text from which all white space and page furniture (running heads, page numbers) is taken out. What the white space told
(a line, a table cell, the gap inside a name of a roster) is not lost: it is kept beside the words, as gaps.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import IntEnum

from kg.model.evidence import Evidence
from kg.model.source import Source
from kg.model.span import Span


class Gap(IntEnum):
    """What stood in the source between a character and the one before it, weakest first."""

    NONE = 0
    SPACE = 1  # one space
    WIDE = 2  # two or more spaces, or an ideographic space
    CELL = 3  # a tab or a `|`: the next cell of a row
    LINE = 4  # a line break
    BLANK = 5  # an empty line, or taken-out page furniture with a line break on both sides


@dataclass(frozen=True, slots=True)
class Text:
    """One source as raw characters and as words.

    `raw`      the text of the source as it was given: offsets of evidence count its code points;
    `words`    `raw` without white space and page furniture, punctuation and digits in one form (，。；：（）〔〕, 0-9);
    `printed`  the same characters as `words`, but as printed (`(` stays `(`); same length;
    `at`       for each character of `words` its offset in `raw`, ascending; same length;
    `gaps`     for each character of `words` the `Gap` before it; same length.

    Example: raw `王 涛\\t副区长` has words `王涛副区长` and gaps `0 1 3 0 0`.
    """

    source: Source
    raw: str
    words: str
    printed: str
    at: array[int]
    gaps: bytes

    def raw_span(self, span: Span) -> Span:
        """The range of `raw` from the first to the last character of a range of `words` (not empty)."""
        return Span(self.at[span.start], self.at[span.end - 1] + 1)

    def evidence(self, span: Span) -> Evidence:
        """What a fact points at: the printed characters, white space and all."""
        raw = self.raw_span(span)
        return Evidence(self.source.name, raw.start, raw.end, self.raw[raw.slice])
