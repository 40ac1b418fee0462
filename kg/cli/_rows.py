"""Rows on standard output: a table to be read, CSV or JSON."""

from __future__ import annotations

import csv
import json
import re
import sys

import click
from rich.cells import cell_len, set_cell_size

from kg.cli._plain import escaped, plain
from kg.export.tables import safe
from kg.stores.store import Cell, Rows

FORMATS = ("table", "csv", "json")
_BREAKS = re.compile(r"[\t\n\r\v\f]+")


def show(rows: Rows, form: str, widest: int | None = None) -> None:
    """Print rows; in a table a cell wider than `widest` is cut."""
    if form == "table":
        _table(rows, widest)
    else:
        {"csv": _csv, "json": _json}[form](rows)


def _table(rows: Rows, widest: int | None) -> None:
    """Columns as wide as their widest cell, two for each Chinese character."""
    cells = [
        list(map(plain, rows.columns)),
        *([_cut(plain(_BREAKS.sub(" ", _shown(cell))), widest) for cell in row] for row in rows),
    ]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["─" * width for width in widths])
    for row in cells:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(padded).rstrip())


def _cut(cell: str, widest: int | None) -> str:
    return (
        cell if widest is None or cell_len(cell) <= widest else f"{set_cell_size(cell, widest - 1).rstrip()}…"
    )


def _csv(rows: Rows) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(map(safe, rows.columns))
    out.writerows(
        [safe(_shown(cell) if isinstance(cell, list | dict) else cell) for cell in row] for row in rows
    )


def _json(rows: Rows) -> None:
    click.echo(escaped(json.dumps(rows.dicts(), ensure_ascii=False, indent=1)))


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)
