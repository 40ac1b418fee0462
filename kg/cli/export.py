"""`kg export`: a graph as a file for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli._paths import STREAM, Given
from kg.export import FILES, FORMATS, export
from kg.graph import open_graph


@click.command("export")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), required=True)
@click.option(
    "-o",
    "--output",
    "out",
    type=Given(stream=True),
    required=True,
    help="A file, or `-` for standard output; for csv a folder.",
)
@click.option("--graph", "folder", type=Given(), default=Path("graph"), show_default=True)
def command(form: str, out: Path, folder: Path) -> None:
    """Write a graph as Turtle, N-Quads, JSON-LD, GraphML or CSV; the same graph gives the same bytes.

    In CSV a text that a spreadsheet would take for a formula (it begins with = + - @ or white space) has a ' in front.
    """
    if out == STREAM and form not in FILES:
        raise click.BadParameter(f"{form} is more than one file: give a folder", param_hint="-o")
    with open_graph(folder) as graph:
        if out == STREAM:
            FILES[form](graph, sys.stdout)
        else:
            export(graph, form, out)
