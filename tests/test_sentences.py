"""Where sentences and clauses end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.words import to_text
from extract.sentences import clauses, sentences
from kg.model import Head, Notice, Section, Source, Span


def notice(*leaves: str) -> Notice:
    """A notice of these paragraphs."""
    text = to_text(Source("a.txt", ""), "\n".join(leaves))
    parts, at = [], 0
    for leaf in leaves:
        parts.append(Section("paragraph", Span(at, at + len(leaf))))
        at += len(leaf)
    whole = Span(0, len(text.words))
    return Notice(text, whole, Head("", Span(0, 0)), Section("notice", whole, tuple(parts)))


def said(one: Notice, spans: list[Span]) -> list[str]:
    return [one.words[span.slice] for span in spans]


@pytest.mark.parametrize(
    "parts",
    [
        ["区教委负责。", "区财政局配合！", "各镇执行"],
        ["推进“办事不出村。事事有人管”工作。", "各镇执行。"],
        ["提出“三个一。”", "各镇执行。"],
        ["（责任单位：区教委。）", "各镇执行。"],
        ["印发《望溪区林地管理办法。试行》。", "各镇执行。"],
        ["（括号没有关上。", "各镇执行。"],
        ["多一个）的。", "各镇执行。"],
        [f"（{'远' * 300}。", "此）后。", "各镇执行。"],
        ["。", "。", "！"],
        ["（一）加强检查。”", "各镇执行"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    one = notice("".join(parts))
    assert said(one, sentences(one)) == parts


def test_a_leaf_ends_a_sentence() -> None:
    one = notice("一、总则", "区教委“负责", "财政局”配合。")
    assert said(one, sentences(one)) == ["一、总则", "区教委“负责", "财政局”配合。"]


def test_a_range() -> None:
    one = notice("区教委负责。区财政局配合。各镇执行。")
    assert said(one, sentences(one, Span(3, 8))) == ["负责。", "区财"]
    assert sentences(one, Span(6, 6)) == []


def test_clauses() -> None:
    one = notice("区教委负责（一；二）；区财政局配合。")
    assert said(one, clauses(one, Span(0, len(one.words)))) == ["区教委负责（一；二）；", "区财政局配合。"]


@given(st.lists(st.text("望溪。！？；（）“”《》远", min_size=1), min_size=1))
def test_every_word_lies_in_one_sentence(leaves: list[str]) -> None:
    one = notice(*leaves)
    found = sentences(one)
    assert "".join(said(one, found)) == one.words
    for sentence in found:
        assert "".join(said(one, clauses(one, sentence))) == one.words[sentence.slice]
