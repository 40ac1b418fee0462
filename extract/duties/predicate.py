"""What stands behind a doer: is it work given to him, in what role, and where do the words of the work begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.duties.speech import first_tag
from extract.lexicon import table

_WORDS = table("duties")


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MODAL = re.compile(rf"(?:{_any(_WORDS['modal'])})(?![求点素件])")
_CHARGE = re.compile(rf"(?:{_any(_WORDS['charge'])})")
_MANNER = r"(?:积极|主动|认真|切实|密切|全力|及时|分别|共同|联合|具体|全面|统一|主要|依法|按职责|按照职责分工|按职责分工|根据职责|各自|协同|会同有关部门|做好)*"
_SUPPORT = re.compile(rf"{_MANNER}(?:{_any(_WORDS['support'])})")
_LEAD = re.compile(rf"(?:作为(?:牵头|主责)[^，；。]{{0,8}}，)?(?:负责|要|应|具体)?(?:{_any(_WORDS['lead'])})")
_LEADS = re.compile(r"[^，；。]{0,12}牵头")
# not work given: what the doer is, has done, may not do, or decides by the notice itself
_STATED = (
    r"[是为系由等《]|已[经于]?|曾|未|没有|不(?!断|定期)|都?不得|有权|无需|的(?!确)|之[一间]|以[上下]|共[有计]|作为|认为|关于|属于|下属|所属|所在|现有|现将"
)
_ORDERS = r"(?:重大|重要|各项|有关|工作)*(?:决策|部署|要求(?=[，。；、和的及]))"
_DECIDED = r"同意|决定|研究决定|批准(?!后)|免去|任命|上报|报来|申请|\d{4}年\d{1,2}月\d{1,2}日印发"
_SET_UP = (
    r"设在|设于|设有|下设|内设|设[\d一二三四五六七八九十]|成立于|始建|位于|组成|保留|核定|核减|核增|[^，。；]{0,30}(?:担任|兼任)"
    r"|(?:管理|主管|领导|代管|代章)(?:$|[，。；])"
)
# 聘请的专家…, 落实情况与…挂钩: the doer only stands before a noun
_OF = r"(?![对将把按依在从向与])[^，。；的、]{1,4}的|[^，。；]{2,40}情况(?:与|纳入|作为|应|要|包括)|\d{4}年[^，。；]{0,14}(?:重点|工作|任务)是"
_NO_WORK = re.compile(rf"{_STATED}|{_ORDERS}|{_DECIDED}|{_SET_UP}|{_OF}|高度重视[^，]{{0,12}}$")
_PAST = re.compile(r"(?:取得|得到|获得|发生|出现|作出|完成)了|以来|了(?:明显|显著|较大|积极|重要)|得到(?:了|有效)|普遍反映|收悉$")
_EXPLAIN = re.compile(r"负责(?:本|该|此)?[^，。；]{0,14}(?:的)?(?:具体)?解释|解释权")
# words a predicate without a modal may begin with, beside verbs
_LEAD_IN = re.compile(
    r"[对将把按依以在于每从自与向同因就凭]|根据|结合|会同|分别|共同|联合|及时|定期|不定期|同时|严格|认真|切实|积极|提前|具体"
    r"|统一|全面|进一步|继续|至少|适时|首先|先|[一两三四半每]个?(?:月|周|年|季度|天|日|小时|工作日)|收到|\d"
)
_VERB = re.compile(_any(_WORDS["verb"]))
# a segment that only urges: 高度重视…, 充分发挥…作用, 形成合力, 确保…落到实处
_URGED = (
    r"(?:高度重视|提高(?:思想|政治)?(?:认识|站位)|统一思想|充分认识|深刻认识|(?:加强|强化|严格)(?:对[^，；。]{2,30}的)?(?:组织)?领导)[^，；。]{0,40}"
    r"|(?:加强|强化)(?:[^，；。]{0,6}(?:统筹|协同|协作|协调|配合|沟通|联动|衔接|合作))+|(?:强化|压实|落实|明确)(?:主体|工作|属地|监管)?(?:责任|职责)(?:落实|意识)?"
    r"|完善工作机制|精心(?:组织|部署|安排|实施)+|周密(?:部署|安排)|增强[^，；。]{0,16}(?:意识|责任感|紧迫感)|发挥[^，；。]{2,20}作用"
    r"|各司其职|各负其责|(?:密切|通力|协同|相互|协作)(?:配合|协作|协同|合作|推进)|齐抓共管|形成(?:工作)?合力|上下联动|(?:主动|担当)作为"
    r"|(?:狠抓|抓好|抓紧)(?:工作)?落实|认真(?:抓好|组织)?(?:贯彻)?(?:落实|实施)|真抓实干"
    r"|(?:确保|保证|推动|统筹推动|切实(?:做好|抓好)|做好|抓好)[^，；。]{2,40}(?:落实|落到实处|落地见效|到位|顺利(?:开展|进行|实施|推进|完成)|成效|实效|见效|质量)"
    r"|切实(?:做好|抓好)[^，；。]{2,14}工作|(?:按照|根据|坚持|本着)[^，；。]{2,40}(?:要求|原则|精神|部署|为主|优先|导向)"
)
_EXHORT = re.compile(rf"(?:也|都|还)?(?:要|应|须)?(?:进一步|切实|不断|着力|积极|充分)*(?:{_URGED})(?![^，；。、])")


@dataclass(frozen=True, slots=True)
class Predicate:
    """`start` is where the words of the work begin (behind modals and 负责), `modal` whether one stood there."""

    role: str
    start: int
    modal: bool


def starts_work(words: str, at: int, end: int) -> bool:
    """Whether a range begins as a predicate does: a verb, an adverb, 对…, 按…."""
    if _LEAD_IN.match(words, at, end) or _VERB.match(words, at, end):
        return True
    tag = first_tag(words[at : min(end, at + 4)])
    return tag[:1] in {"v", "d"} or tag in {"ad", "p", "vn"}


def exhortation(words: str, at: int, end: int) -> bool:
    """Whether every segment of the range only urges (高度重视, 加强领导).

    >>> exhortation("高度重视，形成合力", 0, 9), exhortation("高度重视，制定方案", 0, 9)
    (True, False)
    """
    while at < end:
        urged = _EXHORT.match(words, at, end)
        if not urged:
            return False
        at = urged.end() + 1
    return True


def predicate(words: str, at: int, end: int) -> Predicate | None:
    """The work that a range gives to the doer before it, or None."""
    start = at
    modal = MODAL.match(words, start, end)
    while modal:
        start = modal.end()
        modal = MODAL.match(words, start, end)
    had = start > at
    explains = _EXPLAIN.match(words, start, end)
    if explains and words.startswith("，并", explains.end()):
        return predicate(words, explains.end() + 2, end)
    if start >= end or explains:
        return None
    role = "responsible"
    charge = _CHARGE.match(words, start, end)
    if _SUPPORT.match(words, start, end):
        role = "support"
    elif _LEAD.match(words, start, end) or _LEADS.match(words, start, end):
        role = "lead"
    if role == "responsible" and not charge:
        if _NO_WORK.match(words, start, end) or (not had and _PAST.search(words, start, end)):
            return None
        if not had and not starts_work(words, start, end):
            return None
    elif words.startswith("负责", start) and end - start > 4 and role == "responsible":
        start += 2
    return Predicate(role, start, had or bool(charge))
