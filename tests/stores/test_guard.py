"""What a query may hold, and how parameters get into it."""

from __future__ import annotations

import contextlib
import time

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.stores.guard import LONGEST, check_cypher, check_sparql, fill

FOREIGN = "<http://127.0.0.1:1/x>"


def answer(query: str) -> object:
    """The one value that a query gives."""
    found = ox.Store().query(query)
    assert isinstance(found, ox.QuerySolutions)
    [row] = found
    return row["x"]


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {FOREIGN} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ sErViCe{FOREIGN}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ OPTIONAL {{ SERVICE SILENT {FOREIGN} {{ ?s ?p ?o }} }} }}",
        f"SELECT * {{ SERVICESILENT{FOREIGN}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ {{ SELECT * {{ SERVICE{FOREIGN}{{ ?s ?p ?o }} }} }} }}",
        f"SELECT * {{ #\nSERVICE#\n{FOREIGN}#\n{{ ?s ?p ?o }} }}",
        "PREFIX :<http://127.0.0.1:1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        f"SELECT * {{ \\u0053ERVICE {FOREIGN} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ \\U00000053ERVICE {FOREIGN} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ \\u005Cu0053ERVICE {FOREIGN} {{ ?s ?p ?o }} }}",
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        # what a lexer takes for an IRI, and an engine does not
        f"SELECT * {{ ?s ?p '<http://x#'SERVICE#>\n{FOREIGN}{{ ?a ?b ?c }} }}",
        f"SELECT * {{ FILTER(1<2)SERVICE#>\n{FOREIGN}{{ ?a ?b ?c }} }}",
        f"ASK {{ SERVICE {FOREIGN} {{ ?s ?p ?o }} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE {FOREIGN} {{ ?s ?p ?o }} }}",
        f"ASK {{ FILTER EXISTS {{ SERVICE {FOREIGN} {{ ?s ?p ?o }} }} }}",
    ],
)
def test_another_server_is_not_asked(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        check_sparql(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a gk:Service }",
        "SELECT * { ?a gk:serviceOf $public_service . <https://w3id.org/gazette-kg/ns#Service> ?p ?o }",
    ],
)
def test_a_service_may_be_asked_for(query: str) -> None:
    check_sparql(query)
    ox.Store().query(query, prefixes={"gk": "https://w3id.org/gazette-kg/ns#"})


@pytest.mark.parametrize(
    "chosen", ["FROM <file:///etc/passwd>", "from named<http://a.example/b>", "FROM\n<../../x>"]
)
def test_no_graph_elsewhere_is_asked(chosen: str) -> None:
    """The engine would take it for a graph that holds nothing, and the user for an answer."""
    with pytest.raises(QueryError, match=r"(?is)from.* is not allowed: a query asks this graph only"):
        check_sparql(f"SELECT * {chosen} {{ ?s ?p ?o }}")


@pytest.mark.parametrize("chosen", ["FROM id:things", "FROM NAMED <https://w3id.org/gazette-kg/id/things>"])
def test_a_source_may_be_asked(chosen: str) -> None:
    check_sparql(f"SELECT ?from {chosen} {{ ?from ?p ?o FILTER (?o < 3 && ?from > 2) }}")


@pytest.mark.parametrize(
    "query",
    [
        "LOAD CSV FROM '/etc/passwd' AS row RETURN row",
        "load csv with headers from $file as row return row",
        "MATCH (n) LOAD/**/CSV/* x */FROM '/etc/passwd' AS row RETURN row",
        "LOAD // x\n CSV FROM '/etc/passwd' AS row RETURN row",
        "\\u004cOAD CSV FROM '/etc/passwd' AS row RETURN row",
        "LOAD DATA FROM '/etc/passwd' FORMAT CSV AS row RETURN row",
    ],
)
def test_no_file_is_read(query: str) -> None:
    with pytest.raises(QueryError, match="LOAD"):
        check_cypher(query)


@pytest.mark.parametrize("check", [check_sparql, check_cypher])
@pytest.mark.parametrize("query", ["SELECT \0", "MATCH (n) RETURN \ud800", "\x1b[31m"])
def test_control_characters_are_refused(check: object, query: str) -> None:
    assert callable(check)
    with pytest.raises(QueryError, match="control character at"):
        check(query)


@pytest.mark.parametrize(
    "value",
    [
        "王涛",
        'a "quoted" word',
        "a 'quoted' one",
        "\\",
        "\n\r\t",
        '"} SERVICE <http://127.0.0.1:1/> {} #',
        "'''",
        '"""',
        "{}$x?y",
        "<not an iri>",
        "𠮷",
        "",
    ],
)
@pytest.mark.parametrize("place", ["{}", "(CONCAT('', {}))"])
def test_a_parameter_is_a_value(value: str, place: str) -> None:
    query = fill(f"SELECT ?x {{ BIND ({place.format('$value')} AS ?x) }}", {"value": value})
    assert answer(query) == ox.Literal(value)


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (3, "3"),
        (True, "true"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_numbers_and_iris(value: str | int, term: str) -> None:
    assert getattr(answer(fill("SELECT ?x { BIND ($v AS ?x) }", {"v": value})), "value", None) == term


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number(value: float) -> None:
    with pytest.raises(QueryError, match="a number"):
        fill("SELECT ?x { BIND ($v AS ?x) }", {"v": value})


@pytest.mark.parametrize("value", [1 << 63, -(1 << 63) - 1, "王\ud800"])
def test_what_no_server_takes(value: str | int) -> None:
    with pytest.raises(QueryError, match=r"\$v (is a number of more than 64 bits|holds half of a character)"):
        check_cypher("RETURN $v", {"v": value})
    check_cypher("RETURN $v, $w", {"v": (1 << 63) - 1, "w": "𠮷"})


def test_a_parameter_in_a_string_or_a_comment_is_none() -> None:
    query = "SELECT ?x { BIND ('$v' AS ?x) } # $v"
    with pytest.raises(QueryError, match=r"the query has no \$v"):
        fill(query, {"v": "x"})
    assert fill(query, {}) == query


def test_a_variable_that_is_no_parameter_stays() -> None:
    assert fill("SELECT $a ?v { $a ?v $v }", {"v": 1}) == "SELECT $a ?v { $a ?v 1 }"


@pytest.mark.parametrize(
    "unit",
    [
        "a-",
        "load ",
        "?service",
        "<http://x/",
        "\\u0053",
        '"""',
        "'",
        "x:",
        "service:",
        "# ",
        "PREFIX a:<b> ",
        "<",
    ],
)
def test_long_queries_are_looked_at_once(unit: str) -> None:
    text, start = unit * (LONGEST // len(unit)), time.process_time()
    for look in (check_sparql, check_cypher, lambda query: fill(query, {})):
        with contextlib.suppress(QueryError):
            look(text)
    assert time.process_time() - start < 2
    with pytest.raises(QueryError, match="longer than"):
        check_sparql("x" * (LONGEST + 1))
