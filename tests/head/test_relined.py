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


def test_the_day_under_a_title() -> None:
    title = "望溪区人民政府关于河道清淤工作的意见"
    read = head(f"{title}1956-3-18目前全区河道清淤工作已经开始。各镇要落实责任。")
    assert (read.title, read.date) == (title, "1956-03-18")
    assert head(f"{title}2019-3-5起施行的办法由区水务局制定。").date is None


def test_the_note_of_adoption_under_a_title() -> None:
    title = "望溪区河道管理条例"
    note = "2019年3月5日望溪区第三届人民代表大会第二次会议通过2019年5月1日施行"
    read = head(f"{title}{note}第一章总则第一条为了加强河道管理，制定本条例。")
    assert (read.title, read.kind, read.date) == (title, "条例", "2019-03-05")
    assert [one.name for one in read.issuers] == ["望溪区人民代表大会"]
    ordered = head(f"{title}2019年3月5日望溪区人民政府令第5号发布第一章总则第一条为了加强河道管理，制定本条例。")
    assert (ordered.title, [one.name for one in ordered.issuers]) == (title, ["望溪区人民政府"])
    to = head("临澜市检察院关于办理河道案件的通知2019年3月5日临澜市检察院第八届检察委员会第四次会议通过各区检察院：根据规定，通知如下：一、加强领导。")
    assert [one.mention for one in to.addressees] == ["各区检察院"]


def test_a_report_under_its_title() -> None:
    title = "望溪区任免国家工作人员"
    said = f"{title}。任命王涛为区公安局副局长。"
    assert head(f"{title}《望溪日报》（2019年08月18日 第 04版）新华社望溪8月17日电　{said}").title == title
    assert head(f"望溪区水务局局长王涛被免职央视网消息：据望溪发布，{said}").title == "望溪区水务局局长王涛被免职"
    told = "王涛任望溪区代理区长"
    assert head(f"{told}2019年5月31日上午，望溪区第五届人民代表大会常务委员会第七次会议召开。{said}").title == told


def test_the_sender_begins_the_first_sentence_again() -> None:
    read = head("望溪区文化馆简介望溪区文化馆（原名望溪区群众艺术馆）成立于1956年，是公益一类事业单位。")
    assert (read.title, read.kind) == ("望溪区文化馆简介", "简介")
    sent = "望溪区人民政府办公室关于转发望溪区人民政府防汛通告的通知"
    assert head(f"{sent}各镇人民政府：{BODY}").title == sent


def test_the_signature_behind_the_last_sentence() -> None:
    told = f"关于河道清淤的公告{BODY}"
    assert [one.name for one in head(f"{told}特此公告。望溪区水务局").issuers] == ["望溪区水务局"]
    assert [one.name for one in head(f"{told}特此公告。水　务　部2019年3月5日").issuers] == ["水务部"]
    phoned = head(f"{told}咨询电话：0123-4567890望溪区水务局2019年3月5日")
    assert ([one.name for one in phoned.issuers], phoned.date) == (["望溪区水务局"], "2019-03-05")
    assert head(f"{told}特此公告。各镇人民政府").issuers == ()


def test_the_signature_glued_to_the_last_row_of_a_table() -> None:
    rows = "姓名 | 单位及职务 | 职务王涛 | 副区长 | 组长李震 | 区林业局副局长 | 成员"
    read = head(f"{TITLE}各镇人民政府：为做好河道清淤工作，成立领导小组。名单如下：{rows}望溪区人民政府办公室2019年3月5日")
    assert (read.date, [one.mention for one in read.issuers]) == ("2019-03-05", ["望溪区人民政府办公室"])
    assert head(f"{TITLE}各镇人民政府：任务如下。单位 | 时限区水务局 | 2019年3月5日").date is None


def test_a_table_right_under_its_title() -> None:
    title = "望溪区河长制工作考核细则"
    read = head(f"{title}序号 | 考核项目 | 评分标准1 | 组织领导 | 成立机构得10分。2 | 日常工作 | 上报信息得5分。")
    assert (read.title, read.kind) == (title, "细则")


def test_the_sender_over_a_head_in_one_line() -> None:
    told = "望溪区第一中学关于做好冬季防火工作的通知各年级：为了做好这项工作，现将有关事项通知如下。一、提高认识。二、抓好落实。望溪区第一中学2019年3月5日"
    for masthead in ("", "望溪区第一中学", "望溪区第一中学文件", "望溪区第一中学望一中〔2019〕3号", "望溪区第一中学文件望一中〔2019〕3号"):
        read = head(masthead + told)
        assert (read.title, [one.mention for one in read.issuers]) == ("望溪区第一中学关于做好冬季防火工作的通知", ["望溪区第一中学"])
        assert read.number == ("望一中〔2019〕3号" if "号" in masthead else None)
