"""The bundled sample as facts without the extractor: what is written down beside it, turned into the project's facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.build import open_build
from kg.graph import Graph, open_graph
from kg.model import Agency, Evidence, Fact, Source, Value
from kg.schema import Argument, load_schema

SAMPLE = Path(__file__).parents[1] / "kg" / "sample"
DISTRICT = "临澜市望溪区"
_BODY = re.compile(r"(?:委员会|委|局|政府|办公室|办|处|院|会|公司|中心|站|队|镇|部|小组|厅|科协|妇联|工会)$")


@dataclass(frozen=True, slots=True)
class Given:
    """What `kg build` is given of a source."""

    source: Source
    raw: str | None
    facts: tuple[Fact, ...]


def build(folder: Path, facts: Iterable[Fact], raw: str | None = None, name: str = "gazette.txt") -> Path:
    """A graph directory of one source with these facts."""
    digest = sha256((raw or name).encode()).hexdigest()
    with open_build(folder) as build:
        build.add(Given(Source(name, digest), raw, tuple(facts)))
        assert build.commit().refused == ()
    return folder


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the facts that are written down beside the sample."""
    raw = (SAMPLE / "gazette.txt").read_text(encoding="utf-8")
    with open_graph(build(tmp_path_factory.mktemp("sample") / "graph", sample_facts(), raw)) as graph:
        yield graph


def sample_facts() -> Iterator[Fact]:
    """In the order of the sample; offsets count `kg/sample/gazette.txt`.

    >>> next(sample_facts()).type
    'gazette'
    """
    raw = (SAMPLE / "gazette.txt").read_text(encoding="utf-8")
    notices = json.loads((SAMPLE / "facts.json").read_text(encoding="utf-8"))
    for notice, begin in zip(notices, _begins(raw, notices), strict=True):
        whole = {name: group[1] for group in notice["same"] for name in group if len(group) > 1}
        for fact in notice["facts"]:
            if fact["type"] not in load_schema().types:
                continue
            declared = load_schema().types[fact["type"]].arguments
            args = {
                name: _value(declared[name], value, fact["args"], whole)
                for name, value in fact["args"].items()
            }
            quote = fact["quote"]
            start = raw.index(quote, begin)
            evidence = Evidence(notice["source"], start, start + len(quote), quote)
            yield Fact(fact["type"], notice["notice"], args, evidence, f"{fact['type']}.sample", 1.0)


def _begins(raw: str, notices: Sequence[Mapping[str, Any]]) -> list[int]:
    """Where each notice begins: at its title, looked for from the end, since the contents page names it first."""
    found, end = [0], len(raw)
    for notice in reversed(notices[1:]):
        end = min(raw.rindex(fact["quote"], 0, end) for fact in notice["facts"] if fact["type"] == "document")
        found.insert(1, end)
    return found


def _value(declared: Argument, value: Any, args: Mapping[str, Any], whole: Mapping[str, str]) -> Value:
    if value is None:
        return None
    match declared.kind:
        case "agency":
            return _agency(value, whole)
        case "agencies":
            return tuple(_agency(one, whole) for one in value)
        case "party":
            kind = args.get("member_type", "agency" if _BODY.search(value) else "text")
            return _agency(value, whole) if kind == "agency" else str(value)
        case "contents":
            return tuple(value)
    return value  # type: ignore[no-any-return]


def _agency(mention: str, whole: Mapping[str, str]) -> Agency:
    name = whole.get(mention, mention)
    if name.startswith("区"):
        name = DISTRICT + name[1:]
    elif name.startswith("望溪区"):
        name = DISTRICT + name[3:]
    return Agency(name, mention, name.startswith(("各", "有关")))
