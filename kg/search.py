"""A search by words over titles, tasks and the words that facts rest on.

Chinese is written without spaces, so a search by characters finds 和服 in 养老和服务; jieba knows words, and cuts both
what is asked and what is found into them. Only texts that hold some word of the search as characters are cut.
"""

from __future__ import annotations

import logging
import math
import os
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.elements import Edge, Node
from kg.queries.answer import Answer

LIMIT = 20
# a word found as asked says more than a part of it, a title more than a sentence
WHOLE, TITLE = 3.0, 1.5
CANDIDATES = 5000


@dataclass(frozen=True, slots=True)
class Hit:
    """`kind` is document, task or quote; `words` what was found; `document` the notice that says it."""

    kind: str
    words: str
    document: str
    source: str | None
    start: int | None
    score: float


def search(nodes: Iterable[Node], edges: Iterable[Edge], words: str, limit: int = LIMIT) -> Answer[Hit]:
    """The best of what holds some of the words, best first; words are parted by spaces or found by jieba."""
    asked = words.split()
    tokens = sorted({token for one in asked for token in cut(one)} | set(asked))
    found = [
        (hit, held) for hit in _hits(nodes, edges) if (held := [one for one in tokens if one in hit.words])
    ]
    if len(found) > CANDIDATES:
        found = sorted(found, key=lambda pair: (-sum(map(len, pair[1])), _place(pair[0])))[:CANDIDATES]
    spread = Counter(token for _, held in found for token in held)
    weight = {token: math.log(1 + len(found) / count) * len(token) for token, count in spread.items()}
    scored = [_scored(hit, held, asked, weight) for hit, held in found]
    best = sorted((hit for hit in scored if hit.score > 0), key=lambda hit: (-hit.score, _place(hit)))
    return Answer(Hit, tuple(best[:limit]), len(best) > limit)


def _scored(hit: Hit, held: list[str], asked: list[str], weight: dict[str, float]) -> Hit:
    of = set(cut(hit.words))
    score = sum(weight[token] for token in held if token in of)
    score += sum(WHOLE * weight[one] for one in asked if one in held and (one in of or not is_word(one)))
    score *= TITLE if hit.kind == "document" else 1.0
    score /= math.log2(8 + len(hit.words))
    return Hit(hit.kind, hit.words, hit.document, hit.source, hit.start, round(score, 3))


def _hits(nodes: Iterable[Node], edges: Iterable[Edge]) -> Iterator[Hit]:
    """Everything that can be found, each once."""
    tasks: dict[str, str] = {}
    for node in nodes:
        if node.label == "Document":
            yield Hit("document", node.name, str(node.properties.get("number", node.name)), None, None, 0)
        elif node.label == "Task":
            tasks[node.id] = node.name
    seen: set[tuple[Any, ...]] = set()
    for edge in edges:
        said = edge.properties
        if "quote" not in said:
            continue
        document, source, start = str(said["document"]), str(said["source"]), int(said["start"])
        words = {"quote": " ".join(str(said["quote"]).split()), "task": tasks.get(edge.source)}
        for kind, text in words.items():
            key = (kind, text, document, source, start if kind == "quote" else 0)
            if text and key not in seen:
                seen.add(key)
                yield Hit(kind, text, document, source, start, 0)


def _place(hit: Hit) -> tuple[str, str, str, int]:
    return hit.document, hit.kind, hit.words, hit.start or 0


def cut(words: str) -> list[str]:
    """The words of a text, long ones also in their parts; single characters are no words to search by.

    >>> cut("养老服务驿站")
    ['养老', '服务', '驿站']
    """
    return [word for word in _cutter().cut_for_search(words) if len(word) > 1]


def is_word(words: str) -> bool:
    """True where the dictionary knows it: then it is found as a word only, all else (names) as characters."""
    cutter = _cutter()
    cutter.check_initialized()
    return bool(cutter.FREQ.get(words))


@cache
def _cutter() -> Any:
    """jieba with its dictionary kept in a folder of the user's own, not where anybody may write."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it is written for an older Python
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    cutter = jieba.Tokenizer()
    kept = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser(), "gazette-kg")
    with suppress(OSError):  # where nothing can be kept the dictionary is read anew each time
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    cutter.tmp_dir = str(kept)
    return cutter
