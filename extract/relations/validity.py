"""validity: from when and until when a text is in force, and who explains it; one fact a text.

How the catalogue reads:
- 自X起施行 实施 执行 试行 生效: an ISO date, else the words with 自 (自发布之日起, 自公布之日起30日后); 有效期5年 is 5年, 有效期至D, 至D止
  and 执行至D are D, 在疫情防控期间有效 is 疫情防控期间, 试行一年 is 一年;
- 由X负责解释, X负责解释, 解释权归X: the first body that is named (会同 the others is left out);
- the text is the one that the sentence lies in: 本办法 inside a carried 办法 is that; 本通知 is the notice; 现予公布，自…起施行 and
  《办法》自… in the notice are the text it puts in force;
- dates of prices, laws of others (2019年1月1日起施行的《X法》) and terms of posts are none.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.citing.same import key
from extract.head.genre import carried, official
from extract.mentions.agency import AgencyMention, agencies_in, agency
from extract.mentions.date import DATE, iso_date
from extract.sentences import sentences
from kg.model import Agency, Finding, Notice, Refusal, Span

_DATE = re.sub(r"\?P<\w+>", "?:", DATE.pattern).replace("(?P=sep)", "[-./]")
_SPAN = r"(?:\d+|[一二两三四五六七八九十半]+)(?:周?年|个月|个季度|天|日)"
_DOES = r"(?:施行|实施|执行|生效|试行|实行|启用|适用|暂行)"
CUES: dict[str, re.Pattern[str]] = {
    "from": re.compile(
        rf"(?P<since>自|从|于|由)?(?P<when>{_DATE}|\d{{1,2}}月\d{{1,2}}日|即日|[^，。；：（）自从]{{2,20}}?之?日)"
        rf"(?:起|开始)(?P<later>(?:的?{_SPAN}|满{_SPAN})(?:之?后|以后))?(?:正式|全面|开始|起|统一|在全[省市区县国]|即)*(?P<does>{_DOES})(?!的|以来)"
    ),
    "note": re.compile(rf"(?P<when>{_DATE})(?P<does>起?施行)(?=[））]|$|[^的，。]{{0,2}}(?:根据|为))"),
    "until": re.compile(
        rf"有效期(?:限)?(?:暂?定?为|是|：|共)?(?P<span>{_SPAN})"
        rf"|有效期(?:限)?(?:自[^，。；]{{4,20}})?(?:截?至|到|截止到?)(?P<end>{_DATE}|[^，。；]{{2,24}}?)(?:为?止|(?=[，。；）]|$))"
        rf"|(?:自|从)?{_DATE}(?:起)?(?:至|到|—)(?P<range>{_DATE})(?:为?止)?(?={_DOES}|有效|期间(?:施行|执行|有效))"
        rf"|(?:执行|施行|实施|试行|暂行|适用)(?:期限?|时间)?(?:暂?定?为|：)?(?P<trial>{_SPAN})(?!内|后)"
        rf"|(?:执行|施行|实施|试行|有效)(?:期限?|时间)?(?:截?至|到|截止到?)(?P<stop>{_DATE})"
        rf"|(?:，|并|截)?至(?P<last>{_DATE})(?:为?止|(?=失效|废止|自动失效|终止))"
        rf"|(?:自|于)?(?P<lapse>{_DATE})(?:起)?(?:自动|自行)?(?:失效|废止|终止(?:执行|实施))"
        r"|[在于](?P<during>[^，。；：（）的在]{2,20}期间)有效"
    ),
    "interpreter": re.compile(
        r"(?:(?:由|请|授权)(?P<by>[^，。；：]{2,60}?)|(?P<subject>(?<=[，。；：])[^，。；：由本]{2,40}?|^[^，。；：由本]{2,40}?))"
        r"(?:按照?[^，。；：]{0,16}(?:职责|分工|职能)[^，。；：]{0,8})?(?:共同|分别|具体|统一)*(?:负责|承担|进行|予以|作出)"
        r"(?:(?:对)?(?:本|该|其|具体|政策|上述)[^，。；：]{0,12}?的?)?解释(?![说工宣])"
        r"|解释权(?:归属?|属于?|由)(?P<owner>[^，。；：]{2,40}?)(?:所有|行使)?(?=[，。；]|$)"
    ),
}
_GATE = re.compile(r"起.{0,30}?[行施用效]|有效|解释|试行|执行|施行|失效")
_SUBJECT = re.compile(r"[本该]《?(?P<kind>(?:(?!的)[\u4e00-\u9fa5]){2,12}?)》?(?=[自从于由经有在，（执试施公发印暂未至适]|实施|解释|为期)")
_NAMED = re.compile(r"《(?P<title>[^《》]{2,80})》(?:（[^（）]{1,40}）)?(?=自|从|于|由|经|有效)")
_ALL = re.compile(r"(?:以上|上述|本)(?:[\u4e00-\u9fa5]{0,6}?)(?:政策|措施|规定|意见|办法|条款|标准|方案|细则|要求)(?=[自从在由于，有执试施])")
_APART = re.compile(r"[、，（）《》和与及的]|会同|商|联合")
_BODY = re.compile(r"[\u4e00-\u9fa5]{2,24}?[局委办部厅院会署行社处室中心公司](?=$|[、和会（])")
_ISSUED = re.compile(r"现予|予以|现将|现发布|现公布|特此|请")
_LABEL = re.compile(r"^(?:第[\d一二三四五六七八九十百]+条|[一二三四五六七八九十]+、|（[\d一二三四五六七八九十]+）|\d+[.．、]|[-—])*")
_GOES_ON = re.compile(r"[自从由经，（在于有]")
_NEAR = 60  # words between two statements that one evidence covers
_TOP = 400
_PUBLISHES = re.compile(r"(?:现|特此|现予|现将修订后的)(?:公布|发布|印发|颁布)?《(?P<title>[^《》]{2,60})》")


@dataclass(slots=True)
class Force:
    """What a notice says of the validity of one text."""

    title: str
    span: Span
    cue: str
    last: Span  # the sentence that spoke of it last
    since: str | None = None
    until: str | None = None
    interpreter: Agency | None = None


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """The validity of each text of a notice, in the order in which it is said."""
    texts: dict[str, Force] = {}
    for span in sentences(notice):
        said = notice.words[span.slice]
        if _GATE.search(said):
            for cue in ("from", "until", "interpreter"):
                for found in CUES[cue].finditer(said):
                    refused = _take(notice, texts, span, said, cue, found)
                    if refused:
                        yield Refusal(Span(*found.span()).shift(span.start), f"validity.{cue}", refused)
    _noted(notice, texts)
    for text in sorted(texts.values(), key=lambda one: one.span):
        args = {"title": text.title, "from": text.since, "until": text.until, "interpreter": text.interpreter}
        yield Finding(args, text.span, f"validity.{text.cue}", 0.95)


def _take(
    notice: Notice, texts: dict[str, Force], span: Span, said: str, cue: str, found: re.Match[str]
) -> str | None:
    """Put what a cue says to its text; why not, where it says nothing of one."""
    subject = _subject(said, found)
    told = [text for text in texts.values() if text.last == span]
    if subject is None and told:
        title: str | None = told[-1].title
    else:
        title = _title(notice, span, subject) if subject is not None else None
    if title is None:
        return "not said of a text of this notice"
    value = _value(notice, span, cue, found)
    if value is None:
        return "no day, term or body"
    place = Span(*found.span()).shift(span.start)
    text = texts.setdefault(key(title), Force(title, place, cue, span))
    text.last = span
    if place.start - text.span.end < _NEAR:
        text.span = Span(min(text.span.start, place.start), max(text.span.end, place.end))
    if cue == "from" and text.since is None:
        text.since = str(value)
    elif cue == "until" and text.until is None:
        text.until = str(value)
    elif isinstance(value, Agency) and text.interpreter is None:
        text.interpreter = value
    return None


def _value(notice: Notice, span: Span, cue: str, found: re.Match[str]) -> str | Agency | None:
    if cue == "from":
        return _since(notice, found)
    if cue == "until":
        words = next(part for part in found.groups() if part)
        return iso_date(words.removesuffix("底")) or words
    group = next(name for name in ("by", "subject", "owner") if found[name])
    place = Span(*found.span(group)).shift(span.start)
    bodies = agencies_in(notice.words, place)
    if bodies:
        first = bodies[0]
        before = notice.words[place.start : first.span.start]
        if group == "by" and first.span.end == place.end and before and not _APART.search(before):
            # between 由 and 负责解释 stands nothing but the name: a place that is not known does not cut it
            first = replace(first, span=place, words=before + first.words)
        return agency(first, notice.head)
    named = _BODY.match(notice.words, place.start, place.end)
    return agency(AgencyMention(Span(*named.span()), named[0]), notice.head) if named else None


def _since(notice: Notice, found: re.Match[str]) -> str:
    """The first day: an ISO date, or the words from 自 on."""
    when = found["when"]
    if iso := iso_date(when):
        return iso if not found["later"] else f"自{when}起{found['later']}"
    day = re.fullmatch(r"(\d{1,2})月(\d{1,2})日", when)
    if day and notice.head.date:
        return f"{notice.head.date[:4]}-{int(day[1]):02d}-{int(day[2]):02d}"
    return f"{found['since'] or '自'}{when}起{found['later'] or ''}"


def _subject(said: str, found: re.Match[str]) -> str | None:
    """The words that say what is in force, or explained; "" where nothing stands before, None where another thing does."""
    before = said[: found.start()]
    if found.re is CUES["interpreter"] and found["subject"]:
        before += found["subject"]
    if not _LABEL.sub("", before):
        return ""
    if re.search(r"(?:相关|有关|未尽|具体)(?:事宜|事项|问题|内容|政策|应用问题)[^，]{0,6}$", before):
        return ""
    ends = before + "自"
    for pattern in (_NAMED, _SUBJECT, _ALL):
        last = _last(pattern, ends)
        between = before[last.end() :] if last else "x"
        if last and (not between or (found.re is not CUES["until"] and _GOES_ON.match(between))):
            return last[0] + "自"
    return before if _ISSUED.search(before[-40:]) and before.endswith("，") and found.re is CUES["from"] else None


def _title(notice: Notice, span: Span, before: str) -> str | None:
    """The text that a sentence speaks of; None where it is none of the notice's own."""
    inside = next((one for one in notice.head.carried if one.printed and one.span.holds(Span(span.start, span.start + 1))), None)
    named = _last(_NAMED, before)
    if named:
        return _named(notice, named["title"])
    subject = _last(_SUBJECT, before)
    if subject:
        return _by_kind(notice, inside.title if inside else None, subject["kind"], span)
    if inside is None and _ISSUED.search(before):
        return _issued(notice)
    return inside.title if inside else notice.head.title


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return deque(pattern.finditer(text), maxlen=1).pop() if pattern.search(text) else None


def _named(notice: Notice, title: str) -> str | None:
    """A text named by 《》: a carried one, by its whole or short title."""
    name = key(title)
    for one in notice.head.carried:
        if key(one.title) == name or (len(name) <= 8 and key(one.title).endswith(name)):
            return one.title
    return notice.head.title if key(notice.head.title) == name else None


def _issued(notice: Notice) -> str:
    """The text that the notice puts in force (not a list that is annexed to it), else the notice."""
    texts = [one.title for one in notice.head.carried if one.kind not in ("目录", "清单", "名单")]
    said = None if texts else _PUBLISHES.search(notice.words, notice.head.title_span.end, notice.head.title_span.end + _TOP)
    return texts[0] if texts else said["title"] if said else notice.head.title


def _by_kind(notice: Notice, inside: str | None, kind: str, span: Span) -> str | None:
    """本办法: the text of that kind which the sentence lies in, or which the notice puts in force."""
    word = kind.removeprefix("实施").removeprefix("暂行")
    if not any(kind.endswith(known) for known in (*official(), *carried())):
        return None
    if inside is not None and word in inside[-16:]:
        return inside
    if inside is not None:
        return _heading(notice, span, kind) or inside
    if word in notice.head.title[-16:] or kind in official():
        return notice.head.title
    issued = _issued(notice)
    return next((one.title for one in notice.head.carried if word in one.title[-16:]), issued if word in issued else notice.head.title)


def _heading(notice: Notice, span: Span, kind: str) -> str | None:
    """The title of an annex that ends in this kind, the last before a place."""
    title = None
    for part in notice.tree.walk():
        if part.kind in ("title", "heading") and part.span.end <= span.start and len(part.span) > 5:
            words = notice.printed[part.span.slice]
            if re.sub(r"[（(][^（）()]*[)）]$", "", words).endswith(kind):
                title = words
    return title


def _noted(notice: Notice, texts: dict[str, Force]) -> None:
    """The day under a title (2021年4月22日施行), where nothing else tells it."""
    if texts and any(text.since for text in texts.values()):
        return
    end = min(notice.head.title_span.end + _TOP, len(notice.words))
    found = CUES["note"].search(notice.words, notice.head.title_span.end, end)
    iso = iso_date(found["when"]) if found else None
    if found and iso:
        place = Span(*found.span())
        text = texts.setdefault(key(notice.head.title), Force(notice.head.title, place, "note", place))
        text.since = iso
