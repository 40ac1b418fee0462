"""Every store behaves alike: the same tests, each store in turn."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import grafeo
import pytest

from kg.errors import QueryError, StoreError
from kg.graph import Graph, open_graph
from kg.stores import worker
from kg.stores.oxigraph import OxigraphStore
from kg.stores.property import PropertyStore
from kg.stores.store import Store
from tests.graph.facts import PLACE, appoints, head, make, said, text

COUNT = {
    "sparql": "SELECT (COUNT(*) AS ?n) { ?s a gk:Person }",
    "cypher": "MATCH (p:Person) RETURN count(p) AS n",
}
NAMED = {
    "sparql": "SELECT ?name { ?p a gk:Person ; rdfs:label ?name FILTER (STR(?name) = $name) }",
    "cypher": "MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name",
}
ALL = {"sparql": "SELECT ?s { ?s gk:statedBy ?d }", "cypher": "MATCH (p)-[r:APPOINTED_TO]->(o) RETURN r.fact"}
WRONG = {"sparql": "SELECT ?s { ?s gk:statedBy", "cypher": "MATCH (p RETURN p"}
SLOW = {
    "sparql": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "cypher": "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*)",
}
BIG = {
    "sparql": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?l ?i ?f",
    "cypher": "UNWIND range(1, 200000000) AS i WITH collect(i) AS all RETURN size(all)",
}
WRITES = {
    "sparql": [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <http://127.0.0.1:1/x>",
    ],
    "cypher": [
        "CREATE (n:Person {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Person {id: 'x'})",
        "CREATE INDEX x FOR (n:Person) ON (n.name)",
    ],
}
MAKE: dict[str, Callable[[Path, int], Store]] = {
    "sparql": lambda folder, megabytes: OxigraphStore(folder / "rdf", megabytes),
    "cypher": lambda folder, megabytes: PropertyStore(folder / "graph.grafeo", megabytes),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("graph")
    people = [
        appoints(name, post=f"{n}级调研员") for n, name in enumerate(["王涛", "李敏", "赵远", "O'Brien·“陈”"])
    ]
    make(
        folder,
        [
            text(
                "a.txt",
                head(),
                *people,
                said("staffing", "局长1名", unit=people[0].args["agency"], item="局长", count=1),
            )
        ],
    )
    with open_graph(folder) as opened:
        yield opened


@pytest.fixture(params=["sparql", "cypher"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def store(language: str, graph: Graph, tmp_path: Path) -> Iterator[Store]:
    with MAKE[language](tmp_path, 1024) as made:
        made.load(graph)
        yield made


def test_what_is_loaded_is_found(store: Store) -> None:
    rows = store.query(COUNT[store.language])
    assert (rows.columns, list(rows), rows.more) == (("n",), [(4,)], False)


def test_loading_again_puts_it_in_the_place_of_what_was_there(store: Store, graph: Graph) -> None:
    store.load(graph)
    assert store.query(COUNT[store.language]).rows == [(4,)]


@pytest.mark.parametrize("name", ["王涛", "O'Brien·“陈”"])
def test_a_parameter_is_found(store: Store, name: str) -> None:
    assert store.query(NAMED[store.language], {"name": name}).dicts() == [{"name": name}]


@pytest.mark.parametrize(
    "name", ["' OR 1=1 OR '", '" || true || "', "$name", "王涛'}) RETURN 1 //", '") UNION ALL']
)
def test_a_parameter_is_never_a_part_of_the_query(store: Store, name: str) -> None:
    assert store.query(NAMED[store.language], {"name": name}).rows == []


def test_rows_are_bounded(store: Store) -> None:
    rows = store.query(ALL[store.language], limit=2)
    assert (len(rows), rows.more) == (2, True)
    assert not store.query(ALL[store.language], limit=6).more
    assert list(store.query(ALL[store.language]).to_frame().columns) == list(rows.columns)


def test_a_wrong_query_is_told_with_its_place(store: Store) -> None:
    wrong = WRONG[store.language]
    with pytest.raises(QueryError, match=r"syntax error.*[Ee]xpected .*\n  --> query:1:\d+\n") as told:
        store.query(wrong)
    assert f"\n 1 | {wrong}\n   |" in str(told.value)
    assert store.query(COUNT[store.language]).rows == [(4,)]


def test_a_query_nested_too_deep(graph: Graph) -> None:
    with pytest.raises(QueryError, match="nested too deep"):
        graph.sparql("SELECT * { " + "{" * 20_000 + "?s ?p ?o" + "}" * 20_000 + " }")
    with pytest.raises(QueryError, match="nesting depth"):
        graph.cypher("RETURN " + "(" * 20_000 + "1" + ")" * 20_000)


def test_nothing_is_written(store: Store) -> None:
    for query in WRITES[store.language]:
        with pytest.raises(QueryError, match="read"):
            store.query(query)
    assert store.query(COUNT[store.language]).rows == [(4,)]


def test_a_slow_query_is_stopped(store: Store) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match=r"no answer within 1\.5 s"):
        store.query(SLOW[store.language], timeout=1.5)
    assert time.monotonic() - start < 10
    assert store.query(COUNT[store.language]).rows == [(4,)]


def test_a_query_that_takes_the_memory_is_stopped(language: str, graph: Graph, tmp_path: Path) -> None:
    with MAKE[language](tmp_path, 300) as store:
        store.load(graph)
        with pytest.raises(QueryError, match="more than 300 MB of memory"):
            store.query(BIG[language], timeout=50)
        assert store.query(COUNT[language]).rows == [(4,)]


def test_an_answer_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row may be a megabyte, and a hundred thousand rows are asked for: who asks keeps them all."""
    monkeypatch.setattr(worker, "LARGEST", 5_000_000)

    def said(rows: int) -> list[dict[str, object]]:
        out = io.StringIO()
        worker.answer(lambda text, params: (["a"], iter([["x" * 1_000]] * rows)), {"text": "", "params": {}, "limit": rows}, out)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    assert said(4_000)[-1] == {"done": True, "more": False}
    assert said(6_000)[-1] == {"error": "the answer is longer than 4 MB: ask for fewer rows, or for less of each"}


def test_grafeo_has_a_limit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """30 seconds, whatever the time limit of the query; what it says of it is no help."""

    class Slow:
        def execute_cypher(self, text: str, params: dict[str, object]) -> list[object]:
            if text.startswith("RETURN $s"):
                return []
            raise grafeo.GrafeoError("GRAFEO-Q003: timeout error: Query exceeded the 30s timeout")

    monkeypatch.setattr(grafeo, "GrafeoDB", type("Db", (), {"open_read_only": staticmethod(lambda path: Slow())}))
    with pytest.raises(ValueError, match="no answer within 30 s, the most that grafeo gives a query"):
        worker.cypher("x")("MATCH (n) RETURN n", {})


def test_several_read_at_once(store: Store, tmp_path: Path) -> None:
    with MAKE[store.language](tmp_path, 1024) as second:
        for one in (store, second, store, second):
            assert one.query(COUNT[one.language]).rows == [(4,)]


def test_a_store_that_is_not_there(language: str, tmp_path: Path) -> None:
    with (
        MAKE[language](tmp_path / "none", 1024) as store,
        pytest.raises(StoreError, match="cannot be opened"),
    ):
        store.query(COUNT[language])


def test_what_several_sources_state_is_stated_once(tmp_path: Path) -> None:
    """Else the posts of an agency would be as many as the notices that name them."""
    people = enumerate(["王涛", "李敏", "赵远"])
    make(
        tmp_path,
        [text(f"{n}.txt", head(), appoints(name, document=f"望政发〔2019〕{n}号")) for n, name in people],
    )
    with open_graph(tmp_path) as graph:
        assert graph.sparql("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?post gk:postOf ?agency } }").rows == [(3,)]
        once = [(1,)]
        assert graph.sparql("SELECT (COUNT(*) AS ?n) { ?post gk:postOf ?agency }").rows == once
        assert graph.sparql("SELECT (COUNT(?name) AS ?n) { ?post gk:postOf/rdfs:label ?name }").rows == once
        assert graph.cypher("MATCH (p:Post)-[:POST_OF]->(a:Agency) RETURN count(DISTINCT p) AS n").rows == once


def test_from_chooses_graphs(tmp_path: Path) -> None:
    make(
        tmp_path,
        [
            text("a.txt", head(), appoints("王涛")),
            text("b.txt", head(document="望政发〔2019〕2号"), appoints("李敏")),
        ],
    )
    with open_graph(tmp_path) as graph:
        query = (
            "SELECT ?name {} {{ ?f a gk:Appointment ; gk:person ?p . ?p rdfs:label ?name }} ORDER BY ?name"
        )
        assert graph.sparql(query.format("")).rows == [("李敏",), ("王涛",)]
        [(a,)] = graph.sparql("SELECT ?g { GRAPH ?g { ?g rdfs:label 'a.txt' } }").rows
        assert graph.sparql(query.format(f"FROM <{a}> FROM id:things")).rows == [("王涛",)]
        assert graph.sparql(query.format(f"FROM <{a}>")).rows == []
        assert graph.sparql(query.format("FROM id:none")).rows == []
        assert graph.sparql(
            f"SELECT (COUNT(?f) AS ?n) FROM NAMED <{a}> {{ GRAPH ?g {{ ?f a gk:Appointment }} }}"
        ).rows == [(1,)]


def test_values_are_plain(graph: Graph) -> None:
    [row] = graph.cypher(
        "MATCH (a:Agency)-[r:HAS_POSITIONS]->(q:Quota) RETURN a, r.count, q.name, [1, 'x'] AS l"
    ).rows
    assert isinstance(row[0], dict)
    assert (row[0]["label"], row[0]["name"]) == ("Agency", PLACE + "教育局")
    assert row[1:] == (1, "局长", [1, "x"])
    [row] = graph.sparql(
        "SELECT ?n ?c ?d { ?f a gk:Staffing ; gk:count ?n ; gk:confidence ?c . ?d gk:date ?x } LIMIT 1"
    ).rows
    assert row[:2] == (1, 0.9)
    assert graph.sparql("ASK { ?s a gk:Person }").rows == [(True,)]
    assert graph.sparql("CONSTRUCT { ?s a gk:Person } { ?s a gk:Person }").columns == (
        "subject",
        "predicate",
        "object",
    )


CONFINED = """
import sys
from pathlib import Path
from kg.stores.worker import confine, unopened
folder = Path(sys.argv[1])
one = (folder / "1.sst").open()
confine(1000, unopened(folder))
two, three = (folder / "2.sst").open(), (folder / "3.sst").open()
try:
    (folder / "other").open()
except OSError as error:
    print(error.strerror)
"""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="there is no /proc")
def test_a_large_store_opens_its_own_files_and_no_other(tmp_path: Path) -> None:
    """A store of more than a gigabyte has files that are opened when a query comes to them."""
    for name in ("1.sst", "2.sst", "3.sst", "other"):
        (tmp_path / name).touch()
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("Too many open files\n", "")


def test_the_worker_reaches_no_network_and_no_file(graph: Graph, tmp_path: Path) -> None:
    """Behind the guard there is a second wall: asked past it, the engines still reach nothing."""
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        port = server.getsockname()[1]
        graph.sparql("ASK {}")
        with pytest.raises(QueryError):
            graph._rdf._worker.ask(
                f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}", {}, 10, 10
            )
        for chosen in (f"FROM <http://127.0.0.1:{port}/>", f"FROM NAMED <http://127.0.0.1:{port}/>"):
            graph._rdf._worker.ask(f"SELECT * {chosen} {{ ?s ?p ?o }}", {}, 10, 10)
        with pytest.raises(TimeoutError):
            server.accept()
    graph.cypher("RETURN 1")
    with pytest.raises(QueryError, match="open"):
        graph._property._worker.ask(f"LOAD CSV FROM '{secret}' AS row RETURN row", {}, 10, 10)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="nothing tells which processes are whose")
def test_a_query_ends_with_who_asked_it(language: str, graph: Graph) -> None:
    """Killed, a command stops its query too, which else would run on for hours."""
    code = "import sys; from kg.graph import open_graph; getattr(open_graph(sys.argv[1]), sys.argv[2])(sys.argv[3], timeout=600)"
    command = [sys.executable, "-c", code, str(graph.folder), language, SLOW[language]]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (found := children.read_text().split()) or _seconds(found[0]) < 2:  # it is at work
            assert process.poll() is None
            time.sleep(0.05)
        process.kill()
    for _ in range(500):
        if not Path("/proc", found[0]).exists():
            return
        time.sleep(0.02)
    pytest.fail("it runs on")


def _seconds(process: str) -> float:
    """Of the processor, that a process has had."""
    said = Path("/proc", process, "stat").read_text().rpartition(")")[2].split()
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")
