"""What the headings above a block say of the work in it: whose it is, and by when its stage ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from extract.duties.actors import Actor, Actors
from extract.duties.apart import FOLLOWED, OFFICE, STAFFED, apart
from extract.duties.blocks import POINT, Block, begins_item, content_start, heading
from extract.duties.headed import NAMES
from extract.duties.labels import Charge, unlabelled
from extract.duties.listing import pure
from extract.duties.nouns import TOPIC, urged
from extract.duties.owner import DUTY, composed
from extract.duties.predicate import starts_work
from extract.mentions.deadline import deadline
from extract.roles import says_who
from extract.titles import DOERS
from kg.model import Section, Span

# 区商务局职责, 县级路长的主要职责是, 区财政局主要负责以下工作
# 三、主要职责: under it each heading names one who has some
_OF_DUTIES = re.compile(r"(?:职责|分工|责任)(?:分工|任务)?[：。]?$")
DUTIES = re.compile(
    r"(?:的)?(?:主要|基本|具体|工作|管理|岗位|相关)*(?:职责|职能|职权|议事|任务|工作职责|职责任务|责任|职责分工|工作任务)(?:范围|内容|权限|和任务|和职责|与任务)?(?:是|为|如下|包括|分工|有)*(?:以下.{0,6})?[：。]?$"
    r"|(?:应当?|要|须|必须)?(?:具体|主要|重点|切实|认真)*(?:负责|履行|承担|做好|抓好|完成)(?:以下|下列|如下|[两三四五六七八九十\d]{1,2}(?:项|件|个?方面)).{0,8}[：。]?$"
    r"|(?:具体|主要)?(?:负责|承担)：$"
)
# 联络组：王涛、李敏 | 职责：传达指令: whose duties stand below, who is in it
_WHO = re.compile(r"(?P<who>[^，。；：（）]{2,20})(?:（[^（）]{1,16}）)?：(?=.)")
_DUTIES_OF = re.compile(r"(?:主要|工作|岗位)?职责(?:是|为)?：")
_LABELLED = re.compile(rf"(?:{DOERS})：.")
# 多元办学格局, 展示场所: what ends like an office and is none
_NO_OFFICE = re.compile(r"(?:[查惩]处|机制|制度|体系|分[组工类]|[督承主交协包]办|[格布结全大开]局|场所|厕所|内部|全部|干部|车站|网站)$")
_SECTIONS = "科处股队组"  # 组织人事科: its name may begin with a verb
# 学院, 学校: what such an institution calls its parts, doers where duties follow
_INSTITUTION = re.compile(r"[\u4e00-\u9fa5]{0,8}(?:学院|学校|医院|院系|(?<![体关联维])系|馆)")
_STAGE = re.compile(
    r"（([^（）]*(?:\d|[一二三四五六七八九十〇])[^（）]*[年月日旬底前][^（）]*)）"
    r"|((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:[—-]|至)[^，。；]{2,16}[月日底前])"
)
# a heading of a stage, and no title with its day (2019年1月30日)
_STAGED = re.compile(r"阶段|步骤|环节|[一二三四五六]步")
# 实施阶段：3月21日—10月31日。
_DATED = re.compile(r"[^，。；：]{0,16}(?:阶段|步骤?|环节)[^，。；：]{0,12}[：，](?P<when>[^，。；：]{4,30})[。；，]")
_PERIOD = re.compile(r"(?P<when>(?:\d{4}年)?\d{1,2}(?:月|[^\d，。；：]{1,2}\d)[^，。；：]{0,16}[月日底前])，")
# 王涛副区长牵头重点工作, 由区发改局负责的任务（5项）
_CHARGED = re.compile(
    r"由?(?P<who>[^，。；：]{2,60}?)(?P<verb>(?:总?牵头|主抓|领办|分管|包抓|主办|承办|负责)(?:牵头|负责|落实|推进|办理)?)"
    r"(?P<more>、[^，。；：]{2,60}配合)?"
    r"(?:的|重点|主要|具体|推进|落实|实施|办理|政府|年度)*(?:工作|任务|事项|项目|目标|指标|实事|(?:建议|提案)+)(?:（[^（）]{1,12}）)?"
)

# 申报单位应具备以下条件：, 审计的主要内容：: what is listed below is no work, whoever it tells of
_THINGS = re.compile(
    r"(?:条件|材料|资料|标准|内容)(?:如下|是|为|有|主要?包括|包括)?：$|(?:以下|下列)[^，。；：]{0,8}(?:内容|条件|材料|标准|情形|行为|信息)[^，。；：]{0,8}：$"
)
# 第二章 审计机构: what the articles of a chapter are about
_CHAPTER = re.compile(r"第[一二三四五六七八九十\d]{1,3}[章节]$")
_LABEL = 6
# what a heading says of its doers: 考核、推荐
_STEP = "初审|复审|终审|审核|审查|审定|审批|推荐|申报|申请|考核|考察|复核|评审|评定|认定|公示|确定|批准|备案|受理|验收|自查|自评|抽查|检查|核查|汇总|上报"
_STEPS = re.compile(rf"(?:{_STEP})(?:[、和与并]?(?:{_STEP}))*")
_LEADING = re.compile(r"牵头[^，。；：]{0,16}：$")
_AS = re.compile(r"（(?:(?P<lead>牵头|主办|主责)|配合|协办|参与)(?:单位|部门)?）$")
_FIRST = re.compile(r"（?[1一]|[①⑴㈠]")
_ENDS = 24  # the last words of a lead-in
_NOWHERE = Span(0, 0)  # of blocks that are in no item


class Scope:
    """The doers and the stage of each item of a notice, learnt block by block in the order of the text."""

    __slots__ = (
        "_actors", "_before", "_behind", "_charges", "_charging", "_colon", "_doers", "_led", "_limits", "_line", "_listed", "_open", "_over", "_parts",
        "_plain", "_rows", "_sheet", "_stage", "_things", "_told", "_year", "body", "duties", "owner",
    )

    def __init__(
        self,
        actors: Actors,
        year: int | None,
        owner: tuple[Actor, ...],
        body: tuple[Actor, ...] = (),
        parts: int = 0,
        rows: Mapping[int, tuple[Actor, ...]] = MappingProxyType({}),
    ) -> None:
        """`owner` is the unit whose duties the text tells, `body` the one that it sets up.

        Its first numbered part begins at `parts`; `rows` says whose list runs on behind a table, by where that ends.
        """
        self._actors = actors
        self._year = year
        self._doers: dict[Span, tuple[Actor, ...]] = {}
        self._limits: dict[Span, str | None] = {}
        self._charges: dict[Span, tuple[Charge, ...]] = {}
        self._charging: tuple[Charge, ...] = ()
        self._colon: tuple[tuple[Section, ...], tuple[Actor, ...]] | None = None
        self._behind: tuple[Section, ...] = ()
        self._things: tuple[Section, ...] = ()
        self._told: dict[Span, int] = {}
        self._before: tuple[Actor, ...] = ()
        self._open: tuple[Actor, ...] = ()
        self._listed: tuple[Actor, ...] = ()
        self._stage: str | None = None
        self._led: str | None = None
        self._line: tuple[Actor, ...] = ()
        self._plain = self._sheet = False
        self._over: tuple[int, tuple[Section, ...]] = (0, ())
        self._parts = parts
        self._rows = rows
        self.owner = owner
        self.body = body
        self.duties = bool(owner)

    def enter(self, block: Block, heads: bool = True) -> None:
        """Learn from the items that a block is in; no `heads` is a line of who does what above."""
        for i, item in enumerate(block.items):
            if item.span not in self._limits:
                over = heading(block.items[i - 1]) if i else None
                told = over is not None and bool(_OF_DUTIES.search(self._actors.words, over.span.start, over.span.end))
                self._doers[item.span], self._limits[item.span] = self._read(item, told)
                head = heading(item)
                if over and head and (whose := composed(self._actors, over.span, head.span, self.body)):
                    self._doers[item.span] = whose
                self._charges[item.span] = self._charged(head.span) if head else ()
        self._before, self._open = self._open, ()
        if heads and block.leaf.kind == "heading" and not begins_item(block):
            self._headed(block)
        elif block.items and (doers := self._rows.get(block.items[-1].span.start)) is not None:
            self._listed = doers
        if not self.of_things(block):
            ends = _THINGS.search(self._actors.words, max(block.span.start, block.span.end - _ENDS), block.span.end)
            self._things = block.items if ends else ()
        if self._colon and (block.items[: len(self._colon[0])] != self._colon[0] or block.items == self._colon[0]):
            self._colon = (self._behind, self._colon[1]) if self._begins(block) else None

    def _headed(self, block: Block) -> None:
        """A heading without a number says whose the list below it is: 综合科工作职责; or a body, and 职责： below it."""
        words, line = self._actors.words, block.span
        self._over = line.start, tuple(item for item in block.items if item.level < POINT)
        self._charging = self._charged(line)
        stage = _STAGE.search(words, line.start, line.end) if _STAGED.search(words, line.start, line.end) else None
        self._stage = deadline(stage[1] or stage[2], self._year) if stage else None
        duties = DUTIES.search(words, line.start, line.end)
        if duties and duties.start() - line.start < 2:
            self._listed = self._line or self._listed
            return
        known = self._listed or self._line
        if known and words.startswith(known[0].words, line.start) and not duties and line.end - line.start > len(known[0].words):
            return  # 综合科（王涛）: who heads it
        over = heading(self._over[1][-1]) if self._over[1] else None
        told = over is not None and bool(_OF_DUTIES.search(words, over.span.start, over.span.end))
        named = self._named(line, told or self._sheet)
        self._line = () if duties else named
        self._sheet = bool(duties) or (self._sheet and bool(named))
        told = told or self._sheet
        self._plain = bool(told or FOLLOWED.match(words, line.end))
        follows = duties or told or FOLLOWED.match(words, line.end) or starts_work(words, line.end, min(len(words), line.end + _ENDS))
        self._listed = named if follows else ()

    @property
    def about(self) -> tuple[Actor, ...]:
        """Whose duties the text tells where it names nobody: its owner's, else those of the body that it sets up."""
        return self.owner or self.body

    def opens(self, block: Block) -> bool:
        """Whether a block stands before the first numbered part: there the notice says why, and what was done."""
        return not block.items and block.span.start < self._parts

    def of_things(self, block: Block) -> bool:
        """Whether a block is an item of a list of conditions, of materials and the like."""
        size = len(self._things)
        return 0 < size < len(block.items) and block.items[:size] == self._things

    def task_start(self, block: Block, before: Block | None) -> int:
        """Where the work begins that a bracket in a block gives: behind the last bracket of the item, else with the item.

        A bracket that is a line of its own gives the paragraph before it.
        """
        item = block.items[-1] if block.items else None
        start = content_start(item) if item else block.span.start
        if item and item.span in self._told:
            start = self._told[item.span]
        elif not item and before and not before.items and self._actors.words.startswith("（", block.span.start):
            start = max(before.span.start, self._told.get(_NOWHERE, 0))
        return min(start, block.span.start) if item or before else start

    def told(self, block: Block, end: int) -> None:
        """A bracket that ends here has given the work before it."""
        self._told[block.items[-1].span if block.items else _NOWHERE] = end

    def announce(self, block: Block, doers: tuple[Actor, ...]) -> None:
        """A block ended with a colon behind its doers: what follows in the same item is theirs, or the list that begins again behind a point."""
        self._colon = (block.items, doers)
        self._led = "lead" if _LEADING.search(self._actors.words, block.span.start, block.span.end) else None
        of_point = bool(block.items) and block.items[-1].level >= POINT and content_start(block.items[-1]) < block.span.start
        self._behind = block.items[:-1] if of_point else block.items

    def _begins(self, block: Block) -> bool:
        """Whether a new list begins behind the last point of another: 2.整治违建。区教育局：|1.排查校舍。"""
        size = len(self._behind)
        new = block.items[size] if block.items[:size] == self._behind and len(block.items) == size + 1 else None
        return new is not None and self._behind != (self._colon or ((),))[0] and bool(_FIRST.match(self._actors.words, new.span.start))

    def role(self, block: Block) -> str | None:
        """In which role those above do what a block tells: 区发改局牵头做好以下工作：, （一）区住建局（牵头单位）; None where nothing says."""
        if self._colon:
            return self._led
        item = next((one for one in reversed(block.items) if self._doers.get(one.span)), None)
        title = heading(item) if item else None
        said = _AS.search(self._actors.words, title.span.start, title.span.end) if title else None
        return ("lead" if said["lead"] else "support") if said else None

    @property
    def announced(self) -> bool:
        return self._colon is not None

    def doers(self, block: Block) -> tuple[Actor, ...]:
        begun, over = self._over
        under = bool(self._listed and (over or (self._plain and not block.items))) and block.items[: len(over)] == over and block.leaf.kind != "heading"
        near = block.items[len(self._colon[0]) :] if self._colon else block.items  # who was told last, goes before what lies above him
        near = tuple(item for item in near if item.span.start > begun) if under else near
        named = [found for item in reversed(near) if (found := self._doers.get(item.span))]
        if named:
            return next((found for found in named if found is not self.body), self.body)
        if self._colon or self._before:
            return self._colon[1] if self._colon else self._before
        if under:
            return self._listed
        title = heading(block.items[0]) if block.items else None
        return self._listed if block.items and (not title or self._actors.words[title.span.end - 1] in "。；）") else ()

    def goes_on(self, doers: tuple[Actor, ...]) -> None:
        """A block ended with ；: the list of these goes on in the next."""
        self._open = doers

    def limit(self, block: Block) -> str | None:
        under = self._is_under(block)
        inner = len(self._over[1]) if under else 0
        return self._nearest(block.items[inner:]) or (self._stage if under else None) or self._nearest(block.items[:inner])

    def _nearest(self, items: tuple[Section, ...]) -> str | None:
        """The time that the innermost of some items sets."""
        return next((limit for item in reversed(items) if (limit := self._limits.get(item.span))), None)

    def charged(self, block: Block, within: bool = False) -> tuple[Charge, ...]:
        """Whom a heading above charges with each item under it: 二、王涛副区长牵头重点工作; `within` also with what its own item says."""
        items = block.items if within else block.items[:-1]
        told = next((charges for item in reversed(items) if (charges := self._charges.get(item.span))), ())
        return told or (self._charging if self._is_under(block) else ())

    def _is_under(self, block: Block) -> bool:
        """Whether a block stands below the last heading without a number, in the items that hold that."""
        begun, over = self._over
        return begun < block.span.start and block.items[: len(over)] == over

    def charges(self, block: Block) -> bool:
        """Whether a block is a heading that charges somebody with what stands below it."""
        return block.leaf.kind == "heading" and bool(self._charged(block.span))

    def is_charging(self, items: tuple[Section, ...]) -> bool:
        """Whether there is no item, or it is one whose heading charges somebody."""
        return not items or bool(self._charges.get(items[0].span))

    def _charged(self, head: Span) -> tuple[Charge, ...]:
        words = self._actors.words
        if says_who(words[head.slice]):
            return tuple(unlabelled(self._actors, head))
        found = _CHARGED.fullmatch(words, head.start, head.end)
        doers = pure(self._actors, Span(*found.span("who"))) if found else []
        if not found or not doers:
            return ()
        leads = "牵头" in found["verb"] or "主抓" in found["verb"]
        others = unlabelled(self._actors, Span(found.start("more") + 1, found.end("more"))) if found["more"] else []
        return Charge(head, "lead" if leads else "responsible", tuple(doers)), *others

    def _read(self, item: Section, told: bool) -> tuple[tuple[Actor, ...], str | None]:
        words = self._actors.words
        head, dated = heading(item), None
        start = content_start(item)
        span = head.span if head else Span(start, min(item.span.end, start + 80))
        if head and (end := apart(self._actors, head.span)):
            span = Span(head.span.start, end)  # 各镇  落实责任。
        if not head:
            stop = re.compile(r"[。：；]").search(words, span.start, span.end)
            dated = _DATED.match(words, span.start, span.end)
            span = Span(span.start, apart(self._actors, span) or (stop.start() if stop else span.start))
        if staffed := STAFFED.match(words, start, item.span.end):
            span = Span(*staffed.span("who"))
        if (who := _WHO.match(words, start, span.end if head else item.span.end)) and _duties_below(words, item):
            span, told = Span(*who.span("who")), True  # 三、联络组：各处室负责人 | 职责：…
        text = words[span.slice].rstrip("。：")
        stage = _STAGE.search(dated["when"] if dated else text)
        limit = deadline(stage[1] or stage[2], self._year) if stage and len(text) < 60 else None
        if head and not limit and _STAGED.search(text) and (opens := _PERIOD.match(words, head.span.end)):
            limit = deadline(opens["when"], self._year)  # 第二阶段为审查阶段。| 1997年7－9月，由…
        group = text.endswith(("组", "专班"))  # 牵头单位：… below it says who is in it
        doers = () if _is_told_below(words, item) and not group else self._named(Span(span.start, span.start + len(text)), told)
        return doers, limit

    def _named(self, span: Span, told: bool = False) -> tuple[Actor, ...]:
        """The doers that a heading names and nothing else: 区商务局, 区商务局职责; `told` where that above it says that duties follow."""
        if len(span) > 60 or len(span) < 2:
            return ()
        text = self._actors.words[span.slice]
        duties = DUTIES.search(text)
        if TOPIC.fullmatch(text) or (not duties and _CHAPTER.search(self._actors.words, max(0, span.start - _LABEL), span.start)):
            return ()
        if duties:
            if duties.start() < 2:
                return (self.owner or (self.body if DUTY.fullmatch(text) else ())) if re.search(r"职责|职能", text) else ()
            span = Span(span.start, span.start + duties.start())
        words = self._actors.words
        follows = FOLLOWED.match(words, span.end + words.startswith(("。", "："), span.end))
        follows = follows or (_LABELLED.match(words, span.end) if text.endswith(("组", "专班")) else None)
        whole = self._actors.whole(span, asked=bool(duties) and words.startswith("的", span.end))
        if whole and not _NO_OFFICE.search(text) and (duties or follows or told or all(one.agency for one in whole) or re.search(r"[长员]$", text)):
            return tuple(whole)
        if OFFICE.fullmatch(words, span.start, span.end) and not (_NO_OFFICE.search(text) or (text[-1] not in _SECTIONS and urged(text))):
            return (Actor(span, words[span.slice]),)
        if _INSTITUTION.fullmatch(words, span.start, span.end) and follows:
            return (Actor(span, words[span.slice]),)
        return self._doing(span)

    def _doing(self, span: Span) -> tuple[Actor, ...]:
        """The doers of a heading that says no more of them than verbs: 各县区教育局考核、推荐."""
        words = self._actors.words
        named, at = self._actors.leading(span) if len(span) <= NAMES and not words.startswith("：", span.end) else ([], 0)
        said = words[at : span.end]
        return tuple(named) if named and _STEPS.fullmatch(said) and all(one.agency for one in named) else ()


def _duties_below(words: str, item: Section) -> bool:
    """Whether a line of the item begins with its duties: 职责：…."""
    return any(_DUTIES_OF.match(words, child.span.start, child.span.end) for child in item.children)


def _is_told_below(words: str, item: Section) -> bool:
    """Whether a line of the item says who does its work, so that its heading says what: 建设算力中心 / … / 责任单位：省能源局."""
    lines = (child.span for child in item.children[1:] if child.kind == "paragraph")
    return any(_LABELLED.match(words, line.start, line.end) or says_who(words[line.slice]) for line in lines)
