"""validity: from when and until when a text is in force, and who explains it; one fact a text.

How the catalogue reads:
- 自X起施行 实施 执行 试行 生效: an ISO date, else the words with 自 (自发布之日起, 自公布之日起30日后); 有效期5年 is 5年, 有效期至D, 至D止
  and 执行至D are D, 在疫情防控期间有效 is 疫情防控期间, 试行一年 is 一年;
- 由X负责解释, X负责解释, 解释权归X: one fact for each of X、Y, with the same days (会同 the others is left out);
- 实施期为2020—2022年, 有效期三年（D至D）, and in an order to the public 封山时间：D至D give both ends;
- the text is the one that the sentence lies in: 本办法 inside a carried 办法 is that; 本通知 is the notice; 现予公布，自…起施行 and
  《办法》自… in the notice are the text it puts in force;
- dates of prices, laws of others (2019年1月1日起施行的《X法》) and terms of posts are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.citing.same import key
from extract.inforce.subject import subject_before, title_of
from extract.mentions.agency import AgencyMention, agencies_in, agency
from extract.mentions.date import ANY_DATE, iso_date
from extract.sentences import sentences
from extract.units.meant import spoken_for
from kg.model import Agency, Finding, Notice, Refusal, Span

_CLOCK = r"(?:(?:\d{1,2}|[零一二三四五六七八九十]{1,3})(?:[时点:](?:\d{1,2}分?)?)整?)?"
_SPAN = r"(?:\d{1,3}|[一二两三四五六七八九十半]+)(?:周?年|个月|个季度|天|日)"
_DOES = r"(?:施行|实施|执行|生效|试行|实行|启用|适用|暂行)"
# nothing that is put in force follows: 自D起施行，有效期…, not 自D起实行阶梯水价
_ENDS = r"(?=[^\u4e00-\u9fa5]|$|[至到止期并]|有效|试行|[一二两三五]年|第[一二三四五六七八九十百]{1,4}条|附件|附：)"
# what an order to the public closes or bans for a time: its own validity
_CLOSED = r"(?:封山|禁火|防火|禁渔|禁猎|禁牧|封航|限行|管控|管制|封闭|禁行|戒严){1,3}(?:期限?|时间)"
CUES: dict[str, re.Pattern[str]] = {
    "from": re.compile(
        rf"(?P<since>自|从|于|由)?(?P<when>{ANY_DATE}|\d{{1,2}}月\d{{1,2}}日|即日|[^，。；：（）自从]{{2,20}}?之?日|\d{{4}}[^，。；：（）自从]{{0,12}}?(?:学期|学年))"
        rf"{_CLOCK}(?:起|开始)(?P<later>(?:的?{_SPAN}|满{_SPAN})(?:之?后|以后))?(?:正式|全面|开始|起|统一|在全[省市区县国]|在[^，。；]{{2,16}}?范围内|即)*(?P<does>{_DOES}){_ENDS}"
    ),
    # under the title, or in the table of a collection of laws: 【实施日期】1982.03.02
    "note": re.compile(
        rf"(?P<when>{ANY_DATE})(?P<does>起?施行)(?=[））]|$|，(?:根据|\d)"
        rf"|[^的，。]{{0,2}}(?:根据|为))|(?:实施|施行)日期[：）】]{{1,2}}(?P<day>{ANY_DATE})"
    ),
    "until": re.compile(
        rf"有效期(?:限)?(?:暂?定?为|是|：|共)?(?P<span>{_SPAN})"
        rf"|有效期(?:限)?(?:自[^，。；]{{4,20}})?(?:截?至|到|截止到?)(?P<end>{ANY_DATE}|[^，。；]{{2,24}}?)(?:为?止|(?=[，。；）]|$))"
        rf"|(?:自|从)?(?P<begins>{ANY_DATE})(?:起)?(?:至|到|—)(?P<range>{ANY_DATE})(?:为?止)?(?={_DOES}|有效|期间(?:施行|执行|有效))"
        rf"|(?:执行|施行|实施|试行|暂行|适用)(?:期限?|时间)?(?:暂?定?为|：)?(?P<trial>{_SPAN})(?!内|后)"
        rf"|(?:执行|施行|实施|试行|有效)(?:期限?|时间)?(?:截?至|到|截止到?)(?P<stop>{ANY_DATE})"
        rf"|(?:，|并|截)?至(?P<last>{ANY_DATE})(?:为?止|(?=失效|废止|自动失效|终止))"
        r"|(?:，|并|[施实试执]行)至(?P<event>[^，。；：至]{2,16}?(?:结束|解除|完成|届满))(?:之?[日时]|后)?为?止"
        rf"|(?:自|于)?(?P<lapse>{ANY_DATE})(?:起)?(?:自动|自行)?(?:失效|废止|终止(?:执行|实施))"
        rf"|(?<=[行施用效]，)(?:暂定|为期)(?P<term>{_SPAN})(?=[，。；]|$)"
        r"|[在于](?P<during>[^，。；：（）的在]{2,20}期间)有效"
    ),
    "ordered": re.compile(
        rf"(?:自|从)?(?P<when>{ANY_DATE}){_CLOCK}(?:起|开始)，(?:对|在|全)[^。；]{{2,30}}?(?:实行|实施|禁止|停止|暂停)"
    ),
    # 实施期为2020—2022年, 执行期限为2021年1月1日至12月31日, 有效期三年（D至D）, 封山时间：D至D
    "period": re.compile(
        rf"(?P<label>(?:实施|执行|施行|有效|试行|适用)(?:期限?|时间)|{_CLOSED})(?:{_SPAN}（|暂?定?为|是|：)*自?"
        rf"(?P<first>{ANY_DATE}|\d{{4}}){_CLOCK}起?(?:—+|-+|～|至|到)"
        rf"(?P<last>{ANY_DATE}|\d{{1,2}}月\d{{1,2}}日|\d{{4}}(?=年))"
    ),
    # 贵 is what OCR often reads for 责
    "interpreter": re.compile(
        r"(?:(?:由|请|授权)(?P<by>[^，。；：]{2,60}?)|(?P<subject>(?<=[，。；：])[^，。；：由本]{2,40}?|^[^，。；：由本]{2,40}?))(?:(?:负责)?(?:组织|监督)?实施，并?)?"
        r"(?:按照?[^，。；：]{0,16}(?:职责|分工|职能)[^，。；：]{0,8})?(?:共同|分别|具体|统一)*(?:负[责贵]|承担|进行|予以|作出)"
        r"(?:(?:对)?(?:本|该|其|具体|政策|上述)[^，。；：]{0,12}?的?)?(?:解释(?![说工宣])|(?<=具体)解释工作)"
        r"|解释(?:工作|事宜|事项)由(?P<charged>[^，。；：由]{2,40}?)(?:具体)?(?:负责|承担)(?=[。；，]|$)"
        r"|由(?P<told>[^，。；：由]{2,40}?)解释(?=[。；，]|$)"
        r"|(?:最终)?解释权(?:归属?|属于?|由)(?P<owner>[^，。；：]{2,40}?)(?:所有|行使)?(?=[，。；]|$)"
    ),
}
_GATE = re.compile(r"暂行|期限?[为是：]|时间|(?:起|开始).{0,30}?[行施用效]|有效|解释|试行|执行|施行|失效")
_HEADING = 16
_PERIOD_HEADING = re.compile(rf"(?:{_CLOSED}|(?:实施|执行)(?:期限?|时间))$")
_FOR_A_TIME = re.compile(rf"时间$|{_CLOSED}")
_ORDERS = ("通告", "公告", "命令")
_GIVEN = re.compile(r"[^，。；]{2,30}(?:授权|委托)")  # 由校务委员会授权教务处负责解释
_APART = re.compile(r"[、，（）《》和与及的]|会同|商|联合")
_BODY = re.compile(r"[\u4e00-\u9fa5]{2,24}?[局委办部厅院会署行社处室中心公司](?=$|[、和会（])")
_NAMED = re.compile(r"^(?:第[\d一二三四五六七八九十百]{1,5}条)?本[\u4e00-\u9fa5]{1,8}?(?=经)")  # 本制度经董事会审议通过之日起执行
_NEAR = 60  # words between two statements that one evidence covers
_TOP = 400


@dataclass(slots=True)
class Force:
    """What a notice says of the validity of one text."""

    title: str
    span: Span
    cue: str
    last: Span  # the sentence that spoke of it last
    since: str | None = None
    until: str | None = None
    interpreters: tuple[Agency, ...] = ()  # 由区委、区政府负责解释: each explains it with the same right


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """The validity of each text of a notice, in the order in which it is said."""
    texts: dict[str, Force] = {}
    for span in _joined(notice):
        said = notice.words[span.slice]
        if _GATE.search(said):
            for cue, found in _hits(said):
                refused = _take(notice, texts, span, said, cue, found)
                if refused:
                    yield Refusal(Span(*found.span()).shift(span.start), f"validity.{cue}", refused)
    _noted(notice, texts)
    for text in sorted(texts.values(), key=lambda one: one.span):
        for interpreter in text.interpreters or (None,):
            args = {"title": text.title, "from": text.since, "until": text.until, "interpreter": interpreter}
            yield Finding(args, text.span, f"validity.{text.cue}", 0.95)


def _joined(notice: Notice) -> Iterator[Span]:
    """The sentences, a heading that asks for a period together with what stands under it: 一、封山时间 | 2022年8月18日至8月31日."""
    label: Span | None = None
    for span in sentences(notice):
        start = label.start if label and label.end == span.start else span.start
        label = span if len(span) <= _HEADING and _PERIOD_HEADING.search(notice.words[span.slice]) else None
        yield Span(start, span.end)


def _hits(said: str) -> list[tuple[str, re.Match[str]]]:
    """What the cues find in a sentence, in order; a period says its ends, so that no other cue reads them again."""
    periods = list(CUES["period"].finditer(said))
    taken = [Span(*one.span()) for one in periods]
    found = [("period", one) for one in periods]
    for cue in ("from", "ordered", "until", "interpreter"):
        found += [(cue, one) for one in CUES[cue].finditer(said) if not any(span.meets(Span(*one.span())) for span in taken)]
    return sorted(found, key=lambda one: one[1].start())


def _take(
    notice: Notice, texts: dict[str, Force], span: Span, said: str, cue: str, found: re.Match[str]
) -> str | None:
    """Put what a cue says to its text; why not, where it says nothing of one."""
    subject = subject_before(said, found, cue)
    told = [text for text in texts.values() if text.last == span]
    if subject is None and told:
        title: str | None = told[-1].title
    else:
        title = title_of(notice, span, subject) if subject is not None else None
    if title is None:
        return "not said of a text of this notice"
    if not title:
        return "said of a page without a title"
    value = _value(notice, span, cue, found)
    if value is None:
        return "no day, term or body"
    if (cue == "ordered" or (cue == "period" and _FOR_A_TIME.search(found["label"]))) and notice.head.kind not in _ORDERS:
        return "the time of an action, in no order to the public"
    place = Span(*found.span()).shift(span.start)
    text = texts.setdefault(key(title), Force(title, place, cue, span))
    text.last = span
    if place.start - text.span.end < _NEAR:
        text.span = Span(min(text.span.start, place.start), max(text.span.end, place.end))
    if cue == "period":
        text.since, text.until = text.since or iso_date(found["first"]) or found["first"], text.until or str(value)
    elif cue in ("from", "ordered") and (text.since is None or (cue == "from" and text.cue == "period")):
        text.since = str(value)
    elif cue == "until" and text.until is None:
        text.until = str(value)
        text.since = text.since or (iso_date(found["begins"]) if found["begins"] and found["range"] else None)
    elif isinstance(value, tuple) and not text.interpreters:
        text.interpreters = value
    return None


def _value(notice: Notice, span: Span, cue: str, found: re.Match[str]) -> str | tuple[Agency, ...] | None:
    if cue == "from":
        return _since(notice, found)
    if cue == "ordered":
        return iso_date(found["when"])
    if cue == "period":
        return _last_day(found)
    if cue == "until":
        words = next(part for name, part in found.groupdict().items() if part and name != "begins")
        return iso_date(words.removesuffix("底")) or words
    return _explaining(notice, span, found) or None


def _explaining(notice: Notice, span: Span, found: re.Match[str]) -> tuple[Agency, ...]:
    """Who explains: the first body and those that 、 or 和 joins to it; those of 会同 are left out."""
    group = next(name for name in ("by", "subject", "told", "charged", "owner") if found[name])
    place = Span(*found.span(group)).shift(span.start)
    if given := _GIVEN.match(notice.words, place.start, place.end):
        place = Span(given.end(), place.end)
    bodies = agencies_in(notice.words, place)
    if own := spoken_for(notice, notice.words[place.slice]):  # 本会
        return (Agency(own, notice.words[place.slice]),)
    if not bodies:
        named = _BODY.match(notice.words, place.start, place.end)
        return (agency(AgencyMention(Span(*named.span()), named[0]), notice.head),) if named else ()
    first = bodies[0]
    before = notice.words[place.start : first.span.start]
    if group != "subject" and first.span.end == place.end and before and not _APART.search(before):
        # between 由 and 负责解释, behind 解释权归 stands nothing but the name: a place that is not known does not cut it
        first = replace(first, span=place, words=before + first.words)
    joined = [first]
    for one, other in pairwise(bodies):
        if notice.words[one.span.end : other.span.start] not in ("、", "和", "与"):
            break
        joined.append(other)
    return tuple(agency(one, notice.head) for one in joined)


def _last_day(found: re.Match[str]) -> str:
    """The last day of a period; 12月31日 is of the year of the first."""
    last = found["last"]
    return iso_date(last) or iso_date(found["first"][:4] + "年" + last) or last


def _since(notice: Notice, found: re.Match[str]) -> str:
    """The first day: an ISO date, or the words from 自 on."""
    when = _NAMED.sub("", found["when"])
    if iso := iso_date(when):
        return iso if not found["later"] else f"自{when}起{found['later']}"
    day = re.fullmatch(r"(\d{1,2})月(\d{1,2})日", when)
    if day and notice.head.date:
        return f"{notice.head.date[:4]}-{int(day[1]):02d}-{int(day[2]):02d}"
    return f"{found['since'] or '自'}{when}起{found['later'] or ''}"


def _noted(notice: Notice, texts: dict[str, Force]) -> None:
    """The day under a title (2021年4月22日施行), where nothing else tells it."""
    if not notice.head.title or any(text.since for text in texts.values()):
        return
    end = min(notice.head.title_span.end + _TOP, len(notice.words))
    every = CUES["note"].finditer(notice.words, 0, end)
    found = next((one for one in every if one["day"] or one.start() >= notice.head.title_span.end), None)
    iso = iso_date(found["when"] or found["day"]) if found else None
    if found and iso:
        place = Span(*found.span())
        text = texts.setdefault(key(notice.head.title), Force(notice.head.title, place, "note", place))
        text.since = iso
