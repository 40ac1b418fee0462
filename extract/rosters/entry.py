"""One line of a roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.mentions.post import Holding
from kg.model import Span


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A member of a body as its roster names it.

    `副组长：冯 镭 区发改委主任` under 望溪区信用建设工作领导小组 gives role `副组长`, kind `person`, name `冯镭`, post `区发改委主任`,
    holdings (区发改委, 主任), body `望溪区信用建设工作领导小组`. `role` has no spaces; `post` is "" where only a name is
    printed; kind `post` (`成员：区财政局局长`) has no name, kind `agency` (`成员单位：区财政局`) has its words in `agency`;
    `巫某（市府办）` is a person with post "" and agency `市府办`. `body` is "" where the text does not tell it.
    `role_span` is the label, which stands lines above where one label heads several members; `how` it was read: under a
    label (`roster`), in a table (`table`), in running text with the role behind (`after`: X任组长) or before (`before`:
    组长由X担任), or without a role (`composed`: 由X组成).
    """

    role: str
    kind: Literal["person", "post", "agency"]
    span: Span
    role_span: Span
    name: str = ""
    name_span: Span | None = None
    post: str = ""
    post_span: Span | None = None
    agency: str = ""
    group: bool = False
    holdings: tuple[Holding, ...] = ()
    body: str = ""
    how: str = "roster"
