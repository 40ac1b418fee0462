"""The graph as RDF in an Oxigraph store on disk."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    with _told(folder):
        store = ox.Store(str(folder))
        _load(store, lines)
        store.optimize()  # else each look-up goes through the files of all chunks: ten times slower at 200,000 facts
        store.flush()


def renew_quads(folder: Path, old: Path, graphs: Iterable[str], lines: Iterable[str], gone: Sequence[str]) -> None:
    """Make a store out of an older one: without some graphs, with more lines, then without the lines in `gone`.

    The files of RocksDB never change once they are written: the two stores share them by hard links, where there are
    such, and the older one stays as it is.
    """
    with _told(folder):
        shutil.copytree(old, folder, copy_function=_share)
        store = ox.Store(str(folder))
        for graph in graphs:
            name = ox.NamedNode(graph)
            quads = list(store.quads_for_pattern(None, None, None, name))
            store.remove_graph(name)
            _withdraw(store, quads)
        _load(store, lines)
        _withdraw(store, ox.parse("".join(gone).encode(), ox.RdfFormat.N_QUADS))
        store.flush()


def _withdraw(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Take quads out, and out of the default graph what no other graph states."""
    for quad in quads:
        store.remove(quad)
        said = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(isinstance(one.graph_name, ox.DefaultGraph) for one in said):
            store.remove(ox.Quad(quad.subject, quad.predicate, quad.object))


def _load(store: ox.Store, lines: Iterable[str]) -> None:
    with ThreadPoolExecutor(1) as thread:
        before: Future[None] | None = None
        for some in batched(lines, CHUNK):
            data = "".join([*some, *map(_everywhere, some)]).encode()
            if before is not None:
                before.result()
            before = thread.submit(store.bulk_load, data, ox.RdfFormat.N_QUADS)
        if before is not None:
            before.result()


def _share(source: str, target: str) -> None:
    if source.endswith(".sst"):
        with contextlib.suppress(OSError):
            os.link(source, target)
            return
    shutil.copy2(source, target)


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        raise StoreError(f"{folder}: Oxigraph did not take the graph: {error}") from error


def _everywhere(line: str) -> str:
    """A line of N-Quads without its graph.

    >>> _everywhere('<a:a> <a:b> "c" <a:g> .\\n')
    '<a:a> <a:b> "c" .\\n'
    """
    return line.rpartition(" <")[0] + " .\n"
