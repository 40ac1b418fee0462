"""The graph as a property graph, asked in Cypher with no server running (grafeo, one file)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import batched, groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import grafeo

from kg.elements import Edge, Node
from kg.errors import StoreError
from kg.stores.guard import check_cypher
from kg.stores.process import MEGABYTES, Worker
from kg.stores.store import LIMIT, TIMEOUT, Contents, Param, Rows

CHUNK = 20_000


class PropertyStore:
    """A file that several processes may read at once; opened for reading, in a worker, at the first query."""

    language = "cypher"

    def __init__(self, file: Path, megabytes: int = MEGABYTES) -> None:
        self.file = file
        self._worker = Worker("cypher", file, megabytes)

    def load(self, contents: Contents) -> None:
        self.close()
        self.file.unlink(missing_ok=True)
        load_elements(self.file, contents.nodes(), contents.edges())

    def query(
        self,
        text: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows:
        check_cypher(text, params)
        return self._worker.ask(text, params or {}, timeout, limit)

    def close(self) -> None:
        self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def load_elements(file: Path, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Make a file of nodes and edges, in chunks; `id` and `name` are indexed."""
    try:
        store = grafeo.GrafeoDB()
        inner: dict[str, int] = {}
        for label, alike in groupby(nodes, key=lambda node: node.label):
            for some in batched(alike, CHUNK):
                rows: list[Any] = [{"id": one.id, "name": one.name, **one.properties} for one in some]
                made = store.batch_create_nodes_with_props(label, rows)
                inner.update(zip((one.id for one in some), made, strict=True))
        for drawn in batched(edges, CHUNK):
            store.batch_create_edges(
                [
                    (inner[one.source], inner[one.target], one.label, {"id": one.id, **one.properties})
                    for one in drawn
                ]
            )
        for name in ("id", "name"):
            store.create_property_index(name)
        store.save(str(file))
        store.close()
    except (grafeo.GrafeoError, OSError, KeyError) as error:
        raise StoreError(f"{file}: grafeo did not take the graph: {error}") from error
