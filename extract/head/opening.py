"""The opening of a notice: what stands before its body.

Papers print, in this order, the red head (X人民政府文件), the number, the title, the addressees (GB/T 9704 7.2, 7.3). Gazettes put the
number under the title, web pages print the title twice and the number in brackets after it, orders have 第7号 in its place.
So each piece is known by its form, in any order, until something comes that is none of them: the body.
"""

from __future__ import annotations

import re

from kg.model import Gap, Span

from extract.head.addressee import addressee_at
from extract.head.genre import ending
from extract.head.number import BRACKETED, NUMBERED, number_at
from extract.head.page import Page, Part, folded, same_from
from extract.mentions.date import DATE

_LONGEST = 320
# what a web page prints round a text
_WEB = re.compile(
    r"首页|您?(?:当前|现在)?的?所?在?位置|当前位置|【?(?:字体|字号|打印|收藏|分享|视力保护)|收藏|打印本页|来源：|信息来源|文章来源|"
    r"发布(?:日期|时间|机构)|浏览|阅读|点击|访问量|作者：|时间：|日期：|责任编辑|无$|扫一扫|分享到|公开属性|"
    r"索引号|信息索引|主题分类|发文(?:机关|单位|机构|日期|时间|字号)|成文(?:日期|时间)|文号：|有效性|生效日期|体裁分类|主题词|信息名称|公开(?:方式|日期|时限)|"
    r"密级|紧急程度|特急|加急|签发人|份号|第?\d{6}$|制发机关|公文种类|名称：|标题：|统一编号|发布文号|实施日期"
)
_RED = re.compile(r"[^。，：；《》〔]{2,120}?文件(?=.{0,30}〔)")
_ADOPTED = re.compile(r"（[^（）]{4,200}(?:通过|批准|修正|修订|公布|发布|施行|印发|签署|同意)[^（）]{0,200}）")
_ADOPTED_LINE = re.compile(rf"(?:{DATE.pattern.replace('?P<', '?:').replace('(?P=sep)', '[-./]')})")
_PUBLISHES = re.compile(r"印发|转发|批转|下发|颁发|颁布|公布|发布|下达")
_SENDER_KIND = re.compile(r"(?:通知|函|公告|通告|决定|令|批复|意见|通报|报告|决议|请示|公报|布告)[》”]?(?:（[^（）]{1,20}）)*$")
_STOP = re.compile(r"[。；！？]")


def opening(page: Page) -> tuple[Part, ...]:
    """The pieces before the body, in order and without a gap: titles, numbers, addressees, notes."""
    parts: list[Part] = []
    at, title = 0, ""
    while at < len(page):
        part = _furniture(page, at) or _number(page, at)
        if part is None and title:
            again = _again(page, at, title)
            part = again or _adopted(page, at)
            if part is None:
                to = addressee_at(page, at)
                if to:
                    parts.append(Part("addressee", to))
                break
        if part is None:
            part = Part("title", Span(at, title_end(page, at)))
            title = page.words[part.span.slice]
        parts.append(part)
        at = part.span.end
    return tuple(parts)


def _furniture(page: Page, at: int) -> Part | None:
    """A line of a web page, or the red head with the name of the sender and 文件."""
    if not page.breaks(at):
        return None
    red = _RED.match(page.words, at)
    if red and number_at(page, _after_line(page, red.end())):
        return Part("note", Span(at, red.end()))
    if _WEB.match(page.words, at):
        end = page.line_end(at)
        return Part("note", Span(at, end)) if end - at <= 120 else None
    return None


def _after_line(page: Page, at: int) -> int:
    """Past the rest of a red head that is printed in two columns (发展改革委办公厅 文件 / 税务总局办公厅)."""
    end = page.line_end(at) if at < len(page) else at
    if page.breaks(at) and end - at < 25 and end < len(page) and number_at(page, end):
        return end
    return at


def _number(page: Page, at: int) -> Part | None:
    """A number that stands by itself."""
    found = BRACKETED.match(page.words, at)
    if found and page.breaks(found.end(), Gap.SPACE):
        return Part("number", Span(*found.span()))
    coded = number_at(page, at)
    if coded:
        return Part("number", coded)
    found = NUMBERED.match(page.words, at)
    if found and page.breaks(at) and page.breaks(found.end(), Gap.SPACE):
        return Part("number", Span(*found.span()))
    return None


def _again(page: Page, at: int, title: str) -> Part | None:
    """The title printed a second time."""
    end = same_from(page.words, at, title)
    return Part("title", Span(at, end)) if end else None


def _adopted(page: Page, at: int) -> Part | None:
    """When and by whom it was adopted, in brackets or as lines under the title."""
    found = _ADOPTED.match(page.words, at)
    if found:
        return Part("note", Span(*found.span()))
    if page.breaks(at) and _ADOPTED_LINE.match(page.words, at):
        end = page.line_end(at)
        line = page.words[at:end]
        if end - at <= 80 and not re.search(r"[。，：；]", line):
            return Part("note", Span(at, end))
    return None


def title_end(page: Page, start: int) -> int:
    """Where the title that begins here ends.

    It ends in a 文种 with nothing open, at a line break or right before the number or the addressees; a title that puts
    another text in force ends in the 文种 of the sender (…实施方案的通知), not in that of the text.
    """
    words, limit = page.words, min(len(page), start + _LONGEST)
    depth, fallback, lines = 0, 0, 0
    for end in range(start + 1, limit + 1):
        sign = words[end - 1]
        depth += (sign in "《〈（“") - (sign in "》〉）”")
        if sign in "。；！？" and depth <= 0:
            break
        line = page.breaks(end)
        if depth > 0 and not (line and lines > 6):
            continue
        kind = ending().search(words, max(start, end - 60), end)
        follows = _follows(page, end) if (line or kind) else False
        if follows and (line or kind):
            return end
        if line:
            lines += 1
            if kind and not words.startswith(("的", "（"), end):
                said = words[start:end]
                if not _PUBLISHES.search(said) or _SENDER_KIND.search(said):
                    return end
                fallback = fallback or end
            if end - start > 200 or lines >= 8:
                break
        elif kind and page.breaks(end, Gap.SPACE) and (page.gaps[end] >= Gap.WIDE) and _SENDER_KIND.search(words[start:end]):
            return end
    if fallback:
        return fallback
    first = page.line_end(start)
    stop = _STOP.search(words, start, min(first, start + 200))
    return min(first, stop.end() if stop else first, start + 200)


def _follows(page: Page, at: int) -> bool:
    """The number, the addressees or the adoption follow, so that the title is over."""
    return (
        at < len(page)
        and (_number(page, at) is not None or addressee_at(page, at) is not None or _ADOPTED.match(page.words, at) is not None)
    )
