"""Nodes and edges as two Parquet tables: one row each, one column a property."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from kg.build.parquet import opened
from kg.elements import Edge, Node, Scalar
from kg.schema import End, FactType, Schema

CHUNK = 20_000
_NODE = ("id", "label", "name", "kind", "title", "number")
_EDGE = ("id", "label", "from", "to")
EVIDENCE: dict[str, pa.DataType] = {
    "fact": pa.string(),
    "notice": pa.string(),
    "document": pa.string(),
    "source": pa.string(),
    "start": pa.int64(),
    "end": pa.int64(),
    "quote": pa.string(),
    "confidence": pa.float64(),
}


def node_columns(schema: Schema) -> pa.Schema:
    columns: dict[str, pa.DataType] = dict.fromkeys(_NODE, pa.string())
    for declared in schema.types.values():
        for draw in declared.draws:
            ends: list[End] = [draw.source] + ([draw.target] if draw.target else [])
            named = [(name, name) for end in ends for name in end.args[1:] if _is_word(declared, name)]
            put = [] if draw.edge else [(_key(declared, name), name) for name in draw.carries]
            for key, name in named + put:
                columns.setdefault(key, _type(declared, name))
    return pa.schema(columns)


def edge_columns(schema: Schema) -> pa.Schema:
    columns: dict[str, pa.DataType] = dict.fromkeys(_EDGE, pa.string()) | EVIDENCE
    for declared in schema.types.values():
        for draw in declared.draws:
            for name in draw.carries if draw.edge else ():
                columns.setdefault(_key(declared, name), _type(declared, name))
    return pa.schema(columns)


def _key(declared: FactType, name: str) -> str:
    return declared.arguments[name].key if name in declared.arguments else name


def _is_word(declared: FactType, name: str) -> bool:
    return declared.arguments[name].kind in ("text", "term", "date", "number", "post", "person")


def _type(declared: FactType, name: str) -> pa.DataType:
    argument = declared.arguments.get(name)
    number = name == "page" if argument is None else argument.kind == "number"
    return pa.float64() if number else pa.string()


class Table:
    """A Parquet table in the making; rows are written in chunks. The same rows give the same bytes."""

    def __init__(self, path: Path, columns: pa.Schema) -> None:
        self._out = pq.ParquetWriter(path, columns, compression="zstd")
        self._columns = columns
        self._rows: list[dict[str, Any]] = []
        self.count = 0

    def add(self, row: dict[str, Any]) -> None:
        self._rows.append(row)
        self.count += 1
        if len(self._rows) == CHUNK:
            self._write()

    def _write(self) -> None:
        self._out.write_table(pa.Table.from_pylist(self._rows, self._columns))
        self._rows.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._rows and kind is None:
            self._write()
        self._out.close()


def count_rows(path: Path) -> int:
    with opened(path) as table:
        rows: int = table.metadata.num_rows
        return rows


def node_row(node: Node) -> dict[str, Any]:
    return {"id": node.id, "label": node.label, "name": node.name, **node.properties}


def edge_row(edge: Edge) -> dict[str, Any]:
    return {"id": edge.id, "label": edge.label, "from": edge.source, "to": edge.target, **edge.properties}


def read_nodes(path: Path) -> Iterator[Node]:
    for row in _rows(path):
        yield Node(row.pop("id"), row.pop("label"), row.pop("name"), _properties(row))


def read_edges(path: Path) -> Iterator[Edge]:
    for row in _rows(path):
        yield Edge(row.pop("id"), row.pop("label"), row.pop("from"), row.pop("to"), _properties(row))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with opened(path) as table:
        for batch in table.iter_batches(CHUNK):
            yield from batch.to_pylist()


def _properties(row: dict[str, Any]) -> dict[str, Scalar]:
    """What is there; whole numbers as int, but for a share (`confidence`)."""
    return {
        name: int(value)
        if isinstance(value, float) and name != "confidence" and value.is_integer()
        else value
        for name, value in row.items()
        if value is not None
    }
