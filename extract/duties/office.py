"""An office and another body that stand side by side and look like one name, with a verb between them."""

from __future__ import annotations

import re

from extract.mentions.agency import is_agency
from extract.speech import tag

_ENDS = re.compile("[局委厅院会办署]|政府")
# what such a verb is part of the name of: 推进依法行政工作|领导小组, 管理|委员会, 监督检查|站
_TASKED = re.compile(r"^(?:.?委员会|.{0,3}(?:站|所|中心))$|.(?:小组|指挥部|办公室|专班|会议)$")
_SIZE = 2  # letters of such a verb


def office_of(name: str) -> int:
    """Where the office at the head of a name ends, if a verb and another body are behind it; 0 where the name is one.

    >>> office_of("县水务局监督学术委员会"), office_of("县水务局监督检查站")
    (4, 0)
    """
    for found in _ENDS.finditer(name, 2):
        verb, other = name[found.end() : found.end() + _SIZE], name[found.end() + _SIZE :]
        does = len(other) > _SIZE and tag(verb)[:1] == "v" and tag(other[:_SIZE]) != "v"
        if does and not _TASKED.search(other) and is_agency(other) and is_agency(name[: found.end()]):
            return found.end()
    return 0
