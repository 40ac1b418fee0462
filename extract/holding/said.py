"""One person named with posts."""

from __future__ import annotations

from dataclasses import dataclass

from extract.mentions.post import Holding
from kg.model import Notice, Span

_FIRM = ("公司", "集团", "银行")
_SCHOOL = ("大学", "学校", "中学", "小学")


@dataclass(frozen=True, slots=True)
class Said:
    """副区长李望川: the name, the posts, where they stand, and the form that said it."""

    name: str
    holdings: tuple[Holding, ...]
    span: Span
    cue: str
    confidence: float


def own_titles(notice: Notice) -> tuple[str, ...]:
    """The heads of the body that issues a notice: 局长 of a 局, 总经理 of a firm; such a title needs no body beside the name."""
    issuer = notice.head.issuers[0].mention if notice.head.issuers else ""
    if issuer.endswith(_FIRM):
        return ("董事长", "总经理", "总裁", "总监")
    if issuer.endswith(_SCHOOL):
        return ("校长",)
    return (issuer[-1] + "长",) if issuer.endswith(tuple("局厅部院校")) else ("主任",) if issuer.endswith(("委", "办", "委员会")) else ()
