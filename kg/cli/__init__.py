"""The command `kg`. Each module of this folder with a function `command` is a command; nothing is listed.

A command parses and prints; the work is a function that a notebook can call. The first line of a module's docstring
(`kg extract`: the facts of notices.) is its line in `kg --help`, which is shown without importing any of them.
"""

from __future__ import annotations

import ast
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kg import __version__
from kg.cli._plain import plain
from kg.errors import GazetteError


@cache
def summaries() -> dict[str, str]:
    """The commands and what each does, in one line, read from the modules without running them."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(one, ast.FunctionDef) and one.name == "command" for one in module.body):
            first = (ast.get_docstring(module) or "").split("\n")[0]
            line = first.split(": ", 1)[-1]
            found[path.stem.replace("_", "-")] = line[:1].upper() + line[1:]
    return found


class Commands(click.Group):
    """Finds the commands by where they lie, and imports the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(summaries())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in summaries():
            return None
        command = import_module(f"kg.cli.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(summaries().items()))

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _told():  # --help is printed here
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _told():
            return super().invoke(ctx)


@contextmanager
def _told() -> Iterator[None]:
    """What went wrong, in a line and not in a traceback."""
    try:
        yield
    except GazetteError as error:
        raise click.ClickException(plain(str(error))) from error
    except MemoryError as error:
        raise click.ClickException("there is not enough memory for this") from error
    except OSError as error:  # a full disk, a folder that may not be written
        if error.errno is None or error.errno == errno.EPIPE:  # click ends quietly where nobody reads on
            raise
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{place}{error.strerror}") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Chinese government notices to a knowledge graph with evidence."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who called: the next file opened would stand in its place
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # notices are Chinese whatever the locale is
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
