"""Lines that say nothing but who does what: 省科技厅牵头，各市州人民政府配合."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.mentions.agency import agency_list

# what a list of doers in a bracket or on a line of its own ends with
_HOW = (
    r"(?:按照?(?:各自)?(?:工作)?职责(?:分工)?|结合(?:各自)?(?:实际|职责)|分别|共同|联合|具体|依职责|按分工|根据(?:各自)?职责|各负其责|依据职责"
    r"|积极|协同|密切|做好|等|予以)*"
)
DOES = re.compile(
    rf"(?P<lead>{_HOW}(?:负责)?(?:总?牵头|主责|主抓)(?:负责|落实|组织实施|组织|实施|推进|抓总)?|牵头负责落实|负责牵头)$"
    rf"|(?P<support>{_HOW}(?:配合|协助|参与|协办|参加)(?:做好|落实|实施)?)$"
    rf"|(?P<responsible>{_HOW}(?:负责(?:落实|组织实施|实施|推进|组织|办理)?|落实|承办|主办|起草|组织实施|实施|制定|完成|办理"
    r"|组织|执行|承担|编制|提供|推进落实|抓好落实|推进|指导|督导|监督|分工负责|组织落实|落实到位))$"
)
# where a clause of it ends: at a sign, and at 、 behind its verb (区教委牵头、各学校配合)
CLAUSE = re.compile(r"[；。，]|(?<=牵头|负责|主责|主办)、")
_SURE = re.compile(r"(?:牵头|负责|配合|协助|参与|协办|落实|主办|承办|主责)$")
_WITH = re.compile(r"(?<=.)(?:牵头)?会同(?=.)")
_EVERY = re.compile(r"(?:请|由)?(?:各|有关|相关|其他|其它)")
_LONGEST = 240


@lru_cache(maxsize=8192)
def says_who(line: str) -> bool:
    """Whether a line is but a list of bodies with what they do, or several.

    >>> says_who("省科技厅、教育厅按职责分工负责，各市州人民政府配合"), says_who("省科技厅负责项目申报")
    (True, False)
    >>> says_who("省教育厅会同省财政厅负责")
    True
    """
    said = line.rstrip("。；，")
    if not 4 < len(said) <= _LONGEST or not _SURE.search(said):
        return False
    for i, part in enumerate(filter(None, CLAUSE.split(said))):
        does = DOES.search(part)
        named = part[: does.start()] if does else part
        if not (named and (all(map(agency_list, _WITH.split(named))) or (does and i and _EVERY.match(named)))):
            return False
    return True
