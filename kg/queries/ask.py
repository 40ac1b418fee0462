"""A question put to a store: its query in the store's language, its rows typed and in their order."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, Protocol, get_args, get_type_hints

from kg.errors import QueryError
from kg.queries.answer import Answer
from kg.queries.catalogue import Entry, entry
from kg.stores.store import LIMIT, TIMEOUT, Cell, Param, Rows


class Asked(Protocol):
    """What can be asked: every store, of which only this is needed."""

    @property
    def language(self) -> str: ...

    def query(
        self,
        text: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows: ...


def ask(store: Asked, name: str, **params: Param) -> Answer[Any]:
    """The answer to a question of the catalogue; QueryError for a question or a parameter that there is not."""
    found = entry(name)
    known = {one.name for one in found.parameters}
    if unknown := sorted(set(params) - known):
        raise QueryError(
            f"{found.name} has no parameter {', '.join(unknown)}; it has: {', '.join(sorted(known))}"
        )
    try:
        question = found.question(**params)
    except ValueError as wrong:
        raise QueryError(f"{found.name}: {wrong}") from None
    rows = store.query(found.queries[store.language], {name: getattr(question, name) for name in known})
    return answer(found, rows)


def answer(found: Entry, rows: Rows) -> Answer[Any]:
    """Rows as the question declares them; sorted here, since engines sort Chinese and nothing differently."""
    kinds = get_type_hints(found.row)
    names = [one.name for one in fields(found.row)]
    if missing := sorted(set(names) ^ set(rows.columns)):
        raise QueryError(f"{found.name}: the columns do not fit: {', '.join(missing)}")
    at = [rows.columns.index(name) for name in names]
    made = {
        found.row(*(_cell(row[i], kinds[name]) for i, name in zip(at, names, strict=True))) for row in rows
    }
    order = [*found.order, *(name for name in names if name not in found.order)]
    ordered = sorted(made, key=lambda row: [_rank(getattr(row, name)) for name in order])
    return Answer(found.row, tuple(ordered), rows.more)


def _cell(value: Cell, kind: Any) -> Any:
    """A cell as the row declares it: lists come as lists from Cypher, as lines of one string from SPARQL."""
    if kind == tuple[str, ...]:
        several: Iterable[Any] = value.split("\n") if isinstance(value, str) else value or ()  # type: ignore[assignment]
        return tuple(sorted(str(one) for one in several if one))
    if value is None or value == "":
        if isinstance(kind, types.UnionType) and type(None) in get_args(kind):
            return None
        return kind()
    return value


def _rank(value: Any) -> tuple[int, Any]:
    """What is missing comes last."""
    return (1, "") if value is None else (0, value)
