"""What a web page or the printer puts round a notice: menus, buttons, when and where it was shown, the red head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extract.head.bodies import listed
from extract.head.genre import kind_of
from extract.head.number import number_at
from extract.head.page import Page
from extract.lexicon import either, terms
from extract.mentions.date import ONE_DATE
from kg.model import Gap, Span

_TIME = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_MENU = re.compile(
    r"(?:首页|主页)(?:[-—>〉》/|]|$)|[您你]?(?:当前|现在)?的?所?在?位置：|当前位置|[（\[]?(?:字体|字号|打印|收藏|分享|视力保护|关闭)[：）\]大（]|收藏|打印(?:本页|页面)?$|保护视力色|视力保护色"
    r"|（?(?:信息|文章|稿件|内容)?来源：|(?:日期|时间)：(?=(?:19|20)\d\d[-./年])|（?(?:浏览|阅读|点击|访问|下载)(?:次数|数|量|地址)?(?:[：:\d（]|$)|访问量|(?:作者|时间|日期)：(?=.*(?:来源|浏览|点击|阅读|字体|字号))|作者：[^。；]{0,12}(?:$|(?=编发|审核|摄影|编辑|发布))|下载到本地|声明：本文"
    r"|（?(?:发布|更新|发文|归档|录入|添加|上传|发表|上网|推送|信息)(?:日期|时间)：|[您你]是第\d+|\d{1,7}(?:人|次)(?:看过|阅读|浏览|围观|关注|评论)|(?:发布|最后修改|录入|上传)(?:人|者)：|[\u4e00-\u9fa5]{2,24}(?:门户|政府|信息|公开|政务)网站?$|(?:政策)?解读(?:链接)?：|相关(?:链接|阅读|解读|附件|文件)：|https?[:：]//|下载本文"
    rf"|(?:责任)?编辑：|核心提示：|内容提要：|无$|(?:办理|答复|建议|提案)?类别：[A-Da-d]类?$|[A-D]类?$|[^，。；：《》]{{4,40}}(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日印发$|(?:{listed('grades')})(?:★?[·\d年月]*)$|\d{{6}}$|[^，。；]{{0,12}}发表于(?:19|20)\d\d-|本帖最后由|只看(?:该作者|楼主|大图)|(?:电梯直达|楼主|沙发|板凳|使用道具|回复|举报|引用|评分|支持|反对|马上注册)+$|\d{{1,4}}[#楼]$|扫一扫|分享到|手机版|无障碍|[★☆]+$|[-—－_·|]+\d{{0,4}}[-—－_·|]+$|←|设为首页|加入收藏|网站首页|合集下载$|-?\d、(?:下载文档前请|[“”]仅部分预览|如文档侵犯)|P\.\d{{1,4}}$|[A-Za-z]{{0,24}}(?:（[A-Za-z]{{2,24}}）)+$|Youarehere[:：]|[^，。；：《》]{{0,12}}仅供参考(?:[，。]|$)|发往|等级|签批|缓急|发电单位|收电单位|签批盖章"
)
# 望溪新闻 2019-03-05 20:20: who showed it and when; 2019年3月5日 星期二: the day on which a page was saved
_SHOWN_BY = re.compile(rf"[\u4e00-\u9fa5]{{0,12}}{ONE_DATE}(?:{_TIME}|星期[一二三四五六日天])")
# 首页 > 政务公开 > 规划计划; » is 》 in the words
_CRUMBS = re.compile(r"(?:[^《》>，。；：]{0,24}[>》]){2,}[^《》>，。；]{0,80}")
# 2016-07-24 21:37, 2017年3月13日15:39 来源：…, 2020-11-03 来源：…
STAMP = re.compile(rf"{ONE_DATE}(?:{_TIME}|(?=来源|信息来源|作者|浏览|点击|阅读|【?字[体号]|（字[体号]))")
_OFFERS = re.compile(rf"[（）\[\]|>》·：\d]*+(?:(?:{either(terms('webpage', 'offers'))})[（）\[\]|>》·：\d]*+)+")
_RUN = re.compile(
    r"(?:收藏)?(?:字号|字体)：?大?中?小(?:打印(?:本页|页面)?)?"
    rf"|(?:发布|更新)(?:日期|时间)：\d{{4}}-\d\d-\d\d(?:{_TIME})?(?:(?:浏览|点击|阅读)(?:次数|量)?：\d{{1,7}})?"
)
# behind the day on its line: 来源：望溪区教育局 阅读次数：12
_BESIDE = re.compile(r"(?:信息|文章|稿件|内容)?来源：|作者：|(?:责任)?编辑：|(?:浏览|阅读|点击|访问)(?:次数|数|量)：|【?字[体号]")
_REST = 100
RED = re.compile(rf"[^。，；：《》〔〕“”>]{{2,120}}?(?:{listed('bodies')})(?:（[^（）]{{1,12}}）)?文件")
_OF = re.compile(r"关于|的")


# 新华社岚江3月5日电: how a report begins
_PAPER = r"[\u4e00-\u9fa5]{2,8}?(?:[日晚早商]报|报|网|社|台|在线|新闻)"
DATELINE = re.compile(
    rf"据?(?:{either(terms('webpage', 'press'))})[\u4e00-\u9fa5]{{0,6}}(?:\d{{1,2}}月\d{{1,2}}日)?(?:电(?![话视影子力])|讯|消息)"
    rf"|{_PAPER}(?:\d{{1,2}}月\d{{1,2}}日)(?:电|讯|消息)|{_PAPER}(?:讯|消息)(?=（|\d{{1,2}}月\d|近日|日前|记者|据|从)"
)

_ISSUE = r"(?:(?:(?:19|20)\d\d年?)?第\d{1,3}期(?:（总第\d{1,4}期）)?|（?总第\d{1,4}期）?)"
_GAZETTE = r"[\u4e00-\u9fa5]{2,20}?(?:公报|政报)"
_LEAF = r"[-—·]?\d{1,4}[-—·]?"
# the running head of a gazette over its page: 2016年第7期（总第112期） / 望溪区人民政府公报 / 12
# …的通知_岚江省人民政府网: the title of a page with the name of its site
_SITE = re.compile(r"[_|｜—–-]{1,3}[\u4e00-\u9fa5]{2,20}(?:网站?|政府|平台|门户|局|厅|委员会|委|办公室|部|大学|学院|学校|医院|[法检察]院)")
_OF_SITE = re.compile(
    r"(?![^\n]*(?:关于|印发|转发|批转))[\u4e00-\u9fa5A-Za-z—–_|｜·-]{3,40}(?:[政门信新法局委厅院部府息闻律][\u4e00-\u9fa5A-Za-z]{0,6}网|网站|网页)"
)
_RUNNING = re.compile(rf"(?:{_LEAF})?(?:{_ISSUE}{_GAZETTE}|{_GAZETTE}{_ISSUE})(?:{_LEAF}(?!\d|年))?")
_TEASER = 20
_DAY_BELOW = re.compile(rf"（{ONE_DATE}）|（[一二][一二三四五六七八九〇○零]{{3}}年[一二三四五六七八九十]{{1,3}}月[一二三四五六七八九十]{{1,3}}日）")
_WIDGETS, _WIDGET = 60, 40
_LEAF_NUMBER = re.compile(r"Page\d{1,4}[-—–]|(?P<digits>\d{1,3})(?=[\u4e00-\u9fff])")
_MOTTO = re.compile("最高指示|毛主席(?:语录|教导)：?")
_MOTTO_LINES = 12


def running_head_at(page: Page, at: int) -> Span | None:
    """What a gazette prints at the top of each page, where a page was saved by itself."""
    found = _RUNNING.match(page.words, at) if page.breaks(at) else None
    return Span(*found.span()) if found and found.end() < len(page) and page.breaks(found.end()) else None


def site_at(page: Page, at: int) -> Span | None:
    """The name of the site at the end of the line of a title, or alone over it."""
    if at == 0 and _OF_SITE.fullmatch(page.words, 0, page.line_end(0)):
        return Span(0, page.line_end(0))
    found = _SITE.match(page.words, at) if at > 0 and not page.breaks(at) else None
    return Span(*found.span()) if found and page.breaks(found.end()) else None


def teaser_at(page: Page, at: int) -> Span | None:
    """A paragraph that the page shows before the notice, and that comes again in it: 核心提示：…."""
    end = page.line_end(at)
    shown = page.breaks(at) and end - at >= _TEASER and page.words[end - 1] == "。"
    return Span(at, end) if shown and page.words.find(page.words[at:end], end) >= 0 else None


def motto_at(page: Page, at: int) -> Span | None:
    """The words of the chairman that papers of 1966–1976 print over the title, up to 关于… or the number."""
    if not page.breaks(at) or not _MOTTO.fullmatch(page.words, at, page.line_end(at)):
        return None
    for line in islice(page.lines(at), 1, _MOTTO_LINES):
        if page.words.startswith("关于", line.start) or number_at(page, line.start) or kind_of(page.words[line.slice]):
            return Span(at, line.start)
    return None


def menu_at(page: Page, at: int) -> Span | None:
    """A line of the page, not of the notice; in a text whose lines are lost, the few that have a set form."""
    if not page.breaks(at):
        found = _RUN.match(page.words, at)
        if found:
            return Span(*found.span())
        rest = Span(at, page.line_end(at)) if at < len(page) and _BESIDE.match(page.words, at) else None
        return rest if rest and len(rest) <= _REST and not re.search("[。；]", page.words[rest.slice]) else None
    end = page.line_end(at)
    if end - at > 120:
        return None
    line = page.words[at:end].removeprefix("·")
    shown = STAMP.match(line) and not re.search("[。；]", line)
    return Span(at, end) if shown or _SHOWN_BY.fullmatch(line) or _MENU.match(line) or _CRUMBS.fullmatch(line) or _OFFERS.fullmatch(line) else None


def widgets_above(page: Page) -> Span | None:
    """The short lines that a page shows over its crumbs, 首页 > 信息公开 > 文件, with these: the weather, buttons."""
    for n, line in enumerate(islice(page.lines(0), _WIDGETS)):
        words = page.words[line.slice]
        if _CRUMBS.fullmatch(words) and "首页" in words:
            return Span(0, line.end) if n and line.end < len(page) else None
        if len(line) > _WIDGET or re.search("[。；《]", words) or kind_of(words):
            return None
    return None


def leaf_at(page: Page, at: int) -> Span | None:
    """The number that a book or its page prints before the title on its line: `184 关于…的指示`, `Page 401 - …应急预案`."""
    found = _LEAF_NUMBER.match(page.words, at) if page.breaks(at) else None
    if not found:
        return None
    end = found.end()
    line_end = page.line_end(at)
    titled = kind_of(page.words[end:line_end]) is not None or _DAY_BELOW.match(page.words, line_end) is not None
    apart = not found["digits"] or (end < line_end and Gap.SPACE <= page.gaps[end] < Gap.CELL and titled)
    return Span(at, end) if apart and end < line_end else None


def stamped_at(page: Page, at: int) -> bool:
    """The day and hour when a page showed a notice stand here, on the line of its title."""
    return bool(page.breaks(at, Gap.SPACE) and STAMP.match(page.words, at))


def red_head_at(page: Page, at: int) -> Span | None:
    """The name of the senders with 文件 that stands over a number, or on the first line by itself (GB/T 9704 7.2.4)."""
    found = RED.match(page.words, at)
    if not found or _OF.search(found[0]):
        return None
    if not at and found.end() == page.line_end(at) < len(page):
        return Span(at, found.end())
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
