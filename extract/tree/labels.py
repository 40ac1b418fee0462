"""The numbers of parts: 第一章, 第一条, 一、, （一）, 1., （1）, ① (GB/T 9704 7.3.3: 一、（一）1.（1）).

At the start of a line a number is a label. Where lines are lost it is one only in its turn: the first of its kind, or the next
after the last; so 第三条 in 根据第三条的规定 and the 1.5 of 1.5公里 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.head.page import Page
from extract.mentions.numeral import count
from kg.model import Gap, Span

_CN = "[一二三四五六七八九十百零〇]"
_LEVEL = {"part": 0, "chapter": 1, "section": 2, "article": 3, "first": 3, "second": 4, "third": 5, "fourth": 6, "fifth": 7, "decimal": 4}
LABEL = re.compile(
    rf"第(?:{_CN}{{1,6}}|\d{{1,3}})(?:(?P<part>[编篇])|(?P<chapter>章)|(?P<section>节)|(?P<article>条(?:之{_CN})?))"
    rf"|(?P<first>{_CN}{{1,4}}(?:、|[.．](?!\d)))"
    rf"|(?P<second>（{_CN}{{1,4}}）、?)"
    r"|(?P<decimal>\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d.．%℃]))"
    r"|(?P<third>\d{1,3}(?:、|[.．](?!\d)|[.．](?=(?:19|20)\d\d年)|）))"
    r"|(?P<fourth>（\d{1,3}）、?)"
    r"|(?P<fifth>[①-⑳⑴-⒇㈠-㈩])"
)
_ANY = re.compile("[一二三四五六七八九十百第（0-9①-⑳⑴-⒇㈠-㈩]")
_SIGNED = re.compile(r"[①-⑳⑴-⒇㈠-㈩]")
BULLETS = "-—·•*●○■□◆◇▪▲★※►"  # signs that begin the lines of a list without numbers
_ENDS = "。！？；：”》）…"
# words that make a number one that is only spoken of: 本办法第三条, 第（二）项, 第三条规定, （一）至（三）项
_BEFORE = re.compile(
    rf"(?:第|本|该|(?:{_CN}|[\d本该各前下])[条款项章节]|及|和|或|与|至|见|照|据|按|反|用|法|例|定|(?<![总附分])则|》|同|前|后|之|、|—|到|为|占|近|超|达|约|增长|降低|[\d.．%])$"
)
# the same round a number with a point or 、, that sentences speak of seldom: 更加积极有为3．及时下达…
_BEFORE_POINT = re.compile(rf"(?:第|、|—|[\d.．%]|{_CN})$")
_AFTER_POINT = re.compile("[的至、，。—]")
_ENDS_IN_ONE = re.compile("(?:[统之唯单归划逐如其每任某不专万周]|星期|[多二三四]合)一、")  # 规则统一、功能完备
_AFTER = re.compile(rf"(?:第(?!{_CN}{{1,3}}条)|款(?!项)|项(?!目)|规定|的|至|、|和|及|与|所(?![有在属])|中(?![央国共小介心标])|，|。|—|到|目(?![前标录]))")

# 3.1领导机构, no 3.1万元 and no 图3.1
_DECIMAL = re.compile(r"[^\d.．第图表附式约达为至—-][\d.．]+(?![万亿元公里米倍个件年月吨度平亩时小]|分(?![级类别工配组布]))[\u4e00-\u9fff]")
# 一、二、三季度, 一、二级
COUNTED = re.compile(rf"{_CN}{{1,2}}(?:[、，]|级|季|类|产业|线|批|期|年|审|楼|层|号|等|是)")


_SECOND = {
    "third": re.compile(r"(?<=[。；！”）])2[.．、](?!\d)|(?<=[\u4e00-\u9fff])2[.．](?=[\u4e00-\u9fff]{3})"),
    "fourth": re.compile(r"(?<=[。；！”])（2）"),
}
_CHAPTER = re.compile(rf"第{_CN}{{1,3}}[章节][^，。；：、]{{1,16}}$")
_FAR = 2000
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Label:
    """A number as printed (`words` without its sign: 一, 第三条), how deep it lies, and its place in the row."""

    span: Span
    level: int
    form: str
    words: str
    ordinal: int


@dataclass(slots=True)
class Row:
    """The last number of each form that was read; `through` those of rows above, that may be numbered through (二、… 16.);
    `decimal` the last that counts its parents too: (3, 3, 1)."""

    last: dict[str, int] = field(default_factory=dict)
    through: dict[str, int] = field(default_factory=dict)
    decimal: tuple[int, ...] = ()

    def next(self, label: Label, missed: int = 0) -> bool:
        """Whether the label comes in its turn; `missed` how many before it may have been lost."""
        last = self.last.get(label.form, 0)
        on = last < label.ordinal <= last + 1 + missed
        return label.ordinal == 1 or on or (not last and label.ordinal == self.through.get(label.form, 0) + 1)

    def follows(self, label: Label) -> bool:
        """Whether a decimal comes in its turn: 3.3.1, 3.4, 4.1 or (a chapter 4 has no parts) 5.1 behind 3.3, and 1.1 at any time.

        >>> Row(decimal=(3, 3)).follows(Label(Span(0, 3), 5, "decimal5", "3.5", 5))
        False
        """
        new, last = _numbers(label), self.decimal
        next_of = [(*last[:size], last[size] + 1) for size in range(len(last))]
        chapter = last[0] if last else 0
        return new in ((1, 1), (*last, 1), (chapter + 1, 1), (chapter + 2, 1), *next_of)

    def opens(self, label: Label, behind: str) -> bool:
        """Whether a decimal begins in the middle of its row, as on a second page: none was read before, and the next one stands in `behind`.

        >>> Row().opens(Label(Span(0, 5), 5, "decimal5", "5.2.4", 4), "区水务局负责巡堤。5.2.5区教育局…")
        True
        """
        *over, last = _numbers(label)
        following = "[.．]".join(map(str, (*over, last + 1)))
        return not self.decimal and bool(re.search(rf"(?<![\d.．]){following}(?![\d.．])", behind))

    def take(self, label: Label) -> None:
        """Read the label: the rows below it begin again; articles are numbered through."""
        self.decimal = _numbers(label) if label.form.startswith("decimal") else self.decimal
        for form, level in _LEVEL.items():
            below = level > label.level or (level == label.level and form != label.form)
            if below and form != "article" and form in self.last:
                self.through[form] = self.last.pop(form)
        self.last[label.form] = label.ordinal


def _numbers(label: Label) -> tuple[int, ...]:
    return tuple(int(one) for one in re.split("[.．]", label.words))


def label_at(words: str, at: int, end: int) -> Label | None:
    """The label that begins here."""
    found = LABEL.match(words, at, end)
    if not found or found.lastgroup is None:
        return None
    form = found.lastgroup
    said = found[0].strip("（）、.．")
    if _SIGNED.match(found[0]):
        ordinal = (ord(found[0]) - 0x2460) % 20 + 1
    elif form == "decimal":
        ordinal = int(re.split("[.．]", said)[-1])
    else:
        ordinal = count(re.sub("[第编篇章节条]|之.*", "", said)) or 0
    level = _LEVEL[form] + (len(re.findall("[.．]", said)) - 1 if form == "decimal" else 0)
    form += str(level) if form == "decimal" else ""
    return Label(Span(*found.span()), min(level, 7), form, said, ordinal)


def inner_labels(page: Page, line: Span, row: Row, loose: bool) -> Iterator[Label]:
    """The labels inside a line, in order. `loose` where the lines of the text are lost, so that no break tells them."""
    at = line.start + 1
    while found := _ANY.search(page.words, at, line.end):
        at = found.start()
        label = label_at(page.words, at, line.end)
        if label and _is_label(page, line, label, row, loose):
            row.take(label)
            yield label
            at = label.span.end
        else:
            at += 1


def _is_label(page: Page, line: Span, label: Label, row: Row, loose: bool) -> bool:
    start, end = label.span.start, label.span.end
    before, gap = page.words[start - 1], page.gaps[start]
    clear = before in "。！？" or gap >= Gap.WIDE or (gap == Gap.SPACE and before in _ENDS)
    if label.form.startswith("decimal"):
        told = loose and bool(_DECIMAL.match(page.words, start - 1, end + 1))
        return told and (row.follows(label) or row.opens(label, page.words[end:]))
    missed = 2 if clear else int(loose and label.form == "third" and page.words[end - 1] in ".．")  # 9. may never have stood there
    if not row.next(label, missed) or end >= line.end:
        return False
    if label.form == "third" and (before.isdigit() or before in ".．/") and gap == Gap.NONE:
        return False
    if page.words[end - 1] == "）" and label.form == "third" and _is_open(page.words, max(line.start, start - _NEAR), start):
        return False
    pointed = page.words[end - 1] in ".．" or label.form == "first"
    if (_AFTER_POINT if pointed else _AFTER).match(page.words, end) or (label.form == "first" and COUNTED.match(page.words, end)):
        return False
    if clear:
        return True
    if before in _ENDS or gap >= Gap.SPACE:
        return before not in "》”）" or label.level < 5 or gap >= Gap.SPACE or (loose and label.ordinal > 1)
    if loose and label.form == "article" and _CHAPTER.search(page.words, max(line.start, start - _NEAR), start):
        return True  # 第六章动用|第三十七条
    spoken = _BEFORE_POINT if pointed else _BEFORE
    if not loose or spoken.search(page.words, max(line.start, start - 4), start):
        return False
    if label.form == "first" and _ENDS_IN_ONE.search(page.words, max(line.start, start - 2), end):
        return False
    return label.level < 5 or label.ordinal > 1 or _goes_on(page.words, label, line.end)


def _is_open(words: str, start: int, end: int) -> bool:
    """Whether a bracket is open at the end of a range, so that 1） closes it: （附件1）."""
    return words.rfind("（", start, end) > words.rfind("）", start, end)


def _goes_on(words: str, label: Label, end: int) -> bool:
    """Behind a heading whose line break is lost (加强保洁1.按照…) a first number is one where a second follows a sentence."""
    second = _SECOND.get(label.form)
    return bool(second and second.search(words, label.span.end, min(end, label.span.end + _FAR)))
