"""Files to be read, made on the spot: PDFs with and without a text layer."""

from __future__ import annotations

from collections.abc import Sequence

SIZE = 16.0
LEFT, TOP, CHARACTERS = 90.0, 740.0, 26  # a page of 公文: 26 characters a line here
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    b"/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor"
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
    b"/CapHeight 880/StemV 93>>>>]>>"
)

type Placed = tuple[float, float, str]


def pdf(pages: Sequence[bytes]) -> bytes:
    """A PDF of content streams."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages))).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        _FONT,
    ]
    for n, content in enumerate(pages):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        objects += [page % (5 + 2 * n), b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(out))
    )


def objects(made: bytes, *more: bytes) -> bytes:
    """A PDF of one page with more objects, from number 6 on; its table is to be made anew by who reads it."""
    body = made[: made.index(b"xref\n")]
    return (
        body
        + b"".join(b"%d 0 obj%s endobj\n" % (6 + n, one) for n, one in enumerate(more))
        + b"trailer<</Root 1 0 R>>\n"
    )


def text(placed: Sequence[Placed], size: float = SIZE) -> bytes:
    """A content stream: pieces of text at x, y (points from the lower left)."""
    return b"\n".join(
        b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj ET"
        % (size, x, y, said.encode("utf-16-be").hex().encode())
        for x, y, said in placed
    )


def paragraphs(said: Sequence[str], top: float = TOP) -> tuple[bytes, float]:
    """Paragraphs as a page sets them: two characters in, broken at the margin; and where the next line would be."""
    placed: list[Placed] = []
    for one in said:
        rest, indent = one, 2
        while rest:
            here, rest = rest[: CHARACTERS - indent], rest[CHARACTERS - indent :]
            placed.append((LEFT + indent * SIZE, top, here))
            top -= SIZE * 1.75
            indent = 0
    return text(placed), top


def grid(rows: Sequence[Sequence[str]], top: float, widths: Sequence[float]) -> tuple[bytes, float]:
    """A ruled table, its words broken where a cell ends; and where it ends."""
    parts = []
    for row in rows:
        broken = [
            [said[at : at + n] for at in range(0, len(said), n)]
            for said, n in ((said, int(width - 8) // 12) for said, width in zip(row, widths, strict=True))
        ]
        height = 12.0 + 18.0 * max(1, *map(len, broken))
        x = LEFT
        for lines, width in zip(broken, widths, strict=True):
            parts.append(b"%.1f %.1f %.1f %.1f re S" % (x, top - height, width, height))
            parts.append(text([(x + 4, top - 18 - 18 * n, line) for n, line in enumerate(lines)], 12))
            x += width
        top -= height
    return b"\n".join(parts), top


def picture() -> bytes:
    """A page that shows a picture only."""
    return b"q 500 0 0 700 40 40 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"
