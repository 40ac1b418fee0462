"""Tables of tasks that ran together whole, header and rows: 序号任务牵头单位责任单位完成时限1清淤区水务局各镇2019年6月2….

Nothing parts the cells but what they hold: a row ends in the lists of bodies that the header announces, with their time before or
behind them, where the number of the next row or part follows. What lies before the bodies is the work, whatever columns it had.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.head.page import Page
from extract.mentions.agency import agencies_in, agency_list, is_agency
from extract.titles import names_column, role_of
from extract.tree.columns import is_title
from extract.tree.spread import Cells, Spread
from kg.model import Gap, Span

_HEADER = re.compile(r"(?:序号|编号|项次)(?P<titles>[\u4e00-\u9fff（）、/]{6,90}?)(?=\d|一、|（一）)")
_BRACKETS = re.compile(r"（.*?）")
_LONGEST, _TITLE, _NAME, _HEADING, _FEWEST = 30000, 16, 20, 60, 2
_DAY = (
    r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末中上下]旬?|份)?(?:之?前)?|(?:19|20)\d\d年(?:年?[底末]|内)?前?|全年|(?:长期|常年)(?:坚持|推进|执行)?|年[底内]前?|持续(?:推进|跟进|整治|改进)"
    r"|立行立改|即知即改|立即整改|常态化(?:推进|开展)?|按(?:时序|计划|进度)(?:推进|实施)?"
)
_LIMIT, _LIMIT_END = re.compile(rf"(?:{_DAY})(?:完成)?"), re.compile(rf"(?:{_DAY})(?:完成)?$")
_ENDS = r"(?:[局委办厅部院会处科室队站所社村乡镇]|中心|公司|集团|政府|街道|办事处)"
_ENDED = re.compile(rf"{_ENDS}$")
_UNIT = "年月日号时个项件名人次元分%％万亿倍米公吨户家所座处条天岁级类批度"
_POINT = re.compile(r"\d{1,2}[.．、](?!\d)")
_FIRST_POINT = re.compile(r"\d{0,2}1[.．、](?!\d)")  # behind the points of the row: 10|1.建立…
_PART = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}(?:街道(?:办事处)?|[镇乡](?:人民)?(?:政府)?)")
_ROOMS = re.compile(r"([\u4e00-\u9fff]{1,8}?[科室处股])([\u4e00-\u9fff]{2,8}[科室处股])")
_NO_NAME = re.compile(r".*[“”\d]")  # of 锅炉28台|县市监局, “零跑动”|区税务局 only the end is a name
_LEVELS = "省市区县州镇乡"
_JOIN = re.compile(r"、|以及|[和及]")
_MORE = re.compile(rf"(?:、[\u4e00-\u9fff]{{2,16}}?){{1,8}}(?={_DAY})")  # who stands last in a list, and no list knows him


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the header: `kind` is T (work), D (doers) or L (time)."""

    kind: str
    span: Span


def run_on(page: Page, span: Span) -> Iterator[Spread]:
    """The tables of a range that ran together whole, in order."""
    hits = list(_HEADER.finditer(page.words, span.start, span.end))
    titles, number = "", 0
    for hit, following in pairwise([*hits, None]):
        assert hit
        # a header that is printed again, on the next page
        number = number if hit["titles"] == titles and page.words.startswith(str(number + 1), hit.end()) else 0
        if not (columns := _columns(page, Span(*hit.span("titles")))):
            continue
        reader = _Rows(page, columns, min(following.start() if following else span.end, hit.end() + _LONGEST), number)
        rows = list(reader.read())
        if len(rows) < _FEWEST and not number:
            continue
        titles, number = hit["titles"], reader.number
        if not rows:
            continue
        work = columns[0].span  # or doers, who fit
        titled = Span(max(work.start, work.end - _TITLE), work.end)  # no title is longer
        header = (Span(hit.start(), titled.start), titled, *(one.span for one in columns[1:]))
        yield Spread(Span(hit.start(), rows[-1][-1].end), (header, *rows))


def _columns(page: Page, titles: Span) -> tuple[_Column, ...]:
    """The columns of a header that has no white space; columns of work that lie side by side are one. None where doers stand elsewhere than
    behind or before all work."""
    words = page.words
    if any(page.gaps[titles.start : titles.end]):
        return ()
    found: list[_Column] = []
    at = titles.start
    while at < titles.end:
        end = next((end for end in range(min(at + _TITLE, titles.end), at + 1, -1) if is_title(_BRACKETS.sub("", words[at:end]))), at + 1)
        title = _BRACKETS.sub("", words[at:end])
        kind = "D" if role_of(title) else "L" if names_column(title) else "T"
        if kind == "T" and found and found[-1].kind == "T":
            found[-1] = _Column("T", Span(found[-1].span.start, end))
        else:
            found.append(_Column(kind, Span(at, end)))
        at = end
    kinds = "".join(one.kind for one in found)
    return tuple(found) if re.fullmatch(r"TL?D{1,4}L?T?|DTL?", kinds) else ()


class _Rows:
    """Reads the rows under a header."""

    def __init__(self, page: Page, columns: Sequence[_Column], end: int, number: int) -> None:
        """`number` is that of the last row before."""
        self._page, self._columns, self._end, self.number = page, columns, end, number
        self._start = columns[-1].span.end
        kinds = "".join(one.kind for one in columns)
        self._doers, self._before, self._behind = kinds.count("D"), "L" in kinds[: kinds.index("D")], "L" in kinds[kinds.index("D") :]

    def read(self) -> Iterator[Cells]:
        """The cells of each row."""
        return self._opened() if self._columns[0].kind == "D" else self._closed()

    def _opened(self) -> Iterator[Cells]:
        """Rows that begin with their doers, right behind the number: 2|区水务局|开展清淤|6月."""
        begun: list[tuple[int, Span]] = []
        for lists in self._lists():
            at = lists[0].start - len(str(self.number + 1))
            if len(lists) == 1 and at >= self._start and self._numbered(at, self.number + 1) == lists[0].start:
                begun.append((at, lists[0]))
                self.number += 1
        page, columns = self._page, self._columns
        for (at, doers), (end, _) in pairwise([*begun, (self._end, Span(0, 0))]):
            line = page.line_end(doers.end) if end == self._end else end
            end = min(end, line)
            told = _LIMIT_END.search(page.words, max(doers.end, end - _NAME), end) if len(columns) > _FEWEST else None
            cut = told.start() if told else end
            if cut > doers.end:
                yield (Span(at, doers.start), doers, Span(doers.end, cut), *[Span(cut, end)] * (len(columns) - _FEWEST))

    def _closed(self) -> Iterator[Cells]:
        """Rows that end with their doers, with their time before or behind them."""
        at = self._start
        for lists in self._lists():
            begin, end = lists[0].start, lists[-1].end
            if begin <= at or len(lists) > self._doers:
                continue
            start, now = self._work(at, begin, self.number)
            limit = _LIMIT.match(self._page.words, end, self._end) if self._behind else None
            more = None if limit or not self._behind else _MORE.match(self._page.words, end, self._end)
            limit = _LIMIT.match(self._page.words, more.end(), self._end) if more else limit
            if more and limit:
                lists = [*lists[:-1], Span(lists[-1].start, more.end())]
            stop = limit.end() if limit else end
            if start >= begin or not self._follows(stop, now):
                continue
            yield self._cells(at, start, lists, stop)
            at, self.number = stop, now

    def _cells(self, at: int, start: int, lists: Sequence[Span], stop: int) -> Cells:
        begin, end = lists[0].start, lists[-1].end
        told = _LIMIT_END.search(self._page.words, max(start + 2, begin - _NAME), begin) if self._before else None
        cut = told.start() if told else begin
        found = {"T": [Span(start, cut)], "L": [Span(cut, begin)] if self._before else [Span(end, stop)], "D": list(lists)}
        cells = [Span(at, start)]
        for column in self._columns:
            left = found[column.kind]
            cells.append(left.pop(0) if left else Span(cells[-1].end, cells[-1].end))
        return tuple(cells)

    def _lists(self) -> Iterator[list[Span]]:
        """Lists of bodies, those that stand side by side without a sign together."""
        names = sorted(self._names(), key=len, reverse=True)
        if not names:
            return
        words, start = self._page.words, self._start
        hits = [part for hit in re.compile("|".join(map(re.escape, names))).finditer(words, start, self._end) for part in self._rooms(*hit.span())]
        lists: list[Span] = []
        for hit in hits:
            last = lists[-1].end if lists else 0
            joint = _JOIN.fullmatch(words, last, hit.start) if lists else None
            if joint:
                lists[-1] = Span(lists[-1].start, hit.end)
            elif hit.start == last:
                lists.append(hit)
            else:
                yield from [lists] if lists else []
                lists = [hit]
        yield from [lists] if lists else []

    def _rooms(self, start: int, end: int) -> list[Span]:
        """A name, or the two rooms of a house that ran together to one, where the table has two columns of them: 办公室|法规科."""
        name = self._page.words[start:end]
        split = self._doers > 1 and name[0] not in _LEVELS and _ROOMS.fullmatch(name)
        if not split or not (is_agency(split[1]) and is_agency(split[2])):
            return [Span(start, end)]
        return [Span(start, start + split.end(1)), Span(start + split.end(1), end)]

    def _names(self) -> set[str]:
        """The names of bodies in the rows: those that the lexicon knows, and those that stand between signs more than once."""
        words = self._page.words[self._start : self._end]
        known = set(_apart([name for one in agencies_in(words) if is_agency(name := _NO_NAME.split(words[one.span.slice])[-1])]))
        signs = [m.start() for m in re.finditer(r"[^\u4e00-\u9fff]", words)]
        between = [words[a + 1 : b] for a, b in pairwise(signs) if 2 <= b - a - 1 <= _NAME and words[a] in "、；。）" and words[b] in "、0123456789"]
        ended = Counter(name for name in between if _ENDED.search(name))
        known |= {name[i:] for name in known for i in range(1, len(name) - 2) if name[i] in _LEVELS and is_agency(name[i:])}
        found = known | {name for name, often in ended.items() if often > 1 or agency_list(name)}
        times = {name: words.count(name) for name in found}
        # 持续跟进资源生态处: words before a name that stands elsewhere without them
        return {name for name in found if not any(name[i:] in found and times[name[i:]] > times[name] for i in range(1, len(name) - 1))}

    def _follows(self, at: int, number: int) -> bool:
        """Whether a row may end here: its number, a part or the end of the table follow."""
        page = self._page
        if at >= self._end or page.gaps[at] >= Gap.LINE or page.words.startswith(("附件", "备注", "注：", "说明"), at):
            return True
        return bool(_POINT.match(page.words, at) or _PART.match(page.words, at) or any(self._numbered(at, n) for n in range(number + 1, number + 4)))

    def _numbered(self, at: int, number: int) -> int:
        """Where the words behind a number begin; 0 where it does not stand here."""
        words, sign = self._page.words, str(number)
        behind = at + len(sign)
        stands = words.startswith(sign, at) and behind < self._end and not words[behind].isdigit() and words[behind] not in _UNIT + ".．-—"
        return behind + words.startswith(("、",), behind) if stands else 0

    def _work(self, at: int, end: int, number: int) -> tuple[int, int]:
        """Where the work of a row begins, behind its number, its part and the first of its points, and the number of the row."""
        words = self._page.words
        places = [at] if self._numbered(at, number + 1) else [i for i in range(at, end) if words[i - 1] not in "0123456789.-" and self._numbered(i, number + 1)]
        start, now = (self._numbered(places[0], number + 1), number + 1) if places else (at, number)
        point = _POINT.match(words, start, end) or _FIRST_POINT.search(words, start, min(end, start + _HEADING))
        return (point.end() if point else start), now


def _apart(names: Sequence[str]) -> Iterator[str]:
    """Names that ran together (区住建局|各镇政府), or with the words before them (入仓|市生态环境局) where others begin with their level."""
    levels = Counter(name[0] for name in names if name[0] in _LEVELS)
    usual = levels.most_common(1)[0][0] if levels else ""
    for name in names:
        ends = [i for i in range(3, len(name) - 2) if name[i] in _LEVELS + "各" or _PLACE.fullmatch(name, i)]
        cuts = [0, *(i for i in ends if is_agency(name[:i]) and is_agency(name[i:])), len(name)]
        for a, b in pairwise(cuts):
            at = name.find(usual, a + 1, b - 2) if usual and levels[usual] > 1 and name[a] not in _LEVELS + "各" else -1
            yield name[at if at > 0 and is_agency(name[at:b]) else a : b]
