"""The bodies that a text names, known by how their names are built: level or place, field of work, kind.

No list of bodies is needed: 区 + 水务 + 局 is one, and so is X镇 + 综合行政执法 + 队 of a place never heard of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.model import Agency, Head, Span

from extract.mentions.lexer import Part, Token, tokens
from extract.mentions.naming import full_name

__all__ = ["AgencyMention", "agencies_in", "agency", "agency_list", "full_name", "is_agency"]


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A body where a text names it.

    `words` is the mention as the catalogue wants it: a level given once in a list is put back (区国资委、发改委 → 区发改委), a second
    name in brackets is left out and kept in `alias` (区商务局（区粮食和物资局）); `span` covers all of it. `group` is true
    where the words stand for bodies that are not named one by one (各有关部门).
    """

    span: Span
    words: str
    group: bool = False
    alias: str = ""


_STRETCH = re.compile(r"[^，。；：！？、（）《》〈〉“”\"'‘’…—\[\]【】〔〕/]+")
# 各市、县（区）, 各省、自治区、直辖市, 各镇（街道）, 各镇街（地区）: levels in a row are one word
_LEVEL = (
    r"(?:省|自治区|直辖市|计划单列市|副省级市|直管市|省直管县|设区的?市|设区市|市州|县市区|区县|县区|县市|市|州|盟|旗|"
    r"自治县|县|区|镇街|镇乡|乡镇|镇|乡|街道|街|地区|园区|开发区|新区|管理区|功能区|农场|社区|村|居)"
)
_LEVELS = re.compile(rf"{_LEVEL}(?:[、，]{_LEVEL}(?!{_LEVEL}?(?:政府|委|局)))*(?:[和及与]{_LEVEL})?(?:（{_LEVEL}(?:[、，和及]{_LEVEL})*）)?")
_JOIN = re.compile(r"[、，]|以及|[和与及]")
_BRACKET = re.compile(r"（([^（）]{2,40})）")
_MARK = "\ue000"  # stands for a row of levels


def is_agency(words: str) -> bool:
    """Whether the words are the name of one body and nothing else.

    >>> is_agency("望溪区水务局"), is_agency("由望溪区水务局")
    (True, False)
    """
    found = agencies_in(words)
    return len(found) == 1 and found[0].span == Span(0, len(words))


def agencies_in(words: str, span: Span | None = None) -> list[AgencyMention]:
    """Every body named in a range, each as long as it goes, in order.

    >>> [mention.words for mention in agencies_in("由区国资委、发改委负责，各镇（街道）配合")]
    ['区国资委', '区发改委', '各镇（街道）']
    """
    if span is None:
        return list(_found(words))
    return [replace(mention, span=mention.span.shift(span.start)) for mention in _found(words[span.slice])]


def agency_list(words: str, span: Span | None = None) -> list[AgencyMention] | None:
    """The bodies of a range that is nothing but a list of them, else None.

    >>> [mention.words for mention in agency_list("区财政局、审计局和各镇政府") or []]
    ['区财政局', '区审计局', '各镇政府']
    """
    span = span or Span(0, len(words))
    found = agencies_in(words, span)
    if not found:
        return None
    at = span.start
    for mention in found:
        if not _SEPARATOR.fullmatch(words, at, mention.span.start):
            return None
        at = mention.span.end
    return found if _REST.fullmatch(words, at, span.end) else None


_SEPARATOR = re.compile(r"(?:[、，；,/]|以及|[和与及]|\s)*")
_REST = re.compile(r"(?:等(?:单位|部门|有关单位|有关部门|相关单位|相关部门)?)?[。；，、]*")


def agency(mention: AgencyMention, head: Head) -> Agency:
    """The argument of a fact: the mention with its full name under the place of the issuing body."""
    return Agency(full_name(mention.words, head.jurisdiction), mention.words, mention.group)


@lru_cache(maxsize=8192)
def _found(words: str) -> tuple[AgencyMention, ...]:
    rows = [Span(*hit.span()) for hit in _LEVELS.finditer(words) if re.search("[、，（和及与]", hit[0])]
    masked = words
    for row in rows:  # a row of levels counts as no punctuation
        masked = masked[: row.start] + _MARK * len(row) + masked[row.end :]
    found = [mention for hit in _STRETCH.finditer(masked) for mention in _in_stretch(words, _tokens(masked, rows, hit.span()))]
    return tuple(_restored(words, _second_names(words, found)))


def _tokens(masked: str, rows: list[Span], stretch: tuple[int, int]) -> list[Token]:
    """The tokens of a stretch, a row of levels being one of them."""
    found: list[Token] = []
    at, end = stretch
    for row in rows:
        if at <= row.start < end:
            found += [Token(one.part, one.start + at, one.end + at) for one in tokens(masked[at : row.start])]
            found.append(Token(Part.LEVEL | Part.GROUP | Part.ROW, row.start, row.end))
            at = row.end
    return found + [Token(one.part, one.start + at, one.end + at) for one in tokens(masked[at:end])]


_BARE = re.compile(r"办公室|领导小组|联席会议|指挥部|工作专班|专班|专家组|协调小组|办事处|街道办事处|管委会|村委会|居委会|国务院|党委|党组|党中央|中央")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十\d]+$")


def _in_stretch(words: str, parts: list[Token]) -> Iterator[AgencyMention]:
    """The names in a stretch without punctuation."""
    name: list[Token] = []  # of the name being read
    tail = 0  # how many of them end at a kind of body
    group = False

    def read() -> Iterator[AgencyMention]:
        if tail:
            span = Span(name[0].start, name[tail - 1].end)
            yield AgencyMention(span, words[span.slice], group)

    for i, token in enumerate(parts):
        part, text = token.part, words[token.start : token.end]
        after = parts[i + 1] if i + 1 < len(parts) else None
        if text in ("和", "与", "及") and name and not tail and name[-1].part & Part.FIELD and after and after.part & Part.FIELD:
            name.append(token)
            continue
        if part == Part.STOP:
            yield from read()
            name, tail, group = [], 0, False
            continue
        if part & Part.HEAD:
            if tail and tail == len(name) and not group and text.startswith(("各", "有关", "相关")):
                group = True  # 区政府各部门
                name.append(token)
                continue
            if name and all(one.part & Part.HEAD for one in name):
                name.append(token)
                continue
            yield from read()
            name, tail, group = [token], 0, True
            continue
        if part & Part.LEVEL and name and not (group and not tail):
            if tail == len(name) and tail:
                yield from read()
                name, tail, group = [], 0, False
            elif not tail and (part & Part.ROW or not _is_place(name)):
                name = []
        name.append(token)
        if part & Part.KIND:
            if len(name) > 1 or _BARE.fullmatch(text) or len(text) > 2:
                tail = len(name)
        elif part & Part.WEAK:
            before = name[-2].part if len(name) > 1 else Part.UNKNOWN
            known = before & (Part.FIELD | Part.KIND | Part.LEVEL | Part.PLACE | Part.WEAK)
            if len(name) > 1 and (known or text in "镇乡街道村社区" or group):
                tail = len(name)
        if group and part & Part.GROUP:
            tail = len(name)
    yield from read()


def _is_place(name: list[Token]) -> bool:
    """Whether what was read so far can be the place before a level word: 望溪 + 区."""
    return all(not one.part & Part.FIELD or one.part & Part.LEVEL for one in name)


def _second_names(words: str, found: list[AgencyMention]) -> list[AgencyMention]:
    """区商务局（区粮食和物资局） is one mention."""
    out: list[AgencyMention] = []
    for mention in found:
        last = out[-1] if out else None
        if last and words[last.span.end : mention.span.start] == "（" and words[mention.span.end : mention.span.end + 1] == "）":
            if not mention.group and not last.group:
                out[-1] = replace(last, span=Span(last.span.start, mention.span.end + 1), alias=mention.words)
                continue
        out.append(mention)
    return out


def _restored(words: str, found: list[AgencyMention]) -> Iterator[AgencyMention]:
    """The level that a list gives once, put before each: 区国资委、发改委 → 区国资委, 区发改委."""
    head, at = "", 0
    for mention in found:
        joined = _JOIN.fullmatch(words, at, mention.span.start)
        first = tokens(mention.words)[0]
        own = _OWN.match(mention.words)
        if joined and head and not own and first.part & (Part.FIELD | Part.KIND | Part.GROUP | Part.WEAK) and not first.part & (Part.LEVEL | Part.PLACE):
            mention = replace(mention, words=head + mention.words, group=head == "各" or mention.group)
        else:
            head = "各" if mention.words.startswith("各") else own[0] if own else ""
        at = mention.span.end
        yield mention


_OWN = re.compile(r"[我本]?[区市县省州旗盟镇乡](?!级)|自治区|街道(?!办)")
