"""The names of doers that may begin at a place: an agency, a group, a noun that is no agency (施工单位), a head of government."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from extract.duties.actor import Actor
from extract.duties.counting import counted
from extract.duties.fields import fields
from extract.duties.levels import SITE, Levels, levels, of_levels, sited
from extract.duties.mentioned import mentioned
from extract.duties.nouns import END, FIELD, FIELD_ASIDE, GROUP, NO_PART, PART, urged
from extract.duties.office import office_of
from extract.duties.phrase import acts, edges, shares, tells
from extract.duties.predicate import CHARGE, IN_CHARGE, MODAL
from extract.duties.staff import staffed
from extract.duties.standing import standing
from extract.mentions.agency import AgencyMention, is_agency
from extract.mentions.person import is_name
from extract.speech import tag
from kg.model import Span

# kinds of bodies, of which every place has one or more
_KINDS = re.compile(r"(?:政府|党委|部门|机关|机构|单位|办公室|法院|检察院)$|^(?:人民)?政府")
_STOP = re.compile(r"[，。；：！？（）、/]")
_END = re.compile(r"[，。；：！？（）]")
_STOP_OR_JOIN = re.compile(r"[，。；：！？（）、和及与或]")
_BRACKETED = re.compile(
    r"（(?:[室库办处科部院所局委厅厂场站队区县市镇乡村居旗州盟构户、和及]|街道办事处|单位|部门|机构|企业|公司|[协学]会|街道|社区|(?:地|园|开发|工业|经开)区|管委会)+）|（[一-龥]{1,4}）(?=(?:责任)?(?:单位|部门|机构|企业|人员|人|者))"
)
# 区水务局负责人: the doer is a person or part of a body
_PART = re.compile(
    r"(?:各|相关|有关)?(?:成员单位)?(?:主要|分管|分线|牵头|相关|有关)?"
    r"(?:负责人(?![才口员身民事工力防大群均体])|负责同志|领导同志|主要领导|分管领导|工作人员|联络员|成员单位|(?:使用|管理|所有|经营|保管)人|(?:派出|分支|直属|下属|办事|代表)机构)(?![会制])|(?:主要|分管|分线|牵头|相关|有关)领导(?![的小])"
)
# 某某公司|调控中心|应当: part of a firm or a house, where it is asked
_CENTRE = re.compile(rf"(?<=[司团院行校])[一-龥]{{2,6}}?(?:中心|营业厅|项目部)(?=[、和]|{MODAL.pattern}|{IN_CHARGE}|[对按将])")
_AND_OTHERS = re.compile(r"(?:以及|和)(?:其[他它]|各|有关|相关)[^，。；的]{2,16}(?:应当?(?!急)|要|必?须|负责|牵头|承担)")  # 乡、镇|以及其他单位应当
_LONGEST, _FARTHEST, _TAIL = 32, 80, 40
# 东城、西城街道办事处: towns whose kind is given once
_TOWN_NAMES = re.compile(
    r"(?P<names>[一-龥]{2,3}(?:、[一-龥]{2,3}){0,20}[、和及][一-龥]{2,3}?)(?:[两二三四五六七八九十]个?)?(?P<kind>街道办事处|街道办|街道|镇|乡)(?P<body>(?:人民)?政府)?"
    r"(?=[应要须在于按、，和及]|必须|负责|牵头|配合|承担|做好|组织|具体|$)"
)
_TOWN = re.compile(r"(?:街道|镇|乡|村)$")
_DESIGNATED = re.compile(r"其(?:指定|授权|委托|推荐|选派|确定)的(?!其)")
# 凡在本县施工的|建设、勘察和监理单位，均应: what is told of a row
_TOLD_ROW = re.compile(
    r"(?![对将把向给由按])[^，。；：、的]{2,24}的"
    r"(?=[^，。；：的]{2,40}、?[^，。；：的]{2,10}(?:单位|企业|机构|部门)，?(?:[均都]|不得|应|须|必须))"
)
# 各省财政厅（局）, 各部（室）: what else one of a group is called
# and the towns or zones that count with them: 其他县（区）, 各县（区）政府（管委会）
_SAME = re.compile(r"（(?:[局委办厅部室处科院队所站系]{1,2}|[市区县旗州盟镇乡街道、]{1,7}|(?:含|各)?(?:管委会|经开区|开发区|园区|街道|地区)|街道办事处)）")
# 产生垃圾的单位|和个人: one kind of doers
_DESCRIBED = re.compile(r"(?:的|任何|有关|相关|[被受][一-龥]{2,4})(?:单位|组织|企业)$")
_ANYBODY = re.compile(r"(?:[和或及与]|或者)个人(?=[应要须均都必不在对将有发从需可如若一拒未逾违擅因持向按自签如，]|$)")
# 中央和各级爱卫会; 各级、各有关部门: one group
_ALL = re.compile(r"中央[和与](?=各级)|各级、(?=各)")
# 市长, 分管副区长: the head of a government
CHIEF = re.compile(
    r"(?:各|分管|主管|常务|相关|有关|其他|所在地|当地|属地)*副?[省市区县州旗镇乡](?:（[省市区县州旗镇乡、]{1,4}）)?长(?!级|热线|信箱|专线|办公|基金|质量|令|助理)"
)
# 区政府办公室|主任: who holds a post of a body
POST = re.compile(
    r"(?:各|分管|主管|常务|相关|有关)*副?(?:主任|秘书(?:长|(?![长处科组室]))|书记|主席(?![团台令])|[局处科股部厅院校所站队组会行司署台社]长|总指挥|指挥长)(?![级室助席]|会(?![同商签审诊])|办(?![理结好])|联(?![合系络])|委(?![托派])|负责制)"
)
# 县政府办|王涛主任|主持召开
_HOLDER = re.compile(
    r"(?P<name>[一-龥]{2,3}?)(?:副?(?:主任|书记|[局处科院校所站队厂]长|[省市区县镇乡]长|主席|经理)|秘书长|调研员)(?:同志)?(?![一-龥]?[级会室办助])"
)
_ALSO = re.compile(r"兼(?:任)?[一-龥]{2,12}?(?:主任|书记|秘书长|[局处科院所校站队组]长)")  # 副主任|兼办公室主任
_FUNDS = re.compile(r"财政(?![局厅部所资收支预补性])")
# words for the reader: 你单位, 我委, 两部门
_YOU = re.compile(
    r"[你贵我本两双三](?:单位|局|厅|委|办|部|市|县|区|省|州|院|校|公司|集团|行|社|会|镇|乡|街道|部门|方|地|中心|所|站)(?!级|内|域|系统)"
    r"|总[局署行社队](?=将|要(?!求)|应|负责)|[你您]们|本机关(?=(?:主要)?负责人)"
)
# 副区长|王涛|同志牵头, 李敏、张强具体落实: people, told by the role behind them
_PERSON = re.compile(
    r"(?:[省市区县州旗镇乡村局院校厂馆站]?[一-龥]{0,6}(?:长|主任|书记|经理|主席))?(?P<name>[一-龥]{2,3}?)(?:副?[省市区县州旗镇乡局处科所院校部队站]长|副?主任|副?书记)?(?:等)?(?:同志)?"
    rf"(?=[、和]|总?牵头(?!单位|部门)|{IN_CHARGE}|负(?:总|主|全面|直接)责|具体(?:负责|落实|承办|抓|实施)|配合(?!单位|部门)|协助|主抓)"
)
_MOST = 20  # people in one list
# a verb that slipped into a name: 区政府督查室|配合|区国土分局
_SLIPPED = re.compile(
    rf"(?<=.)(?:配合|协助|会同|{IN_CHARGE}|牵头|报(?![社告])|提请|(?<![党团会级层群济业善愿])组织(?!部|部门|局|人事|委员会)"
    r"|派出(?!机构|所|人|法)|协调(?![办处科室组]|小组|机构|中心|委员会)|指导(?!中心|站|委员会|处|小组)|督促|承担|(?<=[局委办厅府])监督(?=[省市区县镇乡各有施建])|商(?=[国省市区县]))"
)

# 宾馆、酒店等承办婚庆活动的经营者|应当: one kind of doers, told by some of it
_ONE = r"(?:[^，。；：（）、等]{2,8}|[水电气热煤油路网])"
_SUCH = re.compile(rf"{_ONE}(?:、{_ONE}){{1,6}}等[^，。；：（）、]{{2,14}}?(?=，?(?:{MODAL.pattern}|{IN_CHARGE}))")
# 由乡人民政府领导|管理
_GOVERNS = re.compile(r"(?:和|、|与|并)?(?:管理|指挥|监督)|同志")
# 区工会|组织职工参加
_ORGANISES = re.compile(r"(?<=[会联委])组织$")

type _Read = list[tuple[list[Actor], int]]


def _partisan(words: str) -> bool:
    """王某某党组|书记: a person before his post, no body."""
    found = re.fullmatch(r"([一-龥]{2,3})党(?:组|委|工委|支部|总支)", words)
    return bool(found and is_name(found[1]))


def _unknown(words: str) -> bool:
    """Whether words can be the name of a person and no dictionary has them for anything else: 王涛; not 要积极, 周全."""
    return is_name(words) and tag(words)[:2] in ("", "nr") and not (MODAL.match(words) or words[0] in "由经")


def _is_row(words: str, asked: bool) -> bool:
    """Whether a row of what is done tells of doers, who need not be asked where they are a kind of doers: 生产、经营食品的|企业."""
    return tells(words, asked or bool(END.fullmatch(words.rpartition("的")[2]))) or (asked and shares(words))


class Names:
    """The names in the words of one notice."""

    __slots__ = ("_mentions", "_starts", "_words")

    def __init__(self, words: str, spans: Iterable[Span] = ()) -> None:
        """`spans` are the leaves of the text, in order: a name does not go over the end of one."""
        self._words = words
        self._mentions = mentioned(words, spans)
        self._starts = [mention.span.start for mention in self._mentions]

    def mentions(self, span: Span) -> list[AgencyMention]:
        i = bisect_left(self._starts, span.start)
        found = []
        while i < len(self._mentions) and self._mentions[i].span.start < span.end:
            if self._mentions[i].span.end <= span.end:
                found.append(self._mentions[i])
            i += 1
        return found

    def _mention(self, at: int) -> AgencyMention | None:
        i = bisect_left(self._starts, at)
        return self._mentions[i] if i < len(self._mentions) and self._starts[i] == at else None

    def named(self, at: int) -> Actor | None:
        """The agency whose name begins at a place, whatever follows it."""
        one = self._mention(at)
        if not one or urged(one.words):
            return None
        also = _ANYBODY.match(self._words, one.span.end) if one.words.endswith("单位") else None  # 有关单位|和个人对质量有异议的
        if also:
            return Actor(Span(at, also.end()), one.words + also.group(), True)
        return Actor(one.span, one.words, one.group, one)

    def begin(self, start: int, end: int, closed: bool, bold: bool = False) -> Iterator[tuple[list[Actor], int]]:
        """Each name (or names that share a word) that may begin here, and where it ends; `closed` where a list of names is all there is,
        `bold` where 由 stands before it."""
        start += self._words.startswith("凡", start)
        rows = (self._counted, self._designated, self._rows, self._levels, self._towns, self._people, self._such)
        for read in (*rows, self._named, self._noun, partial(self._phrases, bold=bold), self._office):
            for found, at in read(start, end, closed):
                yield self._anybody(start, end, found, at)

    def _anybody(self, start: int, end: int, found: list[Actor], at: int) -> tuple[list[Actor], int]:
        """产生垃圾的单位|和个人 are one kind of doers."""
        also = _ANYBODY.match(self._words, at, end) if _DESCRIBED.search(found[-1].words) else None
        if not also:
            return found, at
        return [*found[:-1], Actor(Span(start, also.end()), found[-1].words + also.group(), True)], also.end()

    def _counted(self, start: int, end: int, closed: bool) -> _Read:
        """全县12个乡镇, 20个文明实践所: as many as there are of a kind are one group."""
        kind, towns = counted(self._words, start, end)
        if not kind:
            return []
        ends = [towns] if towns else [at for _, at in (*self._named(kind, end, closed), *self._noun(kind, end, closed))]
        return [([Actor(Span(start, at), self._words[start:at], True)], at) for at in ends]

    def _levels(self, start: int, end: int, closed: bool) -> _Read:
        """市、县人民政府 are the governments of a level, one group; 省、市储备中心 are two bodies."""
        if at := of_levels(self._words, start, end):
            return [([Actor(Span(start, at), self._words[start:at], True)], at)]
        row = levels(self._words, start, end)
        site = None if row else SITE.match(self._words, start, end)
        row = sited(self._words, site.end(), end) if site else row
        whole = self.named(start)
        if not row or (whole and whole.agency and whole.span.end > row.end and len(row.names) < 2):
            return []
        ends = {tail: last for last, tail in self._houses(row, end, closed)}
        if funds := _FUNDS.match(self._words, row.end, end):
            ends[funds.end()] = funds.group()
        elif not ends and (self._asked(row.end, end) if row.group else MODAL.match(self._words, row.end, end) or _AND_OTHERS.match(self._words, row.end, end)):
            ends[row.end] = ""
        return [(self._of_each(Span(start, tail), row, last), tail) for tail, last in ends.items()]

    def _houses(self, row: Levels, end: int, closed: bool) -> Iterator[tuple[str, int]]:
        """What the last of some levels has, and where its name ends: 水务局 of 市、县（区）水务局."""
        behind = Names("县" + self._words[row.end : min(end, row.end + _TAIL)])
        for (one, *_), tail in (*behind._named(0, len(behind._words), closed), *behind._noun(0, len(behind._words), closed)):
            if one.words[0] == "县" and tail > 1:
                yield one.words[1:], row.end + tail - 1

    def _of_each(self, span: Span, row: Levels, last: str) -> list[Actor]:
        """One group of what some levels have, or where bare levels share a house of their own, one body for each."""
        if row.group or not last or _KINDS.search(last) or not self._words.startswith(row.names[0], span.start):
            return [Actor(span, self._words[span.slice], True)]
        return [Actor(span, level + last) for level in row.names]

    def _designated(self, start: int, end: int, closed: bool) -> _Read:
        """由其指定的|副理事长: one whom another names."""
        by = _DESIGNATED.match(self._words, start, end)
        inner = (*self._named(by.end(), end, closed), *self._noun(by.end(), end, closed)) if by else ()
        return [([Actor(Span(start, at), self._words[start:at])], at) for _, at in inner]

    def _towns(self, start: int, end: int, closed: bool) -> _Read:
        hit = _TOWN_NAMES.match(self._words, start, end)
        names = re.split("[、和及]", hit["names"]) if hit else []
        if not hit or not all(tag(name)[:1] in ("n", "") and not (FIELD.fullmatch(name) or GROUP.match(name) or is_agency(name)) for name in names):
            return []
        named = [name if _TOWN.search(name) else name + hit["kind"] + (hit["body"] or "") for name in names]
        return [([Actor(Span(start, hit.end()), name) for name in named], hit.end())]

    def _rows(self, start: int, end: int, closed: bool) -> _Read:
        found = fields(self._words, start, end)
        told = None if found else _TOLD_ROW.match(self._words, start)  # what asks them lies behind the end
        row = fields(self._words, told.end(), end) if told else None
        if told and row:
            found = [replace(one, words=told.group() + one.words, group=True) for one in row[0]], row[1]
        return [found] if found else []

    def _people(self, start: int, end: int, closed: bool) -> _Read:
        """People of whom all have a role behind the last: 李敏、张强配合."""
        found: list[Actor] = []
        while len(found) < _MOST and (one := _PERSON.match(self._words, start)) and one.end() <= end and _unknown(one["name"]):
            found.append(Actor(Span(*one.span()), one["name"]))
            if self._words[one.end()] not in "、和":
                return [(found, one.end())]
            start = one.end() + 1
        return []

    def _such(self, start: int, end: int, closed: bool) -> _Read:
        hit = _SUCH.match(self._words, start, start + _FARTHEST)
        return [([Actor(Span(*hit.span()), hit.group(), True)], hit.end())] if hit and hit.end() <= end and shares(hit.group()) else []

    def _office(self, start: int, end: int, closed: bool) -> _Read:
        """An office before a verb and another body that were read as one name: 县水务局|监督学术委员会的日常事务."""
        whole = None if closed else self._mention(start)
        size = office_of(whole.words) if whole and not whole.group else 0
        if not whole or not size or start + size >= end:
            return []
        one = replace(whole, span=Span(start, start + size), words=whole.words[:size])
        return [([Actor(one.span, one.words, False, one)], start + size)]

    def _named(self, start: int, end: int, closed: bool) -> _Read:
        found: _Read = []
        of_all = _ALL.match(self._words, start, end)
        each = self.named(of_all.end()) if of_all else None
        if of_all and each and each.agency:
            all_of = replace(each.agency, span=Span(start, each.span.end), words=of_all.group() + each.words)
            return [([Actor(all_of.span, all_of.words, True, all_of)], all_of.span.end)]
        mention = self._mention(start)
        if mention and mention.span.end <= end and not urged(mention.words):
            slip = _SLIPPED.search(mention.words) or (None if self._asked(mention.span.end, end) else _ORGANISES.search(mention.words))
            if slip and not closed and slip.start() >= 3:
                cut = Span(start, mention.span.end - len(mention.words) + slip.start())
                shorter = replace(mention, span=cut, words=mention.words[: slip.start()])
                found.append(([Actor(cut, shorter.words, shorter.group, shorter)], cut.end))
            part = _PART.match(self._words, mention.span.end, end)
            post = POST.match(self._words, mention.span.end, end) or CHIEF.match(self._words, mention.span.end, end)
            holder = _HOLDER.match(self._words, mention.span.end, end)
            if holder and not mention.group and _unknown(holder["name"]):
                whole = Span(start, holder.end())
                return [([Actor(whole, self._words[whole.slice])], whole.end)]
            if post and not mention.group and not _partisan(mention.words):
                whole = Span(start, post.end())
                return [([Actor(whole, mention.words + post.group())], whole.end)]
            part = part or _CENTRE.match(self._words, mention.span.end, end)
            if part:
                whole = Span(start, part.end())
                found.append(([Actor(whole, mention.words + part.group(), mention.group)], part.end()))
                if part.group().endswith("机构"):
                    return found  # 能源局|派出机构: no verb
            same = _BRACKETED.match(self._words, mention.span.end, end)
            same = same or (_SAME.match(self._words, mention.span.end, end) if mention.group else None)
            if same:
                whole = Span(start, same.end())
                named = replace(mention, span=whole, words=mention.words + same.group())
                found.append(([Actor(whole, named.words, mention.group, named)], whole.end))
            found.append(([Actor(mention.span, mention.words, mention.group, mention)], mention.span.end))
        you = _YOU.match(self._words, start, end)
        if you:
            found.append(([Actor(Span(*you.span()), you.group())], you.end()))
            head = _PART.match(self._words, you.end(), end) or POST.match(self._words, you.end(), end)
            if head:
                found.insert(0, ([Actor(Span(you.start(), head.end()), you.group() + head.group())], head.end()))
        chief = CHIEF.match(self._words, start, end) or POST.match(self._words, start, end)
        if chief:
            both = _ALSO.match(self._words, chief.end(), end)
            whole = Span(start, both.end() if both else chief.end())
            found.append(([Actor(whole, self._words[whole.slice])], whole.end))
        return found

    def _asked(self, at: int, end: int) -> bool:
        """Whether what follows a name is a modal, a word of charge, or the next of a list."""
        return at >= end or self._words[at] in "、，。；和与及" or bool(MODAL.match(self._words, at) or CHARGE.match(self._words, at))

    def _noun(self, start: int, end: int, closed: bool) -> _Read:
        words = self._words
        mention = self._mention(start)
        named = mention.span.end if mention else start
        limit = min(end, named + _LONGEST)
        stop = (_STOP if named == start else _STOP_OR_JOIN).search(words, named, min(limit, named + 1))
        stop = self._past_levels(_STOP, named, limit) if stop is None or stop.group() == "（" else stop
        limit = stop.start() if stop else limit
        found: _Read = []
        ends_at = {*(hit.end() for hit in END.finditer(words, start, limit)), *staffed(words, start, limit, end)}
        parts = {hit.end() for hit in PART.finditer(words, start, limit) if not NO_PART.search(words, start, hit.end())}
        for ends in sorted(ends_at | parts):
            if ends < end and (words.startswith("的", ends) or (words.startswith("领导", ends - 2) and _GOVERNS.match(words, ends))):
                continue
            if words.count("（", start, ends) > words.count("）", start, ends):
                continue
            if acts(words[start:ends], False, known=True):
                either = _BRACKETED.match(words, ends, end)
                ends = either.end() if either else ends  # 乡镇（街道）
                found.append(([Actor(Span(start, ends), words[start:ends], bool(GROUP.match(words[start:ends])))], ends))
        return found

    def _phrases(self, start: int, end: int, closed: bool, bold: bool) -> _Read:
        """Who is known by nothing but his place."""
        words = self._words
        known = standing(words, start, end, bold)
        ends = [known] if known else []
        near = min(end, start + _LONGEST)
        stop = _STOP.search(words, start, near)
        phrases = edges(words, start, stop.start() if stop else near, end, closed, bold)
        ends += [at for at, asked in phrases if acts(words[start:at], asked or bold)]
        if stop and stop.group() == "、":
            stop = self._past_levels(_END, start, near)
            rows = edges(words, start, stop.start() if stop else near, end, closed, bold)
            ends += [at for at, asked in rows if "、" in words[start:at] and _is_row(words[start:at], asked)]
        return [([Actor(Span(start, at), words[start:at], bool(GROUP.match(words[start:at])))], at) for at in ends]

    def _past_levels(self, stops: re.Pattern[str], at: int, end: int) -> re.Match[str] | None:
        """The first of some signs that opens no bracket of levels: 市、县（市、区）|，."""
        stop = stops.search(self._words, at, end)
        while stop and (level := _BRACKETED.match(self._words, stop.start(), end) or FIELD_ASIDE.match(self._words, stop.start(), end)):
            stop = stops.search(self._words, level.end(), end)
        return stop
