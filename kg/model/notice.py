"""One notice (公文) of a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from kg.model.agency import Agency
from kg.model.evidence import Evidence
from kg.model.section import Section
from kg.model.span import Span
from kg.model.text import Text


@dataclass(frozen=True, slots=True)
class Carried:
    """A text that a notice carries, or puts in force without printing it.

    `title` whole, as printed, outer 《》 off; `kind` its 文种 (方案, 办法 …) or None; `span` all of it in the words of the
    notice (where it is not printed: the title where the notice names it). A text that was sent itself (转发 of a 通知, 批转 of a
    报告) has a number and addressees of its own.
    """

    title: str
    kind: str | None
    span: Span
    title_span: Span
    printed: bool = True
    issuers: tuple[Agency, ...] = ()
    date: str | None = None
    number: str | None = None
    addressees: tuple[Agency, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What the form of a 公文 tells of itself (GB/T 9704): each with where it stands, None where it is not printed.

    `number` is the 发文字号 with 〔〕 and no spaces; `kind` the 文种; `issuers` the 发文机关; `date` the 成文日期 as ISO 8601;
    `addressees` the 主送机关; `jurisdiction` the place of the issuing body (北京市密云区; "" for a national one).
    """

    title: str
    title_span: Span
    number: str | None = None
    number_span: Span | None = None
    kind: str | None = None
    issuers: tuple[Agency, ...] = ()
    issuers_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    addressees: tuple[Agency, ...] = ()
    addressees_span: Span | None = None
    jurisdiction: str = ""
    carried: tuple[Carried, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice: a range of its text, its head and its tree.

    Every span of a notice (head, tree, mentions, findings) counts `words`, the words of the notice alone.
    """

    text: Text
    span: Span
    head: Head
    tree: Section
    words: str = field(init=False, repr=False, compare=False)
    printed: str = field(init=False, repr=False, compare=False)
    gaps: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Cut the words out once: rules ask for them at every sentence."""
        for name in ("words", "printed", "gaps"):
            object.__setattr__(self, name, getattr(self.text, name)[self.span.slice])

    @property
    def document(self) -> str:
        """What facts name the notice by: its number, else its title; the name of its source where neither is printed."""
        return self.head.number or self.head.title or PurePath(self.text.source.name).stem

    def evidence(self, span: Span) -> Evidence:
        return self.text.evidence(span.shift(self.span.start))
