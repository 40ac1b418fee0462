"""The log of decisions: which ids are one thing, and who said so. It only grows; nothing else is rewritten.

The last decision on a pair holds: `same` joins two ids, `different` and `unsure` leave them two, so that a decision
is undone by a later one, and what was before it is back at the next build.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from kg.errors import GraphError
from kg.files import write_aside

JUDGEMENTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Decision:
    """`score` from 0 to 1, `by` a person or a rule, `when` ISO 8601."""

    left: str
    right: str
    judgement: str
    score: float
    reason: str
    by: str
    when: str

    @property
    def pair(self) -> tuple[str, str]:
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


_DECISION = TypeAdapter(Decision)


def read_decisions(path: Path) -> list[Decision]:
    """The log in its order, [] where there is none; GraphError names the line that is wrong."""
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            row = json.loads(line.decode())
            row["left"], row["right"] = row.pop("from"), row.pop("to")
            decision = _DECISION.validate_python(row)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise GraphError(f"{path}: line {number} is no decision: {error}") from error
        if decision.judgement not in JUDGEMENTS:
            raise GraphError(f"{path}: line {number}: a judgement is one of {', '.join(JUDGEMENTS)}")
        found.append(decision)
    return found


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    lines = []
    for decision in decisions:
        row = asdict(decision)
        row = {"from": row.pop("left"), "to": row.pop("right"), **row}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    write_aside(path, "".join(lines).encode())


def merged(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """Each id that is another's, with the one that stands for both: the smallest of all that are one thing."""
    last = {decision.pair: decision.judgement for decision in decisions}
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while key in parent:
            key = parent[key]
        return key

    for pair, judgement in sorted(last.items()):
        if judgement == "same":
            low, high = sorted(map(root, pair))
            if low != high:
                parent[high] = low
    return {key: root(key) for key in parent}
