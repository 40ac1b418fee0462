"""Fixtures for tests marked `server`.

Each server starts at most once in a worker, and all such tests share one worker (the xdist group in
conftest.py). A test that needs an empty server asks for `empty_neo4j` or `empty_sparql`; `neo4j_server` and
`sparql_server` are as the test before left them.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from tests.servers.fuseki import SparqlServer, fuseki
from tests.servers.neo4j import Neo4jServer, neo4j
from tests.servers.releases import FUSEKI, NEO4J, Release, missing


def demand(release: Release) -> None:
    # conftest.py makes a failure of this skip where KG_REQUIRE names the mark
    if why := missing(release):
        pytest.skip(why)


@pytest.fixture(scope="session")
def neo4j_start() -> Iterator[Callable[[Release], Neo4jServer]]:
    """Gives a release's server, started when first asked for and kept to the end of the session."""
    with ExitStack() as servers:

        @cache
        def start(release: Release) -> Neo4jServer:
            return servers.enter_context(neo4j(release))

        yield start


@pytest.fixture(scope="session", params=NEO4J, ids=lambda release: release.version)
def neo4j_server(
    request: pytest.FixtureRequest, neo4j_start: Callable[[Release], Neo4jServer]
) -> Neo4jServer:
    """A running Neo4j, once for each release: `uri`, `user`, `password`, `driver()`."""
    release: Release = request.param
    demand(release)
    return neo4j_start(release)


@pytest.fixture
def empty_neo4j(neo4j_server: Neo4jServer) -> Neo4jServer:
    neo4j_server.clear()
    return neo4j_server


@pytest.fixture(scope="session")
def sparql_server() -> Iterator[SparqlServer]:
    """A running SPARQL 1.1 server: the addresses `query`, `update`, `data`."""
    demand(FUSEKI)
    with fuseki() as server:
        yield server


@pytest.fixture
def empty_sparql(sparql_server: SparqlServer) -> SparqlServer:
    sparql_server.clear()
    return sparql_server
