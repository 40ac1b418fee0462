"""`assignment`: a unit, group, post or person is given something to do.

Four forms: a clause with a doer (区财政局负责…, 各镇政府要…, …由区水务局制定), a label line or a bracket that names who does
what stands above it (责任单位：…, （区教委牵头，各学校配合）), a duty list under a doer (区发改委：1.… 2.…), a table with a column of doers.
One fact a doer and sentence or ；-clause. Exhortations (高度重视 …) are none, nor are prohibitions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from extract.catalogue import entries
from extract.duties.above import above, following, headed
from extract.duties.actors import Actor, Actors
from extract.duties.asked import asked
from extract.duties.below import Below, below, limit_below, says_below, told_below
from extract.duties.blocks import Block, blocks, content_start, in_row, leaves, tables
from extract.duties.clause import Clause
from extract.duties.grid import rows, running_on
from extract.duties.joint import companions
from extract.duties.labels import WHO, Charge, asides, closing
from extract.duties.legend import Legend, legend
from extract.duties.limits import at_end, year_of
from extract.duties.owner import founded, owner
from extract.duties.paragraph import paragraph
from extract.duties.posts import work_behind
from extract.duties.powers import power_of
from extract.duties.refusals import BLANK, NO_WORK, NOBODY, ROLL, reason
from extract.duties.roll import of_members, without_roll
from extract.duties.scope import Scope
from extract.mentions.agency import agency
from extract.mentions.deadline import deadline
from extract.relations import appointment
from extract.rosters import rosters
from extract.rosters.agencies import named
from kg.model import Agency, Finding, Head, Notice, Refusal, Section, Span, Value

CUES = {
    "label": WHO,
    "bracket": re.compile(r"（[^（）]{2,120}(?:负责|牵头|配合|落实|起草|承办|主办|协办)[^（）]{0,6}）"),
    "clause": re.compile(
        r"(?:单位|部门|机构|政府|公司|企业|街道|中心|办公室|小组|人员|机关|[局委办组镇乡区县市])"
        r"(?:负责(?!人|同志)|牵头(?!单位|部门|人)|承担|配合(?!单位|部门)|协助|要(?![求点素件])|应当?(?!急)|须)"
        r"|由[^，。；：（）]{2,30}(?:负责|牵头|制定|组织|承担)"
    ),
    "row": re.compile(r"(?:责任|牵头|主责|实施)(?:单位|部门)(?=配合|责任|完成|备注|时限|协办|牵头|序号|1)"),
}
_SAYS = re.compile(r"[。；（]|——|[\u4e00-\u9fff]{2}要(?![求点素件闻义旨职领事道害塞紧么案]|么|不)[^的：]{3}")  # a short line that is no mere heading
_WORK = re.compile(rf"负责|承担|[应须要由]|{WHO.pattern}")
# 我局, 市局, 你公司
_MEANT = re.compile(r"(?P<whose>[我本你贵省市区县州旗])(?P<kind>[局委厅办部院校行社]|公司|集团|学校|学院|医院)")
_QUOTED = re.compile("“[^“”]+”")
_STRAY = "，。；：、,.;: —．"


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """The assignments of a notice; that somebody is given a post, or who is in a group, is none."""
    entries = rosters(notice)
    groups = {entry.body for entry in entries if entry.body.endswith(("组", "专班"))}
    members = {entry.span.start: notice.words[entry.span.slice] for entry in entries}
    given = [one.span for one in appointment.found(notice) if isinstance(one, Finding)]
    for one in _every(notice):
        if isinstance(one, Finding) and one.rule == "assignment.clause" and any(span.meets(one.span) for span in given):
            yield Refusal(one.span, one.rule, "a post is given there")
        elif isinstance(one, Finding) and of_members(str(one.args["task"])):
            yield Refusal(one.span, one.rule, ROLL)
        elif isinstance(one, Finding):
            yield _cleared(notice, one, groups, members)
        else:
            yield one


def _cleared(notice: Notice, one: Finding, groups: set[str], members: Mapping[int, str]) -> Finding:
    """A finding without what belongs to a roster: the group in its task, the last member before whose work it is."""
    args = {**one.args, "task": without_roll(str(one.args["task"]), groups)}
    who = one.args["assignee"]
    said = who.mention if isinstance(who, Agency) else ""
    last = members.get(one.span.start, "")
    last = last if len(said) > len(last) + 2 > 6 and said.startswith(last) else ""
    if last:
        args["assignee"] = named(said.removeprefix(last), notice.head)
    return replace(one, args=args, span=Span(one.span.start + len(last), one.span.end))


def _every(notice: Notice) -> Iterator[Finding | Refusal]:
    """The assignments in the order of the text of each form."""
    words = notice.words
    actors = Actors(words, leaves(notice), notice.gaps)
    year = year_of(notice.head)
    listed = [block for block in blocks(notice) if not _is_roll(notice, block)]
    parts = next((block.span.start for block in listed if block.items), 0)
    running = running_on(actors, (part for part, _ in tables(notice)))
    scope = Scope(actors, year, owner(notice, actors), founded(notice), parts, running)
    key = replace(legend(words), closing=closing(actors, (block.span for block in listed if block.items)))
    bare = says_below(words, listed)
    labels: set[int] = set()
    led = -1  # where the work ends that labels above it give
    i = 0
    while i < len(listed):
        block = listed[i]
        told = below(actors, listed, i, year, key, bare)
        scope.enter(block, heads=not told)
        if told:
            first, said = i, []
            while told:
                said.append(told)
                i += told.lines
                told = below(actors, listed, i, year, key, bare) if i < len(listed) else None
            late = limit_below(words, listed, i - 1, year)
            over = following(words, listed, i, block.items) if led == first else headed(words, listed, first, i)
            led = next((k for k in range(i, len(listed)) if listed[k].span.start >= over.end), len(listed)) if over else -1
            task = over or above(words, listed, first, labels)
            yield from _under_labels(notice, block, listed[i - 1].span.end, said, task, late, scope)
            labels.add(block.span.start)
            continue
        if scope.charges(block) or scope.boxed(block):
            pass  # what it charges with stands below
        elif block.leaf.kind == "paragraph" or _SAYS.search(words, block.span.start, block.span.end) or in_row(words, listed, i):
            told_here = list(_running(notice, actors, block, listed[i - 1] if i else None, scope, year, key))
            yield from told_here
            if not any(isinstance(one, Finding) and one.rule == "assignment.clause" for one in told_here):
                yield from _under_heading(notice, actors, listed, i, scope, key)
        i += 1
    powers = {entry.span for entry in entries(notice)}
    for part, _ in tables(notice):
        given = [row for row in rows(actors, part, year) if row.span not in powers]
        if not given:
            yield from _blank(notice, part)
        for row in given:
            work = "".join(notice.printed[span.slice] for span in (row.task, *row.more))
            for role, doers, _ in row.doers:
                for doer in doers:
                    yield _finding(notice, doer, role, work, row.deadline, row.span, "row", 0.95)


def _is_roll(notice: Notice, block: Block) -> bool:
    """Whether a block is part of a list of members."""
    entries = rosters(notice)
    i = bisect_right(entries, block.span.start, key=lambda entry: entry.span.end)
    return i < len(entries) and entries[i].span.start < block.span.end and not _WORK.search(notice.words, block.span.start, block.span.end)


def _under_labels(notice: Notice, first: Block, end: int, said: list[Below], task: Span | None, late: str | None, scope: Scope) -> Iterator[Finding | Refusal]:
    """The doers of the lines from `first` to `end`: their task is the work above them."""
    work = _text(notice, task) if task else ""
    if not task or not work:
        yield Refusal(first.span, "assignment.label", NO_WORK)
        return
    charges = [charge for told in said for charge in told.charges]
    if not charges:
        yield Refusal(first.span, "assignment.label", NOBODY)
    limit = next((told.limit for told in said if told.limit), None) or late or scope.limit(first) or at_end(notice.words[task.slice], year_of(notice.head))
    if charges:
        charges = [*(replace(one, span=Span(task.start, end)) for one in scope.charged(first)), *charges]
    for charge in charges:
        for doer in charge.actors:
            yield _finding(notice, doer, charge.role, work, charge.deadline or limit, charge.span, "label", 0.95)


def _under_heading(notice: Notice, actors: Actors, listed: list[Block], i: int, scope: Scope, key: Legend) -> Iterator[Finding]:
    """The item of those whom a heading above charges with all below it: 二、区水务局牵头的任务 / 1.改造泵站."""
    block = listed[i]
    charges = scope.charged(block, within=True) if block.leaf.kind == "paragraph" else ()
    if not charges or told_below(notice.words, listed, i):
        return
    year = year_of(notice.head)
    start = block.span.start if scope.is_charging(block.items[-1:]) else content_start(block.items[-1])
    end = next((place.start for place, _ in asides(actors, block.span, year, key)), block.span.end)
    task = Span(start, end)
    limit = scope.limit(block) or at_end(notice.words[task.slice], year)
    for charge in charges:
        for doer in charge.actors:
            yield _finding(notice, doer, charge.role, _text(notice, task), limit, block.span, "label", 0.9)


def _blank(notice: Notice, part: Section) -> Iterator[Refusal]:
    for hit in CUES["row"].finditer(notice.words, part.span.start, part.span.end):
        yield Refusal(Span(*hit.span()), "assignment.row", BLANK)


def _running(
    notice: Notice, actors: Actors, block: Block, before: Block | None, scope: Scope, year: int | None, key: Legend
) -> Iterator[Finding | Refusal]:
    """The doers of running text: brackets, labels and roles first, then clause by clause."""
    words = notice.words
    since = scope.task_start(block, before)
    taken: set[int] = set()
    for place, charges in asides(actors, block.span, year, key):
        task = Span(since, place.start)
        bracket = words[place.start] == "（"
        heads = bracket and place.start == block.span.start and not key.closing and "、" not in words[place.slice]
        if heads and work_behind(words, place.end, block.span.end):
            continue  # 【宣传组】制作展板: it heads its line
        if not bracket and (len(task) < 2 or scope.doers(block)):
            continue  # 由区水务局牵头 under the name of a group is no work
        taken.add(place.start)
        since = place.end
        scope.told(block, since)
        if len(task) < 2:
            continue
        for charge in charges:
            yield from _charged(notice, charge, task, scope.limit(block), Span(place.start, place.end))
    when: str | None = None
    for found in paragraph(notice, actors, block, scope, taken):
        if isinstance(found, Clause):
            limit = when if words.startswith("同步", found.main.start) else scope.limit(block)  # by when the clause before it is done
            when = next((one for span in reversed(found.task) if (one := deadline(words[span.slice], year))), limit)
            yield from _given(notice, actors, found, when, scope.role(block))
        elif not found.reason and (work := list(asked(words, found.span, notice.head))):
            yield from _of_addressees(notice, work, scope.limit(block), year)
        elif not found.reason and (power := power_of(notice, actors, found.span)):
            who, does = power
            yield _finding(notice, who, "responsible", _text(notice, does), None, found.span, "clause", 0.7)
        elif found.reason or CUES["clause"].search(words, found.span.start, found.span.end):
            yield Refusal(found.span, "assignment.clause", found.reason or reason(words, found.span))


def _of_addressees(notice: Notice, asked_for: list[Span], limit: str | None, year: int | None) -> Iterator[Finding]:
    """What those have to hand in to whom the notice is sent."""
    for work in asked_for:
        said = _text(notice, work)
        when = deadline(notice.words[work.slice], year) or limit
        for who in notice.head.addressees:
            args: dict[str, Value] = {"assignee": who, "role": "responsible", "task": said, "deadline": when}
            yield Finding(args, work, "assignment.clause", 0.7)


def _given(notice: Notice, actors: Actors, clause: Clause, when: str | None, over: str | None) -> Iterator[Finding]:
    """The facts of a clause; `over` is the role in which those above do what names nobody."""
    task = _said(notice, clause.task)
    if not task:
        return
    role = over if over and not clause.own and clause.work.role == "responsible" else clause.work.role
    confidence = 0.9 if clause.own and clause.work.modal else 0.8
    for doer in clause.actors:
        yield _finding(notice, doer, role, task, when, clause.span, "clause", confidence)
    for others, behind in companions(actors, clause):
        shared = _said(notice, (*clause.task[:-1], *behind))
        for doer in others:
            yield _finding(notice, doer, "support", shared, when, clause.span, "clause", confidence)


def _said(notice: Notice, spans: tuple[Span, ...]) -> str:
    """The words of a task that stand in several places: 垃圾清运|每日两次."""
    *before, last = [span for span in spans if len(span)] or [Span(0, 0)]
    return "".join(_text(notice, span) + _comma(notice, span) for span in before) + _text(notice, last, lead=bool(before))


def _comma(notice: Notice, span: Span) -> str:
    """The comma that ends a part, as it is printed."""
    return notice.printed[span.end - 1] if notice.words[span.slice].endswith("，") else ""


def _charged(notice: Notice, charge: Charge, task: Span, limit: str | None, place: Span) -> Iterator[Finding]:
    said = _text(notice, task).rstrip(_STRAY) + (charge.verb if charge.verb in {"起草", "制定", "编制", "提供"} else "")
    when = charge.deadline or limit or at_end(notice.words[task.slice], year_of(notice.head))
    for doer in charge.actors if said else ():
        yield _finding(notice, doer, charge.role, said, when, Span(task.start, place.end), "bracket", 0.95)


def _finding(
    notice: Notice, doer: Actor, role: str, task: str, limit: str | None, span: Span, cue: str, confidence: float
) -> Finding:
    said = doer.words[1:-1] if _QUOTED.fullmatch(doer.words) else doer.words  # “县专班”
    who = agency(doer.agency, notice.head) if doer.agency else Agency(said, said, doer.group)
    who = replace(who, name=_meant(who.mention, notice.head) or who.name)
    args: dict[str, Value] = {"assignee": who, "role": role, "task": task, "deadline": limit}
    return Finding(args, span, f"assignment.{cue}", confidence)


def _meant(words: str, head: Head) -> str:
    """The one body that speaks (我局; 市局 in its own notice) or is spoken to (你公司); "" for any other words."""
    found = _MEANT.fullmatch(words)
    bodies = head.addressees if found and found["whose"] in "你贵" else head.issuers
    if not found or len(bodies) != 1 or bodies[0].group or not bodies[0].name.endswith(found["kind"]):
        return ""
    return bodies[0].name if found["whose"] in "我本你贵" or found["whose"] in bodies[0].mention else ""


def _text(notice: Notice, span: Span, lead: bool = False) -> str:
    text = notice.printed[span.slice]
    text = text.rstrip(_STRAY).removesuffix("”") if text.count("”") > text.count("“") else text
    return text.rstrip(_STRAY) if lead else text.strip(_STRAY)
