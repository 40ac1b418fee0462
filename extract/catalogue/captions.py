"""What stands above the rows of a catalogue: its title, a heading of a kind (一、行政许可（23项）) or of an agency (（一）区教育局)."""

from __future__ import annotations

import re
from functools import cache

from extract.catalogue.columns import kinds
from extract.lexicon import table
from extract.mentions.agency import agencies_in
from kg.model import Span

_LABEL = r"(?:第?[一二三四五六七八九十百]{1,4}[、部章]?分?|（[一二三四五六七八九十\d]{1,4}）|\d{1,3}[.、．]|[①-⑳])"
_COUNT = r"(?:（[^（）]{0,6}\d{1,5}[项个条大]?[^（）]{0,12}）|共?\d{1,5}[项个]|[:：])"
_FURNITURE = re.compile(rf"^{_LABEL}?(?P<core>.+?)(?:类|事项|项目|职权|权力)?(?:目录|清单|一览表)?{_COUNT}*$")


@cache
def _kind_in() -> re.Pattern[str]:
    sure = sorted((kind for kind in kinds() if len(kind) >= 4), key=len, reverse=True)
    return re.compile("|".join(sure))


@cache
def _caption() -> re.Pattern[str]:
    words = table("catalogue")["caption"]
    return re.compile(rf"(?:{words['subject']})[^。；]{{0,24}}?(?:{words['list']})")


def is_catalogue(caption: str) -> bool:
    """Whether a title is that of a catalogue of powers or services.

    >>> is_catalogue("望溪区公共服务事项目录"), is_catalogue("望溪区重点任务清单")
    (True, False)
    """
    return _caption().search(caption) is not None


def heading_kind(words: str, span: Span) -> Span | None:
    """The kind of power that a short heading names and nothing else: 一、行政许可（23项）."""
    if not 2 <= len(span) <= 40:
        return None
    hit = _FURNITURE.match(words[span.slice])
    if not hit:
        return None
    for end in (hit.end("core"), *(hit.end("core") + len(more) for more in ("类", "事项", "项目", "职权", "权力"))):
        part = Span(span.start + hit.start("core"), span.start + end)
        if part.end <= span.end and words[part.slice] in kinds():
            return part
    return None


def caption_kind(words: str, span: Span) -> Span | None:
    """The kind of power that the title of a catalogue names, where it names one kind only: 望溪区保留的行政许可事项目录."""
    hits = [hit.span() for hit in _kind_in().finditer(words, span.start, span.end)]
    named = {words[start:end] for start, end in hits}
    return Span(*hits[0]) if len(named) == 1 else None


def heading_agency(words: str, span: Span) -> Span | None:
    """The agency that a short heading names and nothing else: （一）区教育局（12项）; 望溪区教育局权力清单."""
    if not 2 <= len(span) <= 60:
        return None
    hit = _FURNITURE.match(words[span.slice])
    if not hit:
        return None
    core = Span(span.start + hit.start("core"), span.start + hit.end("core"))
    found = agencies_in(words, core)
    if len(found) != 1 or found[0].group or found[0].span.start != core.start:
        return None
    rest = words[found[0].span.end : span.end]
    return found[0].span if not rest or is_catalogue(rest) or re.fullmatch(rf"(?:实施的|行使的|的)?{_COUNT}*", rest) else None
