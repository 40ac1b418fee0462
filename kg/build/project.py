"""From the facts of one source to nodes and edges, as the ontology declares; nothing here knows a fact type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg import ids
from kg.build.kinds import kind_of
from kg.build.script import in_one_script
from kg.elements import Edge, Scalar
from kg.model import Agency, Fact, Value
from kg.schema import End, FactType, Projection, Schema

type Args = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one fact says of a node; of two claims on one property the one of the higher rank holds."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Scalar]
    rank: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What one fact adds to the graph; `things` gives for an argument the nodes that it means."""

    id: str
    fact: Fact
    notice: str
    claims: list[Claim]
    edges: list[tuple[str, Edge]]
    things: Mapping[str, tuple[str, ...]]


class Projector:
    """Draws the facts of one source. `same` maps ids to the ids that decisions put in their place."""

    def __init__(self, schema: Schema, digest: str, source: str, same: Mapping[str, str]) -> None:
        self._schema, self._digest, self._source, self._same = schema, digest, source, same
        self._meant: dict[tuple[str, str], str] = {}
        self._ids: dict[tuple[str, ...], str] = {}

    def draw(self, facts: Sequence[Fact]) -> Iterator[Drawing]:
        """One drawing a fact, in their order."""
        read = in_one_script(facts)
        self._define(read)
        for fact, words in zip(facts, read, strict=True):
            yield self._drawing(fact, words)

    def _define(self, facts: Iterable[Fact]) -> None:
        """Which document a number or title means within a notice, where the notice itself says so."""
        for fact in facts:
            for draw in self._schema.types[fact.type].draws:
                if draw.defines:
                    for found in self._ends(draw.source, fact, fact.args, defined=False):
                        for word in (found.properties.get("number"), found.name):
                            if word:
                                self._meant.setdefault((fact.document, str(word)), found.id)

    def _drawing(self, stated: Fact, fact: Fact) -> Drawing:
        """`stated` as the page has it, `fact` in the script in which things are known."""
        declared = self._schema.types[fact.type]
        identifier = ids.fact_id(stated, self._digest)
        notice = self._notice(fact)
        claims = [notice]
        edges: list[tuple[str, Edge]] = []
        things: dict[str, tuple[str, ...]] = {}
        for name, value in fact.args.items():
            agencies = value if isinstance(value, tuple) else (value,)
            if found := [self._agency(one, fact) for one in agencies if isinstance(one, Agency)]:
                claims += found
                things[name] = tuple(claim.id for claim in found)
        for draw in declared.draws:
            if draw.when and fact.args.get(draw.when[0]) not in draw.when[1:]:
                continue
            for entry in _entries(draw, declared, fact.args):
                self._apply(draw, fact, identifier, entry, claims, edges, things)
        return Drawing(identifier, stated, notice.id, claims, edges, things)

    def _apply(
        self,
        draw: Projection,
        fact: Fact,
        identifier: str,
        entry: Args | None,
        claims: list[Claim],
        edges: list[tuple[str, Edge]],
        things: dict[str, tuple[str, ...]],
    ) -> None:
        parts = fact.args if entry is None else {**fact.args, **entry}
        sources = self._parts(draw.source, fact, entry)
        known = self._schema.types[fact.type].arguments
        carried = {
            known[name].key if name in known else name: word
            for name in draw.carries
            if (word := scalar(parts.get(name))) is not None
        }
        if draw.target is None:
            claims += [
                Claim(one.id, one.label, one.name, {**one.properties, **carried}, one.rank + draw.defines)
                for one in sources
            ]
            return
        targets = self._parts(draw.target, fact, entry)
        for end, found in ((draw.source, sources), (draw.target, targets)):
            claims += found
            if end.args and found:
                things[end.args[0]] = tuple(claim.id for claim in found)
        properties = carried if draw.once else {**self._evidence(fact, identifier, claims[0]), **carried}
        for source in sources:
            for target in targets:
                key = ids.edge_id(None if draw.once else identifier, draw.label, source.id, target.id)
                edges.append((draw.edge or "", Edge(key, draw.label, source.id, target.id, properties)))

    def _evidence(self, fact: Fact, identifier: str, notice: Claim) -> dict[str, Scalar]:
        place = fact.evidence
        return {
            "fact": identifier,
            "notice": notice.id,
            "document": fact.document,
            "source": self._source,
            "start": place.start,
            "end": place.end,
            "quote": place.text,
            "confidence": fact.confidence,
        }

    def _scope(self, fact: Fact) -> ids.Scope:
        return (self._digest, fact.document)

    def _notice(self, fact: Fact) -> Claim:
        words = fact.document
        known = self._meant.get((words, words))
        title, number = _title_or_number(words)
        return self._document(known, title, number, (), fact)

    def _parts(self, end: End, fact: Fact, entry: Args | None) -> list[Claim]:
        """The nodes of an end, of one entry where the end names the contents."""
        if entry is not None and end.args and isinstance(fact.args.get(end.args[0]), tuple):
            return self._ends(End(end.label, ("title", "number")), fact, entry)
        return self._ends(end, fact, fact.args)

    def _ends(self, end: End, fact: Fact, args: Args, defined: bool = True) -> list[Claim]:
        """The nodes that an end means; none where the fact gives it no value."""
        if not end.args:
            return [self._notice(fact)]
        values = [args.get(name) for name in end.args]
        first = values[0]
        match end.label:
            case "Agency":
                agencies = first if isinstance(first, tuple) else (first,)
                return [self._agency(one, fact) for one in agencies if isinstance(one, Agency)]
            case "Document":
                return self._documents(args, end.args, fact, defined)
            case "Person" if words := _words(first):
                key = ids.person_id(words, self._scope(fact))
                return [self._claim(key, "Person", words, {}, fact)]
            case "Post" if words := _words(first):
                whose = values[1].name if len(values) > 1 and isinstance(values[1], Agency) else None
                key = ids.post_id(whose, words, self._scope(fact))
                return [self._claim(key, "Post", (whose or "") + words, {"title": words}, fact)]
            case label if isinstance(first, str) and first:
                return [self._thing(label, first, end.args[1:], values, fact)]
        return []

    def _thing(self, label: str, name: str, more: Sequence[str], values: list[Value], fact: Fact) -> Claim:
        words = [str(scalar(one) or "") for one in values]
        scope = self._scope(fact) if self._schema.nodes[label] else ()
        properties = {
            key: word
            for key, value in zip(more, values[1:], strict=True)
            if not isinstance(value, Agency | tuple) and (word := scalar(value)) is not None
        }
        return self._claim(ids.thing_id(label, words, scope), label, name, properties, fact)

    def _agency(self, agency: Agency, fact: Fact) -> Claim:
        kind = "Group" if agency.group else kind_of(agency.name)
        key = self._ids.get(("agency", agency.name, fact.document))
        if key is None:
            key = ids.agency_id(agency.name, self._scope(fact))
            self._ids["agency", agency.name, fact.document] = key
        return self._claim(key, "Agency", agency.name, {"kind": kind} if kind else {}, fact)

    def _documents(self, args: Args, names: Sequence[str], fact: Fact, defined: bool) -> list[Claim]:
        if "title" in names or "number" in names:
            title, number = (
                _words(args.get(name)) if name in names else None for name in ("title", "number")
            )
            if not title and not number:  # a notice whose title is not printed
                return [self._notice(fact)]
        else:
            title, number = _title_or_number(_words(args.get(names[0])) or "")
        if not title and not number:
            return []
        issuers = [
            one.name
            for name in names
            if isinstance(value := args.get(name), tuple)
            for one in value
            if isinstance(one, Agency)
        ]
        words = [word for word in (number, title) if word] if defined else []
        known = next((key for word in words if (key := self._meant.get((fact.document, word)))), None)
        return [self._document(known, title, number, issuers, fact)]

    def _document(
        self, known: str | None, title: str | None, number: str | None, issuers: Sequence[str], fact: Fact
    ) -> Claim:
        key = known or ids.document_id(number, title, issuers, self._scope(fact))
        properties: dict[str, Scalar] = {"title": title} if title else {}
        if number:
            properties["number"] = number
        return self._claim(key, "Document", title or number or "", properties, fact, 0 if title else -2)

    def _claim(
        self, key: str, label: str, name: str, properties: Mapping[str, Scalar], fact: Fact, rank: float = 0
    ) -> Claim:
        return Claim(self._same.get(key, key), label, name, properties, rank + fact.confidence)


def _entries(draw: Projection, declared: FactType, args: Args) -> Iterator[Args | None]:
    """None once, or each entry of the contents that an end names."""
    ends = [end for end in (draw.source, draw.target) if end is not None and end.args]
    listed = next((end.args[0] for end in ends if declared.arguments[end.args[0]].kind == "contents"), None)
    if listed is None:
        yield None
        return
    entries = args.get(listed)
    for entry in entries if isinstance(entries, tuple) else ():
        if isinstance(entry, Mapping):
            yield entry


def _title_or_number(words: str) -> tuple[str | None, str | None]:
    return (None, words) if words.endswith("号") else (words, None)


def _words(value: Value) -> str | None:
    if isinstance(value, Agency):
        return value.name
    return value if isinstance(value, str) and value else None


def scalar(value: Value) -> Scalar | None:
    """An argument as a property of an edge: agencies by name, several joined by 、."""
    match value:
        case Agency(name):
            return name
        case tuple():
            return "、".join(one.name for one in value if isinstance(one, Agency)) or None
        case "":
            return None
        case str() | int() | float() | None:
            return value
