"""The process in which queries run: it opens the store, gives up files, sockets and memory, and answers.

Run as `python -m kg.stores.worker sparql|cypher FOLDER MEGABYTES`. One JSON object a line: in `{"text", "params",
"limit"}`; out `{"columns"}`, then `{"rows"}` as often as it takes, then `{"done", "more"}`; or `{"error"}`.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import batched, islice
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

from kg.stores.memory import in_use
from kg.stores.syntax import syntax_error

resource: Any
try:
    import resource
except ImportError:  # not on Windows
    resource = None

type Answer = tuple[list[str], Iterator[list[Any]]]
type Ask = Callable[[str, dict[str, Any]], Answer]
CHUNK = 500
LARGEST = 1 << 30  # bytes of an answer: who asked keeps all of it in memory


def sparql(path: str) -> Ask:
    import pyoxigraph as ox

    store = ox.Store.read_only(path)
    prefixes = {
        "gk": "https://w3id.org/gazette-kg/ns#",
        "id": "https://w3id.org/gazette-kg/id/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "prov": "http://www.w3.org/ns/prov#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "eli": "http://data.europa.eu/eli/ontology#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
    }
    numbers = {"integer": int, "decimal": float, "double": float, "float": float, "int": int, "long": int}

    def value(term: Any) -> Any:
        if isinstance(term, ox.Literal):
            kind = term.datatype.value.removeprefix("http://www.w3.org/2001/XMLSchema#")
            if kind == "boolean":
                return term.value in ("true", "1")
            with contextlib.suppress(ValueError):
                return finite(numbers[kind](term.value)) if kind in numbers else term.value
            return term.value
        return getattr(term, "value", None) if not isinstance(term, ox.Triple) else str(term)

    def ask(text: str, _: dict[str, Any]) -> Answer:
        try:
            found = store.query(text, prefixes=prefixes)
        except SyntaxError as error:
            raise ValueError(syntax_error(str(error), text)) from error
        if isinstance(found, ox.QueryBoolean):
            return ["answer"], iter([[bool(found)]])
        if isinstance(found, ox.QueryTriples):
            columns = ["subject", "predicate", "object"]
            return columns, ([value(one.subject), value(one.predicate), value(one.object)] for one in found)
        names = [variable.value for variable in found.variables]
        return names, ([value(row[name]) for name in names] for row in found)

    return ask


def cypher(path: str) -> Ask:
    import grafeo

    store = grafeo.GrafeoDB.open_read_only(path)
    # whatever grafeo imports at its first query, it is to import while files can still be opened
    list(
        store.execute_cypher(
            "RETURN $s, $i, $f, $b, date('2019-03-05')", {"s": "", "i": 1, "f": 1.5, "b": True}
        )
    )

    def value(found: Any) -> Any:
        if isinstance(found, dict):
            kept = {
                name: value(one) for name, one in found.items() if name not in ("_id", "_source", "_target")
            }
            labels = kept.pop("_labels", None) or [kept.pop("_type", None)]
            return {"label": labels[0], **kept} if labels[0] else kept
        if isinstance(found, list | tuple):
            return [value(one) for one in found]
        return finite(found) if isinstance(found, str | int | float | bool | None) else str(found)

    def ask(text: str, params: dict[str, Any]) -> Answer:
        try:
            found = store.execute_cypher(text, params)
        except grafeo.GrafeoError as error:
            if "GRAFEO-Q003" in str(error):  # its help is to change what Python cannot
                raise ValueError("no answer within 30 s, the most that grafeo gives a query: ask for less") from error
            raise
        columns = list(found.columns)
        return columns, ([value(row[name]) for name in columns] for row in found)

    return ask


def finite(value: Any) -> Any:
    """A value that JSON has: words for a number that is none, or without end."""
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def confine(megabytes: int, files: int = 0) -> None:
    """From here on no file and no socket can be opened but so many `files`, and a query has so much memory, beside what
    the store takes (where the system knows such limits)."""
    if resource is None:
        return
    most = (megabytes << 20) + in_use()
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    with contextlib.suppress(ValueError, OSError):
        held = [int(one.name) for one in list(Path("/dev/fd").iterdir()) if one.exists()] if files else []
        most = max(held, default=-1) + 1 + files
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def unopened(folder: Path) -> int:
    """How many files of a store are not open yet: RocksDB opens sixteen of an index at once, the rest when a query
    comes to them, and keeps them. A store below a gigabyte has none."""
    tables = {str(one.resolve()) for one in folder.glob("*.sst")}
    with contextlib.suppress(OSError):
        tables -= {str(one.resolve()) for one in Path("/proc/self/fd").iterdir()}
    return len(tables)


def answer(ask: Ask, request: dict[str, Any], out: IO[str]) -> None:
    said = 0

    def say(**words: Any) -> None:
        nonlocal said
        line = json.dumps(words, ensure_ascii=True) + "\n"
        said += len(line)
        if "rows" in words and said > LARGEST:
            raise ValueError(f"the answer is longer than {LARGEST >> 20} MB: ask for fewer rows, or for less of each")
        out.write(line)
        out.flush()

    try:
        columns, rows = ask(request["text"], request["params"])
        say(columns=columns)
        for some in batched(islice(rows, min(request["limit"], sys.maxsize)), CHUNK):
            say(rows=some)
        say(done=True, more=next(rows, None) is not None)
    except MemoryError:
        say(error="it took too much memory", memory=True)
    except Exception as error:
        say(error=f"{error}" or type(error).__name__)


def main(language: str, path: str, megabytes: str) -> None:
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is not an answer
    try:
        ask = {"sparql": sparql, "cypher": cypher}[language](path)
    except Exception as error:
        out.write(json.dumps({"closed": f"{error}"}) + "\n")
        out.flush()
        return
    asked: SimpleQueue[str] = SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            asked.put(line)
        os._exit(0)  # who asked is gone, however that came: nobody waits for the answer

    threading.Thread(target=read, daemon=True).start()
    confine(int(megabytes), unopened(Path(path)))
    out.write(json.dumps({"open": True}) + "\n")
    out.flush()
    while True:
        answer(ask, json.loads(asked.get()), out)


if __name__ == "__main__":
    main(*sys.argv[1:])
