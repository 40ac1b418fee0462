"""What the headings above a block say of the work in it: whose it is, and by when its stage ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from extract.duties.actors import Actor, Actors
from extract.duties.apart import FOLLOWED
from extract.duties.blocks import FIRST, POINT, Block, begins_item, content_start, heading, past_dash, unboxed
from extract.duties.labels import Charge
from extract.duties.owner import composed
from extract.duties.posts import work_behind
from extract.duties.predicate import starts_work
from extract.duties.titled import DUTIES, Titles
from extract.tree.labels import label_at
from kg.model import Section, Span

# 三、主要职责: under it each heading names one who has some
_OF_DUTIES = re.compile(r"(?:职责|分工|责任)(?:分工|任务)?[：。]?$")
# 申报单位应具备以下条件：, 审计的主要内容：: what is listed below is no work, whoever it tells of
_THINGS = re.compile(
    r"(?:条件|材料|资料|标准|内容)(?:如下|是|为|有|主要?包括|包括)?：$|(?:以下|下列)(?!措施|办法|方式|手段)[^，。；：]{0,8}(?:内容|条件|材料|标准|情形|行为|信息)[^，。；：]{0,8}：$"
)
_LEADING = re.compile(r"牵头[^，。；：]{0,16}：$")
_AS = re.compile(r"（(?:(?P<lead>牵头|主办|主责)|配合|协办|参与)(?:单位|部门)?）$")
# 根据有关规定，…, behind a line of names: why something is done, no work of theirs
_REASON = re.compile(r"根据|按照|依据|为|经|现|近")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}条")
_COUNTED = re.compile(r"（?[\d一二三四五六七八九十]{1,3}[）、.．]|[②-⑳]")
_ENDS = 24  # the last words of a lead-in
_NOWHERE = Span(0, 0)  # of blocks that are in no item


class Scope:
    """The doers and the stage of each item of a notice, learnt block by block in the order of the text."""

    __slots__ = (
        "_actors", "_before", "_behind", "_charges", "_charging", "_colon", "_doers", "_first", "_last",
        "_led", "_limits", "_line", "_lines", "_listed", "_open", "_over", "_parts", "_plain", "_rows",
        "_sheet", "_stage", "_things", "_titles", "_told", "body", "duties", "owner",
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
        self._titles = Titles(actors, owner, body, year)
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
        self._first: Section | None = None
        self._last: Block | None = None
        self._led: str | None = None
        self._line: tuple[Actor, ...] = ()
        self._plain = self._sheet = self._lines = False
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
                self._doers[item.span], self._limits[item.span] = self._titles.of_item(item, told)
                head = heading(item)
                if over and head and (whose := composed(self._actors, over.span, head.span, self.body)):
                    self._doers[item.span] = whose
                self._charges[item.span] = self._titles.charged(head.span) if head else ()
        if self._last and (whose := self._of_line(self._last, block)):
            self._colon, self._first = (block.items[:-1], whose), block.items[-1]
        elif self._colon and self._anew(block):
            self._colon = None
        self._last = block
        self._before, self._open = () if self._opens_article(block) else self._open, ()
        if heads and block.leaf.kind == "heading" and not begins_item(block):
            self._headed(block)
        elif block.items and (doers := self._rows.get(block.items[-1].span.start)) is not None:
            self._listed = doers
        if not self.of_things(block):
            ends = _THINGS.search(self._actors.words, max(block.span.start, block.span.end - _ENDS), block.span.end)
            self._things = block.items if ends else ()
        if self._colon and (block.items[: len(self._colon[0])] != self._colon[0] or block.items == self._colon[0]):
            goes_on = self._of_article(block) or self._is_line(block)
            self._colon = (self._behind, self._colon[1]) if self._begins(block) else self._colon if goes_on else None
        self._lines = self._colon is not None and block.items == self._colon[0]

    def _headed(self, block: Block) -> None:
        """A heading without a number says whose the list below it is: 综合科工作职责; or a body, and 职责： below it."""
        words, line = self._actors.words, unboxed(self._actors.words, block.span)
        self._over = block.span.start, tuple(item for item in block.items if item.level < POINT)
        behind = label_at(words, block.span.end, len(words)) if self._over[1] else None
        if behind and behind.ordinal == 1 and behind.level == block.items[-1].level < POINT:
            self._over = block.span.start, self._over[1][:-1]  # （二）管理档案。 / 宣传组职责 / （一）…
        self._charging = self._titles.charged(line)
        self._stage = self._titles.stage(line)
        duties = DUTIES.search(words, line.start, line.end)
        if duties and duties.start() - line.start < 2:
            self._listed = self._line or self._listed
            return
        known = self._listed or self._line
        if known and words.startswith(known[0].words, line.start) and not duties and line.end - line.start > len(known[0].words):
            return  # 综合科（王涛）: who heads it
        over = heading(self._over[1][-1]) if self._over[1] else None
        told = over is not None and bool(_OF_DUTIES.search(words, over.span.start, over.span.end))
        named = self._titles.named(line, told or self._sheet)
        self._line = () if duties else named
        self._sheet = bool(duties) or (self._sheet and bool(named))
        told = told or self._sheet
        self._plain = bool(told or FOLLOWED.match(words, block.span.end) or work_behind(words, block.span.end))
        follows = duties or self._plain
        closes = line != block.span and bool(_COUNTED.match(words, block.span.end)) and not FIRST.match(words, block.span.end)
        self._listed = named if follows and not closes else ()
        self._colon = None if self._listed else self._colon  # the list above it is over

    def named(self, title: Span) -> tuple[Actor, ...]:
        """Whose duties words between brackets head."""
        return self._titles.named(title)

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
        self._colon, self._lines, self._first = (block.items, doers), True, None
        self._led = "lead" if _LEADING.search(self._actors.words, block.span.start, block.span.end) else None
        of_point = bool(block.items) and content_start(block.items[-1]) < block.span.start
        self._behind = block.items[:-1] if of_point else block.items

    def _begins(self, block: Block) -> bool:
        """Whether a new list begins behind the last point of another: 2.整治违建。区教育局：|1.排查校舍。"""
        size = len(self._behind)
        new = block.items[size] if block.items[:size] == self._behind and len(block.items) == size + 1 else None
        return new is not None and self._behind != (self._colon or ((),))[0] and bool(FIRST.match(self._actors.words, new.span.start))

    def _is_line(self, block: Block) -> bool:
        """Whether a line goes on with the work of those behind whose colon it stands, in a list without numbers: 综合科： / 负责文电。 / 管理档案。"""
        words, line = self._actors.words, block.span
        over = self._colon[0] if self._colon else ()
        start = past_dash(words, line)
        plain = self._lines and block.items == over and block.leaf.kind != "heading" and not words.endswith("：", 0, line.end)
        return plain and starts_work(words, start, line.end) and not _REASON.match(words, start)

    def _anew(self, block: Block) -> bool:
        """Whether a list begins anew where one has been read behind a colon: it is that of the line before it, whoever that names."""
        size = len(self._colon[0]) if self._colon else 0
        item = block.items[size] if len(block.items) > size else None
        if item is None or not begins_item(block):
            return False
        first, self._first = self._first, self._first or item
        same = first is not None and first.span != item.span and first.level == item.level
        return same and FIRST.match(self._actors.words, item.span.start) is not None

    def _of_line(self, last: Block, block: Block) -> tuple[Actor, ...]:
        """Whose a list is that begins behind an item that only names him, counted in the same way: 1.办公室职责 / 1.负责文电。 / 2.管理档案。 / 2.…."""
        beside = last.items and block.items and begins_item(block) and last.items[:-1] == block.items[:-1] and last.items[-1].level == block.items[-1].level
        if not beside or last.span.end < last.items[-1].span.end or not FIRST.match(self._actors.words, block.items[-1].span.start):
            return ()
        return self._doers.get(last.items[-1].span, ()) or self._titles.named(last.span)

    def _opens_article(self, block: Block) -> bool:
        """Whether an article begins with a block: no list runs on into it, whatever sign the page has before it."""
        item = block.items[-1] if block.items else None
        return item is not None and _ARTICLE.match(self._actors.words, item.span.start) is not None and content_start(item) == block.span.start

    def _of_article(self, block: Block) -> bool:
        """Whether an item stands beside the article that announces it, in texts that count 第一条 … / 一、…: no article itself."""
        over = self._colon[0] if self._colon else ()
        beside = over and block.items[:-1] == over[:-1] and len(block.items) == len(over)
        words = self._actors.words
        return bool(beside) and words.startswith("第", over[-1].span.start) and not words.startswith("第", block.items[-1].span.start)

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

    def doers(self, block: Block, running: bool = True) -> tuple[Actor, ...]:
        """Whose the work in a block is by what stands above it; not `running` leaves out whom the block before hands on."""
        begun, over = self._over
        under = bool(self._listed and (over or (self._plain and not block.items))) and block.items[: len(over)] == over and block.leaf.kind != "heading"
        near = block.items[len(self._colon[0]) :] if self._colon else block.items  # who was told last, goes before what lies above him
        near = tuple(item for item in near if item.span.start > begun) if under else near
        named = [found for item in reversed(near) if (found := self._doers.get(item.span))]
        if named:
            return next((found for found in named if found is not self.body), self.body)
        if self._colon or (self._before and running):
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
        return block.leaf.kind == "heading" and bool(self._titles.charged(block.span))

    def boxed(self, block: Block) -> bool:
        """Whether a block is a heading in brackets that says whose the list below it is; not one that closes an item: （区教委）."""
        words, line = self._actors.words, block.span
        return bool(self._listed) and self._over[0] == line.start and block.leaf.kind == "heading" and unboxed(words, line) != line

    def is_charging(self, items: tuple[Section, ...]) -> bool:
        """Whether there is no item, or it is one whose heading charges somebody."""
        return not items or bool(self._charges.get(items[0].span))
