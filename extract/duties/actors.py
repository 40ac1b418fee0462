"""Lists of doers in running text: agencies, groups, and nouns that are no agencies (施工单位, 各级河长, 申请人)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.duties.predicate import MODAL, starts_work
from extract.duties.speech import cut, first_tag
from extract.lexicon import table
from extract.mentions.agency import AgencyMention, agencies_in, is_agency
from kg.model import Span

_WORDS = table("duties")["doers"]


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_END = re.compile(_any(_WORDS["end"]))
_GROUP = re.compile(_any(_WORDS["group"]))
_STOP = re.compile(r"[，。；：！？（）、]")
_JOIN = re.compile(r"、|以及|及其(?!他|它|余)|[和及与或]")
_LIST = re.compile(r"、|，(?=各|有关|相关|区|市|县|省)|以及|及其(?!他|它|余)|[和及与或]")
_ETC = re.compile(r"等(?:有关|相关|\d+个|各)?(?:部门|单位|镇街|乡镇|机构|地区)?")
_ETC_CLOSED = re.compile(r"等[^、，；。和及]{0,8}(?=$|[、，；。])")
# what a doer that is told of, or given work jointly, may be followed by
_TOLD = re.compile(r"[是为]|设在|设于|作为|下设|在[^，。；]{2,20}下设|分别|共同|联合|等")
# what a noun of a doer cannot begin with: then it is the object, a circumstance, or a new clause
_NOT_FIRST = re.compile(
    rf"[对将把向给为以于从被使按经由因如若当要应须可不也都还并且而但则即是无没至到在与和及等其]"
    rf"|{_any(_WORDS['never'])}|管理(?!单位|部门|机构|机关|人|者|员)"
)
_INSIDE = re.compile(r"[，。；：！？]|(?:不得|应当|必须|负责|进行|予以|已经|没有|要求)")
# 有条件的单位, 在本市境内收藏文物的单位: a doer told by what it is or does
_DESCRIBED = re.compile(r"的(?:[^的]{0,2})?(?:单位|企业|部门|机构|组织|个人|人员|人|地区|地方|公司|学校|医院|镇街|乡镇|村|社区)$")
# verbs by the dictionary that 公文 use as nouns in names of doers
_NOUN_VERBS = frozenset(_WORDS["noun_verbs"])
# 承办单位, 申请人: after these a verb before it is part of the name
_OFFICE = re.compile(
    r"(?:单位|部门|机构|机关|主体|方|人|者|员|处室|[河路林田湖片组所]长|组"
    r"|委员会|编委会|编辑部|指挥部|办公室|地区|各地|财政|领导|干部|民警|双方)$"
)
_DESCRIBED_FIRST = re.compile(r"[有在因未从经被尚已凡不拟]|参与|承担|具有|符合|具备|纳入|列入|使用|负有|拥有|申请|涉及")
# 按程序报请…, 向…: a name has no such words
_CASE = re.compile(r"[按由向把被]|报请|提请|经(?![济营信理办贸费纪销])|.时[^代]")
_JOINED = re.compile(r".[和及与](?:各|有关|相关|其他)")
_BRACKETED = re.compile(r"（(?:街道|社区|地区|区|县|市|镇|乡|村|旗|州|盟|开发区|园区|[、和及])+）")
_CHARGE = re.compile(r"(?:具体|主要|全面|共同|分别)?(?:负责|牵头|承担|配合|协助|会同|作为)")
# a heading of a list, not a doer
_TOPIC = re.compile(r"(?:工作|组织|领导|办事|内设|直属|协调|议事|专门)?机构$|成员单位$|组成人员$|人员$|责任(?:单位|部门|主体)$|单位$|领导$|干部$")
# 区水务局负责人: the doer is a person or part of a body
_PART = re.compile(r"(?:各|相关|有关)?(?:成员单位)?(?:主要|分管|相关|有关)?(?:负责人|负责同志|主要领导|分管领导|工作人员|联络员|成员单位)(?![会制])")
# a place that is named without its government does nothing by itself
_PLACE = re.compile(r"[镇乡县市区村州]$")
_LONGEST = 32
# 省、市储备中心: levels of one office
_LEVELS = re.compile(r"(?P<levels>[省市县区镇乡旗州国](?:家)?(?:、[省市县区镇乡旗州])+)(?=[一-龥])")
# 各镇、街道
_TOWNS = re.compile(r"(各|有关|相关|各有关|各相关)(镇|乡|乡镇|镇乡)[、和及](街道|镇|功能区|开发区|园区)")
# words for the reader: 你单位, 我委, 两部门
_YOU = re.compile(r"[你贵我本两双三](?:单位|局|厅|委|办|部|市|县|区|省|州|院|校|公司|集团|行|社|会|镇|乡|街道|部门|方|地|中心|所|站)(?!级|内|域|系统)")
# a verb that slipped into a name: 区政府督查室|配合|区国土分局
_SLIPPED = re.compile(
    r"(?<=.)(?:配合|协助|会同|负责(?!人|同志)|牵头|报(?![社告])|提请|组织(?!部|部门|局|人事|委员会)"
    r"|指导(?!中心|站|委员会|处|小组)|督促|承担)"
)


_ASIDE = frozenset("的时前后中内上下")


@lru_cache(maxsize=65536)
def _urged(name: str) -> bool:
    """Whether a name is a verb and its object: 检查各地, 指导基层文化馆."""
    for size in (2, 4) if not _GROUP.match(name) else ():
        verb = _NOT_FIRST.match(name)
        if (first_tag(name[:size])[:1] == "v" or (verb and verb.end() == size)) and len(name) > size + 1:
            rest = name[size:]
            if _GROUP.match(rest) or rest.startswith(("基层", "农村")) or is_agency(rest):
                return not name.endswith(("中心", "办公室", "小组", "委员会")) or bool(_GROUP.match(rest))
    return False


@lru_cache(maxsize=65536)
def _nominal(name: str) -> bool:
    """Whether a name is a noun phrase: its words but the one before its last may not be verbs, prepositions, adverbs.

    >>> _nominal("施工总承包单位"), _nominal("及时通知单位")
    (True, False)
    """
    group = _GROUP.match(name)
    parts = cut(name[group.end() :] if group else name)
    if group and len(name) - group.end() < 2:
        return True
    if len(parts) > 1 and parts[0][0] == "有":
        parts = parts[1:]
    for i, (word, flag) in enumerate(parts):
        if i and word[0] in "各每":
            return False
        if (flag[0] in "pdcuyr" or flag == "ad") and word not in {"及", "和", "与", "或", "、"} and not _GROUP.match(word):
            return False
        if word in _ASIDE:
            return False
        if flag != "v" or word in _NOUN_VERBS:
            continue
        # 登记管理机关, 政策制定机关: verbs in a name stand together before the kind of office
        if len(word) == 1 or not _OFFICE.search(name) or any(after[0] != "v" for _, after in parts[i + 1 : -1]):
            return False
    return True


def _apart(mention: AgencyMention) -> Iterable[AgencyMention]:
    """各镇、街道 are two kinds of doers: 各镇, 各街道."""
    row = _TOWNS.fullmatch(mention.words)
    if not row or len(mention.words) != len(mention.span):
        return (mention,)
    cut = mention.span.start + row.end(2)
    return (
        replace(mention, span=Span(mention.span.start, cut), words=row[1] + row[2]),
        replace(mention, span=Span(cut + 1, mention.span.end), words=row[1] + row[3]),
    )


@dataclass(frozen=True, slots=True)
class Actor:
    """One doer: `words` as the catalogue wants them (elided parts restored), `agency` where it is a named agency."""

    span: Span
    words: str
    group: bool = False
    agency: AgencyMention | None = None


class Actors:
    """Finds lists of doers in the words of one notice."""

    __slots__ = ("_mentions", "_starts", "words")

    def __init__(self, words: str, spans: Iterable[Span] = ()) -> None:
        """`spans` are the leaves of the text, in order: a name does not go over the end of one."""
        self.words = words
        found = (one for span in spans or (Span(0, len(words)),) for one in agencies_in(words, span))
        self._mentions = [part for one in found for part in _apart(one)]
        self._starts = [mention.span.start for mention in self._mentions]

    def mentions(self, span: Span) -> list[AgencyMention]:
        i = bisect_left(self._starts, span.start)
        found = []
        while i < len(self._mentions) and self._mentions[i].span.start < span.end:
            if self._mentions[i].span.end <= span.end:
                found.append(self._mentions[i])
            i += 1
        return found

    def leading(self, span: Span, bold: bool = False) -> tuple[list[Actor], int]:
        """The doers that begin a range, and where their work or their description begins: ([], start) where none do.

        `bold` where a word before (由) says that a doer follows. `区水务局、各镇政府加快推进…` gives 区水务局, 各镇政府 and the offset of 加.
        """
        found: list[Actor] = []
        cursor = span.start
        while cursor < span.end:
            one, at = self._one(cursor, span.end, closed=False, bold=bold)
            if not one:
                return [], span.start
            found.extend(one)
            join = _LIST.match(self.words, at, span.end)
            if not join:
                return (found, at) if at < span.end else ([], span.start)
            cursor = join.end()
        return [], span.start

    def whole(self, span: Span) -> list[Actor] | None:
        """The doers, where the range is nothing but a list of them; else None.

        `市政府各部门和有关单位` gives two; `考评结果` none.
        """
        found: list[Actor] = []
        cursor = span.start
        while cursor < span.end:
            one, at = self._one(cursor, span.end, closed=True)
            if not one:
                return None
            found.extend(one)
            if at >= span.end:
                return found
            join = re.compile(r"[、，；]|以及|及其(?!他|它|余)|[和及与或]").match(self.words, at, span.end)
            if not join:
                return None
            cursor = join.end()
        return None

    def item(self, start: int, end: int) -> tuple[list[Actor], int]:
        """The doer that begins here in a list, up to its next sign or joint, and where it ends: ([], start) where none does."""
        return self._one(start, end, closed=True)

    def _one(self, start: int, end: int, closed: bool, bold: bool = False) -> tuple[list[Actor], int]:
        """The next doer (or doers that share a word) and where it ends, brackets and 等部门 included."""
        for read in (self._levels, self._named, self._noun):
            for found, at in read(start, end, closed):
                at = self._past(at, end, closed)
                if at >= end:
                    if closed:
                        return found, at
                    continue
                if _JOIN.match(self.words, at, end) or (closed and self.words[at] in "，；"):
                    return found, at
                if not closed and self._goes_on(at, end) and (bold or (found[-1].agency and not self._place(found[-1])) or self._charged(found[-1], at, end)):
                    return found, at
        return [], start

    def _goes_on(self, at: int, end: int) -> bool:
        return bool(MODAL.match(self.words, at, end) or _TOLD.match(self.words, at, end) or starts_work(self.words, at, end))

    def _place(self, doer: Actor) -> bool:
        return not doer.group and bool(_PLACE.search(doer.words)) and doer.words[0] not in "你我本贵"

    def _charged(self, doer: Actor, at: int, end: int) -> bool:
        """A place, or a doer that is no agency, needs the words that charge him, unless he can only be a doer (承办单位)."""
        return bool(_OFFICE.search(doer.words) or MODAL.match(self.words, at, end) or _CHARGE.match(self.words, at, end))

    def _past(self, at: int, end: int, closed: bool) -> int:
        """Skip what may stand behind a name: （以下简称…）, 等部门."""
        if at < end and self.words[at] == "（":
            close = self.words.find("）", at, end)
            if 0 <= close - at <= 40:
                at = close + 1
        etc = (_ETC_CLOSED if closed else _ETC).match(self.words, at, end)
        return etc.end() if etc else at

    def _levels(self, start: int, end: int, closed: bool) -> list[tuple[list[Actor], int]]:
        hit = _LEVELS.match(self.words, start, end)
        if not hit:
            return []
        last = hit.end() - 1
        tails = [*self._named(last, end, closed)]
        levels = hit["levels"].split("、")
        return [
            ([Actor(one.span, level + one.words[1:], one.group) for level in levels], at)
            for (one, *_), at in tails
            if one.words[:1] == levels[-1]
        ]

    def _named(self, start: int, end: int, closed: bool) -> list[tuple[list[Actor], int]]:
        found: list[tuple[list[Actor], int]] = []
        i = bisect_left(self._starts, start)
        if i < len(self._mentions) and self._mentions[i].span.start == start:
            mention = self._mentions[i]
            if mention.span.end <= end and not _urged(mention.words):
                slip = _SLIPPED.search(mention.words)
                if slip and not closed and slip.start() >= 3:
                    cut = Span(start, mention.span.end - len(mention.words) + slip.start())
                    found.append(([Actor(cut, mention.words[: slip.start()])], cut.end))
                part = _PART.match(self.words, mention.span.end, end)
                if part:
                    whole = Span(start, part.end())
                    found.append(([Actor(whole, mention.words + part.group(), mention.group)], part.end()))
                found.append(([Actor(mention.span, mention.words, mention.group, mention)], mention.span.end))
        you = _YOU.match(self.words, start, end)
        if you:
            found.append(([Actor(Span(*you.span()), you.group())], you.end()))
        return found

    def _noun(self, start: int, end: int, closed: bool) -> list[tuple[list[Actor], int]]:
        words = self.words
        start = start + 1 if words.startswith("凡", start) else start
        limit = min(end, start + _LONGEST)
        stop = _STOP.search(words, start, limit)
        while stop and (level := _BRACKETED.match(words, stop.start(), end)):
            stop = _STOP.search(words, level.end(), limit)
        limit = stop.start() if stop else limit
        found = []
        for hit in _END.finditer(words, start, limit):
            ends = hit.end()
            if ends < end and words.startswith("的", ends):
                continue
            if self._is_doer(words[start:ends]):
                name = words[start:ends]
                found.append(([Actor(Span(start, ends), name, bool(_GROUP.match(name)))], ends))
        return found

    def _is_doer(self, name: str) -> bool:
        if len(name) < 2 or _INSIDE.search(name):
            return False
        if _DESCRIBED.search(name):
            return bool(_DESCRIBED_FIRST.match(name)) or first_tag(name[:4])[:1] in {"n", "r", "m", "t", "b"}
        if _JOINED.search(name) or _TOPIC.match(name) or "的" in name or _CASE.search(name) or (_NOT_FIRST.match(name) and not _GROUP.match(name)):
            return False
        return _nominal(name)
