"""`kg load`: the graph into a server."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

import click

from kg.cli._paths import Given


@click.group("load")
def command() -> None:
    """Put a graph into a database server."""


@command.command("neo4j")
@click.option("--graph", "folder", type=Given(), default=Path("graph"), show_default=True, help="The graph directory.")
@click.option(
    "--uri", default="bolt://localhost:7687", show_default=True, help="bolt://… or neo4j://…, +s for TLS."
)
@click.option("--user", default="neo4j", show_default=True)
@click.option("--database", help="Which database of the server; its default one if not given.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def into_neo4j(folder: Path, uri: str, user: str, database: str | None, quiet: bool) -> None:
    """Put the graph into Neo4j (5 or later) in the place of what was loaded before.

    The password comes from NEO4J_PASSWORD, or is asked for. Doing it twice changes nothing; a load that was cut off
    goes on when done again. What you put into the database yourself stays.
    """
    from kg.graph import open_graph
    from kg.stores.neo4j import Neo4jStore, check_address

    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # it would print what a server says, sign for sign

    check_address(uri)  # before it is shown
    with open_graph(folder) as graph:
        password = os.environ.get("NEO4J_PASSWORD")
        if password is None:
            password = click.prompt(f"Password of {user} at {uri}", hide_input=True, err=True)
        made = graph.manifest
        with Neo4jStore(uri, user, password, database) as store, _bars(made.nodes, made.edges, quiet) as bars:
            store.load(graph, bars.told)
    if not quiet:
        click.echo(f"{uri}: {made.nodes:,} nodes and {made.edges:,} relationships", err=True)


def _bars(nodes: int, edges: int, quiet: bool) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    class Bars(Progress):
        def told(self, what: str, count: int) -> None:
            self.advance(tasks[what], count)

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    hidden = quiet or not sys.stderr.isatty()
    bars = Bars(*columns, console=Console(stderr=True), transient=True, disable=hidden)
    tasks = {
        "nodes": bars.add_task("nodes", total=nodes),
        "edges": bars.add_task("relationships", total=edges),
    }
    return bars
