"""Encodings told apart; doubt said aloud."""

from __future__ import annotations

import codecs

import pytest

from extract.read.encoding import decode

NOTICE = "岚江省临澜市望溪区人民政府关于王涛等同志职务任免的通知\r\n各镇人民政府：\n经区政府研究决定，任命王涛为区教育局局长（试用期一年）。"
ENCODINGS = [
    "utf-8",
    "gb18030",
    "gbk",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "utf-8-sig",
    "utf-16",
    "utf-32",
]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("copies", [1, 3000])
def test_told_apart(encoding: str, copies: int) -> None:
    said = NOTICE * copies
    found = decode(said.encode(encoding))
    assert found is not None
    assert found.text.lstrip("\ufeff") == said
    assert found.doubt is None


def test_a_byte_order_mark_is_a_character() -> None:
    for mark, encoding in [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be")]:
        found = decode(mark + NOTICE.encode(encoding))
        assert found is not None
        assert found.text == "\ufeff" + NOTICE
        assert found.encoding == encoding


def test_line_ends_stay() -> None:
    found = decode("一\r\n二\r三\n".encode())
    assert found is not None
    assert found.text == "一\r\n二\r三\n"


def test_what_the_file_says_of_itself_is_believed_where_it_can_be() -> None:
    for declared in ("gb2312", "GBK", "utf-8", "no-such-codec", None):
        found = decode(NOTICE.encode("gbk"), declared)
        assert found is not None
        assert (found.encoding, found.text) == ("gb18030", NOTICE)


def test_broken_bytes_are_said() -> None:
    found = decode(NOTICE.encode() + b"\xff" + NOTICE.encode())
    assert found is not None
    assert found.doubt == f"1 characters are not UTF-8 (the first at byte {len(NOTICE.encode())})"
    assert found.text == NOTICE + "\ufffd" + NOTICE


def test_too_little_to_be_sure_of_is_said() -> None:
    found = decode("坢垲".encode("gb18030"))
    assert found is None or found.doubt is not None


def test_big5() -> None:
    old = "中華民國臺灣省政府公告，關於農業發展條例修正事項，請各縣市政府遵照辦理，並轉知所屬機關學校，自即日起施行。"
    found = decode(old.encode("big5"))
    assert found is not None
    assert found.text == old


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"\x7fELF\x02\x01\x01" + b"\x00\xfe" * 64]
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize("broken", [b"\xff\xfe\xfa", "\ud800".encode("utf-8", "surrogatepass"), b"\xe4\xb8"])
def test_a_few_broken_bytes_do_not_make_a_short_text_binary(broken: bytes) -> None:
    found = decode(NOTICE.encode() + broken + b"\n" + NOTICE.encode())
    assert found is not None
    assert found.encoding == "utf-8"
    assert found.text.replace("\ufffd", "") == f"{NOTICE}\n{NOTICE}"
    assert found.doubt is not None


def test_a_text_that_was_cut_off() -> None:
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le"):
        found = decode(NOTICE.encode(encoding)[:-1])
        assert found is not None
        assert found.text == NOTICE[:-1] + "\ufffd"
        assert found.doubt is not None


@pytest.mark.parametrize("order", [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_two_encodings_in_one_file(order: tuple[str, str]) -> None:
    found = decode(b"\n".join(NOTICE.encode(encoding) for encoding in order))
    assert found is not None
    assert found.text == f"{NOTICE}\n{NOTICE}"
    assert found.doubt is not None
    assert f"GB18030 (the first is {1 if order[0] == 'gb18030' else 4})" in found.doubt
