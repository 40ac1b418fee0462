"""Posts in a house, known by their last word where their duties follow: 财务主管：…, 副主任、治保主任：…, 【仓库保管员】."""

from __future__ import annotations

import re

from extract.duties.actor import Actor
from extract.duties.blocks import past_dash
from extract.duties.predicate import starts_work
from extract.mentions.person import is_name
from kg.model import Span

_POST = re.compile(
    r"(?!任免|任命|选举|聘任|推选|免去|提名|决定|罢免|严禁|依法|评选|履行|竞争|审批|核定|定|[一-龥]{2}时长)[一-龥]{0,10}(?:(?<![人成队全组党会社学教职雇动病伤议裁减超满定复缺])员|(?<![人律教])师|(?<![增特延成生专擅加时周身工])长(?<!家长)|(?<![阶时手波下上待离在定转顶轮])岗|主管|主任|经理|助理|秘书|专干|会计|出纳|委员|书记|主席|总监|门卫)"
)
_ASIDE = re.compile(r"（[^（）]{2,8}）$")
_JOIN = re.compile("[、和及]")
_NUMBER = re.compile(r"\d{1,2}[、.．]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[一二三四五六七八九十]{1,2}、")
_FIRST = re.compile("[^，。；：、]*")
_LONGEST = 10  # no name of a post is longer
_NEAR = 24  # the words in which it shows whether work follows


def posts(words: str, span: Span) -> list[Actor]:
    """The posts of a range that is nothing but posts; none where it is anything else.

    >>> [one.words for one in posts("副主任、治保主任", Span(0, 8))], posts("收入增长", Span(0, 4))
    (['副主任', '治保主任'], [])
    """
    found: list[Actor] = []
    start = span.start
    for joint in [*_JOIN.finditer(words, span.start, span.end), None]:
        end = joint.start() if joint else span.end
        name = unheld(words, Span(start, end))
        aside = _ASIDE.search(words, name.start, name.end)  # 支部委员（宣传委员）
        if not _POST.fullmatch(words, name.start, aside.start() if aside else name.end):
            return []
        found.append(Actor(name, words[name.slice]))
        start = end + 1
    return found


def acting(words: str, span: Span) -> Actor | None:
    """The post that begins a range and has its work behind it: 研究生秘书|在系统中完成审核; None where none does."""
    for end in range(span.start + 3, min(span.end - 3, span.start + _LONGEST)):
        held = posts(words, Span(span.start, end))
        if len(held) == 1 and work_behind(words, end, span.end):
            return held[0]
    return None


def unheld(words: str, span: Span) -> Span:
    """A name without who holds it: 值班人员（王涛）."""
    aside = _ASIDE.search(words, span.start, span.end)
    held = aside and is_name(words[aside.start() + 1 : aside.end() - 1])
    return Span(span.start, aside.start()) if aside and held else span


def work_behind(words: str, at: int, end: int | None = None) -> bool:
    """Whether work begins at a place, behind a number or a dash, and no name: 1.负责…, ——管理…."""
    end = min(len(words), at + _NEAR) if end is None else end
    number = _NUMBER.match(words, at, end)
    at = past_dash(words, Span(number.end() if number else at, end))
    first = _FIRST.match(words, at, end)
    return not words[at : at + 1].isdigit() and not (first and is_name(first[0])) and starts_work(words, at, end)
