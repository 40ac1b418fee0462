"""`kg build`: notices or facts in, a graph directory out."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

import extract
from extract.read import Input, inputs
from extract.read.archive import member
from extract.run import run
from kg import __version__
from kg.build import Build, Summary, open_build
from kg.errors import InputError
from kg.interchange import read_lines
from kg.model import Fact, Source
from kg.schema import schema_digest


@dataclass(frozen=True, slots=True)
class Stated:
    """Facts that come without the text of their source."""

    source: Source
    facts: list[Fact]
    raw: str | None = None


@click.command("build")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path), default=Path("graph"), show_default=True
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes that read; one a core if not given.")
@click.option(
    "--withdraw", multiple=True, metavar="NAME", help="Take this source and its facts out of the graph."
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Name each source.")
def command(
    paths: tuple[Path, ...],
    folder: Path,
    jobs: int | None,
    withdraw: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Build a graph of PATHS: notices (files, folders, .zip) or facts (.jsonl).

    What is in the graph already stays: a source of a name that is there takes its place, one that has not changed is
    not read again.
    """
    if not paths and not withdraw:
        raise click.UsageError("nothing to build: give PATHS, or --withdraw NAME")
    wrong: list[str] = []
    with open_build(folder) as build:
        for name in withdraw:
            try:
                build.withdraw(name)
            except InputError as error:
                wrong.append(str(error))
        listed = [path for path in paths if path.suffix.lower() == ".jsonl"]
        wrong += _notices(build, [path for path in paths if path not in listed], jobs, quiet)
        wrong += _facts(build, listed)
        if build.empty:
            summary = None
        else:
            summary = build.commit()
            wrong += summary.refused
    for one in wrong:
        click.echo(one, err=True)
    if summary is None:
        raise click.ClickException(f"{folder}: no graph was made, there is nothing to put into it")
    if not quiet:
        _tell(summary, folder, verbose)
    if wrong:
        sys.exit(1)


def _notices(build: Build, paths: list[Path], jobs: int | None, quiet: bool) -> Iterator[str]:
    """Read what has changed; what went wrong."""
    named = inputs(paths)
    yield from map(str, named.failed)
    stamp = _stamp()
    fresh = []
    for one in named.found:
        try:
            if not build.keep(one.name, _digest(one), stamp):
                fresh.append(one)
        except InputError as error:
            yield str(error)
    hidden = quiet or not sys.stderr.isatty()
    outcomes = track(
        run(fresh, jobs) if fresh else (),
        "reading",
        len(fresh),
        console=Console(stderr=True),
        transient=True,
        disable=hidden,
    )
    for outcome in outcomes:
        if outcome.error is not None:
            yield str(outcome.error)
        elif outcome.extraction is not None:
            try:
                # what did not go through is tried again, and said again, by the next build
                build.add(outcome.extraction, None if outcome.extraction.faults else stamp)
            except InputError as error:
                yield str(error)
            faults = Counter((fault.rule, fault.reason) for fault in outcome.extraction.faults)
            for (rule, reason), count in faults.items():
                yield f"{outcome.name}: {rule}: {reason}" + (f" ({count} times)" if count > 1 else "")


def _facts(build: Build, paths: Iterable[Path]) -> Iterator[str]:
    """Take in facts that were extracted before, each to the source that it names."""
    stated: dict[str, list[Fact]] = defaultdict(list)
    for path in paths:
        try:
            with path.open(encoding="utf-8") as lines:
                found = list(read_lines(str(path), lines))
        except (OSError, UnicodeDecodeError) as error:
            yield f"{path}: cannot be read: {error}"
            continue
        except InputError as error:
            yield str(error)
            continue
        for fact in found:
            stated[fact.evidence.source].append(fact)
    for name, facts in sorted(stated.items()):
        digest = sha256(f"facts of {name}".encode()).hexdigest()
        try:
            build.add(Stated(Source(name, digest, "application/jsonl", None), facts))
        except InputError as error:
            yield str(error)


def _tell(done: Summary, folder: Path, verbose: bool) -> None:
    groups = (("added", done.added), ("changed", done.changed), ("withdrawn", done.withdrawn))
    if verbose:
        for word, names in groups:
            for name in names:
                click.echo(f"{word} {name}", err=True)
    told = ", ".join(f"{len(names)} {word}" for word, names in groups if names) or "nothing changed"
    click.echo(
        f"{folder}: {told}; {done.sources} sources, {done.facts} facts, {done.nodes} nodes, {done.edges} edges"
    )


def _digest(one: Input) -> str:
    try:
        data = one.path.read_bytes() if one.member is None else member(one.name, one.path, one.member)
    except OSError as error:
        raise InputError(one.name, error.strerror or str(error)) from error
    return sha256(data).hexdigest()


def _stamp() -> str:
    """The reader: sources are read again when a rule, a lexicon or the ontology has changed."""
    root = Path(extract.__file__).parent
    files = sorted(file for file in root.rglob("*") if file.suffix in (".py", ".toml"))
    words = [f"{file.relative_to(root).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in files]
    return sha256("\n".join([__version__, schema_digest(), *words]).encode()).hexdigest()
