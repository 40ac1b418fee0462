"""The name of a part of an agency before its duties, and where white space alone stands between the two: `财务科  拟订预算；…`."""

from __future__ import annotations

import re

from extract.duties.actors import Actors
from extract.duties.predicate import starts_work
from kg.model import Gap, Span

# 执法业务科, 规划室（挂综合科牌子): a part of the owner, known by its last word alone under a heading
OFFICE = re.compile(r"(?![对将把按由])[\u4e00-\u9fa5]{2,10}(?:科|处|室|股|队|站|所|办|部|组|专班|中心|局)")
# 区水务局 | 负责…: what shows that duties follow
FOLLOWED = re.compile(
    r"(?:\d{1,2}[、.．]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])?"
    r"(?:由[^，。；]{2,40}(?:牵头|组成|负责)|(?:主要|工作)?职责|[^，。；：]{2,20}(?:牵头|任组长)|负责|组织|组建|制[定订]|拟[定订]|承担|承办|指导|协助|贯彻|执行|管理|监督|开展|参与|落实|完成)"
)
# 望溪镇党群服务中心（退役军人服务站），核定事业编制9名。承担…: an item that tells of a unit
STAFFED = re.compile(
    r"(?P<who>(?![将把由同])[^，。；：（）]{4,30}(?:[站所队院校馆局办处科股室]|中心|公司))(?:（[^（）]{2,40}）)?，(?:[正副][科股处]级|公益|核定|加挂|机构规格|编制|为[^，。；]{2,30}(?:单位|机构)[，。])"
)
_ASIDE = re.compile(r"（[^（）]*）$")
_LONGEST, _NEAR = 30, 8


def apart(actors: Actors, span: Span) -> int:
    """Where a part, or a list of bodies, ends that begins a range and stands apart from its duties without a sign; 0 where none does.

    >>> apart(Actors("财务科拟订预算", gaps=bytes([0, 0, 0, Gap.SPACE, 0, 0, 0])), Span(0, 7))
    3
    """
    words, gaps = actors.words, actors.gaps
    at = next((i for i in range(span.start + 2, min(span.end, span.start + _LONGEST)) if gaps[i] >= Gap.SPACE), 0)
    if not at:
        return 0
    if OFFICE.fullmatch(_ASIDE.sub("", words[span.start : at])) and FOLLOWED.match(words, at):
        return at
    sprinkled = any(gap >= Gap.SPACE for gap in gaps[at + 1 : at + _NEAR])
    if sprinkled or not starts_work(words, at, span.end):
        return 0
    named = actors.whole(Span(span.start, at))
    return at if named and all(one.agency for one in named) else 0
