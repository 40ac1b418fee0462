"""Parquet files of a graph directory, opened for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg.build.own import check_file
from kg.errors import GraphError


@contextmanager
def opened(path: Path) -> Iterator[pq.ParquetFile]:
    """GraphError where it is missing or broken, whenever that shows; it says how to mend it."""
    check_file(path)
    try:
        with pq.ParquetFile(path) as file:
            yield file
    except (OSError, pa.ArrowException, KeyError, ValueError) as error:  # of ValueErrors, what is no UTF-8, or no JSON
        why = str(error).splitlines()[0]
        raise GraphError(f"{path} cannot be read: give its sources to `kg build` again ({why})") from error
