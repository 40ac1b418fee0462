"""Loading a real Neo4j, both releases: what is written, what is left alone, what is said when it fails."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import neo4j
import pytest

from kg.elements import Edge, Node
from kg.errors import QueryError, StoreError
from kg.graph import Graph
from kg.stores import neo4j_load
from kg.stores.neo4j import Neo4jStore, _check_version
from kg.stores.neo4j_load import quoted
from tests.servers.neo4j import Neo4jServer


@dataclass(frozen=True, slots=True)
class Elements:
    """A small graph to load."""

    of_nodes: list[Node] = field(default_factory=list)
    of_edges: list[Edge] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        return iter(self.of_nodes)

    def edges(self) -> Iterator[Edge]:
        return iter(self.of_edges)

    def quads(self) -> Iterator[str]:
        return iter(())


WANG = Node("person-1", "Person", "王涛")
CHIEF = Node("post-1", "Post", "望溪区教育局局长", {"title": "局长"})
BUREAU = Node("agency-1", "Agency", "望溪区教育局", {"kind": "Department"})
NAMED = Edge(
    "edge-1", "APPOINTED_TO", "person-1", "post-1", {"date": "2019-03-05", "start": 7, "confidence": 0.9}
)
SEAT = Edge("edge-2", "POST_OF", "post-1", "agency-1")
SMALL = Elements([WANG, CHIEF, BUREAU], [NAMED, SEAT])


def connect(server: Neo4jServer, **changed: Any) -> Neo4jStore:
    return Neo4jStore(**{"uri": server.uri, "user": server.user, "password": server.password} | changed)


def everything(server: Neo4jServer) -> tuple[list[Any], list[Any]]:
    """Every node and relationship with all it has, and the inner id, which changes when it is made anew."""
    with server.driver() as driver:
        nodes = driver.execute_query(
            "MATCH (n) RETURN elementId(n), labels(n), properties(n) ORDER BY n.id"
        ).records
        edges = driver.execute_query(
            "MATCH (a)-[r]->(b) RETURN elementId(r), type(r), a.id, b.id, properties(r) ORDER BY r.id"
        ).records
    return [tuple(row.values()) for row in nodes], [tuple(row.values()) for row in edges]


@pytest.fixture
def store(empty_neo4j: Neo4jServer) -> Iterator[Neo4jStore]:
    with connect(empty_neo4j) as store:
        yield store


@pytest.mark.server
def test_the_sample_arrives_whole_and_twice_changes_nothing(
    store: Neo4jStore, empty_neo4j: Neo4jServer, sample_graph: Graph
) -> None:
    store.load(sample_graph)
    nodes, edges = first = everything(empty_neo4j)
    assert (len(nodes), len(edges)) == (sample_graph.manifest.nodes, sample_graph.manifest.edges)
    store.load(sample_graph)
    assert everything(empty_neo4j) == first


@pytest.mark.server
def test_properties_and_ends_arrive(store: Neo4jStore) -> None:
    store.load(SMALL)
    rows = store.query(
        "MATCH (p:Person)-[a:APPOINTED_TO]->(o:Post)-[:POST_OF]->(g) RETURN p.name, a, o, g.kind"
    )
    (name, named, post, kind) = rows.rows[0]
    assert (name, kind) == ("王涛", "Department")
    assert named == {
        "label": "APPOINTED_TO",
        "id": "edge-1",
        "date": "2019-03-05",
        "start": 7,
        "confidence": 0.9,
    }
    assert post == {"label": "Post", "id": "post-1", "name": "望溪区教育局局长", "title": "局长"}


@pytest.mark.server
def test_a_changed_graph_changes_just_what_differs(store: Neo4jStore, empty_neo4j: Neo4jServer) -> None:
    store.load(SMALL)
    before = everything(empty_neo4j)
    renamed = replace(BUREAU, name="望溪区教育委员会", properties={})
    store.load(Elements([CHIEF, renamed, replace(WANG, id="person-2", name="李敏")], [SEAT]))
    nodes, edges = everything(empty_neo4j)
    assert [row[2]["name"] for row in nodes] == ["望溪区教育委员会", "李敏", "望溪区教育局局长"]
    assert "kind" not in nodes[0][2]
    assert nodes[2] == before[0][2]
    assert edges == before[1][1:]


@pytest.mark.server
def test_what_others_put_there_stays(store: Neo4jStore, empty_neo4j: Neo4jServer) -> None:
    with empty_neo4j.driver() as driver:
        driver.execute_query("CREATE (:Person {id: 'mine', name: '某人'})-[:KNOWS]->(:Pet {name: '小白'})")
        store.load(SMALL)
        driver.execute_query("MATCH (a:Person {id: 'mine'}) MATCH (b:Agency) CREATE (a)-[:POST_OF]->(b)")
        store.load(Elements([BUREAU]))
        rows = driver.execute_query(
            "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n.name AS n, type(r) AS r ORDER BY n, r"
        )
    assert [tuple(row.values()) for row in rows.records] == [
        ("小白", None),
        ("望溪区教育局", None),
        ("某人", "KNOWS"),
        ("某人", "POST_OF"),
    ]


@pytest.mark.server
def test_what_was_cut_off_goes_on(
    store: Neo4jStore, empty_neo4j: Neo4jServer, sample_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_load, "BATCH", 50)
    sent = 0

    def cut(what: str, count: int) -> None:
        nonlocal sent
        sent += count
        if sent >= 300:
            raise neo4j.exceptions.ServiceUnavailable("the line went dead")

    with pytest.raises(StoreError, match="do it again to go on"):
        store.load(sample_graph, cut)
    assert everything(empty_neo4j)[0]
    store.load(sample_graph)
    nodes, edges = everything(empty_neo4j)
    assert (len(nodes), len(edges)) == (sample_graph.manifest.nodes, sample_graph.manifest.edges)


@pytest.mark.server
def test_a_load_whose_nodes_another_took_away_says_so(store: Neo4jStore, empty_neo4j: Neo4jServer) -> None:
    def meanwhile(what: str, count: int) -> None:
        if what == "nodes":
            with connect(empty_neo4j) as other:
                other.load(Elements([BUREAU]))

    with pytest.raises(StoreError, match="another load was at work"):
        store.load(SMALL, meanwhile)
    store.load(SMALL)
    assert [len(some) for some in everything(empty_neo4j)] == [3, 2]


@pytest.mark.server
def test_two_loads_of_one_graph_at_once_agree(empty_neo4j: Neo4jServer, sample_graph: Graph) -> None:
    def load(_: int) -> None:
        with connect(empty_neo4j) as one:
            one.load(sample_graph)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(load, range(2)))
    nodes, edges = everything(empty_neo4j)
    assert (len(nodes), len(edges)) == (sample_graph.manifest.nodes, sample_graph.manifest.edges)


@pytest.mark.server
def test_ids_are_unique_by_constraint(store: Neo4jStore, empty_neo4j: Neo4jServer) -> None:
    store.load(SMALL)
    with empty_neo4j.driver() as driver:
        rows = driver.execute_query("SHOW CONSTRAINTS YIELD labelsOrTypes, properties").records
    assert sorted((row[0][0], row[1][0]) for row in rows) == [
        ("Agency", "id"),
        ("Person", "id"),
        ("Post", "id"),
    ]


@pytest.mark.server
def test_a_constraint_of_another_does_not_take_the_place_of_ours(store: Neo4jStore, empty_neo4j: Neo4jServer) -> None:
    with empty_neo4j.driver() as driver:
        for name in ("gazette_kg_Person", "Person", "id"):
            driver.execute_query(f"CREATE CONSTRAINT {name} FOR (n:Other) REQUIRE n.{name} IS UNIQUE")
        store.load(SMALL)
        store.load(SMALL)
        rows = driver.execute_query("SHOW CONSTRAINTS YIELD labelsOrTypes, properties").records
    assert (["Person"], ["id"]) in [tuple(row.values()) for row in rows]
    assert len(rows) == 6


@pytest.mark.server
def test_names_that_look_like_queries_are_only_names(store: Neo4jStore) -> None:
    words = "x'}) DETACH DELETE n // ` \\u0060 $rows </script>"
    store.load(Elements([replace(WANG, id=words, name=words, properties={"title": words})]))
    assert store.query("MATCH (n) RETURN n.id, n.name, n.title").rows == [(words, words, words)]


@pytest.mark.server
def test_queries_only_read(store: Neo4jStore) -> None:
    store.load(SMALL)
    for query in (
        "MATCH (n) DETACH DELETE n",
        "CREATE (:Person)",
        "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x",
    ):
        with pytest.raises(QueryError):
            store.query(query)
    assert store.query("MATCH (n) RETURN count(n)").rows == [(3,)]


@pytest.mark.server
def test_limits_and_wrong_queries(store: Neo4jStore) -> None:
    store.load(SMALL)
    rows = store.query("MATCH (n) RETURN n.id AS id ORDER BY id", limit=2)
    assert (rows.columns, rows.rows, rows.more) == (("id",), [("agency-1",), ("person-1",)], True)
    with pytest.raises(QueryError, match="Invalid input"):
        store.query("MATCH (n RETURN n")
    with pytest.raises(QueryError, match="within"):
        store.query(
            "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN count(a * b)", timeout=0.5
        )


@pytest.mark.server
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"password": "not the password"}, "refuses this user and password"),
        ({"database": "nowhere"}, "nowhere"),
    ],
)
def test_a_refusal_is_told(neo4j_server: Neo4jServer, changed: dict[str, str], said: str) -> None:
    with pytest.raises(StoreError, match=said):
        connect(neo4j_server, **changed)


def test_a_server_that_is_away_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(StoreError, match=f"127.0.0.1:{port}: no Neo4j answers.*[Cc]onnection refused"):
        Neo4jStore(f"bolt://127.0.0.1:{port}", "neo4j", "secret")


@pytest.mark.parametrize(
    "uri", ["http://127.0.0.1:7474", "bolt://127.0.0.1:99999", "bolt://127.0.0.1:x", "bolt://[::1", "file:///etc"]
)
def test_an_address_of_something_else_is_told(uri: str) -> None:
    with pytest.raises(StoreError, match="no address of a Neo4j"):
        Neo4jStore(uri, "neo4j", "secret")


@pytest.mark.parametrize("uri", ["bolt://neo4j:secret@127.0.0.1:1", "neo4j+s://secret@example.org", "secret://a:secret@b"])
def test_a_password_in_an_address_is_not_repeated(uri: str) -> None:
    with pytest.raises(StoreError, match="bears no user and no password") as told:
        Neo4jStore(uri, "neo4j", "x")
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Memgraph/v3", "", "Neo4j/dev"])
def test_another_server_or_version_is_told(agent: str) -> None:
    with pytest.raises(StoreError, match="Neo4j"):
        _check_version("bolt://x", agent)


@pytest.mark.parametrize("label", ["A`B", "A\\u0060B", "A B", "", "1A", "A:B", "A}) DELETE"])
def test_a_label_is_a_name(label: str) -> None:
    with pytest.raises(StoreError, match="not a label"):
        quoted(label)


def test_loading_without_a_node_is_told() -> None:
    class Session:
        def execute_write(self, work: Callable[..., Any]) -> None: ...

    loader = neo4j_load.Loader(Session(), lambda what, count: None, lambda ask: ask())  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="edge-2"):
        loader._edges([SEAT], {"post-1": "Post"})
