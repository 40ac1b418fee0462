"""Tables of people with posts: a header row with 姓名 and 任命职务, 免去职务, or 单位 and 职务."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.memo import per_notice
from extract.mentions.person import is_name
from kg.model import Gap, Notice, Section, Span

HEADER = re.compile(
    r"(?P<name>(?:同志|人员|任职人员|干部|法官|教师)?姓名|名字|(?:联系|包[保联抓挂]|挂[包联钩]|分管|责任|牵头|带班|值班)(?:[省市县区镇乡]级?)?领导(?:姓名)?)"
    r"|(?P<dismiss>(?:拟|被)?(?:免去|免|原任|卸任|不再担任|解聘)(?:的)?(?:职务|单位及职务|岗位)?|免职(?:职务|情况)?)"
    r"|(?P<appoint>(?:新任|任命|拟任命|任|聘任|拟聘|新聘|聘用|拟聘任|任用|提名|委派|推荐|选举|担任)(?:的)?(?:职务|职位|岗位|单位及职务)|任职(?:职务)?|任命(?:职务)?)"
    r"|(?P<post>(?:工作|现|所在)?(?:单位)?(?:及|和|、|/)?(?:现任|现|行政|党政)?(?:职务|职位)(?:职级|、职级)?)"
    r"|(?P<note>备注)"
    r"|(?P<agency>(?:工作|所在|任职|聘任)?(?:单位|部门|机构|学校|法院|院系|乡镇|企业)(?:名称)?)"
)
# a header row as its cells stand in the words: 姓名任命职务, 工作单位姓名
_BESIDE = r"(?:性别|出生年月|民族|学历|(?:工作|所在)?单位|部门|[\u4e00-\u9fff]{0,4}职[务位称级]|(?:工作)?分工|角色|备注)"
HEAD_ROW = re.compile(rf"姓名(?={_BESIDE})|{_BESIDE}(?=姓名)")
_UNDER = 120  # words behind a header in which its first people stand
_REPEATED = re.compile(r"姓名|合计|备注")


def nobody_under(notice: Notice, head: Span) -> bool:
    """Whether a header row is that of a blank form: no name stands as a cell in the words behind it."""
    words, gaps = notice.words, notice.gaps
    end = min(len(words), head.end + _UNDER)
    edges = [head.end, *(at for at in range(head.end + 1, end) if gaps[at] > Gap.NONE), end]
    return not any(is_name(words[a:b]) for a, b in pairwise(edges))


@dataclass(frozen=True, slots=True)
class Row:
    """A person of a table; the words of the columns that it has, "" for the others."""

    name: str
    span: Span
    appoint: str = ""
    dismiss: str = ""
    post: str = ""
    agency: str = ""
    note: str = ""
    before: str = ""


@per_notice
def people_rows(notice: Notice) -> tuple[Row, ...]:
    """The people of every table that has a column of names and one of posts."""
    return tuple(row for part in notice.tree.walk() if part.kind == "table" for row in _rows(notice, part))


def _rows(notice: Notice, table: Section) -> Iterator[Row]:
    rows = [row for row in table.children if row.kind == "row"]
    columns: dict[str, int] = {}
    header = 0
    for header, row in enumerate(rows[:4]):  # noqa: B007
        columns = _columns(notice.words, row)
        if "name" in columns:
            break
    if "name" not in columns or not columns.keys() & {"appoint", "dismiss", "post"}:
        return
    before = notice.words[max(0, table.span.start - 60) : table.span.start]
    agency = ""
    for row in rows[header + 1 :]:
        said = {
            name: notice.words[row.children[i].span.slice]
            for name, i in columns.items()
            if i < len(row.children)
        }
        name = re.sub(r"（[^（）]*）|同志$", "", said.get("name", ""))
        if not is_name(name) or _REPEATED.fullmatch(name):
            continue
        agency = said.get("agency", "") or agency  # a cell merged over rows
        rest = {key: said.get(key, "") for key in ("appoint", "dismiss", "post", "note")}
        yield Row(name, row.span, **rest, agency=agency if "agency" in columns else "", before=before)


def _columns(words: str, row: Section) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row.children):
        found = HEADER.fullmatch(words[cell.span.slice])
        if found and found.lastgroup:
            columns.setdefault(found.lastgroup, at)
    if "name" in columns and "领导" in words[row.children[columns["name"]].span.slice]:  # 企业名称 | 包联领导 | 职务: no house of his
        columns.pop("agency", None)
    return columns
