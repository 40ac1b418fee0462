"""`kg export`: a graph as a file for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.export import FORMATS, export
from kg.graph import open_graph


@click.command("export")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), required=True)
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="A file; for csv a folder."
)
@click.option("--graph", "folder", type=click.Path(path_type=Path), default=Path("graph"), show_default=True)
def command(form: str, out: Path, folder: Path) -> None:
    """Write a graph as Turtle, N-Quads, JSON-LD, GraphML or CSV; the same graph gives the same bytes."""
    with open_graph(folder) as graph:
        export(graph, form, out)
