"""`kg extract`: the facts of notices."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="table", show_default=True)
def command(paths: tuple[Path, ...], form: str) -> None:
    """Print the facts that the notices in PATHS state."""
    from extract.pipeline import extract_text
    from extract.read import inputs, load
    from kg.interchange import to_line

    for one in inputs(paths).found:
        done = extract_text(load(one).text)
        for fact in done.facts:
            click.echo(to_line(fact))
        for (rule, reason), count in Counter((one.rule, one.reason) for one in done.faults).most_common(9):
            click.echo(f"{one.name}: {rule}: {reason} ({count})", err=True)
