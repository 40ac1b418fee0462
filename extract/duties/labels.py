"""Label lines and brackets that name who is to do the work above them.

`责任单位：区发改委、区财政局`, `（牵头单位：区商务局；配合单位：各镇街）`, `（区教委牵头，各学校配合）`, `（省司法厅起草）`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from extract.duties.actors import Actor, Actors
from extract.duties.clause import split
from extract.duties.legend import Legend
from extract.duties.limits import in_bracket, stated
from extract.duties.listing import listed, pure
from extract.duties.turns import turns
from extract.mentions.agency import is_agency
from extract.roles import CLAUSE, DOES, says_who
from extract.titles import DOERS, LIMITS, ROLES
from kg.model import Gap, Span

# 责任单位：…, 责任部门为区住建局
_COLON = r"(?:[为是]?：|[为是](?=[省市区县州镇乡各][^，。；的]{1,24}(?:[局委办厅处]|部门|单位|公司|政府)))"
LABEL = re.compile(rf"(?P<label>{DOERS}|(?P<deadline>{LIMITS}))(?:（[^（）]{{1,12}}）)?{_COLON}")
WHO = re.compile(rf"(?<!如下)(?:{DOERS})(?:（[^（）]{{1,12}}）)?：(?=[^。；：])")  # the labels of doers alone
_BRACKET = re.compile(r"（([^（）]{2,240}(?:（[^（）]{1,20}）[^（）]{0,160}){0,8})）")
_THIS = re.compile(r"(?:此|该|上述|以上|本)[各几]?(?:项|些)?(?:工作|任务|事项|项目|内容)，?")
_NUMBER = r"（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,3}[、.．]"
# bodies of which a bracket may say which they are
_COUNTED = re.compile(r"(?:单位|部门|机构|企业|公司|地区|乡镇|街道|镇街|学校|医院|园区|[市区县镇乡村局委办厅科股]|(?<![好用益坏])处|[大中支总]队)$")
# （一）办公室（审计处）: the name of a part and its second one
_PART = re.compile(rf"(?:{_NUMBER})?[\u4e00-\u9fff]{{0,10}}办公室|(?:{_NUMBER})[\u4e00-\u9fff]{{1,4}}室")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,5}(?:镇|乡|街道)")
_LAST = 120  # signs that the last bracket of an item lies in
_DASHES = re.compile("[-—]+")
_ROLE = re.compile(r"(?:牵头|负责|配合|协助|参与|承办|主办|落实)[，。；]?$")
# …负责，|6月底前开工，11月底完工
_BY_TIME = re.compile(
    r"(?>[，；](?:力争|确保|争取)?(?:于|在|到)?[^，。；负责]{1,14}[前底末内旬日月](?:(?:基本|全面|全部)?(?:完成|完工|开工|竣工|建成|启动|投用|办结|到位|见效)[^，。；]{0,4})?(?=[，；]|$))++$|，每(?:年|半年|季度?|月|周)[^，。；]{0,8}$"
)
_WITH = re.compile(r"(?:牵头)?会同|商(?=有关|相关|各)")
# 区教委（牵头）、区财政局
_MARKED = re.compile(r"（(?:牵头|主办|主责)(?:单位|部门)?）")
# labels of bodies, of whose lists a notice may say that the first leads
_OF_BODIES = re.compile(r".*(?:单位|部门|处室|科室|机构|县（区）|分工)")


@dataclass(frozen=True, slots=True)
class Charge:
    """Doers named by a label or a bracket: `span` is that label line or bracket."""

    span: Span
    role: str
    actors: tuple[Actor, ...]
    deadline: str | None = None
    verb: str = ""


def label_line(actors: Actors, span: Span, year: int | None, legend: Legend) -> list[Charge] | None:
    """The charges of a block that is nothing but labels and lists (责任单位：… 完成时限：…); None for any other text."""
    words = actors.words
    first = LABEL.match(words, span.start, span.end)
    if not first:
        return None
    return list(_labelled(actors, span, year, legend))


def asides(actors: Actors, span: Span, year: int | None, legend: Legend) -> Iterator[tuple[Span, list[Charge]]]:
    """Each place in a range that only names who does what stands before it: a bracket, a row of labels, a sentence of roles."""
    found = [*_brackets(actors, span, year, legend), *_rows(actors, span, year, legend), *_sentences(actors, span, year, legend)]
    end = 0
    for place, charges in sorted(found, key=lambda one: one[0].start):
        if place.start >= end:
            yield place, charges
            end = place.end


def _brackets(actors: Actors, span: Span, year: int | None, legend: Legend) -> Iterator[tuple[Span, list[Charge]]]:
    words = actors.words
    for found in _BRACKET.finditer(words, span.start, span.end):
        inner = Span(found.start(1), found.end(1))
        label = LABEL.search(words, inner.start, inner.end)
        labelled = label and (label.start() == inner.start or words[label.start() - 1] in "，；。、")
        charges = list(_labelled(actors, inner, year, legend)) if labelled else []
        if not charges:
            limit = _limit(actors, inner, year)
            behind = words[found.start() - 1 : found.start()] in ("。", "；")  # of a sentence a bare list can only be its doers
            behind = behind or (closes(words, found, span) and (legend.closing or limit is not None))
            plain = unlabelled(actors, inner) or (_bare(actors, _timeless(words, inner, year)) if behind else [])
            charges = [replace(charge, deadline=limit) for charge in _ranked(plain, legend)]
            charges = [] if any("由" in one.words for charge in charges for one in charge.actors) else charges  # （格式由区交通局制定）
        if charges:
            yield Span(*found.span()), charges


def closes(words: str, bracket: re.Match[str], span: Span) -> bool:
    """Whether a bracket is the end of a range, and no names of those whom its last word counts: 各成员单位（区教委、区财政局）."""
    ends = bracket.end() + words.startswith(("。", "；"), bracket.end()) >= span.end
    return ends and not (_COUNTED.search(words, span.start, bracket.start()) or _PART.fullmatch(words, span.start, bracket.start()))


def closing(actors: Actors, spans: Iterable[Span]) -> bool:
    """Whether two or more of some items close with a bracket that is a list of bodies."""
    found = (hit for span in spans for hit in _BRACKET.finditer(actors.words, max(span.start, span.end - _LAST), span.end) if closes(actors.words, hit, span))
    named = (hit for hit in found if _bare(actors, Span(hit.start(1), hit.end(1))))
    return next(islice(named, 1, None), None) is not None


def _rows(actors: Actors, span: Span, year: int | None, legend: Legend) -> Iterator[tuple[Span, list[Charge]]]:
    """Labels in running text, as where line breaks were lost: 新建公厕10座。责任单位：区城管局；完成时限：9月底。"""
    words, end = actors.words, span.start
    for label in LABEL.finditer(words, span.start + 1, span.end):
        if label.start() < end or not (words[label.start() - 1] in "，；。、—" or actors.gaps[label.start()] >= Gap.SPACE):
            continue
        end = label.end()
        while True:
            stop = words.find("。", end, span.end)
            end = stop + 1 if stop >= 0 else span.end
            if not LABEL.match(words, end, span.end):
                break
        place = Span(label.start(), end)
        charges = list(_labelled(actors, place, year, legend))
        if charges:
            yield place, charges


def _sentences(actors: Actors, span: Span, year: int | None, legend: Legend) -> Iterator[tuple[Span, list[Charge]]]:
    """Sentences of doers and roles and nothing else, but for the time: （新建公厕10座。）由区城管局牵头，各街道配合，年底前完成。"""
    for whole in split(actors.words, span, "。"):
        by = _BY_TIME.search(actors.words, whole.start, whole.end)
        dashes = _DASHES.match(actors.words, whole.start, whole.end)
        sentence = Span(dashes.end() if dashes else whole.start, by.start() if by else whole.end)
        if not _ROLE.search(actors.words[sentence.slice]):
            continue
        limit = in_bracket(actors.words, Span(sentence.end, whole.end), year) if by else None
        segments = list(split(actors.words, sentence, "，"))
        told = turns(actors, segments, sentence, False)
        if len(told) == len(segments) and all(one.work and one.bare and not one.of and _pointing(actors.words, one.before) for one in told):
            yield whole, _ranked([Charge(sentence, one.work.role, one.actors, limit) for one in told if one.work], legend)
        elif says_who(actors.words[sentence.slice]) and (charges := unlabelled(actors, sentence)):
            yield whole, _ranked([replace(charge, deadline=limit) for charge in charges], legend)


def _pointing(words: str, before: Span) -> bool:
    """Nothing before the doer, or words that point to what was said: 此项工作由区教育局负责."""
    return len(before) < 2 or bool(_THIS.fullmatch(words, before.start, before.end))


def _labelled(actors: Actors, span: Span, year: int | None, legend: Legend) -> Iterator[Charge]:
    words = actors.words
    found = list(LABEL.finditer(words, span.start, span.end))
    limit = _limit(actors, span, year)
    led = any(hit["lead"] for hit in found)
    if found and found[0].start() > span.start + 1:  # （区发改局牵头，责任领导：王涛）
        yield from (replace(charge, deadline=limit) for charge in unlabelled(actors, Span(span.start, found[0].start() - 1)))
    for i, hit in enumerate(found):
        role = next(role for role in (*ROLES, "deadline") if hit[role])
        end = _next(found, i, span)
        while end > hit.end() and words[end - 1] in "，；。、":
            end -= 1
        if role == "deadline" or end <= hit.end():
            continue
        inner = Span(hit.end(), end)
        said = unlabelled(actors, inner)
        whole = Span(hit.start(), end)
        if said:
            yield from (replace(charge, span=whole, deadline=limit) for charge in said)
        elif named := listed(actors, inner):
            charges = [Charge(whole, does, these, limit) for does, these in marked(actors, named, role, end)]
            bodies = not led and role == "responsible" and _OF_BODIES.fullmatch(hit["label"])
            yield from _ranked(charges, legend) if bodies else charges


def marked(actors: Actors, named: Sequence[Actor], role: str, end: int) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """The doers of a list by what they do: those behind whom （牵头） stands lead, the rest have the `role` of the list."""
    words = actors.words
    lead = tuple(one for one in named if _MARKED.match(words, one.span.end, end) or _MARKED.search(words, one.span.start, one.span.end))
    rest = tuple(one for one in named if one not in lead)
    yield from ((does, these) for does, these in (("lead", lead), (role, rest)) if these)


def _ranked(charges: list[Charge], legend: Legend) -> list[Charge]:
    """The first of a list leads where the notice says that it does."""
    if not legend.first or any(charge.role == "lead" for charge in charges):
        return charges
    first = next((charge for charge in charges if charge.role == "responsible"), None)
    if not first:
        return charges
    led = [replace(first, role="lead", actors=first.actors[:1])]
    led += [replace(first, actors=first.actors[1:])] if first.actors[1:] else []
    return [*led, *(charge for charge in charges if charge is not first)]


def _limit(actors: Actors, span: Span, year: int | None) -> str | None:
    """The time that a label states (完成时限：2019年9月), or that stands before the doers (6月底完成，牵头单位：区水务局)."""
    words = actors.words
    found = list(LABEL.finditer(words, span.start, span.end))
    for i, hit in enumerate(found):
        if hit["deadline"]:
            return stated(words[hit.end() : _next(found, i, span)], year)
    return in_bracket(words, span, year)


def _next(found: list[re.Match[str]], i: int, span: Span) -> int:
    return found[i + 1].start() if i + 1 < len(found) else span.end


def unlabelled(actors: Actors, span: Span) -> list[Charge]:
    """The charges of clauses that end in their verb: 区教委牵头，各学校配合."""
    words = actors.words
    charges: list[Charge] = []
    start = span.start
    for stop in [*CLAUSE.finditer(words, span.start, span.end), None]:
        end = stop.start() if stop else span.end
        does = DOES.search(words[start:end])
        if does:
            charges += _clause(actors, Span(start, start + does.start()), Span(start, end), does)
            start = end + 1
        elif stop and stop.group() in "；。":
            start = end + 1
    return charges


def _clause(actors: Actors, named: Span, whole: Span, does: re.Match[str]) -> Iterator[Charge]:
    """The doers before the verb of a clause; those behind 会同 support."""
    role = next(role for role in ("lead", "support", "responsible") if does[role])
    if along := _WITH.match(actors.words, named.start, named.end):
        role, named = "support", Span(along.end(), named.end)
    joint = _WITH.search(actors.words, named.start + 2, named.end)
    first = pure(actors, Span(named.start, joint.start()) if joint else named)
    if first:
        leads = joint and joint[0].startswith("牵头")
        yield Charge(whole, "lead" if leads else role, tuple(first), verb=does[role])
    if joint and first and (others := pure(actors, Span(joint.end(), named.end))):
        yield Charge(whole, "support", tuple(others), verb=does[role])


def _timeless(words: str, span: Span, year: int | None) -> Span:
    """A bracket without the clause of time at its end: （区教委；6月底前完成）, （区教委；长期坚持）."""
    sign = max(words.rfind(sign, span.start, span.end) for sign in "；，")
    timed = sign > 0 and (in_bracket(words, Span(sign + 1, span.end), year) or stated(words[sign + 1 : span.end], year) is None)
    return Span(span.start, sign) if timed else span


_SECTION = re.compile(r"[一-龥]{2,6}(?<![内全下上外])(?:科|处|室|股|办|部|中心)(?<!用处)(?<!好处)")  # 公卫科: a part of the house


def _bare(actors: Actors, span: Span) -> list[Charge]:
    """The charge of a bracket that is a list of bodies and nothing else."""
    named = pure(actors, span)
    known = sum(bool(one.agency or one.group or _TOWN.fullmatch(one.words) or _SECTION.fullmatch(one.words) or is_agency(one.words)) for one in named)
    return [Charge(span, "responsible", tuple(named))] if known * 2 > len(named) else []
