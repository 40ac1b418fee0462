"""Tables that give work to somebody: a column of doers beside a column of work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.duties.actors import Actor, Actors
from extract.duties.duty_table import Columns, duties
from extract.duties.duty_table import columns as columns_of
from extract.duties.fitting import fitted, kinds
from extract.duties.labels import label_line, marked, unlabelled
from extract.duties.legend import Legend
from extract.duties.limits import stated
from extract.duties.listing import listed, person, pure
from extract.duties.predicate import predicate, starts_work
from extract.lexicon import table
from extract.mentions.deadline import deadline
from extract.roles import says_who
from extract.titles import role_of
from kg.model import Section, Span

_WORDS = table("duties")["labels"]
_ITEM = re.compile(r"(?<!\d)\d{1,2}[.．、](?!\d)")
_POINTS = re.compile(r"（?\d{1,3}分|，?(?:完成)?得\d|[。；]?$")
_GROUP = re.compile(r"[一二三四五六七八九十]{1,3}(?:、|$)|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[部类]")
_SUM = re.compile(r"[合总小共]计(?:分值?)?|总分|平均|均值|（续[^（）]{0,6}）|续表.{0,3}")  # rows that give no work
# columns of posts to be filled, and of texts cleaned up: who is over the employer, and who once drafted a text, has no work
_POSTS = re.compile("招聘|招录|学历|报考|^(?:文号|发文字号|发文文号|文件编号)$")
_PEOPLE = re.compile(r"领导|姓名|干部|职务|电话|备注|性别|学历|金额|投资|地址|级别")
_NONE = Span(0, 0)
_NAME, _SHORT, _TIME = 16, 7, 24  # no name of an agency is longer, no words of work in a cell are shorter, no time longer
_TIMED = re.compile(r"[年月日旬季周天]|[前底末内]$")
_NO_LIMIT = re.compile(r"按[日周月季年]|.*已(?:经)?(?:完成|报送|办|落实|实施)|已")  # 按月推进, 2018年已完成
_SERIAL = re.compile(r"序号|编号|项次|^号$")
# 项目名称 | 建设内容, 重点任务 | 具体举措: what the work is called, and what it is
_CALLED = re.compile(r"(?:项目|任务|事项|工作|名称|实事)$")
_TOLD_OF = re.compile(r"内容|措施|举措|(?:具体|工作|建设)(?:要求|目标|任务)|建设规模")


@dataclass(frozen=True, slots=True)
class Row:
    """One row with doers: the cell of the work, the doers of each role, the deadline."""

    span: Span
    task: Span
    doers: tuple[tuple[str, tuple[Actor, ...], Span], ...]
    deadline: str | None
    more: tuple[Span, ...] = ()  # what of the work stands in other cells: behind its name, in rows that this one spilled over


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose a row is that has no column of doers: its `width` in cells, the first cell `behind` his name."""

    width: int
    doer: Actor | None
    behind: int


def _role(title: str) -> str | None:
    return role_of(re.sub(r"（.*?）|\s|及.{0,6}$", "", title))


def rows(actors: Actors, part: Section, year: int | None) -> Iterator[Row]:
    """The rows of a table that has a header with a column of doers; cells merged over rows are carried down."""
    words = actors.words
    header: dict[int, str] = {}
    task = limit = serial = name = None
    columns: list[str] = []
    carried: dict[int, Span] = {}
    whose = _Whose(0, None, 0)
    of_duties: Columns | None = None
    for row, spilled in _lines(words, part):
        cells = [cell.span for cell in row.children]
        titles = [words[cell.slice] for cell in cells]
        if found := columns_of(titles):
            of_duties, header, whose = found, {}, replace(whose, doer=None)
            owners: tuple[Actor, ...] = ()
            continue
        if of_duties and len(cells) > of_duties.duties:
            who = cells[of_duties.who]
            owners = tuple(pure(actors, who)) if len(who) else owners
            for does, share in duties(words, cells[of_duties.duties]) if owners else ():
                yield Row(row.span, share, ((does, owners, row.span),), deadline(words[share.slice], year))
            continue
        roles = {i: role for i, title in enumerate(titles) if (role := _role(title))}
        if roles and len(cells) > 1 and all(len(title) <= 16 for title in titles):
            header, carried = {} if any(map(_POSTS.search, titles)) else roles, {}
            task = _column(titles, _WORDS["task"], set(roles))
            task, name = _named(titles, task, set(roles))
            serial = next((i for i, title in enumerate(titles) if _SERIAL.search(title)), None)
            limit = _column(titles, _WORDS["deadline"], set(roles), telling=r"时间|时限|期限")
            width, columns = len(cells), kinds(titles, [*roles], serial, task, limit)
            continue
        if not header:
            whose = _whose(actors, cells, whose)
            yield from _charged(actors, row.span, cells[whose.behind :], whose.doer, year)
        if not header or task is None:
            continue
        if _is_group(words, cells, width):
            carried = {}
            continue
        if any(_SUM.fullmatch(title) for title in titles[:2]):
            continue
        at = _wide(actors, cells, width, task, header) if len(cells) >= width else fitted(actors, cells, columns, year)
        first = min((i for i in header if i in at and len(at[i])), default=width)
        merged = task in at and not len(at[task])
        for i in range(width):
            if i in at and len(at[i]):
                carried[i] = at[i]
            elif (i > first and i in header) or (i == limit and not (merged and i in at)):
                carried.pop(i, None)  # behind who leads there may be nobody; before who helps somebody leads, in a merged cell
        work = at.get(task) if at.get(task) and len(at[task]) else carried.get(task)
        called = at.get(name, _NONE) if name is not None else _NONE
        if work is None or not len(work):
            continue
        doers: list[tuple[str, tuple[Actor, ...], Span]] = []
        for i, role in header.items():
            first_cell = at[i] if i in at and len(at[i]) else carried.get(i, _NONE)
            for cell in (first_cell, *spilled.get(i, ())) if len(first_cell) else ():
                plain = [(does, these, cell) for does, these in marked(actors, _doers(actors, cell), role, cell.end)]
                doers += _told(actors, cell, year) or plain
        when = carried.get(limit) if limit is not None else None
        if doers:
            limited = _limit(words[when.slice], year) if when is not None else None
            end = max((cell.end for cells in spilled.values() for cell in cells), default=row.span.end)
            said = (work, *spilled.get(task, ()))
            names = 0 < len(called) <= 2 * len(work) and not _GROUP.match(words, called.start, called.end)
            first_said, *more = (called, *said) if names else said
            yield Row(Span(row.span.start, end), first_said, tuple(doers), limited, tuple(more))


def _limit(cell: str, year: int | None) -> str | None:
    """The time that a cell states, a date or its words: 2019年6月, 年底前; none where it says what was done (已报送)."""
    told = len(cell) <= _TIME and _TIMED.search(cell) and not _NO_LIMIT.match(cell)
    return deadline(cell, year) or (stated(cell, year) if told else None)


def _wide(actors: Actors, cells: list[Span], width: int, task: int, header: Iterable[int]) -> dict[int, Span]:
    """The cells of a row by column. A row is wider than its header where one title stands over several columns (目标 | | | 责任单位):
    then those behind the work are counted from the end, if that is where the doers are."""
    more = len(cells) - width
    if not more:
        return dict(enumerate(cells))
    behind = {i: cells[i + more] if i > task else cells[i] for i in range(width)}
    left, right = (sum(bool(len(at[i]) and actors.whole(at[i])) for i in header) for at in (cells, behind))
    return behind if right > left else dict(enumerate(cells[:width]))


def _named(titles: list[str], task: int | None, taken: set[int]) -> tuple[int | None, int | None]:
    """The column of the work, and that of what it is called, where they stand side by side."""
    pairs = () if task is None else ((task, task - 1), (task + 1, task))
    for work, name in pairs:
        if name >= 0 and work < len(titles) and not {work, name} & taken and _CALLED.search(titles[name]) and _TOLD_OF.search(titles[work]):
            return work, name
    return task, None


def _lines(words: str, part: Section) -> Iterator[tuple[Section, dict[int, list[Span]]]]:
    """The rows of a table, each with what of its cells stands in rows below that it spilled over.

    `1 | 建设产业园， | 区经信局、 | 12月底` goes on in ` | 引进企业5家 | 区商务局 | `.
    """
    row: Section | None = None
    spilled: dict[int, list[Span]] = {}
    for below in part.children:
        cells, new = [], [cell.span for cell in below.children]
        if row and len(row.children) == len(new):
            cells = [spilled.get(i, [cell.span])[-1] for i, cell in enumerate(row.children)]
        goes_on = [i for i, cell in enumerate(cells) if len(cell) and words[cell.end - 1] in "、，" and len(new[i])]
        if row and goes_on and not len(new[0]):
            for i, cell in enumerate(new):
                if len(cell):
                    spilled.setdefault(i, []).append(cell)
            continue
        if row:
            yield row, spilled
        row, spilled = below, {}
    if row:
        yield row, spilled


def _told(actors: Actors, cell: Span, year: int | None) -> list[tuple[str, tuple[Actor, ...], Span]]:
    """What a cell itself says of who does what: 区水务局牵头，区公安分局配合; 牵头：区园林局；配合：各镇."""
    said = unlabelled(actors, cell) if says_who(actors.words[cell.slice]) else label_line(actors, cell, year, Legend())
    return [(charge.role, charge.actors, cell) for charge in said or ()]


def _is_group(words: str, cells: list[Span], width: int) -> bool:
    """Whether a row only names those below it: 二 | 排水工程, （一）道路工程."""
    filled = [cell for cell in cells if len(cell)]
    return 0 < len(filled) <= 2 < width and _GROUP.match(words, filled[0].start, filled[0].end) is not None


def _whose(actors: Actors, cells: list[Span], above: _Whose) -> _Whose:
    """Whose a row is: of him whom a cell names; where it lacks the cell that is merged with the one `above`, of whom that is."""
    at, doer = _alone(actors, cells)
    if doer:
        return _Whose(len(cells), doer, at + 1)
    return replace(above, behind=0) if len(cells) < above.width else _Whose(0, None, 0)


def _charged(actors: Actors, row: Span, cells: list[Span], doer: Actor | None, year: int | None) -> Iterator[Row]:
    """The work in a row of a table without a column of doers: the cells behind his, as far as they begin with work.

    `3 | 区工信局 | 60 | 加强工业污染防治 | 1.制订减排方案（35分）；2.完善在线监测` gives three.
    """
    if not doer:
        return
    for cell in cells:
        marks = [cell.start, *(hit.start() for hit in _ITEM.finditer(actors.words, cell.start, cell.end)), cell.end]
        for start, end in pairwise(marks):
            number = _ITEM.match(actors.words, start, end)
            start = number.end() if number else start
            points = _POINTS.search(actors.words, start, end)
            end = points.start() if points else end
            work = predicate(actors.words, start, end) if end - start > _SHORT else None
            if work and starts_work(actors.words, start, end) and not actors.words[start].isdigit():
                yield Row(row, Span(work.start, end), ((work.role, (doer,), row),), deadline(actors.words[start:end], year))


def _alone(actors: Actors, cells: list[Span]) -> tuple[int, Actor | None]:
    """The one cell of a row that is nothing but an agency."""
    named = [(i, one) for i, cell in enumerate(cells) if 2 < len(cell) <= _NAME and (one := actors.named(cell.start)) and one.span == cell]
    return named[0] if len(named) == 1 and not named[0][1].group else (0, None)


def running_on(actors: Actors, parts: Iterable[Section]) -> dict[int, tuple[Actor, ...]]:
    """Whose list runs on behind each table, by where it ends: 3 | 区工信局 | 1.制订方案；, and 2.… in lines below."""
    found: dict[int, tuple[Actor, ...]] = {}
    over: tuple[Actor, ...] = ()
    for part in parts:
        cells: list[Span] = []
        for row in part.children:
            cells = [cell.span for cell in row.children if len(cell.span)]
            _, doer = _alone(actors, cells)
            over = (doer,) if doer else over
        found[part.span.end] = over if cells and actors.words.startswith("1.", cells[-1].start) else ()
    return found


def _doers(actors: Actors, cell: Span) -> list[Actor]:
    """The doers of a cell: a list, or a person with his post (村委会主任 王涛)."""
    if name := person(actors.words[cell.slice]):
        at = actors.words.index(name, cell.start)
        return [Actor(Span(at, at + len(name)), name)]
    return listed(actors, cell)


def _column(titles: list[str], wanted: list[str], taken: set[int], telling: str = "") -> int | None:
    """The column whose title is the most telling of the wanted ones."""
    for name in wanted:
        for i, title in enumerate(titles):
            if i not in taken and not _SERIAL.search(title) and re.sub(r"（.*?）", "", title) == name:
                return i
    for name in wanted:
        for i, title in enumerate(titles):
            if i not in taken and not _SERIAL.search(title) and name in title:
                return i
    if telling:
        return next((i for i, title in enumerate(titles) if i not in taken and re.search(telling, title)), None)
    if any("姓名" in title for title in titles):
        return None  # a roll of people
    others = [i for i, title in enumerate(titles) if i not in taken and not _SERIAL.search(title) and not _PEOPLE.search(title)]
    return others[0] if others else None
