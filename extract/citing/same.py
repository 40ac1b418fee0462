"""Which names mean one text: the full title, the title without its issuer or 中华人民共和国, a short name, the number.

>>> same("中华人民共和国森林法", "森林法"), same("国务院关于加强节水的意见", "关于加强节水的意见"), same("森林法", "草原法")
(True, True, False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.citing.kind import bare

_LOOK_BACK = 100
_SIGNS = re.compile(r"[《》〈〉<>“”‘’「」『』\"'，、：；（）()—·\-\s]+")


def key(title: str) -> str:
    """What of a title is compared: no signs, no state (试行), no 中华人民共和国."""
    return _SIGNS.sub("", bare(title)).removeprefix("中华人民共和国")


def same(one: str, other: str) -> bool:
    """Two titles of one text."""
    first, second = key(one), key(other)
    return first == second or (_about(first) == _about(second) != "" and "" in (_issuer(first), _issuer(second)))


def _about(name: str) -> str:
    """A title without its issuer: from 关于 on, "" where it has none."""
    at = name.find("关于")
    return name[at:] if at >= 0 else ""


def _issuer(name: str) -> str:
    return name[: max(0, name.find("关于"))]


@dataclass(slots=True)
class Texts:
    """The texts that a notice names, each once; `find` gives the place of a text among them."""

    keys: list[str] = field(default_factory=list)
    numbers: list[str | None] = field(default_factory=list)
    _numbered: dict[str, int] = field(default_factory=dict)
    _named: dict[str, list[int]] = field(default_factory=dict)  # by key, and by what follows the issuer
    _shorts: dict[str, int] = field(default_factory=dict)

    def place(self, title: str | None, number: str | None, short: str | None) -> int:
        """The place of a text, a new one where it was not named before."""
        at = self.find(title, number)
        if at is None:
            at = len(self.keys)
            name = key(title) if title else ""
            self.keys.append(name)
            self.numbers.append(number)
            for known in {name, _about(name)} - {""}:
                self._named.setdefault(known, []).append(at)
        elif self.numbers[at] is None:
            self.numbers[at] = number
        if number:
            self._numbered.setdefault(number, at)
        if short:
            self._shorts[key(short)] = at
        return at

    def find(self, title: str | None, number: str | None) -> int | None:
        """The place of a text by its number, short name or title; None where it was not named before."""
        if number and number in self._numbered:
            return self._numbered[number]
        if number and not title and key(number) in self._shorts:  # 以下简称23号公告
            return self._shorts[key(number)]
        if not title:
            return None
        name = key(title)
        if name in self._shorts:
            return self._shorts[name]
        for known in (name, _about(name)):
            for at in self._named.get(known, ()) if known else ():
                alike = name == self.keys[at] or "" in (_issuer(name), _issuer(self.keys[at]))
                if alike and (number is None or self.numbers[at] in (None, number)):
                    return at
        return None

    def shortened(self, title: str) -> int | None:
        """The last text whose title ends in these words (《意见》 after 《国务院关于…的意见》)."""
        name = key(title)
        last = range(len(self.keys) - 1, max(-1, len(self.keys) - 1 - _LOOK_BACK), -1)
        return next((at for at in last if self.keys[at].endswith(name)), None)
