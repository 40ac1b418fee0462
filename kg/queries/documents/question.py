"""The documents that notices are or carry: number, title, kind (文种), issuers, date and addressees."""

from __future__ import annotations

from dataclasses import dataclass

from kg.queries.parameters import check_dates, day, text

ORDER = ("date", "number", "title")


@dataclass(frozen=True, slots=True)
class Question:
    title: str = text("a part of the title")
    number: str = text("the number (发文字号)")
    kind: str = text("the kind (文种): 通知, 方案 …")
    issuer: str = text("a part of an issuer's name")
    since: str = day("the first date")
    until: str = day("the last date")

    def __post_init__(self) -> None:
        check_dates(since=self.since, until=self.until)


@dataclass(frozen=True, slots=True)
class Row:
    """`carried_by` is the number (or title) of the notice that carries the document, None for a notice itself."""

    number: str | None
    title: str
    kind: str | None
    issuers: tuple[str, ...]
    date: str | None
    addressees: tuple[str, ...]
    carried_by: tuple[str, ...]
