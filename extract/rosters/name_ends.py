"""Where the name of a member may end: before a gap, a sign, or what posts begin with."""

from __future__ import annotations

import re

from extract.lexicon import terms
from extract.mentions.lexer import Part, tokens
from extract.mentions.person import is_called, is_name, may_be_name
from extract.rosters.stretch import HEAD, POST_END, SEPARATOR, Stretch
from kg.model import Gap

_HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]+")
_MINORITY = re.compile(r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}")
# a post begins with these, so no name does (区 is a surname, but then the print sets the name off), and no name ends in these
_LEVELS = "省市区县州旗镇乡村"
# 石桥|镇镇长: a place, not a name
_PLACE = re.compile(r"([镇乡村县市区州旗])\1(?:长|委|党|支书|主任)")
# 石桥村 | 党支部书记
_OF_VILLAGE = re.compile(r"党支部|党总支|党委|支部|支书|村委会|村主任|委会|主任|妇女|两委")
_OFFICES = "局委厅部院处镇乡县区市办会队站所科"
_NOT_LAST = "副区县市省镇乡局委党主总"


def name_ends(here: Stretch, at: int) -> list[tuple[int, float]]:
    """Where a name that begins here may end, each with its weight."""
    words, end, gaps = here.words, here.span.end, here.gaps
    found: list[tuple[int, float]] = []
    dotted = _dotted(here, at)
    if dotted:
        return [(dotted, 4.0)]
    for length in (2, 3, 4):
        stop = at + length
        if stop > end or not _HANZI.fullmatch(words, at, stop):
            break
        inner = gaps[at + 1 : stop]
        if any(gap >= Gap.CELL for gap in inner):
            break
        name = words[at:stop]
        spaces = sum(gap > 0 for gap in inner)
        known = is_name(name)
        if not known and name in terms("people", "refused") and gaps[at] == Gap.NONE:
            continue
        if not known and not spaces and (name[-1] in "局委厅部院处办站所科室" or (length == 2 and name[-1] == "长")):
            continue  # 技术科, 矿长: whom one expects, without a name
        after = gaps[stop] if stop < end else Gap.LINE
        # a rare surname counts where the print sets the name off on both sides
        opens = gaps[at] >= Gap.LINE or at == here.span.start or (words[at - 1] == "、" and after >= Gap.LINE)
        apart = length == 2 and spaces == 1 and gaps[at] > inner[0] < after and is_called(name)  # 于 飞  方 圆  邓 超
        framed = after >= Gap.SPACE and (opens or here.post_ended(at))
        weight = 2.0 if known else 1.0 if framed and length < 4 else 0.5 if may_be_name(name) else -0.5
        if length == 2:
            weight += 1.5 * bool(spaces)
        elif spaces and spaces < length - 1 and not (length == 3 and inner[0] and framed):
            continue
        if length == 4 and not known:
            if not (framed and opens and is_name(name[:3])) or name[-1] in _OFFICES:
                continue
            weight = 2.0
        if length == 3 and spaces == 2 and inner[0] != inner[1]:
            continue  # 丁 宁  于|飞: names of a column, set wider apart than their characters
        if length == 3 and inner[0] and not inner[1] and after and is_name(words[stop - 1 : stop + 1]):
            continue  # 冯　雷|沈　慧: two names, the line break between them lost
        if length == 3 and known:
            weight += 0.3 - 2.0 * (spaces == 1) + 1.5 * (spaces == 2)
        if after >= Gap.SPACE or (stop < end and (words[stop] in "（、，。；" or here.next_begins(stop))):
            weight += 2.0
        elif words.startswith("同志", stop):
            weight += 2.5
        elif HEAD.match(words, stop, end) or (known and _office_at(here, stop)):
            weight += -0.4 if here.spaced and not spaces else 0.6
        elif not known:
            continue
        else:
            weight -= 1.6 if here.spaced else 0.6
        if (words[at] in _LEVELS and not framed) or words[at] == "由":
            continue
        if words[stop - 1] in _NOT_LAST and after < Gap.SPACE:
            weight -= 1.2
        begins = apart or here.gaps[at] >= Gap.LINE or at == here.span.start or (may_be_name(name) and words[at - 1] in SEPARATOR)
        if not known and not begins and not here.post_ended(at):
            continue
        if _cuts_post(here, at, stop) or (not spaces and after < Gap.SPACE and name in terms("agencies", "fields")):
            weight -= 2.5
        if _PLACE.match(words, stop, end) and after == Gap.NONE:
            weight -= 4.0
        if words[stop - 1] == "村" and after == Gap.NONE and _OF_VILLAGE.match(words, stop, end):
            weight -= 4.0
        if HEAD.match(words, at, stop) and not (spaces and length == 2):
            weight -= 2.0
        if length > 2 and not framed and POST_END.fullmatch(words, stop - 2, stop):
            continue
        if POST_END.fullmatch(words, at, stop) or (words[stop - 1] in _OFFICES and not words.startswith("（", stop)):
            weight -= 1.5
        found.append((stop, weight))
    return found


def _office_at(here: Stretch, at: int) -> bool:
    """The name of an office or a field of work begins here: 住房城乡建设部, 能源局."""
    first = tokens(here.words[at : min(here.span.end, at + 16)])[0]
    return first.end > 1 and bool(first.part & (Part.FIELD | Part.KIND | Part.PLACE))


def _cuts_post(here: Stretch, at: int, stop: int) -> bool:
    """A name that ends inside the title of a post: 安全总|监."""
    return any(found.start() < stop < found.end() for found in POST_END.finditer(here.words, at + 1, stop + 3))


def _dotted(here: Stretch, at: int) -> int:
    """Where a name like 阿依古丽·买买提 ends: at a gap, a sign, or where a post begins."""
    found = _MINORITY.match(here.words, at, here.span.end)
    if not found:
        return 0
    least = found.start() + found[0].rindex("·") + 2
    for stop in range(least, found.end()):
        if here.gaps[stop] > 0 or HEAD.match(here.words, stop):
            return stop
    return found.end()
