"""`kg draw`: a picture of what lies around one thing."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._paths import WORDS, Given
from kg.cli._plain import plain
from kg.files import whole_file

CANDIDATES = 20


@click.command("draw")
@click.argument("name", type=WORDS)
@click.option(
    "-o",
    "--output",
    type=Given(dir_okay=False),
    required=True,
    help="The file to write: .html for a page to move about in, .svg for a still picture.",
)
@click.option("--graph", "folder", type=Given(), default=Path("graph"), show_default=True, help="The graph directory.")
@click.option(
    "--depth", type=click.IntRange(1, 9), default=1, show_default=True, help="How many steps from NAME."
)
@click.option(
    "--limit", type=click.IntRange(1, 2000), default=60, show_default=True, help="How many things at most."
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of labels and legend."
)
@click.pass_context
def command(
    ctx: click.Context, name: str, output: Path, folder: Path, depth: int, limit: int, lang: str
) -> None:
    """Draw what the graph knows of NAME: an agency, a person, a document by number or title, or a part of a name.

    The page holds all it needs: it opens without a network and runs nothing that comes from the data.
    """
    from kg.graph import open_graph
    from kg.viz import draw, find, page, svg

    write = {".html": page, ".htm": page, ".svg": svg}.get(output.suffix.lower())
    if write is None:
        raise click.BadParameter("a picture is a .html or a .svg file", param_hint="-o")
    with open_graph(folder) as opened:
        graph = opened.to_networkx()
    found = find(graph, name)
    if not found:
        raise click.ClickException(f"nothing in {folder} is called {name}")
    if len(found) > 1:
        click.echo(f"{name} may mean {len(found)} things:", err=True)
        for candidate in list(found)[:CANDIDATES]:
            click.echo(plain(f"  {candidate}"), err=True)
        if len(found) > CANDIDATES:
            click.echo("  …", err=True)
        ctx.exit(2)
    picture = draw(graph, *next(iter(found.values())), depth=depth, limit=limit, language=lang)
    try:
        with whole_file(output) as out:
            out.write(write(picture))
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}") from error
    left = f"; {picture.left_out} more were left out (--limit {limit})" if picture.left_out else ""
    click.echo(plain(f"{output}: {picture.title}, {len(picture.things)} things{left}"))
