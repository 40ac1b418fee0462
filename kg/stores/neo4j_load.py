"""How a graph gets into Neo4j: in batches, nodes before relationships, and only what has changed is written.

Every node and relationship bears in `MARK` a digest of what it says. So what is there already is passed over, what a
load before left and this graph has not is found and removed, and what somebody else put there is never touched.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import batched, groupby
from typing import Any

import neo4j

from kg.elements import Edge, Node, Scalar
from kg.errors import StoreError
from kg.ids import digest
from kg.stores.store import Contents

BATCH = 10_000
MARK = "gazette_kg"
# a label stands in the query itself: a name and nothing else, however it is quoted
_NAME = re.compile(r"[^\W\d]\w*")

type Row = dict[str, Any]


class Loader:
    """One load through one session; `ask` does what is asked of the server, or gives up."""

    def __init__(
        self, session: neo4j.Session, progress: Callable[[str, int], None], ask: Callable[[Callable[[], Any]], Any]
    ) -> None:
        self._session, self._progress, self._ask = session, progress, ask

    def load(self, contents: Contents) -> None:
        labels = self._nodes(contents.nodes())
        kinds = self._edges(contents.edges(), labels)
        self._sweep_edges(kinds)
        self._sweep_nodes(labels)
        for pattern, count in self._sent(kinds, labels):
            if self._there(pattern) != count:
                raise StoreError("another load was at work in this database; do it again")

    def _nodes(self, nodes: Iterable[Node]) -> dict[str, str]:
        """Write the nodes; the label of each by id."""
        labels: dict[str, str] = {}
        constrained: set[str] = set()
        for some in batched(nodes, BATCH):
            for label, alike in groupby(
                sorted(some, key=lambda node: node.label), key=lambda node: node.label
            ):
                if label not in constrained:
                    self._constrain(label)
                    constrained.add(label)
                rows = [
                    _row(node.id, {"id": node.id, "name": node.name, **node.properties}) for node in alike
                ]
                self._write(
                    f"UNWIND $rows AS row MERGE (n:{quoted(label)} {{id: row.id}}) "
                    f"WITH n, row WHERE n.{MARK} IS NULL OR n.{MARK} <> row.properties.{MARK} SET n = row.properties",
                    rows,
                )
                labels.update((row["id"], label) for row in rows)
            self._progress("nodes", len(some))
        return labels

    def _edges(self, edges: Iterable[Edge], labels: Mapping[str, str]) -> dict[str, set[str]]:
        """Write the relationships, those of the same ends together; the ids of each type."""
        ids: dict[str, set[str]] = {}

        def ends(edge: Edge) -> tuple[str, str, str]:
            try:
                return edge.label, labels[edge.source], labels[edge.target]
            except KeyError as error:
                raise StoreError(
                    f"the graph has an edge {edge.id} to a node that it has not: {error}"
                ) from None

        for some in batched(edges, BATCH):
            for (label, source, target), alike in groupby(sorted(some, key=ends), key=ends):
                rows = [
                    {
                        "from": edge.source,
                        "to": edge.target,
                        **_row(edge.id, {"id": edge.id, **edge.properties}),
                    }
                    for edge in alike
                ]
                self._write(
                    f"UNWIND $rows AS row MATCH (a:{quoted(source)} {{id: row.from}}) "
                    f"MATCH (b:{quoted(target)} {{id: row.to}}) MERGE (a)-[r:{quoted(label)} {{id: row.id}}]->(b) "
                    f"WITH r, row WHERE r.{MARK} IS NULL OR r.{MARK} <> row.properties.{MARK} SET r = row.properties",
                    rows,
                )
                ids.setdefault(label, set()).update(row["id"] for row in rows)
            self._progress("edges", len(some))
        return ids

    def _sweep_edges(self, kept: Mapping[str, set[str]]) -> None:
        for label in self._values("CALL db.relationshipTypes() YIELD relationshipType AS value RETURN value"):
            if _NAME.fullmatch(label):
                pattern = _edges_of(label)
                for some in self._gone(pattern, kept.get(label, set())):
                    self._write(
                        f"MATCH {pattern} WHERE x.{MARK} IS NOT NULL AND x.id IN $rows DELETE x", some
                    )

    def _sweep_nodes(self, labels: Mapping[str, str]) -> None:
        for label in self._values("CALL db.labels() YIELD label AS value RETURN value"):
            if _NAME.fullmatch(label):
                pattern = _nodes_of(label)
                kept = {key for key, of in labels.items() if of == label}
                for some in self._gone(pattern, kept):
                    self._write(
                        f"UNWIND $rows AS id MATCH (x:{quoted(label)} {{id: id}}) WHERE x.{MARK} IS NOT NULL "
                        "DETACH DELETE x",
                        some,
                    )

    def _gone(self, pattern: str, kept: set[str]) -> Iterator[list[str]]:
        """Ids of what was loaded once and is not to be kept."""
        if self._there(pattern) == len(kept):
            return
        ids = self._values(f"MATCH {pattern} WHERE x.{MARK} IS NOT NULL RETURN x.id AS value")
        yield from map(list, batched((one for one in ids if one not in kept), BATCH))

    def _there(self, pattern: str) -> int:
        """How many of a label or a type a load has written."""
        count: int
        [count] = self._values(f"MATCH {pattern} WHERE x.{MARK} IS NOT NULL RETURN count(x) AS value")
        return count

    @staticmethod
    def _sent(kinds: Mapping[str, set[str]], labels: Mapping[str, str]) -> Iterator[tuple[str, int]]:
        """How many there have to be of each label and each type."""
        yield from ((_nodes_of(label), count) for label, count in Counter(labels.values()).items())
        yield from ((_edges_of(kind), len(ids)) for kind, ids in kinds.items())

    def _constrain(self, label: str) -> None:
        # without a name of ours: where another constraint bears it, IF NOT EXISTS makes none and says nothing;
        # in a transaction that is tried again: another load may be making the same one
        query = f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{quoted(label)}) REQUIRE n.id IS UNIQUE"
        self._ask(lambda: self._session.execute_write(lambda transaction: transaction.run(query).consume()))

    def _write(self, query: str, rows: list[Any]) -> None:
        self._ask(lambda: self._session.execute_write(lambda transaction: transaction.run(query, rows=rows).consume()))

    def _values(self, query: str) -> list[Any]:
        found: list[Any] = self._ask(
            lambda: self._session.execute_read(lambda transaction: transaction.run(query).value())
        )
        return found


def _nodes_of(label: str) -> str:
    return f"(x:{quoted(label)})"


def _edges_of(kind: str) -> str:
    return f"()-[x:{quoted(kind)}]->()"


def quoted(label: str) -> str:
    """A label as it stands in a query; StoreError for what is no name.

    >>> quoted("APPOINTED_TO")
    '`APPOINTED_TO`'
    """
    if not _NAME.fullmatch(label):
        raise StoreError(f"not a label: {label!r}")
    return f"`{label}`"


def _row(identifier: str, properties: Mapping[str, Scalar]) -> Row:
    said = {name: value for name, value in properties.items() if name != MARK}
    return {
        "id": identifier,
        "properties": {**said, MARK: digest(json.dumps(said, ensure_ascii=False, sort_keys=True))},
    }
