"""Lists of doers in running text: agencies, groups, and nouns that are no agencies (施工单位, 各级河长, 申请人)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.duties.actor import Actor, grouped
from extract.duties.follows import OF_OFFICE, accepted, governed, surely
from extract.duties.levels import of_levels
from extract.duties.names import POST, Names
from extract.duties.nouns import END, GROUP
from extract.duties.objects import is_object
from extract.duties.predicate import CHARGE, MODAL, starts_work
from extract.duties.tails import tailed
from extract.mentions.agency import AgencyMention
from extract.mentions.lexer import Part, Token, tokens
from kg.model import Span

__all__ = ["OF_OFFICE", "Actor", "Actors"]

# 与其签订: no list goes on
_OF_IT = r"其(?!他|它|余|所属|下属|上级|工作|职能|组成|主管|派出|分支|办公|成员|直属|部门|各|有关|相关)"
_AND = rf"以及|及其(?!他|它|余)|或者(?:由(?=其[授指委]))?|及(?!时|早)|[和与或](?!{_OF_IT})|(?<=[镇乡村道级区县市门位街地])(?=各[^自项类种])"
_JOIN = re.compile(rf"[、/]|{_AND}")
_LIST = re.compile(rf"[、/]|，(?=各|有关|相关|区|市|县|省)|{_AND}")
_LIST_CLOSED = re.compile(rf"[、，；/]|{_AND}")
_ETC = re.compile(
    r"[两双三四五]方(?=[应要须共]|建立|加强|签)|[两三四五六七八九十]个?(?:部门|单位|机关|家)(?=[应要须共联按对])"
    r"|等(?:有关|相关|\d+个|各|[省市县区]级|市直|县直|省直|区直|行业|主管|责任|成员)*(?:部门|单位|镇街|乡镇|机构|地区|(?:人民|群众|社会)?(?:团体|组织)(?=[，、应须要和及]|必须|负责))?(?:（(?:单位|部门)）)?"
)
# 各成员单位之间|应加强信息共享
_AMONG = re.compile(rf"(?:相互)?之间(?={MODAL.pattern})")
_ETC_CLOSED = re.compile(r"等[^、，；。和及要应须将负]{0,8}(?=$|[、，；。和及])")
# 由主管部门|与省、自治区协商解决: what he does with others, who are no list with him
_WITH = re.compile(r"[与和同][^，。；的]{2,24}?(?:协商|商[定妥]|协调(?!部门|机构|办)|签订|订立|达成|沟通|对接|衔接)[^，。；的]{0,30}(?=$|[，。；])")
# 江河、湖泊所在地的|省、自治区、直辖市人民政府水行政主管部门
_SITED = re.compile(
    r"(?:(?!由|会同|报|经)[^，。；：的]){0,16}(?:所在地|所在|辖区|属地)的?"
    r"(?=省、自治区|设区的市|不设区的市|[省市县乡区](?:[、或]|级人民政府))"
)
# 市、县（含区，下同）
_HOLDING = re.compile(r"(?P<level>[^，。；：（）]{1,10})（(?:不?含|包[含括])[^（）]{1,16}）(?=[一-龥])")
# 厂长或经理, 各处室和单位: one kind of doers
_EITHER = re.compile(r"(?:或者?(?:有关|相关)?(?:单位|部门|机构|企业|组织|人员|经理)|(?<=[室门业构位])和(?:单位|人员))(?=$|[、，应要须将负按在对]|必须|可以)")
# 企业|根据需要设立的调解委员会，: who set up the body that is spoken of
_FOUNDED = re.compile(
    r"(?:在|根据)[^，。；]{1,30}(?:设立|成立|确定|指定)的(?:负责[^，。；的]{1,16}的)?[^，。；的]{0,10}(?:机构|部门|单位|组织|机关)(?=$|，|应当?|负责|主管|可以|依法)"
)
_FOUNDER = re.compile(r"[^，。；的]{0,14}(?:设立|成立|组建|委托|聘请|选派|派出|举办|开办|兴办)的[^，。；的]{2,12}(?=$|，|应(?!急)|要|须|必须)")
# a word of the list that lives on the 各 before it: 各学院、部门、单位
_BARE = re.compile(r"(?:(?:人民)?政府(?![办部各有相])|部门|单位|科室|处室|部室|车间|班组|公司|机构|企业|乡镇|镇街|街道|学校|院系|园区|社区|村|市场)")
_NO_LEVEL = re.compile(r"公司|企业|车间|班组|市场|村|社区")  # 各级物价机关、|企业
# 各县党委和政府: what governs a place
_BODY = re.compile(r"(?:(?:人民)?政府|人民委员会|人委|党委|党工委|管委会)(?![办部各有相])")
_GOVERNED = re.compile(rf"(?P<place>.{{1,20}}?)(?:{_BODY.pattern}|人民代表大会|人大)")
_BARE_END = re.compile(r"[、和及以与要应须，于每自从]|必须|负责(?!人|同志)|按|在|对|将")
_EACH = re.compile(r"(?:当地|属地|所在地|事发地)(?=..)|[^各有相、]{0,6}(?:各级?(?:有关|相关)?|有关|相关)(?:责任|牵头|成员|承办|参与)?(?=..)")
_SIGN_OR_JOINT = re.compile("[，。；：、和及与或]")
_NOTHING = Token(Part.STOP, 0, 0)
_FAR = 40  # no name is longer
# 办公室、运检部、调控中心: rooms of a house in a list; 运检部组织巡查 is theirs then
_LISTED = re.compile(r"(?<=[、：，（])(?P<name>[\u4e00-\u9fff]{1,7}(?<![内全干外一局])(?:部|处|科|室|中心))(?=[、，。）])")
# 首次返校的|教师和学生: what is said of the first of a list is said of the kinds behind it
_TOLD_BY = re.compile(r".{2,40}(?<!部门)(?<!机关)(?<!单位)的(?=[^的]+$)")
_WHOSE = re.compile(rf"(?:{END.pattern})的[^的]+$")  # 企业的|负责人和个体工商户
_KIND = re.compile(rf"(?!{GROUP.pattern}|[省市区县镇乡国]).{{2,8}}")
# 各级人民政府及其部门
_ITS = re.compile(
    r"(?:及|和|与|或者?)其(?:所属|下属)?(?P<part>上(?:一)?级(?:主管|行政|人民政府|政府)?(?:机关|部门|单位)?|(?:各|有关|相关)?(?:工作|职能|组成|主管)?部门|办公室|办公厅|(?:派出|分支)机构|工作人员|所属单位|直属机构|成员单位|(?:法定)?(?:监护人|代理人)|委托人|近?亲属|家[长属])"
)


class Actors:
    """Finds lists of doers in the words of one notice."""

    __slots__ = ("_asked", "_names", "gaps", "words")

    def __init__(self, words: str, spans: Iterable[Span] = (), gaps: bytes = b"") -> None:
        """`spans` are the leaves of the text, in order: a name does not go over the end of one; `gaps` the white space before each character."""
        self.words = words
        self.gaps = gaps or bytes(len(words))
        self._asked: frozenset[str] | None = None
        self._names = Names(words, spans)

    def mentions(self, span: Span) -> list[AgencyMention]:
        return self._names.mentions(span)

    def named(self, at: int) -> Actor | None:
        """The agency whose name begins at a place, whatever follows it."""
        return self._names.named(at)

    def leading(self, span: Span, bold: bool = False) -> tuple[list[Actor], int]:
        """The doers that begin a range, and where their work or their description begins: ([], start) where none do.

        `bold` where a word before (由) says that a doer follows. `区水务局、各镇政府加快推进…` gives 区水务局, 各镇政府 and the offset of 加.
        """
        found: list[Actor] = []
        cursor = found_end = span.start
        while cursor < span.end:
            one, at = self._next(found, cursor, span.end, closed=False, bold=bold)
            if not one and found and _WITH.match(self.words, found_end, span.end):
                return self._listed(found), found_end
            if not one:
                return [], span.start
            found.extend(one)
            found_end = at
            join = _LIST.match(self.words, at, span.end)
            if not join:
                return (self._listed(found), at) if at < span.end else ([], span.start)
            cursor = join.end()
        return [], span.start

    def _listed(self, found: list[Actor]) -> list[Actor]:
        """The doers of a list with what one of them says for others: 各, 所在单位."""
        return grouped(self.words, tailed(self.words, found))

    def whole(self, span: Span, asked: bool = False) -> list[Actor] | None:
        """The doers, where the range is nothing but a list of them; else None. `asked` where a modal or 负责 ends it.

        `市政府各部门和有关单位` gives two; `考评结果` none.
        """
        found: list[Actor] = []
        cursor = span.start
        while cursor < span.end:
            one, at = self._next(found, cursor, span.end, closed=True, bold=asked)
            if not one or (governed(self.words, one[-1], span.end, self._known) if asked else is_object(one[-1].words)):
                return None
            found.extend(one)
            if at >= span.end:
                return self._listed(found)
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
        own = (_ITS.match(self.words, start - 2, end) or _ITS.match(self.words, start - 1, end)) if before else None
        if own:
            span = Span(start, own.end())
            return [Actor(span, before[-1].words + own["part"], True)], self._past(own.end(), end, closed)
        post = POST.match(self.words, start, end) if before else None
        held = POST.search(before[-1].words) if post else None
        if post and held and held.start():
            span = Span(start, post.end())  # 区政府办公室主任、副主任
            return [Actor(span, before[-1].words[: held.start()] + post.group())], self._past(post.end(), end, closed)
        place = _GOVERNED.fullmatch(before[-1].words) if before else None
        body = _BODY.match(self.words, start, end) if place else None
        if place and body and (self._bare(body.end(), end) if body.end() < end else closed):
            span = Span(start, body.end())  # 各省党委和政府
            return [Actor(span, place["place"] + body.group(), before[-1].group)], self._past(body.end(), end, closed)
        group = _EACH.match(before[0].words) if before else None
        below = group and group.group().startswith("各级") and _NO_LEVEL.match(self.words, start)
        bare = _BARE.match(self.words, start, end) if group and not below and before[-1].words.startswith(group.group()) else None
        if group and bare and (self._bare(bare.end(), end) if bare.end() < end else closed):
            span = Span(start, bare.end())
            return [Actor(span, group.group() + bare.group(), True)], self._past(bare.end(), end, closed)
        found, at = self._one(start, end, closed, bold)
        found = [*map(self._proper, found), *self._or(at)] if found else []
        last = before[-1].words if before and not _WHOSE.match(before[-1].words) else ""
        told = _TOLD_BY.match(last) if of_levels(last, 0, len(last)) < len(last) else None
        if told:
            found = [replace(one, words=told.group() + one.words, agency=None) if _KIND.fullmatch(one.words) else one for one in found]
        return found, at

    def _or(self, at: int) -> list[Actor]:
        """Who else may do it, in the bracket that ends here: 生产大队（或村民委员会）."""
        opened = self.words.rfind("（或", max(0, at - _FAR), at) if self.words[at - 1 : at] == "）" else -1
        start = opened + 3 if self.words.startswith("者", opened + 2) else opened + 2
        return self.whole(Span(start, at - 1)) or [] if opened >= 0 else []

    def _proper(self, doer: Actor) -> Actor:
        """A body with a name of its own is known by that, whatever is told of it: 考核不合格的|沙塘乡人民政府, but 受委托的镇人民政府."""
        last = self._names.mentions(doer.span)[-1:] if "的" in doer.words and not doer.agency else []
        own = last and last[0].span.end == doer.span.end and self.words[last[0].span.start - 1] == "的" and not last[0].group
        first, second = (*tokens(last[0].words), _NOTHING)[:2] if own else (_NOTHING, _NOTHING)
        placed = first.part & (Part.PLACE | Part.KNOWN) or (first.part == Part.UNKNOWN and second.part & Part.LEVEL)
        return Actor(doer.span, last[0].words, False, last[0]) if placed else doer

    def _bare(self, at: int, end: int) -> bool:
        return bool(_BARE_END.match(self.words, at)) or starts_work(self.words, at, end)

    def _one(self, start: int, end: int, closed: bool, bold: bool = False) -> tuple[list[Actor], int]:
        """The next doer (or doers that share a word) and where it ends, brackets and 等部门 included.

        Of two names that may begin here the one that is surely whole (应当, 负责, 对… follow) goes before the other.
        """
        kept: tuple[list[Actor], int] | None = None
        for found, at in (*self._office(start, end), *self._round(start, end, closed, bold), *self._names.begin(start, end, closed, bold)):
            if self.words.startswith("人才", at - 1):
                continue  # 城市运行管理人|才
            at = self._past(at, end, closed)
            if either := _EITHER.match(self.words, at, end):
                last = found[-1]
                at = either.end()
                found = [*found[:-1], Actor(Span(last.span.start, at), last.words + either.group(), last.group)]
            if at >= end:
                if closed:
                    return found, at
                continue
            if _JOIN.match(self.words, at, end) or (closed and self.words[at] in "，；"):
                if not (closed or kept) and is_object(found[-1].words) and not MODAL.search(self.words, at, min(end, at + _FAR)):
                    continue
                return kept or (found, at)
            if closed or _FOUNDED.match(self.words, at, end) or _FOUNDER.match(self.words, at, end) or OF_OFFICE.match(self.words, at, end):
                continue
            if not bold and governed(self.words, found[-1], at, self._known):
                continue
            if surely(self.words, found[-1], at, end):
                sends = kept and is_object(self.words[kept[1] : at])  # 有关医院|抽调人员分别组成…
                return kept if kept and sends else (found, at)
            if kept is None and accepted(self.words, found[-1], at, end, bold, self._known):
                kept = found, at
        return kept or ([], start)

    def _office(self, start: int, end: int) -> Iterator[tuple[list[Actor], int]]:
        """The office of a body that is told by its work: 县人民政府负责安全监督管理的部门."""
        sited = _SITED.match(self.words, start, end)
        for at in (start, sited.end()) if sited else (start,):
            body = self._names.named(at)
            hit = OF_OFFICE.match(self.words, body.span.end, end) or _FOUNDED.match(self.words, body.span.end, end) if body else None
            if body and hit:
                span = Span(start, hit.end())
                named = body.agency and replace(body.agency, span=span, words=self.words[span.slice])
                yield [Actor(span, self.words[span.slice], body.group, named)], span.end
        body = self._names.named(sited.end()) if sited else None
        if sited and body and body.span.end < end:
            span = Span(start, body.span.end)
            yield [Actor(span, self.words[span.slice], body.group)], span.end

    def _round(self, start: int, end: int, closed: bool, bold: bool) -> Iterator[tuple[list[Actor], int]]:
        """The names that go on behind a bracket that says what a level holds: 市、县（含区，下同）人民政府."""
        hit = _HOLDING.match(self.words, start, end)
        if not hit:
            return
        size = len(hit["level"])
        names = Names(hit["level"] + self.words[hit.end() : min(end, hit.end() + _FAR)])
        for found, at in names.begin(0, size + min(end - hit.end(), _FAR), closed, bold):
            if at > size:
                span = Span(start, hit.end() + at - size)
                yield [replace(one, span=span, agency=one.agency and replace(one.agency, span=span)) for one in found], span.end

    def _known(self, doer: Actor) -> bool:
        """Whether the notice asks him elsewhere: 承储企业应当…; then 承储企业按季度… is his work too."""
        if self._asked is None:
            self._asked = frozenset(self._before_modals())
        return doer.words in self._asked

    def _before_modals(self) -> Iterator[str]:
        """Whatever stands between a sign or a joint and a modal or 负责."""
        for asks in (MODAL, CHARGE):
            for found in asks.finditer(self.words):
                near = self.words[max(0, found.start() - _FAR) : found.start()]
                yield from (near[sign.end() :] for sign in _SIGN_OR_JOINT.finditer(near))
        yield from (found["name"] for found in _LISTED.finditer(self.words))

    def _past(self, at: int, end: int, closed: bool) -> int:
        """Skip what may stand behind a name: （以下简称…）, 等部门."""
        if at < end and self.words[at] == "（":
            close = self.words.find("）", at, end)
            if 0 <= close - at <= 40:
                at = close + 1
        etc = (_ETC_CLOSED if closed else _ETC).match(self.words, at, end)
        at = etc.end() if etc else at
        among = _AMONG.match(self.words, at, end)
        return among.end() if among else at
