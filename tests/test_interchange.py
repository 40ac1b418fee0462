"""Facts as JSON lines, there and back."""

from __future__ import annotations

import json

import pytest

from kg.errors import InputError
from kg.interchange import from_json, read_lines, shown, to_json, to_line
from kg.model import Agency, Evidence, Fact

OFFICE, GROUP = Agency("临澜市望溪区教育局", "区教育局"), Agency("各镇人民政府", "各镇人民政府", True)
ENTRY: dict[str, str | int | None] = {"title": "甲", "page": 2}
FACT = Fact(
    "document",
    "望政发〔2019〕1号",
    {
        "title": "通知",
        "date": None,
        "addressees": (OFFICE, GROUP),
        "agency": OFFICE,
        "count": 3,
        "contents": (ENTRY,),
    },
    Evidence("a.txt", 3, 5, "通\n"),
    "document.title",
    0.99,
)


def test_the_interchange_form() -> None:
    assert to_json(FACT) == {
        "type": "document",
        "document": "望政发〔2019〕1号",
        "args": {
            "title": "通知",
            "date": None,
            "addressees": [
                {"name": "临澜市望溪区教育局", "mention": "区教育局"},
                {"name": "各镇人民政府", "mention": "各镇人民政府", "group": True},
            ],
            "agency": {"name": "临澜市望溪区教育局", "mention": "区教育局"},
            "count": 3,
            "contents": [{"title": "甲", "page": 2}],
        },
        "evidence": {"source": "a.txt", "start": 3, "end": 5, "text": "通\n"},
        "rule": "document.title",
        "confidence": 0.99,
    }


def test_there_and_back() -> None:
    line = to_line(FACT)
    assert "\n" not in line
    assert "望政发" in line
    assert from_json(json.loads(line)) == FACT
    assert list(read_lines("a.jsonl", [line, "\n", line])) == [FACT, FACT]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"type": ""}, "type"),
        ({"rule": None}, "rule"),
        ({"confidence": 2}, "confidence"),
        ({"more": 1}, "more"),
        (
            {"evidence": {"source": "a.txt", "start": 3, "end": 9, "text": "通\n"}},
            "evidence: Value error, text is not as long",
        ),
        ({"evidence": {"source": "a.txt", "start": 3, "end": 3, "text": ""}}, "evidence.text"),
        ({"evidence": {"source": "a.txt", "start": 2**63 - 1, "end": 2**63, "text": "通"}}, "evidence.end"),
        ({"evidence": None}, "evidence"),
        ({"args": {"agency": {"name": "x"}}}, "args.agency"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(change: dict[str, object], said: str) -> None:
    wrong = json.dumps(to_json(FACT) | change)
    with pytest.raises(InputError, match=f"a.jsonl: line 2: {said}"):
        list(read_lines("a.jsonl", [to_line(FACT), wrong]))


def test_what_is_no_json() -> None:
    with pytest.raises(InputError, match="line 1: not JSON"):
        list(read_lines("a.jsonl", ["{"]))
    with pytest.raises(InputError, match="line 1"):
        list(read_lines("a.jsonl", ["[]"]))


def test_arguments_for_reading() -> None:
    assert [shown(value) for value in FACT.args.values()] == [
        "通知",
        "None",
        "区教育局、各镇人民政府",
        "区教育局",
        "3",
        "甲",
    ]
