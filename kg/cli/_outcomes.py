"""What the commands that read notices have in common: the inputs, the progress, and the word about each."""

from __future__ import annotations

import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from kg.cli._paths import STREAM, Given
from kg.errors import GazetteError

if TYPE_CHECKING:
    from extract.extraction import Fault
    from extract.read import Input
    from extract.run import Outcome


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """PATHS, --jobs, --quiet and --verbose."""
    for option in (
        click.option(
            "-v", "--verbose", is_flag=True, help="Say of each input what it gave, and of each fault where."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(1),
            help="Processes; as many as there are cores, if not given.",
        ),
        click.argument("paths", nargs=-1, required=True, type=Given(stream=True)),
    ):
        command = option(command)
    return command


@dataclass(slots=True)
class Reader:
    """Reads the inputs that paths name and keeps the tally; `finish` sums up and gives the exit code."""

    paths: Sequence[Path]
    jobs: int | None = None
    quiet: bool = False
    verbose: bool = False
    cues: bool = False
    prints: bool = True  # the command writes to stdout while it reads, where a bar would be in the way
    wanted: Callable[[Input], bool] = lambda one: True  # which inputs are to be read at all
    tally: Counter[str] = field(default_factory=Counter)
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)

    def outcomes(self) -> Iterator[Outcome]:
        """The outcome of each input that could be read, in the order of their names; what failed is said."""
        with standard_input(self.paths) as paths:
            yield from self._outcomes(paths)

    def _outcomes(self, paths: Sequence[Path]) -> Iterator[Outcome]:
        with interrupted_after():
            from extract.read.inputs import inputs
            from extract.run import run

        named = inputs(paths)
        for remark in named.remarks:
            self._say(remark)
        for error in named.failed:
            self.fail(str(error))
        if not named.found and not named.failed:
            self.fail("nothing to read")
        bar = not self.quiet and not (self.prints and sys.stdout.isatty())
        found = [one for one in named.found if self._wants(one)]
        with progress(len(found), bar) as step:
            since = time.monotonic()
            for done in run(found, self.jobs, self.cues):
                step(done.name)
                if done.error is not None:
                    self.fail(str(done.error))
                    continue
                if done.doubt:
                    self._say(f"{done.name}: {done.doubt}")
                self._count(done, time.monotonic() - since)
                yield done

    def _wants(self, one: Input) -> bool:
        try:
            return self.wanted(one)
        except GazetteError as error:
            self.fail(str(error))
            return False

    def _count(self, done: Outcome, seconds: float) -> None:
        assert done.extraction is not None
        given = done.extraction
        self.tally.update(sources=1, notices=given.notices, facts=len(given.facts), faults=len(given.faults))
        if self.verbose:
            self._say(f"{done.name}: {given.notices} notices, {len(given.facts)} facts ({seconds:.1f} s)")
        for fault in given.faults:
            self._fault(fault)

    def _fault(self, fault: Fault) -> None:
        self.faults[fault.rule, fault.reason] += 1
        if self.verbose or self.faults[fault.rule, fault.reason] == 1:
            say(f"{fault.source}: {fault.document}: {fault.rule}: {fault.reason}")

    def fail(self, message: str) -> None:
        self.tally["failed"] += 1
        say(message)

    def _say(self, message: str) -> None:
        if not self.quiet:
            say(message)

    def finish(self) -> int:
        """Sum up; 0 where every input went through, 1 where one failed or a rule did."""
        if not self.quiet:
            tally = self.tally
            parts = [f"{tally['sources']} read, {tally['notices']} notices, {tally['facts']} facts"]
            parts += [f"{tally['failed']} failed"] if tally["failed"] else []
            parts += [f"{tally['faults']} faults of rules"] if tally["faults"] else []
            say(", ".join(parts))
        return 1 if self.tally["failed"] or self.tally["faults"] else 0


@contextmanager
def interrupted_after() -> Iterator[None]:
    """A Ctrl-C within is raised at the end: Python drops it where it falls into a callback of an import."""
    came = False

    def later(*_: object) -> None:
        nonlocal came
        came = True

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # ignored, or another's
        yield
        return
    signal.signal(signal.SIGINT, later)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


@contextmanager
def standard_input(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """The paths, with `-` a file of what comes by standard input; facts call it stdin."""
    if STREAM not in paths:
        yield paths
        return
    with TemporaryDirectory() as folder:
        given = Path(folder, "stdin")
        with given.open("wb") as out:
            shutil.copyfileobj(sys.stdin.buffer, out)
        yield [given if path == STREAM else path for path in paths]


@contextmanager
def progress(total: int, shown: bool) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, nothing in a pipe; the function moves it on and names what is done."""
    if not shown or total < 2 or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda name: bar.update(task, advance=1, description=escape(name[-40:]))


def say(message: str) -> None:
    """A line on stderr; control characters of file names and notices do not reach the terminal."""
    click.echo("".join(sign if sign.isprintable() else "\ufffd" for sign in message), err=True)
