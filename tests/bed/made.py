"""A notice that was made, with the facts that it states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.bed.names import Names

type Args = Mapping[str, Any]
type Wanted = tuple[str, Args]
type Template = Callable[[Names], Made]


@dataclass(frozen=True, slots=True)
class Made:
    """`facts` are (type, arguments), an agency by its mention; `whole` the types of which the notice states no other."""

    raw: str
    facts: tuple[Wanted, ...]
    whole: frozenset[str] = field(default_factory=frozenset)


def notice(
    names: Names,
    title: str,
    number: str | None,
    to: str,
    body: Iterable[str] | str,
    signed: str,
    facts: Iterable[Wanted],
    *,
    issuers: Iterable[str] | None = None,
    kind: str = "通知",
    annex: str = "",
    addressees: Iterable[str] = (),
) -> Made:
    """A notice in the usual order: title, number, addressees, body, signature, date, annex."""
    day, iso = names.day()
    text = body if isinstance(body, str) else "\n".join("　　" + one for one in body)
    parts = [title, number or "", f"{to}：" if to else "", text, signed, day, annex]
    raw = "\n\n".join(part for part in parts if part) + "\n"
    document = {"title": title, "number": number, "kind": kind, "date": iso, "issuers": list(issuers or [signed])}
    if addressees:
        document["addressees"] = list(addressees)
    found = [("document", document), *facts]
    dated = [(kind, {**args, "date": args["date"] or iso} if args.get("date", 0) is None else args) for kind, args in found]
    return Made(raw, tuple(dated), frozenset(kind for kind, _ in dated))
