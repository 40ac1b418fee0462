"""Web pages that a browser saved with all their parts in one file (.mhtml): the page of them."""

from __future__ import annotations

import email
import email.policy

from extract.read import html
from extract.read.layer import Layer
from kg.errors import InputError


def read(name: str, data: bytes) -> Layer:
    """The text of the first page in the file."""
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return html.read(name, page, part.get_content_charset())
    raise InputError(name, "holds no web page")
