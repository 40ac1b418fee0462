"""Bytes to characters: the encoding told, and said aloud where it is not sure.

UTF-8, UTF-16 and UTF-32 (with or without a byte order mark), GB18030 (with it GBK and GB2312), Big5. A byte
order mark stays as a character, so that offsets count the characters of the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "big5")
_SAMPLE = 1 << 16
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
_SURE = 0.7  # share of usual characters in a text that is surely told
_MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` may hold U+FFFD for bytes not of the encoding; `doubt` says what is not sure, None if all is."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of some bytes; None where they are no text. `declared` is what the file says of itself.

    >>> decode("望溪区人民政府".encode("gbk"))
    Decoded(text='望溪区人民政府', encoding='gb18030', doubt=None)
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    said = _codec(declared)
    if said and _share(data, said) >= _SURE:
        return _decoded(data, said)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text and (_usual(text[:_SAMPLE]) >= _SURE or _share(data, "gb18030") < _SURE):
            return Decoded(text, "utf-8")
    shares = sorted(
        ((_share(data, encoding), -n, encoding) for n, encoding in enumerate(_UNMARKED)), reverse=True
    )
    (best, _, encoding), (second, _, other) = shares[0], shares[1]
    if mixed := _by_lines(data):
        return mixed
    if best < 0.4:
        return None
    if best >= _SURE and best - second >= _MARGIN:
        return _decoded(data, encoding)
    if best < _SURE:
        found = from_bytes(data[:_SAMPLE], cp_isolation=list(_UNMARKED)).best()
        if found is not None and _codec(found.encoding) in (encoding, other):
            encoding = _codec(found.encoding) or encoding
    return _decoded(data, encoding, f"the encoding is not sure: read as {encoding.upper()}")


def _decoded(data: bytes, encoding: str, doubt: str | None = None) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, doubt)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        count = text.count("\ufffd")
        broken = f"{count} characters are not {encoding.upper()} (the first at byte {error.start})"
        return Decoded(text, encoding, f"{doubt}; {broken}" if doubt else broken)


def _by_lines(data: bytes) -> Decoded | None:
    """Files put one behind the other, some in UTF-8 and some in GB18030: a line break is the same byte in both.

    None where a line is neither, or what would be GB18030 is no usual text (UTF-8 with broken bytes is none).
    """
    lines: list[str] = []
    at: dict[str, list[int]] = {"utf-8": [], "gb18030": []}
    for n, line in enumerate(data.split(b"\n")):
        encoding = "utf-8" if _is(line, "utf-8") else "gb18030"
        if not _is(line, encoding):
            return None
        lines.append(line.decode(encoding))
        if not line.isascii():
            at[encoding].append(n)
    if any(not places or _usual("".join(lines[n] for n in places)) < _SURE for places in at.values()):
        return None
    first = " and ".join(
        f"{encoding.upper()} (the first is {places[0] + 1})" for encoding, places in at.items()
    )
    return Decoded(
        "\n".join(lines), "utf-8, gb18030", f"some lines are in one encoding, some in another: {first}"
    )


def _is(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _share(data: bytes, encoding: str) -> float:
    """How usual the beginning is, read so; 0 where more than a few, and one in a hundred, are none."""
    text = data[:_SAMPLE].decode(encoding, errors="replace")
    broken = text.count("\ufffd") + len(_CONTROL.findall(text))
    return _usual(text) if broken * 100 <= len(text) + 1000 else 0.0


def _usual(text: str) -> float:
    """The share of characters usual in Chinese text: bytes read in the wrong encoding give rare ones."""
    shown = [sign for sign in text if not sign.isspace()]
    usual = _usual_characters()
    return sum(sign in usual for sign in shown) / len(shown) if shown else 0.0


@cache
def _usual_characters() -> frozenset[str]:
    """ASCII, signs and the 3,755 first-level characters of GB/T 2312, the 5,401 first-level ones of Big5."""
    signs = {bytes([row, cell]) for row in range(0xA1, 0xA4) for cell in range(0xA1, 0xFF)}
    first = {bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)}
    simple = {code.decode("gb2312", "ignore") for code in signs | first}
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    old = {bytes([row, cell]).decode("big5", "ignore") for row in range(0xA1, 0xC7) for cell in trails}
    return frozenset(simple | old | set(map(chr, range(0x20, 0x7F))) | set("—·…“”‘’〔〕\ufeff")) - {""}


def _codec(name: str | None) -> str | None:
    """The codec of a declared name; the national standards are one, GB18030."""
    try:
        found = codecs.lookup(name or "").name
    except LookupError:
        return None
    return "gb18030" if found in ("gb2312", "gbk", "gb18030") else found.replace("_", "-")
