"""Heads that were saved in one line."""

from __future__ import annotations

from extract.head.page import Page
from extract.head.relined import relined
from extract.notices import notices
from extract.read.words import to_text
from kg.model import Head, Source

TITLE = "望溪区人民政府办公室关于做好河道清淤工作的通知"
BODY = "为做好河道清淤工作，现将有关事项通知如下：一、加强领导。各镇要落实责任。"


def head(raw: str) -> Head:
    return notices(to_text(Source("a.txt", ""), raw))[0].head


def test_labels_of_a_page_part_title_number_and_addressees() -> None:
    raw = f"{TITLE}文号：望政办发〔2019〕3号发布日期：2019-03-05 10:25来源：区政府办{TITLE}浏览次数：52各镇人民政府，区政府各部门：{BODY}"
    read = head(raw)
    assert (read.title, read.number) == (TITLE, "望政办发〔2019〕3号")
    assert [one.mention for one in read.addressees] == ["各镇人民政府", "区政府各部门"]


def test_a_table_without_colons() -> None:
    read = head(f"{TITLE}索引号520137/2019-0042主题分类水利发布机构区政府办文号望政办发〔2019〕3号各镇人民政府：{BODY}")
    assert (read.title, read.number) == (TITLE, "望政办发〔2019〕3号")


def test_a_single_addressee_behind_the_title() -> None:
    read = head("望溪区水务局关于区政协第12号提案的函白水街道：区政协第12号提案已转由我局办理。")
    assert read.title.endswith("提案的函")
    assert [one.mention for one in read.addressees] == ["白水街道"]


def test_lines_that_are_there_stay() -> None:
    words = f"{TITLE}各镇人民政府：{BODY}"
    gaps = bytearray(len(words))
    gaps[len(TITLE)] = gaps[words.index("：") + 1] = 4
    page = Page(words, bytes(gaps))
    assert relined(page) is page


def test_the_editor_of_a_page_stands_before_the_text() -> None:
    raw = "望溪区人大常委会任免名单发布时间：2019-03-05 08:56:45 | 来源：望溪日报 | 作者： | 责任编辑：王小明任命陈国庆为望溪区水务局局长。"
    notice = notices(to_text(Source("a.txt", ""), raw))[0]
    assert [leaf.kind for leaf in notice.tree.leaves()][-1] == "paragraph"
    assert notice.words.endswith("任命陈国庆为望溪区水务局局长。")


def test_labels_in_boxes_keep_their_boxes() -> None:
    raw = f"【法规标题】\t{TITLE}【发布日期】2019-03-05 \t【发文机关】\t望溪区人民政府办公室 【文号】望政办发[2019]3号 【全文】各镇人民政府：{BODY}"
    read = head(raw)
    assert (read.title, read.number, read.date) == (TITLE, "望政办发〔2019〕3号", "2019-03-05")
    assert [one.mention for one in read.addressees] == ["各镇人民政府"]


def test_a_box_that_a_line_break_parts_is_no_fault() -> None:
    assert head(f"【\n法规标题】{TITLE}\n各镇人民政府：\n{BODY}").title.endswith(TITLE)
