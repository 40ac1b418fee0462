"""Who sets up the units that a sentence names: the body, the agency or the house before the verb."""

from __future__ import annotations

import re

from extract.rosters.agencies import YOURS, named, placed
from extract.rosters.bodies import registry
from extract.units.below import subjects
from extract.units.charter import charter, subject_before
from extract.units.meant import last_called
from extract.units.parts import SET
from extract.units.words import ENDS, LABEL
from kg.model import Agency, Notice, Span

# who has bodies below it and no rooms within
ABOVE = re.compile(r"(?:[^委]员会|党委会?|组委会|领导小组|指挥部|政府|人民委员会|公署|行署|政务院|国务院)$")
_NEAR = 120
_OURS = re.compile(rf"(?:{LABEL.pattern})(?:(?:同意|批准|决定))?(?P<who>{YOURS.pattern}|本(?:[协学商]?会|校|院|公司|中心|单位))(?=[设下内增分]|$)")
_NOW = re.compile(r"(?:现|目前|共|均)$")  # 我会现|内设办公室
_AGREED = re.compile(r"^(?:(?:现|兹|并|特|经研究)?(?:同意|批准|决定|明确)(?:由|将|在)?)+")  # 同意|望溪公路段设办公室
# how the name of a house ends that a text calls by its kind
BARE_HOUSE = re.compile(r"[馆局院校所站委办厅处队]|中心|办公室|总[局队站公司社行会]{1,2}")  # 馆内设三个科
HOUSES = {
    "公司": ("公司",),
    "集团": ("集团", "公司"),
    "集团公司": ("公司",),
    "总行": ("银行", "银行股份有限公司"),
    "总部": ("公司", "集团"),
    "学校": ("学校", "中学", "小学", "学院", "大学", "中"),
    **{said: (said,) for said in ("大队", "支队", "总队", "分局", "协会", "学会", "商会", "总会", "基金会", "联合会", "促进会")},
    "我校": ("学校", "中学", "小学", "大学", "中"),
    "学院": ("学院",),
    "医院": ("医院",),
    "我院": ("学院", "医院", "研究院", "法院", "检察院"),
}


def body_before(notice: Notice, sentence: Span, at: int) -> Agency | None:
    """The coordination body right before 下设, by its full name."""
    known = registry(notice)
    for body in known.acted:
        if notice.words.endswith(body.name, sentence.start, at):
            return placed(body.name, notice.head)
    for name in known.names(Span(sentence.start, at))[-1:]:
        if at - name.span.end <= 1:
            owner = known.owner(name.words, at)
            return placed(owner.name if owner else name.words, notice.head)
    return None


def house(notice: Notice, said: str, at: int) -> Agency | None:
    """公司 of 公司下设三个部门: the last firm named before it; 学校 in a notice of a school is that school."""
    ends = HOUSES.get(said)
    if ends is None:
        return None
    if full := last_called(notice, said, at):
        return Agency(named(full, notice.head).name, said)
    about = charter(notice)
    sent_to = notice.head.addressees if len(notice.head.addressees) == 1 else ()
    own = [one.name for one in (*notice.head.issuers, *([about] if about else []), *sent_to)]
    return next((Agency(name, said) for name in own if name.endswith(ends)), None)


def first(words: str, sentence: Span, at: int) -> str:
    """The agency with which the ；-clause of a place begins, or the sentence; 你局 of 同意你局设…."""
    clause = max(sentence.start, words.rfind("；", sentence.start, at) + 1)
    said = next((said for start in dict.fromkeys((clause, sentence.start)) for said, _ in subjects(words, start, at)), "")
    for start in dict.fromkeys((clause, sentence.start)) if not said else ():
        if ours := _OURS.match(words, start, at):  # 同意|你局|设…, 第十五条|本会|设…
            return ours["who"]
    return said.removesuffix("机构") if said.removesuffix("机构") in HOUSES else said  # 学校机构设置：…


def general(words: str, sentence: Span, at: int) -> str:
    """What a sentence is about where no agency stands before the verb: the words from its start."""
    said = _NOW.sub("", _AGREED.sub("", re.split(r"[，；：]", words[sentence.start : at])[-1]))
    return said if (said in HOUSES or YOURS.fullmatch(said) or re.search(rf"(?:{ENDS}|[会署]|机构)$", said)) and len(said) <= 40 else ""


def counted_before(words: str, at: int) -> str:
    """省人民政府 of 省人民政府设十二个直属机构，…。这十二个直属机构是：…."""
    told = [*SET.finditer(words, max(0, at - _NEAR), at)]
    subject = subject_before(words, told[-1].start(), 0) if told else None
    return subject[0] if subject else ""
