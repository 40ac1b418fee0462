"""The body that a post is of, as an argument of a fact."""

from __future__ import annotations

import re

from extract.memo import per_notice
from extract.mentions.agency import agencies_in
from extract.mentions.naming import full_name
from extract.mentions.post import Holding
from kg.model import Agency, Notice

_GOVERNOR = re.compile(r".*[省市区县州旗盟镇乡]长(?:助理)?")
_PLACE = re.compile(r".*(?:[省市区县州旗盟镇乡]|自治[区州县])$")


def holder(notice: Notice, holding: Holding) -> Agency | None:
    """The body of a post; where the text names none, the body that the notice is about or comes from."""
    head = notice.head
    if not holding.agency:
        return _own(notice)
    name = full_name(holding.agency, head.jurisdiction)
    if _GOVERNOR.fullmatch(holding.post) and _PLACE.fullmatch(holding.agency):
        name += "人民政府"
    return Agency(name, holding.agency)


@per_notice
def _own(notice: Notice) -> Agency | None:
    """A notice to one firm or school is about its posts; else the posts are those of the issuer."""
    head = notice.head
    alone = head.addressees[0] if len(head.addressees) == 1 else None
    if alone and not alone.group and re.search(r"公司|集团|学校|大学|学院|医院|银行|中心$", alone.mention):
        return alone
    if head.issuers:
        return head.issuers[0]
    named = agencies_in(head.title)
    return Agency(full_name(named[0].words, head.jurisdiction), named[0].words) if named else None
