"""What labels and columns that name doers are called: 责任单位, 牵头部门, 主要协作单位, 直接责任人.

A title is made of what they do and what they are, with a word before it (主要, 直接, 共同) or 责任 between (整改责任单位); only titles
that are not made so stand in the list. What they do says their role.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.lexicon import either, table

_MADE = table("duties")["titles"]
_WHOLE = table("duties")["labels"]
ROLES = ("lead", "responsible", "support")


def _any(words: str | list[str]) -> str:
    return either(words.split() if isinstance(words, str) else words)


def _of(role: str) -> str:
    """The titles of a role, as a pattern."""
    made = [f"(?:{_any(_MADE[role])})(?:责任|落实|实施|负责|配合)?(?:{_any(_MADE['who'])})", f"(?:{_any(_MADE['units'][role])})单位"]
    if role == "lead":
        made.append(rf"(?:主要|第一)责任(?:{_any(_MADE['who'])})|牵头(?:(?!单位|部门|科室|处室)[\u4e00-\u9fa5]){{1,4}}(?:单位|部门|处室|科室)")
    rest = f"(?:{_any(_MADE['before'])})?(?:{'|'.join(made)})(?:[及、](?:责任人|{_any(_MADE['who'])}))?"
    return rf"{rest}|{_any(_WHOLE[role])}"


# longer readings first: 牵头责任单位 is no 责任单位
DOERS = "|".join(f"(?P<{role}>{_of(role)})" for role in ROLES)
LIMITS = _any(_WHOLE["deadline"])
_LIMIT = re.compile(LIMITS)
_TITLE = re.compile(DOERS)


@lru_cache(maxsize=4096)  # cells and pieces of text are asked for, not titles alone
def role_of(title: str) -> str | None:
    """What the bodies under a title do; None where it names no doers.

    >>> role_of("主要协作单位"), role_of("牵头责任单位"), role_of("责任单位及责任人"), role_of("完成时限")
    ('support', 'lead', 'responsible', None)
    """
    found = _TITLE.fullmatch(title)
    return found.lastgroup if found else None


def opens_titled(line: str) -> bool:
    """Whether a line begins with what doers are called, colon or not.

    >>> opens_titled("牵头单位区水务局"), opens_titled("区水务局")
    (True, False)
    """
    return _TITLE.match(line) is not None


def names_column(title: str) -> bool:
    """Whether a title is that of doers or of the time they have: 责任单位, 完成时限."""
    return role_of(title) is not None or _LIMIT.fullmatch(title) is not None
