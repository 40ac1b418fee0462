"""What words behind a body tell of it, where a verb seems to give it work: what was done, a line of a form, a thing of it."""

from __future__ import annotations

import re

from extract.speech import cut

_COUNT = r"[\d一二两三四五六七八九十百千万余多]+亿?(?:[个件起处条户人次封份场家项宗名辆座台元亩吨]|人次)"
# done before, or so many times: 历来重视安全, 先后组织培训五次, 检查发现问题三十个, 收到来信二百封, 一季度受理投诉六件
_REPORTED = re.compile(
    rf"(?:历来|历年来|一向|向来|先后(?!顺序|次序)|相继|深[受得](?![^，。；]*教育)|累计|始终|一直|成功)(?=[^，。；])|陆续(?=[收有出建])|共(?=[一-龥]{{2,12}}{_COUNT})"
    rf"|(?:检查|排查|巡查|抽查)?(?:共)?(?:发现|收到|接到|查出|查获)[^，。；后时的]{{1,16}}{_COUNT}(?=$|[，。；])|(?:收到|接到)[^，。；后时的]{{2,24}}$"
    rf"|[一二三四]季度[^，。；]{{2,16}}{_COUNT}$|实现(?:利润|收入|产值|税收|营收)|在[册编岗][一-龥]|(?:组建|创建|创办)于"
)
# 经办人|签字：, 负责人|签字（盖章）: a line of a form
_SIGNS_HERE = re.compile(r"(?:(?:签[字名章]|盖章)[、和或并]?)+(?:$|（[^（）]{1,6}）$|：)")
# 按照规定提取|的基金, 根据检查结果提出|的意见, 巡查时发现|的问题: a thing, told by the only verb there is
_OF_VERB = re.compile(r"(?P<what>(?:按照?|根据|依照|将|把|从|向|[一-龥]{2,4}时)[^，。；的]{2,20})的[一-龥]{2,6}$")


def reported(words: str, at: int, end: int) -> bool:
    """Whether what is said is told, and asks for nothing.

    >>> reported("先后组织培训五次", 0, 8), reported("组织培训五次", 0, 6), reported("将名单上报的时间", 0, 8)
    (True, False, True)
    """
    if _REPORTED.match(words, at, end) or _SIGNS_HERE.match(words, at, end):
        return True
    thing = _OF_VERB.match(words, at, end)
    said = cut(thing["what"]) if thing else ()
    verbs = [word for word, flag in said if flag[:1] == "v" and len(word) > 1]
    return bool(said) and verbs == [said[-1][0]]
