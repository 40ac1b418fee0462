"""The rows of every fact type: `tests/relations/<type>.toml`, each a text and the facts expected of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import Extraction, Relation, extract_text, relations
from extract.read.words import to_text
from kg.model import Agency, Source
from kg.schema import load_schema

HERE = Path(__file__).parent
NOTICE = """岚江省临澜市望溪区人民政府关于有关事项的通知

望政发〔2019〕1号

各镇人民政府，各街道办事处，区政府各部门：

{}

岚江省临澜市望溪区人民政府

2019年3月5日
"""


def tables() -> dict[str, list[Mapping[str, Any]]]:
    files = sorted(HERE.glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text("utf-8")).get("row", []) for path in files}


TABLES = tables()


def rows() -> Iterator[Any]:
    for kind, table in TABLES.items():
        for number, row in enumerate(table, 1):
            yield pytest.param(kind, row, id=f"{kind}-{number}")


def reading(row: Mapping[str, Any]) -> Extraction:
    raw = row["text"] if row.get("whole") else NOTICE.format(row["text"])
    return extract_text(to_text(Source("row.txt", ""), raw))


def plain(value: Any) -> Any:
    """An agency is its mention, a list the list of these."""
    if isinstance(value, Agency):
        return value.mention
    return [plain(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize(("kind", "row"), list(rows()))
def test_row(kind: str, row: Mapping[str, Any]) -> None:
    """The facts of this type, in order; the arguments that the row names ("" stands for none)."""
    done = reading(row)
    assert not done.faults
    said = [fact.args for fact in done.facts if fact.type == kind]
    pairs: Iterator[Any] = zip_longest(said, row["facts"], fillvalue={})
    found = [{name: plain(args.get(name)) or "" for name in wanted or args} for args, wanted in pairs if args]
    assert found == row["facts"]


@pytest.mark.parametrize("relation", relations(), ids=lambda relation: relation.kind)
def test_each_cue_fires_in_some_row(relation: Relation) -> None:
    kind, cues = relation.kind, relation.cues
    assert cues
    done = [reading(row) for row in TABLES.get(kind, [])]
    fired = {fact.rule for one in done for fact in one.facts}
    fired |= {refused.rule for one in done for refused in one.refusals}
    assert {f"{kind}.{cue}" for cue in cues} - fired == set()


@pytest.mark.parametrize("relation", relations(), ids=lambda relation: relation.kind)
def test_each_rule_is_a_cue(relation: Relation) -> None:
    kind, cues = relation.kind, relation.cues
    done = [reading(row) for row in TABLES.get(kind, [])]
    fired = {fact.rule for one in done for fact in one.facts if fact.type == kind}
    assert fired - {f"{kind}.{cue}" for cue in cues} == set()


@pytest.mark.parametrize("kind", sorted(TABLES))
def test_each_argument_stands_in_some_row(kind: str) -> None:
    declared = set(load_schema().types[kind].arguments)
    said = {
        name for row in TABLES[kind] for fact in row["facts"] for name, value in fact.items() if value != ""
    }
    assert declared - said == set()
