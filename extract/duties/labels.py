"""Label lines and brackets that name who is to do the work above them.

`责任单位：区发改委、区财政局`, `（牵头单位：区商务局；配合单位：各镇街）`, `（区教委牵头，各学校配合）`, `（省司法厅起草）`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.duties.actors import Actor, Actors
from extract.lexicon import table
from extract.mentions.deadline import deadline
from kg.model import Span

_LABELS = {
    label: role for role in ("lead", "responsible", "support", "deadline") for label in table("duties")["labels"][role]
}
_NAMES = "|".join(sorted(map(re.escape, _LABELS), key=len, reverse=True))
# 牵头考核单位, 牵头落实部门
_LEADING = r"牵头[\u4e00-\u9fa5]{1,4}(?:单位|部门|处室|科室)"
_WHO = "|".join(sorted((re.escape(label) for label, role in _LABELS.items() if role != "deadline"), key=len, reverse=True))
LABEL = re.compile(rf"(?P<label>{_LEADING}|{_NAMES})(?:（[^（）]{{1,12}}）)?(?:：|为：)")
WHO = re.compile(rf"(?:{_LEADING}|{_WHO})(?:（[^（）]{{1,12}}）)?：(?=[^。；：])")  # the labels of doers alone
# what a list of doers in a bracket ends with
_DOES = re.compile(
    r"(?P<lead>(?:负责|具体)?(?:总?牵头|主责)(?:负责|落实|组织实施|组织|实施|推进)?|牵头负责落实|负责牵头)$"
    r"|(?P<support>(?:积极|协同|密切|做好)?(?:配合|协助|参与|协办|参加)(?:做好|落实|实施)?)$"
    r"|(?P<responsible>(?:按照?(?:各自)?职责(?:分工)?|分别|共同|具体|依职责|按分工|根据职责)*(?:负责(?:落实|组织实施|实施|推进|组织|办理)?"
    r"|落实|承办|主办|起草|组织实施|实施|制定|完成|办理|组织|执行|承担|编制|提供|推进落实|抓好落实))$"
)
_BRACKET = re.compile(r"（([^（）]{2,240}(?:（[^（）]{1,20}）[^（）]{0,160}){0,8})）")
_PART = re.compile(r"[；;。]")
_SORT = {"lead": "lead", "responsible": "responsible", "support": "support"}


@dataclass(frozen=True, slots=True)
class Charge:
    """Doers named by a label or a bracket: `span` is that label line or bracket."""

    span: Span
    role: str
    actors: tuple[Actor, ...]
    deadline: str | None = None
    verb: str = ""


def label_line(actors: Actors, span: Span, year: int | None) -> list[Charge] | None:
    """The charges of a block that is nothing but labels and lists (责任单位：… 完成时限：…); None for any other text."""
    words = actors.words
    first = LABEL.match(words, span.start, span.end)
    if not first:
        return None
    return list(_labelled(actors, span, year))


def brackets(actors: Actors, span: Span, year: int | None) -> Iterator[tuple[Span, list[Charge]]]:
    """Each bracket of a range that names doers, with its charges."""
    words = actors.words
    for found in _BRACKET.finditer(words, span.start, span.end):
        inner = Span(found.start(1), found.end(1))
        label = LABEL.search(words, inner.start, inner.end)
        labelled = label and (label.start() == inner.start or words[label.start() - 1] in "，；。、")
        charges = list(_labelled(actors, inner, year)) if labelled else []
        if not charges:
            limit = _limit(actors, inner, year)
            plain = _unlabelled(actors, inner, closes=_closes(words, found, span))
            charges = [replace(charge, deadline=limit) for charge in plain]
        if charges:
            yield Span(*found.span()), charges


def _closes(words: str, found: re.Match[str], span: Span) -> bool:
    """Whether a bracket stands at the end of a sentence, so that a bare list in it can only be its doers."""
    before = words[found.start() - 1] if found.start() else ""
    return before in "。；" and (found.end() >= span.end or words[found.end()] in "。；")


def _labelled(actors: Actors, span: Span, year: int | None) -> Iterator[Charge]:
    words = actors.words
    found = list(LABEL.finditer(words, span.start, span.end))
    if not found:
        return
    limit = _limit(actors, span, year)
    for i, hit in enumerate(found):
        role = _LABELS.get(hit["label"], "lead")
        end = _next(found, i, span)
        while end > hit.end() and words[end - 1] in "，；。、）":
            end -= 1
        if role == "deadline" or end <= hit.end():
            continue
        named = listed(actors, Span(hit.end(), end))
        if named:
            yield Charge(Span(hit.start(), end), role, tuple(named), limit or None)


def _limit(actors: Actors, span: Span, year: int | None) -> str | None:
    """The time that a label states (完成时限：2019年9月), or that stands before the doers (6月底完成，牵头单位：区水务局)."""
    words = actors.words
    found = list(LABEL.finditer(words, span.start, span.end))
    for i, hit in enumerate(found):
        if _is_limit(hit):
            stated = words[hit.end() : _next(found, i, span)].strip("，；。")
            return deadline(stated, year) or stated or None
    first = words.find("，", span.start, found[0].start() if found else span.end)
    return deadline(words[span.start : first], year) if first > 0 else None


def _is_limit(label: re.Match[str]) -> bool:
    return _LABELS.get(label["label"]) == "deadline"


def _next(found: list[re.Match[str]], i: int, span: Span) -> int:
    return found[i + 1].start() if i + 1 < len(found) else span.end


def listed(actors: Actors, span: Span) -> list[Actor]:
    """The doers of a list under a label: here every part is one, whatever its name looks like."""
    words = actors.words
    whole = actors.whole(span)
    if whole:
        return whole
    found: list[Actor] = []
    start = span.start
    for stop in [*re.finditer(r"[、，；。]", words[span.slice]), None]:
        end = span.start + stop.start() if stop else span.end
        piece = actors.whole(Span(start, end)) if end > start else None
        if piece:
            found.extend(piece)
        elif 1 < end - start <= 24:
            text = re.sub(r"^(?:由|以及|和|及)|等(?:单位|部门|有关单位|相关部门|相关单位)?$|(?:牵头|负责|配合|落实|按职责分工负责)$", "", words[start:end])
            if len(text) > 1:
                at = words.index(text, start)
                found.append(Actor(Span(at, at + len(text)), text))
        start = end + 1
    return found


def _unlabelled(actors: Actors, span: Span, closes: bool) -> Iterator[Charge]:
    words = actors.words
    start = span.start
    for stop in [*re.finditer(r"[；。，]", words[span.slice]), None]:
        end = span.start + stop.start() if stop else span.end
        does = _DOES.search(words[start:end])
        if does:
            named = actors.whole(Span(start, start + does.start()))
            if named:
                role = next(role for role in ("lead", "support", "responsible") if does[role])
                yield Charge(Span(start, end), role, tuple(named), verb=does[role])
            start = end + 1
        elif stop and stop.group() != "，":
            start = end + 1
    if closes and start == span.start:
        named = actors.whole(span)
        if named and all(one.agency for one in named):
            yield Charge(span, "responsible", tuple(named))
