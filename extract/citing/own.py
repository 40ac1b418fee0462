"""The texts that are the notice's own: itself, what it puts in force, what it carries or has as an annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.citing.same import key
from extract.mentions.reference import Reference
from kg.model import Gap, Notice

_PUBLISHED = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|颁发|下发|印送)(?!.{0,30}(?:贯彻|落实|执行|实施))[^《》]{0,30}$")
_INNER = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|下发)(?P<inner>.{4,}?)(?:的(?:通知|决定|公告|通告|函|命令|令)|$)")
_ANNEX = re.compile(r"附[件录表]?[\d一二三四五六七八九十]{0,3}[：:.、．]?(?:\d{1,2}[.．、])?$|(?<!\d)\d{1,2}[.．、]$")
# 附件：1.《…》2.《
_LISTED = re.compile(r"附件[：:](?:[^。；]*\d{1,2}[.．、])?$")
_LIST = 500
_DEFINED = re.compile(r"以下(?:统|简)?称(?:为)?《(?P<short>[^》]{1,20})》")
_GENERIC = 6


class Own:
    """Knows the notice's own texts by their titles and short names."""

    __slots__ = ("_annexes", "_keys", "_named", "_notice", "_numbers", "_shorts")

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._keys = {name for name in map(key, _titles(notice)) if name}
        self._named = {key(one.title) for one in notice.head.carried if not one.printed} - {key(notice.head.title)}
        self._numbers = {one.number for one in notice.head.carried if one.number}
        self._shorts: set[str] = set()
        self._annexes: dict[str, bool] = {}

    def define(self, references: list[Reference]) -> None:
        """Short names: those of own texts, and those that are given to no reference (本区工作方案，以下简称《方案》)."""
        given = {key(one.short) for one in references if one.short}
        self._shorts |= {key(one.short) for one in references if one.short and one.title and key(one.title) in self._keys}
        self._shorts |= {key(found["short"]) for found in _DEFINED.finditer(self._notice.words)} - given

    def holds(self, reference: Reference, relation: str = "mentions") -> bool:
        """A reference to one of the notice's own texts; one that is only named, not printed, is none where it is rested on."""
        number = self._notice.head.number
        if reference.number and reference.number in self._numbers:
            return True
        if reference.number and number:
            return reference.number == number or _is_part(reference.number, number)
        if reference.title is None:
            return False
        name = key(reference.title)
        if reference.form == "about" and any(name in own or own in name for own in self._keys if len(own) > _GENERIC):
            return True
        if name in self._named - self._shorts and relation != "mentions":
            return self._is_annex(reference.title, name)
        if name in self._keys or name in self._shorts:
            return not reference.number
        law = reference.title.startswith("中华人民共和国")  # 《中华人民共和国河道管理条例》 in that of a city
        if not law and len(name) <= _GENERIC and any(own.endswith(name) for own in self._keys):
            return True
        return not reference.number and self._is_annex(reference.title, name)

    def planned(self, title: str) -> bool:
        """The notice tells how a text is to be written: …规划编制工作方案."""
        name = key(title)
        return any(re.search(re.escape(name) + r"(?:的)?(?:编制|起草|修编|编写|编纂|制定|修订)", own) for own in self._keys)

    def _is_annex(self, title: str, name: str) -> bool:
        """The title stands in the notice as a heading or in the list of its annexes."""
        if name not in self._annexes:
            self._annexes[name] = len(name) > 3 and any(self._headings(title))
        return self._annexes[name]

    def _headings(self, title: str) -> Iterator[bool]:
        words, gaps = self._notice.words, self._notice.gaps
        at = words.find(title)
        while at >= 0:
            end = at + len(title)
            if words[at - 1 : at] == "《":
                yield _LISTED.search(words, max(0, at - _LIST), at - 1) is not None
            else:
                line = at == 0 or gaps[at] >= Gap.LINE
                alone = end >= len(words) or gaps[end] >= Gap.LINE
                yield bool((line and alone) or _ANNEX.search(words[max(0, at - 12) : at]))
            at = words.find(title, end)


def _is_part(one: str, other: str) -> bool:
    return len(one) > 6 and (one.endswith(other) or other.endswith(one))


def _titles(notice: Notice) -> Iterator[str]:
    title = notice.head.title
    yield title
    if found := _INNER.search(title):
        yield found["inner"]
        yield re.sub(r"^.{0,30}?关于", "关于", found["inner"])
    for marked in re.finditer(r"《(?P<inner>.+)》(?=的|等|、|[（(]|$)", title):
        if _PUBLISHED.search(title[: marked.start()]):
            yield marked["inner"]
    for carried in notice.head.carried:
        yield carried.title
