"""One input to its text, whatever kind of file it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from extract.read.apart import MEMORY, TooMuch, apart
from extract.read.archive import member
from extract.read.encoding import decode
from extract.read.inputs import Input
from extract.read.kinds import DOCX, HTML, MHTML, PDF, TEXT, ZIP, media_type
from extract.read.layer import Layer
from extract.read.words import to_text
from kg.errors import ArchiveError, InputError
from kg.model import Source, Text

LARGEST = 512 << 20  # bytes of one file
SECONDS = 600  # of the processor for a page or a Word file; a table of a million rows takes some 100


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text, and what is not sure about it (its encoding was guessed, some bytes are not of it)."""

    text: Text
    doubt: str | None = None


def load(one: Input) -> Loaded:
    """The text of an input; InputError says why there is none."""
    data = _bytes(one)
    kind = media_type(one.name, data)
    layer = _layer(one.name, data, kind)
    if not layer.raw.strip():
        raise InputError(one.name, "holds no text")
    source = Source(one.name, hashlib.sha256(data).hexdigest(), kind, layer.encoding)
    return Loaded(to_text(source, layer.raw), layer.doubt)


def _bytes(one: Input) -> bytes:
    if one.member is not None:
        return member(one.name, one.path, one.member)
    try:
        size = one.path.stat().st_size
        if size > LARGEST:
            raise InputError(one.name, f"is {size >> 20} MB, more than {LARGEST >> 20}")
        return one.path.read_bytes()
    except OSError as error:
        raise InputError(one.name, error.strerror or str(error)) from error


def _layer(name: str, data: bytes, kind: str) -> Layer:
    if kind == ZIP:
        raise ArchiveError(name, "a .zip inside a .zip, or under another name, is not opened: unpack it")
    if kind == PDF:  # which has bounds for each page
        return _read(lambda: None, "pdf", name, data)
    if kind != TEXT:
        try:
            return apart(_read, {HTML: "html", MHTML: "mhtml", DOCX: "docx"}[kind], name, data, seconds=SECONDS)
        except TooMuch as error:
            bounds = f"{SECONDS} s, or {MEMORY >> 30} GB of memory"
            raise InputError(name, f"to be read it takes more than {bounds}: part it, or save it as .txt") from error
    decoded = decode(data)
    if decoded is None:
        raise InputError(name, "a binary file, or in an encoding that is not known")
    return Layer(decoded.text, decoded.encoding, decoded.doubt)


def _read(step: Callable[[], None], module: str, name: str, data: bytes) -> Layer:
    """By the module of a kind of file; its libraries are large, so only who reads such a file waits for them."""
    read = import_module(f"extract.read.{module}").read
    return read(name, data)  # type: ignore[no-any-return]
