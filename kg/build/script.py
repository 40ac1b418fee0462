"""Things are known by their names in simplified characters, whichever their notice is printed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.build.wording import reworded
from kg.model import Fact
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
        replace(fact, document=simplified(fact.document), args=reworded(fact.args, simplified)) if fact.document in folded else fact
        for fact in facts
    ]
