"""The rows of an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Answer[R]:
    """Typed rows in a fixed order; `more` where the store had more than it was asked for."""

    row: type[R]
    rows: tuple[R, ...]
    more: bool = False

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> R:
        return self.rows[at]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(one.name for one in fields(self.row))  # type: ignore[arg-type]

    def dicts(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.rows]  # type: ignore[call-overload]

    def to_frame(self) -> pd.DataFrame:
        """As a pandas DataFrame, the columns there even without rows."""
        import pandas as pd  # slow to import, and most callers want no frame

        return pd.DataFrame.from_records(self.dicts(), columns=list(self.columns))
