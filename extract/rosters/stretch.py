"""A stretch of a roster below one label: its words, and how it parts its members."""

from __future__ import annotations

import re

from extract.lexicon import either, table
from extract.mentions.numeral import NUMBER
from extract.mentions.person import is_name
from kg.model import Gap, Span

_POSTS = table("rosters")["posts"]


# a post ends after one of these, unless more of the same word follows: 主任 in 主任科员, 局长 in 局长助理
POST_END = re.compile(rf"(?:{either(_POSTS['ends'])})(?<!代表(?=资格|大会|团))(?:（[^（）]{{1,20}}）)?")
HEAD = re.compile(either(_POSTS["heads"]))
SEPARATOR = "、，；"
# 王涛2、区防汛抗旱指挥部: the number of what comes next, its line break lost
_NEXT = re.compile(rf"(?:{NUMBER})(?=[\u4e00-\u9fff]{{3}})")
_BLANK = bytes([Gap.BLANK])


class Stretch:
    """Words and gaps of a stretch; `lined` where members stand in lines, `spaced` where spaces part name and post."""

    __slots__ = ("cost", "gaps", "lined", "spaced", "span", "words")

    def __init__(self, words: str, gaps: bytes, span: Span) -> None:
        self.words, self.gaps, self.span = words, gaps, span
        # how this roster parts its members, told by its first lines
        near = words[span.start : min(span.end, span.start + 400)]
        stop = near.find("。")
        inside = gaps[span.start + 1 : span.start + (stop if stop > 0 else len(near))].split(_BLANK)[0]
        self.lined = sum(gap >= Gap.LINE for gap in inside) >= 2
        parting = (i for i, gap in enumerate(inside, span.start + 1) if Gap.SPACE <= gap <= Gap.CELL and not self._in_name(i))
        self.spaced = sum(1 for _ in parting) >= 2
        # where the print parts nothing, a name and a post that ends well are all there is to go by
        self.cost = 4.0 if self.lined or self.spaced else 3.4

    def _in_name(self, at: int) -> bool:
        """A space inside a name of two characters, behind which the post begins at once: 副局长王 涛区财政局局长."""
        whole = is_name(self.words[at - 1 : at + 1]) and not any(self.gaps[at + 1 : at + 2])
        return whole and (at - 1 == self.span.start or self.gaps[at - 1] > 0 or self.post_ended(at - 1))

    def name_behind(self, at: int) -> bool:
        """The cell that begins at a place is a name and nothing else, perhaps of two cells: 王芳, 王 芳."""
        ends = [i for i in range(at + 1, min(self.span.end, at + 5)) if self.gaps[i] > 0 or self.words[i] in SEPARATOR + "（"]
        ends = ends or ([self.span.end] if self.span.end - at < 5 else [])
        return any(is_name(self.words[at:end]) for end in (ends[:2] if ends and ends[0] == at + 1 else ends[:1]))

    def name_before(self, at: int) -> bool:
        """The same of the cell that ends at a place."""
        starts = [i for i in range(at - 1, max(self.span.start, at - 5) - 1, -1) if self.gaps[i] > 0 or i == self.span.start]
        return any(is_name(self.words[start:at]) for start in (starts[:2] if starts and starts[0] == at - 1 else starts[:1]))

    def next_begins(self, at: int) -> bool:
        """The number of the next item stands at a place."""
        return _NEXT.match(self.words, at, min(len(self.words), self.span.end + 8)) is not None

    def post_ended(self, at: int) -> bool:
        """A post or a bracket ends right before a place."""
        before = self.words[max(self.span.start, at - 8) : at]
        return before.endswith("）") or any(m.end() == len(before) for m in POST_END.finditer(before))
