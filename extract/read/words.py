"""From the raw characters of a source to its words: white space out, punctuation in one form, furniture out.

Every step only drops a character or puts one in place of another, so that each word keeps the offset it had.
"""

from __future__ import annotations

import re
from array import array

from kg.model import Gap, Source, Text

from extract.read.furniture import furniture

_ALIKE = {"〔": "﹝", "〕": "﹞", "。": "｡", "、": "､﹑", "·": "‧•∙⋅・﹒", "〈": "<＜﹤", "〉": ">＞﹥", "%": "％", "—": "–―─━－"}
# full-width letters and digits to ASCII; look-alikes of one sign to that sign
_SAME = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_SAME |= {code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SAME |= {ord(sign): ord(same) for same, signs in _ALIKE.items() for sign in signs}
# half-width punctuation to the full-width form, where it is not inside a number, a word or an address
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_LATIN = re.compile(r"[0-9A-Za-z]")
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_DROPPED = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad|｜│]")
# the year of a 发文字号 in any brackets: [2017] （2017） 【2017】
_YEAR = re.compile(r"[\[［(（【〖﹝〔]((?:19|20)\d\d)[\]］)）】〗﹞〕](?=第?\d+号|第?[\dXx×]{1,5}号)")


def _gap(space: str) -> Gap:
    """What a run of dropped characters told."""
    lines = space.count("\n") or space.count("\r") or space.count("\u2028") or space.count("\u2029")
    if lines > 1:
        return Gap.BLANK
    if lines:
        return Gap.LINE
    if any(sign in space for sign in "\t|｜│"):
        return Gap.CELL
    if len(space) > 1 or "\u3000" in space:
        return Gap.WIDE
    return Gap.SPACE if space.strip("\ufeff\u200b\u2060\u00ad") == " " or space.isspace() else Gap.NONE


def to_text(source: Source, raw: str) -> Text:
    """The words of `raw`; total: any string gives a Text.

    >>> to_text(Source("a.txt", ""), "密政发 [2017] 46 号").words
    '密政发〔2017〕46号'
    """
    at, gaps = array("I"), bytearray()
    words: list[str] = []
    out = furniture(raw)
    start = 0  # of the run of dropped characters
    cursor = iter(out)
    taken = next(cursor, None)
    lost = Gap.NONE
    i, size = 0, len(raw)
    while i < size:
        if taken and i == taken.start:
            lost = Gap.BLANK if start == 0 or "\n" in raw[start:i] else Gap.LINE
            i = taken.end
            taken = next(cursor, None)
            continue
        sign = raw[i]
        if _DROPPED.match(sign):
            i += 1
            continue
        words.append(sign)
        at.append(i)
        gaps.append(max(lost, _gap(raw[start:i])) if i > start else lost)
        lost = Gap.NONE
        i += 1
        start = i
    printed = "".join(words)
    return Text(source, raw, _one_form(printed), printed, at, bytes(gaps))


def _one_form(printed: str) -> str:
    signs = list(printed.translate(_SAME))
    for i, sign in enumerate(signs):
        wide = _WIDE.get(sign)
        if wide is None:
            continue
        before, after = signs[i - 1] if i else "", signs[i + 1] if i + 1 < len(signs) else ""
        inside = bool(_LATIN.match(before) and _LATIN.match(after))
        if sign in "()" or not inside:
            signs[i] = wide
    same = "".join(signs)
    return _YEAR.sub(lambda found: f"〔{found[1]}〕", same)
