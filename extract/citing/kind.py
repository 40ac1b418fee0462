"""Which titles are cited texts: a law, a notice, a plan; not a form, a certificate, a newspaper, a paper to be written.

>>> why_none("物业管理条例", "根据"), why_none("引荐项目申请表", "填写"), why_none("望溪区交通规划", "组织编制")
(None, 'a paper that is filled in or printed matter', 'a text that is still to be written')
"""

from __future__ import annotations

import re
from functools import cache

from extract.head.genre import carried, official
from extract.lexicon import either, terms

_TAIL = re.compile(r"(?:[（(][^（）()]{1,40}[）)]|〔[^〕]{1,20}〕|[”》〉]|第?[\d一二三四五六七八九十]+(?:[版部条期号]|年度?|—\d+年?)|\d+)++$")
_STRONG = re.compile(r"(?:根据|依据|按照|依照|遵照|参照|贯彻|落实|执行|废止|修改|修订)(?:了|的|现行的?|新的?)?$|对照$")
_HAVE = re.compile(r"(?:已|曾|先后|共同|联合|\d年|\d月|\d日)[^，。；（）]{0,16}$")
_WRITTEN = re.compile(r"(?:[、和及]?《[^《》]{2,60}》)*等?[^，。；《》]{0,8}?(?:编制|起草|修编|编写|编纂|制订|制定|制(?:（修）|修)订)(?:工作|任务|。|，|；|$)")


@cache
def _texts() -> tuple[str, ...]:
    words = terms("cited", "text") | frozenset(official()) | carried()
    return tuple(sorted(words - terms("cited", "paper"), key=len, reverse=True))


@cache
def _papers() -> tuple[str, ...]:
    return tuple(sorted(terms("cited", "paper"), key=len, reverse=True))


@cache
def _making() -> re.Pattern[str]:
    verbs = either(terms("cited", "making"))
    return re.compile(rf"(?:{verbs})(?:本[级地][区域]?的?|相应的?|各自的?|好|统一的?|统一格式的?|政府规章|地方性法规|规范性文件|[省市区县]级|专项)?$")


def bare(title: str) -> str:
    """A title without what follows its last word: （试行）, 2017年版."""
    return _TAIL.sub("", title)


def is_paper(title: str) -> bool:
    """The last word names a form, a certificate, printed matter."""
    word = bare(title)
    paper = next((tail for tail in _papers() if word.endswith(tail)), "")
    text = next((tail for tail in _texts() if word.endswith(tail)), "")
    return len(paper) > len(text)


def is_text(title: str) -> bool:
    """The last word names a kind of text."""
    return not is_paper(title) and bare(title).endswith(_texts())


_WHY = re.compile(r"的(?:起草|出台|制定|主要|有关)?(?:背景|目的|意义|必要性|过程|依据|初衷|情况说明|考虑)")  # 制定《办法》的背景是什么


def why_none(title: str, before: str, after: str = "") -> str | None:
    """Why a title in 《》 is no citation, by its last word and the words directly round it; None where it is one."""
    if is_paper(title):
        return "a paper that is filled in or printed matter"
    making = _making().search(before)
    if _WRITTEN.match(after):
        return "a text that is still to be written"
    told = before.endswith("制定的") or _WHY.match(after)
    if making and not told and not _HAVE.search(before[: making.start()]):
        return "a text that is still to be written"
    if not is_text(title) and not _STRONG.search(before):
        return "no kind of text"
    return None
