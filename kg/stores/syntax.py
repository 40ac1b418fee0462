"""What Oxigraph says of a query that it does not understand, in the words that grafeo has for it: the place, what was
expected there, and the line."""

from __future__ import annotations

import re

_SAID = re.compile(
    r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL
)
_SET = re.compile(r"\[(?:[^\]']|'[^']*')*\]")  # a set of characters: ['0' ..= '9' | '_'], or [_], the end
_SENTENCE = re.compile(r"[A-Z][A-Za-z]* [a-zA-Z ]+")
_WIDE = 60  # characters shown on each side of the place


def syntax_error(said: str, text: str) -> str:
    """
    >>> print(syntax_error('error at 1:12: expected one of "{", FROM, [_]', "SELECT ?s WERE { }"))
    syntax error: expected "{" or FROM
      --> query:1:12
       |
     1 | SELECT ?s WERE { }
       |            ^
    """
    found = _SAID.fullmatch(said)
    if found is None:
        return said
    line, column = int(found["line"]), int(found["column"])
    shown = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    begin = max(column - 1 - _WIDE, 0)
    words = shown[begin : column - 1 + _WIDE].replace("\t", " ")
    return (
        f"syntax error: {_expected(found['expected'])}\n  --> query:{line}:{column}\n   |\n{line:2} | {words}\n"
        f"   | {' ' * (column - 1 - begin)}^"
    )


def _expected(said: str) -> str:
    """The words that would have been right there, without the sets of characters; what is wrong, where it says so."""
    words = [one.strip() for one in _SET.sub("", said).split(", ") if one.strip()]
    if sentence := next((one for one in words if _SENTENCE.fullmatch(one)), None):
        return sentence[0].lower() + sentence[1:] if not sentence[1].isupper() else sentence
    if not words:
        return "the query is not understood from here on"
    return "expected " + " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
