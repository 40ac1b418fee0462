"""The whole way on texts put together from the pieces of the genre in any order: total, exact, the same each time."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extract.notices import issue
from extract.pipeline import extract_text
from extract.read.words import to_text
from extract.sentences import clauses, sentences
from kg.model import Notice, Section, Source, Text

PIECES = """
岚江省临澜市望溪区人民政府|关于印发《望溪区河道管理办法》的通知|望政发〔2019〕1号|各镇人民政府，区政府各部门：
现将《望溪区河道管理办法》印发给你们，请认真执行。
岚江省临澜市望溪区人民政府办公室|2019年3月5日|二○一九年三月五日|附件|附件1|附件：1.名单|望溪区河道管理办法|第一章 总则
第一条 为加强管理，根据《水法》，制定本办法。|第二条
一、工作目标|（一）加强领导。|1.|（1）|①|2. 开展清淤|（责任单位：区水务局；配合单位：区财政局）|责任单位：区水务局、财政局
牵头单位：|完成时限：2019年底前
任命王涛同志为区教育局副局长（试用期一年）；|免去李敏的区审计局局长职务。|经区政府第63次常务会议研究决定：|聘任|不再担任|任命：|免去：
组 长：王 涛 副区长|副组长：李敏 区水务局局长|成 员：张博 区财政局副局长|成员单位：区水务局、财政局和各镇政府
办公室设在区水务局，办公室主任由区水务局局长兼任。|成立望溪区河长制工作领导小组
内设机构|办公室（挂综合科牌子）|核定行政编制12名，其中局长1名|下设3个科|区商务局（区粮食局）（以下简称区局）|以下简称“指挥部”
副区长王涛负责水务、林业方面工作，分管区水务局，联系区气象局。|本办法自2019年5月1日起施行，有效期五年。|由区水务局负责解释。|本办法自2019-05-01起施行。|《旧办法》经区水务局修改，
《旧办法》（望政发〔2010〕3号）同时废止。
序号	事项名称	类别	实施机关|1	取水许可	行政许可	区水务局|2	河道采砂许可|| | |姓名	职务|王涛	副区长
序号事项名称类别实施机关1取水许可行政许可区水务局
（此件公开发布）|抄送：区委办公室。|主题词：水利 办法 通知|— 3 —|望溪区人民政府公报|目 录
1.关于印发办法的通知 望政发〔2019〕1号	3
由区水务局牵头，会同区财政局制定方案，6月底前报区政府。|区水务局：负责河道清淤；区财政局：保障经费；|各镇政府、街道办事处要切实加强领导。
为贯彻落实《中共中央关于加强水利工作的意见》（中发〔2018〕2号）精神，
（|）|《|》|“|”|、|，|。|；|：|的|各|等|和|·|□|×|X|①②|〔2019〕|号|令|第5号|年|月|日|曰|一|—|…|km
100%
""".strip().replace("\n", "|").split("|")
JOINS = ["\n", "\n\n", "", " ", "　　", "\t", "\r\n", "\f", " | ", "\u200b"]

texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINS)), max_size=40).map(
    lambda parts: "".join(piece + join for piece, join in parts)
)
wild = st.lists(texts | st.text(max_size=8), max_size=4).map("".join)
careful = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _text(raw: str) -> Text:
    return to_text(Source("blocks.txt", ""), raw)


@careful
@given(wild)
@example("主题词：水利 办法 通知\n")  # no title and no other part of a head
@example("本办法自2019年5月1日起施行，有效期五年。\n")  # no title to say it of
def test_facts_are_total_exact_and_the_same_each_time(raw: str) -> None:
    done = extract_text(_text(raw))
    assert not done.faults
    for fact in done.facts:
        place = fact.evidence
        assert raw[place.start : place.end] == place.text
        assert place.text.strip()
        assert 0 < fact.confidence <= 1
        assert fact.rule.startswith(f"{fact.type}.")
    starts = [fact.evidence.start for fact in done.facts]
    assert starts == sorted(starts)
    assert extract_text(_text(raw)) == done


@careful
@given(wild)
def test_every_character_lies_in_one_notice_one_leaf_one_sentence(raw: str) -> None:
    text = _text(raw)
    found = issue(text)
    parts: list[Notice] = [*([found.front] if found.front else []), *found.notices]
    assert "".join(one.words for one in parts) == text.words
    for one in found.notices:
        assert "".join(one.words[leaf.span.slice] for leaf in one.tree.leaves()) == one.words
        _nested(one.tree)
        assert "".join(one.words[span.slice] for span in sentences(one)) == one.words
        for span in sentences(one):
            assert "".join(one.words[part.slice] for part in clauses(one, span)) == one.words[span.slice]


def _nested(part: Section) -> None:
    """The children of a part lie in it one after the other and fill it."""
    for section in part.walk():
        if section.children:
            assert section.children[0].span.start == section.span.start
            assert section.children[-1].span.end == section.span.end
            for one, other in zip(section.children, section.children[1:], strict=False):
                assert one.span.end == other.span.start
