"""Where a text came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One input file (or one member of an archive).

    `name` is the path as the user would name it, with `/`, relative to the folder that was given
    (`2017/miyun.txt`, `issues.zip/03.html`); `digest` the SHA-256 of its bytes in hex;
    `media_type` such as `text/plain`; `encoding` the one told of the bytes, `None` where the format fixes it.
    """

    name: str
    digest: str
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"
