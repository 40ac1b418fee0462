"""The way of a text through the relations: checked evidence, order, faults that stay alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extract import pipeline
from extract.pipeline import Relation, extract_text
from extract.read.words import to_text
from kg.model import Fact, Finding, Notice, Refusal, Source, Span

NOTICE = (
    "\ufeff岚江省临澜市望溪区人民政府关于有关事项的通知\r\n望政发〔2019〕1号\r\n"
    "各镇人民政府：\r\n区 教委负责校园安全。\r\n岚江省临澜市望溪区人民政府\r\n2019年3月5日\r\n"
)


def done(monkeypatch: pytest.MonkeyPatch, *relations: Relation, cues: bool = False) -> pipeline.Extraction:
    monkeypatch.setattr(pipeline, "relations", lambda: relations)
    return extract_text(to_text(Source("a.txt", ""), NOTICE), cues)


def relation(kind: str, *said: Finding | Refusal) -> Relation:
    return Relation(kind, lambda notice: iter(said), {})


def finding(start: int, end: int, **args: str) -> Finding:
    return Finding(args, Span(start, end), "made.up")


def test_a_finding_is_a_fact_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(notice: Notice) -> Iterator[Finding]:
        start = notice.words.index("区教委负责")
        yield Finding({"x": "y"}, Span(start, start + 3), "made.up", 0.7)

    extraction = done(monkeypatch, Relation("made", find, {}))
    (fact,) = extraction.facts
    assert (fact.type, fact.document, fact.rule, fact.confidence) == (
        "made",
        "望政发〔2019〕1号",
        "made.up",
        0.7,
    )
    assert fact.evidence.text == "区 教委" == NOTICE[fact.evidence.start : fact.evidence.end]
    assert not extraction.faults
    assert extraction.notices == 1


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 10_000)])
def test_no_fact_without_its_words(monkeypatch: pytest.MonkeyPatch, start: int, end: int) -> None:
    extraction = done(monkeypatch, relation("made", finding(start, end), finding(0, 4)))
    assert len(extraction.facts) == 1
    assert [(fault.document, fault.rule) for fault in extraction.faults] == [("望政发〔2019〕1号", "made.up")]


def test_no_fact_against_the_ontology(monkeypatch: pytest.MonkeyPatch) -> None:
    extraction = done(monkeypatch, relation("appointment", finding(0, 4, person="王涛")))
    assert extraction.facts == ()
    assert "action is missing" in extraction.faults[0].reason


def test_facts_come_in_the_order_of_the_text_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = relation(
        "b", finding(4, 8, x="1"), finding(0, 4, x="1"), finding(4, 8, x="1"), finding(4, 8, x="2")
    )
    found = done(monkeypatch, first, relation("a", finding(4, 8, x="1"), finding(4, 6, x="1"))).facts
    assert [(fact.evidence.start, fact.evidence.end, fact.type, fact.args["x"]) for fact in found] == [
        (1, 5, "b", "1"),
        (5, 7, "a", "1"),
        (5, 9, "a", "1"),
        (5, 9, "b", "1"),
        (5, 9, "b", "2"),
    ]


def test_a_relation_that_raises_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(notice: Notice) -> Iterator[Finding]:
        yield finding(0, 4)
        raise KeyError("no such word")

    extraction = done(monkeypatch, Relation("bad", find, {}), relation("good", finding(0, 4)))
    assert [fact.type for fact in extraction.facts] == ["bad", "good"]
    assert [(fault.rule, fault.reason) for fault in extraction.faults] == [
        ("bad", "KeyError: 'no such word'")
    ]


def test_names_that_fail_lose_no_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    def referred(facts: list[Fact]) -> list[Fact]:
        raise RuntimeError("no")

    monkeypatch.setattr(pipeline, "referred", referred)
    extraction = done(monkeypatch, relation("made", finding(0, 4)))
    assert len(extraction.facts) == 1
    assert [(fault.document, fault.rule, fault.reason) for fault in extraction.faults] == [("望政发〔2019〕1号", "names", "RuntimeError: no")]


def test_refusals_have_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    (refused,) = done(monkeypatch, relation("made", Refusal(Span(0, 3), "made.up", "why"))).refusals
    assert (refused.rule, refused.reason, refused.evidence.text) == ("made.up", "why", "岚江省")


def test_what_became_of_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    import re

    patterns = {"responsible": re.compile("负责"), "town": re.compile("镇"), "never": re.compile("没有")}
    made = Relation(
        "made",
        lambda notice: iter([finding(notice.words.index("区教委"), notice.words.index("校园"))]),
        patterns,
    )
    said = done(monkeypatch, made, cues=True).cues
    assert [(cue.rule, cue.outcome) for cue in said] == [
        ("made.town", "nothing"),
        ("made.responsible", "fact"),
    ]
    assert said[1].sentence.text == "区 教委负责校园安全。"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "。",
        "\x00",
        "通知",
        "一" * 5000,
        "《" * 3000,
        "（" * 3000,
        "1" * 3000,
        "\n" * 3000,
        "第一条" * 900,
    ],
)
def test_any_text_is_read(raw: str) -> None:
    extraction = extract_text(to_text(Source("a.txt", ""), raw), cues=True)
    assert extraction.faults == ()


def test_every_relation_has_cues() -> None:
    for one in pipeline.relations():
        assert one.cues, one.kind
