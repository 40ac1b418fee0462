"""A verb before a name that is its object: 配备|保洁人员负责日常保洁, 供|工业部门参考, 满足|部门联合抽查需求.

A verb may be part of a name too (承办单位, 清扫保洁单位). Where a modal asks him who is named it is; where none does, three things tell:
a whole name stands behind the verb, the verb is one that sends people or gives to them, or the words before the comma tell of another's work.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.duties.nouns import DESCRIBED_FIRST, END, GROUP, NOUN_VERBS, begins_field
from extract.lexicon import table
from extract.mentions.agency import is_agency
from extract.speech import cut, tag

_WORDS = table("duties")
_SENDS = frozenset(_WORDS["sends"])
_FIELDS = frozenset(table("agencies")["fields"].split())
_VERBS = frozenset((*_WORDS["verb"], *_WORDS["listed"], *_WORDS["doers"]["never"], *_WORDS["attributes"]["causes"])) - NOUN_VERBS - _FIELDS | _SENDS
# what a verb of one character gives to a whole name, or does to it
_GIVES = frozenset("供派报送交发请让使叫令找帮教")
_DOES = re.compile(r"参加|提供|从事|持有|驻守|代理|代表|经办")  # 参加会议人员: told by what he does
_NOMINAL = frozenset("nbajlsx")
_WHO_DOES = re.compile(r".{2}(?:责任)?(?:单位|机构|机关|主体|医院|学校|社区|银行|企业|站|[者方员])")  # 招聘单位, 安置社区: who does so
_WHOLE = 4  # a dictionary has no longer name for a doer than 施工单位
# the words before a comma say when, or what it is about
_ASIDE = re.compile(r"(?:[时后前的中内下起间外上]|之日|情况|期限?|阶段)$")
_OPENS = re.compile(r"(?:如|若|对|根据|按照?|依照|为|经|在|自|从|因|凡|当|遇|结合|涉及|关于)")
_SEGMENT = re.compile(r"(?:^|[，。；：！？])([^，。；：！？]*)，$")
_FAR = 60


def goes_on(words: str, start: int, name: str) -> bool:
    """Whether a name that nobody asks begins with the verb that goes on with the work told before the comma before it.

    >>> goes_on("互联互通，满足部门联合抽查", 5, "满足部门"), goes_on("申请时，承办单位登记", 4, "承办单位")
    (True, False)
    """
    before = _SEGMENT.search(words, max(0, start - _FAR), start) if _verb_first(name) else None
    return bool(before and before[1] and not _ASIDE.search(before[1]) and not _OPENS.match(before[1]))


@lru_cache(maxsize=65536)
def _verb_first(name: str) -> bool:
    """Whether a verb begins a name that the dictionary does not have: 满足部门; not 施工单位."""
    (word, part), *rest = cut(name)
    plain = rest and part == "v" and rest[0][1][0] != "v" and len(word) > 1 and not _WHO_DOES.fullmatch(name)
    return bool(plain) and not (tag(name) or GROUP.match(name) or begins_field(name) or "的" in name or is_agency(name)) and word in _VERBS


@lru_cache(maxsize=65536)
def is_object(name: str) -> bool:
    """Whether a name is a verb and a whole name, or a verb that sends and whom it sends.

    >>> is_object("配备保洁人员"), is_object("供工业部门"), is_object("清扫保洁单位"), is_object("供电部门")
    (True, True, False, False)
    """
    if not name:
        return False
    word = name[:2] if name[:2] in _SENDS else cut(name)[0][0]
    rest = name[len(word) :]
    if not rest or "的" in name or GROUP.match(name) or begins_field(name) or tag(name):
        return False
    if len(word) == 1:
        return word in _GIVES and (is_agency(rest) or bool(GROUP.match(rest)))
    if word in _SENDS:
        return (bool(END.fullmatch(rest)) and not _WHO_DOES.fullmatch(name)) or _compound(rest)
    return word in _VERBS and not (DESCRIBED_FIRST.match(name) or _DOES.match(name)) and tag(word) == "v" and _compound(rest)


def _compound(rest: str) -> bool:
    """财务人员, 施工单位: a name with what it is told by; not 单位, and not 考核单位, where a verb goes on behind a verb."""
    if GROUP.match(rest):
        return True
    parts = cut(rest)
    if len(parts) == 1:
        return len(rest) >= _WHOLE and bool(END.search(rest))
    return parts[0][1][:1] in _NOMINAL and (is_agency(rest) or bool(END.search(rest[-4:])))
