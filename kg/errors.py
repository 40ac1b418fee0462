"""Everything that the project raises on purpose.

GazetteError
├── InputError           an input cannot be read: names the file and the reason
│   └── ArchiveError     a .zip that is broken, encrypted, or a bomb
├── SchemaError          the ontology files contradict themselves, or a fact contradicts them
├── EvidenceError        a fact does not point at the words it claims
├── GraphError           a graph directory is missing, broken, or of another version
├── QueryError           a query is not understood, not allowed, or took too long
└── StoreError           a server refuses, is away, or answers nonsense
"""

from __future__ import annotations


class GazetteError(Exception):
    """The root: catch this to catch all."""


class InputError(GazetteError):
    """An input cannot be read; `name` is the file as the user named it, `reason` one sentence."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.name, self.reason)


class ArchiveError(InputError):
    """A .zip that cannot be opened safely."""


class SchemaError(GazetteError):
    """The ontology, or a fact measured by it, is wrong."""


class EvidenceError(GazetteError):
    """A fact without its words."""


class GraphError(GazetteError):
    """A graph directory that cannot be used."""


class QueryError(GazetteError):
    """A query that cannot be answered."""


class StoreError(GazetteError):
    """A server that cannot be used."""
