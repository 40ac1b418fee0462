"""Kinds of parameters that questions share. All are optional: "" asks for any."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from kg.model import PartialDate


def text(help: str) -> Any:
    return field(default="", metadata={"help": help})


def day(help: str) -> Any:
    """A date, perhaps without day or month; what the graph dates less precisely than asked counts where it may fit."""
    return field(default="", metadata={"help": help + ": 2019, 2019-03 or 2019-03-05", "date": True})


def check_dates(**dates: str) -> None:
    """ValueError for what is no date."""
    for name, words in dates.items():
        if words:
            try:
                PartialDate.parse(words)
            except ValueError:
                raise ValueError(f"{name} is no date: {words!r} (2019, 2019-03 or 2019-03-05)") from None
