"""The questions as methods of a graph."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.queries.answer import Answer
from kg.queries.appointments.question import Row as Appointment
from kg.queries.ask import ask
from kg.queries.citations.question import Row as Citation
from kg.queries.documents.question import Row as Document
from kg.stores.store import LIMIT, TIMEOUT, Param, Rows


@dataclass(frozen=True, slots=True)
class Through:
    """A graph seen as the store behind one of its languages."""

    language: str
    query: Callable[..., Rows]


class Questions:
    """What a graph answers besides queries; `ask` knows the whole catalogue, the commonest have a method."""

    @abstractmethod
    def sparql(
        self,
        query: str,
        params: Mapping[str, Param] | None = None,
        *,
        timeout: float = TIMEOUT,
        limit: int = LIMIT,
    ) -> Rows: ...

    def ask(self, question: str, **params: Param) -> Answer[Any]:
        """The answer to a question of the catalogue (`kg ask` lists them), e.g. `ask("members", body="领导小组")`."""
        return ask(Through("sparql", self.sparql), question, **params)

    def appointments(
        self, *, person: str = "", agency: str = "", since: str = "", until: str = ""
    ) -> Answer[Appointment]:
        """Who was given which post or lost it; `agency` is a part of a name, dates may be years or months."""
        return self.ask("appointments", person=person, agency=agency, since=since, until=until)

    def documents(
        self,
        *,
        title: str = "",
        number: str = "",
        kind: str = "",
        issuer: str = "",
        since: str = "",
        until: str = "",
    ) -> Answer[Document]:
        """The documents that notices are or carry; `title` and `issuer` are parts of names."""
        return self.ask(
            "documents", title=title, number=number, kind=kind, issuer=issuer, since=since, until=until
        )

    def citations(self, *, document: str = "", cited: str = "", relation: str = "") -> Answer[Citation]:
        """Which document refers to which; `cited` is a part of the title, or the number."""
        return self.ask("citations", document=document, cited=cited, relation=relation)
