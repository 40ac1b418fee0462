"""What takes too much time or memory is ended; the next call goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from extract.read.apart import TooMuch, apart
from extract.read.pdf import read
from extract.read.pdf_pages import read_pages
from kg.errors import InputError
from tests.read.makers import objects, paragraphs, pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")

SAID = "任命王涛为区教育局局长。"


def doubled(step: Callable[[], None], number: int) -> int:
    step()
    return number * 2


def endless(step: Callable[[], None]) -> None:
    while True:
        pass


def large(step: Callable[[], None]) -> int:
    return len(bytearray(2 << 30))


def wrong(step: Callable[[], None]) -> None:
    raise InputError("a.pdf", "is wrong")


def test_what_it_returns_or_raises() -> None:
    assert apart(doubled, 3) == 6
    with pytest.raises(InputError, match=r"a\.pdf: is wrong"):
        apart(wrong)


@pytest.mark.parametrize("function", [endless, large])
def test_too_much(function: Callable[[Callable[[], None]], object]) -> None:
    with pytest.raises(TooMuch):
        apart(function, seconds=1, memory=1 << 30)
    assert apart(doubled, 4) == 8


def nested() -> bytes:
    """A page that draws forty forms, each of which draws forty …"""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>stream\n%s\nendstream"
    call = b"/X Do " * 40
    page = pdf([call]).replace(b"/Font<</F1 3 0 R>>", b"/XObject<</X 6 0 R>>")
    return objects(page, *[form % (7 + n, len(call), call) for n in range(6)])


def font(said: bytes, *more: bytes) -> bytes:
    page = pdf([b"BT /F2 10 Tf 1 0 0 1 90 700 Tm (abc) Tj ET"])
    return objects(page.replace(b"<</F1 3 0 R>>", b"<</F2 " + said + b">>"), *more)


def widths() -> bytes:
    """A font that tells the widths of four thousand million characters."""
    return font(
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
        b"/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 4000000000 500]"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/X>>>>]>>"
    )


def characters() -> bytes:
    """A font that tells which characters four thousand million codes are."""
    told = b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap"
    return font(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(told), told),
    )


@pytest.mark.parametrize("made", [nested, widths, characters])
def test_small_files_that_never_end(made: Callable[[], bytes]) -> None:
    with pytest.raises(TooMuch):
        apart(read_pages, "a.pdf", made(), seconds=1, memory=1 << 30)


def test_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.read.pdf.apart", lambda *_: apart(endless, seconds=1))
    with pytest.raises(
        InputError, match=r"a\.pdf: a page of it takes more than 120 s to draw, or 4 GB of memory"
    ):
        read("a.pdf", pdf([paragraphs([SAID])[0]]))
