"""Smoke tests: each server really starts, takes three nodes and gives them back."""

import json
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from tests.servers.fuseki import SparqlServer
from tests.servers.neo4j import Neo4jServer

NAMES = ["密云区人民政府", "密云区人民政府办公室", "密云区教育局"]


@pytest.mark.server
def test_neo4j_takes_and_gives(empty_neo4j: Neo4jServer) -> None:
    rows = [{"id": f"a{n}", "name": name} for n, name in enumerate(NAMES)]
    with empty_neo4j.driver() as driver:
        driver.execute_query("CREATE CONSTRAINT agency_id FOR (a:Agency) REQUIRE a.id IS UNIQUE")
        driver.execute_query(
            "UNWIND $rows AS row MERGE (a:Agency {id: row.id}) SET a.name = row.name", {"rows": rows}
        )
        driver.execute_query(
            "MATCH (a:Agency {id: 'a1'}) MATCH (b:Agency {id: 'a0'}) MERGE (a)-[:PART_OF]->(b)"
        )
        found = driver.execute_query("MATCH (a:Agency) RETURN a.name AS name ORDER BY a.id").records
        part = driver.execute_query("MATCH (a:Agency)-[:PART_OF]->(b:Agency) RETURN a.name, b.name").records
    assert [row["name"] for row in found] == NAMES
    assert [row.values() for row in part] == [[NAMES[1], NAMES[0]]]


@pytest.mark.server
def test_neo4j_starts_empty(empty_neo4j: Neo4jServer) -> None:
    with empty_neo4j.driver() as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 0
        assert driver.execute_query("SHOW CONSTRAINTS").records == []


@pytest.mark.server
def test_sparql_takes_and_gives(empty_sparql: SparqlServer) -> None:
    turtle = "".join(f'<urn:a{n}> <urn:name> "{name}"@zh .\n' for n, name in enumerate(NAMES))
    put = Request(
        f"{empty_sparql.data}?default", turtle.encode(), {"Content-Type": "text/turtle"}, method="PUT"
    )
    with urlopen(put, timeout=60) as answer:
        assert answer.status in (200, 201, 204)
    more = b'INSERT DATA { <urn:a0> <urn:kind> "government" }'
    insert = Request(empty_sparql.update, more, {"Content-Type": "application/sparql-update"})
    with urlopen(insert, timeout=60):
        pass
    query = "SELECT ?name { ?a <urn:name> ?name OPTIONAL { ?a <urn:kind> ?kind } } ORDER BY DESC(?kind) ?a"
    ask = Request(
        f"{empty_sparql.query}?query={quote(query)}", headers={"Accept": "application/sparql-results+json"}
    )
    with urlopen(ask, timeout=60) as answer:
        rows = json.load(answer)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == NAMES
