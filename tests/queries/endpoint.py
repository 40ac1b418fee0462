"""A SPARQL 1.1 server seen as a store: what a user's own program would do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from kg.graph import Graph
from kg.stores.guard import fill
from kg.stores.store import Cell, Param, Rows
from tests.servers.fuseki import SparqlServer


class Endpoint:
    language = "sparql"

    def __init__(self, server: SparqlServer) -> None:
        self._server = server

    def load(self, graph: Graph) -> None:
        """All named graphs into the default one, since endpoints differ in what they ask when none is named."""
        lines = dict.fromkeys(line.rpartition(" <")[0] + " .\n" for line in graph.quads())
        body = "".join(lines).encode()
        call = Request(
            f"{self._server.data}?default", body, {"Content-Type": "application/n-triples"}, method="PUT"
        )
        with urlopen(call, timeout=120):
            pass

    def query(
        self,
        text: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = 60,
        limit: int = 100_000,
    ) -> Rows:
        body = urlencode({"query": fill(text, params or {})}).encode()
        call = Request(self._server.query, body, {"Accept": "application/sparql-results+json"})
        with urlopen(call, timeout=timeout) as answer:
            said = json.load(answer)
        names = said["head"]["vars"]
        return Rows(
            tuple(names),
            [tuple(cell(row.get(name)) for name in names) for row in said["results"]["bindings"]],
        )


def cell(term: Mapping[str, str] | None) -> Cell:
    if term is None:
        return None
    match term.get("datatype", "").rpartition("#")[2]:
        case "integer":
            return int(term["value"])
        case "decimal" | "double":
            return float(term["value"])
    return term["value"]
