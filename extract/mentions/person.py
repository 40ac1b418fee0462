"""Names of people: a surname in use and one or two characters; minority names with ·; two characters with a gap in a roster."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import either, lines, table, terms
from extract.mentions.lexer import tokens
from kg.model import Gap, Span


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person where a text names one; `name` without notes and titles (王涛 of 王涛同志（女））."""

    span: Span
    name: str


_CHARACTER = "[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df○]"
_DOTTED = re.compile(rf"{_CHARACTER}{{1,8}}(?:·{_CHARACTER}{{1,10}}){{1,4}}")
_KINDS = frozenset("局厅署委办处科股部县市省区镇乡州旗盟厂")  # 水利局 is none
_GIVEN_WORDS = ("建设", "改革", "发展")  # 李建设同志
_GIVEN = ("红旗", "战旗", "九州", "神州", "登科")  # but 王红旗 is
# what may follow a name and is no part of it
_AFTER = r"(?:同志|先生|女士|等同志|等)?(?:（[^（）]{1,30}）)?(?:同志|等同志|等)?"


@cache
def _name() -> re.Pattern[str]:
    compound = "|".join(name for name in lines("surnames.txt") if len(name) == 2)
    single = "".join(name for name in lines("surnames.txt") if len(name) == 1) + table("people")["rare"]
    return re.compile(rf"(?:(?:{compound}){_CHARACTER}{{1,2}}|[{single}]{_CHARACTER}{{1,3}})")


@cache
def _given() -> re.Pattern[str]:
    """Names without a surname: 扎西多吉, 其其格."""
    given, alone = (either(terms("people", key)) for key in ("given", "alone"))
    return re.compile(rf"(?:{alone}|(?:{given}){{2}})")


_JOINED = re.compile("[和及与][村镇乡县市区省校企街各]")  # 相关部门负责人|和村（社区）干部


def is_name(words: str) -> bool:
    """Whether the words can be the name of a person and are not an ordinary word.

    >>> is_name("王涛"), is_name("欧阳明华"), is_name("阿依古丽·买买提"), is_name("负责人"), is_name("管理"), is_name("要签字")
    (True, True, True, False, False, False)
    """
    if _DOTTED.fullmatch(words) or _given().fullmatch(words):
        return True
    if not 2 <= len(words) <= 4 or not _name().fullmatch(words) or _JOINED.fullmatch(words) or _is_asked(words):
        return False
    if (len(words) > 2 and words[-1] in _KINDS and not words.endswith(_GIVEN)) or words[-1] == "副":  # 王涛副 + 主席
        return False
    if len(words) == 4 and words[:2] not in lines("surnames.txt") and not _double(words):
        return False
    return words not in terms("people", "refused") and not any(word in words for word in _inside())


_ASKED_OF = re.compile(
    "签[字名]|盖章|到[场会位岗]|在场|参加|[出列]席|负责|带[头队]|亲[自临]|值班|配合|协助|牵头|定期|及时|立即|认真|主动|积极|切实|严格|加强|组织|落实|[做抓]好"
)


def _is_asked(words: str) -> bool:
    """Whether a surname that is a modal stands before what is asked of many: 负责人|要签字, 副区长|应到场; not 要文慧, 应建成."""
    return words[0] in "要应须" and _ASKED_OF.fullmatch(words, 1) is not None


def may_be_name(words: str) -> bool:
    """Whether the words can be a name that begins with an everyday character, where what stands around sets them apart.

    >>> may_be_name("布小林"), may_be_name("西部"), may_be_name("长期任")
    (True, False, False)
    """
    if not 2 <= len(words) <= 3 or words[0] not in table("people")["scarce"] or not re.fullmatch(f"{_CHARACTER}+", words):
        return False
    if words[-1] in _KINDS or words in terms("people", "refused") or any(word in words for word in _inside()):
        return False
    return all(one.end - one.start == 1 or not one.part for one in tokens(words))


def is_called(words: str) -> bool:
    """Whether the words before 同志 can be a name, though a word of every day is written alike: 苗木同志, not 有关同志.

    >>> is_called("苗木"), is_called("有关"), is_called("负责")
    (True, False, False)
    """
    if "的" in words:
        return False  # 退出领导班子的|同志
    if is_name(words) or (words[1:] in _GIVEN_WORDS and words[0] in table("people")["common"]):
        return True
    known = words in terms("people", "refused") and words not in terms("people", "called")
    return known and len(words) <= 3 and bool(_name().fullmatch(words)) and not any(word in words for word in _inside())


def _double(words: str) -> bool:
    """Two surnames in front (范徐丽泰), or a name of four characters with a usual surname."""
    return all(sign in table("people")["common"] for sign in words[:2])


@cache
def _inside() -> tuple[str, ...]:
    return tuple(terms("people", "never"))


def name_list(words: str, span: Span | None = None) -> list[PersonMention] | None:
    """The people of a range that is nothing but names: 王某、李某同志, else None.

    >>> [person.name for person in name_list("王涛、李明（女）同志") or []]
    ['王涛', '李明']
    """
    span = span or Span(0, len(words))
    found: list[PersonMention] = []
    at = span.start
    while at < span.end:
        item = _ITEM.match(words, at, span.end)
        size = (
            next((n for n in (4, 3, 2) if item and is_name(item[0][:n]) and _TAIL.fullmatch(item[0][n:])), 0)
            if item
            else 0
        )
        if item and _DOTTED.match(item[0]):
            dotted = _DOTTED.match(item[0])
            size = len(dotted[0]) if dotted and _TAIL.fullmatch(item[0][len(dotted[0]) :]) else 0
        if not item or not size:
            return None
        found.append(PersonMention(Span(at, at + size), item[0][:size]))
        joint = _JOINT.match(words, item.end(), span.end)
        at = joint.end() if joint else item.end()
    return found or None


# one name of a list with what follows it; 和 parts names, and is in none
_ITEM = re.compile(r"(?:[^、，（）和与及]|（[^（）]*）)+")
_JOINT = re.compile(r"[、，]?(?:以及|和|与|及)?")
_TAIL = re.compile(
    r"(?:同志|先生|女士)?(?:（[^（）]{1,30}）)*(?:等?(?:[\d一二三四五六七八九十]+[名位])?同志|等)?"
)


_SPACED = re.compile(rf"{_CHARACTER}{_AFTER}")  # 王 | 芳（女）


def names_in(words: str, gaps: bytes, span: Span) -> list[PersonMention]:
    """The people of a line of a roster, where the gaps of the print part the names: 张涛 李明 王 芳.

    >>> words, gaps = "张涛李明王芳", bytes([0, 0, 1, 0, 1, 1])
    >>> [person.name for person in names_in(words, gaps, Span(0, 6))]
    ['张涛', '李明', '王芳']
    """
    cells: list[Span] = []
    start = span.start
    for at in range(span.start + 1, span.end + 1):
        if at == span.end or gaps[at] != Gap.NONE or words[at] in "、，；：" or words[at - 1] in "、，；：":
            if words[start] not in "、，；：":
                cells.append(Span(start, at))
            start = at
    found: list[PersonMention] = []
    i = 0
    while i < len(cells):
        cell = cells[i]
        after = cells[i + 1] if i + 1 < len(cells) else None
        if after and len(cell) == 1 and after.start == cell.end and _SPACED.fullmatch(words, after.start, after.end):
            cell = Span(cell.start, after.end)
            i += 1
        name = re.match(rf"(.+?){_AFTER}$", words[cell.slice])
        if name and is_name(name[1]):
            found.append(PersonMention(Span(cell.start, cell.start + len(name[1])), name[1]))
        i += 1
    return found
