"""One input to its text."""

from __future__ import annotations

import hashlib

from extract.read.inputs import Input
from extract.read.words import to_text
from kg.errors import InputError
from kg.model import Source, Text


def load(one: Input) -> Text:
    try:
        data = one.path.read_bytes()
    except OSError as error:
        raise InputError(one.name, error.strerror or str(error)) from error
    try:
        raw = data.decode()
    except UnicodeDecodeError as error:
        raise InputError(one.name, "not UTF-8") from error
    return to_text(Source(one.name, hashlib.sha256(data).hexdigest()), raw)
