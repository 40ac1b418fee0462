"""A notice printed in lines of one width: which of them are one paragraph."""

from __future__ import annotations

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Source

HEAD = "岚江省临澜市望溪区人民政府关于做好河道清淤工作的通知\n各镇人民政府：\n"
# lines of 24 places, paragraphs indented by two
PRINT = """　　为做好全区河道清淤工作，根据省、市统一部署，现
将有关事项通知如下，请各镇人民政府认真贯彻落实。
　　一、压缩办理时间。小型项目一天之内全部办理完成。
推广网上申报，大型项目的办理时间由五天全部压缩至
0.5天。区水务局负责河道清淤，各镇要按月报送进度，
二、三级河道由各镇负责，把责任落实到岗、落实到人。
（责任单位：区水务局、区财政局、区住建局，各镇人民
政府）
　　二、加强资金保障
　　区财政局要统筹安排清淤资金，做到专款专用（责任：
区财政局、区审计局）
　　三、加强督促检查
"""


def paragraphs(raw: str) -> list[str]:
    """What stands below the numbers of parts, and the numbers."""
    tree = notices(to_text(Source("a.txt", ""), HEAD + raw))[0]
    return [tree.words[leaf.span.slice] for leaf in tree.tree.leaves() if leaf.kind in ("label", "heading", "paragraph")]


def test_a_full_line_goes_on_in_one_that_is_flush() -> None:
    first, second, third = paragraphs(PRINT)[1:], paragraphs(PRINT), paragraphs(PRINT)[-2:]
    assert second[0].endswith("贯彻落实。")
    assert first[0] == "一、"
    item = "".join(first[1 : first.index("二、")])
    assert item.startswith("压缩办理时间。")
    assert item.endswith("各镇人民政府）")
    assert "压缩至0.5天。" in item
    assert "进度，二、三级河道" in item
    assert [part for part in first if part.startswith(("0.", "推广", "（责任"))] == []
    assert "区财政局要统筹安排清淤资金，做到专款专用（责任：区财政局、区审计局）" in first
    assert third == ["三、", "加强督促检查"]


def test_an_indented_line_begins_a_paragraph_and_so_does_the_next_number() -> None:
    apart = PRINT.replace("\n推广网上", "\n　　推广网上").replace("\n二、三级河道由", "\n二、落实责任。")
    found = paragraphs(apart)
    assert any(part.startswith("推广网上申报") for part in found)
    assert found.count("二、") == 2


def test_a_page_without_indents_tells_nothing_of_its_paragraphs() -> None:
    found = paragraphs(PRINT.replace("　　", ""))
    assert any(part.startswith("推广网上申报") for part in found)


def test_a_sentence_goes_on_over_the_page() -> None:
    page = "\n— 2 —\n岚江省人民政府公报\n"
    work = f"二、各镇人民政府要落实责任，进一步加强对辖区内{page}重点河段的巡查，发现问题及时报告。"
    found = paragraphs(f"一、区水务局负责清淤。\n{work}\n责任单位：区财政局、区住建局、区自然{page}资源局、区审计局、各镇人民政府\n三、结束。")
    assert "各镇人民政府要落实责任，进一步加强对辖区内重点河段的巡查，发现问题及时报告。" in found
    assert "责任单位：区财政局、区住建局、区自然资源局、区审计局、各镇人民政府" in found


def test_what_begins_on_a_page_does_not_go_on_from_the_one_before() -> None:
    page = "\n— 2 —\n"
    found = paragraphs(f"一、加强组织领导{page}各镇要成立专班，落实责任。\n责任单位：区财政局、区水务局{page}加强检查，发现问题及时报告。\n")
    assert "加强组织领导" in found
    assert "加强检查，发现问题及时报告。" in found
    roster = paragraphs(f"副组长：王涛 区政府党组成员、副区长{page}李敏 区水务局党组书记、局长\n")
    assert roster[-1].startswith("李敏")
    ruled = paragraphs("一、各镇要落实责任，加强巡查\n## 各镇要加强值守\n")
    assert ruled[-1] == "各镇要加强值守"
