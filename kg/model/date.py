"""A date as precise as the text gives it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day.

    >>> str(PartialDate(2017, 9))
    '2017-09'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO 8601 `2017`, `2017-09` or `2017-09-01`; ValueError for anything else."""
        parts = text.split("-")
        if len(parts) > 3 or [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
            raise ValueError(f"not an ISO 8601 date: {text!r}")
        return cls(*map(int, parts))
