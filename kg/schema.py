"""The ontology, read once: which fact types there are, what arguments each has, which plain edges each draws.

A fact type is one file `ontology/relations/<type>.ttl`, written in the words of `https://w3id.org/gazette-kg/schema#`:

    gk:Appointment a s:FactType ;
        s:type "appointment" ;                  the name of the type, and of the file
        s:arguments ( [ s:name "action" ;       in order; its property is gk:action, or s:property
                        s:kind "text" ;         agency agencies party person post text term date number contents
                        s:required true ;       may not be null
                        s:values ( "appoint" "dismiss" ) ] … ) ;          the only values allowed
        s:draws ( [ s:from ( gk:Person "person" ) ;    the node: its class, then the arguments that tell it
                    s:edge gk:appointedTo ;            APPOINTED_TO in Cypher
                    s:to ( gk:Post "post" "agency" ) ;
                    s:when ( "action" "appoint" ) ;    only where the argument has one of these values
                    s:carries ( "date" "note" ) ;      arguments put on the edge, beside its evidence
                    s:once true ;                      one edge however many facts draw it, without evidence
                    s:defines true ] … )               the notice calls this document by its title and number

`( gk:Document )` with no arguments is the notice that states the fact. Without `s:edge`, what is carried is
put on the node; it is called there as its property. An edge whose end has no value is not drawn; an argument with many values draws one edge
for each. A `party` is an agency, or words for what is none (a person, a post, a field of work): ends of
class gk:Agency draw the agencies, ends of gk:Person and gk:Post both, all others the words. A `term` is a word of the
trade (通知, 行政许可) and no word of one text. Of an argument `contents`, node and edge take the parts of each entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from kg.errors import SchemaError
from kg.model import Agency, PartialDate
from kg.turtle import Triples, read_turtle

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
NS = "https://w3id.org/gazette-kg/ns#"
S = "https://w3id.org/gazette-kg/schema#"
KINDS = ("agency", "agencies", "party", "person", "post", "text", "term", "date", "number", "contents")
_RESERVED = {
    "id",
    "label",
    "name",
    "from",
    "to",
    "fact",
    "notice",
    "document",
    "source",
    "start",
    "end",
    "quote",
    "confidence",
}
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a fact type; `values` are the only ones allowed, () for any."""

    name: str
    iri: str
    kind: str
    many: bool = False
    required: bool = False
    values: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What a node or an edge that carries it calls it: the local name of its property."""
        return _local(self.iri)


@dataclass(frozen=True, slots=True)
class End:
    """One end of an edge: the label of the node and the arguments that tell which (none: the notice)."""

    label: str
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Projection:
    """An edge that a fact draws (or, without `edge`, what it puts on a node).

    `edge` is the local name of the property (`appointedTo`), `label` the same in Cypher (`APPOINTED_TO`).
    """

    source: End
    target: End | None = None
    edge: str | None = None
    label: str = ""
    when: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    once: bool = False
    defines: bool = False


@dataclass(frozen=True, slots=True)
class FactType:
    """`iri` is the class of its facts; arguments in the order of the ontology."""

    name: str
    iri: str
    arguments: Mapping[str, Argument]
    draws: tuple[Projection, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """`types` by name; `nodes` the labels of nodes, each True where a node of it belongs to one notice."""

    types: Mapping[str, FactType]
    nodes: Mapping[str, bool]

    def check(self, type: str, args: Mapping[str, object]) -> None:
        """SchemaError where the arguments are not as the ontology declares them.

        >>> load_schema().check("appointment", {"person": "王涛"})
        Traceback (most recent call last):
        kg.errors.SchemaError: appointment: action is missing
        """
        if type not in self.types:
            raise SchemaError(f"no such fact type: {type}")
        declared = self.types[type].arguments
        if unknown := sorted(set(args) - set(declared)):
            raise SchemaError(f"{type}: no such argument: {', '.join(unknown)}")
        for name, argument in declared.items():
            value = args.get(name)
            if value is None or value == "":
                if argument.required:
                    raise SchemaError(f"{type}: {name} is missing")
            elif not _fits(argument.kind, value):
                raise SchemaError(f"{type}: {name} is to be of kind {argument.kind}, not {value!r}")
            elif argument.values and value not in argument.values:
                raise SchemaError(f"{type}: {name} is one of {', '.join(argument.values)}, not {value!r}")


def _fits(kind: str, value: object) -> bool:
    match kind:
        case "agency":
            return isinstance(value, Agency)
        case "agencies":
            return isinstance(value, tuple) and all(isinstance(one, Agency) for one in value)
        case "party":
            return isinstance(value, Agency | str)
        case "date":
            return isinstance(value, str) and _is_date(value)
        case "number":
            return _is_number(value)
        case "contents":
            return isinstance(value, tuple) and all(map(_is_entry, value))
        case _:
            return isinstance(value, str)


def _is_number(value: object) -> bool:
    """A number that every store and format holds as it is: no NaN, nothing beyond 2^53."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1 << 53


def _is_entry(value: object) -> bool:
    """A line of a page of contents: a title, a number, a page."""
    return isinstance(value, Mapping) and all(
        one is None or (_is_number(one) if name == "page" else isinstance(one, str)) for name, one in value.items()
    )


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


@cache
def load_schema(folder: Path = ONTOLOGY) -> Schema:
    """The ontology of a folder: `core.ttl` and `relations/*.ttl`; SchemaError names the wrong file."""
    files = [folder / "core.ttl", *sorted((folder / "relations").glob("*.ttl"))]
    graphs = {file: read_turtle(file) for file in files}
    nodes = {
        _local(iri): graph.value(iri, S + "within") is not None
        for graph in graphs.values()
        for iri in graph.instances(S + "NodeClass")
    }
    types: dict[str, FactType] = {}
    for file in files[1:]:
        for iri in graphs[file].instances(S + "FactType"):
            try:
                found = _fact_type(graphs[file], iri)
                if found.name != file.stem:
                    raise SchemaError(f"declares {found.name}: the file is named as its fact type")
                _agrees(found, nodes)
            except SchemaError as wrong:
                raise SchemaError(f"{file.name}: {wrong}") from None
            types[found.name] = found
    return Schema(types, nodes)


def _fact_type(graph: Triples, iri: str) -> FactType:
    arguments = [_argument(graph, node) for node in graph.items(iri, S + "arguments")]
    draws = tuple(_projection(graph, node) for node in graph.items(iri, S + "draws"))
    name = graph.value(iri, S + "type")
    if name is None:
        raise SchemaError(f"{_local(iri)} has no s:type")
    return FactType(name, iri, {argument.name: argument for argument in arguments}, draws)


def _argument(graph: Triples, node: str) -> Argument:
    name, kind = graph.value(node, S + "name"), graph.value(node, S + "kind")
    if name is None or kind not in KINDS:
        raise SchemaError(f"argument {name}: kind {kind} is none of {', '.join(KINDS)}")
    return Argument(
        name=name,
        iri=graph.value(node, S + "property") or NS + name,
        kind=kind,
        many=kind in ("agencies", "contents"),
        required=graph.value(node, S + "required") == "true",
        values=tuple(graph.items(node, S + "values")),
    )


def _projection(graph: Triples, node: str) -> Projection:
    edge, target = graph.value(node, S + "edge"), graph.items(node, S + "to")
    source = graph.items(node, S + "from")
    if not source or (edge is None) != (not target):
        raise SchemaError("a drawing has s:from, and s:edge and s:to or neither")
    return Projection(
        source=End(_local(source[0]), tuple(source[1:])),
        target=End(_local(target[0]), tuple(target[1:])) if target else None,
        edge=_local(edge) if edge else None,
        label=_CAPITAL.sub("_", _local(edge)).upper() if edge else "",
        when=tuple(graph.items(node, S + "when")),
        carries=tuple(graph.items(node, S + "carries")),
        once=graph.value(node, S + "once") == "true",
        defines=graph.value(node, S + "defines") == "true",
    )


def _agrees(found: FactType, nodes: Mapping[str, bool]) -> None:
    """Every name that a drawing uses is declared."""
    parts = ("title", "number", "page") if any(a.kind == "contents" for a in found.arguments.values()) else ()
    known = {*found.arguments, *parts}
    for draw in found.draws:
        ends = [draw.source, draw.target] if draw.target else [draw.source]
        for end in ends:
            if end.label not in nodes:
                raise SchemaError(f"no such class of node: {end.label}")
        used = {name for end in ends for name in end.args} | {*draw.when[:1], *draw.carries}
        if unknown := sorted(used - known):
            raise SchemaError(f"a drawing names no argument: {', '.join(unknown)}")
        keys = {found.arguments[name].key for name in draw.carries if name in found.arguments}
        if taken := sorted(_RESERVED & keys):
            raise SchemaError(
                f"every edge has its own {', '.join(taken)}: nothing can be carried under that name"
            )


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


@cache
def schema_digest(folder: Path = ONTOLOGY) -> str:
    """The digest of the ontology files: a graph made by another ontology is made again."""
    files = sorted(folder.rglob("*.ttl"))
    words = [
        f"{file.relative_to(folder).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in files
    ]
    return sha256("\n".join(words).encode()).hexdigest()[:32]
