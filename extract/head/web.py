"""What a web page or the printer puts round a notice: menus, buttons, the table of metadata, the red head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.bodies import BODY, either, listed
from extract.head.number import number_at
from extract.head.page import Page
from extract.lexicon import table
from extract.mentions.date import DATE
from kg.model import Gap, Span

_MENU = re.compile(
    r"(?:首页|主页)(?:[-—>〉》/|]|$)|[您你]?(?:当前|现在)?的?所?在?位置：|当前位置|[（\[]?(?:字体|字号|打印|收藏|分享|视力保护|关闭)[：）\]大]|收藏|打印(?:本页|页面)?$|保护视力色"
    r"|(?:信息|文章|稿件|内容)?来源：|(?:发布|更新|发文)(?:日期|时间)：|(?:日期|时间)：(?=(?:19|20)\d\d[-./年])|浏览(?:次数|量)?|阅读|点击|访问量|(?:作者|时间|日期)：(?=.*(?:来源|浏览|点击|阅读|字体|字号))"
    rf"|(?:责任)?编辑：|核心提示：|内容提要：|无$|(?:{listed('grades')})(?:★?[·\d年月]*)$|\d{{6}}$|扫一扫|分享到|手机版|无障碍|[★☆]+$|[-—－_·|]+\d{0,4}[-—－_·|]+$|发往|等级|签批|缓急|发电单位|收电单位|签批盖章"
)
_RUN = re.compile(
    r"(?:收藏)?(?:字号|字体)：?大?中?小(?:打印(?:本页|页面)?)?"
    r"|(?:发布|更新)(?:日期|时间)：\d{4}-\d\d-\d\d(?:\d\d：\d\d(?:：\d\d)?)?(?:(?:浏览|点击|阅读)(?:次数|量)?：\d{1,7})?"
)
_LABEL = re.compile(
    "|".join(f"(?P<{key}>{either(words.split())})" for key, words in table("heads")["metadata"].items())
)
# 【发文字号】望政发〔2019〕1号【发布日期】…: collections of laws; any bracket is （ in the words
_BOXED = re.compile(f"（({either(word for words in table('heads')['metadata'].values() for word in words.split())})）")
_RED = re.compile(rf"[^。，；：《》〔〕“”]{{2,120}}?(?:{listed('bodies')})(?:（[^（）]{{1,12}}）)?文件")
_OF = re.compile(r"关于|的")


@dataclass(frozen=True, slots=True)
class Meta:
    """One row of the table of metadata: what it tells (number, date, shown, issuer, title, other) and where it says so."""

    key: str
    value: Span
    span: Span


def meta_at(page: Page, at: int, among: bool = False) -> Meta | None:
    """The label and value that begin here: 索引号：…, 成文日期 | 2019年3月5日; `among` other rows of the table."""
    if boxed := _BOXED.match(page.words, at):
        following = _BOXED.search(page.words, boxed.end(), page.line_end(at))
        end = following.start() if following else page.line_end(at)
        named = _LABEL.match(boxed[1])
        return Meta((named and named.lastgroup) or "other", Span(boxed.end(), end), Span(at, end))
    label = _LABEL.match(page.words, at) if page.breaks(at, Gap.SPACE) else None
    if not label:
        return None
    start = label.end()
    colon = page.words.startswith("：", start)
    end = page.line_end(start) if start < len(page) else start
    if not colon and not page.breaks(start, Gap.CELL) and not _glued(page, label, end, among):
        return None
    start += colon
    end = page.line_end(start) if start < len(page) else start
    for other in _LABEL.finditer(page.words, start, min(end, start + 200)):
        after = other.end()
        if page.words.startswith("：", after) or (page.breaks(other.start(), Gap.CELL) and page.breaks(after, Gap.CELL)):
            end = other.start()
            break
    if end - start > 200:
        return None
    return Meta(label.lastgroup or "other", Span(start, end), Span(at, end))


def _glued(page: Page, label: re.Match[str], end: int, among: bool) -> bool:
    """A row whose label and value a page printed side by side: 发文机关国务院, 成文日期2019年3月5日."""
    key, value = label.lastgroup, page.words[label.end() : end]
    if not page.breaks(label.start()) or not 2 <= len(value) <= 60 or re.search("[。，；：]", value):
        return False
    if key in ("date", "shown"):
        return bool(DATE.fullmatch(value))
    if key == "number":
        return bool(number_at(page, label.end()))
    return among or (key == "issuer" and bool(BODY.search(value)) and bool(_LABEL.match(page.words, end)))


def menu_at(page: Page, at: int) -> Span | None:
    """A line of the page, not of the notice; in a text whose lines are lost, the few that have a set form."""
    if not page.breaks(at):
        found = _RUN.match(page.words, at)
        return Span(*found.span()) if found else None
    end = page.line_end(at)
    return Span(at, end) if end - at <= 120 and _MENU.match(page.words[at:end]) else None


def red_head_at(page: Page, at: int) -> Span | None:
    """The name of the senders with 文件 that stands over a number (GB/T 9704 7.2.4)."""
    found = _RED.match(page.words, at)
    if not found or _OF.search(found[0]):
        return None
    for end in _ends(page, found.end()):
        if number_at(page, end) or page.words.startswith("签发人", end):
            return Span(at, end)
    return None


def _ends(page: Page, at: int) -> Iterator[int]:
    """After 文件, or after the senders that are printed beside it on the next lines."""
    yield at
    for _ in range(3):
        if at >= len(page) or not page.breaks(at):
            return
        at = page.line_end(at)
        yield at
