"""`kg query`: ask a graph in SPARQL or Cypher."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import click

from kg.cli._paths import WORDS, Given
from kg.cli._rows import FORMATS, show
from kg.graph import open_graph
from kg.stores.store import TIMEOUT, Param


@click.command("query")
@click.argument("language", type=click.Choice(["sparql", "cypher"]))
@click.argument("text", type=WORDS)
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option(
    "-p", "--param", "given", multiple=True, type=WORDS, metavar="K=V", help="$K in the query; K:=V for JSON (a number)."
)
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=TIMEOUT, show_default=True, help="Seconds; of Cypher 30 at most."
)
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="Rows at most.")
@click.option("--graph", "folder", type=Given(), default=Path("graph"), show_default=True)
def command(
    language: str, text: str, form: str, given: tuple[str, ...], timeout: float, limit: int, folder: Path
) -> None:
    """Answer TEXT, a query (`-`: of standard input, `@FILE`: of a file)."""
    query, params = _text(text), dict(map(_param, given))
    with open_graph(folder) as graph:
        ask = graph.sparql if language == "sparql" else graph.cypher
        rows = ask(query, params, timeout=timeout, limit=limit)
    show(rows, form)
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
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"--param {given}: not JSON: {error}") from error
    if not isinstance(read, str | int | float | bool) or (isinstance(read, float) and not math.isfinite(read)):
        raise click.UsageError(f"--param {given}: expected a string, a number, true or false")
    return name[:-1], read
