"""Nodes and edges as two CSV files, in UTF-8 with the mark that Excel wants."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.build.tables import edge_columns, edge_row, node_columns, node_row
from kg.graph import Graph
from kg.schema import load_schema

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(graph: Graph, folder: Path) -> None:
    """`nodes.csv` and `edges.csv`."""
    schema = load_schema()
    _write(folder / "nodes.csv", node_columns(schema).names, map(node_row, graph.nodes()))
    _write(folder / "edges.csv", edge_columns(schema).names, map(edge_row, graph.edges()))


def _write(path: Path, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows([safe(row.get(name)) for name in columns] for row in rows)


def safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets a `'` in front.

    >>> safe("=1+1"), safe(-1)
    ("'=1+1", -1)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
