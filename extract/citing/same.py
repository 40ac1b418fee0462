"""Which names mean one text: the full title, the title without its issuer or 中华人民共和国, a short name, the number.

>>> same("中华人民共和国森林法", "森林法"), same("国务院关于加强节水的意见", "关于加强节水的意见"), same("森林法", "草原法")
(True, True, False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.citing.kind import bare

_SIGNS = re.compile(r"[《》〈〉“”‘’\"'，、：；（）()—·\-\s]+")


def key(title: str) -> str:
    """What of a title is compared: no signs, no state (试行), no 中华人民共和国."""
    return _SIGNS.sub("", bare(title)).removeprefix("中华人民共和国")


def same(one: str, other: str) -> bool:
    """Two titles of one text."""
    return _alike(key(one), key(other))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return shorter.startswith("关于") and longer.endswith(shorter)


@dataclass(slots=True)
class Texts:
    """The texts that a notice names, each once; `find` gives the place of a text among them."""

    keys: list[str] = field(default_factory=list)
    numbers: list[str | None] = field(default_factory=list)
    shorts: dict[str, int] = field(default_factory=dict)

    def place(self, title: str | None, number: str | None, short: str | None) -> int:
        """The place of a text, a new one where it was not named before."""
        at = self.find(title, number)
        if at is None:
            at = len(self.keys)
            self.keys.append(key(title) if title else "")
            self.numbers.append(number)
        elif self.numbers[at] is None:
            self.numbers[at] = number
        if short:
            self.shorts[key(short)] = at
        return at

    def find(self, title: str | None, number: str | None) -> int | None:
        if number and number in self.numbers:
            return self.numbers.index(number)
        if not title:
            return None
        name = key(title)
        if name in self.shorts:
            return self.shorts[name]
        for at, known in enumerate(self.keys):
            if known and _alike(name, known) and (number is None or self.numbers[at] in (None, number)):
                return at
        return None

    def shortened(self, title: str) -> int | None:
        """The last text whose title ends in these words (《意见》 after 《国务院关于…的意见》)."""
        name = key(title)
        return next((at for at in reversed(range(len(self.keys))) if self.keys[at].endswith(name)), None)
