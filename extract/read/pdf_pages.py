"""The pages of a PDF, put together again to a text."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Callable

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import stream_value
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from extract.read.layer import Layer
from extract.read.layout import Item, flow, page_items, without_heads
from kg.errors import InputError

_PAGES = 5_000
_DRAWN = 8 << 20  # bytes of what draws one page; a full page of text takes some 20,000
_UNPACKED = 256 << 20  # bytes of one stream; a page scanned in colours takes some 100 million
_STREAM = re.compile(rb"stream\r?\n")
_UNMAPPED = re.compile(r"\(cid:\d+\)")  # a character whose font does not say what it is


def read_pages(step: Callable[[], None], name: str, data: bytes) -> Layer:
    """The text of a PDF; InputError where it is encrypted, broken, or only a picture of text. `step` is called for each
    page."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each odd font, line by line
    _check_streams(name, data)
    items: list[Item] = []
    pictures = 0
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            pages = len(file.pages)
            if pages > _PAGES:
                raise InputError(name, f"has {pages} pages, more than {_PAGES}")
            for number, page in enumerate(file.pages):
                step()
                _check_drawn(name, page, number)
                items += page_items(page, number)
                pictures += bool(page.images)
                page.close()
    except InputError:
        raise
    except Exception as error:  # pdfminer raises many kinds on broken files
        if any(isinstance(one, PDFPasswordIncorrect | PDFEncryptionError) for one in (error, *error.args)):
            raise InputError(name, "the PDF is encrypted: it needs a password") from error
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, MemoryError):
            raise cause from error
        raise InputError(name, f"the PDF is broken: {type(cause).__name__}: {cause}") from error
    text = flow(list(without_heads(items)))
    signs, unmapped = len(re.sub(r"\s", "", text)), _UNMAPPED.findall(text)
    if signs < 20 * pages and (pictures * 2 >= pages or not signs):
        raise InputError(name, "a scanned PDF without a text layer: its text is to be recognised (OCR) first")
    if sum(map(len, unmapped)) * 3 > signs:
        raise InputError(
            name, "the fonts of the PDF do not say what they show: recognise its text (OCR) first"
        )
    return Layer(text, None, f"{len(unmapped)} characters are not told by their fonts" if unmapped else None)


def _check_streams(name: str, data: bytes) -> None:
    """InputError where a stream unpacks to more than any page needs: pdfminer unpacks it whole."""
    view = memoryview(data)
    for hit in _STREAM.finditer(data):
        unpack = zlib.decompressobj()
        try:
            unpack.decompress(view[hit.end() : data.find(b"endstream", hit.end())], _UNPACKED)
        except zlib.error:  # packed in another way, or not at all
            continue
        if unpack.unconsumed_tail:
            raise InputError(
                name, f"a stream of it unpacks to more than {_UNPACKED >> 20} MB: it looks like a bomb"
            )


def _check_drawn(name: str, page: Page, number: int) -> None:
    drawn = sum(len(stream_value(one).get_data()) for one in page.page_obj.contents)
    if drawn > _DRAWN:
        raise InputError(name, f"page {number + 1} is drawn by {drawn >> 20} MB, more than {_DRAWN >> 20}")
