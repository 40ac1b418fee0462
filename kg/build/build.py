"""One build of a graph directory."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from kg import __version__
from kg.build.clean import clean_fact, clean_text
from kg.build.manifest import FORMAT, NAME, Entry, Manifest, read_manifest, write_manifest
from kg.build.own import check_top, check_tree
from kg.build.parts import describe_part, write_part
from kg.build.tables import count_rows
from kg.build.view import EDGES, NODES, Before, Parts, is_whole, make_view
from kg.errors import EvidenceError, GazetteError, GraphError, InputError, StoreError
from kg.files import lock, put, sync, sync_all
from kg.model import Fact, Source
from kg.resolve import merged, read_decisions
from kg.schema import Schema, load_schema, schema_digest


class Given(Protocol):
    """What a source gave: an `Extraction`, or anything that has these. `raw` None where the text is not at hand."""

    @property
    def source(self) -> Source: ...

    @property
    def raw(self) -> str | None: ...

    @property
    def facts(self) -> Sequence[Fact]: ...


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did; names of sources, and what was refused, each a sentence."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    unchanged: int
    refused: tuple[str, ...]
    sources: int
    facts: int
    nodes: int
    edges: int


class Build:
    """Sources are added, kept or withdrawn; nothing is seen of it before `commit`."""

    def __init__(self, folder: Path, schema: Schema) -> None:
        self.folder, self._schema = folder, schema
        self._old = read_manifest(folder) if (folder / NAME).exists() else Manifest()
        self._sources = dict(self._old.sources)
        self._parts = {entry.part: entry for entry in self._old.sources.values()}
        self._given: dict[str, str] = {}
        self._written: set[Path] = set()  # what is to last before the manifest names it
        self._refused: list[str] = []

    @property
    def empty(self) -> bool:
        """There was no graph, and nothing was given to make one."""
        return not self._sources and not (self.folder / NAME).exists()

    def keep(self, name: str, digest: str, stamp: str) -> bool:
        """True where the facts of these bytes, as read by the reader of that stamp, are here and whole: no need to read
        them."""
        part = self.folder / "facts" / _part(digest, stamp)
        text = self.folder / "texts" / f"{digest}.txt"
        if not part.exists() or not text.exists() or not text.stat().st_size:  # no text is empty: its disk lost it
            return False
        old = self._old.sources.get(name)
        if old is None or old.part != part.name:
            old = self._parts.get(part.name)
        try:
            found = _entry(part, part.name, digest)
        except GraphError:
            return False
        if old is not None and old.sha256 != found.sha256:
            return False
        self._name(name, digest)
        self._sources[name] = old or found
        return True

    def add(self, given: Given, stamp: str | None = None) -> None:
        """Take in the facts of a source in the place of those that its name had; what a fact must not be is refused.

        `stamp` names the reader that made the facts: the same bytes and stamp always give the same facts.
        """
        source, facts = given.source, []
        raw = None if given.raw is None else clean_text(given.raw)
        for fact in given.facts if raw == given.raw and raw is not None else map(clean_fact, given.facts):
            try:
                facts.append(self._checked(fact, raw))
            except GazetteError as error:
                self._refused.append(f"{source.name}: {fact.document}: {error}")
        self._name(source.name, source.digest)
        self._mkdir()
        aside = self.folder / "facts" / f".{os.getpid()}.parquet"
        write_part(aside, facts, source)
        content = sha256(aside.read_bytes()).hexdigest()
        entry = _entry(aside, _part(source.digest, stamp or content), source.digest)
        self._put(aside, self.folder / "facts" / entry.part)
        if raw is not None:
            aside = self.folder / "texts" / f".{os.getpid()}.txt"
            aside.write_bytes(raw.encode())
            self._put(aside, self.folder / "texts" / f"{source.digest}.txt")
        self._sources[source.name] = entry

    def _put(self, aside: Path, path: Path) -> None:
        """Rename a file to its place, where it is not yet as it should be; `commit` makes it last, all of them at once."""
        if path.exists() and path.read_bytes() == aside.read_bytes():
            aside.unlink()
        else:
            aside.replace(path)
            self._written.add(path)

    def withdraw(self, name: str) -> None:
        """Take out a source and its facts; InputError where there is none of that name."""
        if name not in self._sources:
            raise InputError(name, "the graph has no source of this name")
        del self._sources[name]

    def commit(self) -> Summary:
        """Make it true."""
        sync_all(self._written)
        decisions = self.folder / "decisions.jsonl"
        decided = read_decisions(decisions)
        new = replace(
            self._old,
            sources=dict(sorted(self._sources.items())),
            schema=schema_digest(),
            decisions=sha256(decisions.read_bytes()).hexdigest() if decisions.exists() else "",
            versions={
                "gazette-kg": __version__,
                **{name: version(name) for name in ("grafeo", "pyoxigraph")},
            },
        )
        parts = Parts(self.folder, new.sources, self._schema, merged(decided))
        new = replace(new, view=_view_digest(new, parts))
        view = self.folder / "views" / new.view
        if not is_whole(view):
            shutil.rmtree(view, ignore_errors=True)
            self._make(parts, view, self._before(new, parts))
        new = replace(new, nodes=count_rows(view / NODES), edges=count_rows(view / EDGES))
        if new != self._old or not (self.folder / NAME).exists():
            self._mkdir()
            write_manifest(self.folder, new)
        self._sweep(new)
        return self._summary(new)

    def _before(self, new: Manifest, parts: Parts) -> Before | None:
        """The view of the last build, where this one differs from it in nothing but some of its sources."""
        old, view = self._old, self.folder / "views" / self._old.view
        alike = (old.schema, old.decisions, old.versions) == (new.schema, new.decisions, new.versions)
        if not old.view or not alike or not is_whole(view):
            return None
        before = Before.of(replace(parts, sources=old.sources), view, parts)
        return before if len(before.kept) * 2 > len(new.sources) else None

    def _make(self, parts: Parts, view: Path, before: Before | None) -> None:
        self._mkdir()
        aside = view.with_name(f".{os.getpid()}")
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        try:
            try:
                make_view(parts, aside, before)
            except StoreError:
                if before is None:
                    raise
                shutil.rmtree(aside)  # the store before was broken: all of it anew
                aside.mkdir()
                make_view(parts, aside)
            (aside / "lock").touch()
            sync(aside)
            put(aside, view)
        except BaseException:  # a full disk: half a view would only fill it further
            shutil.rmtree(aside, ignore_errors=True)
            raise

    def _mkdir(self) -> None:
        for name in ("facts", "texts", "views"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)

    def _name(self, name: str, digest: str) -> None:
        if self._given.setdefault(name, digest) != digest:
            raise InputError(
                name, "two inputs have this name; give the folder that holds both, so that their paths differ"
            )

    def _checked(self, fact: Fact, raw: str | None) -> Fact:
        self._schema.check(fact.type, fact.args)
        place = fact.evidence
        if not place.text or not 0 <= place.start < place.end:
            raise EvidenceError(f"{fact.type}: no evidence")
        if raw is not None and raw[place.start : place.end] != place.text:
            raise EvidenceError(
                f"{fact.type}: the words at {place.start}-{place.end} are not those it claims"
            )
        return fact

    def _sweep(self, new: Manifest) -> None:
        """Remove what no manifest names any more. Where someone has an older view open, it waits for a later build, and
        so do the facts and texts, which may be those of that view."""
        views = [one for one in _others(self.folder / "views", {new.view}) if one.is_dir()]
        if [view for view in views if not _swept(view)]:
            return
        parts = {entry.part for entry in new.sources.values()}
        texts = {f"{entry.digest}.txt" for entry in new.sources.values()}
        for name, kept in (("facts", parts), ("texts", texts), ("views", {new.view})):
            for one in _others(self.folder / name, kept):
                if one.is_file():
                    one.unlink(missing_ok=True)

    def _summary(self, new: Manifest) -> Summary:
        old = self._old.sources
        added = [name for name in new.sources if name not in old]
        changed = [
            name for name, one in new.sources.items() if name in old and old[name].sha256 != one.sha256
        ]
        return Summary(
            added=tuple(added),
            changed=tuple(changed),
            withdrawn=tuple(name for name in old if name not in new.sources),
            unchanged=len(new.sources) - len(added) - len(changed),
            refused=tuple(self._refused),
            sources=len(new.sources),
            facts=sum({entry.digest: entry.facts for entry in new.sources.values()}.values()),
            nodes=new.nodes,
            edges=new.edges,
        )


@contextmanager
def open_build(folder: Path, schema: Schema | None = None) -> Iterator[Build]:
    """A build of a folder, made if need be. GraphError where another build is at it, or it is something else."""
    check_top(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / NAME).exists() and (strange := _strange(folder)):
        raise GraphError(f"{folder} holds {strange} and no graph; give a folder of its own")
    with lock(folder / ".lock", busy=f"{folder}: another build is running; try again when it is done"):
        for name in ("facts", "texts", "views"):
            check_tree(folder / name)
        yield Build(folder, schema or load_schema())


def _strange(folder: Path) -> str | None:
    ours = {"facts", "texts", "views", "decisions.jsonl"}
    return next(
        (one.name for one in sorted(folder.iterdir()) if one.name not in ours and one.name[0] != "."), None
    )


def _part(digest: str, stamp: str) -> str:
    return f"{digest[:32]}-{sha256(stamp.encode()).hexdigest()[:8]}.parquet"


def _entry(part: Path, name: str, digest: str) -> Entry:
    facts, media_type, encoding = describe_part(part)
    return Entry(digest, name, sha256(part.read_bytes()).hexdigest(), facts, media_type, encoding)


def _view_digest(new: Manifest, parts: Parts) -> str:
    sources = [(source.name, source.digest, new.sources[source.name].sha256) for source, _ in parts.each()]
    words = repr((FORMAT, new.schema, new.decisions, sorted(new.versions.items()), sources))
    return sha256(words.encode()).hexdigest()[:32]


def _others(folder: Path, kept: set[str]) -> list[Path]:
    return [one for one in folder.iterdir() if one.name not in kept] if folder.is_dir() else []


def _swept(view: Path) -> bool:
    """Remove a view, unless someone has it open. Its lock is held till all is gone: who comes meanwhile looks for
    another."""
    if (view / "lock").exists():
        try:
            with lock(view / "lock"):
                shutil.rmtree(view, ignore_errors=True)
        except GraphError:
            return False
    shutil.rmtree(view, ignore_errors=True)
    return True
