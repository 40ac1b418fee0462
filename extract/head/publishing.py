"""The clause by which a notice puts another text in force: 现将《…》印发给你们, 《…》已经区政府同意，现予公布.

The title of the notice says it too (关于印发…的通知, 转发区民政局关于…的通知); the body says the title whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.head.genre import kind_of
from extract.head.brackets import titles_in
from kg.model import Notice, Span

_VERB = r"印发|转发|批转|公布|发布|颁布|颁发|下发"
ACTIONS = {"颁布": "公布", "颁发": "印发", "下发": "印发"}
# the verb as the notice does it, not as others did: 现印发给你们, 现予公布, 一并转发
_DOES = re.compile(
    rf"(?:现|一并|并|特此|特|将|予以|准予|重新|联合)[^。；《》]{{0,30}}?(?P<verb>{_VERB})"
    rf"|(?P<given>{_VERB})(?=给?你们|给各|各地|于后|实施|施行|执行)"
)
_TITLED = re.compile(rf"(?:关于|联合|重新)*(?P<verb>{_VERB})(?P<rest>.+?)的(?:紧急|补充)?(?:通知|函|公告|通告|决定|命令|令|批复|意见|通报|报告)(?:（[^（）]{{1,20}}）)*$")
_CITED = re.compile(r"(?:根据|按照|依据|依照|贯彻|落实|执行|遵照|参照|结合|为|对照|按|以及|原|废止)(?:[^《》，。；]{0,24})$")
_SUBJECT = re.compile(r"(?:现将|特将|将|现对|现就|^|。|，|；|和|、|及|的|了)(?P<by>[^，。；《》]{0,60})$")
_MAKER = re.compile(r"(?:现将|特将|现|将)?(?P<by>[^，。；：《》]{2,80}?)(?:制定|制订|拟定|拟订|起草|编制|提出|报来|报送|修订|研究制定|会同[^，。；《》]{2,40}制定)?的?$")
_SENTENCES = re.compile(r"[^。！？]*[。！？]?")


@dataclass(frozen=True, slots=True)
class Publishing:
    """One text that a notice puts in force; `title_span` its words without 《》, `drafter` the words that name who wrote it."""

    action: str
    title_span: Span
    span: Span
    drafter: Span | None = None
    rule: str = "clause"


def publishing(words: str, title: Span, body: Span) -> tuple[Publishing, ...]:
    """What a notice puts in force, in order; by its body where that says it, else by its title."""
    named = _by_title(words, title)
    said = _by_body(words, body)
    if not said:
        return named
    action = named[0].action if named else said[0].action
    drafter = named[0].drafter if named else None
    return tuple(
        Publishing(action, one.title_span, one.span, one.drafter or drafter, one.rule) for one in said
    )


def _by_title(words: str, title: Span) -> tuple[Publishing, ...]:
    found = _TITLED.search(words, title.start, title.end)
    if not found:
        return ()
    verb = found["verb"]
    rest = Span(*found.span("rest"))
    drafter = None
    of = re.match(r"(?P<by>[^《》]{2,60}?)(?=关于|《)", words[rest.slice])
    if of and verb in ("转发", "批转"):
        drafter = Span(rest.start, rest.start + of.end("by"))
        rest = Span(drafter.end, rest.end)
        if words.startswith("关于", rest.start) and "的" in words[rest.slice]:
            rest = Span(rest.start + 2, rest.end)
    inner = [Span(one.start + 1, one.end - 1) for one in titles_in(words, rest)]
    if inner and inner[0].start - 1 == rest.start and inner[-1].end + 1 == rest.end:
        titles = inner
    elif kind_of(words[rest.slice]):
        titles = [rest]
    else:
        return ()
    return tuple(Publishing(ACTIONS.get(verb, verb), one, title, drafter, "title") for one in titles)


def _by_body(words: str, body: Span) -> tuple[Publishing, ...]:
    last: list[Span] = []
    for found in _SENTENCES.finditer(words, body.start, min(body.end, body.start + 1200)):
        sentence = Span(*found.span())
        if not len(sentence):
            continue
        does = _DOES.search(words, sentence.start, sentence.end)
        titles = [one for one in titles_in(words, Span(sentence.start, sentence.end))]
        if does:
            at = does.start() if does["given"] else does.start("verb")
            mine = [one for one in titles if one.end <= at and not _CITED.search(words[sentence.start : one.start][-40:])]
            mine = mine or ([one for one in titles if one.start >= at][:1] if not titles or titles[0].start >= at else [])
            if not mine and not titles:
                mine = last
            mine = _together(words, mine)
            if mine:
                verb = does["verb"] or does["given"]
                by = _drafter(words, sentence.start, mine[0].start)
                return tuple(
                    Publishing(ACTIONS.get(verb, verb), Span(one.start + 1, one.end - 1), sentence, by) for one in mine
                )
        last = titles[-1:]
    return ()


def _together(words: str, titles: list[Span]) -> list[Span]:
    """The last run of titles with nothing but 、和 between them."""
    run: list[Span] = []
    for one in titles:
        if run and not re.fullmatch(r"[、，和及与以及]*(?:（[^（）]*）)?[、，和及与以及]*", words[run[-1].end : one.start]):
            return run
        run.append(one)
    return run


def _drafter(words: str, start: int, at: int) -> Span | None:
    """Who wrote the text: 现将区民政局制定的《…》, 民政部《关于…》."""
    begin = max(words.rfind(sign, start, at) for sign in "，。；：") + 1 or start
    begin = max(begin, start)
    found = _MAKER.fullmatch(words, begin, at)
    if not found or found["by"] in ("现将", "现", "将", "修订后", "修改后", "我们共同", "我们", "本机关"):
        return None
    return Span(*found.span("by"))


def published(notice: Notice) -> tuple[Publishing, ...]:
    """What a notice that is read already puts in force."""
    head = notice.head
    spans = (head.title_span, head.number_span, head.addressees_span)
    start = max(span.end for span in spans if span)
    return publishing(notice.words, head.title_span, Span(start, len(notice.words)))
