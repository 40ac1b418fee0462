"""What several relations ask of the same notice is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from kg.model import Notice


def per_notice[T](read: Callable[[Notice], T]) -> Callable[[Notice], T]:
    """Keep the answer for the notice asked last: the pipeline asks every relation of one notice, then goes on.

    The notice is known by identity, so nothing is hashed; the answer is not to be changed by who gets it.
    """
    kept: list[tuple[Notice, T]] = []

    @wraps(read)
    def answer(notice: Notice) -> T:
        last = kept[-1] if kept else None
        if last is not None and last[0] is notice:
            return last[1]
        found = read(notice)
        kept[:] = [(notice, found)]
        return found

    return answer
