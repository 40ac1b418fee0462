"""The clause by which a notice puts another text in force: 现将《…》印发给你们, 《…》已经区政府同意，现予公布.

The title of the notice says it too (关于印发…的通知, 转发区民政局关于…的通知); the body says the title whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.head.annex import annexes, is_form
from extract.head.brackets import titles_in
from extract.head.genre import kind_of
from extract.head.opening import opening
from extract.head.page import Page, likeness
from extract.head.several import SEVERAL, told_by_number
from extract.mentions.numeral import count
from kg.model import Notice, Span

_VERB = r"印发|转发|批转|公布|发布|颁布|颁发|下发|附发|发送"
_ACTIONS = {"颁布": "公布", "颁发": "印发", "下发": "印发", "附发": "印发", "发送": "印发"}
# the verb as this notice does it, not as others did: 现印发给你们, 现将《…》公布, 现予发布
_DOES = re.compile(
    rf"(?:现|一并|特此|特(?=颁|公布|发布|印发)|兹|予以)(?:将)?(?:[^。；《》]|《[^》]{{0,200}}》){{0,60}}?(?P<verb>{_VERB})"
    rf"|现(?:[^。；《》]|《[^》]{{0,200}}》){{0,60}}?(?P<sent>发给?你们)|(?P<given>{_VERB})(?=给?你们|给各|各地|于后|实施|施行|执行)"
)
_TITLED = re.compile(
    rf"(?:关于|联合|重新)*+(?P<verb>{_VERB})(?P<rest>.+?)(?:的(?:紧急|补充)?"
    r"(?:通知|函|公告|通告|决定|命令|令|批复|意见|通报|报告|批示|批语)(?:（[^（）]{1,24}）)*+|(?<=》)(?:（\d{1,2}）)?)$"
)
# 批转县安置办公室关于…的报告: the title ends with that of the text
_PASSED = re.compile(r"(?:关于|联合|重新)*+(?P<verb>转发|批转)(?P<rest>.*关于.+|.+(?<!通知))$")
# what is sent up is no kind of a paper that is sent on
_SENT_UP = re.compile(r"的(?:报告|请示)(?:（[^（）]{1,24}）)*$")
# 省委对农村工作部《关于…的报告》的批示: what was sent up is sent on with a word of the sender
_ENDORSED = re.compile(r"对(?P<rest>[^《》]{0,40}《.+》|.*关于.+(?:报告|请示|意见|纪要))的(?:重要)?(?:批示|批语|指示)$")
_SENT_ON = re.compile(r"(?P<verb>转发|批转|印发|下发|发)(?:给|各)")
_HEEDED = re.compile(r"(?:参照|遵照|认真|研究|照此|贯彻|组织)(?:试行|执行|实施|办理|施行)")
# before 《: the text is only cited
_CITED = re.compile(
    r"(?:根据|按照|依据|依照|贯彻|落实|执行|遵照|参照|结合|为|对照|按|废止|符合|违反|依|修改|要求)[^《》，。；：]{0,30}$"
    r"|(?:推动|推进|加快|力争|争取|督促|协调|配合|启动|促进)(?:尽快|及时)?$"
)
# （以下简称《方案》）
_SHORT = re.compile(r"(?:简称|下称)[：为]?$")
_UNMARKED = re.compile(r"(?:现将|特将|兹将|将)(?P<title>[^，。；：]{4,120})$")
# 现将…工作任务予以分解印发
_DOING = re.compile(r"(?:予以|进行|加以)[\u4e00-\u9fa5]{2}$")
# 现将调整后的名单印发给你们
_MADE_KNOWN = re.compile(r"关于(?P<verb>公布|发布|印发)(?P<rest>[^《》]{4,60})的(?:通知|公告|通告|决定)$")
_ENDED = re.compile(r"(?:废止|取消|撤销|停止|修改)(?!.*(?:目录|清单|名单|名录|决定))")  # 关于公布废止部分规章制度的通知
_GENERIC = re.compile(r"[这该此]|(?:以下|下列)|[\d一二两三四五六七八九十]{1,3}[个项件]|(?:调整|修订|修改|变更|充实)后的?|上述|以上|有关|相关|具体")
# 提出推动农村养老发展十条措施如下: the notice is the text that its title names
_ITSELF = re.compile(r"(?:提出|制定|制订|拟定)[^。；：《》]{0,30}(?:措施|意见|办法|规定|方案|要求)如下：")
# 关于发布限行措施的通告: 现就限行措施通告如下
_TOLD = re.compile(r"现[就将][^。；《》]{0,60}[通公]告如下：")
# 现将名单公布如下: what follows is the notice itself
_BELOW = re.compile(r"(?:公布|发布|公告|通报)如下")
# 会议要求修改完善后印发实施: minutes put nothing in force
_OPINIONS = re.compile(r"(?:征求|征集|听取)[^。；]{0,20}意见|提出(?:修改)?意见")  # 现将草案全文公布，征求意见
_LATER = re.compile(r"(?:修改|完善|审定|审议|报批|同意)[^，。；]{0,8}后，?(?:按程序|尽快|由[^，。]{2,20})?$|(?:^|[，。；])由(?!我)[^，。；]{2,20}$")
# 《政府工作报告》确定的任务, 《政府工作报告》2023年243项工作任务: a part of what it says; 《…办法》等11件规章予以废止
_PARTLY = re.compile(r"》(?:（[^（）]{0,40}）)?(?:\d|等[\d一二三四五六七八九十百]{1,4}[件部项个]|中的?|确定|提出|明确|部署|重点|主要|各项|任务)")
# 《甲》、《乙》等两个方案: no part, the row itself
_COUNTED = re.compile(r"》等(?P<count>[\d一二两三四五六七八九十]{1,3})[件部项个]")
_JOINED = re.compile(r"(?:[、，和及与]|以及|（[^（）]{0,60}）)*+(?:(?<=[和及与])[\u4e00-\u9fa5]{2,20}(?:[局委办会厅部院]|政府)(?=《|$))?")
_LEAD = re.compile(r"(?:现将|特将|兹将|现|将|同意|经|由|我们|我[局委部厅办])*")
_MAKES = re.compile(
    r"(?:会同[^，。；《》]{2,40}?)?(?:共同|联合|研究|组织){0,2}(?:制定|制订|拟定|拟订|起草|编制|提出|上报|报来|报送|修订|修改|拟制)(?:了|的)?$|的$"
)
_SENTENCES = re.compile(r"[^。！？]+[。！？]?")
_BY_ORDER = re.compile(r"(?:令|公告|通告)?(?:〔?\d{4}[〕年])?第[\d一二三四五六七八九十百]{1,5}号令?$")
_NOBODY = re.compile(
    r".*对|[我本][省市区县州旗镇乡局委部厅办院校公司集团]{1,2}|修订后|修改后|调整后|新|以下|下列|上述|本|该|有关|关于|.*(?:会议|通过|同意|批准|决定|研究|审议).*"
)
ORDERS = re.compile(r"(?:现|特此?|兹)(?:予以?)?(?P<verb>公布|发布|颁布)")
"""What an order does: 现予公布."""
_ORDERED = 200
_ENDORSES = 400
_NOW = 2  # 现, 特此
# 关于贯彻国务院批转民政部《…》的通知: others passed it on
_CARRIES_OUT = re.compile(r"关于(?:认真|坚决)?(?:贯彻|落实|执行|学习)[^《》]{2,30}(?:批转|转发|印发)")
# 国务院以国发〔1981〕90号文件批转了 | 民政部《…》
_PASSED_ON = re.compile(r".*(?:批转|转发|印发|下发|同意|批准)了?")
_FIRST_ONLY = re.compile("、|会同(?!意)")
_SHORT_NAME, _NAMES = 6, 160
_NAMED = re.compile(r"《(?P<title>[^《》]{6,120})》(?:（[^（）]{0,30}）)?（[^（）《》]{0,24}?(?:简称|下称)(?:为|：)?“?$")
_FOOTNOTE = re.compile(r"(?<=》)（\d{1,2}）$")  # 《…决议》[1]: the mark of an editor
_SEARCHED = 1500
# 省委同意农村工作部《关于…的报告》。: the body gives the title whole, and says no more of it
_AGREES = re.compile(r"(?:同意|批准)[^《》。；]{0,60}《(?P<title>[^《》]{4,120})》[，。]")


@dataclass(frozen=True, slots=True)
class Publishing:
    """One text that a notice puts in force; `title` its words without 《》, `drafter` the words that name who wrote it."""

    action: str
    title: Span
    span: Span
    drafter: Span | None = None
    rule: str = "clause"


def publishing(page: Page, title: Span, body: Span, above: Span | None = None) -> tuple[Publishing, ...]:
    """What a notice puts in force, in order: by its body where that says it, else by its annexes, else by its title.

    Collections of law print the title of what an order puts in force once, `above` the name of the order.
    """
    named = _by_title(page.words, title) or _endorsed(page.words, title, body)
    said = _by_body(page, body)
    if named and len(said) == 1 and kind_of(page.words[said[0].title.slice]) == "请示":
        said = ()  # A《关于报请批转〈…的通知〉的请示》收悉，现批转给你们
    if named:
        alike = any(_alike(page.words, one.title, other.title) for one in said for other in named)
        said = said if alike or len(said) > 1 else ()
        said = tuple(replace(one, action=named[0].action, drafter=one.drafter or named[0].drafter) for one in said)
        if len(said) == len(named) == 1 and _ends_so(page.words, named[0].title, said[0].title):
            said = (replace(said[0], title=named[0].title),)  # 现将任务分工印发给你们
    said = tuple(one for one in said if one.action)
    agreed = _AGREES.search(page.words, body.start, min(body.end, body.start + _ENDORSES)) if len(named) == 1 and not said else None
    if agreed and named[0].action in ("批转", "转发") and _alike(page.words, named[0].title, Span(*agreed.span("title"))):
        said = (replace(named[0], title=Span(*agreed.span("title"))),)
    if not said and named and named[0].action in ("公布", "发布") and _TOLD.search(page.words, body.start, min(body.end, body.start + _ENDORSES)):
        named = () if "《" not in page.words[title.slice] and re.search("[通公]告$", page.words[title.slice]) else named
    if not said and _ITSELF.search(page.words, body.start, min(body.end, body.start + _SEARCHED)):
        return ()
    return said or _by_annexes(page, title, body) or named or _by_list(page, title, body) or _by_order(page.words, title, body, above)


def published(notice: Notice) -> tuple[Publishing, ...]:
    """What a notice that is read already puts in force."""
    head = notice.head
    quoted = notice.words[: head.title_span.start].endswith("《")  # the first sentence of an order is its title
    spans = (None if quoted else head.title_span, head.number_span, head.addressees_span)
    start = max((span.end for span in spans if span), default=0)
    page = Page(notice.words, notice.gaps)
    orders = notice.words.endswith("令", head.title_span.start, head.title_span.end)  # no other is told its text by what stands above it
    return publishing(page, head.title_span, Span(start, len(notice.words)), opening(page).above if orders else None)


def _by_title(words: str, title: Span) -> tuple[Publishing, ...]:
    if _CARRIES_OUT.search(words, title.start, title.end):
        return ()
    found = _TITLED.search(words, title.start, title.end)
    passed = _PASSED.search(words, title.start, title.end)
    given = found and not _SENT_UP.search(words, title.start, title.end) and (kind_of(found["rest"]) or found["rest"].endswith("》"))
    if passed and not _GENERIC.match(passed["rest"]) and not given:
        found = passed
    if not found or _ENDED.match(found["rest"]):
        return ()
    return _titled(words, _ACTIONS.get(found["verb"], found["verb"]), Span(*found.span("rest")), title)


def _endorsed(words: str, title: Span, body: Span) -> tuple[Publishing, ...]:
    """中央对…《报告》的批示 / 现将…转发给你们: a word on a text that goes with it."""
    found = _ENDORSED.search(words, title.start, title.end)
    sent = _SENT_ON.search(words, body.start, min(body.end, body.start + _ENDORSES)) if found else None
    if not found or not sent:
        return ()
    action = sent["verb"] if sent["verb"] in ("印发", "批转") else "转发"
    return _titled(words, action, Span(*found.span("rest")), title)


def _titled(words: str, action: str, rest: Span, title: Span) -> tuple[Publishing, ...]:
    """What a title says is put in force: `rest` names it, with who wrote it where it is passed on."""
    drafter = None
    of = re.compile(r"[^《》]{2,60}?(?=关于|《)").match(words, rest.start, rest.end)
    if of and action in ("转发", "批转"):
        drafter = Span(rest.start, of.end())
        rest = Span(drafter.end, rest.end)
        if words.startswith("关于", rest.start):
            rest = Span(rest.start + 2, rest.end)
    if noted := _FOOTNOTE.search(words, rest.start, rest.end):
        rest = Span(rest.start, noted.start())
    inner = [Span(one.start + 1, one.end - 1) for one in titles_in(words, rest)]
    if inner and inner[0].start == rest.start + 1 and (inner[-1].end == rest.end - 1 or SEVERAL.search(words, inner[-1].end, rest.end)):
        titles = inner
    elif kind_of(words[rest.slice]):
        titles = [rest]
    else:
        return ()
    return tuple(Publishing(action, one, title, drafter, "title") for one in titles)


def _by_body(page: Page, body: Span) -> tuple[Publishing, ...]:
    words, before = page.words, list[Span]()
    for found in _SENTENCES.finditer(words, body.start, min(body.end, body.start + _SEARCHED)):
        sentence = Span(*found.span())
        titles = [one for one in titles_in(words, sentence) if not _SHORT.search(words, sentence.start, one.start)]
        for does in _DOES.finditer(words, sentence.start, sentence.end):
            # 现发给你们: the title tells whether it is put in force, or that it is to be carried out
            verb = does["verb"] or does["given"] or ("印发" if _HEEDED.search(words, does.end(), sentence.end) else "")
            at = does.start(does.lastgroup or 0)
            if _LATER.search(words, sentence.start, at) or _OPINIONS.search(words, at, sentence.end):
                continue
            mine = [Span(one.start + 1, one.end - 1) for one in _run(words, sentence.start, titles, at)]
            bare = _unmarked(words, sentence.start, at)
            if bare and not (mine and _JOINED.fullmatch(words, mine[-1].end + 1, at)):
                mine = [bare]
            if told := SEVERAL.search(words, sentence.start, at):
                mine = told_by_number(page, told, _row_to(words, titles, told.start() + 1), does.end(), body.end)
            if not mine and not titles and verb in ("印发", "转发", "批转"):
                mine = [Span(one.start + 1, one.end - 1) for one in before]
            if not mine and does["verb"] and at - does.start() <= _NOW:
                mine = _behind(words, titles, does.end())
            if mine:
                by = _drafter(words, does.end() if mine[0].start > does.end() else sentence.start, mine[0].start - 1) if mine != [bare] else None
                span = Span(min(sentence.start, mine[0].start), sentence.end)
                action = _ACTIONS.get(verb, verb)
                return tuple(Publishing(action, _in_full(words, one, body.start), span, by) for one in mine)
        before = _run(words, sentence.start, titles, sentence.end)[-1:]
    return ()


def _in_full(words: str, short: Span, start: int) -> Span:
    """The title that a short name stands for: …制订了《望溪区停车管理办法》（以下简称《办法》），现将《办法》印发你们."""
    if len(short) > _SHORT_NAME:
        return short
    for named in re.finditer(re.escape(f"《{words[short.slice]}》"), words[start : short.start - 1]):
        said = _NAMED.search(words, max(start, start + named.start() - _NAMES), start + named.start())
        if said and words[start + named.end() : start + named.end() + 1] in "）”":
            return Span(*said.span("title"))
    return short


def _behind(words: str, titles: Sequence[Span], at: int) -> list[Span]:
    """The titles right behind the verb: 现公布《甲目录》《乙目录》."""
    row: list[Span] = []
    for one in titles:
        joined = row[-1].end < one.start and _JOINED.fullmatch(words, row[-1].end + 1, one.start) if row else one.start == at
        if joined and len(one) > 2:
            row.append(Span(one.start + 1, one.end - 1))
    return row


def _unmarked(words: str, start: int, at: int) -> Span | None:
    """A title without 《》 round all of it, right before the verb: 现将2006年《政府工作报告》任务分解方案印发给你们."""
    found = _UNMARKED.search(words, start, at)
    if not found or words[at - 1] == "》" or _BELOW.match(words, at):
        return None
    span = Span(found.start("title"), at)
    said = words[span.slice]
    return span if kind_of(said) and not (_DOING.search(said) or _GENERIC.match(said)) else None


def _run(words: str, start: int, titles: Sequence[Span], at: int) -> list[Span]:
    """The titles before the verb that it is said of: a row of them, none only cited."""
    rows: list[list[Span]] = []
    for one in titles:
        if one.start >= at:
            break
        if rows and _JOINED.fullmatch(words, rows[-1][-1].end, one.start):
            rows[-1].append(one)
        else:
            rows.append([one])
    kept = [
        row
        for row in rows
        if not (_CITED.search(words, max(start, row[0].start - 40), row[0].start) or _is_part(words, row))
    ]
    return kept[-1] if kept else []


def _row_to(words: str, titles: Sequence[Span], end: int) -> list[Span]:
    """The row of titles that ends at a place; [] where none does."""
    row: list[Span] = []
    for one in reversed(titles):
        if one.end == end if not row else one.end < row[0].start and _JOINED.fullmatch(words, one.end, row[0].start - 1):
            row.insert(0, Span(one.start + 1, one.end - 1))
    return row


def _is_part(words: str, row: list[Span]) -> bool:
    """Whether what is said is said of a part of a text, or of more than the row names."""
    counted = _COUNTED.match(words, row[-1].end - 1)
    return not (counted and count(counted["count"]) == len(row)) and bool(_PARTLY.match(words, row[-1].end - 1))


def _drafter(words: str, start: int, at: int) -> Span | None:
    """Who wrote the text: 现将区民政局制定的《…》, 民政部《关于…》."""
    begin = max(start, at - 120, max(words.rfind(sign, start, at) for sign in "，。；：》") + 1)
    passed = _PASSED_ON.match(words, begin, at)
    begin = passed.end() if passed and passed.end() < at else begin
    lead = _LEAD.match(words, begin, at)
    begin = lead.end() if lead else begin
    makes = _MAKES.search(words, begin, at)
    end = makes.start() if makes else at
    end = min((one.start() for one in _FIRST_ONLY.finditer(words, begin + 1, end)), default=end)
    end -= 2 * (words.endswith("关于", begin, end) and words.startswith("《", end))  # 将市财政局关于《…》印发
    if by_order := _BY_ORDER.search(words, begin, end):
        end = by_order.start()  # 卫生部|令第35号
    said = words[begin:end]
    if not 2 <= len(said) <= 80 or _NOBODY.fullmatch(said):
        return None
    return Span(begin, end)


def _by_annexes(page: Page, title: Span, body: Span) -> tuple[Publishing, ...]:
    """The annexes of a notice that makes something known: 关于公布…的通知, 附件：…目录."""
    known = re.search(r"(?P<verb>公布|发布)", page.words[title.slice])
    if not known or not re.search(r"通知|公告|通告|通报", page.words[title.slice]):
        return ()
    listed = [one for one in annexes(page, body.start, body.end) if kind_of(page.words[one.slice]) and not is_form(page.words[one.slice])]
    return tuple(Publishing(known["verb"], one, one, None, "annex") for one in listed)


def _by_order(words: str, title: Span, body: Span, above: Span | None) -> tuple[Publishing, ...]:
    """…管理办法 / 望溪区人民政府令 / 第7号 / 经区政府第3次常务会议通过，现予发布."""
    puts = ORDERS.search(words, body.start, min(body.end, body.start + _ORDERED)) if above else None
    if not above or not puts or not words[title.slice].endswith("令") or kind_of(words[above.slice]) is None:
        return ()
    return (Publishing(_ACTIONS.get(puts["verb"], puts["verb"]), above, Span(*puts.span())),)


def _by_list(page: Page, title: Span, body: Span) -> tuple[Publishing, ...]:
    """关于公布第五批文物保护单位的通知, and under it, on a line of its own, 第五批文物保护单位名单."""
    found = _MADE_KNOWN.search(page.words, title.start, title.end)
    if not found or kind_of(found["rest"]) or _ENDED.match(found["rest"]):
        return ()
    roll = re.compile(rf"[\u4e00-\u9fa5]{{0,20}}?{re.escape(found['rest'])}(?:名单|名录|目录|清单)")
    for line in page.lines(body.start, body.end):
        listed = roll.match(page.words, line.start, line.end)
        if listed and (listed.end() == line.end or page.words[listed.end()] == "（"):
            span = Span(*listed.span())
            return (Publishing(found["verb"], span, span, None, "title"),)
    return ()


def _ends_so(words: str, whole: Span, end: Span) -> bool:
    """A title without 《》 that the body gives by its last words only."""
    bare = not words.startswith("《", end.start - 1)
    return bare and len(end) < len(whole) and words[whole.slice].endswith(words[end.slice])


def _alike(words: str, one: Span, other: Span) -> bool:
    """Two wordings of one title."""
    return likeness(words[one.slice], words[other.slice]) >= 0.6
