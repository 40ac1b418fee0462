"""A notice in one line: what tells its parts when no line break does."""

from __future__ import annotations

from extract.head.page import Page
from extract.notices import notices
from extract.read.words import to_text
from extract.tree.headings import heading_end
from kg.model import Source
from tests.hostile.texts import HEAD, TAIL

LONG = "全区各单位要充分认识做好河道清淤工作的重要意义，切实增强责任感和紧迫感，把思想和行动统一到区委、区政府的决策部署上来。" * 6
BODY = f"""一、总体要求
{LONG}
二、组织机构
成立望溪区河道清淤工作领导小组，由区长任组长。
三、主要任务
（一）做好河道保洁
1.清扫河道，保持整洁。
责任单位：区水务局、区财政局
2.修剪树木，保持通行。
责任单位：区林业局（列第一位的为牵头单位，下同）
3.疏浚支流，保持畅通。
责任单位：区水务局
四、重点工程
4.新建泵站2座。
责任单位：区住建局
"""


def parts(raw: str) -> list[tuple[str, str]]:
    """Labels, headings and paragraphs, in order."""
    tree = notices(to_text(Source("a.txt", ""), raw))[0]
    return [
        (leaf.kind, tree.words[leaf.span.slice])
        for leaf in tree.tree.leaves()
        if leaf.kind in ("label", "heading", "paragraph")
    ]


def test_the_same_parts_in_one_line() -> None:
    whole = f"{HEAD}{BODY}{TAIL}"
    assert parts(whole.replace("\n", "")) == parts(whole)


def test_headings() -> None:
    def cut(words: str) -> str:
        return words[: heading_end(words, 0, len(words)) or 0]

    assert cut("人员编制区水务局机关行政编制12名。") == "人员编制"
    assert cut("工作目标和时间安排围绕重点工作，") == "工作目标和时间安排"
    assert cut("成员单位联席会议由区水务局、区财政局组成。") == "成员单位"
    assert cut("区水务局负责河道清淤。") == ""
    assert cut("责任单位要按时报送。") == ""
    assert cut("摸底排查各镇、相关单位对辖区内的河道进行摸底。") == "摸底排查"
    assert cut("调度各镇力量对河道进行排查。") == ""
    assert cut("组织各镇、有关单位对河道进行排查。") == ""
    assert cut("加强组织领导，落实责任。") == ""


def test_a_number_behind_a_heading_that_ends_in_项() -> None:
    raw = f"一、主要任务{LONG}二、其他事项（一）区水务局负责河道清淤。（二）区财政局负责经费保障。"
    assert [words for kind, words in parts(raw) if kind == "label"] == ["一、", "二、", "（一）", "（二）"]
    cited = f"一、主要任务{LONG}二、按照前项（一）的规定，区水务局负责河道清淤。"
    assert [words for kind, words in parts(cited) if kind == "label"] == ["一、", "二、"]


def test_a_table_in_one_line() -> None:
    raw = (
        f"一、主要任务{LONG} 任务分解表 序号 类别 主要任务 牵头单位 完成时限1 河道 清扫河道。 区水务局 2019年5月2 林木 修剪树木。 区林业局 2019年6月"
    )
    tree = notices(to_text(Source("a.txt", ""), raw))[0]
    rows = [row for row in tree.tree.walk() if row.kind == "row"]
    assert [[tree.words[cell.span.slice] for cell in row.children] for row in rows[1:]] == [
        ["1", "河道", "清扫河道。", "区水务局", "2019年5月"],
        ["2", "林木", "修剪树木。", "区林业局", "2019年6月"],
    ]


def test_decimals_count_their_parents() -> None:
    raw = (
        f"目录1总则1.1目的1.2依据2职责1总则1.1目的{LONG}1.2依据本预案依照有关规定制定。"
        "2职责2.1领导机构2.1.1区指挥部负责统一指挥，水库容量为3.1万立方米。2.1.2区水务局负责巡查。"
        "2.3分级响应由区指挥部启动。4善后4.1调查区应急局要查明原因。"
    )
    labels = [words for kind, words in parts(raw) if kind == "label"]
    assert labels == ["1.1", "1.2", "1.1", "1.2", "2.1", "2.1.1", "2.1.2", "4.1"]


def test_decimals_that_begin_in_the_middle_of_their_row() -> None:
    second = "5.2.3区水务局负责巡堤，备足沙袋。{0}5.2.4区教育局应安排停课。{0}5.3善后由区民政局负责，水库蓄水3.1万立方米。"
    for between in ("\n", ""):
        assert [words for kind, words in parts(second.format(between)) if kind == "label"] == ["5.2.3", "5.2.4", "5.3"]
    assert not [words for kind, words in parts("2.8公里河道由区水务局清淤。\n3.5米宽的道路由区交通局养护。") if kind == "label"]


def test_an_article_whose_text_begins_with_项目() -> None:
    raw = f"第一条 本办法适用于全区。{LONG}第二条 项目单位应当按时报送。第三条 中央补助资金由区财政局管理，按照本办法第二条第一项的规定执行。"
    assert [words for kind, words in parts(raw) if kind == "label"] == ["第一条", "第二条", "第三条"]


def test_who_is_asked_behind_a_heading() -> None:
    def cut(words: str) -> str:
        return words[: heading_end(words, 0, len(words)) or 0]

    assert cut("严格落实清淤措施采砂企业要按期撤离。") == "严格落实清淤措施"
    assert cut("明确属地责任，强化信息报送各成员单位要按时到会。") == "明确属地责任，强化信息报送"
    assert cut("加强对各镇河道清淤工作的检查。") == ""
    assert cut("审定补助资金年度使用计划；") == ""
    assert cut("工程质量监督机构应当加强抽查。") == ""


def test_a_wide_gap_parts_a_heading_from_its_paragraph() -> None:
    raw = f"一、总体要求　　{LONG}　　二、抓紧修复渠道，按期恢复供水　　恢复供水是关键。各镇要　　抓好落实。"
    assert ("heading", "抓紧修复渠道，按期恢复供水") in parts(raw)
    assert ("heading", "各镇要") not in parts(raw)


def test_the_first_article_of_a_chapter_behind_its_name() -> None:
    raw = f"第一章总则第一条为了加强管理，制定本办法。{LONG}第二条适用于全区。第二章动用第三条区粮食局提出方案，按照第四条执行。第四条区财政局安排资金。"
    assert [words for kind, words in parts(raw) if kind == "label"] == ["第一章", "第一条", "第二条", "第二章", "第三条", "第四条"]


PAGE = """机构设置
望溪区水利研究院的主要职责是：收集全区河道的资料；组织课题研究。
机构设置及职能：
1.办公室：负责文秘、财务等日常事务。
办公室副主任：王涛
2.编辑出版处：负责研究成果的编辑和出版工作。
处长：李敏
3.资产管理部：对研究院的资产进行登记管理。
"""


def test_units_of_a_page_and_who_heads_them() -> None:
    text = PAGE.replace("\n", "")
    notice = notices(to_text(Source("a.txt", ""), text))[0]
    found = [notice.words[line.slice] for line in Page(notice.words, notice.gaps).lines()]
    assert [line for line in found if line.startswith(("机构设置及", "办公室", "处长"))] == ["机构设置及职能：", "办公室副主任：王涛", "处长：李敏"]
    assert [line[:2] for line in found if line[0].isdigit()] == ["1.", "2.", "3."]


def test_lines_that_are_there_are_kept() -> None:
    text = to_text(Source("a.txt", ""), f"{HEAD}{BODY}{TAIL}")
    notice = notices(text)[0]
    assert notice.text is text


def test_a_group_behind_the_last_name_of_its_roster() -> None:
    told = "成立望溪区河长制工作领导小组，名单如下：组长：王涛成员：李敏赵建国领导小组下设办公室，办公室设在区水务局。"
    assert "领导小组下设办公室，办公室设在区水务局。" in [words for _, words in parts(f"{HEAD}{told}{TAIL}".replace("\n", ""))]
    named = "区水务局局长分管区课程领导小组办公室，负责区课程领导小组办公室设备的采购。"
    assert named in "".join(words for kind, words in parts(f"{HEAD}{named}{TAIL}".replace("\n", "")) if kind == "paragraph" and words.startswith("区水务局"))


def test_notices_that_lost_their_lines_share_one_text() -> None:
    """The breaks put back for one notice of a volume are kept once, not once for each."""
    bodies = [f"{HEAD.replace('1号', f'{i}号')}{BODY.replace(chr(10), '')}{TAIL}" for i in (1, 2, 3)]
    found = notices(to_text(Source("a.txt", ""), "\n\n".join(bodies)))
    assert len(found) == 3
    assert len({id(notice.text) for notice in found}) == 1


def test_a_number_with_a_point_behind_any_word() -> None:
    def labels(raw: str) -> list[str]:
        return [words for kind, words in parts(raw) if kind == "label"]

    # 有为3. is no 为3, nor 3.及时 a list (3及4)
    through = f"一、主要任务{LONG}（一）支持企业1.发放补助。2.减免租金。（二）财政更加积极有为3.及时下达资金。（三）货币更加适度4.到期的贷款可以延期。"
    assert labels(through) == ["一、", "（一）", "1.", "2.", "（二）", "3.", "（三）", "4."]
    roster = f"一、主要任务{LONG}二、组成人员组长：王涛副区长成员：李敏区水务局副主任三、工作机构领导小组办公室设在区水务局。"
    assert labels(roster) == ["一、", "二、", "三、"]
    spoken = f"一、主要任务{LONG}二、产权市场加快建设规则统一、功能完备的市场，第一、第二产业之一、产值超过3.5亿元。三、工作要求各镇要按时报送。"
    assert labels(spoken) == ["一、", "二、", "三、"]


def test_a_number_that_is_missed_takes_one() -> None:
    raw = f"一、主要任务{LONG}1.清扫河道。责任单位：区水务局2.修剪树木。责任单位：区林业局4.疏浚支流。责任单位：区水务局"
    assert [words for kind, words in parts(raw) if kind == "label"] == ["一、", "1.", "2.", "4."]
    far = f"一、主要任务{LONG}1.清扫河道。责任单位：区水务局2.修剪树木。水位控制在警戒线8.其余不变。"
    assert [words for kind, words in parts(far) if kind == "label"] == ["一、", "1.", "2."]


def test_an_article_that_begins_with_another() -> None:
    raw = f"第一条本办法适用于全区。{LONG}第二条区水务局负责巡查。第三条第二条所需经费由区财政局安排。第四条本办法自公布之日起施行。"
    assert [words for kind, words in parts(raw) if kind == "label"] == ["第一条", "第二条", "第三条", "第四条"]
    cited = f"第一条本办法适用于全区。{LONG}第二条违反规定的，按照第三条第二款处理。第三条本办法自公布之日起施行。"
    assert [words for kind, words in parts(cited) if kind == "label"] == ["第一条", "第二条", "第三条"]


def test_whose_duties_follow_stands_with_them() -> None:
    raw = f"区河长制办公室是区政府的办事机构。{LONG}主要职责：1.负责文秘工作。2.负责河道巡查。"
    assert next(words for kind, words in parts(raw) if kind == "paragraph").endswith("主要职责：")
    apart = f"区河长制办公室是区政府的办事机构。{LONG}机构设置：1.办公室。2.巡查科。"
    assert "机构设置：" in [words for _, words in parts(apart)]


def test_a_label_in_a_row_is_not_cut() -> None:
    items = "1.加强资金管理。责任单位：区发改委；完成时限：2019年6月底前2.推进绿化。责任单位：区林业局；完成时限：2019年8月底前"
    found = [words for _, words in parts(f"{HEAD}一、重点工作{items}{TAIL}".replace("\n", ""))]
    assert not [words for words in found if words.startswith("时限")]
    assert next(words for words in found if words.startswith("责任单位")) == "责任单位：区发改委；完成时限：2019年6月底前"
