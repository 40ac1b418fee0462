"""A half-open range of characters of one named text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`.

    >>> "区审计局局长"[Span(0, 4).slice]
    '区审计局'
    """

    start: int
    end: int

    @property
    def slice(self) -> slice:
        return slice(self.start, self.end)

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Some character is in both.

        >>> Span(0, 4).meets(Span(3, 6)), Span(0, 4).meets(Span(4, 6))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start
