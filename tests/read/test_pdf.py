"""PDFs: paragraphs put together, tables by their cells, running heads and page numbers known as such."""

from __future__ import annotations

import zlib

import pytest

from extract.read.pdf import read
from extract.read.words import to_text
from kg.errors import InputError
from kg.model import Source
from tests.read.makers import grid, paragraphs, pdf, picture, text

FIRST = "一、要加强对辖区内重点区域的巡查，发现问题及时报告，并于每月底前将检查情况书面报送区应急局，由区应急局汇总后报区人民政府。"
SECOND = "二、区教委负责校园安全。"
ROWS = [["序号", "工作任务", "责任单位"], ["1", "林地清查", "区林业局"], ["2", "建立台账", "各镇人民政府"]]


def page(said: list[str], number: int) -> bytes:
    body, _ = paragraphs(said)
    return body + b"\n" + text([(200, 800, "望溪区人民政府公报"), (280, 40, f"— {number} —")], 10)


def test_lines_make_paragraphs() -> None:
    assert read("a.pdf", pdf([paragraphs([FIRST, SECOND])[0]])).raw == f"{FIRST}\n\n{SECOND}"


def test_tables_stand_at_their_place() -> None:
    body, top = paragraphs([SECOND])
    after = text([(122, top - 140, "特此通知。")])
    raw = read("a.pdf", pdf([body + b"\n" + grid(ROWS, top, [60, 160, 160])[0] + b"\n" + after])).raw
    assert raw.split("\n") == [
        SECOND,
        "序号\t工作任务\t责任单位",
        "1\t林地清查\t区林业局",
        "2\t建立台账\t各镇人民政府",
        "特此通知。",
    ]


def test_a_frame_is_no_table() -> None:
    body, _ = paragraphs([SECOND])
    assert read("a.pdf", pdf([body + b"\n60 60 480 720 re S"])).raw == SECOND


def test_heads_and_page_numbers_are_furniture() -> None:
    data = pdf([page([FIRST[:-20]], 1), page([FIRST[-20:]], 2), page([SECOND], 3)])
    words = to_text(Source("a.pdf", ""), read("a.pdf", data).raw).words
    assert words == FIRST + SECOND


def test_spaces_by_their_width() -> None:
    placed = [(90.0, 700.0, "组长："), (150.0, 700.0, "王"), (182.0, 700.0, "涛"), (240.0, 700.0, "副区长")]
    assert read("a.pdf", pdf([text(placed)])).raw == "组长： 王  涛  副区长"


def test_a_centred_title_keeps_its_lines() -> None:
    placed = [(150.0, 700.0, "岚江省临澜市望溪区人民政府"), (120.0, 670.0, "关于王涛等同志职务任免的通知")]
    assert (
        read("a.pdf", pdf([text(placed, 20)])).raw
        == "岚江省临澜市望溪区人民政府\n关于王涛等同志职务任免的通知"
    )


def test_a_picture_of_text() -> None:
    with pytest.raises(InputError, match=r"a.pdf: a scanned PDF without a text layer"):
        read("a.pdf", pdf([picture(), picture()]))
    with pytest.raises(InputError, match="a scanned PDF"):
        read("a.pdf", pdf([b""]))


def test_encrypted() -> None:
    data = pdf([paragraphs([SECOND])[0]])
    locked = data.replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>"
        % (b"11" * 32, b"22" * 32),
    )
    with pytest.raises(InputError, match="encrypted: it needs a password"):
        read("a.pdf", locked)


def test_a_broken_file_is_read_or_refused() -> None:
    data = pdf([paragraphs([FIRST])[0]])
    assert read("a.pdf", data[:-10]).raw == FIRST
    with pytest.raises(InputError, match=r"a\.pdf: the PDF is broken"):
        read("a.pdf", data[:500])


def test_bombs() -> None:
    """A small file must not fill the memory, nor be drawn for hours."""
    data = pdf([b"packed"]).replace(b"/Length", b"/Filter/FlateDecode/Length", 1)
    packed = zlib.compress(b"q " * (200 << 20))
    with pytest.raises(InputError, match="unpacks to more than 256 MB"):
        read("a.pdf", data.replace(b"packed", packed).replace(b"/Length 6", b"/Length %d" % len(packed)))
    with pytest.raises(InputError, match="page 2 is drawn by 10 MB, more than 8"):
        read("a.pdf", pdf([paragraphs([FIRST])[0], b"q " * (5 << 20)]))
