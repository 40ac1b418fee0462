"""Which questions there are: every folder of `kg/queries` with a `question.py`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.errors import QueryError

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """One question: `question` the class of its parameters, `row` of its rows, `queries` the text in each language."""

    name: str
    help: str
    question: type[Any]
    row: type[Any]
    order: tuple[str, ...]
    queries: Mapping[str, str]

    @property
    def parameters(self) -> tuple[Field[Any], ...]:
        return fields(self.question)


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every question by name: `kg/queries/who_was` is `who-was`."""
    folders = sorted(found.name for found in pkgutil.iter_modules([str(HERE)]) if found.ispkg)
    return {folder.replace("_", "-"): _entry(folder) for folder in folders}


def _entry(folder: str) -> Entry:
    module = import_module(f"kg.queries.{folder}.question")
    queries = {
        "sparql": (HERE / folder / "query.rq").read_text(encoding="utf-8"),
        "cypher": (HERE / folder / "query.cypher").read_text(encoding="utf-8"),
    }
    words = (module.__doc__ or "").strip()
    return Entry(folder.replace("_", "-"), words, module.Question, module.Row, tuple(module.ORDER), queries)


def entry(name: str) -> Entry:
    found = catalogue().get(name.replace("_", "-"))
    if found is None:
        raise QueryError(f"there is no question {name}; there are: {', '.join(catalogue())}")
    return found
