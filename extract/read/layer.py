"""What a reader of one kind of file gives: its text layer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of a file, which evidence counts.

    `encoding` is set where it was told of the bytes; `doubt` says what is not sure about the text.
    """

    raw: str
    encoding: str | None = None
    doubt: str | None = None
