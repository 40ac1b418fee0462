"""`kg report`: per fact type, how many cues gave a fact, were refused with a reason, or gave nothing."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import click

from kg.cli._outcomes import Reader, reading_options
from kg.cli._plain import escaped, plain


@click.command("report")
@reading_options
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option("--type", "kinds", multiple=True, help="Only this fact type; may be given again.")
@click.option(
    "--show", type=click.Choice(["nothing", "refused"]), help="List these cues with their sentences."
)
def command(
    paths: tuple[Path, ...],
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    form: str,
    kinds: tuple[str, ...],
    show: str | None,
) -> None:
    """Count what became of the cues in PATHS: cues that gave nothing are likely misses."""
    reader = Reader(paths, jobs, quiet, verbose, cues=True, prints=show is not None)
    counts: dict[str, Counter[str]] = {}
    for done in reader.outcomes():
        assert done.extraction is not None
        facts = Counter(fact.type for fact in done.extraction.facts)
        for kind in facts if not kinds else set(facts) & set(kinds):
            counts.setdefault(kind, Counter())["facts"] += facts[kind]
        for cue in done.extraction.cues:
            kind = cue.rule.split(".")[0]
            if kinds and kind not in kinds:
                continue
            counts.setdefault(kind, Counter())["cues"] += 1
            for rule in (kind, cue.rule):
                counts.setdefault(rule, Counter())[cue.outcome] += 1
            if cue.outcome == show:
                place = cue.sentence
                said = f"{place.source}:{place.start}", cue.document, cue.rule, " ".join(place.text.split())
                click.echo(
                    escaped(json.dumps(said, ensure_ascii=False)) if form == "jsonl" else plain("  ".join(said))
                )
    columns = ("fact", "refused", "nothing")
    if form == "jsonl" and not show:
        for rule in sorted(counts):
            row = {"rule": rule} | {
                name: counts[rule][name] for name in (*columns, "facts") if "." not in rule or name != "facts"
            }
            click.echo(json.dumps(row, ensure_ascii=False))
    elif form == "table":
        click.echo(f"{'':32}" + "".join(f"{name:>9}" for name in columns))
        for rule in sorted(counts):
            click.echo(f"{rule:<32}" + "".join(f"{counts[rule][name]:9}" for name in columns))
    sys.exit(reader.finish())
