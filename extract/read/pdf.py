"""PDF files with a text layer."""

from __future__ import annotations

from extract.read.apart import MEMORY, SECONDS, TooMuch, apart
from extract.read.layer import Layer
from extract.read.pdf_pages import read_pages
from kg.errors import InputError


def read(name: str, data: bytes) -> Layer:
    """The text of a PDF; InputError where it is encrypted, broken, a picture of text, or takes too much to be read."""
    try:
        return apart(read_pages, name, data)
    except TooMuch as error:
        raise InputError(
            name, f"a page of it takes more than {SECONDS} s to draw, or {MEMORY >> 30} GB of memory"
        ) from error
