"""Tables of texts that a clean-up repeals, amends or keeps: 序号, 文件名称, 文号.

A notice that clears up older rules lists them in a table under 废止的规范性文件目录, mostly without 《》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.number import numbers_in
from extract.mentions.reference import Reference
from kg.model import Notice, Section, Span

_NAME = re.compile(r"(?:文件|规章|法规|规定|规范性文件)?(?:名称|标题|题目|文件名)$|^文件$")
_COUNT = re.compile(r"（[^（）]{1,10}）")  # （共4件）, behind the title of a list
_NUMBER = re.compile(r"文号|发文字号|文件编号|令号|发布文号")


def listed_in(notice: Notice, table: Section) -> Iterator[Reference]:
    """The text of each row of a table whose header names titles and numbers; none for any other table."""
    rows = [row for row in table.children if row.kind == "row"]
    if len(rows) < 2:
        return
    words = notice.words
    header = [words[cell.span.slice] for cell in rows[0].children]
    name = next((i for i, cell in enumerate(header) if _NAME.search(cell)), None)
    number = next((i for i, cell in enumerate(header) if _NUMBER.search(cell)), None)
    if name is None or number is None:
        return
    for row in rows[1:]:
        if len(row.children) <= max(name, number):
            continue
        title, code = row.children[name].span, row.children[number].span
        inner = _bare(words, title)
        said = next(iter(numbers_in(words, code)), None)
        if len(inner) > 3 and (said or not len(code)):
            end = said.span.end if said else title.end
            span = Span(min(title.start, code.start), max(title.end, end))
            yield Reference(span, words[inner.slice], said.number if said else None, inner, form="row")


def rested_on(notice: Notice) -> list[Span]:
    """The cells of columns that say on what their rows rest (设定依据), in order."""
    found: list[Span] = []
    for _, table in tables(notice):
        rows = [row for row in table.children if row.kind == "row"]
        columns = [i for i, cell in enumerate(rows[0].children) if notice.words[cell.span.slice].endswith("依据")] if rows else []
        found += [row.children[i].span for row in rows[1:] for i in columns if i < len(row.children)]
    return sorted(found)


def _bare(words: str, span: Span) -> Span:
    marked = words[span.start : span.start + 1] == "《" and words[span.end - 1 : span.end] == "》"
    return Span(span.start + 1, span.end - 1) if marked else span


def tables(notice: Notice) -> Iterator[tuple[str, Section]]:
    """Every table with the heading that it stands under."""
    heading = ""
    for part in notice.tree.walk():
        if part.kind in ("title", "heading", "paragraph"):
            said = notice.words[part.span.slice]
            said = heading + said if _COUNT.fullmatch(said) else said
            heading = said if len(said) <= 60 else said[-60:]
        elif part.kind == "table":
            yield heading, part
