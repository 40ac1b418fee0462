"""Which queries may run at all. What a query hides, it hides in vain: when in doubt it is refused.

Oxigraph reaches the network by SERVICE, grafeo reads any file by LOAD CSV. A lexer of our own could be led astray by
text that the engine reads otherwise (`'<http://x#'SERVICE#>`), so the words themselves are refused wherever they
stand, but for the few places where no engine can take them for keywords. The worker that runs a query is besides not
able to open a file or a socket (`kg.stores.worker`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from kg.errors import QueryError
from kg.ids import BASE
from kg.stores.store import Param

LONGEST = 100_000

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile(r"service", re.IGNORECASE)
# ?service and ?public_service; gk:Service; <https://w3id.org/gazette-kg/ns#Service> without a quote in it
_NO_KEYWORD = re.compile(
    r"[?$]\w*service\w*|(?<![\w-])[A-Za-z][\w-]*:\w*service\w*|<https?://[\w./:~%-]*[#/]\w*service\w*>",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(rf"\bFROM\s*(?:NAMED\s*)?<(?!{re.escape(BASE)})[^>]*>", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|PREFIX\s+[^\s<]*\s*<[^>]*>|BASE\s*<[^>]*>)*"
    r"(?P<word>INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_LOAD, _FROM = re.compile(r"\bload\b", re.IGNORECASE), re.compile(r"\bfrom\b", re.IGNORECASE)
_HALF = re.compile(r"[\ud800-\udfff]")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_STRING = r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
_TOKEN = re.compile(rf"{_STRING}|<[^<>\"'{{}}|^`\\\s$]*>|#[^\n]*|\$(?P<name>\w+)", re.DOTALL)
_IRI = re.compile(r"<(?P<iri>[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*)>")


def check_sparql(text: str) -> None:
    """QueryError for a query that asks another server or another graph, or would write, or is no text."""
    plain = _plain(text)
    if found := _UPDATE.match(plain):
        raise QueryError(f"a query only reads: {found['word'].upper()} is not allowed")
    if _SERVICE.search(_NO_KEYWORD.sub(" ", plain)):
        raise QueryError(
            "SERVICE is not allowed: a query asks this graph only (where the word is a value, pass it as a parameter)"
        )
    if found := _ELSEWHERE.search(plain):
        raise QueryError(
            f"{found[0]} is not allowed: a query asks this graph only, `FROM id:…` a source of it "
            "(where the words are a value, pass them as a parameter)"
        )


def check_cypher(text: str, params: Mapping[str, Param] | None = None) -> None:
    """QueryError for a query that reads a file, or is no text, and for a parameter that no server takes."""
    plain = _plain(text)
    if (found := _LOAD.search(plain)) and _FROM.search(plain, found.end()):
        raise QueryError("LOAD … FROM is not allowed: a query asks this graph only, and reads no file")
    for name, value in (params or {}).items():
        if isinstance(value, str) and _HALF.search(value):
            raise QueryError(f"${name} holds half of a character (U+D800 to U+DFFF)")
        if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
            raise QueryError(f"${name} is a number of more than 64 bits")


def fill(text: str, params: Mapping[str, Param]) -> str:
    """A SPARQL query with its parameters as terms; `<http://…>` is an IRI, any other string a literal.

    Every ASCII character of a value is written as `\\uXXXX`, so that none can end the literal it stands in.

    >>> fill("SELECT ?p { ?p gk:count $n }", {"n": 3})
    'SELECT ?p { ?p gk:count 3 }'
    """
    used = set()

    def term(found: re.Match[str]) -> str:
        name = found["name"]
        if name is None or name not in params:
            return found[0]
        used.add(name)
        return _term(params[name])

    filled = _TOKEN.sub(term, text)
    if unused := sorted(set(params) - used):
        raise QueryError(f"the query has no ${', $'.join(unused)}")
    return filled


def _term(value: Param) -> str:
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, float):
        if not math.isfinite(value):
            raise QueryError("a parameter is a number without end, or none")
        return repr(value) + ("" if "e" in repr(value) else "e0")
    if found := _IRI.fullmatch(value):
        return f"<{_escaped(found['iri'])}>"
    if _NOT_TEXT.search(value):
        raise QueryError("a parameter holds a control character")
    return f'"{_escaped(value)}"'


def _escaped(words: str) -> str:
    return "".join([f"\\u{ord(sign):04X}" if sign.isascii() else sign for sign in words])


def _plain(text: str) -> str:
    """The text with its escapes resolved, as often as it takes."""
    if len(text) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST} characters")
    if found := _NOT_TEXT.search(text):
        raise QueryError(f"the query holds a control character at {found.start()}")
    for _ in range(10):
        plain = _ESCAPE.sub(lambda sign: _sign(int(sign[1] or sign[2], 16)), text)
        if plain == text:
            return text
        text = plain
    raise QueryError("the query hides its words under escapes")


def _sign(code: int) -> str:
    return chr(code) if code < 0x110000 else " "
