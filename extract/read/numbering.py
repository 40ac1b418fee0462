"""The numbers that Word puts before the paragraphs of a list: they stand in no text, yet the reader sees them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from extract.read.flow import whole

_DIGITS = "零一二三四五六七八九"
_FORMS = """chineseCounting chineseCountingThousand chineseLegalSimplified ideographDigital japaneseCounting
taiwaneseCounting taiwaneseCountingThousand"""
_CHINESE = frozenset(_FORMS.split())
_CIRCLES = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))
_STEMS = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` such as `（%1）`, `format` such as `chineseCounting`."""

    text: str
    format: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as its paragraphs are read in order."""

    lists: Mapping[str, tuple[str, Mapping[int, Level]]] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Numbering:
        try:
            element = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return cls()
        abstract = {
            one.get(qn("w:abstractNumId")) or "": _levels(one) for one in element.iter(qn("w:abstractNum"))
        }
        lists = {}
        for one in element.iter(qn("w:num")):
            of = one.find(qn("w:abstractNumId"))
            key = (of.get(qn("w:val")) or "") if of is not None else ""
            lists[one.get(qn("w:numId")) or ""] = (key, abstract.get(key, {}))
        styles = {}
        for style in document.styles.element.iter(qn("w:style")):
            if found := _reference(style):
                styles[style.get(qn("w:styleId")) or ""] = found
        return cls(lists, styles)

    def label(self, paragraph: _Element) -> str:
        """The number of a paragraph, "" where it has none; to be asked once for each, in order."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        found = _reference(paragraph) or (
            self.styles.get(style.get(qn("w:val")) or "") if style is not None else None
        )
        if found is None or found[0] not in self.lists:
            return ""
        key, levels = self.lists[found[0]]
        depth = found[1]
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(key, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]

        def shown(hit: re.Match[str]) -> str:
            at = int(hit[1]) - 1
            level = levels.get(at)
            return numeral(counts.get(at, level.start), level.format) if level else ""

        return re.sub(r"%([1-9])", shown, levels[depth].text)


def numeral(count: int, form: str) -> str:
    """A count in the form of Word's name for it.

    >>> numeral(12, "chineseCounting"), numeral(3, "decimalEnclosedCircle"), numeral(4, "bullet")
    ('十二', '③', '')
    """
    if form in _CHINESE:
        return _chinese(count)
    if form in _CIRCLES and 1 <= count <= 20:
        return chr(0x2460 + count - 1)
    if form in _STEMS:
        return _STEMS[form][(count - 1) % len(_STEMS[form])]
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("none", "bullet"):
        return ""
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _chinese(count: int) -> str:
    """Up to 999; 十二, 二十, 一百零三."""
    if not 0 < count < 1000:
        return str(count)
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    parts = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        parts += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        parts += "零"
    return parts + (_DIGITS[ones] if ones else "")


def _levels(element: _Element) -> dict[int, Level]:
    levels = {}
    for one in element.iter(qn("w:lvl")):
        text, form, start = (one.find(qn(tag)) for tag in ("w:lvlText", "w:numFmt", "w:start"))
        said = (text.get(qn("w:val")) or "") if text is not None else ""
        kind = (form.get(qn("w:val")) or "decimal") if form is not None else "decimal"
        first = whole(start.get(qn("w:val")), 1) if start is not None else 1
        levels[whole(one.get(qn("w:ilvl")), 0)] = Level("" if kind == "bullet" else said, kind, first)
    return levels


def _reference(element: _Element) -> tuple[str, int] | None:
    """Which list and level a paragraph or style names."""
    number = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if number is None:
        return None
    which, depth = number.find(qn("w:numId")), number.find(qn("w:ilvl"))
    if which is None:
        return None
    return which.get(qn("w:val")) or "", whole(depth.get(qn("w:val")), 0) if depth is not None else 0
