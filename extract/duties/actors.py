"""Lists of doers in running text: agencies, groups, and nouns that are no agencies (施工单位, 各级河长, 申请人)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from extract.duties.actor import Actor
from extract.duties.fields import apart, fields
from extract.duties.nouns import END, GROUP, NO_PART, OFFICE, PART, is_doer, urged
from extract.duties.predicate import IN_CHARGE, MODAL, starts_work
from extract.mentions.agency import AgencyMention, agencies_in
from kg.model import Span

__all__ = ["Actor", "Actors"]

_STOP = re.compile(r"[，。；：！？（）、]")
_STOP_OR_JOIN = re.compile(r"[，。；：！？（）、和及与或]")
_AND = r"以及|及其(?!他|它|余)|或者|及(?!时|早)|[和与或]|(?<=[镇乡村道级区县市门位])(?=各[^自项类种])"
_JOIN = re.compile(rf"、|{_AND}")
_LIST = re.compile(rf"、|，(?=各|有关|相关|区|市|县|省)|{_AND}")
_LIST_CLOSED = re.compile(rf"[、，；]|{_AND}")
_ETC = re.compile(r"等(?:有关|相关|\d+个|各|[省市县区]级|市直|县直|省直|区直|行业|主管|责任|成员)*(?:部门|单位|镇街|乡镇|机构|地区)?(?:（(?:单位|部门)）)?")
_ETC_CLOSED = re.compile(r"等[^、，；。和及]{0,8}(?=$|[、，；。])")
# what a doer that is told of, or given work jointly, may be followed by
_TOLD = re.compile(r"[是为]|设在|设于|作为|下设|[担兼]?任(?!务|何|命|职|意)|在[^，。；]{2,20}下设|分别|共同|联合|等")
_BRACKETED = re.compile(r"（(?:室|办|处|科|部|街道|社区|地区|区|县|市|镇|乡|村|居|旗|州|盟|开发区|园区|[、和及])+）")
_CHARGE = re.compile(rf"(?:具体|主要|全面|共同|分别)?(?:{IN_CHARGE}|牵头|承担|配合|协助|会同|作为)|主管(?=[全本])|对[^，。；]{{2,40}}负[总主直全责]")
# what shows that the name before it is whole
_SURE = re.compile(r"对(?!接|外|应)|按|根据|每|将|进行|在|分别|共同|联合")
# 区水务局负责人: the doer is a person or part of a body
_PART = re.compile(
    r"(?:各|相关|有关)?(?:成员单位)?(?:主要|分管|分线|牵头|相关|有关)?"
    r"(?:负责人(?![才口员身民事工力防大群均体])|负责同志|领导同志|主要领导|分管领导|工作人员|联络员|成员单位)(?![会制])|(?:主要|分管|分线|牵头|相关|有关)领导(?![的小])"
)
# a place that is named without its government does nothing by itself
_PLACE = re.compile(r"[镇乡县市区村州]$")
_LONGEST = 32
# 各省财政厅（局）, 各部（室）: what else one of a group is called
_SAME = re.compile(r"（[局委办厅部室处科院队所站]{1,2}）")
# 中央和各级爱卫会: one group
_CENTRAL = re.compile(r"中央[和与](?=各级)")
# 市长, 分管副区长: the head of a government
_CHIEF = re.compile(r"(?:各|分管|主管|常务|相关|有关)*副?[省市区县州旗镇乡]长(?!级)")
# 省、市储备中心: levels of one office
_LEVEL = r"(?:县（[市区]）|县（市、区）|县区|区县|市县|[省市县区镇乡旗州])"
_LEVELS = re.compile(rf"(?P<levels>(?:国家|{_LEVEL})(?:[、和]{_LEVEL})+)(?:[两三四]级)?(?=[一-龥])(?![省市县区镇乡旗州])")
# 各镇、街道
_TOWNS = re.compile(r"(各|有关|相关|各有关|各相关)(镇|乡|乡镇|镇乡)[、和及](街道|镇|功能区|开发区|园区)")
# 省政府|管理专利工作的部门的工作人员: the name is part of a description
_RELATIVE = re.compile(r"(?![对将把按在根由])[^，。；的]{2,14}的(?:部门|机构|单位|机关|人员|工作人员)(?=[的应要须将按]|负责|违反)")
# words for the reader: 你单位, 我委, 两部门
_YOU = re.compile(
    r"[你贵我本两双三](?:单位|局|厅|委|办|部|市|县|区|省|州|院|校|公司|集团|行|社|会|镇|乡|街道|部门|方|地|中心|所|站)(?!级|内|域|系统)"
    r"|[你您]们|本机关(?=(?:主要)?负责人)"
)
# a verb that slipped into a name: 区政府督查室|配合|区国土分局
_SLIPPED = re.compile(
    rf"(?<=.)(?:配合|协助|会同|{IN_CHARGE}|牵头|报(?![社告])|提请|(?<![党团会级层群])组织(?!部|部门|局|人事|委员会)"
    r"|指导(?!中心|站|委员会|处|小组)|督促|承担|商(?=[国省市区县]))"
)
# a word of the list that lives on the 各 before it: 各学院、部门、单位
_BARE = re.compile(r"(?:部门|单位|科室|处室|部室|车间|班组|公司|机构|企业|乡镇|镇街|街道|学校|院系|园区|社区|村|市场)")
_BARE_END = re.compile(r"[、和及以与要应须，于每自从]|必须|负责|按|在|对|将")
_EACH = re.compile(r"[^各有相、]{0,6}(?:各(?:有关|相关)?|有关|相关)(?:责任|牵头|成员|承办|参与)?(?=..)")
# 各级人民政府及其部门
_ITS = re.compile(r"及其(?:所属|下属)?(?P<part>(?:各|有关|相关)?(?:工作|职能|组成|主管)?部门|办公室|办公厅|派出机构|工作人员|所属单位|直属机构|成员单位)")

type _Read = list[tuple[list[Actor], int]]


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

    def named(self, at: int) -> Actor | None:
        """The agency whose name begins at a place, whatever follows it."""
        i = bisect_left(self._starts, at)
        one = self._mentions[i] if i < len(self._mentions) and self._starts[i] == at else None
        return Actor(one.span, one.words, one.group, one) if one and not urged(one.words) else None

    def leading(self, span: Span, bold: bool = False) -> tuple[list[Actor], int]:
        """The doers that begin a range, and where their work or their description begins: ([], start) where none do.

        `bold` where a word before (由) says that a doer follows. `区水务局、各镇政府加快推进…` gives 区水务局, 各镇政府 and the offset of 加.
        """
        found: list[Actor] = []
        cursor = span.start
        while cursor < span.end:
            one, at = self._next(found, cursor, span.end, closed=False, bold=bold)
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
            one, at = self._next(found, cursor, span.end, closed=True)
            if not one:
                return None
            found.extend(one)
            if at >= span.end:
                return found
            join = _LIST_CLOSED.match(self.words, at, span.end)
            if not join:
                return None
            cursor = join.end()
        return None

    def item(self, start: int, end: int) -> tuple[list[Actor], int]:
        """The doer that begins here in a list, up to its next sign or joint, and where it ends: ([], start) where none does."""
        return self._one(start, end, closed=True)

    def _next(self, before: list[Actor], start: int, end: int, closed: bool, bold: bool = False) -> tuple[list[Actor], int]:
        """The next of a list: a word that lives on the 各 of the first, or a name."""
        own = _ITS.match(self.words, start - 2, end) if before else None
        if own:
            span = Span(start, own.end())
            return [Actor(span, before[-1].words + own["part"], True)], self._past(own.end(), end, closed)
        group = _EACH.match(before[0].words) if before else None
        bare = _BARE.match(self.words, start, end) if group else None
        if group and bare and (_BARE_END.match(self.words, bare.end()) if bare.end() < end else closed):
            span = Span(start, bare.end())
            return [Actor(span, group.group() + bare.group(), True)], self._past(bare.end(), end, closed)
        return self._one(start, end, closed, bold)

    def _one(self, start: int, end: int, closed: bool, bold: bool = False) -> tuple[list[Actor], int]:
        """The next doer (or doers that share a word) and where it ends, brackets and 等部门 included.

        Of two names that may begin here the one that is surely whole (应当, 负责, 对… follow) goes before the other.
        """
        kept: tuple[list[Actor], int] | None = None
        for read in (self._levels, self._rows, self._named, self._noun):
            for found, at in read(start, end, closed):
                at = self._past(at, end, closed)
                if at >= end:
                    if closed:
                        return found, at
                    continue
                if _JOIN.match(self.words, at, end) or (closed and self.words[at] in "，；"):
                    return kept or (found, at)
                if closed:
                    continue
                if self._sure(found[-1], at, end):
                    return found, at
                if kept is None and self._accepted(found[-1], at, end, bold):
                    kept = found, at
        return kept or ([], start)

    def _sure(self, doer: Actor, at: int, end: int) -> bool:
        if MODAL.match(self.words, at, end) or _CHARGE.match(self.words, at, end):
            return True
        known = doer.agency or (OFFICE.search(doer.words) and "的" not in doer.words)
        return bool(known and _SURE.match(self.words, at, end))

    def _accepted(self, doer: Actor, at: int, end: int, bold: bool) -> bool:
        """Whether what follows a name is what follows a doer."""
        if not (MODAL.match(self.words, at, end) or _TOLD.match(self.words, at, end) or starts_work(self.words, at, end)):
            return False
        if _RELATIVE.match(self.words, at, end):
            return False
        return bold or (doer.agency is not None and not self._place(doer)) or self._charged(doer, at, end)

    def _place(self, doer: Actor) -> bool:
        return not doer.group and bool(_PLACE.search(doer.words)) and doer.words[0] not in "你我本贵"

    def _charged(self, doer: Actor, at: int, end: int) -> bool:
        """A place, or a doer that is no agency, needs the words that charge him, unless he can only be a doer (承办单位)."""
        office = OFFICE.search(doer.words) and "的" not in doer.words
        return bool(office or MODAL.match(self.words, at, end) or _CHARGE.match(self.words, at, end))

    def _past(self, at: int, end: int, closed: bool) -> int:
        """Skip what may stand behind a name: （以下简称…）, 等部门."""
        if at < end and self.words[at] == "（":
            close = self.words.find("）", at, end)
            if 0 <= close - at <= 40:
                at = close + 1
        etc = (_ETC_CLOSED if closed else _ETC).match(self.words, at, end)
        return etc.end() if etc else at

    def _levels(self, start: int, end: int, closed: bool) -> _Read:
        hit = _LEVELS.match(self.words, start, end)
        if not hit:
            return []
        levels = re.split("[、和](?![市区]）|区）)", hit["levels"])
        body = re.compile(r"财政(?!局|厅|部|所|资|收|支|预|补|性)").match(self.words, hit.end(), end)
        if body:
            return [([Actor(Span(start, body.end()), f"{level}财政") for level in levels], body.end())]
        last = hit.end("levels") - 1
        tails = [*self._named(last, end, closed), *self._noun(last, end, closed)]
        return [
            ([Actor(Span(start, one.span.end), level + one.words[1:], one.group) for level in levels], at)
            for (one, *_), at in tails
            if one.words[:1] == levels[-1]
        ]

    def _rows(self, start: int, end: int, closed: bool) -> _Read:
        found = fields(self.words, start, end)
        return [found] if found else []

    def _named(self, start: int, end: int, closed: bool) -> _Read:
        found: _Read = []
        central = _CENTRAL.match(self.words, start, end)
        each = self.named(central.end()) if central else None
        if central and each and each.agency:
            all_of = replace(each.agency, span=Span(start, each.span.end), words=central.group() + each.words)
            return [([Actor(all_of.span, all_of.words, True, all_of)], all_of.span.end)]
        i = bisect_left(self._starts, start)
        if i < len(self._mentions) and self._mentions[i].span.start == start:
            mention = self._mentions[i]
            if mention.span.end <= end and not urged(mention.words):
                slip = _SLIPPED.search(mention.words)
                if slip and not closed and slip.start() >= 3:
                    cut = Span(start, mention.span.end - len(mention.words) + slip.start())
                    shorter = replace(mention, span=cut, words=mention.words[: slip.start()])
                    found.append(([Actor(cut, shorter.words, shorter.group, shorter)], cut.end))
                part = _PART.match(self.words, mention.span.end, end)
                if part:
                    whole = Span(start, part.end())
                    found.append(([Actor(whole, mention.words + part.group(), mention.group)], part.end()))
                same = _SAME.match(self.words, mention.span.end, end) if mention.group else None
                if same:
                    whole = Span(start, same.end())
                    found.append(([Actor(whole, mention.words + same.group(), True)], whole.end))
                found.append(([Actor(mention.span, mention.words, mention.group, mention)], mention.span.end))
        you = _YOU.match(self.words, start, end)
        if you:
            found.append(([Actor(Span(*you.span()), you.group())], you.end()))
            head = _PART.match(self.words, you.end(), end)
            if head:
                found.insert(0, ([Actor(Span(you.start(), head.end()), you.group() + head.group())], head.end()))
        chief = _CHIEF.match(self.words, start, end)
        if chief and _CHARGE.match(self.words, chief.end(), end) and not self.words.startswith("协助", chief.end()):
            found.append(([Actor(Span(*chief.span()), chief.group())], chief.end()))
        return found

    def _noun(self, start: int, end: int, closed: bool) -> _Read:
        words = self.words
        start = start + 1 if words.startswith("凡", start) else start
        i = bisect_left(self._starts, start)
        named = self._mentions[i].span.end if i < len(self._mentions) and self._starts[i] == start else start
        limit = min(end, named + _LONGEST)
        stop = (_STOP if named == start else _STOP_OR_JOIN).search(words, named, min(limit, named + 1)) or _STOP.search(words, named, limit)
        while stop and (level := _BRACKETED.match(words, stop.start(), end)):
            stop = _STOP.search(words, level.end(), limit)
        limit = stop.start() if stop else limit
        found: _Read = []
        ends_at = {hit.end() for hit in END.finditer(words, start, limit)}
        parts = {hit.end() for hit in PART.finditer(words, start, limit) if not NO_PART.search(words, start, hit.end())}
        for ends in sorted(ends_at | parts):
            if ends < end and words.startswith("的", ends):
                continue
            if words.count("（", start, ends) > words.count("）", start, ends):
                continue
            if either := _BRACKETED.match(words, ends, end):
                ends = either.end()  # 乡镇（街道）
            if is_doer(words[start:ends]):
                name = words[start:ends]
                span, group = Span(start, ends), bool(GROUP.match(name))
                found.append(([Actor(span, one, group) for one in apart(name)], ends))
        return found
