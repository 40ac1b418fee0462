"""Facts of a page in traditional characters are told in its own; who is meant, and the words of the catalogue, are not."""

from __future__ import annotations

from collections.abc import Mapping

from extract.pipeline import extract_text
from extract.read.words import to_text
from kg.model import Agency, Fact, Source, Value

TRADITIONAL = """嵐江省臨瀾市望溪區人民政府關於印發望溪區防汛工作辦法的通知

望政發〔2019〕3號

各鎮人民政府,區政府各部門:

經區政府第三次常務會議研究決定,成立望溪區防汛指揮部,組成人員如下:

總指揮:陳  望 副區長

成  員:區財政局、發展改革局

指揮部下設辦公室,辦公室設在區水務局。任命葉一鳴為區水務局副局長(試用期一年)。區水務局負責制定預案,2019年6月底前完成。

嵐江省臨瀾市望溪區人民政府

2019年3月5日
"""


def facts(raw: str) -> list[Fact]:
    done = extract_text(to_text(Source("a.txt", ""), raw))
    assert not done.faults
    return list(done.facts)


def one(found: list[Fact], kind: str, **args: Value) -> Mapping[str, Value]:
    return next(
        fact.args for fact in found if fact.type == kind and all(fact.args.get(name) == args[name] for name in args)
    )


def test_words_of_the_text_are_as_printed() -> None:
    found = facts(TRADITIONAL)
    assert {fact.document for fact in found} == {"望政發〔2019〕3號"}
    head = one(found, "document", carried_by=None)
    assert head["number"] == "望政發〔2019〕3號"
    assert head["title"] == "嵐江省臨瀾市望溪區人民政府關於印發望溪區防汛工作辦法的通知"
    assert head["kind"] == "通知"
    assert head["issuers"] == (Agency("岚江省临澜市望溪区人民政府", "嵐江省臨瀾市望溪區人民政府"),)
    assert one(found, "document", carried_by="望政發〔2019〕3號")["kind"] == "办法"
    assert one(found, "publication")["action"] == "印发"
    approval = one(found, "approval")
    assert (approval["meeting"], approval["action"]) == ("第三次常務會議", "研究")
    assert one(found, "membership", member="陳望")["role"] == "總指揮"
    assert one(found, "office", person="陳望")["post"] == "副區長"
    appointed = one(found, "appointment", person="葉一鳴")
    assert appointed["agency"] == Agency("岚江省临澜市望溪区水务局", "區水務局")
    assert (appointed["post"], appointed["note"]) == ("副局長", "試用期一年")
    assert one(found, "structure")["kind"] == "下设"


def test_a_restored_head_is_in_the_characters_of_the_page() -> None:
    members = [fact.args["member"] for fact in facts(TRADITIONAL) if fact.type == "membership"]
    assert Agency("岚江省临澜市望溪区发展改革局", "區發展改革局") in members


def test_a_traditional_character_of_a_name_in_a_simplified_text_is_its_own() -> None:
    found = facts("望溪区人民政府关于李喆昇任职的通知\n望政发〔2019〕4号\n任命李喆昇为区财政局局长。\n")
    assert one(found, "appointment")["person"] == "李喆昇"
