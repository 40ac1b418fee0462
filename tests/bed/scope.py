"""Fills a template: `<a|b|>` is one of these, `{person1}` a word drawn once, `{S}` a word of the whole notice.

>>> Scope(Names("x")).filled("任命{person1}<同志|>为{L}{bureau1}局长")  # doctest: +SKIP
'任命王涛同志为区水务局局长'
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.bed.names import Names

_CHOICE = re.compile(r"<([^<>]*)>")
_BARE = re.compile(r"{(\w+)}")


class Scope(dict[str, str]):
    """The words of a notice or, with those of the notice behind it, of one form in it.

    A name that ends in a digit is of this scope alone; any other is of the notice.
    """

    def __init__(self, names: Names, behind: Scope | None = None, given: Mapping[str, str] | None = None) -> None:
        super().__init__(given or {})
        self.names, self.behind = names, behind

    def __missing__(self, key: str) -> str:
        if self.behind is not None and not key[-1].isdigit():
            return self.behind[key]
        self[key] = self.names.draw(key.rstrip("0123456789"))
        return self[key]

    def filled(self, template: str) -> str:
        """One of each choice, innermost first, then the words."""
        while _CHOICE.search(template):
            template = _CHOICE.sub(lambda hit: self.names.dice.choice(hit[1].split("|")), template, count=1)
        bare = _BARE.fullmatch(template)  # the word itself, with what it knows of itself
        return self[bare[1]] if bare else template.format_map(self)
