"""Paths and words as users give them to commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

STREAM = Path("-")


class Given(click.Path):
    """A path that names something. An empty one would be the folder that one is in; `-` is a stream where a command
    says so (`stream`), and no name of a file."""

    def __init__(self, *, stream: bool = False, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, allow_dash=stream, file_okay=file_okay, dir_okay=dir_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("is empty; the folder you are in is `.`", param, ctx)
        if str(value) == "-" and not self.allow_dash:
            self.fail("`-` is no stream here; a file of this name is `./-`", param, ctx)
        return super().convert(value, param, ctx)


class Words(click.types.StringParamType):
    """Words that are no path: UTF-8 whatever the locale is, U+FFFD for what is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


WORDS = Words()
