"""The facts of one source as a Parquet part: what a build keeps, in one form whatever the machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg import ids
from kg.build.parquet import opened
from kg.model import Agency, Evidence, Fact, Source, Value

COLUMNS: dict[str, pa.DataType] = {
    "id": pa.string(),
    "type": pa.string(),
    "document": pa.string(),
    "args": pa.string(),  # JSON: agencies as {"name", "mention"}
    "start": pa.int64(),
    "end": pa.int64(),
    "quote": pa.string(),
    "rule": pa.string(),
    "confidence": pa.float64(),
}
CHUNK = 20_000


def write_part(path: Path, facts: Iterable[Fact], source: Source) -> None:
    """Write each fact once, in the order of the text. The same facts give the same bytes."""
    rows = {ids.fact_id(fact, source.digest): fact for fact in facts}
    ordered = sorted(
        rows.items(), key=lambda row: (row[1].evidence.start, row[1].evidence.end, row[1].type, row[0])
    )
    told: dict[bytes | str, bytes | str] = {
        "media_type": source.media_type,
        "encoding": source.encoding or "",
    }
    columns = pa.schema(COLUMNS, metadata=told)
    with pq.ParquetWriter(path, columns, compression="zstd") as out:
        for some in batched(ordered, CHUNK):
            out.write_table(pa.Table.from_pylist([_row(key, fact) for key, fact in some], columns))


def describe_part(path: Path) -> tuple[int, str, str | None]:
    """How many facts a part has, and what it tells of its source: media type and encoding."""
    with opened(path) as part:
        told = part.schema_arrow.metadata
        return part.metadata.num_rows, told[b"media_type"].decode(), told[b"encoding"].decode() or None


def read_part(path: Path, source: str) -> Iterator[Fact]:
    """The facts of a part, said of the source of that name."""
    with opened(path) as part:
        for batch in part.iter_batches(CHUNK):
            for row in batch.to_pylist():
                yield _fact(row, source)


def _row(key: str, fact: Fact) -> dict[str, object]:
    args = {name: ids.plain(value) for name, value in sorted(fact.args.items()) if value is not None}
    place = fact.evidence
    return {
        "id": key,
        "type": fact.type,
        "document": fact.document,
        "args": json.dumps(args, ensure_ascii=False),
        "start": place.start,
        "end": place.end,
        "quote": place.text,
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def _fact(row: dict[str, object], source: str) -> Fact:
    args = {name: _value(value) for name, value in json.loads(str(row["args"])).items()}
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    evidence = Evidence(source, start, end, str(row["quote"]))
    confidence = row["confidence"]
    assert isinstance(confidence, float)
    return Fact(str(row["type"]), str(row["document"]), args, evidence, str(row["rule"]), confidence)


def _value(value: object) -> Value:
    match value:
        case {"name": str(name), "mention": str(mention), **rest}:
            return Agency(name, mention, bool(rest.get("group", False)))
        case list():
            return tuple(_value(one) for one in value)  # type: ignore[return-value]
        case _:
            return value  # type: ignore[return-value]
