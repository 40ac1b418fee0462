"""What every store is: something that takes a graph in and answers queries in one language.

with OxigraphStore(folder) as store:
    for person, post in store.query("SELECT ?person ?post { ?person gk:appointedTo ?post }"):
        …
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from kg.elements import Edge, Node

if TYPE_CHECKING:
    import pandas as pd

type Cell = str | int | float | bool | list[Cell] | dict[str, Cell] | None
type Param = str | int | float | bool

TIMEOUT = 60.0
LIMIT = 100_000


class Contents(Protocol):
    """A graph as a store takes it in: as nodes and edges, or as RDF, each from the start as often as asked."""

    def nodes(self) -> Iterator[Node]: ...

    def edges(self) -> Iterator[Edge]: ...

    def quads(self) -> Iterator[str]:
        """Lines of N-Quads; a line may come twice."""
        ...


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: a table. `more` is true where there were more rows than asked for.

    >>> Rows(("name",), [("王涛",)]).dicts()
    [{'name': '王涛'}]
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    more: bool = False

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> list[dict[str, Cell]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_frame(self) -> pd.DataFrame:
        """As a pandas DataFrame."""
        import pandas as pd  # slow to import, and most callers want no frame

        return pd.DataFrame.from_records(list(self.rows), columns=list(self.columns))


class Store(Protocol):
    """A store; `language` is `sparql` or `cypher`.

    `query` raises QueryError for a query that is not understood, not allowed (nothing is ever written, no file or
    network is reached), too slow or too big, and StoreError where the store itself cannot be used. Parameters are
    `$name` in both languages, and are values wherever they stand: never a part of the query.
    """

    @property
    def language(self) -> str: ...

    def load(self, contents: Contents) -> None:
        """Put the whole graph in the place of what is there."""
        ...

    def query(
        self,
        text: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows: ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
