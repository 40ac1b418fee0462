"""Bodies: found by how their names are built; all places are invented."""

from __future__ import annotations

import time

import pytest

from extract.mentions.agency import agencies_in, agency_list, is_agency
from kg.model import Span

TEXTS = [
    # cut at prepositions, verbs and signs
    ("由区水务局负责，请市财政局会同市发展改革委研究", "区水务局 市财政局 市发展改革委"),
    ("会同县公安局交警大队开展治超", "县公安局交警大队"),
    ("按照上述职责和任务青石旗水务局设立科室", "青石旗水务局"),
    ("经区委、区政府研究决定，报省政府批准", "区委 区政府 省政府"),
    ("经望溪县委常委会会议讨论决定", "望溪县委"),
    ("已经2016年5月9日岚江省人民政府第8次常务会议通过", "岚江省人民政府"),
    ("区发改委组织召开全区会议", "区发改委"),
    ("区委区政府高度重视", "区委 区政府"),
    # 和 inside and between
    ("区人力资源和社会保障局和规划和自然资源委员会", "区人力资源和社会保障局 区规划和自然资源委员会"),
    ("住房和城乡建设局、文化和旅游局", "住房和城乡建设局 文化和旅游局"),
    # what a list gives once
    ("区国资委、发改委、财政局", "区国资委 区发改委 区财政局"),
    ("区委组织部、宣传部、政法委", "区委组织部 区委宣传部 区委政法委"),
    ("水务、环保、住建等部门", "水务部门 环保部门 住建部门"),
    ("民政、公安、人民银行等有关部门", "民政部门 公安部门 人民银行"),
    ("财政与工业和信息化、农业农村等部门", "财政部门 工业和信息化部门 农业农村部门"),
    ("省、市发改委", "省发改委 市发改委"),
    ("各镇政府、街道办事处", "各镇政府 各街道办事处"),
    # a body that has its own place takes none
    ("区统计局、国家统计局望溪调查队、团区委、区妇联", "区统计局 国家统计局望溪调查队 团区委 区妇联"),
    # towns and villages whose names begin with what stops others
    ("由新华镇政府、和平街道办事处负责，会同向阳镇派出所", "新华镇政府 和平街道办事处 向阳镇派出所"),
    ("望溪县同心镇政府，对青山镇政府进行考核", "望溪县同心镇政府 青山镇政府"),
    ("镇政府、新华村村委会，和平社区居委会", "镇政府 新华村村委会 和平社区居委会"),
    ("各县（市、区）、市审计局", "各县（市、区） 市审计局"),
    # groups
    ("各镇街（地区）、各有关部门、区政府各委办局", "各镇街（地区） 各有关部门 区政府各委办局"),
    ("各市、县（区）人民政府，各有关部门和单位", "各市、县（区）人民政府 各有关部门和单位"),
    ("各省、自治区、直辖市人民政府，国务院各部委、各直属机构", "各省、自治区、直辖市人民政府 国务院各部委 各直属机构"),
    ("市政府有关部门、区政府各委、办、局", "市政府有关部门 区政府各委、办、局"),
    ("各级财政部门要切实保障", "各级财政部门"),
    ("区河长制办公室成员单位", "区河长制办公室成员单位"),
    # short names, organs of the state on the spot, coordination bodies, firms
    ("省管局、市编办、县教体局", "省管局 市编办 县教体局"),
    ("国家税务总局临澜市税务局、人行临澜市中心支行、国网岚江供电公司", "国家税务总局临澜市税务局 人行临澜市中心支行 国网岚江供电公司"),
    ("中国邮政集团岚江省望溪区分公司", "中国邮政集团岚江省望溪区分公司"),
    ("成立市体育局“十四五”规划编制工作领导小组", "市体育局“十四五”规划编制工作领导小组"),
    ("望溪区河湖督察问题整改工作领导小组办公室设在区国土分局", "望溪区河湖督察问题整改工作领导小组办公室 区国土分局"),
    ("市第三次湿地资源调查领导小组", "市第三次湿地资源调查领导小组"),
    ("政协第十三届全国委员会、望溪区第六届人民代表大会常务委员会", "政协第十三届全国委员会 望溪区第六届人民代表大会常务委员会"),
    ("望溪区人民政府办公室关于印发", "望溪区人民政府办公室"),
    ("青石镇党委、白沙沟村党支部、白沙沟村村委会", "青石镇党委 白沙沟村党支部 白沙沟村村委会"),
    ("岚江铁路办事处、省农产品质检与产业服务保障中心", "岚江铁路办事处 省农产品质检与产业服务保障中心"),
    # none
    ("加强内部管理，按照有关规定处理部分干部的问题", ""),
    ("全局工作的布局和格局，举办会议，处罚办法", ""),
    ("项目所在区县、市水投集团", "项目所在区县 市水投集团"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_the_bodies_of_a_text(text: str, wanted: str) -> None:
    assert [mention.words for mention in agencies_in(text)] == wanted.split()


def test_a_second_name_is_part_of_the_mention() -> None:
    (mention,) = agencies_in("区商务局（区粮食和物资局）牵头")
    assert (mention.words, mention.alias, mention.span) == ("区商务局", "区粮食和物资局", Span(0, 13))


@pytest.mark.parametrize("text", ["各有关部门", "各镇街", "水务、环保等部门", "相关单位"])
def test_groups_are_told(text: str) -> None:
    assert all(mention.group for mention in agencies_in(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("区财政局、审计局和各镇政府", True),
        ("区财政局、区审计局等部门", True),
        ("区财政局负责", False),
        ("张明、李敏", False),
        ("", False),
    ],
)
def test_a_list_is_nothing_but_bodies(text: str, whole: bool) -> None:
    assert (agency_list(text) is not None) is whole


def test_spans_count_the_words_of_the_text() -> None:
    text = "一、任务。由区水务局、审计局负责"
    for mention in agencies_in(text, Span(5, len(text))):
        assert mention.words.endswith(text[mention.span.slice])


def test_one_body() -> None:
    assert is_agency("望溪区水务局")
    assert not is_agency("由望溪区水务局")
    assert not is_agency("区水务局、区财政局")


@pytest.mark.parametrize("unit", ["区", "各", "市、县", "（", "和水务", "局", "由", "区水务局、", "“", "第"])
def test_time_is_linear(unit: str) -> None:
    started = time.process_time()
    agencies_in(unit * 20_000)
    assert time.process_time() - started < 5
