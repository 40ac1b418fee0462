"""All that facts say of a node, made one node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.build.project import Claim
from kg.elements import Node, Scalar
from kg.errors import GraphError

type _Ranked = tuple[float, Scalar]


class Nodes:
    """Collects claims; of several values of one property the surest holds, of these the smallest.

    So the outcome is the same whatever the order of the claims.
    """

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self._values: dict[str, dict[str, _Ranked]] = {}

    def add(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            label = self._labels.setdefault(claim.id, claim.label)
            if label != claim.label:
                raise GraphError(
                    f"{claim.id} is a {label} and a {claim.label}: a decision made two kinds of thing one"
                )
            values = self._values.setdefault(claim.id, {})
            _put(values, "name", (claim.rank, claim.name))
            for name, value in claim.properties.items():
                _put(values, name, (claim.rank, value))

    def nodes(self) -> Iterator[Node]:
        """By id."""
        for key in sorted(self._labels):
            values = {name: value for name, (_, value) in self._values[key].items()}
            yield Node(key, self._labels[key], str(values.pop("name")), values)


def _put(values: dict[str, _Ranked], name: str, new: _Ranked) -> None:
    old = values.get(name)
    if old is None or new[0] > old[0] or (new[0] == old[0] and str(new[1]) < str(old[1])):
        values[name] = new
