"""What a web page or the printer puts round a notice: menus, buttons, the table of metadata, the red head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.head.number import number_at
from extract.head.page import Page
from kg.model import Gap, Span

_MENU = re.compile(
    r"(?:首页|主页)(?:[-—>〉》/|]|$)|[您你]?(?:当前|现在)?的?所?在?位置[：:]|当前位置|[（【\[]?(?:字体|字号|打印|收藏|分享|视力保护|关闭)[：:】）\]大]|收藏|打印(?:本页|页面)?$|保护视力色|"
    r"(?:信息|文章|稿件|内容)?来源[：:]|(?:发布|更新|发文)(?:日期|时间)[：:]|浏览(?:次数|量)?|阅读|点击|访问量|(?:作者|时间|日期)[：:](?=.*(?:来源|浏览|点击|阅读|字体|字号))|(?:责任)?编辑[：:]|无$|(?:特急|加急|特提|平急|急件|紧急|内部明电|传真电报|内部传真|内部资料|绝密|机密|秘密)(?:★?[·\d年月]*)$|\d{6}$|扫一扫|分享到|手机版|无障碍"
)
_LABELS = {
    "number": r"发文字号|发布文号|文件编号|公文字号|文件字号|文\s?号",
    "date": r"成文(?:日期|时间)|发文(?:日期|时间)|签署日期|制发日期|印发日期",
    "shown": r"发布(?:日期|时间)|公开(?:日期|时间)|公布日期",
    "issuer": r"发文(?:机关|单位|机构)|制发(?:机关|单位|机构)|发布(?:机关|单位|机构)|公开机构|信息来源",
    "title": r"信息名称|文件名称|公文标题|文件标题|名称|标题",
    "other": r"索引号|信息索引号?|索取号|统一编号|信息分类|主题分类|体裁分类|组配分类|公文种类|文种|主题词|关键词|有效性|是否有效|效力状态|文件状态|生效日期|实施日期|废止日期|失效日期|"
    r"公开(?:方式|形式|程度|范围|时限|属性)|信息类别|内容概述|密级|紧急程度|紧急程序|签发人|份号|所属主题|服务对象|语种|载体类型|分类|规范性文件(?:统一)?编号|统一登记号",
}
_LABEL = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()))
_RED = re.compile(r"[^。，；：《》〔〕“”]{2,120}?(?:政府|委|会|办|室|厅|局|部|院|处|公司|集团|社|行|署|中心|学)(?:（[^（）]{1,12}）)?文件")
_OF = re.compile(r"关于|的")


@dataclass(frozen=True, slots=True)
class Meta:
    """One row of the table of metadata: what it tells (number, date, shown, issuer, title, other) and where it says so."""

    key: str
    value: Span
    span: Span


def meta_at(page: Page, at: int) -> Meta | None:
    """The label and value that begin here: 索引号：…, 成文日期 | 2019年3月5日."""
    label = _LABEL.match(page.words, at) if page.breaks(at, Gap.SPACE) else None
    if not label:
        return None
    start = label.end()
    colon = page.words.startswith("：", start)
    if not colon and not page.breaks(start, Gap.CELL):
        return None
    start += colon
    end = page.line_end(start) if start < len(page) and (colon or page.gaps[start] < Gap.LINE) else page.line_end(start)
    for other in _LABEL.finditer(page.words, start, min(end, start + 200)):
        after = other.end()
        if page.words.startswith("：", after) or (page.breaks(other.start(), Gap.CELL) and page.breaks(after, Gap.CELL)):
            end = other.start()
            break
    if end - start > 200:
        return None
    return Meta(label.lastgroup or "other", Span(start, end), Span(at, end))


def menu_at(page: Page, at: int) -> Span | None:
    """A line of the page, not of the notice."""
    if not page.breaks(at):
        return None
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
