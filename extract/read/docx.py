"""Word files: paragraphs and tables in the order of the document, numbers of lists as Word shows them.

What Word keeps beside the text (headers, footers, comments, what was struck out) is left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from lxml.etree import _Element

from extract.read.archive import check
from extract.read.flow import blocks, cell, line, table, whole
from extract.read.layer import Layer
from extract.read.numbering import Numbering
from kg.errors import InputError

_P, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_UNSEEN = {qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SIGNS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "", qn("w:cr"): "\n"}


def read(name: str, data: bytes) -> Layer:
    """The text of a Word file."""
    check(name, data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (
        Exception
    ) as error:  # python-docx raises KeyError, ValueError, lxml's errors … for what is no Word file
        raise InputError(name, f"not a Word file that can be read: {error}") from error
    parts = _blocks(document.element.body, Numbering.of(document))
    return Layer(blocks(line for part in parts for line in (part, "")))


def _blocks(parent: _Element, numbering: Numbering) -> Iterator[str]:
    """The paragraphs and tables of a body, whatever wraps them (content controls, insertions)."""
    for child in parent:
        if child.tag == _P:
            parts = _paragraph(child, numbering).split("\n")
            yield "\n".join(part.rstrip() if "\t" in part or "\f" in part else line(part) for part in parts)
        elif child.tag == _TABLE:
            yield table(_rows(child, numbering))
        elif child.tag not in _UNSEEN and len(child):
            yield from _blocks(child, numbering)


def _paragraph(element: _Element, numbering: Numbering) -> str:
    """The text of a paragraph behind its number; text boxes that hang on it follow on lines of their own."""
    text = numbering.label(element) + "".join(_runs(element))
    boxes = [_blocks(box, numbering) for box in _boxes(element)]
    return "\n".join([text, *(part for box in boxes for part in box)])


def _runs(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield (child.text or "") + "".join(
                entity.tail or "" for entity in child
            )  # which brings nothing in
        elif child.tag == qn("w:br"):
            yield "\n\f" if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag == qn("w:sym"):
            yield _symbol(child.get(qn("w:char")) or "")
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _UNSEEN and child.tag != qn("w:txbxContent"):
            yield from _runs(child)


def _symbol(code: str) -> str:
    """The character that a code names (F0FC); nothing where it names none."""
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else ""


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag not in _UNSEEN:
            yield from _boxes(child)


def _rows(element: _Element, numbering: Numbering) -> Iterator[list[str]]:
    """The rows of a table; a merged cell stands once, where it begins."""
    for row in element.iter(_ROW):
        if next(row.iterancestors(_TABLE)) is not element:
            continue  # of a table in a cell
        cells: list[str] = []
        for one in row.iter(_CELL):
            if next(one.iterancestors(_ROW)) is not row:
                continue
            wide, goes_on = _merged(one)
            text = (
                ""
                if goes_on
                else cell(part for block in _blocks(one, numbering) for part in block.split("\t"))
            )
            cells += [text, *[""] * (wide - 1)]
        yield cells


def _merged(element: _Element) -> tuple[int, bool]:
    """Over how many columns a cell goes, and whether it goes on from the row above."""
    span = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    merge = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    wide = whole(span.get(qn("w:val")), 1) if span is not None else 1
    return max(1, min(wide, 100)), merge is not None and merge.get(qn("w:val"), "continue") == "continue"
