"""`kg text`: the text layer of a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli._paths import WORDS, Given
from kg.cli._plain import plain


@click.command("text")
@click.argument("path", type=Given(stream=True))
@click.option("--name", type=WORDS, help="Which text, where the path is a folder or an archive.")
def command(path: Path, name: str | None) -> None:
    """Print the text of the file at PATH (`-`: of standard input) as it is read: what the offsets of facts count."""
    from extract.read.inputs import inputs
    from extract.read.load import load
    from kg.cli._outcomes import say, standard_input
    from kg.errors import InputError

    with standard_input([path]) as paths:
        named = inputs(paths)
        for error in named.failed:
            raise error
        found = [one for one in named.found if name in (None, one.name)]
        if len(found) != 1:
            names = ", ".join(one.name for one in (found or named.found)[:10])
            raise InputError(str(path), f"holds {len(found)} texts of that name; choose one by --name: {names}")
        loaded = load(found[0])
    if loaded.doubt:
        say(f"{found[0].name}: {loaded.doubt}")
    raw = plain(loaded.text.raw) if sys.stdout.isatty() else loaded.text.raw
    # as bytes: line ends and the byte order mark are part of the text
    click.echo(raw.encode("utf-8", "replace"), nl=False)
