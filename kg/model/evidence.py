"""The place where a source states a fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """`text` is exactly `raw[start:end]` of the source of that name; offsets count Unicode code points.

    In RDF it becomes a Web Annotation selector (`oa:TextPositionSelector` and `oa:TextQuoteSelector`).
    """

    source: str
    start: int
    end: int
    text: str
