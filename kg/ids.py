"""Every id of the project: 128 bits of SHA-256 over the fewest raw values that tell two things apart.

An id never changes because something else was learned: what turns out to be the same is said by a decision
(`kg.resolve`). `scope` ties words that mean something only where they stand (区教育局, 关于防汛的通知; see
`kg.proper`) to their notice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from hashlib import sha256

from kg.model import Agency, Fact, Value
from kg.proper import is_proper

BASE = "https://w3id.org/gazette-kg/id/"

type Scope = tuple[str, ...]

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)

# 望政发〔2019〕1号 and 国务院令第513号 name their body; 第7号 and 公告第3号 do not
_WHOSE = re.compile(r"^[^\d第〔]+〔\d{4}〕|^(?!令|公告|通告|第)\D{2,}第?\d+号$")
# 物业管理条例, 预算法: the law of the land, or it says of which place
_LAW = re.compile(r"(?:法|条例)$")


def digest(*parts: str) -> str:
    """32 hex digits over words, each kept apart from the next."""
    apart = "".join([f"{len(part)}:{part}" for part in parts])
    return sha256(apart.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def iri(identifier: str) -> str:
    return BASE + identifier


def source_id(source_digest: str) -> str:
    return f"source-{source_digest}"


def fact_id(fact: Fact, source_digest: str) -> str:
    """The same words of the same bytes, read as the same fact, are one fact."""
    args = {name: plain(value) for name, value in sorted(fact.args.items()) if value is not None}
    place = fact.evidence
    return "fact-" + digest(fact.type, source_digest, str(place.start), str(place.end), _JSON.encode(args))


def plain(value: Value) -> object:
    """An argument as JSON values, the same for equal values."""
    match value:
        case Agency(name, mention, group):
            return {"name": name, "mention": mention} | ({"group": True} if group else {})
        case tuple():
            return [plain(one) if isinstance(one, Agency) else dict(sorted(one.items())) for one in value]
        case _:
            return value


def agency_id(name: str, scope: Scope) -> str:
    """A name that tells whom it means is one agency; words like 区教育局 are so only within their notice.

    >>> agency_id("临澜市教育局", ("a",)) == agency_id("临澜市教育局", ("b",))
    True
    """
    return "agency-" + digest(name, *_unless(is_proper(name), scope))


def post_id(agency: str | None, title: str, scope: Scope) -> str:
    """Whose and what: 临澜市教育局 with 局长 is the post 临澜市教育局局长."""
    return "post-" + digest((agency or "") + title, *_unless(is_proper(agency or title), scope))


def person_id(name: str, scope: Scope) -> str:
    """A name within one notice; that two notices mean one person is a decision."""
    return "person-" + digest(name, *scope)


def document_id(number: str | None, title: str | None, issuers: Sequence[str], scope: Scope) -> str:
    """A number that says whose it is, else the title with its issuers; a title that is nobody's stays in its notice."""
    if number and _WHOSE.match(number):
        return "document-" + digest("number", number)
    owned = all(map(is_proper, issuers)) if issuers else bool(title and not number and _is_owned(title))
    return "document-" + digest(
        "title", number or "", title or "", "、".join(issuers), *_unless(owned, scope)
    )


def thing_id(label: str, words: Sequence[str], scope: Scope) -> str:
    """Anything else: its label and words, and its scope where its class belongs to one notice."""
    return f"{label.lower()}-" + digest(*words, *scope)


def edge_id(fact: str | None, label: str, source: str, target: str) -> str:
    """One per fact that draws it; `fact` None for an edge that is drawn once."""
    return "edge-" + digest(fact or "", label, source, target)


def _unless(alone: bool, scope: Scope) -> Scope:
    return () if alone else scope


def _is_owned(title: str) -> bool:
    """临澜市人民政府关于… is of that government; 区政府关于… and 关于… are of whoever is speaking."""
    whose, about, _ = title.partition("关于")
    return is_proper(whose) if about else bool(is_proper(title) or _LAW.search(title))
