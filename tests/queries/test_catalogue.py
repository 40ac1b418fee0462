"""Each question of the catalogue, asked of each store: the same rows; and those that the facts say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.errors import QueryError
from kg.graph import Graph
from kg.model import Agency, Fact
from kg.queries import Answer, Through, ask, catalogue
from kg.queries.ask import Asked
from kg.stores.neo4j import Neo4jStore
from tests.queries.endpoint import Endpoint
from tests.sample import sample_facts
from tests.servers.fixtures import demand
from tests.servers.fuseki import SparqlServer
from tests.servers.neo4j import Neo4jServer
from tests.servers.releases import NEO4J, Release

SERVERS = {f"neo4j-{release.version}": release for release in NEO4J}
STORES = [
    "oxigraph",
    "grafeo",
    *(pytest.param(name, marks=pytest.mark.server) for name in (*SERVERS, "fuseki")),
]
# what each question is asked: nothing, and each parameter in some way
ASKED: dict[str, list[dict[str, str]]] = {
    "appointments": [
        {},
        {"person": "丛一笑"},
        {"agency": "应急管理局"},
        {"since": "2019-04"},
        {"until": "2019-02-27"},
        {"since": "2019", "until": "2019-03"},
    ],
    "approvals": [{}, {"body": "人民政府"}, {"document": "望政任〔2019〕4号"}],
    "assignments": [
        {},
        {"assignee": "民政局"},
        {"role": "lead"},
        {"task": "养老"},
        {"document": "望溪区人民政府办公室关于2019年清明节期间值班安排的通知"},
    ],
    "citations": [{}, {"cited": "公司法"}, {"relation": "repeals"}, {"document": "望政任〔2019〕5号"}],
    "documents": [
        {},
        {"title": "任免"},
        {"number": "望政任〔2019〕2号"},
        {"kind": "通知"},
        {"issuer": "财政局"},
        {"since": "2019-04-01"},
        {"until": "2019-01"},
    ],
    "members": [{}, {"body": "防指"}, {"member": "水务局"}, {"role": "组长"}],
    "portfolios": [{}, {"person": "顾明哲"}, {"target": "水务"}, {"relation": "acting"}],
    "who-was": [{}, {"person": "顾明哲"}, {"agency": "水务局"}],
}
CASES = [(name, params) for name, all_params in ASKED.items() for params in all_params]
HOSTILE = ['" || true) } # \\', "x' OR 1=1 }) DETACH DELETE n // $person", '\\u0022 || true || "“</script>']


@pytest.fixture(scope="module", params=STORES)
def store(request: pytest.FixtureRequest, sample_graph: Graph) -> Iterator[Asked]:
    match request.param:
        case "oxigraph":
            yield Through("sparql", sample_graph.sparql)
        case "grafeo":
            yield Through("cypher", sample_graph.cypher)
        case "fuseki":
            server: SparqlServer = request.getfixturevalue("sparql_server")
            server.clear()
            endpoint = Endpoint(server)
            endpoint.load(sample_graph)
            yield endpoint
        case name:
            release = SERVERS[name]
            demand(release)
            start: Callable[[Release], Neo4jServer] = request.getfixturevalue("neo4j_start")
            neo4j = start(release)
            neo4j.clear()
            with Neo4jStore(neo4j.uri, neo4j.user, neo4j.password) as loaded:
                loaded.load(sample_graph)
                yield loaded


@pytest.mark.parametrize(("name", "params"), CASES, ids=[f"{n}-{'-'.join(p) or 'all'}" for n, p in CASES])
def test_every_store_gives_the_same_rows(
    store: Asked, sample_graph: Graph, name: str, params: dict[str, str]
) -> None:
    answer = ask(store, name, **params)
    assert len(answer) > 0
    assert answer == sample_graph.ask(name, **params)


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("words", HOSTILE)
def test_a_parameter_is_a_value(store: Asked, name: str, words: str) -> None:
    for parameter in catalogue()[name].parameters:
        if not parameter.metadata.get("date"):
            assert len(ask(store, name, **{parameter.name: words})) == 0


def test_every_question_and_parameter_is_asked() -> None:
    assert set(ASKED) == set(catalogue())
    for name, entry in catalogue().items():
        tried = {parameter for params in ASKED[name] for parameter in params}
        assert tried == {parameter.name for parameter in entry.parameters}


def facts(type: str) -> list[Fact]:
    return [fact for fact in sample_facts() if fact.type == type]


def named(value: Any) -> Any:
    return value.name if isinstance(value, Agency) else value


def told(answer: Answer[Any], *columns: str) -> set[tuple[Any, ...]]:
    return {tuple(getattr(row, column) for column in columns) for row in answer}


def stated(type: str, *arguments: str) -> set[tuple[Any, ...]]:
    """Arguments of the facts of a type, with the notice and the words that say so."""
    return {
        (
            *(named(fact.args[one]) for one in arguments),
            fact.document,
            fact.evidence.text,
            fact.evidence.start,
        )
        for fact in facts(type)
    }


EVIDENCE = ("document", "quote", "start")


@pytest.mark.parametrize(
    ("name", "type", "columns", "arguments"),
    [
        (
            "appointments",
            "appointment",
            ("person", "action", "agency", "post", "date", "note"),
            ("person", "action", "agency", "post", "date", "note"),
        ),
        ("approvals", "approval", ("body", "action", "meeting"), ("body", "action", "meeting")),
        (
            "assignments",
            "assignment",
            ("assignee", "role", "task", "deadline"),
            ("assignee", "role", "task", "deadline"),
        ),
        ("citations", "citation", ("relation", "title", "number"), ("relation", "title", "number")),
        (
            "members",
            "membership",
            ("body", "member", "member_type", "role"),
            ("body", "member", "member_type", "role"),
        ),
        ("portfolios", "portfolio", ("person", "relation", "target"), ("person", "relation", "target")),
    ],
)
def test_the_answer_is_what_the_facts_say(
    sample_graph: Graph, name: str, type: str, columns: tuple[str, ...], arguments: tuple[str, ...]
) -> None:
    assert told(sample_graph.ask(name), *columns, *EVIDENCE) == stated(type, *arguments)


def test_the_words_of_an_answer_stand_in_the_source(sample_graph: Graph) -> None:
    text = sample_graph.text("gazette.txt")
    for name in ASKED:
        for row in sample_graph.ask(name):
            if name != "documents":
                assert text[row.start : row.start + len(row.quote)] == row.quote


def test_who_was_is_appointments_and_offices(sample_graph: Graph) -> None:
    rows = sample_graph.ask("who-was")
    assert told(rows, "person", "agency", "post", *EVIDENCE) == (
        stated("appointment", "person", "agency", "post") | stated("office", "person", "agency", "post")
    )
    dates = {fact.document: fact.args["date"] for fact in facts("document") if not fact.args["carried_by"]}
    assert {row.date == dates[row.document] for row in rows if row.what == "office"} == {True}


def test_documents_are_those_of_the_facts(sample_graph: Graph) -> None:
    expected = {
        (fact.args["number"], fact.args["title"], fact.args["kind"], fact.args["date"])
        for fact in facts("document")
    }
    assert told(sample_graph.documents(), "number", "title", "kind", "date") == expected
    (row,) = sample_graph.documents(number="望政任〔2019〕2号")
    assert row.addressees == ("临澜市望溪区政府各委、办、局", "各街道办事处", "各镇人民政府")


def test_answers_are_ordered_and_become_frames(sample_graph: Graph) -> None:
    answer = sample_graph.appointments(until="2019-03")
    assert [row.date for row in answer] == sorted(row.date or "" for row in answer)
    frame = answer.to_frame()
    assert list(frame.columns) == [
        "person",
        "action",
        "agency",
        "post",
        "date",
        "note",
        *EVIDENCE[:2],
        "source",
        "start",
    ]
    assert len(frame) == len(answer) == len(answer.dicts())
    empty = sample_graph.citations(cited="没有这个文件").to_frame()
    assert (len(empty), list(empty.columns)[:2]) == (0, ["document", "relation"])


@pytest.mark.parametrize(
    ("name", "params", "said"),
    [
        ("apointments", {}, "there is no question apointments; there are: appointments, approvals"),
        ("appointments", {"who": "x"}, "has no parameter who; it has: agency, person"),
        ("appointments", {"since": "last year"}, "since is no date: 'last year'"),
    ],
)
def test_what_cannot_be_asked_is_told(
    sample_graph: Graph, name: str, params: dict[str, str], said: str
) -> None:
    with pytest.raises(QueryError, match=said):
        sample_graph.ask(name, **params)
