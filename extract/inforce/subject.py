"""Which text a sentence speaks of: 本办法 inside a carried text is that text, 《X》自… the one that is put in force, else the notice."""

from __future__ import annotations

import re
from collections import deque

from extract.citing.same import key
from extract.head.genre import carried, official
from kg.model import Notice, Span

_TOP = 400
_MATTERS = re.compile(r"(?:(?:相关|有关|未尽|具体)(?:事宜|事项|问题|内容|政策)|(?:执行|实施|应用)中?的?(?:具体)?问题)[^，]{0,6}$")
_EXCEPT = re.compile(r"除[^，。；]{2,24}外，?$")  # 本公告除第四条外，自…
_GOES_ON = re.compile(r"[已业自从由经，（在于有的]|未尽")
_SUBJECT = re.compile(
    r"(?:[本该]|此(?=规定|办法|制度|通知|方案|标准|细则|决定|意见))《?(?P<kind>[函令法](?=自)|(?:(?!的)[\u4e00-\u9fa5]){2,12}?)》?"
    r"(?=的自|[自从于由经有在，（执试施公发印暂未至适]|实施|的?解释|的?[实施执]行?期|为期)"
)
_NAMED = re.compile(
    r"《(?P<title>[^《》]{2,80})》(?:（[^（）]{1,40}）)?"
    r"(?=自|从|于|由|经|有效|[已业][^。；《》]{2,80}(?:通过|同意|批准|审定)，(?:现予?以?(?:公布|发布|印发|颁布)[^，。；《》]{0,8}，)?自)"
)
_ALL = re.compile(r"(?:以上|上述|本)(?:[\u4e00-\u9fa5]{0,6}?)(?:政策|措施|规定|意见|办法|条款|标准|方案|细则|要求)(?=[自从在由于，有执试施])")
_ISSUED = re.compile(r"现予|予以|现将|现[印转颁]?发|现公布|现颁布|特此|请")
_DECIDES = re.compile(r"(?:^|，)[兹现特]?决定$")
_LABEL = re.compile(r"^(?:第[\d一二三四五六七八九十百]+条|[一二三四五六七八九十]+、|（[\d一二三四五六七八九十]+）|\d+[.．、]|[-—])*")
_PUBLISHES = re.compile(r"(?:现|特此|现予|现将修订后的)(?:公布|发布|印发|颁布)?《(?P<title>[^《》]{2,60})》")


def subject_before(said: str, found: re.Match[str], cue: str) -> str | None:
    """The words that say what is in force, or explained; "" where nothing stands before, None where another thing does."""
    before = _EXCEPT.sub("", said[: found.start()])
    if cue == "interpreter" and found["subject"]:
        before += found["subject"]
    if not _LABEL.sub("", before):
        return ""
    if _MATTERS.search(before) or (cue == "ordered" and _DECIDES.search(before)):
        return ""
    ends = before + "自"
    for pattern in (_NAMED, _SUBJECT, _ALL):
        last = _last(pattern, ends)
        between = before[last.end() :] if last else "x"
        if last and (not between or (cue != "until" and _GOES_ON.match(between))):
            return last[0] + "自"
    return before if _ISSUED.search(before[-40:]) and before.endswith("，") and cue == "from" else None


def title_of(notice: Notice, span: Span, before: str) -> str | None:
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
    last = deque(pattern.finditer(text), maxlen=1)
    return last[0] if last else None


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
