"""The table of metadata that a government page prints over a notice: 索引号, 发文机关, 成文日期, 发文字号 (GB/T 21063)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.head.addressee import addressee_at
from extract.head.bodies import BODY
from extract.head.genre import kind_of
from extract.head.number import number_at
from extract.head.page import Page
from extract.lexicon import either, table
from extract.mentions.date import ANY_DATE, DATE
from kg.model import Gap, Span

_WORDS = {key: words.split() for key, words in table("heads")["metadata"].items()}
LABELS = tuple(word for words in _WORDS.values() for word in words)
_LABEL = re.compile(r"(?:[\u4e00-\u9fa5]{2}/)?(?:" + "|".join(f"(?P<{key}>{either(words)})" for key, words in _WORDS.items()) + ")")
# 【发文字号】望政发〔2019〕1号【发布日期】…: collections of laws; any bracket is （ in the words
_BOXED = re.compile(f"（({either(LABELS)})）")
_COUNTED = re.compile(r"\d{1,2}[.．、](?=（)")  # 1.【颁布时间】…
_BOX = re.compile(r"（[\u4e00-\u9fa5]{2,6}）")
_BULLET = re.compile(r"[-—*·●○■□◆◇▪※★]")
# a label of two to six letters with a short value: 层级：市级
_ANY = re.compile(r"[\u4e00-\u9fa5]{2,6}：(?P<value>https?[:：]//\S{1,200}|[^。，：；《]{1,40})")
TEXT = re.compile(r"（(?:全文|正文|法规全文|文件全文|内容)）")
_GOES_ON = re.compile(r"关于|印发|转发|批转")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9/_-]{6}")
_LONGEST = 200
_RUNS_ON = re.compile(r"[，、；。]|：(?!\d)")
_DAY = re.compile(rf"{ANY_DATE}(?:\d{{1,2}}：\d\d(?:：\d\d)?)?")
_NAMES = re.compile(r"(?:政府|公署|委员会|办事处|办公[室厅]|管委会|[省市县区]委|[局厅委院署校部])(?!公厅|公室|门|校)")
_BELOW = 60  # of a value on the line below its label


@dataclass(frozen=True, slots=True)
class Meta:
    """One row of the table of metadata: what it tells (number, date, shown, issuer, title, other) and where it says so."""

    key: str
    value: Span
    span: Span


def meta_at(page: Page, at: int, among: bool = False) -> Meta | None:
    """The label and value that begin here: 索引号：…, 成文日期 | 2019年3月5日; `among` other rows of the table."""
    return _known(page, at, among) or (_unknown(page, at) if among else None)


def _unknown(page: Page, at: int) -> Meta | None:
    """A row right under others whose label no list knows: 层级：市级; 【全文】 over the text."""
    under = page.breaks(at) and not page.breaks(at, Gap.BLANK)
    begin = at + bool(under and _BULLET.match(page.words, at))
    found = _ANY.fullmatch(page.words, begin, page.line_end(at)) if under else None
    if found:
        return Meta("other", Span(*found.span("value")), Span(at, found.end()))
    begin = _behind_number(page, at)
    text = TEXT.match(page.words, begin) if page.breaks(at) else None
    short = under and (page.line_end(at) - at <= _BELOW or "//" in page.words[at : page.line_end(at)])
    boxed = _BOX.match(page.words, begin) if short and not text else None
    if boxed:  # 【批准部门】
        end = page.line_end(at)
        return Meta("other", Span(min(end, boxed.end()), end), Span(at, end))
    return Meta("other", Span(text.end(), text.end()), Span(*text.span())) if text else None


def _behind_number(page: Page, at: int) -> int:
    """Where a row begins that a page counts: 1.【颁布时间】…."""
    numbered = _COUNTED.match(page.words, at) if page.breaks(at) else None
    return numbered.end() if numbered else at


def _known(page: Page, at: int, among: bool) -> Meta | None:
    if boxed := _BOXED.match(page.words, _behind_number(page, at)):
        line = page.line_end(boxed.end() - 1)
        following = _BOXED.search(page.words, boxed.end(), line)
        end = following.start() if following else line
        named = _LABEL.match(boxed[1])
        key = (named and named.lastgroup) or "other"
        return Meta("date" if key == "shown" else key, Span(boxed.end(), end), Span(at, end))
    begin = at + bool(page.breaks(at) and _BULLET.match(page.words, at))
    label = _LABEL.match(page.words, begin) if page.breaks(at, Gap.SPACE) else None
    if not label:
        return None
    start = label.end()
    colon = page.words.startswith("：", start)
    end = page.line_end(start) if start < len(page) else start
    if not colon and not page.breaks(start, Gap.CELL) and not _glued(page, label, end, among):
        return None
    start += colon
    key = label.lastgroup or "other"
    if colon and page.breaks(start) and not (_below(page, key, start) and (begin > at or not page.breaks(start, Gap.BLANK))):
        return Meta(key, Span(start, start), Span(at, start))
    end = page.line_end(start) if start < len(page) else start
    if not colon and page.breaks(start) and key == "other" and _heads(page, start):
        return Meta(key, Span(start, start), Span(at, start))
    for other in _LABEL.finditer(page.words, start, min(end, start + _LONGEST)):
        after = other.end()
        least = Gap.CELL if colon else Gap.SPACE
        if page.words.startswith("：", after) or (page.breaks(other.start(), least) and page.breaks(after, least)):
            end = other.start()
            break
    end = min(end, _told(page, key, Span(start, end)))
    return Meta(key, Span(start, end), Span(at, end)) if end - start <= _LONGEST else None


def _told(page: Page, key: str, line: Span) -> int:
    """Where the value of a row ends on a page that lost its line breaks, so that the notice goes on behind it."""
    number = number_at(page, line.start) if key == "number" else None
    if number and page.breaks(number.end, Gap.SPACE):  # what stands behind it on its line is none of it
        return number.end
    words = page.words[line.slice]
    runs_on = _RUNS_ON.search(words) if "。" in words else None
    if not runs_on:
        return line.end
    if key in ("date", "shown"):
        day = _DAY.match(page.words, line.start)
        return day.end() if day else line.end
    names = (line.start + named.end() for named in _NAMES.finditer(words, 0, min(runs_on.start(), _LONGEST)))
    ends = [i for i in names if key == "issuer" and BODY.search(page.words, line.start, i) and (page.breaks(i, Gap.SPACE) or addressee_at(page, i))]
    apart = [i for i in ends if page.breaks(i, Gap.SPACE)]
    return apart[0] if apart else ends[-1] if ends else line.end


def _heads(page: Page, at: int) -> bool:
    """The head of the notice begins under a label without value: its number, 关于…, its sender over 关于…."""
    return at < len(page) and bool(number_at(page, at) or any(_GOES_ON.match(page.words, i) for i in (at, page.line_end(at))))


def _below(page: Page, key: str, at: int) -> bool:
    """The line under a label is its value, no other label and nothing of the notice."""
    line = page.words[at : page.line_end(at)] if at < len(page) else ""
    if not line or _BULLET.match(line) or _LABEL.match(line) or line.endswith("："):
        return False
    if key == "number":
        return bool(number_at(page, at))
    if key in ("date", "shown"):
        return bool(DATE.match(line))
    if key != "issuer" and _heads(page, at):
        return False  # 主题词： / 望溪区人民政府 / 关于…的通知
    return key == "title" or (len(line) <= _BELOW and kind_of(line) is None and not re.search("[。《]" if key == "other" else "[。；《]", line))


def _glued(page: Page, label: re.Match[str], end: int, among: bool) -> bool:
    """A row whose label and value a page printed side by side: 发文机关国务院, 成文日期2019年3月5日."""
    key, value = label.lastgroup, page.words[label.end() : end]
    if (among and page.breaks(label.end(), Gap.SPACE)) or _CODE.match(value):
        return True  # 索引号 WL0087/2020-00031 发文字号 …
    if not page.breaks(label.start()) or not 2 <= len(value) <= 60 or re.search("[。，；：]", value):
        return False
    if key in ("date", "shown"):
        return bool(DATE.fullmatch(value))
    if key == "number":
        return bool(number_at(page, label.end()))
    return among or (key == "issuer" and bool(BODY.search(value)) and bool(_LABEL.match(page.words, end)))
