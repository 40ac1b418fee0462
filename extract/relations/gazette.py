"""`gazette`: the masthead of an issue and its page of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.page import Page
from extract.issue.contents import GAZETTE, ISSUE, contents_of, gazette_title
from extract.mentions.date import dates_in
from kg.model import Agency, Finding, Notice, Refusal

READS = "front"
"""The part of a text that this relation reads: its masthead, not its notices."""

CUES: dict[str, re.Pattern[str]] = {
    "masthead": GAZETTE,
}
_SPONSOR = re.compile(
    r"(?:主管)?主办(?:单位)?：(?P<after>[\u4e00-\u9fa5]{4,40})|(?P<before>[\u4e00-\u9fa5]{4,40}?)(?:主管)?(?:主办|编印|编辑|编)(?![\u4e00-\u9fa5])"
)


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """One fact for the masthead; `notice` is the front of the issue."""
    page = Page(notice.words, notice.gaps)
    listed = contents_of(page)
    end = listed[0] if listed else len(page)
    title = gazette_title(page)
    if title is None:
        yield Refusal(notice.head.title_span, "gazette.masthead", "contents without the name of a gazette")
        return
    issue = ISSUE.search(page.words, 0, end)
    entries = tuple(
        {"title": notice.printed[one.title.slice], "number": one.number, "page": one.page} for one in (listed[1] if listed else ())
    )
    args = {
        "title": notice.printed[title.slice],
        "issue": issue[0] if issue else None,
        "date": _date(page, end),
        "sponsor": _sponsor(page, end),
        "contents": entries,
    }
    yield Finding(args, title, "gazette.masthead", 0.99)


def _date(page: Page, end: int) -> str | None:
    """The date of the issue, as precise as the masthead gives it."""
    found = [one.iso for line in page.lines(0, end) for one in dates_in(page.words[line.slice])]
    return max(found, key=len) if found else None


def _sponsor(page: Page, end: int) -> Agency | None:
    for line in page.lines(0, end):
        found = _SPONSOR.search(page.words, line.start, line.end)
        if found:
            name = found["after"] or found["before"]
            return Agency(name, name)
    return None
