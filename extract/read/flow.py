"""Text put together from the parts of a page: blocks on lines of their own, the cells of a row by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_EDGES = re.compile(r" *\n *")
_MANY = re.compile(r"\n{3,}")


def line(text: str) -> str:
    """Text on one line; ideographic and hard spaces, which are meant, stay.

    >>> line(" 王\\n  涛 ")
    '王 涛'
    """
    return _SPACE.sub(" ", text).strip(" ")


def cell(paragraphs: Iterable[str]) -> str:
    """The paragraphs of a cell on one line, with a wide gap between them."""
    return "  ".join(filter(None, map(line, paragraphs)))


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows on lines, cells by tabs: a cell that is merged over others stands once, the others are empty.

    >>> table([["姓名", "职务"], ["王涛", "局长"]])
    '姓名\\t职务\\n王涛\\t局长'
    """
    return "\n".join("\t".join(row) for row in rows if any(row))


def blocks(parts: Iterable[str]) -> str:
    """Lines put together; no more than one empty line between them, none before and after."""
    return _MANY.sub("\n\n", _EDGES.sub("\n", "\n".join(parts))).strip("\n")


def whole(said: str | None, otherwise: int) -> int:
    """A whole number as a file says it, `otherwise` where it says none.

    >>> whole("3", 1), whole("x", 1), whole(None, 1)
    (3, 1, 1)
    """
    return int(said) if said is not None and re.fullmatch(r"[0-9]{1,9}", said) else otherwise
