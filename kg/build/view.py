"""Tables and stores made of the facts: all of it can be thrown away and made again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kg import ids
from kg.build.manifest import Entry
from kg.build.merge import Nodes
from kg.build.parts import read_part
from kg.build.project import Drawing, Projector
from kg.build.rdf import fact_lines, node_lines, source_lines
from kg.build.tables import (
    Table,
    count_rows,
    edge_columns,
    edge_row,
    node_columns,
    node_row,
    read_edges,
    read_nodes,
)
from kg.errors import GraphError
from kg.model import Source
from kg.schema import Schema
from kg.stores.oxigraph import load_quads, renew_quads
from kg.stores.property import load_elements

NODES, EDGES, RDF, PROPERTY = "nodes.parquet", "edges.parquet", "rdf", "property.grafeo"
SAME = "same.json"  # the ids that decisions had joined when the view was made


@dataclass(frozen=True, slots=True)
class Parts:
    """The facts of a graph directory, source by source: what every table, store and export is made from."""

    folder: Path
    sources: Mapping[str, Entry]
    schema: Schema
    same: Mapping[str, str]

    def each(self) -> Iterator[tuple[Source, str]]:
        """Each source once, by digest, under the first of its names; with the file of its facts."""
        named: dict[str, str] = {}
        for name, entry in self.sources.items():
            named[entry.digest] = min(name, named.get(entry.digest, name))
        for digest, name in sorted(named.items()):
            entry = self.sources[name]
            yield Source(name, digest, entry.media_type, entry.encoding), entry.part

    def drawings(self, source: Source, part: str) -> Iterator[Drawing]:
        facts = list(read_part(self.folder / "facts" / part, source.name))
        return Projector(self.schema, source.digest, source.name, self.same).draw(facts)

    def quads(self) -> Iterator[str]:
        """What the sources state, as lines of N-Quads, a source at a time; a line may come twice."""
        for source, part in self.each():
            yield from source_lines(source)
            for drawing in self.drawings(source, part):
                yield from fact_lines(drawing, self.schema, source)


@dataclass(frozen=True, slots=True)
class Before:
    """The view that a build takes the place of: its folder, and what of it stays.

    `kept` are the digests of the sources that are in both, the same in all; `gone` those of its other sources.
    """

    folder: Path
    kept: frozenset[str]
    gone: tuple[str, ...]

    @classmethod
    def of(cls, old: Parts, folder: Path, new: Parts) -> Self:
        """What stays of the view in a folder, made of `old`, where one of `new` takes its place."""
        kept = _states(old) & _states(new)
        stays = frozenset(digest for _, digest, _ in kept)
        return cls(folder, stays, tuple(source.digest for source, _ in old.each() if source.digest not in stays))

    def graphs(self) -> Iterator[str]:
        """The graphs of the sources that do not stay."""
        return (f"{ids.BASE}{ids.source_id(digest)}" for digest in self.gone)


def _states(parts: Parts) -> set[tuple[str, str, str]]:
    """What tells that a source states the same: its name, its digest, that of its facts."""
    return {(source.name, source.digest, parts.sources[source.name].sha256) for source, _ in parts.each()}


def make_view(parts: Parts, folder: Path, before: Before | None = None) -> None:
    """Fill a new folder with the tables and the two stores; of RDF only what changed since the view `before`."""
    _draw(parts, folder, before)
    load_elements(folder / PROPERTY, read_nodes(folder / NODES), read_edges(folder / EDGES))
    (folder / SAME).write_text(json.dumps(dict(parts.same), indent=1, sort_keys=True), "utf-8")


def is_whole(folder: Path) -> bool:
    """Whether all that a view has is there, and its tables can be read."""
    try:
        for table in (NODES, EDGES):
            count_rows(folder / table)
    except GraphError:
        return False
    return all((folder / name).exists() for name in (f"{RDF}/CURRENT", PROPERTY, SAME, "lock"))


def _draw(parts: Parts, folder: Path, before: Before | None) -> None:
    """Make `nodes.parquet` (by id), `edges.parquet` (in the order of sources and their facts) and the RDF store, so
    that each fact is drawn once."""
    nodes, seen = Nodes(), set[str]()
    kept = before.kept if before else frozenset[str]()
    gone: list[str] = []
    with (
        Table(folder / NODES, node_columns(parts.schema)) as node_table,
        Table(folder / EDGES, edge_columns(parts.schema)) as edge_table,
    ):

        def quads() -> Iterator[str]:
            for source, part in parts.each():
                new = source.digest not in kept
                if new:
                    yield from source_lines(source)
                for drawing in parts.drawings(source, part):
                    if new:
                        yield from fact_lines(drawing, parts.schema, source)
                    nodes.add(drawing.claims)
                    for _, edge in drawing.edges:
                        if edge.id not in seen:
                            seen.add(edge.id)
                            edge_table.add(edge_row(edge))
            said = {one.id: one for one in read_nodes(before.folder / NODES)} if before else {}
            for thing in nodes.nodes():
                old = said.pop(thing.id, None)
                if thing != old:
                    was, now = set(node_lines(old)) if old else set[str](), list(node_lines(thing))
                    gone.extend(sorted(was.difference(now)))
                    yield from (line for line in now if line not in was)
                node_table.add(node_row(thing))
            gone.extend(line for old in said.values() for line in node_lines(old))

        if before:
            renew_quads(folder / RDF, before.folder / RDF, before.graphs(), quads(), gone)
        else:
            load_quads(folder / RDF, quads())
