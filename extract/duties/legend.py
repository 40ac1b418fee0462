"""What a notice says of how its lists of doers are to be read: 责任单位列第一位的为牵头单位，下同."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIRST = (
    r"(?:(?:排|列|位)(?:列|名|序)?(?:在|于|为)?(?:第一(?:位|个|名)?|首位?|最?前(?:位|面|列)?|前面)|排名第一|首个|首位|首家|第[一1](?:位|个|家|名)?)"
)
_LEADING = r"(?:总?牵头|主办|主责|主要责任|第一责任|汇总|总责)"
_LEADS = re.compile(
    rf"{_FIRST}(?:的|者|责任|承办|单位|部门|机构|处室|科室|、|和|，)*(?:为|是|系|即|作为|即为)(?:该项|此项|本项|工作|任务|的)*{_LEADING}"
    rf"|{_LEADING}(?:责任)?(?:单位|部门|处室|科室)?(?:列|排)(?:名|序)?(?:在|于)?(?:第一|首|最?前)"
)
# where in a list the notice begins to say how the list is read, and names nobody: （列首的为牵头单位，下同）
REMARK = re.compile(
    rf"[，。；、（](?:[^，。；、（）]{{0,16}}(?:{_LEADS.pattern})|下同|以下(?!简称)|不再(?:一一|逐项|重复)?(?:列出|列明)|(?:排名)?不分先后|[同如]上|[\u4e00-\u9fff]{{2,8}}：)"
)


@dataclass(frozen=True, slots=True)
class Legend:
    """How the lists of a notice are read: `first` where the first of each leads, `closing` where a bracket of names that closes an item says whose it is."""

    first: bool = False
    closing: bool = False


def legend(words: str) -> Legend:
    """The legend of a notice.

    >>> legend("责任单位中列第一位的为牵头单位").first, legend("区教委为牵头单位").first
    (True, False)
    """
    return Legend(_LEADS.search(words) is not None)
