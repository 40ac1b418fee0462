"""Words that can be kept: half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD; every offset stays."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.build.wording import reworded
from kg.model import Fact

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
        args=reworded(fact.args, clean_text),
        evidence=replace(
            fact.evidence, source=clean_text(fact.evidence.source), text=clean_text(fact.evidence.text)
        ),
        rule=clean_text(fact.rule),
    )
