"""How a thing looks: its colours, its lines of text and how much room they take."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

FONT = 14
LEADING = 18
PADDING = 9
WIDEST = 11  # Chinese characters a line
LINES = 3
CLOSING = "，。、；：？！）〕》〉”’…"  # none of these begins a line


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and border of a class, dark text on both; told apart by colour-blind readers by lightness too."""

    fill: str
    border: str


LOOKS = {
    "Agency": Look("#d6e6f7", "#2f6fb0"),
    "Person": Look("#ffe3b8", "#c47a00"),
    "Post": Look("#fff6d9", "#d1b05a"),
    "Document": Look("#e3ded6", "#7a6a55"),
    "Task": Look("#d9efd7", "#4c8f4a"),
    "Field": Look("#e9dcf3", "#8757a8"),
    "Service": Look("#cfeeec", "#27857f"),
    "Gazette": Look("#f6d5d5", "#b04545"),
}
OTHER = Look("#eeeeee", "#888888")


def look(label: str) -> Look:
    return LOOKS.get(label, OTHER)


def wrapped(name: str, widest: float = WIDEST, lines: int = LINES) -> tuple[str, ...]:
    """The name over a few lines of about one length, cut with … where it is too long.

    >>> wrapped("临澜市望溪区人民政府关于干部任免的通知")
    ('临澜市望溪区人民政府', '关于干部任免的通知')
    """
    whole = measure(name)
    count = min(lines, max(1, -(-int(whole * 10) // int(widest * 10))))
    width = min(widest, whole / count + 0.5)
    found: list[str] = []
    line = ""
    for character in name:
        if (
            line
            and character not in CLOSING
            and measure(line + character) > width
            and (len(found) < count - 1 or measure(line + character) > widest)
        ):
            found.append(line)
            line = ""
        line += character
    found.append(line)
    if len(found) > lines:
        last = found[lines - 1]
        while measure(last) > widest - 1:
            last = last[:-1]
        found = [*found[: lines - 1], last + "…"]
    return tuple(found)


def measure(text: str) -> float:
    """The width in Chinese characters."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.55 for character in text)


def room(lines: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of a box with these lines."""
    return max(map(measure, lines)) * FONT + 2 * PADDING, len(lines) * LEADING + 2 * PADDING
