"""`kg extract`: the facts of notices."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kg.cli._outcomes import Reader, plain, reading_options

if TYPE_CHECKING:
    from extract.extraction import Extraction


@click.command("extract")
@reading_options
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="table", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file instead of stdout."
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

    reader = Reader(paths, jobs, quiet, verbose, cues=explain, prints=output is None)
    with _writer(output) as out:
        for done in reader.outcomes():
            assert done.extraction is not None
            if explain:
                from kg.cli._explain import explained

                lines: Iterable[str] = map(plain, explained(done.extraction))
            elif form == "jsonl":
                lines = (to_line(fact) for fact in done.extraction.facts)
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
    """Standard output in UTF-8, or a file that is there only when it is whole."""
    if output is None:
        yield sys.stdout
        return
    if output.exists() and not output.is_file():  # /dev/null, a pipe
        with output.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
