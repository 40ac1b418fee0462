"""`kg extract`: the facts of notices."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kg.cli._outcomes import Reader, reading_options
from kg.cli._paths import STREAM, Given
from kg.cli._plain import escaped, plain
from kg.files import whole_file

if TYPE_CHECKING:
    from extract.extraction import Extraction


@click.command("extract")
@reading_options
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="table", show_default=True)
@click.option(
    "-o", "--output", type=Given(stream=True, dir_okay=False), help="A file instead of stdout."
)
@click.option(
    "--explain", is_flag=True, help="Show instead, sentence by sentence, which cue gave what and why."
)
def command(
    paths: tuple[Path, ...],
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    form: str,
    output: Path | None,
    explain: bool,
) -> None:
    """Print the facts that the notices in PATHS (files, folders, .zip; `-`: standard input) state.

    jsonl is one JSON object a line, the interchange form. The exit code is 0 only when every input went through.
    """
    from kg.interchange import to_line

    reader = Reader(paths, jobs, quiet, verbose, cues=explain, prints=output in (None, STREAM))
    with _writer(output) as out:
        for done in reader.outcomes():
            assert done.extraction is not None
            if explain:
                from kg.cli._explain import explained

                lines: Iterable[str] = map(plain, explained(done.extraction))
            elif form == "jsonl":
                lines = (escaped(to_line(fact)) for fact in done.extraction.facts)
            else:
                lines = map(plain, _table(done.extraction))
            for line in lines:
                out.write(line + "\n")
            out.flush()
    sys.exit(reader.finish())


def _table(extraction: Extraction) -> Iterator[str]:
    """The facts of a source for reading: one a line under the number of their notice."""
    from kg.interchange import shown

    document = None
    for fact in extraction.facts:
        if fact.document != document:
            document = fact.document
            yield f"\n{document}  ({fact.evidence.source})"
        args = "  ".join(
            f"{name}={shown(value)}" for name, value in fact.args.items() if value not in (None, (), "")
        )
        yield f"  {fact.type:<12}{args}  @{fact.evidence.start}"


@contextmanager
def _writer(output: Path | None) -> Iterator[TextIO]:
    """Standard output in UTF-8, or a file."""
    if output is None or output == STREAM:
        yield sys.stdout
        return
    with whole_file(output) as out:
        yield out
