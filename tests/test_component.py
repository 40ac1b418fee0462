"""The spaCy component: entities, facts, other processes, other components."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extract.component import LABELS, facts_of
from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Fact, Source

NOTICE = """临澜市望溪区人民政府
关于温敬亭等同志任免职的通知
望政任〔2019〕2号

各镇人民政府，各街道办事处：
    根据《中华人民共和国公务员法》，区政府决定：
    任命温敬亭为区司法局局长；
    免去卜 祥的区教育局副局长职务。

临澜市望溪区人民政府
2019年2月27日
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("zh")
    made.add_pipe("gazette_facts", config={"source": "a.txt"})
    return made


def straight(text: str) -> tuple[Fact, ...]:
    """The facts without spaCy."""
    return extract_text(to_text(Source("a.txt", ""), text)).facts


def test_spacy_finds_it_by_its_entry_point() -> None:
    (found,) = entry_points(group="spacy_factories", name="gazette_facts")
    assert found.value == "extract.component:make"


def test_the_facts_are_those_of_the_extractor(nlp: Language) -> None:
    doc = nlp(NOTICE)
    assert doc.text == NOTICE
    assert doc._.facts == straight(NOTICE)
    assert {"appointment", "document"} <= {fact.type for fact in doc._.facts}
    for fact in doc._.facts:
        assert doc.text[fact.evidence.start : fact.evidence.end] == fact.evidence.text


def test_entities_of_every_kind(nlp: Language) -> None:
    doc = nlp(NOTICE)
    found = {label: {ent.text for ent in doc.ents if ent.label_ == label} for label in LABELS}
    assert found["PERSON"] >= {"温敬亭", "卜 祥"}
    assert found["AGENCY"] >= {"区司法局", "区教育局"}
    assert found["POST"] >= {"局长", "副局长"}
    assert found["DATE"] == {"2019年2月27日"}
    assert "《中华人民共和国公务员法》" in found["DOCUMENT"]


def test_docs_go_to_other_processes_and_back(nlp: Language) -> None:
    docs = list(nlp.pipe([NOTICE, "没有事实。"], n_process=2))
    assert [doc._.facts for doc in docs] == [straight(NOTICE), ()]
    kept = DocBin(store_user_data=True, docs=docs).to_bytes()
    (first, _) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert facts_of(first) == straight(NOTICE)


@pytest.fixture
def beside() -> Language:
    made = spacy.blank("zh")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "VERB", "pattern": "任命"}, {"label": "OTHER", "pattern": "司法局"}])  # type: ignore[attr-defined]
    made.add_pipe("gazette_facts")
    return made


def test_entities_of_others_stay_where_ours_are_not(beside: Language) -> None:
    found = {(ent.text, ent.label_) for ent in beside(NOTICE).ents}
    assert ("任命", "VERB") in found
    assert ("司法局", "OTHER") not in found


@pytest.mark.parametrize("text", ["", " ", "\n\n", "？", "A", "\U0001f600 任命", "a" * 1000])
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc: Doc = nlp(text)
    assert doc.text == text


def test_a_pipeline_can_be_kept(nlp: Language) -> None:
    again = spacy.blank("zh")
    again.from_config(nlp.config)
    assert nlp.pipe_names == ["gazette_facts"]
    assert spacy.util.load_model_from_config(nlp.config)(NOTICE)._.facts == straight(NOTICE)
