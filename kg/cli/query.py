"""`kg query`: ask a graph in SPARQL or Cypher."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import click
from rich.cells import cell_len

from kg.export.tables import safe
from kg.graph import open_graph
from kg.stores.store import TIMEOUT, Cell, Param, Rows

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


@click.command("query")
@click.argument("language", type=click.Choice(["sparql", "cypher"]))
@click.argument("text")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@click.option(
    "-p", "--param", "given", multiple=True, metavar="K=V", help="$K in the query; K:=V for JSON (a number)."
)
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=TIMEOUT, show_default=True, help="Seconds."
)
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows at most.")
@click.option("--graph", "folder", type=click.Path(path_type=Path), default=Path("graph"), show_default=True)
def command(
    language: str, text: str, form: str, given: tuple[str, ...], timeout: float, limit: int, folder: Path
) -> None:
    """Answer TEXT, a query (`-`: of standard input, `@FILE`: of a file)."""
    query, params = _text(text), dict(map(_param, given))
    with open_graph(folder) as graph:
        ask = graph.sparql if language == "sparql" else graph.cypher
        rows = ask(query, params, timeout=timeout, limit=limit)
    {"table": _table, "csv": _csv, "json": _json}[form](rows)
    if rows.more:
        click.echo(f"there are more than {limit} rows: see --limit", err=True)


def _text(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    if not text.startswith("@"):
        return text
    try:
        return Path(text[1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{text[1:]} cannot be read: {error}") from error


def _param(given: str) -> tuple[str, Param]:
    name, equals, value = given.partition("=")
    if not equals:
        raise click.UsageError(f"--param {given}: expected K=V")
    if not name.endswith(":"):
        return name, value
    try:
        read = json.loads(value)
    except ValueError as error:
        raise click.UsageError(f"--param {given}: not JSON: {error}") from error
    if not isinstance(read, str | int | float | bool):
        raise click.UsageError(f"--param {given}: expected a string, a number, true or false")
    return name[:-1], read


def _table(rows: Rows) -> None:
    """Columns as wide as their widest cell, two for each Chinese character; control characters are not printed."""
    cells = [list(rows.columns), *([_CONTROL.sub(" ", _shown(cell)) for cell in row] for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["─" * width for width in widths])
    for row in cells:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())


def _csv(rows: Rows) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(rows.columns)
    out.writerows(
        [safe(_shown(cell) if isinstance(cell, list | dict) else cell) for cell in row] for row in rows
    )


def _json(rows: Rows) -> None:
    click.echo(json.dumps(rows.dicts(), ensure_ascii=False, indent=1))


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
