"""`publication`: the notice puts another text in force (印发 转发 公布 发布 批转)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.publishing import Publishing, published
from extract.mentions.naming import full_name
from kg.model import Agency, Finding, Notice, Refusal

_VERB = r"(?:印发|转发|批转|公布|发布|颁布|颁发|下发)"
# by its body (现将《…》印发给你们), by its title alone (关于印发…的通知), by its list of annexes (现予公布，附件：…目录)
CUES: dict[str, re.Pattern[str]] = {
    "clause": re.compile(rf"(?:现|予以|一并).{{0,60}}{_VERB}|{_VERB}给?你们"),
    "title": re.compile(rf"{_VERB}.+的(?:通知|公告|决定)$"),
    "annex": re.compile(r"附件"),
}
_CONFIDENCE = {"clause": 0.99, "title": 0.9, "annex": 0.9}


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact for each text that the notice puts in force."""
    for one in published(notice):
        drafter = _drafter(notice, one)
        args = {"action": one.action, "title": notice.printed[one.title.slice], "drafter": drafter}
        yield Finding(args, one.span, f"publication.{one.rule}", _CONFIDENCE[one.rule])


def _drafter(notice: Notice, one: Publishing) -> Agency | None:
    """Who wrote the text; None where the notice's own senders did (本区教育局、财政局联合制定的《…》)."""
    if one.drafter is None:
        return None
    words = notice.words[one.drafter.slice]
    name = full_name(words, notice.head.jurisdiction)
    joint = len(notice.head.issuers) > 1 and notice.words.startswith("、", one.drafter.end)
    own = any(issuer.name == name or issuer.mention == words for issuer in notice.head.issuers)
    return None if own or joint else Agency(name, words)
