"""The golden test: what the extractor reads out of the bundled sample is what a careful reader wrote down beside it, and nothing else.

`kg/sample/facts.json` was annotated before the extractor existed. `test_sample.toml` names what is still missed; nothing that
the reader did not write may be read. Of duties the words may begin and end elsewhere: there careful readers differ too.
`pytest tests/test_sample.py --rewrite-golden` writes that file anew.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import Extraction, extract_text
from extract.read.words import to_text
from kg.model import Agency, Source
from kg.schema import load_schema
from tests.sample import SAMPLE

GOLDEN = Path(__file__).with_suffix(".toml")
# the arguments by which two facts of a type are one
ARGUMENTS = {
    "document": ("title", "kind", "date", "issuers", "addressees"),
    "publication": ("action", "title", "drafter"),
    "citation": ("relation", "title", "number"),
    "approval": ("body", "meeting", "action"),
    "validity": ("from", "until", "interpreter"),
    "appointment": ("person", "action", "agency", "post", "date", "note"),
    "office": ("person", "agency", "post"),
    "gazette": ("title", "issue", "date", "sponsor"),
    "body": ("body", "action", "office_at"),
    "membership": ("body", "member", "role"),
    "portfolio": ("person", "relation", "target"),
    "structure": ("parent", "unit", "kind"),
    "staffing": ("unit", "item", "count"),
    "alias": ("name", "alias"),
    "service": ("agency", "item", "kind"),
    "assignment": ("assignee", "role", "deadline", "task"),
}
_SIGNS = re.compile(r"[\W_]+")
_PLACE = re.compile(r"^(?:(?:岚江省)?(?:临澜市)?望溪区|[区市省])(?=..)")

type Said = tuple[str, ...]


@pytest.fixture(scope="module")
def golden() -> Mapping[str, Any]:
    return tomllib.loads(GOLDEN.read_text("utf-8"))


@pytest.fixture(scope="module")
def written() -> dict[str, set[Said]]:
    """What the reader wrote down, by type."""
    notices = json.loads((SAMPLE / "facts.json").read_text("utf-8"))
    return _by_type(
        ((one["notice"], fact["type"], fact["args"]) for one in notices for fact in one["facts"]), same()
    )


@pytest.fixture(scope="module")
def done() -> Extraction:
    raw = (SAMPLE / "gazette.txt").read_text("utf-8")
    return extract_text(to_text(Source("gazette.txt", ""), raw))


@pytest.fixture(scope="module")
def read(done: Extraction, written: dict[str, set[Said]]) -> dict[str, set[Said]]:
    """What the extractor says, by type."""
    assert not done.faults
    found = _by_type(((fact.document, fact.type, fact.args) for fact in done.facts), same())
    return {**found, "assignment": _reworded(written["assignment"], found["assignment"])}


def same() -> dict[str, dict[str, str]]:
    """By notice, each name that the reader called a name of another: 公司 is 产投公司."""
    notices = json.loads((SAMPLE / "facts.json").read_text("utf-8"))
    return {
        one["notice"]: {_bare(name): _bare(group[0]) for group in one["same"] for name in group}
        for one in notices
    }


def _by_type(
    facts: Iterator[tuple[str, str, Mapping[str, Any]]], same: Mapping[str, Mapping[str, str]]
) -> dict[str, set[Said]]:
    found: dict[str, set[Said]] = defaultdict(set)
    for document, kind, args in facts:
        known = same.get(document, {})
        found[kind].add((document, *(_plain(args.get(name), known) for name in ARGUMENTS[kind])))
    return found


def _plain(value: Any, known: Mapping[str, str]) -> str:
    """Words without signs or the district in front, an agency by its mention, a list by its members."""
    if isinstance(value, list | tuple):
        return "、".join(sorted(_plain(one, known) for one in value))
    if isinstance(value, Agency):
        name = _bare(value.name)
        return known[name] if name in known else known.get(_bare(value.mention), _bare(value.mention))
    return known.get(_bare(str(value or "")), _bare(str(value or "")))


def _bare(words: str) -> str:
    return _PLACE.sub("", _SIGNS.sub("", unicodedata.normalize("NFKC", words)))


def _names(done: Extraction) -> list[str]:
    """`区委 = 中共望溪区委员会` of every agency whose name is more than its place and the words of the text."""
    args = (value for fact in done.facts for one in fact.args.values() for value in (one if isinstance(one, tuple) else (one,)))
    named = {(one.mention, one.name.replace("临澜市望溪区", "望溪区")) for one in args if isinstance(one, Agency)}
    return sorted(f"{mention} = {name}" for mention, name in named if _bare(mention) != _bare(name))


def _rows(facts: set[Said]) -> list[str]:
    return sorted(" | ".join(said) for said in facts)


def _reworded(written: set[Said], read: set[Said]) -> set[Said]:
    """The facts read, each in the words of the one duty written that it says: where its words begin and end, careful readers differ.

    Two are one where the notice, the assignee, the role and the deadline agree, and either task holds the other.

    >>> sorted(_reworded({("第7号", "教委", "建校")}, {("第7号", "教委", "同意建校"), ("第7号", "教委", "校")}))
    [('第7号', '教委', '建校'), ('第7号', '教委', '校')]
    """
    left, told = set(written), set[Said]()
    for one in sorted(read, key=lambda said: (said not in written, said)):
        same = next((other for other in sorted(left) if other[:-1] == one[:-1] and (other[-1] in one[-1] or one[-1] in other[-1])), one)
        left.discard(same)
        told.add(same)
    return told


@pytest.mark.parametrize("kind", sorted(ARGUMENTS))
def test_what_is_wanted_comes(
    kind: str, written: dict[str, set[Said]], read: dict[str, set[Said]], golden: Mapping[str, Any]
) -> None:
    assert _rows(written[kind] - read[kind]) == golden["missed"].get(kind, [])


@pytest.mark.parametrize("kind", sorted(ARGUMENTS))
def test_nothing_else_comes(kind: str, written: dict[str, set[Said]], read: dict[str, set[Said]]) -> None:
    assert _rows(read[kind] - written[kind]) == []


def test_names(done: Extraction, golden: Mapping[str, Any]) -> None:
    """Each agency is known by its place and the words of the text, or as the golden says."""
    assert _names(done) == golden["names"]


def test_every_type_is_compared(written: dict[str, set[Said]]) -> None:
    assert set(load_schema().types) == set(ARGUMENTS) == set(written)


def test_golden_is_not_rewritten(
    request: pytest.FixtureRequest, done: Extraction, written: dict[str, set[Said]], read: dict[str, set[Said]]
) -> None:
    """The flag is off; where it is on, the golden is written anew and the run fails, so that no one leaves it on."""
    rewrite = request.config.getoption("--rewrite-golden")
    if rewrite:
        names = "".join(f"    {json.dumps(one, ensure_ascii=False)},\n" for one in _names(done))
        lines = [f"names = [\n{names}]", "", "[missed]"]
        for kind in sorted(ARGUMENTS):
            if missed := _rows(written[kind] - read[kind]):
                rows = "".join(f"    {json.dumps(one, ensure_ascii=False)},\n" for one in missed)
                lines.append(f"{kind} = [\n{rows}]")
        GOLDEN.write_text("\n".join(lines) + "\n", "utf-8")
    assert not rewrite, f"{GOLDEN.name} is rewritten: look at the difference and run again"
