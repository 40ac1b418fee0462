"""`kg build`: notices or facts in, a graph directory out."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click

import extract
from extract.extraction import Extraction
from extract.read import Input
from extract.read.archive import member
from kg import __version__
from kg.build import Build, Summary, open_build
from kg.build.clean import clean_fact
from kg.cli._outcomes import Reader
from kg.cli._paths import WORDS, Given
from kg.errors import GazetteError, InputError
from kg.interchange import read_lines
from kg.model import Fact, Source
from kg.schema import schema_digest


@dataclass(frozen=True, slots=True)
class Stated:
    """Facts that come without the text of their source."""

    source: Source
    facts: Sequence[Fact]
    raw: str | None = None


@click.command("build")
@click.argument("paths", nargs=-1, type=Given(stream=True))
@click.option(
    "-o", "--output", "folder", type=Given(), default=Path("graph"), show_default=True
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1), help="Processes; as many as there are cores, if not given."
)
@click.option(
    "--withdraw", multiple=True, type=WORDS, metavar="NAME", help="Take a source and its facts out of the graph."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Say of each input what it gave, and of each fault where."
)
def command(
    paths: tuple[Path, ...],
    folder: Path,
    jobs: int | None,
    withdraw: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Build a graph of PATHS: notices (files, folders, .zip; `-`: standard input) or facts (.jsonl).

    What is in the graph already stays. A source takes the place of the one that had its name; one that has not
    changed is not read again. The exit code is 0 only when every input went through.
    """
    if not paths and not withdraw:
        raise click.UsageError("nothing to build: give PATHS, or --withdraw NAME")
    listed = [path for path in paths if path.suffix.lower() == ".jsonl"]
    stamp = _stamp()
    with open_build(folder) as build:
        reader = Reader([path for path in paths if path not in listed], jobs, quiet, verbose, prints=False)
        reader.wanted = lambda one: not build.keep(one.name, _digest(one), stamp)
        for name in withdraw:
            try:
                build.withdraw(name)
            except InputError as error:
                reader.fail(str(error))
        if reader.paths:
            _take_notices(build, reader, stamp)
        for stated in _stated(listed, reader):
            _add(build, stated, None, reader)
        if build.empty:
            raise click.ClickException(f"{folder}: no graph was made, there is nothing to put into it")
        summary = build.commit()
    for refused in summary.refused:
        reader.fail(refused)
    if not quiet:
        click.echo(_told(summary, folder))
    if reader.tally["failed"] or reader.tally["faults"]:
        sys.exit(1)


def _take_notices(build: Build, reader: Reader, stamp: str) -> None:
    for outcome in reader.outcomes():
        given = outcome.extraction
        if given is not None:
            # what did not go through is tried again, and said again, by the next build
            _add(build, given, None if given.faults else stamp, reader)


def _add(build: Build, given: Stated | Extraction, stamp: str | None, reader: Reader) -> None:
    try:
        build.add(given, stamp)
    except InputError as error:
        reader.fail(str(error))


def _stated(paths: Sequence[Path], reader: Reader) -> list[Stated]:
    """Facts that were extracted before, each with the source that it names; in the order of their names."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for path in paths:
        try:
            if path.exists() and not path.is_file():
                raise InputError(str(path), "is not a file")
            with path.open(encoding="utf-8-sig") as lines:
                facts = list(read_lines(str(path), lines))
        except (OSError, UnicodeDecodeError) as error:
            reader.fail(f"{path}: cannot be read: {error}")
        except GazetteError as error:
            reader.fail(str(error))
        else:
            for fact in map(clean_fact, facts):
                found[fact.evidence.source].append(fact)
    return [Stated(_source(name), facts) for name, facts in sorted(found.items())]


def _source(name: str) -> Source:
    """A source that is known by its name alone."""
    return Source(name, sha256(f"facts of {name}".encode()).hexdigest(), "application/jsonl", None)


def _told(done: Summary, folder: Path) -> str:
    groups = (("added", done.added), ("changed", done.changed), ("withdrawn", done.withdrawn))
    news = ", ".join(f"{len(names)} {word}" for word, names in groups if names) or "nothing changed"
    return f"{folder}: {news}; {done.sources} sources, {done.facts} facts, {done.nodes} nodes, {done.edges} edges"


def _digest(one: Input) -> str:
    try:
        data = one.path.read_bytes() if one.member is None else member(one.name, one.path, one.member)
    except OSError as error:
        raise InputError(one.name, error.strerror or str(error)) from error
    return sha256(data).hexdigest()


def _stamp() -> str:
    """The reader: sources are read again when a rule, a lexicon or the ontology has changed."""
    root = Path(extract.__file__).parent
    files = sorted(file for file in root.rglob("*") if file.is_file() and file.suffix != ".pyc")
    words = [f"{file.relative_to(root).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in files]
    return sha256("\n".join([__version__, schema_digest(), *words]).encode()).hexdigest()
