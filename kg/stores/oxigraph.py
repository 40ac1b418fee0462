"""The graph as RDF in an Oxigraph store on disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import batched
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.stores.guard import check_sparql, fill
from kg.stores.process import MEGABYTES, Worker
from kg.stores.store import LIMIT, TIMEOUT, Contents, Param, Rows

CHUNK = 100_000


class OxigraphStore:
    """A store in a folder that nothing else writes to; opened for reading, in a worker, at the first query."""

    language = "sparql"

    def __init__(self, folder: Path, megabytes: int = MEGABYTES) -> None:
        self.folder = folder
        self._worker = Worker("sparql", folder, megabytes)

    def load(self, contents: Contents) -> None:
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        load_quads(self.folder, contents.quads())

    def query(
        self,
        text: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows:
        check_sparql(text)
        return self._worker.ask(fill(text, params or {}), {}, timeout, limit)

    def close(self) -> None:
        self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def load_quads(folder: Path, lines: Iterable[str]) -> None:
    """Make a store of lines of N-Quads: a chunk is loaded while the next is being made.

    Each statement stands in the graph of its source, and once in the default graph: a union that Oxigraph forms itself
    gives what ten sources state ten times.
    """
    try:
        store = ox.Store(str(folder))
        with ThreadPoolExecutor(1) as thread:
            before: Future[None] | None = None
            for some in batched(lines, CHUNK):
                data = "".join([*some, *map(_everywhere, some)]).encode()
                if before is not None:
                    before.result()
                before = thread.submit(store.bulk_load, data, ox.RdfFormat.N_QUADS)
            if before is not None:
                before.result()
        store.optimize()  # else each look-up goes through the files of all chunks: ten times slower at 200,000 facts
        store.flush()
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{folder}: Oxigraph did not take the graph: {error}") from error


def _everywhere(line: str) -> str:
    """A line of N-Quads without its graph.

    >>> _everywhere('<a:a> <a:b> "c" <a:g> .\\n')
    '<a:a> <a:b> "c" .\\n'
    """
    return line.rpartition(" <")[0] + " .\n"
