"""PDF files with a text layer: lines put back into paragraphs, tables by their ruled cells, page by page.

Pages are parted by form feeds, so that running heads and page numbers are known for what they are.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException

from extract.read.flow import cell, table
from extract.read.layer import Layer
from kg.errors import InputError

_PAGES = 5_000
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_MARGIN = 0.09  # of the height of a page: where running heads and page numbers stand
# in shares of the size of a character: from here a space is a space, and is wide
_SPACE, _WIDE = 0.5, 1.4


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a table, or a line in the margin of a page; `top` is how far down it begins."""

    text: str
    top: float
    margin: bool = False
    small: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return re.sub(r"[\s\d\W]", "", self.text), round(self.top / 4)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and the box it fills, in points from the left and the top."""

    text: str
    x0: float
    x1: float
    top: float
    size: float


def read(name: str, data: bytes) -> Layer:
    """The text of a PDF; InputError where it is encrypted, broken, or only a picture of text."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each odd font, line by line
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            if len(file.pages) > _PAGES:
                raise InputError(name, f"has {len(file.pages)} pages, more than {_PAGES}")
            pages: list[list[Part]] = []
            pictures = 0
            for page in file.pages:
                pages.append(_page(page))
                pictures += bool(page.images)
                page.close()
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise InputError(name, "the PDF is encrypted: it needs a password") from error
    except InputError:
        raise
    except Exception as error:  # pdfminer raises many kinds on broken files
        if isinstance(error, PdfminerException) and any(
            isinstance(one, PDFPasswordIncorrect | PDFEncryptionError) for one in error.args
        ):
            raise InputError(name, "the PDF is encrypted: it needs a password") from error
        raise InputError(name, f"the PDF is broken: {type(error).__name__}: {error}") from error
    text = "\f".join("\n".join(part.text for part in page) for page in _without_heads(pages))
    signs = len(re.sub(r"\s", "", text))
    if signs < 20 * len(pages) and (pictures * 2 >= len(pages) or not signs):
        raise InputError(name, "a scanned PDF without a text layer: its text is to be recognised (OCR) first")
    unmapped = sum(len(hit) for hit in _UNMAPPED.findall(text))
    if unmapped * 3 > signs:
        raise InputError(
            name, "the fonts of the PDF do not say which characters they show: recognise its text (OCR) first"
        )
    doubt = (
        f"{len(_UNMAPPED.findall(text))} characters of the PDF are not told by its fonts"
        if unmapped
        else None
    )
    return Layer(text, None, doubt)


def _page(page: Page) -> list[Part]:
    """The paragraphs and tables of a page, from top to bottom."""
    tables = [one for one in _tables(page) if _is_table(one)]
    boxes = [one.bbox for one in tables]

    def outside(thing: dict[str, float]) -> bool:
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)

    words = page.extract_words(x_tolerance_ratio=_SPACE, keep_blank_chars=False, extra_attrs=["size"])
    lines = list(_lines([word for word in words if outside(word)]))
    parts = [(line.top, line) for line in lines]
    shown = [Part(table(_rows(one)), one.bbox[1]) for one in tables]
    left, right = min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=0.0)
    if right - left < page.width * 0.6:  # a title page: nothing there fills a line
        left, right = 0.0, float(page.width)
    usual = median([line.size for line in lines] or [0.0])
    last: Line | None = None
    for top, line in parts:
        cut = any(last is not None and last.top < box[1] < top for box in boxes)
        if last is not None and not cut and shown and _runs_on(last, line, left, right):
            shown[-1] = Part(shown[-1].text + line.text, shown[-1].top)
        else:
            small = line.size < 0.8 * usual
            margin = not _MARGIN < top / float(page.height) < 1 - _MARGIN
            shown.append(Part(line.text, top, margin, small))
        last = line
    return sorted((part for part in shown if part.text), key=lambda part: part.top)


def _without_heads(pages: Sequence[Sequence[Part]]) -> Iterator[list[Part]]:
    """The pages without the running heads and page numbers in their margins.

    They are in smaller letters, or nothing but a number, or stand at the same height on two pages and more.
    """
    often = Counter(part.key for page in pages for part in page if part.margin)
    for page in pages:
        heads = {
            part for part in page if part.margin and (part.small or not part.key[0] or often[part.key] > 1)
        }
        yield [part for part in page if part not in heads]


def _tables(page: Page) -> Sequence[Table]:
    return page.find_tables() if page.lines or page.rects or page.curves else ()


def _is_table(one: Table) -> bool:
    """A table has two rows or columns and more; one ruled box is a frame around text."""
    return len(one.cells) >= 4 and len(one.rows) > 1


def _rows(one: Table) -> Iterator[list[str]]:
    for row in one.extract(x_tolerance_ratio=_SPACE):
        yield [cell([(text or "").replace("\n", " ")]) for text in row]


def _lines(words: list[dict[str, float]]) -> Iterator[Line]:
    """Words to lines: what stands at one height, from left to right, spaces by their width."""
    rows: list[list[dict[str, float]]] = []
    for word in sorted(words, key=lambda one: (one["top"] + one["bottom"]) / 2):
        middle = (word["top"] + word["bottom"]) / 2
        if (
            rows
            and middle <= rows[-1][0]["bottom"]
            and middle - (rows[-1][0]["top"] + rows[-1][0]["bottom"]) / 2 < word["size"] / 2
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda one: one["x0"])
        text, end = str(row[0]["text"]), row[0]["x1"]
        for word in row[1:]:
            gap = (word["x0"] - end) / max(word["size"], 1.0)
            text += ("  " if gap > _WIDE else " " if gap > _SPACE / 2 else "") + str(word["text"])
            end = max(end, word["x1"])
        yield Line(text, row[0]["x0"], end, row[0]["top"], max(word["size"] for word in row))


def _runs_on(last: Line, line: Line, left: float, right: float) -> bool:
    """A line that fills the page runs on in the next, unless that one is indented, larger, or further below."""
    full = last.x1 > right - 1.6 * last.size and last.x0 < left + 2.6 * last.size
    flush = line.x0 < left + 0.8 * line.size
    near = line.top - last.top < 2.6 * max(last.size, line.size)
    return full and flush and near and abs(last.size - line.size) < 1.0
