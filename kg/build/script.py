"""Things are known by their names in simplified characters, whichever their notice is printed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kg.model import Agency, Fact
from kg.script import is_traditional, simplified


def in_one_script(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a source, those of a notice in traditional characters in simplified ones; evidence stays.

    粵辦函〔2021〕19號 is the document that others cite as 粤办函〔2021〕19号; 李喆昇 of a simplified notice keeps his name.
    """
    said: dict[str, list[str]] = {}
    for fact in facts:
        said.setdefault(fact.document, [fact.document]).append(fact.evidence.text)
    folded = {document for document, words in said.items() if is_traditional("".join(words))}
    return [
        replace(fact, document=simplified(fact.document), args=_folded(fact.args)) if fact.document in folded else fact
        for fact in facts
    ]


def _folded(value: Any) -> Any:
    match value:
        case str():
            return simplified(value)
        case Agency(name, mention, group):
            return Agency(simplified(name), simplified(mention), group)
        case tuple():
            return tuple(map(_folded, value))
        case Mapping():
            return {name: _folded(one) for name, one in value.items()}
    return value
