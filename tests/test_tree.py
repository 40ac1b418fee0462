"""The document tree: parts by their numbers, tables by their cells; nothing of a text is lost, whatever it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.notices import notices
from extract.read.words import to_text
from kg.model import Notice, Section, Source

HEAD = "望溪区人民政府关于做好有关工作的通知\n\n望政发〔2019〕1号\n\n各镇人民政府：\n\n"
SIGNED = "\n\n望溪区人民政府\n\n2019年3月5日\n"
PIECES = (
    "一、总体要求", "（一）加强领导。", "1.区财政局", "1.5公里", "（1）", "①", "第一章 总则", "第一条 ", "第三条的规定", "附件", "附件1\n", "附件：1.名单",
    "\n", "\n\n",
    "\t", "\t\t", " | ", "。", "；", "：", "，", "《", "》", "（", "）", "区教委负责", "2019年3月5日", "望溪区人民政府", "序号\t任务\t单位\n", "　　", " ",
)  # fmt: skip


def read(raw: str) -> Notice:
    found = notices(to_text(Source("a.txt", ""), raw))
    assert len(found) == 1
    return found[0]


def outline(notice: Notice) -> list[str]:
    """Items as `3 一 heading`, each once, in order."""
    found = []
    for part in notice.tree.walk():
        if part.kind == "item":
            heading = next((child for child in part.children if child.kind == "heading"), None)
            said = notice.words[heading.span.slice] if heading else ""
            found.append(f"{part.level} {part.label} {said}".strip())
    return found


def cells(notice: Notice) -> list[list[list[str]]]:
    """The tables, each its rows."""
    tables = [part for part in notice.tree.walk() if part.kind == "table"]
    return [[[notice.words[cell.span.slice] for cell in row.children] for row in table.children] for table in tables]


def leaves(notice: Notice, kind: str) -> list[str]:
    return [notice.words[leaf.span.slice] for leaf in notice.tree.leaves() if leaf.kind == kind]


NUMBERED = """一、总体要求

坚持统筹推进。

（一）基本原则。坚持政府主导，部门协同。

1.区财政局安排资金。

（1）按月拨付；

（2）按年清算。

①年底前完成。

二、保障措施

各镇要抓好落实。
"""
OUTLINE = ["3 一 总体要求", "4 一 基本原则。", "5 1", "6 1", "6 2", "7 ①", "3 二 保障措施"]


def test_numbered_parts() -> None:
    assert outline(read(HEAD + NUMBERED + SIGNED)) == OUTLINE


def test_numbered_parts_where_line_breaks_are_lost() -> None:
    """The parts stay; where a heading ends is no longer told."""
    found = outline(read(HEAD + NUMBERED.replace("\n", "") + SIGNED))
    assert [" ".join(line.split()[:2]) for line in found] == [" ".join(line.split()[:2]) for line in OUTLINE]


def test_articles_are_numbered_through_the_chapters() -> None:
    raw = "第一章　总则\n第一条　为了加强管理，根据《节水条例》第三条的规定，制定本办法。\n"
    raw += "第二章　职责\n第二条　区水务局负责本办法第一条规定的工作。\n"
    assert outline(read(HEAD + raw + SIGNED)) == ["1 第一章 总则", "3 第一条", "1 第二章 职责", "3 第二条"]
    assert outline(read(HEAD + raw.replace("\n", "") + SIGNED)) == ["1 第一章 总则", "3 第一条", "1 第二章 职责", "3 第二条"]


@pytest.mark.parametrize("sentence", ["一、二、三季度完成情况良好。", "全长1.5公里。", "依照本办法第二条的规定处理。", "按照（一）至（三）项执行。"])
def test_numbers_that_are_no_labels(sentence: str) -> None:
    assert outline(read(HEAD + "区水务局说明如下，" + sentence + SIGNED)) == []


def test_a_broken_sentence_is_one_paragraph() -> None:
    raw = "为加强全区河湖管理工作，落实河长制各项任务，经区政府研究同意，决定成立望溪\n区河长制办公室。\n"
    assert leaves(read(HEAD + raw + SIGNED), "paragraph") == [raw.replace("\n", "")]


def test_lines_of_one_width_are_broken_where_they_are_full() -> None:
    raw = (
        "　　一、疏浚望溪、云岫两条河道的淤积河段\n由区水务局牵头，云岫镇、石埠镇配合，九月底前\n完成。\n　　二、修复受损堤坝\n"
        "　　三、区财政局安排经费；区审计局对经费的使用\n情况进行监督。\n　　请各镇认真执行，执行中有什么问题，及时向区\n人民政府报告。\n"
    )
    assert leaves(read(HEAD + raw + SIGNED), "paragraph") == [
        "疏浚望溪、云岫两条河道的淤积河段由区水务局牵头，云岫镇、石埠镇配合，九月底前完成。",
        "修复受损堤坝",
        "区财政局安排经费；区审计局对经费的使用情况进行监督。",
        "请各镇认真执行，执行中有什么问题，及时向区人民政府报告。",
    ]


def test_lines_of_many_widths_are_paragraphs() -> None:
    raw = "　　一、疏浚望溪、云岫两条河道的淤积河段\n　　由区水务局牵头，云岫镇配合。\n　　二、修复受损堤坝\n"
    assert leaves(read(HEAD + raw + SIGNED), "heading") == ["疏浚望溪、云岫两条河道的淤积河段"]


def test_cells_empty_ones_too() -> None:
    raw = "序号\t任务\t牵头单位\t责任单位\n1\t清淤\t区水务局\t\n\t疏浚\t\t云岫镇\n"
    assert cells(read(HEAD + raw + SIGNED)) == [
        [["序号", "任务", "牵头单位", "责任单位"], ["1", "清淤", "区水务局", ""], ["", "疏浚", "", "云岫镇"]]
    ]


def test_cells_of_bars_with_and_without_a_frame() -> None:
    assert cells(read(HEAD + "姓名 | 职务\n | 局长\n" + SIGNED)) == [[["姓名", "职务"], ["", "局长"]]]
    assert cells(read(HEAD + "| 姓名 | 职务 |\n| 王涛 | |\n" + SIGNED))[0][0] == ["姓名", "职务"]


def test_signature_notes_annexes_and_carried_text() -> None:
    raw = "《望溪区节水办法》已经区政府同意，现印发给你们。\n\n附件：1.报名表\n2.联系表" + SIGNED
    raw += "\n（此件公开发布）\n\n望溪区节水办法\n\n第一条 为了节水，制定本办法。\n\n附件1\n\n报名表\n\n序号\t任务\n1\t节水\n\n抄送：区委办公室。\n"
    found = read(HEAD + raw)
    assert leaves(found, "signature") == ["望溪区人民政府"]
    assert leaves(found, "date") == ["2019年3月5日"]
    assert leaves(found, "note") == ["（此件公开发布）", "抄送：区委办公室。"]
    assert leaves(found, "contents") == ["附件：1.报名表2.联系表"]
    assert leaves(found, "title") == ["望溪区人民政府关于做好有关工作的通知", "望溪区节水办法", "报名表"]
    assert [part.kind for part in found.tree.children] == [
        "head", "body", "contents", "signature", "date", "note", "carried", "note",
    ]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join) | st.text(max_size=200))
@example("附件1\n附件一、总体要求")
def test_leaves_fill_the_notice(raw: str) -> None:
    for found in notices(to_text(Source("a.txt", ""), HEAD + raw)):
        assert_whole(found.tree, 0, len(found.words))


def assert_whole(part: Section, start: int, end: int) -> None:
    """The children of a part lie one after the other and fill it."""
    assert (part.span.start, part.span.end) == (start, end)
    at = start
    for child in part.children:
        assert_whole(child, at, child.span.end)
        at = child.span.end
    assert not part.children or at == end


HOSTILE = ("《", "一、", "（一）", "1.", "①", "望政发〔2019〕1号", "关于通知\n", "附件\n", "目录\n", "a\tb\n", "2019年3月5日", "中", "成文日期\t")


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text(unit: str) -> None:
    """Eight times the text takes about eight times as long, however hostile: far from sixty-four."""

    def seconds(size: int) -> float:
        text = to_text(Source("a.txt", ""), HEAD + unit * (size // len(unit)))
        start = time.process_time()
        notices(text)
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(2000), seconds(16_000)
    assert large < 30 * small + 0.2
