"""The cells of a row, the empty ones too: what stood between two characters of the source tells how many were passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Gap, Section, Span, Text

_MARKED = re.compile(r"</?t[dhr]\b", re.IGNORECASE)
_OPENED = re.compile(r"<t[dh]\b", re.IGNORECASE)


_STRAY, _SHORT = 2, 6
_SENTENCE = re.compile(r"。|；$")
_RUNS_ON = re.compile(r"，[^。；]*$")  # a sentence has begun and is not at its end
# …资金总额 | 3亿元，纾困范围…: a number that the sentence goes on from
_GOES_ON = re.compile(r"\d[\d.]*(?:[万亿]?元|万|亿|%|[个名人家项年月日])，")
_INSIDE = re.compile(r"[^，。；：、）][^，。；：、（]")
_LONGEST = 1000  # of a row with sentences in it


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The white space of a notice, seen as the edges of cells; offsets count the words of the notice."""

    text: Text
    start: int

    def between(self, i: int) -> str:
        """What stood in the source before a character."""
        i += self.start
        at = self.text.at
        first = at[i - 1] + 1 if i else 0
        last = at[i] if i < len(at) else len(self.text.raw)
        return self.text.raw[first:last]

    def blank(self, i: int) -> str:
        """The blanks before a character, in its line."""
        run = self.between(i)
        return run[run.rfind("\n") + 1 :] if not run.strip() else ""

    def is_row(self, line: Span) -> bool:
        """Whether a line has edges of cells in it, and is no text of which the line breaks are lost."""
        if len(line) > _LONGEST and "。" in self.text.words[self.start + line.start : self.start + line.end]:
            return False
        gaps = self.text.gaps[self.start + line.start + 1 : self.start + line.end]
        return Gap.CELL in gaps and not self._is_sentence(line)

    def _is_sentence(self, line: Span) -> bool:
        """Whether the edges of a line are blanks inside its sentences, as a page of PDF gives them: …销售收入增量的 | 2%给予奖励，…。"""
        words = self.text.words[self.start + line.start : self.start + line.end]
        gaps = self.text.gaps[self.start + line.start : self.start + line.end]
        edges = [i for i in range(1, len(words)) if gaps[i] == Gap.CELL]
        if len(edges) > _STRAY or not _SENTENCE.search(words):
            return False
        if not _RUNS_ON.search(words[: edges[0]]) and not _GOES_ON.match(words, edges[0]):
            return False
        pieces = pairwise([0, *edges, len(words)])
        return all(b - a >= _SHORT for a, b in pieces) and all(_INSIDE.match(words, i - 1) for i in edges)

    def goes_on(self, line: Span) -> bool:
        """Whether a line right below a row is one too, though but one of its cells is filled."""
        if self.text.gaps[self.start + line.start] != Gap.LINE:
            return False
        lead = _last_line(self.between(line.start))
        return _edges(_first_line(self.between(line.end))) > 0 or _edges(lead) > 1 or "|" in lead

    def row(self, line: Span) -> Section:
        """The row of a line: its cells from edge to edge."""
        cells: list[Span] = []
        lead, trail = _last_line(self.between(line.start)), _first_line(self.between(line.end))
        framed = "|" in lead and "|" in trail
        cells += [Span(line.start, line.start)] * (_edges(lead) - framed)
        start = line.start
        gaps = self.text.gaps
        for i in range(line.start + 1, line.end):
            if gaps[self.start + i] == Gap.CELL:
                cells.append(Span(start, i))
                cells += [Span(i, i)] * (_edges(self.between(i)) - 1)
                start = i
        cells.append(Span(start, line.end))
        cells += [Span(line.end, line.end)] * max(0, _edges(trail) - framed)
        return Section("row", line, tuple(Section("cell", cell) for cell in cells))


def _edges(run: str) -> int:
    """How many edges of cells a run of white space holds."""
    if "<" in run and _MARKED.search(run):
        return len(_OPENED.findall(run))
    bars = run.count("|") + run.count("｜") + run.count("│")
    return bars or run.count("\t")


def _last_line(run: str) -> str:
    cut = max(run.rfind("\n"), run.lower().rfind("<tr"))
    return run[cut + 1 :] if cut >= 0 else run if not run.strip(" \t|｜│") else ""


def _first_line(run: str) -> str:
    return re.split(r"\n|</tr", run, maxsplit=1)[0]
