"""A decision that a report says was read out: 会上，李某宣布了市委关于望溪集团主要领导任免的决定.

News of a meeting of cadres names who decided only so; what was decided follows, or stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.deciding.clause import Decision, decided_by
from extract.deciding.zones import Zone
from kg.model import Notice, Span

_READS = r"(?:宣布|宣读|传达|宣告)"
_PAPER = r"(?:决定|决议|文件|通知|批复)"
_ABOUT = r"(?:关于|对)(?:[^，。；：《》]|，(?=聘?任|免|任命)){2,80}?"
_READ = re.compile(rf"{_READS}了?《?(?P<by>[^，。；：《》]{{2,60}}?)(?:{_ABOUT})?(?:的?(?:有关|任免|任职|免职|人事任免))?{_PAPER}(?!书|权)")
# what is decided of persons: 领导班子调整, 任职
_PERSONS = re.compile(r"任命|任免|任职|免职|免去|不再担任|聘任|班子|领导人?员?调整|调整|同志(?:任|兼任|担任)")
_NEAR = 80


def announced(notice: Notice, zone: Zone) -> Iterator[Decision]:
    """The decisions about persons that were read out, one for each body that took them."""
    words = notice.words
    if not zone.own:
        return
    for said in _READ.finditer(words, zone.span.start, zone.span.end):
        if _PERSONS.search(words, said.end("by"), min(said.end() + _NEAR, zone.span.end)):
            for one in decided_by(words, Span(*said.span("by"))):
                yield Decision(one.body, one.meeting, "决定", Span(*said.span()), one.body_span)
