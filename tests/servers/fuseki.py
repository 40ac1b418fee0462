"""A real SPARQL 1.1 server, Apache Jena Fuseki, from its one jar: a dataset in memory, open to updates."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.servers import java, process
from tests.servers.releases import FUSEKI


@dataclass(frozen=True, slots=True)
class SparqlServer:
    """The three addresses of SPARQL 1.1: query, update, and the graph store protocol."""

    query: str
    update: str
    data: str

    def clear(self) -> None:
        """Takes out every graph."""
        call = Request(self.update, b"CLEAR ALL", {"Content-Type": "application/sparql-update"})
        with urlopen(call, timeout=60):
            pass


@contextmanager
def fuseki() -> Iterator[SparqlServer]:
    """Starts Fuseki with an empty dataset, on 127.0.0.1."""
    program = java.find(FUSEKI.least_java, FUSEKI.most_java)
    assert program is not None, f"no Java for Fuseki {FUSEKI.version}"
    port = process.free_port()
    jar = FUSEKI.jars / f"jena-fuseki-server-{FUSEKI.version}.jar"
    start: list[str | Path] = [program, "-Xmx512m", "-jar", jar]
    start += ["--localhost", "--port", str(port), "--update", "--mem", "/ds"]
    root = f"http://127.0.0.1:{port}"
    with process.scratch("fuseki") as home:
        env = {**os.environ, "FUSEKI_BASE": str(home / "base")}
        with process.running(start, home, env, lambda: answers(root)):
            yield SparqlServer(f"{root}/ds/query", f"{root}/ds/update", f"{root}/ds/data")


def answers(root: str) -> bool:
    try:
        with urlopen(f"{root}/$/ping", timeout=5):
            return True
    except (URLError, OSError):
        return False
