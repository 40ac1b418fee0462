"""`kg search`: find titles, tasks and sentences by words."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._paths import WORDS, Given
from kg.cli._rows import FORMATS, show
from kg.graph import open_graph
from kg.search import LIMIT
from kg.stores.store import Rows


@click.command("search")
@click.argument("words", nargs=-1, required=True, type=WORDS)
@click.option(
    "-n", "--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="How many at most."
)
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--graph", "folder", type=Given(), default=Path("graph"), show_default=True)
def command(words: tuple[str, ...], limit: int, form: str, folder: Path) -> None:
    """Find WORDS in titles, tasks and the words that facts rest on; the best come first."""
    with open_graph(folder) as graph:
        found = graph.search(" ".join(words), limit=limit)
    show(Rows(found.columns, [tuple(one.values()) for one in found.dicts()]), form, widest=60)
    if not found:
        click.echo(f"nothing in {folder} holds these words", err=True)
