"""What a fact says in words of the text, in the characters of the page.

A text in traditional characters is read in simplified ones. Its facts are told in its own: who 省民政厅 is by `name`, that
省民政廳 is printed by `mention`. The words of the catalogue (任命, 印发, 下设, 通知) stay what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from extract.memo import per_notice
from kg.model import Agency, Notice, Span, Value
from kg.schema import Argument
from kg.script import is_traditional, simplified

_OF_THE_TEXT = frozenset(("text", "agency", "agencies", "party", "person", "post"))


def as_printed(
    arguments: Mapping[str, Argument], args: Mapping[str, Value], notice: Notice, span: Span
) -> Mapping[str, Value]:
    """The arguments of a finding at `span`, those that are words of the text as they are printed there."""
    letters = _letters(notice)
    if not letters:
        return args
    own = {name for name, one in arguments.items() if one.kind in _OF_THE_TEXT and not one.values}
    return {
        name: _told(value, lambda words: _printed(notice, letters, words, span)) if name in own else value
        for name, value in args.items()
    }


def document_as_printed(notice: Notice) -> str:
    """What the facts of a notice name it by: 粵辦函〔2021〕19號."""
    letters, number = _letters(notice), notice.head.number_span
    return _printed(notice, letters, notice.document, number or notice.head.title_span) if letters else notice.document


def _told(value: Value, printed: Callable[[str], str]) -> Value:
    match value:
        case str():
            return printed(value)
        case Agency():
            return replace(value, mention=printed(value.mention))
        case tuple():
            return tuple(replace(one, mention=printed(one.mention)) for one in value if isinstance(one, Agency))
    return value


def _printed(notice: Notice, letters: Mapping[str, str], words: str, span: Span) -> str:
    """The same words as printed at the place, else nearest before it, else behind; composed ones by their characters."""
    if not words or simplified(words) != words:  # taken from the page already
        return words
    here = notice.words.find(words, span.start, span.end)
    if here < 0:
        here = notice.words.rfind(words, 0, span.end)
    if here < 0:
        here = notice.words.find(words, span.start)
    if here < 0:
        return "".join(letters.get(sign, sign) for sign in words)
    page = notice.printed[here : here + len(words)]
    return "".join(sign if sign.isalpha() else own for own, sign in zip(words, page, strict=True))


@per_notice
def _letters(notice: Notice) -> Mapping[str, str]:
    """For each character that the page prints otherwise, how it mostly does; {} for a text in simplified ones."""
    if not is_traditional(notice.text.printed):
        return {}
    seen: dict[str, Counter[str]] = {}
    for own, sign in zip(notice.words, notice.printed, strict=True):
        if own.isalpha():
            seen.setdefault(own, Counter())[sign] += 1
    return {own: most for own, signs in seen.items() if (most := signs.most_common(1)[0][0]) != own}
