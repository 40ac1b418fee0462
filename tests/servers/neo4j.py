"""A real Neo4j Community server, from its jars: no container, no installer."""

import os
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.servers import java, process
from tests.servers.releases import Release

CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
"""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """Where a running server is and how to log in."""

    release: Release
    uri: str
    user: str
    password: str = field(repr=False)

    def driver(self) -> Driver:
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def clear(self) -> None:
        """Takes out every node, constraint and index."""
        with self.driver() as driver:
            for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
                driver.execute_query(f"DROP CONSTRAINT `{row['name']}`")
            for row in driver.execute_query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'").records:
                driver.execute_query(f"DROP INDEX `{row['name']}`")
            with driver.session() as session:
                session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


@contextmanager
def neo4j(release: Release) -> Iterator[Neo4jServer]:
    """Starts the release with an empty database, on 127.0.0.1 and with a password of its own."""
    program = java.find(release.least_java, release.most_java)
    assert program is not None, f"no Java for Neo4j {release.version}"
    base: list[str | Path] = [program, *release.java_options, "-cp", f"{release.jars}/*"]
    port = process.free_port()
    server = Neo4jServer(release, f"bolt://127.0.0.1:{port}", "neo4j", secrets.token_hex(16))
    with process.scratch("neo4j") as home:
        conf = home / "conf"
        conf.mkdir()
        (conf / "neo4j.conf").write_text(CONFIGURATION.format(port=port), encoding="utf-8")
        env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(conf)}
        password = ["dbms", "set-initial-password", server.password]
        process.run([*base, "org.neo4j.cli.AdminTool", *password], home, env)
        start = [*base, entry_point(release), f"--home-dir={home}", f"--config-dir={conf}"]
        with process.running(start, home, env, lambda: answers(server)):
            yield server


def entry_point(release: Release) -> str:
    """The class that starts the server; its name changed between releases, the service file names it."""
    with zipfile.ZipFile(release.jars / f"neo4j-{release.version}.jar") as jar:
        named = jar.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode()
    return next(line.strip() for line in named.splitlines() if line.strip() and not line.startswith("#"))


def answers(server: Neo4jServer) -> bool:
    try:
        with server.driver() as driver:
            driver.verify_connectivity()
    except (DriverError, Neo4jError):
        return False
    return True
