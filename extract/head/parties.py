"""Who sends and who receives: 发文机关 in front of a title, 主送机关 in the line under it."""

from __future__ import annotations

import re

from kg.model import Agency, Span

_SENDER = re.compile(r"(?P<by>[^《》，。；：]{2,80}?)(?:联合)?(?=关于|印发|转发|批转|公布|发布|任免|任命|免去|表彰|颁布|公告$|通告$|令$|对|：)")
_AGENCY_END = re.compile(r"(?:政府|院|委|会|部|厅|局|办|室|处|府|司|组|行|社|署|中心|公司|集团|厂|校|党组|机制|指挥部|检察院|法院)(?:（[^（）]*）)?$")
_SPLIT = re.compile(r"[，；]")
_GROUP = re.compile(r"各|有关|所有|全体|相关")
_COMPLETE = re.compile(
    r"(?:政府|委|委员会|办|办公室|局|厅|部|部门|处|院|会|室|公司|集团|行|银行|社|站|所|队|中心|学校|大学|学院|医院|高校|单位|机构|企业|团体|街道|镇|乡|党组|党委|支部|工委|委办局|园区|开发区|管理区)(?:（[^（）]*）)*$"
)


def senders(words: str, title: Span) -> tuple[Agency, ...]:
    """The 发文机关 in front of the title: several where a joint notice names several."""
    found = _SENDER.match(words, title.start, title.end)
    if not found:
        return ()
    by = found["by"]
    if not _AGENCY_END.search(by):
        return ()
    names = [one for one in re.split(r"、", by) if one]
    return tuple(Agency(one, one) for one in names)


def addressees(words: str, line: Span, place: str) -> tuple[Agency, ...]:
    text = words[line.start : line.end - 1]
    found: list[str] = []
    for chunk in _SPLIT.split(text):
        pending = ""
        for piece in chunk.split("、"):
            whole = f"{pending}、{piece}" if pending else piece
            if _COMPLETE.search(piece) and not (piece.endswith(("各委", "各部", "委", "办")) and len(piece) < 2):
                found.append(whole)
                pending = ""
            else:
                pending = whole
        if pending:
            found.append(pending)
    return tuple(Agency(one, one, bool(_GROUP.search(one))) for one in found if one)
