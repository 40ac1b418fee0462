"""Words that can be kept: half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD; every offset stays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.model import Agency, Fact

_HALF = re.compile("[\ud800-\udfff]")


def clean_text(words: str) -> str:
    """
    >>> clean_text("a\\ud800b")
    'a\ufffdb'
    """
    return _HALF.sub("\ufffd", words)


def clean_fact(fact: Fact) -> Fact:
    return replace(
        fact,
        document=clean_text(fact.document),
        args=_clean(fact.args),
        evidence=replace(fact.evidence, text=clean_text(fact.evidence.text)),
    )


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean_text(value)
        case Agency(name, mention, group):
            return Agency(clean_text(name), clean_text(mention), group)
        case tuple():
            return tuple(map(_clean, value))
        case Mapping():
            return {name: _clean(one) for name, one in value.items()}
    return value
