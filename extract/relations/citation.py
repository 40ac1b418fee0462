"""citation: the text refers to another document or law.

How the catalogue reads (from what careful readers wrote down):
- one fact a text and notice, with the strongest relation it has anywhere: repeals, amends, basis, implements, mentions;
- 根据 依据 按照 参照 按 《X》 is basis wherever it stands (…规定执行, …予以处理); under a heading or a colon that says 依据, each
  of the list is basis; 为执行 贯彻 落实 《X》 is implements; 严格执行 《X》, 关于…的请示收悉, 符合 违反 对照 《X》 and all else is mentions;
- 修改 修订 and 暂时调整实施 are amends; 废止 停止执行 are repeals, before the list or after it;
- a text that implements another (重庆市实施《X》办法) mentions it; a title inside a title is not cited for itself;
- laws without 《》 count (落实网络安全法, 依照刑法第二条), and numbers alone (按照国办发〔2018〕3号文件);
- not cited: the notice itself, what it publishes, its annexes and their short names; forms, certificates, contracts, newspapers;
  texts that are still to be written; lists of drafts with who drafts them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.citing.cleaned import listed_in, rested_on, tables
from extract.citing.joined import joined
from extract.citing.kind import why_none
from extract.citing.own import Own
from extract.citing.same import Texts
from extract.citing.scope import AMENDS, BASIS, IMPLEMENTS, REPEALS, STRENGTH, relation
from extract.mentions.reference import Reference, references_in
from extract.sentences import sentences
from kg.model import Finding, Notice, Refusal, Span

CUES: dict[str, re.Pattern[str]] = {
    "repeals": REPEALS,
    "amends": AMENDS,
    "basis": BASIS,
    "implements": IMPLEMENTS,
    "mentions": re.compile("《|号|关于|法"),
}

_GATE = re.compile(r"《|〔|号|关于|法|条例")
_LISTED = re.compile(r"(?:依据|根据)(?:和[^，。；]{1,6})?(?:主要|具体)?(?:有|是|为|包括|如下)*：?$|(?:依据|根据|按照)(?:以下|下列)[^。；]{0,24}：$")
_PAPERS = re.compile(r"(?:成果|材料|资料|表格|文书|证件|附件)[^。；]{0,10}：$")
_ISSUES = re.compile(
    r"(?:[、和及]《[^》]{2,60}》){0,4}(?:已经?[^。；]{2,40}，)?(?:现|予以|一并|随文)?"
    r"(?:印发|转发|公布|发布|下发|批转)(?:给|于后|，|。|你|施行|实施)"
)
_HEADING = 16
_SHORT = 10
_ENDED = re.compile(r"(?:废止|失效|停止执行)[^。；]{0,30}[：。]?$")
# 废止的规范性文件目录, 二、修改的行政规范性文件（2件）
_CLEANED = re.compile(
    r"(?:(?P<ended>废止|失效)|修改|修订)(?:或者?[^，。；]{2,6})?的?[^，。；]{0,20}(?:目录|清单|名单|文件|规章|法规)[^。；，]{0,12}[：:]?$"
)
_KEPT = re.compile(r"(?:保留|继续有效|现行有效|继续施行|继续执行)[^，。；]{0,20}(?:目录|清单|文件|规章)[^。；，]{0,12}[：:]?$")
# 对下列规章的部分条款予以修改：, and what then stands under the title of each: 将第六条中的…修改为…
_AMENDED = re.compile(
    r"(?:下列|以下)[^。；]{2,30}(?:予以|作出?|进行)(?:如下|相应|部分)?(?:修改|修正|修订)[：:]?$"
    r"|(?:修改|修正|修订)(?:下列|以下)[^。；，]{2,20}[：:]$"
)
_CHANGE = re.compile(r"(?:[\d一二三四五六七八九十]{1,3}[.．、]|（[\d一二三四五六七八九十]{1,3}）)?(?:将|删[去除]|增加|第[\d一二三四五六七八九十百]+[条章款]|“)")
# behind a list: 对上述文件，予以撤销, 以上规定自即日起废止
_CLOSED = re.compile(r"(?:[上前]述|以上|[上前所]列)[^，。；]{0,16}，?[^，。；]{0,16}(?:废止|撤销|停止(?:执行|施行|使用)|作废|失效)")
_ANNEX_NAMED = re.compile(r"(?:附件?：|[\d一二三四五六七八九十][.．、）])(?!根据|按照)[^，。；：《》.．、]{2,}$")
_LABEL = re.compile(r"(?:（?[\d一二三四五六七八九十]{1,3}[）.．、]|[①-⑳])*")
# what leads to the first item in one sentence: 废止下列文件：1.《X》, 废止的规章目录（一）X
_LED = re.compile(r"[^：。]{4,60}?：?(?=[一1]、|1[.．]|（一）|①)")
_DRAFTED = re.compile(r"（[^（）]{0,40}(?:起草|提请|报送|承办)[^（）]{0,6}）")
_ANNEXED = re.compile(r"（?(?:详?见)?附[件表录后][^，。；（）]{0,6}）")
_REMARK = re.compile(r"（[^（）]{4,160}）。?")  # between the items of a list: （已被新的法规代替）
_HISTORY = re.compile(r"[（，；][^（）]{0,90}$")
_REVISES = re.compile(r"(?:第[一二三四五六]次)?(?:发布|公布|颁布|修订|修正|修改)|、\d{4}年")
_IN_BRACKETS = 100
_REVISED = re.compile(r"(?:第[一二三四五六]次)?(?:修正|修订|修改)(?:）|$|，|根据)")  # under a title: 根据2018年…《…的决定》修正）
_CITING_NUMBER = re.compile(
    r"文|呈[报请文]|报告|请示|通[知令]|[公快来复]?函|[快代]?电|即行|同时|作废|精神|规定|要求|批|令|公告|解释|(?:同时|即行)?废止"
    r"|等|的|、|和|及|）?[，。]?[^，。；]{0,6}收悉|附件"
)
_IN_PAPER = re.compile(r"(?:文件?|纪要|通知|批复|复函|通报|批示)（$")  # 国务院的文件（国发〔1983〕20号）
# what stands directly before a title without 《》
_CUED = re.compile(
    r"(?:根据|依据|按照|依照|遵照|参照|贯彻|落实|执行|批转|转发|印发|废止)(?:了|的)?$|"
    r"(?:公布|发布|下达|颁布|批准|通过|印发)的$|(?:颁布|通过|审议|宣读|批准)了?$"
)
_KIND = 2
# 省委、省政府和市委、市政府关于…的指示: no one text
_BODIES = re.compile(r"(?P<one>[省市区县州镇乡])(?:委|人?民?政府|党委)[^关和与]{0,12}[和与](?P<other>[省市区县州镇乡])(?:委|人?民?政府|党委)[^关]{0,12}关于")


@dataclass(slots=True)
class Cited:
    """A text and the strongest thing said of it."""

    title: str | None
    number: str | None
    relation: str
    span: Span
    refused: str | None = None


_LABELS = 40  # numbers of items one after the other: （一）1.


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """The citations of a notice, in the order in which the texts are first named."""
    words = notice.words
    if not _GATE.search(words):
        return
    cells = [leaf.span.end for leaf in notice.tree.leaves() if leaf.kind == "cell"]
    annexes = [leaf.span for leaf in notice.tree.leaves() if leaf.kind == "contents"]
    references = references_in(words, stops=[span.end for span in sentences(notice)], cells=cells)
    references = list(joined(words, references))
    own = Own(notice)
    own.define(references)
    texts, cited = Texts(), dict[int, Cited]()
    listed, intro = "", ""
    bases = rested_on(notice)
    rows = [(one, name) for heading, table in tables(notice) if (name := _listing(heading)) for one in listed_in(notice, table)]
    for one, name in rows:
        _add(notice, texts, cited, one, name, None, None)
    references = _outside(references, [one.span for one, _ in rows])
    references = [one for one in references if not (one.form == "marked" and _in_annex(words, annexes, one.span))]
    for span, named in _places(notice, references):
        said = words[span.slice]
        led = _LED.match(said) if named else None
        if led:
            listed = _list_of(intro + led[0])
        item = bool(named) and named[0].span.start <= _label(words, Span(span.start + (led.end() if led else 0), span.end))
        for index, one in enumerate(named):
            name, _ = relation(words, named, index, span)
            # a numbered title of a list that is repealed is no heading of the notice's own
            told = item and one.title and one.number and listed in ("repeals", "amends") and one.title not in notice.head.title
            refused = None if told else _refused(notice, own, one, span, name)
            if refused == "":
                continue
            at = _shortened(texts, one)
            if refused is None and at is None and _is_kind(one):
                refused = "a short name of a text that is not named"
            if item and listed == "papers" and not one.number:
                refused = "a list of papers to be made"
            elif name == "mentions" and item:
                name = listed or name
            if name == "mentions" and bases and (at_cell := bisect_right(bases, one.span)) and bases[at_cell - 1].holds(one.span):
                name = "basis"  # in a column 设定依据
            _add(notice, texts, cited, one, name, refused, at)
        if not item and not led and not _REMARK.fullmatch(said) and not (listed == "amends" and _CHANGE.match(said)):
            listed = _list_of(intro + said)
        intro = said if not item and len(said) <= _HEADING else ""
    _close(notice, cited.values())
    for text in sorted(cited.values(), key=lambda one: one.span):
        rule = f"citation.{text.relation}"
        if text.refused:
            yield Refusal(text.span, rule, text.refused)
            continue
        args = {"relation": text.relation, "title": text.title, "number": text.number}
        yield Finding(args, text.span, rule, 0.95 if text.relation != "mentions" else 0.85)


def _places(notice: Notice, references: list[Reference]) -> Iterator[tuple[Span, list[Reference]]]:
    """The sentences and the title between them, each with its references; no reference is cut by the end of a sentence."""
    title, words = notice.head.title_span, notice.words
    of_title: list[Reference] | None = [one for one in references if title.start <= one.span.start < title.end and one.form != "about"]
    at = 0
    rest = [one for one in references if not title.start <= one.span.start < title.end]
    start = None
    for span in sentences(notice):
        if title.start <= span.start < title.end:
            continue
        if of_title is not None and span.start >= title.end:
            yield title, of_title
            of_title = None
        start = span.start if start is None else start
        end = at
        while end < len(rest) and rest[end].span.start < span.end:
            end += 1
        cut = any(one.span.end > span.end for one in rest[at:end])
        if cut or (span.end - start <= _LABELS and _label(words, Span(start, span.end)) == span.end):
            continue  # goes on in the next sentence
        yield Span(start, span.end), rest[at:end]
        at, start = end, None
    if of_title is not None:
        yield title, of_title


def _list_of(intro: str) -> str:
    """What a heading or a colon says of the list under it."""
    if _PAPERS.search(intro[-40:]):
        return "papers"
    if _LISTED.search(intro[-40:]):
        return "basis"
    if found := _CLEANED.search(intro[-40:]):
        return "repeals" if found["ended"] else "amends"
    if _AMENDED.search(intro[-60:]):
        return "amends"
    return "repeals" if _ENDED.search(intro[-60:]) and re.search("下列|如下|以下", intro) else ""


def _outside(references: list[Reference], spans: list[Span]) -> list[Reference]:
    """The references that begin in none of some ranges, which are in order."""
    starts = [span.start for span in spans]
    before = [bisect_right(starts, one.span.start) for one in references]
    return [one for one, i in zip(references, before, strict=True) if i == 0 or one.span.start >= spans[i - 1].end]


def _in_annex(words: str, lists: list[Span], one: Span) -> bool:
    """A title inside the title of an annex: 附件：1.2019年《政府工作报告》任务清单."""
    at = bisect_right(lists, one) - 1
    held = at >= 0 and lists[at].holds(one)
    return held and _ANNEX_NAMED.search(words, max(lists[at].start, one.start - _HEADING), one.start) is not None


def _listing(heading: str) -> str:
    """What a heading says of the texts in the table below it; those that are kept are named, no more."""
    name = _list_of(heading)
    return name if name in ("repeals", "amends") else "mentions" if _KEPT.search(heading) else ""


def _close(notice: Notice, cited: Iterable[Cited]) -> None:
    """The texts of a numbered list that the sentence behind it repeals: 对上述文件，予以撤销."""
    words, start, labelled = notice.words, None, False
    for span in sentences(notice):
        if _label(words, span) == span.end:
            start, labelled = span.start if start is None else start, True
            continue
        if start is not None and not labelled and not _REMARK.fullmatch(words, span.start, span.end):
            closed = Span(start, span.start) if _CLOSED.search(words, span.start, span.end) else Span(start, start)
            for one in cited:
                if one.relation == "mentions" and closed.start <= one.span.start < closed.end:
                    one.relation = "repeals"
            start = None
        labelled = False


# 原成员名单（岚政办发〔2012〕2号）同时废止
_ENDED = re.compile(r"）?(?:同时|自行|即行|随之)?(?:废止|停止执行|不再执行|终止执行|作废|失效)")


def _is_kind(one: Reference) -> bool:
    """A kind alone: 《意见》, 《通知》; not 《刑法》, 《党章》."""
    return one.form == "marked" and one.title is not None and len(one.title) <= _KIND and not one.title.endswith(("法", "章"))


def _label(words: str, span: Span) -> int:
    """Where a range begins after its number."""
    found = _LABEL.match(words, span.start, span.end)
    return found.end() if found else span.start


def _refused(notice: Notice, own: Own, one: Reference, span: Span, name: str) -> str | None:
    """Why a reference is no citation: "" for the notice's own texts, None where it is one."""
    words = notice.words
    if one.title == notice.head.title and one.number in (None, notice.head.number):
        return ""
    before, after = words[max(span.start, one.span.start - 30) : one.span.start], words[one.span.end : one.span.end + 50]
    if one.title is None:
        if own.holds(one):
            return ""
        if re.match(r"[A-Z]", one.number or ""):
            return "a standard named by its number alone"
        if _HISTORY.search(words, max(span.start, one.span.start - _IN_BRACKETS), one.span.start) and _REVISES.match(after):
            return "the history of the text itself"
        if _IN_PAPER.search(before) and after.startswith("）"):
            return None
        return None if _CITING_NUMBER.match(after) or _ENDED.match(after) or BASIS.search(before) or IMPLEMENTS.search(before) else "a number in no sentence"
    if one.form == "plain" and own.holds(replace(one, number=None)):
        return "the history of the text itself"
    if one.form == "about" and notice.head.title_span.holds(Span(one.span.start, one.span.start + 1)):
        return ""
    if own.holds(one, name) and not re.match(r"[^。；]{0,40}?(?:废止|停止执行|失效)", after[:50]):
        return ""
    alone = re.sub(r"(?:《[^《》]*》[、和及]?)+$", "", before)
    if _ANNEXED.match(after) or (_ISSUES.match(after) and re.search(r"将[^，。；]{0,30}$|[：。]$|^$", alone)):
        return ""
    if one.title_span and "附件" in words[one.title_span.end : one.span.end]:
        return ""
    if one.form == "marked" and _REVISED.match(after) and "）" in after[:12]:
        return "the history of the text itself"
    if one.number:
        return None
    if own.planned(one.title) or _DRAFTED.match(after):
        return "a text that is still to be written"
    if one.form == "about":
        if (by := _BODIES.match(one.title)) and by["one"] != by["other"]:
            return "what bodies of two levels said"
        cued = _cued(before) or (name != "mentions" and not one.title.startswith("关于"))
        return None if cued or _received(after) else "a title without marks, number or cue"
    return why_none(one.title, alone, after) if one.form == "marked" else None


def _received(after: str) -> bool:
    return bool(re.match(r"(?:（[^（）]{0,40}）)?(?:均|都|已)?(?:收悉|悉|收到)", after))


def _cued(before: str) -> bool:
    return bool(_CUED.search(before))


def _shortened(texts: Texts, one: Reference) -> int | None:
    """The place of a text that is meant by the end of its title: 《工作规程》 after 《望溪区提案办理工作规程（试行）》."""
    if one.form != "marked" or not one.title or one.number or len(one.title) > _SHORT:
        return None
    at = texts.find(one.title, None)
    return texts.shortened(one.title) if at is None else at


def _add(
    notice: Notice, texts: Texts, cited: dict[int, Cited], one: Reference, name: str, refused: str | None, at: int | None
) -> None:
    if at is None:
        at = texts.place(one.title, one.number, one.short)
    title = notice.printed[one.title_span.slice] if one.title_span else None
    known = cited.get(at)
    if known is None:
        cited[at] = Cited(title, one.number, name, one.span, refused)
        return
    known.number = known.number or one.number
    known.title = known.title or title
    if known.refused and known.refused.startswith("a text that is still") and not one.number:
        return
    if refused and refused.startswith("a text that is still") and not known.number and known.relation == "mentions":
        known.refused = refused
    elif not refused and (known.refused or STRENGTH.index(name) < STRENGTH.index(known.relation)):
        known.relation, known.span, known.refused = name, one.span, None
