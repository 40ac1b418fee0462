"""The people at a place of a sentence, each with what its brackets say: 王涛、李敏（女）、阿力木·买买提（兼职）同志."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.appointing.notes import kept
from extract.mentions.lexer import Part, Token, tokens
from extract.mentions.person import is_called, is_name
from extract.mentions.post import holdings
from kg.model import Span

_HAN = "[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff○〇]"
_DOTTED = re.compile(rf"{_HAN}{{1,10}}(?:·{_HAN}{{1,10}}){{1,4}}")
_LONG = re.compile(rf"(?!拟){_HAN}{{2,12}}?(?=同志|为|任(?!命|务|科员)|的(?=[省市区县州旗]))")
_BRACKET = re.compile(r"（([^（）]{1,40})）")
_COMRADE = re.compile(
    r"等?(?:[\d一二三四五六七八九十]+(?:[名位]|人)?)?(?:同志|先生|女士|律师|教授|研究员|院士|[上中少大]将|[大上中少]校|[上中少]尉)?(?:（[^（）]{1,30}）)?(?:等?(?:[\d一二三四五六七八九十]+[名位]?)?同志|等[\d一二三四五六七八九十]*人)?"
)
_AND = re.compile(r"[、，]|[和与及]")
# a name ends before a verb or bracket for sure
_LINK = re.compile(
    r"（|、|[现原曾]任|[一二三四五六七八九十\d]{1,3}[名位]?同志|[上中少大]将|[大上中少]校|先生|女士|律师|教授|博士|研究员|院士|为|任(?!命|务|科员)|的|担任|兼任|兼|出任|代理|不再|辞去|(?:分别|先后|书面|主动|自愿|正式)*(?:提出|申请|请求|要求|提请|呈请)(?:书面)?辞|挂职|挂任|连任|续任|改任|转任|调任|当选|暂|试任|拟任|晋升|套|继续|同时|分别|就任|接任|提任|升任|离任|卸任|退休|到|因|等"
)
# a name may end before one of these
_AFTER = re.compile(
    r"同志|先生|女士|律师|（|、|[和与及]|等|[为任的]|担任|兼|出任|代理|不再|辞去|(?:分别|先后|书面|主动|自愿|正式)*(?:提出|申请|请求|要求|提请|呈请)(?:书面)?辞|挂|免|自|所|原|在|到|因|现|连任|续任|改任|转任|调任|当选|暂|试|拟|晋升|套|继续|同时|分别|并|均|就任|接任|提任|升任|离任|卸任|退休|，|。|；|$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person where a sentence names one; `note` is what the brackets behind the name say of the post (兼职)."""

    name: str
    span: Span
    note: str = ""


def people_at(told: str, start: int) -> tuple[list[Named], int]:
    """The people that stand at a place one after the other, and where they end.

    >>> [one.name for one in people_at("王涛、李敏（女）同志为区教育局副局长", 0)[0]]
    ['王涛', '李敏']
    """
    found: list[Named] = []
    at = start
    while True:
        span = _name_at(told, at)
        if span is None:
            break
        end = span.end
        note = ""
        while bracket := _BRACKET.match(told, end):
            note, end = kept(bracket[1]) or note, bracket.end()
        found.append(Named(told[span.slice], span, note))
        ended = _COMRADE.match(told, end)
        end = ended.end() if ended else end
        more = _AND.match(told, end)
        at = more.end() if more else end
        if not more or _name_at(told, at) is None:
            return _uncounted(told, found), end
    return _uncounted(told, found), at


def _uncounted(told: str, found: list[Named]) -> list[Named]:
    """The people of a list without their number behind the last name: 王涛、李敏、陈望|三同志."""
    last = found[-1] if found else None
    numeral = _COUNTS.find(last.name[-1]) if last and len(last.name) == 3 else -1
    if last and numeral == len(found) > 1 and told.startswith(("同志", "人"), last.span.end):
        return [*found[:-1], replace(last, name=last.name[:-1], span=Span(last.span.start, last.span.end - 1))]
    return found


def _name_at(told: str, at: int) -> Span | None:
    """The name that begins at a place: up to what ends a name, or up to a post of it."""
    dotted = _DOTTED.match(told, at)
    if dotted:
        return Span(at, _cut(told, at, dotted.end()))
    best: tuple[float, int] | None = None
    for size in (2, 3, 4):
        end = at + size
        name = told[at:end]
        if len(name) < size or not re.fullmatch(rf"{_HAN}+", name):
            break
        worth = _worth(told, at, end)
        if worth > 0 and (best is None or worth > best[0]):
            best = (worth, end)
    if best:
        return Span(at, best[1])
    long = _LONG.match(told, at)  # a minority name written without dots
    return (
        Span(at, long.end()) if long and len(long[0]) > 4 and not any(map(_words, tokens(long[0]))) else None
    )


def _worth(told: str, at: int, end: int) -> float:
    """How well a name ends here: before a word that follows names, or before a post that can be read whole."""
    name = told[at:end]
    if (
        "的" in name
        or name[-1] in "等及"
        or name.startswith(("关于", "拟任"))
        or name[1:2] == "级"  # 晋升 + 三级主任科员
        or (name[0] in _CALLS and name[0] not in _SURNAMES and is_name(name[1:]))
    ):
        return 0.0
    known = is_name(name) or _among(told, at, end)
    if told[end - 1 : end + 1] == "作为" or (name[-1] == "总" and _CHIEF.match(told, end)):  # 任峰|作为总经理, 沈括|总工程师
        return 0.0
    if told[end : end + 2] in ("为为", "任任", "为任", "为、", "任、", "为等", "任等") or (name[-1] in _BEFORE_TAKES and told[end : end + 1] == "任"):
        return 0.0
    twice = told[end : end + 1] == name[-1]  # 蒋大为 + 为
    doubt = (
        0.0
        if twice
        else 3.0 * bool(re.search(r"[为任免兼职]", name[1:])) + 2.0 * (len(name) == 4 and not known)
    )
    if told.startswith("同志", end):  # 李有为同志: no verb stands before 同志
        doubt -= 3.0 * (name[-1] in "为任职" and doubt >= 3.0)
        return (9.0 if known else 4.0 if _plain(name) or is_called(name) else 0.0) - doubt
    if _LINK.match(told, end):
        return (6.0 + 0.1 * len(name) if known else 3.0 if _plain(name) else 0.0) - doubt
    if not known or not (_plain(name) or (name[0] in _SURNAMES and _plain(name[1:]))):
        return 0.0
    clause = re.match(r"[^，。；：]*", told[end:])
    posts = _ENDING.sub("", clause[0] if clause else "")
    if found := holdings(posts):
        first = tokens(posts)[0].part
        if name[0] in _SURNAMES and not found[0].agency:
            return 0.0
        if any(one.start < end < one.end and one.end - one.start > 2 and one.part & (Part.FIELD | Part.KIND) for one in tokens(told[at : at + _NEAR], at)):
            return 0.0  # 青石综 | 合实验区
        return 5.0 + 2.0 * bool(first & (Part.LEVEL | Part.PLACE)) + 0.2 * len(name) - doubt
    return 4.0 + 0.1 * len(name) - doubt if _AFTER.match(told, end) else 0.0


def _among(told: str, at: int, end: int) -> bool:
    """In the middle of a list of names a name may end like an office: 关平、冯仲科、陈学军."""
    framed = told[at - 1 : at] == "、" and told[end : end + 1] == "、" and end - at == 3
    return framed and is_name(told[at : end - 1]) and is_name(re.split("[、；，。]", told[max(0, at - 6) : at - 1])[-1])


_ENDING = re.compile(r"(?:等?职务|之职|一职)(?:（[^（）]{1,20}）)?$")  # behind the posts
_BEFORE_TAKES = "现原曾拟历担兼出挂续连改转调升接继就离卸代聘"  # 魏东 + 担任
_CHIEF = re.compile(r"(?:工程|会计|经济|农艺|审计|统计|规划)师|经理|监|裁|编|干事|督学")
_NEAR = 12  # characters in which a word that begins in a name ends
_SURNAMES = "于和向"  # 免去于洪波区教育局局长职务
_COUNTS = "〇一二三四五六七八九十"
_CALLS = "由经请调派聘让令对向与和同"  # 由徐建华同志任


def _plain(name: str) -> bool:
    """A rare surname: no word of ours stands in it."""
    cut = tokens(name)
    return len(name) <= 4 and not cut[0].part & Part.STOP and not any(map(_words, cut))


def _words(one: Token) -> bool:
    """A token that is a word of official prose, not a character that names hold too."""
    long = one.end - one.start > 1
    return one.part & ~(Part.KNOWN | Part.SOFT | Part.STOP | (0 if long else Part.GROUP)) != 0 or (one.part != 0 and long)


def _cut(told: str, at: int, end: int) -> int:
    """A dotted name is read as far as its last part goes: not over 为, 任 or 同志, nor over the posts."""
    last = told.rindex("·", at, end)
    stop = re.search(r"同志|[为任的]|担任|不再|辞去|兼|挂", told[last + 2 : end])
    if stop:
        return last + 2 + stop.start()
    clause = re.match(r"[^，。；：（）]*", told[last + 1 : last + 40])
    rest = _ENDING.sub("", clause[0] if clause else "")
    sizes = [size for size in range(2, end - last - 1) if (found := holdings(rest[size:])) and found[0].agency]
    at_level = (size for size in sizes if tokens(rest[size:])[0].part & (Part.LEVEL | Part.PLACE))
    return last + 1 + next(at_level, sizes[0] if sizes else end - last - 1)
