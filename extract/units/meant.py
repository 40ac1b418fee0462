"""Which agency 该中心, 该局 is: the last one so called that is named before it, or the one that the text is about; and 检测中心, where a
text calls one so for short (以下简称检测中心)."""

from __future__ import annotations

import re

from extract.mentions.agency import agencies_in
from extract.naming.phrase import phrase_before
from extract.units.charter import charter
from kg.model import Agency, Head, Notice, Span

THAT = re.compile(r"[该此](?P<kind>机构|单位|中心|公司|集团|学校|医院|学院|大队|支队|总队|[局委办厅院校所站队馆处社])(?:机关)?(?![属内])")
_OWN = re.compile(
    r"[我本](?P<kind>(?:协|学|商|基金|促进|联合|研究)?会|团体|单位|校|院|公司|集团|行|社|所|站|馆|中心|局|委|办|厅|部)"
    r"(?P<rest>(?:机关|秘书处|理事会|办公室)?)"
)
_KINDS = {"校": ("学校", "大学", "中学", "小学", "学院", "中"), "行": ("银行", "公司"), "集团": ("集团", "公司")}
_PLACE = re.compile(r"(?:[省市区县旗镇乡]|街道)$")
_ANY = ("机构", "单位", "团体")  # words for whatever it is
_BACK = 2000  # no name is referred to by its kind from farther


def meant(notice: Notice, said: str, at: int) -> str | None:
    """The name that a unit told of at a place goes by: what is said, the one called so for short, or for 该中心 the one meant; None where nobody is.

    `望溪区大数据中心为区政府直属事业单位。该中心内设综合科`: 望溪区大数据中心.
    """
    if own := spoken_for(notice, said):
        return own
    that = THAT.fullmatch(said)
    if not that:
        return _called_short(notice.words, said) or said
    kind = "" if that["kind"] in _ANY else that["kind"]
    about = charter(notice)
    return last_called(notice, kind, at) or (about.name if about and about.name.endswith(kind) else None)


def spoken_for(notice: Notice, said: str) -> str:
    """本会, 我局机关 by the name of the one who speaks; "" for other words, and where nobody is called so."""
    own = _OWN.fullmatch(said)
    name = _speaker(notice, own["kind"]) if own else ""
    return name + own["rest"] if own and name else ""


def _speaker(notice: Notice, kind: str) -> str:
    """Who says 本会, 我局: the one whose charter a text is, or who gives it, where its name ends so; "" where nobody's does."""
    about, issuers = charter(notice), notice.head.issuers
    names = [*([about.name] if about else []), *([issuers[0].name] if len(issuers) == 1 else [])]
    return next((name for name in names if kind in _ANY or name.endswith(_KINDS.get(kind, (kind,)))), "")


def _called_short(words: str, said: str) -> str:
    """The agency of which a text says 以下简称 and these words; "" where it says so of none."""
    for found in re.finditer(rf"（(?:以下|下)?简?称(?:为)?“?{re.escape(said)}”?）", words) if f"称{said}" in words or f"“{said}”" in words else ():
        phrase = phrase_before(words, found.start(), said)
        if phrase and phrase.agency:
            return phrase.agency.words
    return ""


def governed(one: Agency, head: Head) -> Agency:
    """A place as the body that governs it and speaks here: 望东镇 sets up offices in a notice of 望东镇人民政府."""
    issuer = head.issuers[0] if len(head.issuers) == 1 else one
    speaks = _PLACE.search(one.name) and issuer.name.startswith(one.name) and issuer.name.endswith(("政府", "办事处"))
    return Agency(issuer.name, one.mention) if speaks else one


def last_called(notice: Notice, kind: str, at: int) -> str:
    """The last agency named before a place whose name ends in a kind and says more; "" where none does. 产投公司为区属国有公司 names one, not two."""
    words, start = notice.words, max(0, at - _BACK)
    named = (
        one.words
        for one in reversed(agencies_in(words, Span(start, at)))
        if not one.group and not words.endswith(("为", "是"), 0, one.span.start) and not THAT.match(one.words)
    )
    return next((one for one in named if one.endswith(kind) and len(one) > len(kind) + 2), "")
