"""The command `kg`. Each module of this folder with a `command` is a command of its name; nothing is listed.

A command parses and prints; the work is a function that a notebook can call.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from typing import Any

import click

from kg import __version__
from kg.errors import GazetteError


class Commands(click.Group):
    """Finds the commands by where they lie, and imports the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = [found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_")]
        return [name.replace("_", "-") for name in sorted(names) if self.get_command(ctx, name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = cmd_name.replace("-", "_")
        if name.startswith("_") or name not in {found.name for found in pkgutil.iter_modules(__path__)}:
            return None
        command = getattr(import_module(f"kg.cli.{name}"), "command", None)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GazetteError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Chinese government notices to a knowledge graph with evidence."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # notices are Chinese whatever the locale is
            reconfigure(encoding="utf-8", errors="backslashreplace")
