"""The golden test: what the extractor reads out of the bundled sample is what a careful reader wrote down beside it.

`kg/sample/facts.json` was annotated before the extractor existed. `test_sample.toml` names each difference that stands,
and how well duties must agree at least: where one duty ends and the next begins, careful readers differ too.
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

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Source
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
    "assignment": ("assignee", "role", "task"),
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
def read() -> dict[str, set[Said]]:
    """What the extractor says, by type."""
    raw = (SAMPLE / "gazette.txt").read_text("utf-8")
    done = extract_text(to_text(Source("gazette.txt", ""), raw))
    assert not done.faults
    return _by_type(((fact.document, fact.type, fact.args) for fact in done.facts), same())


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


def _differences(written: set[Said], read: set[Said]) -> list[str]:
    """`- …` where the reader's fact was not read, `+ …` where one was read that the reader did not write.

    >>> _differences({("第7号", "王涛")}, {("第7号", "李敏")})
    ['+ 第7号 | 李敏', '- 第7号 | 王涛']
    """
    marks = (("-", written - read), ("+", read - written))
    return sorted(f"{mark} {' | '.join(said)}" for mark, facts in marks for said in facts)


def _f1(written: set[Said], read: set[Said]) -> float:
    """How well duties agree: two are one where the assignee and the role agree and either task holds the other."""

    def alike(a: Said, b: Said) -> bool:
        return a[:3] == b[:3] and (a[3] in b[3] or b[3] in a[3])

    recall = sum(any(alike(one, other) for other in read) for one in written) / len(written)
    precision = sum(any(alike(one, other) for other in written) for one in read) / len(read)
    return 2 * precision * recall / (precision + recall)


EXACT = sorted(ARGUMENTS.keys() - {"assignment"})


@pytest.mark.parametrize("kind", EXACT)
def test_sample(
    kind: str, written: dict[str, set[Said]], read: dict[str, set[Said]], golden: Mapping[str, Any]
) -> None:
    assert _differences(written[kind], read[kind]) == sorted(golden["differences"].get(kind, []))


def test_duties(written: dict[str, set[Said]], read: dict[str, set[Said]], golden: Mapping[str, Any]) -> None:
    assert _f1(written["assignment"], read["assignment"]) >= golden["assignment_f1"]


def test_golden_is_not_rewritten(
    request: pytest.FixtureRequest, written: dict[str, set[Said]], read: dict[str, set[Said]]
) -> None:
    """The flag is off; where it is on, the golden is written anew and the run fails, so that no one leaves it on."""
    rewrite = request.config.getoption("--rewrite-golden")
    if rewrite:
        told = {kind: _differences(written[kind], read[kind]) for kind in EXACT}
        lines = [
            f"assignment_f1 = {int(_f1(written['assignment'], read['assignment']) * 100) / 100}",
            "",
            "[differences]",
        ]
        for kind, differences in told.items():
            if differences:
                rows = "".join(f"    {json.dumps(one, ensure_ascii=False)},\n" for one in differences)
                lines.append(f"{kind} = [\n{rows}]")
        GOLDEN.write_text("\n".join(lines) + "\n", "utf-8")
    assert not rewrite, f"{GOLDEN.name} is rewritten: look at the difference and run again"
