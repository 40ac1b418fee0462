"""A coordination body as a notice names it, and when two names are those of one body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from extract.rosters.naming import KIND
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Body:
    """A body and what the notice does to it: `establish`, `adjust`, `dissolve`, `describe`.

    `named` is where its name stands, `span` the words that say what is done (`成立望溪区信用建设工作领导小组`); `seat` the agency in
    which its office sits; `office` where the text says that it has one (下设办公室); `aliases` what it is called for short.
    """

    name: str
    kind: str
    named: Span
    span: Span
    action: str
    aliases: tuple[str, ...] = ()
    seat: str = ""
    seat_span: Span | None = None
    office: Span | None = None


class Bodies(Sequence[Body]):
    """Bodies in an order, asked for those that a name may mean.

    Which signs a name has is one number, so that a text of nothing but bodies does not compare each with each.
    """

    def __init__(self, bodies: Iterable[Body] = ()) -> None:
        self._bodies: list[Body] = []
        self._signs: list[int] = []
        self._called: dict[str, set[int]] = {}
        for body in bodies:
            self.append(body)

    def append(self, body: Body) -> None:
        self._bodies.append(body)
        self._signs.append(0)
        self.put(len(self) - 1, body)

    def put(self, at: int, body: Body) -> None:
        """A body in the place of one, which goes by its aliases too."""
        self._bodies[at], self._signs[at] = body, _signs(body.name)
        for name in (body.name, *body.aliases):
            self._called.setdefault(name, set()).add(at)

    def called(self, name: str) -> list[int]:
        """Where bodies stand, or stood, that have a name or have it for an alias."""
        return sorted(self._called.get(name, ()))

    def likely(self, name: str) -> list[int]:
        """Where bodies stand that may be alike a name, end in it, be short for it or it for them, or have it for an alias."""
        least, most = _signs(name.removesuffix("议")), _signs(name)
        called = self._called.get(name, ())
        return [at for at, signs in enumerate(self._signs) if signs & least == least or signs & most == signs or at in called]

    @overload
    def __getitem__(self, at: int) -> Body: ...
    @overload
    def __getitem__(self, at: slice) -> list[Body]: ...
    def __getitem__(self, at: int | slice) -> Body | list[Body]:
        return self._bodies[at]

    def __iter__(self) -> Iterator[Body]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)


def _signs(name: str) -> int:
    signs = 0
    for sign in name:
        signs |= 1 << ord(sign) % 59
    return signs


def alike(one: str, other: str) -> bool:
    """Two names of one body: they end in one kind, and the shorter one's characters stand in the longer in order.

    >>> alike("专项检查工作领导小组", "望溪区森林防火专项检查工作领导小组"), alike("综合组", "宣传组")
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    kind = next((found for found in KIND.finditer(long) if found.end() == len(long)), None)
    if len(short) < 4 or not kind or not short.endswith(kind[0]):
        return False
    rest = iter(long)
    return all(sign in rest for sign in short)


def unquoted(name: str) -> str:
    """A name without the quotation marks that stand around all of it, or the one that opens before it and ends behind it."""
    whole = re.fullmatch(r"“([^“”]*)”?", name)
    return whole[1] if whole else name
