"""The composition: opening, publishing clause, signature, carried texts, to one Head."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.head.annex import annexes
from extract.head.bodies import ADDRESSED, BODY, RECIPIENT
from extract.head.carried import Found, carried, colophon
from extract.head.closing import Signature, signature
from extract.head.genre import is_official, kind_of, official
from extract.head.headline import MASTHEAD, PAPER
from extract.head.news import ordered_by, together, told_by, told_on
from extract.head.number import number_at, number_words
from extract.head.opening import Opening, opening
from extract.head.page import Page, Part, same_from
from extract.head.place import ELIDED, jurisdiction
from extract.head.publishing import ORDERS, Publishing, publishing
from extract.head.recipients import addressees
from extract.head.relined import relined
from extract.head.senders import from_signature, from_title, named, senders_in, undated
from extract.head.web import menu_at
from extract.mentions.date import ANY_DATE, dates_in, iso_date
from extract.mentions.naming import full_name
from kg.model import Agency, Carried, Head, Span

# 现将有关情况通报如下: what a notice says it is, where its title does not
_SAYS = re.compile(r"(?:^|[，。：；])(?P<by>[^，。；：《》]{4,40}?)(?:现将|现就)[^。；]{0,40}(?P<kind>通知|通报|公告|通告|函复|批复)如下")
_TELLS = re.compile(
    r"(?:现[将就]?|兹|(?:具体|有关|相关)(?:情况|事项|事宜|工作|要求|安排|内容))[^。；]{0,60}?(?P<kind>通知|通报|公告|通告|函复|批复|报告|函告|纪要)如下"
)
# the last line of a news page: 来源：新华社 2018-03-16
_SOURCE = re.compile(r"来源：[^：]{0,30}?(?P<date>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))")
# 现予印发, 请遵照执行: a letter that says what it does and was saved without its title is a notice
_SENDS = re.compile(
    r"[，。](?:现|特|一并)?(?:予以?|将其)?(?:印发|转发|批转)(?:给你们)?[，。]"
    r"|(?:印发|转发|下发)给你们"
    r"|(?:请|望)(?:认真)?(?:遵照|贯彻|组织|抓好)[^。]{0,12}(?:执行|落实|实施)"
)
# …问题给临澜市民政局的批复
_GIVEN = re.compile(r"给(?P<to>[^，。；：给《》]{2,20})的(?:批复|复函|函|复电|电报?|信|指示|答复)$")
# 发文字号：无
_COUNTED = re.compile(r"[号期〔]|\d{4}")
# 岚江工业大学物资管理办法: the rules of an institution are its own
_INSTITUTION = re.compile(
    r"[\u4e00-\u9fa5]{2,14}?(?:大学|学院|集团(?:股份)?(?:有限)?公司|(?:有限)?公司|集团|医院|研究院)(?=[\u4e00-\u9fa5]{2,40}(?:办法|细则|规定|制度|章程|规则|规程|方案)(?:（[^（）]{1,12}）)?$)"
)
_SERIES = re.compile(r"[\u4e00-\u9fa5]{2,4}(?P<kind>通知|通报)〔")
# 特制定如下防汛抗旱方案, 制定本办法: what a page is that was saved without its title
_MAKES = re.compile(r"(?:制定|制订|编制|拟定)(?:本|如下)[\u4e00-\u9fa5]{0,12}?(?P<kind>方案|办法|预案|计划|细则|规定|制度|规则|意见)[：。，]")
# 提请任命温敬亭同志为副省长。请审议决定。
_ASKS = re.compile(r"提请[^。]{2,60}。(?:[^。]{0,60}。){0,3}?(?:现)?请(?:予)?审议")
_MET = re.compile(r"会议(?:研究|表决)?决定：")  # what a session decided, saved without its title
_CLOSES = re.compile(r"[。，]特此(?P<kind>通知|批复|公告|通告|通报|函复|公示|函告|报告|函达)[。！]")
_PRAISES = re.compile(r"(?:现|并)?予以通报(?:表彰|表扬|批评)?[。，]|给予通报(?:表彰|表扬|批评)")
# （2018年6月4日望溪区人民政府令第6号公布　自2018年8月1日起实行）
# 1989年6月17日 国务院令第37号发布, 1986年12月25日 公安部公布
_ORDERED = re.compile(
    rf"(?P<date>{ANY_DATE})(?<=日)(?P<by>[\u4e00-\u9fa5]{{0,20}}?(?:国务院|政务院|[\u4e00-\u9fa5]{{2}}(?:人民政府|[部局委厅署行])))"
    r"(?:令(?:〔\d{4}〕)?第?[\d一二三四五六七八九十百]{1,5}号)?(?:公布|发布|颁布)"
)
# 2020年3月26日岚江省第十三届人民代表大会常务委员会第十八次会议通过
_PASSED = re.compile(r"(?<=日)(?P<by>[\u4e00-\u9fa5]{2,20}?人民代表大会(?:常务委员会)?)第[\d一二三四五六七八九十百]{1,5}次会议(?:审议)?通过")
_SERIAL = re.compile(r"（(?:(?:19|20)\d\d年)?(?:度)?第[\d一二三四五六七八九十百]{1,4}[号期]）")
_TERM = re.compile(r"第[\d一二三四五六七八九十百]{1,4}届(?=人民代表大会)")
_CATALOGUED = re.compile("人大（含常委会）$")  # how collections of laws write the standing committee
_PAPER = re.compile(rf"（{PAPER}）$")
_FORWARDS = re.compile(
    r"(?:转发|批转|印发)[^《》]{0,40}《[^》]{4,}》(?:[、和及与][^《》]{0,30}《[^》]{4,}》)*$|(?:批转|转发)[^《》]{2,40}关于[^《》]{2,80}的(?:报告|请示|决定|决议|指示|命令|意见|规定|办法|方案)$"
)
_FOOTNOTE = re.compile(r"(?<=[》\u4e00-\u9fa5])[\[［]\d{1,2}[\]］]")
# below the last line: 发：岚江省人民政府。抄送：…
_FOOT = re.compile(r"(?:主送|分?发|发至)：(?P<to>[^：。；]{3,200})(?:。|；)?(?:$|(?=抄[送报]：))")
_SITE = re.compile(r"网站?$")
# 颁布日期：20020329
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_FOOT_REACH = 400
_QUOTED = str.maketrans("〈〉<>", "《》《》")
_FULL = re.compile(r"^(?:中共|共青团)?(?:省|市|县|区|州|旗|盟|自治区|镇|乡|街道)(?!\w*(?:市|县|区)\w)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A head with the pieces that it was read from: before the body, the signature, and where the 版记 begins."""

    head: Head
    parts: tuple[Part, ...]
    body: int
    signature: Signature | None
    tail: int


def read_head(page: Page, printed: str) -> Reading:
    """The head of a notice; total: any words have one."""
    page = relined(page)
    front = opening(page)
    body, title = front.end, front.title or Span(0, 0)
    tail = colophon(page, body)
    published = publishing(page, title, Span(body, len(page)), front.above)
    titled = from_title(page, title)
    issuer = page.words[titled[0].start : titled[-1].end] if titled else ""
    signed = signature(page, body, [page.words[one.title.slice] for one in published], issuer)
    if signed and titled and _of_carried(page, signed, titled, published):
        signed = None
    after = signed.span.end if signed else body
    own = _own_end(page, body, after, tail)
    texts = [_of_drafter(page, one, published) for one in carried(page, after, tail, published, annexes(page, body, own), title)]
    senders = _senders(page, front, titled, signed, title, body, tail)
    number = front.first("number")
    number_said = number or _number_below(page, signed)
    number_said = number_said or next((row.value for row in front.meta if row.key == "number" and _COUNTED.search(page.words[row.value.slice])), None)
    numbered = number_words(page.words[number_said.slice]) if number_said else None
    place = jurisdiction([page.words[one.slice] for one in (*senders, *titled)], numbered, page.words)
    # a congress is one body through all its terms
    issuers = tuple(replace(one, name=_CATALOGUED.sub("人民代表大会常务委员会", _TERM.sub("", one.name))) for one in named(page, senders, place))
    date = _date(page, front, signed, title) or told_on(page, body)
    to = front.first("addressee")
    told = to or _given(page, title) or _below(page, body)
    head = Head(
        title=_title(page, printed, _with_series(page, title, number)),
        title_span=title,
        number=numbered,
        number_span=number_said,
        kind=_kind(page, title, body, numbered, to) or _kind_said(page, body, to, titled=bool(title)),
        issuers=issuers,
        issuers_span=Span(senders[0].start, senders[-1].end) if senders else None,
        date=date[0] if date else None,
        date_span=date[1] if date else None,
        addressees=addressees(page.words, told, place) if told else (),
        addressees_span=to,
        jurisdiction=place,
        carried=tuple(_carried(page, printed, one, place) for one in texts),
    )
    return Reading(head, tuple(front.parts), body, signed, tail)


def _of_carried(page: Page, signed: Signature, titled: list[Span], published: tuple[Publishing, ...]) -> bool:
    """The signature of another stands under the printed title of what is passed on: the notice bears none."""
    own = {page.words[one.slice] for one in titled}
    if not signed.senders or any(page.words[one.slice].endswith(tuple(own)) or page.words[one.slice] in "".join(own) for one in signed.senders):
        return False
    titles = [page.words[one.title.slice] for one in published if one.title.end < signed.span.start]
    lines = (line for line in page.lines(published[0].span.end, signed.span.start)) if titles else ()
    return any(same_from(page.words, line.start, title) == line.end for line in lines for title in titles)


def _number_below(page: Page, signed: Signature | None) -> Span | None:
    """The number on the line under the date, where none stands over the text."""
    at = signed.span.end if signed else 0
    number = number_at(page, at) if 0 < at < len(page) and page.breaks(at) else None
    return number if number and page.breaks(number.end) else None


def _given(page: Page, title: Span) -> Span | None:
    """Whom the title of an answer names: …问题给临澜市民政局的批复."""
    found = _GIVEN.search(page.words, title.start, title.end)
    return Span(*found.span("to")) if found and RECIPIENT.search(found["to"]) else None


def _below(page: Page, body: int) -> Span | None:
    """Whom the foot of a paper names that has no line of addressees: 发：岚江省人民政府。."""
    for line in page.lines(page.line_start(max(body, len(page) - _FOOT_REACH))):
        found = _FOOT.match(page.words, line.start, line.end)
        if found and ADDRESSED.search(found["to"]):
            return Span(*found.span("to"))
    return None


def _own_end(page: Page, body: int, after: int, tail: int) -> int:
    """Where the words of the notice itself end: after its signature, a list of annexes may still follow."""
    if after == body:
        return tail
    end = page.line_end(after) if after < len(page) else after
    return min(tail, max(after, end if page.words.startswith("附件", after) else after))


def _kind(page: Page, title: Span, body: int, number: str | None, to: Span | None) -> str | None:
    """The 文种 of the title.

    What has a number and addressees and sends them a text is a 通知, though a page calls it by the text (2021年县政府重大事项任务);
    so is what has the number of an order a 命令 (废止规章目录, 望溪区人民政府令〔2011〕第9号).
    """
    words = page.words[title.slice]
    sends = number and to and not is_official(words) and _SENDS.search(page.words, body, body + 600)
    if _FORWARDS.search(words):
        return "通知"  # 转发民政厅《关于…的报告》
    if not words and number and (series := _SERIES.match(number)):
        return series["kind"]  # 督办通知〔2018〕9号
    orders = number and "令" in number and not is_official(words) and ORDERS.search(page.words, body, body + 600)
    return "通知" if sends else "命令" if orders else kind_of(words)


def _with_series(page: Page, title: Span, number: Span | None) -> Span:
    """The title with the brackets behind it that count it: …招标公告（2015年第8号）; a 发文字号 is no part of it."""
    counted = number and number.start == title.end and not page.breaks(number.start) and _SERIAL.fullmatch(page.words[number.slice])
    masthead = MASTHEAD.fullmatch(page.words, title.start, title.end) and BODY.search(page.words[title.start : title.end - 2])
    return Span(title.start, number.end) if number and counted and not masthead else title


def _bare(title: str) -> str:
    """A title without the 《》 round all of it."""
    return title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title


def _title(page: Page, printed: str, span: Span) -> str:
    """The title as printed; one that stands in 《》 quotes others in 〈〉, which are 《》 again without it."""
    title = _FOOTNOTE.sub("", _bare(printed[span.slice]))
    quoted = page.words[max(0, span.start - 1) : span.start] == "《"
    return title.translate(_QUOTED) if quoted else title


def _senders(page: Page, front: Opening, titled: list[Span], signed: Signature | None, title: Span, body: int, tail: int) -> list[Span]:
    """Who signed; a title that names more, or names in full where the signature does not, counts before it."""
    signers = from_signature(page, signed.senders) if signed else []
    if len(signers) == len(titled):  # 国家发 | 展改革委: the break of a line in a signature
        signers = [next((whole for whole in titled if _cut_from(page.words, whole, one)), one) for one in signers]
    if len(signers) == len(titled) == 1 and _fuller(page.words[titled[0].slice], page.words[signers[0].slice]):
        return titled
    red = _in_red(page, front)
    if len(signers) == len(red) == 1 and not titled and _fuller(page.words[red[0].slice], page.words[signers[0].slice]):
        return red  # 岚江大学教务处文件, signed 教务处
    if titled and signed and any("代章" in page.words[one.slice] for one in signed.senders):
        return titled  # another seals in its place
    if signers and len(signers) >= len(titled):
        return signers
    if titled and signers:
        short = any(_FULL.match(page.words[one.slice]) for one in titled)
        return signers if short else titled
    over = _over(page, front.above) if front.above and not (signers or titled) else []
    if over and front.byline and front.above and page.words[front.above.slice].endswith("纪要"):
        return over  # 石桥镇人民政府会议纪要 / 石桥镇党政办公室 2020年3月26日 / 关于…的会议纪要: the office only wrote it
    if signers or titled or front.byline:
        return signers or titled or list(front.byline)
    issuer = next((row.value for row in front.meta if row.key == "issuer" and row.value and not _SITE.search(page.words[row.value.slice])), None)
    if issuer:
        return from_signature(page, (issuer,)) or [issuer]
    if over:
        return over  # 临澜市人民政府专题会议纪要 / 〔2018〕5号 / 关于…的会议纪要
    if red:
        return red
    said = _SAYS.search(page.words, body, body + 600)
    if said:
        return [Span(*said.span("by"))]
    if last := undated(page, body, tail):
        return from_signature(page, last)
    for part in front.parts:
        for form in (_ORDERED, _PASSED) if part.kind == "note" else ():
            if by := form.search(page.words, part.span.start, part.span.end):
                return [Span(*by.span("by"))]
    if decided := told_by(page, body):
        return [decided]
    if several := together(page, body):
        return from_signature(page, (several,))
    if kind_of(page.words[title.slice]) in ("通告", "公告", "命令") and (orders := ordered_by(page, body)):
        return [orders]
    own = _INSTITUTION.match(page.words, title.start, title.end)
    return [Span(title.start, own.end())] if own and not is_official(page.words[title.slice]) else []


def _over(page: Page, above: Span) -> list[Span]:
    """The senders of what stands over the title: the name of a series, or nothing but them."""
    paper = _PAPER.search(page.words, above.start, above.end)  # 岚江地区教育局（通知）
    return from_title(page, above) or senders_in(page, Span(above.start, paper.start()) if paper else above)


def _in_red(page: Page, front: Opening) -> list[Span]:
    """The senders of the red head."""
    lines = page.lines(front.red.start, front.red.end) if front.red else ()
    return [one for line in lines for one in from_signature(page, (line,))]


def _fuller(titled: str, signed: str) -> bool:
    """The title names in full whom the signature names for short: 岚江师范学院教务处, 教务处."""
    return titled != signed and titled.endswith(signed) and not ELIDED.match(titled)


def _cut_from(words: str, titled: Span, signed: Span) -> bool:
    """What signs is the end of a sender of the title, whose beginning stands on the line above: 国家发 | 展改革委."""
    begins = words[titled.slice].removesuffix(words[signed.slice])
    return 0 < len(begins) < len(titled) and words.endswith(begins, 0, signed.start)


def _kind_said(page: Page, body: int, to: Span | None, titled: bool) -> str | None:
    """The 文种 that the body tells, where the title does not or was not saved."""
    said = _TELLS.search(page.words, body, body + 600)
    if said:
        return official().get(said["kind"], said["kind"])
    if titled:
        return None
    if to and _ASKS.search(page.words, body, body + 600):
        return "议案"
    if to and _PRAISES.search(page.words, body, body + 600):
        return "通报"
    if _SENDS.search(page.words, body, body + 600):
        return "通知"
    if _MET.search(page.words, body, body + 200):
        return "决定"
    if closes := _CLOSES.search(page.words, body):
        return official().get(closes["kind"], closes["kind"])
    makes = _MAKES.search(page.words, body, body + 600)
    return makes["kind"] if makes else None


def _date(page: Page, front: Opening, signed: Signature | None, title: Span) -> tuple[str, Span] | None:
    """The 成文日期: of the signature, the table of metadata, the note of adoption, the title; not the day when a page showed it."""
    if signed:
        return signed.date, signed.date_span
    rows = [row.value for row in front.meta if row.key == "date" and row.value]
    told = {row.span for row in front.meta}
    notes = [part.span for part in front.parts if part.kind == "note" and part.span not in told and not menu_at(page, part.span.start)]
    notes = [span for span in notes if not re.search("：.*至", page.words[span.slice])]  # 参赛登记：2018年3月5日至4月20日
    given = [one for span in notes for one in _ORDERED.finditer(page.words, span.start, span.end)]
    if given and not rows and (iso := iso_date(given[0]["date"])):
        return iso, Span(*given[0].span("date"))  # the day it was given to the public, not that of its adoption
    for span in filter(None, [*rows, *notes, title]):
        if compact := _COMPACT.fullmatch(page.words, span.start, span.end):
            return "-".join(compact.groups()), span
        for date in dates_in(page.words, span):
            if len(date.iso) == 10:
                return date.iso, date.span
    found = _SOURCE.search(page.words, max(front.end, len(page) - 80))
    return (found["date"], Span(*found.span("date"))) if found else None


def _of_drafter(page: Page, one: Found, published: tuple[Publishing, ...]) -> Found:
    """A paper with a number of its own that is passed on comes from those who are named before it: 转发财政部、水利部《…》（财农〔2019〕3号）."""
    for said in published if one.number and not one.senders else ():
        named = same_from(page.words, one.title.start, page.words[said.title.slice])
        if named and said.action in ("转发", "批转") and said.drafter and said.drafter.end < said.title.start:
            return replace(one, senders=tuple(from_signature(page, (Span(said.drafter.start, said.title.start - 1),))) or (said.drafter,))
    return one


def _carried(page: Page, printed: str, one: Found, place: str) -> Carried:
    words = page.words[one.title.slice]
    issuers = tuple(Agency(full_name(name, place), name) for name in (page.words[span.slice] for span in one.senders))
    number = number_words(page.words[one.number.slice]) if one.number else None
    to = addressees(page.words, one.to, place) if one.to else ()
    return Carried(_bare(printed[one.title.slice]), kind_of(words), one.span, one.title, one.printed, issuers, one.date, number, to)
