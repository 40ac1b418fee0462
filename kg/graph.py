"""A graph directory, opened for reading.

with open_graph(Path("graph")) as graph:
    graph.cypher("MATCH (p:Person)-[r:APPOINTED_TO]->(o:Post) RETURN p.name, o.name, r.date").to_frame()
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import networkx as nx

from kg import search
from kg.build.manifest import Manifest, read_manifest
from kg.build.own import check_file, check_top, check_tree
from kg.build.parts import read_part
from kg.build.rdf import node_lines
from kg.build.tables import read_edges, read_nodes
from kg.build.view import EDGES, NODES, PROPERTY, RDF, SAME, Parts
from kg.elements import Edge, Node
from kg.errors import GraphError
from kg.files import lock
from kg.model import Evidence, Fact
from kg.queries import Answer, Questions
from kg.schema import load_schema, schema_digest
from kg.stores.networks import to_networkx
from kg.stores.oxigraph import OxigraphStore
from kg.stores.property import PropertyStore
from kg.stores.store import LIMIT, TIMEOUT, Param, Rows


class Graph(Questions):
    """What a build made, as it was when opened: a later build does not change it.

    It answers the questions of the catalogue (`kg.queries`) as methods.
    `nodes`, `edges` and `quads` give all of it, so that any store can `load` a graph.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open = ExitStack()
        self.manifest = self._held()
        view = self.folder / "views" / self.manifest.view
        self._rdf = self._open.enter_context(OxigraphStore(view / RDF))
        self._property = self._open.enter_context(PropertyStore(view / PROPERTY))
        self.view = view

    def sparql(
        self,
        query: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows:
        """Answer a SPARQL query; `gk:` and the usual prefixes are known.

        What all sources state is asked, each statement once. `FROM id:source-…` asks what one source states, `GRAPH ?g`
        which source does; what things are called stands in `id:things`.
        """
        return self._rdf.query(query, params, timeout=timeout, limit=limit)

    def cypher(
        self,
        query: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows:
        """Answer a Cypher query."""
        return self._property.query(query, params, timeout=timeout, limit=limit)

    def nodes(self) -> Iterator[Node]:
        return read_nodes(self.view / NODES)

    def edges(self) -> Iterator[Edge]:
        return read_edges(self.view / EDGES)

    def quads(self) -> Iterator[str]:
        """All of it as lines of N-Quads; a line may come twice."""
        if self.manifest.schema != schema_digest():
            raise GraphError(f"{self.folder} was made by another ontology; run `kg build` on it again")
        yield from self._parts.quads()
        for node in self.nodes():
            yield from node_lines(node)

    def facts(self, type: str | None = None) -> Iterator[Fact]:
        """The facts as they were stated, source by source; of one type, or all."""
        for source, part in self._parts.each():
            for fact in read_part(self.folder / "facts" / part, source.name):
                if type is None or fact.type == type:
                    yield fact

    def text(self, source: str) -> str:
        """The text of a source, which evidence counts; GraphError where the graph does not have it."""
        entry = self.manifest.sources.get(source)
        path = self.folder / "texts" / f"{entry.digest if entry else ''}.txt"
        check_file(path)
        if not path.exists():
            raise GraphError(f"{self.folder}: there is no text of {source}")
        return path.read_bytes().decode()

    def context(self, place: Evidence, around: int = 40) -> tuple[str, str, str]:
        """The words of an evidence with what stands before and after them."""
        text = self.text(place.source)
        before, after = text[max(place.start - around, 0) : place.start], text[place.end : place.end + around]
        return before, text[place.start : place.end], after

    def search(self, words: str, *, limit: int = search.LIMIT) -> Answer[search.Hit]:
        """Titles, tasks and the words of facts that hold some of these words, the best first."""
        return search.search(self.nodes(), self.edges(), words, limit)

    def to_networkx(self) -> nx.MultiDiGraph[Any]:
        """All nodes and edges in memory, with their properties."""
        return to_networkx(self.nodes(), self.edges())

    @cached_property
    def _parts(self) -> Parts:
        try:
            same = json.loads((self.view / SAME).read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise GraphError(f"{self.view / SAME} cannot be read: run `kg build` again ({error})") from error
        return Parts(self.folder, self.manifest.sources, load_schema(), same)

    def _held(self) -> Manifest:
        """The manifest, with its view kept from being swept away while this is open."""
        check_top(self.folder)
        for _ in range(5):
            manifest = read_manifest(self.folder)
            check_tree(self.folder / "views")
            held = self.folder / "views" / manifest.view / "lock"
            try:
                self._open.enter_context(lock(held, shared=True, busy="a build is sweeping"))
            except (GraphError, OSError):  # a build has just put another in its place
                continue
            if held.exists():
                return manifest
        raise GraphError(
            f"{self.folder} is broken: the view that its manifest names is missing; run `kg build` on it"
        )

    def close(self) -> None:
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_graph(folder: Path | str = "graph") -> Graph:
    """Open what `kg build -o FOLDER` made; GraphError where it is missing, broken or of another version."""
    return Graph(Path(folder))
