"""`kg ask`: the questions of the catalogue, each a command of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli._paths import WORDS, Given
from kg.cli._rows import FORMATS, show
from kg.graph import open_graph
from kg.queries import Answer, Entry, catalogue
from kg.stores.store import Rows


class Questions(click.Group):
    """A command for each question; nothing is listed, the catalogue is."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(catalogue())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = catalogue().get(cmd_name)
        return None if found is None else _command(found)


@click.group("ask", cls=Questions, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Answer one of the usual questions; without one, list them."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _command(entry: Entry) -> click.Command:
    names = [one.name for one in entry.parameters]

    def run(folder: Path, form: str, **given: Any) -> None:
        with open_graph(folder) as graph:
            answer = graph.ask(entry.name, **{name: given[name] for name in names})
        show(_rows(answer, form), form, widest=30)
        if answer.more:
            click.echo("there are more rows than were asked for; ask for fewer by the options", err=True)

    options: list[click.Parameter] = [
        click.Option([f"--{one.name}"], default="", type=WORDS, help=f"{one.metadata['help'].capitalize()}.")
        for one in entry.parameters
    ]
    options += [
        click.Option(
            ["-f", "--format", "form"], type=click.Choice(FORMATS), default="table", show_default=True
        ),
        click.Option(
            ["--graph", "folder"], type=Given(), default=Path("graph"), show_default=True
        ),
    ]
    return click.Command(entry.name, callback=run, params=options, help=entry.help)


def _rows(answer: Answer[Any], form: str) -> Rows:
    """Several values of a cell as a list in JSON, else in one line."""
    rows = [tuple(one.values()) for one in answer.dicts()]
    if form == "json":
        shown = [tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row) for row in rows]
    else:
        shown = [tuple("、".join(cell) if isinstance(cell, tuple) else cell for cell in row) for row in rows]
    return Rows(answer.columns, shown, answer.more)
