"""Rosters printed as tables that lost their cells: `队员名单 序号 姓名 职称 1 王涛 主治医师 2 李敏 医师 …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.memo import per_notice
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.rosters.entry import RosterEntry
from extract.rosters.naming import KIND
from extract.rosters.roles import ROLE
from extract.rosters.stretch import POST_END
from kg.model import Gap, Notice, Span

# 序号 姓名, 序号 队长: a header run together, up to its first row
HEADER = re.compile(rf"序号(?:(?P<name>姓名)|(?P<role>{ROLE}(?:姓名)?))(?P<rest>[^。；\d]{{0,40}}?)(?=1[\u4e00-\u9fff])")
# …队伍队员名单
_TITLE = re.compile(
    rf"(?P<body>[\u4e00-\u9fff“”（）]{{4,60}}?(?:队伍|小分队|医疗队|工作队|服务队|突击队|队|组|专班|{KIND.pattern}))(?P<role>{ROLE})?"
    r"(?:成员|组成人员|人员)?(?:联系)?(?:名单|名册|一览表|花名册)"
)
_BEFORE = re.compile(r".*(?:附件\d{0,2}|附|[。；：，]|名单|〔略〕)")
_LONGEST_CELL = 40
_LEAST = 2


@per_notice
def flat(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every row of every such table whose title names a body; the numbers count up from one."""
    words = notice.words
    tables = [part.span for part in notice.tree.walk() if part.kind == "table"]
    found: list[RosterEntry] = []
    for header in HEADER.finditer(words):
        title = _title(words, header.start())
        if title is None or any(table.holds(Span(*header.span())) for table in tables):
            continue
        said = header["role"] or title["role"] or "成员"
        rows = list(_rows(notice, header.end()))
        if len(rows) >= _LEAST:
            found += [_entry(words, row, name, Span(*header.span()), said, title["body"]) for row, name in rows]
    return tuple(found)


def _title(words: str, at: int) -> re.Match[str] | None:
    """The title right before a header; of several it is the last that names a body."""
    start = max(0, at - 120)
    last = None
    for title in _TITLE.finditer(words, start, at):
        last = title
    if last is None or at - last.end() > 30:
        return None
    cut = _BEFORE.match(last["body"])
    return _TITLE.search(words, last.start() + cut.end(), at) if cut else last


def _rows(notice: Notice, at: int) -> Iterator[tuple[Span, Span]]:
    """Each row and its name: the number, the name, and what follows up to the next number."""
    words, gaps = notice.words, notice.gaps
    number = 1
    while words.startswith(str(number), at):
        start = at + len(str(number))
        name = next(
            (Span(start, start + n) for n in (2, 3, 4) if is_name(words[start : start + n]) and (start + n == len(words) or gaps[start + n])),
            None,
        )
        if name is None:
            return
        number += 1
        limit = min(len(words), name.end + _LONGEST_CELL)
        following = next(
            (i for i in range(name.end, limit) if words.startswith(str(number), i) and gaps[i] >= Gap.SPACE), limit
        )
        stop = next((i for i in range(name.end, following) if words[i] in "。；《"), following)
        yield Span(start, stop), name
        at = following


def _entry(words: str, row: Span, name: Span, label: Span, role: str, body: str) -> RosterEntry:
    rest = words[name.end : row.end]
    ends = [end.end() for end in POST_END.finditer(rest)]
    post = rest[: ends[-1]] if ends and holdings(rest[: ends[-1]]) else ""
    said = words[name.slice]
    return RosterEntry(
        role=role.removesuffix("姓名"),
        kind="person",
        span=Span(row.start, name.end + len(post)),
        role_span=label,
        name=said,
        name_span=name,
        post=post,
        holdings=tuple(holdings(post)) if post else (),
        body=body,
        how="table",
    )


