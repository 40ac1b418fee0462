"""The short names that a notice gives to bodies of its own: 应急管理联席会议（以下简称“区应联办”）, and 区应联办 from there on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.agency import AgencyMention
from extract.mentions.called import SHORT
from kg.model import Span

_BODY = re.compile(r"(?<!网)(?<!车)(?<!泵)(?:[局委办厅部院处科室队站所组司]|(?<![大年峰展例])会|中心|公司|集团|专班|各方)$")
_NAME = re.compile("[\u4e00-\u9fff]{2,12}")
_GROUP = "各"


def short_names(words: str) -> Iterator[AgencyMention]:
    """Each place where a body is called by such a name, in order.

    >>> [one.span.start for one in short_names("联席会议（以下简称“区应联办”）负责协调。区应联办每月通报。")]
    [10, 21]
    """
    names = sorted({hit["called"] for hit in SHORT.finditer(words) if _NAME.fullmatch(hit["called"]) and _BODY.search(hit["called"])}, key=len, reverse=True)
    for hit in re.compile("|".join(names)).finditer(words) if names else ():
        yield AgencyMention(Span(*hit.span()), hit.group(), hit.group().startswith(_GROUP))
