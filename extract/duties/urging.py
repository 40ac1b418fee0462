"""Clauses that only urge: 高度重视, 加强领导, 各司其职. They ask for nothing that could be handed in."""

from __future__ import annotations

import re

from extract.lexicon import either, table
from extract.speech import cut

_WORDS = table("duties")["urging"]
_HOW = r"(?:也|都|还)?(?:要|应|须)?(?:进一步|切实|不断|着力|积极|充分|全面|认真|坚决|严格|深入|大力|迅速|自觉|始终|必须|坚持|继续|带头|主动)*"
_MIND = (
    r"(?:(?:对[^，。；]{2,30})?高度重视|提高(?:思想|政治)?(?:认识|站位)|统一思想|充分认识|深刻认识|牢固树立|忠实履行|弘扬|厉行)[^，；。]{0,60}"
    r"|(?:提高|增强|强化)[^，；。]{0,30}(?:认识|意识|责任感|紧迫感|站位)|引起[^，；。]{0,4}重视"
    r"|向[^，；。]{2,40}学习|[^，；。]{0,40}(?:作出|做出|再[作做])[^，；。]{0,12}贡献|把[^，；。]{2,50}[摆放]在[^，；。]{2,20}(?:首位|位置|上)"
    r"|从[^，；。]{2,60}(?:高度|大局|出发)|以[^，；。]{2,60}(?:为(?:指导|统领|遵循|根本|榜样|契机|宗旨)|统领[^，；。]{0,10})"
    r"|把[^，；。]{2,50}(?:作为[^，；。]{2,30}(?:内容|职责|任务|大事|抓手|工作)|(?:摆上|列入|纳入)(?:重要)?(?:议事日程|日程))|(?:摆上|列入)重要议事日程"
    r"|把[^，；。]{2,40}(?:当作|当成|作为|列为)[^，；。]{0,12}(?:大事|要事|重点|任务|工程)(?:来抓|抓[紧好实]?)?"
    r"|(?:思想|行动)上[^，。；]{2,16}|把[^，。；]{2,20}统一到[^，。；]{2,60}上来|汲取[^，。；]{2,40}教训|统筹推进[^，。；]{2,30}发展"
)
_BY = r"(?:按照|根据|坚持|本着|围绕)[^，；。]{2,60}(?:要求|原则|精神|部署|为主|优先|导向)"
_EACH = (
    "各司其职|各负其责|各尽其责|各尽其职|通力协作|通力合作|分工协作|分工负责"
    "|协调配合|协同联动|协调联动|齐抓共管|密切配合|密切协作|相互配合|上下联动|主动作为"
)
_TOGETHER = (
    rf"(?:{_EACH})(?:、(?:{_EACH}))+|"
    r"(?:密切|通力|协同|相互|协作|积极|全力)(?:配合|协作|协同|合作|推进)|齐抓共管|各(?:司其职|负其责|尽其责)|(?:凝聚|形成)[^，；。]{0,16}合力"
    r"|(?:形成|营造)[^，；。]{2,24}(?:氛围|局面|格局|态势|环境)|上下联动|(?:主动|担当)作为"
    r"|(?:加强|强化)(?:与[^，；。]{2,20}的)?(?:[^，；。]{0,6}?(?:统筹|协同|协作|协调|配合|沟通|联动|衔接|合作))++"
)
_LEADING = (
    r"(?:加强|强化|严格)(?:对[^，。；]{2,40}的)?(?:组织)?领导|发挥[^，；。]{2,30}作用|精心(?:组织|部署|安排|实施)+|周密(?:部署|安排)"
    r"|(?:强化|压实|落实|明确)(?:主体|工作|属地|监管|推进)?(?:责任|职责)(?:落实|意识)?"
    r"|(?:加强|强化|完善|健全|细化|精细|严格)[^，；。]{0,6}(?:领导|工作机制|领导机制|措施|时限要求|流程管理)"
)
_DONE = (
    r"(?:狠抓|抓好|抓紧)(?:工作)?落实|(?:贯彻|落实|执行)+|真抓实干|全力以赴[^，；。]{0,24}"
    r"|(?:学习|贯彻|落实|执行|履行)+[^，；。]{2,50}(?:精神|部署|决策|方针|职责|政策措施|规定)"
    r"|(?:确保|做到|力争|努力)[^，；。]{2,60}|保证[^，；。]{2,60}(?:落实|落到实处|到位|质量|完成|开展|进行|推进|实施|安全|稳定|运行|发展)|杜绝[^，；。]{2,40}"
    r"|(?:推动|统筹推动|做好|抓好)[^，。；]{2,40}(?:落实|落到实处|落地见效|到位|顺利(?:开展|进行|实施|推进|完成)|成效|实效|见效|质量)"
    r"|亲自(?:抓|部署|过问|督办|挂帅)(?:、(?:负总责|亲自[^，；。、]{1,4}))*|切实(?:做好|抓好)[^，。；]{2,20}工作|认真研究"
)
# 各司其职, 勇于担当: four characters and no object
_CONCRETE = either(_WORDS["concrete"].split())
_IDIOM = rf"(?![^，；。]{{0,2}}(?:{_CONCRETE}))[一-龥]{{4}}(?:、[一-龥]{{4}})*"
_EXHORT = re.compile(rf"{_HOW}(?:{_MIND}|{_BY}|{_TOGETHER}|{_LEADING}|{_DONE})(?![^，；。、])")
_OPENS = re.compile(rf"{_HOW}(?:{_MIND}|{_TOGETHER})(?=，)")
# 凝聚共识, 压实责任: what is urged has no shape
_SHAPELESS = frozenset(_WORDS["shapeless"].split())
_VERBS = frozenset(table("duties")["verb"])
_IDIOMS = re.compile(rf"{_HOW}{_IDIOM}(?![^，；。、])")


def exhortation(words: str, at: int, end: int) -> bool:
    """Whether every segment of the range only urges (高度重视, 加强领导).

    >>> exhortation("高度重视，形成合力", 0, 9), exhortation("高度重视，制定方案", 0, 9)
    (True, False)
    """
    idioms = others = 0
    while at < end:
        urged = _EXHORT.match(words, at, end)
        idiom = None if urged else _IDIOMS.match(words, at, end)
        found = urged or (idiom if idiom and not _does(idiom.group()) else None)
        if not found:
            return False
        idioms, others = idioms + bool(idiom), others + bool(urged)
        at = found.end() + 1
    return bool(others) or idioms > 1


def opens_urging(words: str, at: int, end: int) -> bool:
    """Whether a range begins with how one is to think of the work: 高度重视，让各项成果得到展示."""
    return _OPENS.match(words, at, end) is not None


def _does(idiom: str) -> bool:
    """Whether four characters are a verb and a thing, or how a thing is done: 安排仓容, 跟踪审计; not 凝聚共识, 扎实推进."""
    parts = cut(idiom[-4:])
    if len(parts) != 2 or parts[1][0] in _SHAPELESS:
        return False
    return parts[1][0] in _VERBS if parts[1][1][:1] == "v" else parts[0][0] in _VERBS and parts[1][1][:1] == "n"
