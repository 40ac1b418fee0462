"""The signature of a notice: 发文机关署名 and 成文日期 (GB/T 9704 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.head.bodies import BODY, PERSON, listed
from extract.head.genre import kind_before
from extract.head.page import Page, same_from
from extract.head.place import ELIDED, place_of
from extract.mentions.agency import agencies_in
from extract.mentions.date import DATE, iso_date
from extract.titles import opens_titled
from kg.model import Gap, Span

# what may stand right after a signature
_AFTER = re.compile(
    r"（[^（）]{0,60}(?:公开|印发|删减|联系|盖章|此页|无正文|略|附件|章)[^（）]{0,200}）"
    r"|[【\[]?(?:公开|主动公开|依申请公开|抄送|抄报|主题词|附件|附表|附：|附录)"
)
# the 版记: 望溪区人民政府办公室2019年3月6日印发
COLOPHON = re.compile(
    r"[\u4e00-\u9fa5（）、]{4,60}(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日印发"
    r"|抄送[：:]|抄报[：:]|主题词[：:]"
)
# a date that a sentence goes on from, or that is the end of the 版记
_GOES_ON = re.compile(
    r"[起至前以之的，。、；）—～-]|印发|决定|召开|研究|批准|发布|公布|同意|作出|通过|举行|[上下]午|[在对与由经将会向第于]|成立|下达|签订|实施|施行|开始|生效|修订|修正|审议|到期|截止|（(?:星期|周)"
)
_SIGN = re.compile(r"[。，：；！？、《》]")
_ANNEXED = re.compile(r"附件?[\d一二三四五六七八九十]{0,3}：$")
_POSTED = re.compile(rf"(?:{listed('posts')})$")
_SIGNERS = 5
_FORM = re.compile(r"(?:[表册书图卡证]|名单|清单|提纲|材料|方案|办法|目录)(?=[\u4e00-\u9fa5]{3})")
_ITEM = re.compile(r"\d{1,2}[.．、]")
_LISTED = re.compile(r"附件?\d{0,2}：[^。]*$")
_ENDS = "。：；！？）”》…"
# a telephone number, which no sentence goes on from: 联系电话：0123-4567890望溪区水务局
_TELEPHONE = re.compile(r"\d{7,12}(?=[\u4e00-\u9fa5])")
_HEREBY = re.compile("特此(?:通知|公告|通告|通报|批复|函复|函告|函达|公示|报告|请示|决定)")
SEAL = re.compile(r"（[^（）]{0,40}(?:章|代|印)）$")
# the last line of a slate: 区公安局副局长职务
_POST = re.compile(r"职务$")
# 云岫经济开发区疫情: a zone that no list of places knows
_SEATED = re.compile(r"[\u4e00-\u9fa5]{2,10}(?:开发区|新区|高新区|园区|经开区|示范区|度假区)[\u4e00-\u9fa5]{4,}")
_SPREAD = 8  # letters of a name that are printed apart
_LONGEST, _NEAR = 400, 40  # of a row; how far before a date its cell begins


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when: `senders` one after the other, in the order printed."""

    span: Span
    senders: tuple[Span, ...]
    date: str
    date_span: Span


def signature(page: Page, start: int, titles: Sequence[str] = (), issuer: str = "", end: int | None = None) -> Signature | None:
    """The first signature after `start` and before `end`: a date by itself, with its senders above or before it.

    `titles` are those of the texts that may follow; `issuer` the sender as the title names it.
    """
    titles = [*titles, *(issuer + title for title in titles if issuer)]  # 关于…的意见 may be printed as X关于…的意见
    for found in DATE.finditer(page.words, start, len(page) if end is None else end):
        iso = iso_date(found[0])
        if iso is None or len(iso) < 7:
            continue
        begin = found.start() - 2 * page.words.endswith(("公元", "西元"), start, found.start())
        date = Span(begin, found.end())
        titled = page.breaks(date.end) and any(same_from(page.words, date.end, title) for title in titles)  # 2019年6月1日 / 第五批项目名录
        apart = page.breaks(date.start) and (titled or page.breaks(date.end, Gap.BLANK))
        if (_GOES_ON.match(page.words, date.end) and not apart) or (_is_row(page, date.start) and not _signs(page, start, date.start, issuer)):
            continue
        senders = _senders(page, start, date.start, issuer) or _below(page, date)
        sure = senders and len(iso) == 10 and senders[0].start > start and page.words[senders[0].start - 1] in "。！"
        beside = senders and senders[0].start == date.end  # 二〇一九年三月六日　望溪公司
        if not sure and not beside and not _ends(page, date.end, titles):
            continue
        alone = page.breaks(date.start, Gap.WIDE)
        if len(iso) < 10 and not (senders and page.breaks(date.start) and page.breaks(date.end)):
            continue
        if senders or _alone(page, start, date, alone):
            begin = min(senders[0].start, date.start) if senders else date.start
            end = max(senders[-1].end, date.end) if senders else date.end
            named = tuple(one for one in senders if not PERSON.fullmatch(page.words[one.slice])) or _represented(page, senders)
            return Signature(Span(begin, end), named, iso, date)
    return None


def _represented(page: Page, senders: Sequence[Span]) -> tuple[Span, ...]:
    """For whom he signs who signs alone: 国务院 of 国务院总理温敬亭."""
    found = [PERSON.fullmatch(page.words, one.start, one.end) for one in senders]
    return tuple(Span(*one.span("by")) for one in found if one and BODY.search(one["by"]))


def _is_row(page: Page, at: int) -> bool:
    """A row of a table is no signature, though it may end in a body's name or a date."""
    start, end = page.line_start(at), page.line_end(at)
    if end - start > _LONGEST or "。" in page.words[start:at]:  # the line breaks are lost: a cell may lie anywhere in the line
        return Gap.CELL in page.gaps[max(start + 1, at - _NEAR) : at + 1]
    return Gap.CELL in page.gaps[start + 1 : end]


def _signs(page: Page, start: int, at: int, issuer: str) -> bool:
    """The sender that the title names stands before the date with no cell between, though it is glued to the last row of a table."""
    begin = at - len(issuer)
    return bool(issuer) and page.words.endswith(issuer, start, at) and Gap.CELL not in page.gaps[begin + 1 : at + 1]


def _ends(page: Page, at: int, titles: Sequence[str]) -> bool:
    """Nothing of a sentence follows the date."""
    words = page.words
    if at >= len(page):
        return True
    if page.breaks(at) or _AFTER.match(words, at) or COLOPHON.match(words, at):
        return True
    return page.breaks(at, Gap.WIDE) or any(same_from(words, at, title) for title in titles)


def _alone(page: Page, start: int, date: Span, apart: bool) -> bool:
    """A date with no sender: on its line, or apart from the end of a sentence."""
    before = page.words[date.start - 1] if date.start > start else "。"
    if page.breaks(date.start) and page.breaks(date.end):
        noted = _AFTER.match(page.words, date.end)  # under a list of annexes: 2019年3月5日 / （联系人：…）
        return bool(noted) or before in _ENDS or page.gaps[date.start] >= Gap.BLANK or date.end >= len(page)
    annexed = bool(_AFTER.match(page.words, date.end)) and kind_before(page.words, start, date.start) is not None
    listed = annexed and _LISTED.search(page.words, max(start, date.start - _LONGEST // 2), date.start)  # behind a list of annexes
    last = date.end >= len(page) and page.breaks(date.start, Gap.SPACE)  # behind the last line, or a telephone number
    return apart or last or bool(listed) or (before in "。！" and date.end - date.start >= 8)


def _senders(page: Page, start: int, at: int, issuer: str) -> tuple[Span, ...]:
    """The senders that end where the date begins."""
    words = page.words
    begin = at - len(issuer)
    # 省农业农村厅 may be the end of 岚江省农业农村厅
    whole = not ELIDED.match(issuer) or words[begin - 1] in _ENDS or page.breaks(begin, Gap.SPACE)
    if issuer and whole and words.endswith(issuer, start, at) and not page.breaks(at, Gap.WIDE):
        return (Span(begin, at),)
    found: list[Span] = []
    for piece in _pieces(page, start, at):
        text = SEAL.sub("", words[piece.slice])
        if not text and not found:
            continue
        if _is_row(page, piece.start):
            break
        if not PERSON.fullmatch(text) and (not 2 <= len(text) <= 80 or _SIGN.search(text)):
            tail = _tail(words, Span(piece.start, piece.start + len(text))) if not found or page.gaps[piece.end] < Gap.LINE else None
            if tail:
                found.append(Span(tail.start, piece.end))
            break
        if found and _broken(words, piece, found[-1]):
            found[-1] = Span(piece.start, found[-1].end)
            continue
        sends = (PERSON.fullmatch(text) or BODY.search(text)) and not _POST.search(text)
        if not sends or re.match(r"附件|附：|联系", text) or opens_titled(text):
            break
        found.append(piece)
    return tuple(reversed(found))


def _below(page: Page, date: Span) -> tuple[Span, ...]:
    """The sender behind the date, or on the line under it, where the two have changed places."""
    if date.end >= len(page) or not page.breaks(date.start) or not page.breaks(date.end, Gap.SPACE):
        return ()
    line = Span(date.end, page.line_end(date.end))
    text = page.words[line.slice]
    named = 4 <= len(text) <= 40 and not _SIGN.search(text) and BODY.search(text) and not re.match(r"附|抄|各|联系", text)
    after = page.words[line.end : page.line_end(line.end)] if line.end < len(page) else ""
    several = len(after) <= 40 and BODY.search(after)  # those who wrote the text that follows
    return (line,) if named and not several and not _is_row(page, line.start) else ()


def _broken(words: str, piece: Span, below: Span) -> bool:
    """The name of a sender is broken over two lines: 青峪县新型冠状病毒感染的肺炎疫情 / 防控指挥部."""
    first, second = words[piece.slice], words[below.slice]
    if place_of(second) or ELIDED.match(second) or PERSON.fullmatch(second):
        return False
    on = re.match(r"[与和及、]", second)
    return bool(on or ((place_of(first) or _SEATED.match(first)) and not BODY.search(first) and kind_before(words, piece.start, piece.end) is None))


def _tail(words: str, piece: Span) -> Span | None:
    """A sender that follows the last sentence with no break between: …特此通知。望溪区人民政府, …执行。特此通知望溪区人民政府."""
    at = max(words.rfind(sign, piece.start, piece.end) for sign in "。！；：？）") + 1
    at = hereby.end() if (hereby := _HEREBY.match(words, at, piece.end)) else at
    counted = max((hit.end() for hit in _TELEPHONE.finditer(words, max(at, piece.start), piece.end)), default=0)
    if counted and place_of(words[counted : piece.end]) and BODY.search(words, counted, piece.end):
        return Span(counted, piece.end)
    text = words[max(at, piece.start) : piece.end]
    if words[at - 1 : at] == "：":
        said = max(words.rfind(sign, piece.start, at - 1) for sign in "。！；？）") + 1
        if said > piece.start and _by_name(words[said : piece.end]):
            return Span(said, piece.end)  # …响应。指挥长：周启明2016年7月5日
    items = [hit.end() for hit in _ITEM.finditer(text)]
    if at <= piece.start or not 3 <= len(text) - (items[-1] if items else 0) <= 80 or _SIGN.search(text, items[-1] if items else 0):
        return None
    if words[at - 1] == "：" and not _ANNEXED.search(words, piece.start, at):
        return None  # 批准机关：岚江省人民政府
    if PERSON.fullmatch(text):
        return Span(at, piece.end)
    if not BODY.search(text):
        return None
    # behind 附件：…名单 the title of the last annex comes first
    titled = [i for i in range(1, len(text) - 3) if kind_before(text, 0, i) and not _FORM.match(text, i)] if words[at - 1] in "：）" else []
    if titled and place_of(text[titled[-1] :]):
        return Span(at + titled[-1], piece.end)
    if items:  # 2.考核登记表|望溪区水务局办公室
        begins = [hit.end() for hit in _FORM.finditer(text, items[-1]) if BODY.search(text, hit.end())]
        named = [one.span.start for one in agencies_in(text, Span(items[-1], len(text))) if one.span.end == len(text)]
        return Span(at + [*named, *begins][-1], piece.end) if named or begins else None
    return Span(at, piece.end)


def _by_name(text: str) -> bool:
    """Nothing but posts with those who hold them: 财政部部长：刘某水利部部长：李某."""
    *posts, last = text.split("：")
    posted = all(len(one) <= 30 and _POSTED.search(one) for one in posts)
    return 0 < len(posts) <= _SIGNERS and posted and re.fullmatch(r"[\u4e00-\u9fa5·]{2,8}", last) is not None


def _pieces(page: Page, start: int, at: int) -> Iterator[Span]:
    """The words before the date from the last to the first, parted by wide gaps and line breaks.

    One space parts nothing: OCR puts it inside names, and printers between the surname and the name of who signs.
    """
    end = at
    for _ in range(40):
        if end <= start:
            return
        begin = _before(page, start, end, Gap.WIDE)
        if len(page.words[begin:end]) <= 4 and begin > start and page.gaps[begin] == Gap.WIDE:
            wider = _before(page, start, begin, Gap.LINE)  # 区　长　顾明哲
            wider = max(wider, *(page.words.rfind(sign, wider, begin) + 1 for sign in "。；："))
            if PERSON.fullmatch(page.words[wider:end]):
                begin = wider
        spread = _before(page, start, end, Gap.LINE)  # 财　政　部, where the line break is lost behind the last sentence
        spread = max(spread, *(page.words.rfind(sign, spread, end) + 1 for sign in _ENDS))
        if end - begin == 1 and end - spread <= _SPREAD and BODY.search(page.words[spread:end]):
            begin = spread
        yield Span(begin, end)
        end = begin


def _before(page: Page, start: int, end: int, least: Gap) -> int:
    begin = end - 1
    while begin > start and page.gaps[begin] < least and end - begin < 400:
        begin -= 1
    return begin
