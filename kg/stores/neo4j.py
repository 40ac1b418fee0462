"""The graph in a Neo4j server (5 or later)."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import (
    AuthConfigurationError,
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from kg.errors import GazetteError, QueryError, StoreError
from kg.stores import patience
from kg.stores.guard import check_cypher
from kg.stores.neo4j_load import MARK, Loader
from kg.stores.patience import Flood, Silent, within
from kg.stores.store import LIMIT, TIMEOUT, Cell, Contents, Param, Rows

OLDEST = 5
ANSWER = 60.0  # seconds that a server may take to say anything
SILENCE = 600.0  # and to take in a batch
_BEARS = re.compile(r"//[^/?#]*@")
_ADDRESS = re.compile(r"(?:bolt|neo4j)(?:\+s|\+ssc)?://.")


class Neo4jStore:
    """A database of a server; connected to at once, StoreError where that fails.

    >>> with Neo4jStore("bolt://localhost", "neo4j", password) as store:  # doctest: +SKIP
    ...     store.load(graph)
    """

    language = "cypher"

    def __init__(self, uri: str, user: str, password: str, database: str | None = None) -> None:
        self.uri, self.database = uri, database
        check_address(uri)
        with self._told():
            self._driver = neo4j.GraphDatabase.driver(
                uri, auth=(user, password), notifications_min_severity="OFF", user_agent="gazette-kg"
            )
        try:
            with self._told():
                self._ask(self._greet, ANSWER)
        except BaseException:
            self._driver.close()
            raise

    def _greet(self) -> None:
        _check_version(self.uri, self._driver.get_server_info().agent)
        with self._driver.session(database=self.database) as session:
            session.run("RETURN 1").consume()

    def _ask[T](self, call: Callable[[], T], seconds: float = SILENCE) -> T:
        """What the driver gives. It would itself wait for ever where a server says nothing, and brings errors of all kinds
        where one says what is no answer."""
        try:
            return within(seconds, call, patience.MOST)
        except Silent:
            self._driver.close()
            raise StoreError(
                f"{self.uri}: no answer within {seconds:g} s; what was sent stays, do it again to go on"
            ) from None
        except Flood:
            self._driver.close()
            raise StoreError(f"{self.uri}: the answer takes more than {patience.MOST >> 20} MB of memory") from None
        except KeyboardInterrupt:  # else the session would end when the answer is there
            self._driver.close()
            raise
        except (Neo4jError, DriverError, GazetteError, MemoryError, ValueError):
            raise
        except Exception as error:
            raise StoreError(f"{self.uri}: what answers is no Neo4j ({type(error).__name__}: {_line(error)})") from error

    def load(self, contents: Contents, progress: Callable[[str, int], None] | None = None) -> None:
        """Put the whole graph in the place of what was loaded before; nothing else in the database is touched.

        Doing it twice changes nothing; one that was cut off is taken up by doing it again. `progress` is told what was
        sent (`nodes`, `edges`) and how many of it.
        """
        with self._told(), self._driver.session(database=self.database) as session:
            Loader(session, progress or (lambda what, count: None), self._ask).load(contents)

    def query(
        self,
        text: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows:
        check_cypher(text, params)

        if not 0 < timeout < threading.TIMEOUT_MAX:
            raise QueryError("a query has a time limit of more than 0 seconds, and not without end")

        @neo4j.unit_of_work(timeout=timeout)
        def read(transaction: neo4j.ManagedTransaction) -> Rows:
            found = transaction.run(text, dict(params or {}))
            rows = [tuple(map(_cell, record.values())) for record in found.fetch(limit + 1)]
            return Rows(tuple(found.keys()), rows[:limit], len(rows) > limit)

        def ask() -> Rows:
            with self._driver.session(database=self.database, default_access_mode=neo4j.READ_ACCESS) as session:
                return session.execute_read(read)

        with self._told():
            try:
                return self._ask(ask, timeout + ANSWER)
            except ClientError as error:
                if "TransactionTimedOut" in (error.code or ""):
                    raise QueryError(f"no answer within {timeout:g} s: the query was stopped") from None
                if (error.code or "").startswith("Neo.ClientError.Statement"):
                    raise QueryError(error.message or str(error)) from None
                raise

    def close(self) -> None:
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the driver raises, as a StoreError in plain words."""
        where = self.uri if self.database is None else f"{self.uri}, database {self.database}"
        try:
            yield
        except AuthError as error:
            raise StoreError(
                f"{where}: the server refuses this user and password ({error.message})"
            ) from error
        except (ServiceUnavailable, SessionExpired) as error:
            raise StoreError(
                f"{where}: no Neo4j answers, or the connection was lost ({_line(error)}); what was sent stays, "
                "do it again to go on"
            ) from error
        except (ConfigurationError, AuthConfigurationError, ValueError) as error:
            raise StoreError(f"{where}: {_line(error)}") from error
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"{where}: {getattr(error, 'message', None) or _line(error)}") from error


def check_address(uri: str) -> None:
    """StoreError for what is no address. One that bears a password is not repeated, since messages are kept in logs."""
    if _BEARS.search(uri):
        raise StoreError("an address bears no user and no password: they are given beside it (--user, NEO4J_PASSWORD)")
    if not _ADDRESS.match(uri) or not _has_port(uri):
        raise StoreError(f"{uri} is no address of a Neo4j: bolt://HOST or neo4j://HOST, with +s for TLS")


def _has_port(uri: str) -> bool:
    """False for a port that there is not: the driver would take another one, and send the password there."""
    try:
        return urlsplit(uri).port != 0
    except ValueError:
        return False


def _check_version(uri: str, agent: str) -> None:
    """StoreError for a server that is not Neo4j, or too old; `agent` is as `Neo4j/5.26.30`."""
    name, _, version = agent.partition("/")
    major = version.partition(".")[0]
    if name != "Neo4j" or not major.isdigit():
        raise StoreError(f"{uri} says it is {agent!r}, not Neo4j")
    if int(major) < OLDEST:
        raise StoreError(f"{uri} is Neo4j {version}; {OLDEST} or later is needed")


def _cell(value: Any) -> Cell:
    match value:
        case neo4j.graph.Node():
            return {"label": next(iter(value.labels), None), **_properties(value)}
        case neo4j.graph.Relationship():
            return {"label": value.type, **_properties(value)}
        case neo4j.graph.Path():
            return [_cell(one) for one in value.nodes]
        case dict():
            return {str(name): _cell(one) for name, one in value.items()}
        case list() | tuple():
            return [_cell(one) for one in value]
        case str() | int() | float() | None:
            return value
    return str(value)


def _properties(entity: neo4j.graph.Entity) -> dict[str, Cell]:
    return {name: _cell(one) for name, one in entity.items() if name != MARK}


def _line(error: Exception) -> str:
    """What it says, causes and all (a certificate, a port that is closed), in a line."""
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= 400 else f"{said[:400]} …"
