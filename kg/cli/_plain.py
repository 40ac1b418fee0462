"""Words on a terminal: what they hold does not steer it."""

from __future__ import annotations

import re

_STEERS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """What is printed to be read, sign for sign without what would steer a terminal: lines and tabs stay.

    >>> plain("王涛\\x1b[2J")
    '王涛\ufffd[2J'
    """
    return _STEERS.sub("\ufffd", text)


def escaped(json: str) -> str:
    """JSON that says the same, with these signs as escapes: they stand in strings only."""
    return _STEERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json)
