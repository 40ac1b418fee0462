"""`kg demo`: the bundled sample from gazette to graph, three answers and a picture."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli._paths import Given

SAMPLE = Path(__file__).resolve().parents[1] / "sample" / "gazette.txt"
PICTURED = "临澜市望溪区水务局"

SPARQL = """
SELECT ?person ?post ?date ?words WHERE {
  ?fact a gk:Appointment ; gk:action "appoint" ; gk:person/rdfs:label ?person ; gk:post/rdfs:label ?post ;
        gk:date ?date ; gk:evidence/oa:hasSelector/oa:exact ?words .
} ORDER BY ?date ?person ?post LIMIT 6
"""
CYPHER = """
MATCH (task:Task)-[role:LED_BY|RESPONSIBLE|SUPPORTED_BY]->(agency:Agency)
RETURN agency.name AS agency, count(role) AS tasks
ORDER BY tasks DESC, agency LIMIT 6
"""


@click.command("demo")
@click.option(
    "-o",
    "--output",
    "folder",
    type=Given(file_okay=False),
    default=Path("graph-demo"),
    show_default=True,
    help="Where the graph and the picture are put.",
)
@click.pass_context
def command(ctx: click.Context, folder: Path) -> None:
    """Read the bundled sample, build its graph, answer three questions and draw a picture; no network is needed."""
    from kg.cli._rows import show
    from kg.cli.build import command as build
    from kg.graph import open_graph
    from kg.stores.store import Rows
    from kg.viz import draw, find, page

    click.echo(f"Reading the sample, an invented gazette of fifty notices: {SAMPLE}")
    given = {"paths": (SAMPLE,), "folder": folder, "jobs": 1, "withdraw": (), "quiet": True, "verbose": False}
    ctx.invoke(build, **given)
    with open_graph(folder) as graph:
        made = graph.manifest
        facts = sum(source.facts for source in made.sources.values())
        click.echo(f"{facts:,} facts make a graph of {made.nodes:,} nodes and {made.edges:,} edges: {folder}")

        _title("Who was given which post, and which words say so?", "kg query sparql", SPARQL)
        show(graph.sparql(SPARQL), "table", widest=36)
        _title("Which agencies have most to do?", "kg query cypher", CYPHER)
        show(graph.cypher(CYPHER), "table")
        _title("What was repealed, and where is that said?", "graph.citations", 'relation="repeals"')
        repealed = graph.citations(relation="repeals")
        rows = [(row.title or row.number, row.document, row.quote) for row in repealed]
        show(Rows(("repealed", "by", "words"), rows), "table", widest=44)

        network = graph.to_networkx()
    picture = folder / "picture.html"
    ids = next(iter(find(network, PICTURED).values()), [])
    if ids:
        picture.write_text(page(draw(network, *ids)), encoding="utf-8", newline="\n")
        click.echo(
            f"\nA picture of what the graph knows of {PICTURED} (open it in a browser):\n{picture.resolve()}"
        )


def _title(words: str, by: str, query: str) -> None:
    click.echo("\n" + click.style(words, bold=True))
    query = query.strip()
    told = f"{by} '\n  {query.replace(chr(10), chr(10) + '  ')}'" if "\n" in query else f"{by}({query})"
    click.echo(click.style(told, dim=True) + "\n")
