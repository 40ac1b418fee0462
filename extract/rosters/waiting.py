"""Agencies of a list that a word at its end may yet turn into posts: `区财政局、审计局 | 主要负责人`, `教育、财政 | 等部门`.

What the list says once at its head (区, 各, the firm whose departments follow) is given back to each of its parts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicon import terms
from extract.mentions.agency import AgencyMention
from extract.mentions.elision import CLASSES
from extract.mentions.lexer import Part, tokens
from extract.rosters.party import AGENCY_END, Party
from kg.model import Span

# 市场监管, 乡村振兴, 区域协作 are fields of work
_LEVEL = re.compile(r"(?:自治区|省(?!际)|市(?!场|容|政(?!府|协|法)|民(?!政|宗))|区(?!域|块)|县(?!域)|[州旗盟]|镇|乡(?!村|土))(?=..)")
_PLACED = re.compile(
    r"^[委局厅院校](?=..)|^(?:事发|属地|所在|当地|自治区|[省区县州旗盟镇乡各全中驻团]|国(?![土资税安企有防库])|市(?!场|政(?!府|协|法)|容|民(?!政|宗))|街道|本|我|"
    r"有关|相关)|[省区县州旗镇乡]|"
    r".市"
)
_UNIT = re.compile(r"^(?:[^省市区县镇乡]{2,9}(?:处|科|室|部|股|所|队)|(?:宣传|综合|人事|党政|行政|财务|后勤)办)$")
_FIRM = re.compile(r"(?:公司|集团|银行|大学|学院|医院|分行|支行)$")
_PARENT = re.compile(r"(.{2,}(?:[行局委厅院校署](?!长)|公司|中心|政府|大学|集团))[^省市区县镇乡]{2,9}(?:处|科|室|部|股|所|队|办)$")
# 工、青、妇: the mass organisations by one character each
_INITIALS = {"工": "工会", "青": "共青团", "团": "共青团", "妇": "妇联"}
_NOBODY = re.compile(r"(?:有关|相关|具体)?(?:工作)?人员|(?:有关|相关)(?:同志|专家)?")
_EACH = re.compile(r"^各?(?:有|派出?|出|指定|确定|抽调|选派|指派)?[一1][名位人]|^各?(?:派出?|指派)|各?[一1][名位人]$")
# 柳河镇, with or without its house: it stands by itself, 区 is no part of it
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}?(?P<kind>镇|乡|街道|苏木)(?P<house>(?:人民)?政府|党委|党政|办事处|党工委|[镇乡]长|书记|主任|\Z)")
_SHORT = re.compile(r"（[^（）]*简称[^（）]*）")
_OWN_HOUSE = re.compile(r"[局委办厅会院署库站]$|(?<!人)社$")


class Waiting:
    """The agencies; `head` is the level said before or by the first of them, `home` the place of the issuing body."""

    __slots__ = ("head", "home", "parties", "words")

    def __init__(self, words: str, home: str, head: str) -> None:
        self.words, self.head = words, head
        self.home = re.sub(r"[省市区县州旗镇乡]$", "", re.sub(r".*[省市区县州旗](?=..)", "", home))
        self.parties: list[Party] = []

    def __len__(self) -> int:
        return len(self.parties)

    def add(self, start: int, end: int, mention: AgencyMention | None) -> None:
        """One agency more."""
        if start >= end:
            return
        text = _SHORT.sub("", _INITIALS.get(self.words[start:end], self.words[start:end]))
        whole = mention if mention is not None and mention.span.end >= end else None
        said = self.restored(whole.words if whole and whole.span.end == end else text)
        self.lead(said)
        self.house(said)
        group = whole.group if whole else text.startswith(("各", "有关", "相关"))
        self.parties.append(Party("agency", Span(start, end), said, group=group))

    def lead(self, said: str) -> None:
        """The level with which a member begins, where it is the first that says one."""
        level = _LEVEL.match(said)
        self.head = self.head or (level[0] if level else "")

    def house(self, said: str) -> None:
        """柳河镇、石桥镇政府: the towns before a house have such a house too."""
        town = _TOWN.match(said)
        house = town["house"] if town and len(town["house"]) > 1 and not town["house"].endswith("长") else ""
        for i in range(len(self.parties) - 1, -1, -1):
            one = self.parties[i]
            bare = _TOWN.fullmatch(one.words)
            if not (town and house and bare) or bare["house"] or one.group or (bare["kind"] == "街道") != (town["kind"] == "街道"):
                break
            self.parties[i] = replace(one, words=one.words + house)

    def restored(self, text: str) -> str:
        """What the list says once at its head is put before a later part."""
        last = self.parties[-1].words if self.parties else ""
        parent = _PARENT.match(last) if last and _UNIT.match(text) else None
        if parent:
            return parent[1] + text
        if last.startswith("各") and re.fullmatch(r"(?:街道|社区|乡镇?|镇|村|居|园区|开发区|地区).{0,6}", text):
            return "各" + text
        near = (bool(self.home) and self.home in text) or _TOWN.match(text) is not None or _of_a_place(text)
        if self.head and not near and not (_PLACED.match(text) or CLASSES.fullmatch(text)) and len(text) <= 9 and not _FIRM.search(text):
            return self.head + text
        return text

    def departments(self) -> None:
        """教育、财政等部门: fields of work are the 部门 for them."""
        self.parties = [
            one if one.group or one.words.endswith("部门") or not self._is_field(one) else replace(one, words=one.words + "部门")
            for one in self.parties
        ]

    def _is_field(self, one: Party) -> bool:
        field = self.words[one.span.slice].removeprefix(self.head)
        return not _OWN_HOUSE.search(field) and (field in terms("agencies", "fields") or not AGENCY_END.search(one.words))

    def turned(self, tail: str, end: int, *, kept: bool = False) -> list[Party]:
        """The posts that the agencies become by the words behind them; unless `kept`, these are a member where no agency waits."""
        tail = _EACH.sub("", tail)
        if not self.parties and not kept:
            return [] if _NOBODY.fullmatch(tail) else [Party("post", Span(end - len(tail), end), tail)]
        return [replace(one, kind="post", words=one.words + tail) for one in self.taken()]

    def taken(self) -> list[Party]:
        """The agencies as they are; none waits after that."""
        taken, self.parties = self.parties, []
        return taken


def _of_a_place(text: str) -> bool:
    """A name that begins with its place, with or without the kind of it: 滨海新区人民政府, 天津海关."""
    whole = (text, f"{text[:2]}市", f"{text[:2]}省", f"{text[:3]}市")
    return any(parts[0].part & (Part.PLACE | Part.LEVEL) for parts in map(tokens, whole) if parts)
