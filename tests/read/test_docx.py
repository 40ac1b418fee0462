"""Word files: paragraphs, tables and list numbers as the reader of the document sees them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.read.docx import read
from extract.read.numbering import numeral
from kg.errors import InputError


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def raw(document: Document) -> str:
    return read("a.docx", saved(document)).raw


def inside(document: Document, xml: str) -> None:
    """A paragraph of this XML."""
    document.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"), "w:sectPr")


def test_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("一、总则")
    table = document.add_table(2, 3)
    for row, said in zip(table.rows, [["序号", "任务", "单位"], ["1", "清查", "区林业局"]], strict=True):
        for cell, words in zip(row.cells, said, strict=True):
            cell.text = words
    document.add_paragraph("特此通知。")
    assert raw(document) == "一、总则\n\n序号\t任务\t单位\n1\t清查\t区林业局\n\n特此通知。"


def test_merged_cells_stand_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "任务"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "清查"
    table.cell(0, 2).text = "单位"
    table.cell(1, 2).text = "区林业局"
    table.cell(2, 2).text = "各镇"
    assert raw(document) == "任务\t\t单位\n清查\t\t区林业局\n\t\t各镇"


def test_paragraphs_of_a_cell_lie_on_one_line() -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "区林业局"
    cell.add_paragraph("各镇")
    assert raw(document) == "区林业局  各镇\t"


def test_what_wraps_and_what_hides() -> None:
    document = docx.Document()
    inside(
        document,
        "<w:r><w:t>任命</w:t></w:r><w:smartTag><w:r><w:t>王涛</w:t></w:r></w:smartTag><w:ins><w:r><w:t>为局长</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>处长</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>。</w:t></w:r></w:hyperlink>"
        "<w:r><w:br/><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br w:type='page'/><w:t>三</w:t></w:r>",
    )
    document.sections[0].header.paragraphs[0].text = "页眉"
    assert raw(document) == "任命王涛为局长。\n一\t二\n\f三"


def test_numbers_of_lists() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．")]
    made = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{said}"/></w:lvl>'
        for n, (form, said) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{made}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, said in [(0, "总则"), (1, "范围"), (2, "甲"), (2, "乙"), (1, "原则"), (2, "丙"), (0, "附则")]:
        inside(
            document,
            f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>{said}</w:t></w:r>',
        )
    assert raw(document) == "一、总则\n\n（一）范围\n\n1．甲\n\n2．乙\n\n（二）原则\n\n1．丙\n\n二、附则"


@pytest.mark.parametrize(
    ("count", "form", "said"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (21, "japaneseCounting", "二十一"),
        (103, "chineseCounting", "一百零三"),
        (110, "chineseCounting", "一百一十"),
        (3, "decimalEnclosedCircle", "③"),
        (2, "ideographTraditional", "乙"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (7, "unheardOf", "7"),
        (7, "none", ""),
    ],
)
def test_numerals(count: int, form: str, said: str) -> None:
    assert numeral(count, form) == said


def test_no_word_file() -> None:
    out = io.BytesIO()
    import zipfile

    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(InputError, match="not a Word file"):
        read("a.docx", out.getvalue())


def test_numbers_that_are_none() -> None:
    """What a broken or hostile file says in the place of a number stops nothing."""
    document = docx.Document()
    table = document.add_table(1, 2)
    for cell, words in zip(table.rows[0].cells, ["区林业局", "清查"], strict=True):
        cell.text = words
    for cell, wide in zip(table.rows[0].cells, ["x", "9" * 30], strict=True):
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="{wide}"/>'))
    inside(document, '<w:r><w:sym w:char="FFFFFFFF"/><w:sym w:char="x"/><w:t>特此通知。</w:t></w:r>')
    inside(
        document,
        '<w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>望溪区</w:t></w:r>',
    )
    assert raw(document).split("\n\n") == ["区林业局\t清查", "特此通知。", "望溪区"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY a "望溪区"><!ENTITY b "&a;&a;"><!ENTITY e "&b;&b;">]>',
    ],
)
def test_entities_bring_nothing_in(declared: str) -> None:
    document = docx.Document()
    document.add_paragraph("特此ENTITY通知。")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            part = given.read(name)
            if name == "word/document.xml":
                part = part.replace(b"ENTITY", b"&e;").replace(
                    b"<w:document ", declared.encode() + b"<w:document "
                )
            made.writestr(name, part)
    assert read("a.docx", out.getvalue()).raw == "特此通知。"
