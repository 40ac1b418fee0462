"""What the words round a reference say of it."""

from __future__ import annotations

import pytest

from extract.citing.scope import relation
from extract.mentions.reference import references_in
from kg.model import Span

# a sentence, the relation of each reference in it
SENTENCES = [
    ("根据《A办法》和《B办法》，制定本办法", "basis basis"),
    ("为贯彻《A条例》，根据《B方案》，制定本办法", "implements basis"),
    ("根据上级要求制定《A方案》", "mentions"),
    ("按照国务院要求和《A方案》开展", "basis"),
    ("依据《A法》第三条、《B法》第五条第一款之规定", "basis basis"),
    ("根据《A法》、《B法》等法律、法规，以及《C意见》", "basis basis basis"),
    ("为落实《A法》及其实施条例、《B通知》", "implements implements"),
    ("《A办法》、《B办法》同时废止", "repeals repeals"),
    ("根据《A条例》，《B办法》停止执行", "basis repeals"),
    ("按照《A办法》规定停止执行补贴", "basis"),
    ("将《A办法》第三条中的“局”修改为“委”", "amends"),
    ("根据新修订的《A办法》", "basis"),
    ("暂时调整实施《A条例》有关规定", "amends"),
    ("违反《A条例》的", "mentions"),
    ("以《A规划》为依据", "basis"),
    ("做好《A条例》的贯彻落实工作", "implements"),
    ("检查《A条例》的贯彻落实情况", "mentions"),
    ("按时完成《A清单》所列任务", "mentions"),
]


@pytest.mark.parametrize(("sentence", "relations"), SENTENCES)
def test_relation(sentence: str, relations: str) -> None:
    found = references_in(sentence)
    said = [relation(sentence, found, i, Span(0, len(sentence)))[0] for i in range(len(found))]
    assert said == relations.split()
