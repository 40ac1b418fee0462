"""Who is given work in sentences, for tables of what may be said and of whom."""

from __future__ import annotations

from collections.abc import Iterable

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Source


def given(sentences: Iterable[str], head: str = "") -> list[set[str]]:
    """Who is given work in each sentence, an article of its own under `head`."""
    articles = [f"第{i}条 {sentence}" for i, sentence in enumerate(sentences, 1)]
    text = to_text(Source("given.txt", ""), head + "\n".join(articles))
    found: list[set[str]] = [set() for _ in articles]
    for fact in extract_text(text).facts:
        doer = fact.args.get("assignee")
        if isinstance(doer, Agency):
            found[text.raw.count("\n", 0, fact.evidence.start) - head.count("\n")].add(doer.mention)
    return found
