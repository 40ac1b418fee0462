"""Rosters printed as tables: a header row with 姓名, 单位及职务 and perhaps 组内职务."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.memo import per_notice
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.rosters.bodies import registry
from extract.rosters.entry import RosterEntry
from extract.rosters.roles import ROLE
from extract.rosters.stretch import POST_END
from extract.rosters.whose import body_of
from kg.model import Notice, Section, Span

HEADER = re.compile(
    r"(?P<name>姓名|成员姓名|人员姓名)|(?P<role>[\u4e00-\u9fff]{2,10}(?:小组|工作组|指挥部|专班|委员会|联席会议)内?(?:职务|职责)|(?:组内|小组|领导小组|指挥部|专班|本组|会内|担任|工作组|在本组|委员会|联席会议|拟任|"
    r"机构内?)(?:内)?(?:的)?(?:职务|职责|角色)|职务分工|分工|成员类别|人员类别|组别职务|小组成员)|"
    r"(?P<post>(?:工作)?单位(?:及|和|、|/)?职务|单位职务|现?任?职务|行政职务|职务(?:（职称）)?|职务、职称|职称)|(?P<agency>(?:工作|所在|"
    r"成员)?单位(?:名称)?|部门|所属单位)"
)
_ROLE = re.compile(ROLE)
_NOTED = ("备注", "职务", "职责", "类别")
_OF_BODY = re.compile(r"成员|名单|组成|领导小组|指挥部|联席会议|专班|委员会|工作组")


@per_notice
def tabled(notice: Notice) -> tuple[RosterEntry, ...]:
    """Every member of every table that is the roster of a body."""
    found: list[RosterEntry] = []
    for part in notice.tree.walk():
        if part.kind == "table":
            found += _of_table(notice, part)
    return tuple(found)


def _of_table(notice: Notice, table: Section) -> Iterator[RosterEntry]:
    words = notice.words
    rows = [row for row in table.children if row.kind == "row"]
    columns: dict[str, int] = {}
    header = 0
    for at, row in enumerate(rows[:3]):
        header = at
        columns = _columns(words, row)
        if "name" in columns:
            break
    noted = _noted(words, rows[header:]) if "role" not in columns else -1
    if noted >= 0:
        columns["role"] = noted
        if columns.get("post") == noted:  # 职务 | 姓名 | 单位 | 职务: the post is in the other
            columns |= _columns(words, rows[header], noted + 1) if noted + 1 < len(rows[header].children) else {}
    if "name" not in columns or not ({"role", "post", "agency"} & set(columns)):
        return
    before = words[max(0, table.span.start - 80) : table.span.start]
    if "role" not in columns and not _OF_BODY.search(before):
        return
    body = body_of(notice, registry(notice), table.span.start, 0)
    label = rows[header].span
    role = ""
    for row in rows[header + 1 :]:
        cells = {name: row.children[at].span for name, at in columns.items() if at < len(row.children)}
        entry = _entry(words, cells, row.span, label, role, body)
        if entry:
            role = entry.role
            yield entry


def _columns(words: str, row: Section, since: int = 0) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, cell in enumerate(row.children[since:], since):
        found = HEADER.fullmatch(words[cell.span.slice])
        if found and found.lastgroup:
            columns.setdefault(found.lastgroup, at)
    return columns


def _noted(words: str, rows: list[Section]) -> int:
    """The column 备注, or the first of 职务, where it holds roles: 组长, 副组长, 成员; else -1."""
    heads = [words[cell.span.slice] for cell in rows[0].children] if rows else []
    for at, head in enumerate(heads):
        if head not in _NOTED:
            continue
        said = [words[row.children[at].span.slice] for row in rows[1:] if at < len(row.children)]
        roles = sum(bool(_ROLE.fullmatch(one)) for one in said)
        if roles and roles >= sum(map(bool, said)) - 1:
            return at
    return -1


def _entry(words: str, cells: dict[str, Span], row: Span, label: Span, last: str, body: str) -> RosterEntry | None:
    def said(column: str) -> str:
        return words[cells[column].slice] if column in cells else ""

    name = re.sub(r"（.*?）|同志$", "", said("name"))
    if not is_name(name):
        return None
    post = said("agency") + said("post") if said("post") and not said("post").startswith(said("agency")) else said("post")
    role_words = _ROLE.search(said("role"))
    role = role_words[0] if role_words else last or "成员"
    is_post = bool(re.search(rf"(?:{POST_END.pattern})$", post))
    return RosterEntry(
        role=role,
        kind="person",
        span=row,
        role_span=cells.get("role", label),
        name=name,
        name_span=cells["name"],
        post=post if is_post else "",
        post_span=cells.get("post") if is_post else None,
        agency="" if is_post else post or said("agency"),
        holdings=tuple(holdings(post)) if is_post else (),
        body=body,
        how="table",
    )
