"""The nouns of the project, frozen and slotted; nothing here reads a file or knows a rule.

>>> Span(3, 5).shift(10)
Span(start=13, end=15)
"""

from kg.model.agency import Agency
from kg.model.date import PartialDate
from kg.model.evidence import Evidence
from kg.model.fact import Fact, Value
from kg.model.finding import Finding, Refusal
from kg.model.notice import Carried, Head, Notice
from kg.model.section import Section
from kg.model.source import Source
from kg.model.span import Span
from kg.model.text import Gap, Text

__all__ = [
    "Agency",
    "Carried",
    "Evidence",
    "Fact",
    "Finding",
    "Gap",
    "Head",
    "Notice",
    "PartialDate",
    "Refusal",
    "Section",
    "Source",
    "Span",
    "Text",
    "Value",
]
