"""The heading behind a label where the line break after it is lost: 三、组织机构 + 成立望溪区…领导小组."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import either, terms
from extract.mentions.agency import agencies_in
from extract.speech import cut

_SHORTEST, _LONGEST = 4, 20
_CLAUSE = re.compile("[^。；：]{0,200}；|[^。；：]{0,5}。")  # one clause of a list is all: 审定贷款贴息资金年度使用计划；
_DOES = re.compile("(?:机构|组织|人员|领导)(?:应|要|须|负责|对|按|根据|会同)")  # a body and what it does
_EACH = re.compile("各(?!项|类|种|自)|有关|相关|全[省市县区]|本[省市县区]")
_MODAL = "要(?![求素点件])|应当?(?![急用])|必须"
_SUBJECT = re.compile(rf"[^，。；：！？《》]{{3,30}}?(?:{_MODAL}|须|负责(?!人))")
_ALL = re.compile(r"各(?!项|类|种|自)[^，。；：！？《》]{2,20}?(?:对|于\d|按照?|根据|结合|围绕)")  # 摸底排查 + 各镇、有关单位对…进行排查
_ASKED = re.compile(rf"{_MODAL}|不得|负责|由|的$")
# 招生工作|领导小组组长：: the name of the body is the heading
_ROSTER = re.compile("(?:领导小组|工作小组|协调小组|指挥部|委员会|工作专班|专班|工作组)(?=(?:主任委员|组长|主任|总?指挥长?|总?召集人)：)")
_ORGANISED = re.compile("(?:机构|领导|架构|体系|人员|名单|设置)\\Z")
_SIGN = re.compile("[。；：！？《》]")


@cache
def _heading() -> re.Pattern[str]:
    ends = either(terms("headings", "ends"))
    begins = either(terms("headings", "begins"))
    named = rf"[\u4e00-\u9fff“”、（）]{{2,18}}?(?:{ends})(?:（[^（）]{{1,12}}）)?"
    whole = rf"(?:{'|'.join(terms('headings', 'whole'))})(?={'|'.join(terms('headings', 'bodies'))})"
    urged = "[\u4e00-\u9fff]{4}，[\u4e00-\u9fff]{4}"  # 高度重视，加强领导
    return re.compile(rf"{whole}|(?:{named}|{urged})(?={begins}|\d{{4}}年|1[.．、])")


def heading_end(words: str, start: int, end: int) -> int | None:
    """Where a heading that begins here ends and a sentence begins; None where none does.

    >>> heading_end("组织机构成立望溪区河长制领导小组。", 0, 17)
    4
    >>> heading_end("严格落实防汛措施各水库管理单位要加强值守。", 0, 21)
    8
    """
    asked = _before_subject(words, start, end)
    if asked:
        return asked
    found = _heading().match(words, start, min(end, start + _LONGEST + 8))
    if not found or not _SHORTEST <= found.end() - start <= _LONGEST:
        return None
    roster = _ROSTER.match(words, found.end(), end)
    if roster and not _ORGANISED.search(words, start, found.end()):
        return roster.end()
    if _CLAUSE.match(words, found.end(), end) or _DOES.match(words, found.end() - 2, end):
        return None
    return found.end()


def _before_subject(words: str, start: int, end: int) -> int | None:
    """Where what to do (强化应急值守) stops and who is asked begins (指挥部各成员单位要…): no clause has its subject behind its object."""
    limit = min(end, start + _LONGEST + 6)
    parts = cut(words[start:limit])
    if not parts:
        return None
    verbal = parts[0][1][:1] in "vad"  # else it is known by its end: 摸底排查
    named = {start + one.span.start for one in agencies_in(words[start : min(end, limit + 20)])}
    at, likely = start, None
    for word, tag in parts:
        at += len(word)
        if at - start > _LONGEST or _SIGN.search(word) or _ASKED.search(words, start, at):
            break
        whole = at - start >= _SHORTEST and (tag[0] in "nv" or tag == "an") and len(word) > 1
        if not whole or words[at : at + 1] in "和与及、的" or not (_SUBJECT.match(words, at, end) or _ALL.match(words, at, end)):
            continue
        if not verbal and not (word in terms("headings", "ends") and _ALL.match(words, at, end)):
            continue
        if at in named or _EACH.match(words, at):
            return at
        likely = at if word in terms("headings", "ends") else likely
    return likely
