"""Which formats there are, and the one way to write each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TextIO

from kg.errors import InputError
from kg.export import graphml, jsonld, quads, tables, turtle
from kg.files import put, sync, whole_file
from kg.graph import Graph

type Write = Callable[[Graph, TextIO], None]

# one file each; csv is a folder of two
FILES: Mapping[str, Write] = {
    "ttl": turtle.write,
    "nq": quads.write,
    "jsonld": jsonld.write,
    "graphml": graphml.write,
}
FORMATS = (*FILES, "csv")


def export(graph: Graph, form: str, out: Path) -> None:
    """Write a graph to a file (`csv`: to a folder), whole or not at all."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if form == "csv":
            _tables(graph, out)
            return
        with whole_file(out) as file:
            FILES[form](graph, file)
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {error.strerror or error}") from error


def _tables(graph: Graph, out: Path) -> None:
    out.mkdir(exist_ok=True)
    aside = out / f".{os.getpid()}"
    try:
        aside.mkdir()
        tables.write(graph, aside)
        sync(aside)
        for table in sorted(aside.iterdir()):
            put(table, out / table.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
