"""Gazettes with other names: places, people and numbers of the gold replaced by invented ones, everywhere alike."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# names of our own, by length
_PLACES = {
    2: [
        "岚江",
        "望溪",
        "临澜",
        "沅浦",
        "桐陵",
        "皋兰",
        "芦渡",
        "石埠",
        "梓州",
        "洛汀",
        "鹿寨",
        "云岫",
        "苇塘",
        "柏岭",
        "松口",
        "杏林",
        "瓦亭",
        "禾丰",
        "茅埠",
        "竹溪",
        "潮阳",
        "枫泾",
        "梅岗",
        "棠下",
    ],
    3: [
        "青石渡",
        "白鹭洲",
        "松云坪",
        "三岔口",
        "龙尾沟",
        "响水滩",
        "黄泥塘",
        "老鹰岩",
        "古柳湾",
        "九曲河",
        "双桥铺",
        "望夫石",
        "乌木冲",
        "铁炉堡",
        "半边街",
        "风雨亭",
    ],
}
_SURNAMES = [
    "陆",
    "贺",
    "柯",
    "褚",
    "佟",
    "桂",
    "卓",
    "缪",
    "阎",
    "邝",
    "仝",
    "亓",
    "莫",
    "虞",
    "祁",
    "苗",
    "尤",
    "喻",
    "殷",
    "谌",
]
_COMPOUND = ["欧阳", "司徒", "诸葛", "皇甫"]
_GIVEN = [
    "博",
    "珂",
    "钰",
    "洵",
    "澄",
    "毓",
    "朗",
    "峥",
    "骏",
    "栩",
    "岚",
    "霁",
    "昱",
    "颖",
    "铮",
    "澜",
    "韬",
    "煜",
    "恺",
    "沛",
]
# what a town ends in where the gold names it as a body
_TOWN = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,3})(?P<kind>镇|乡|街道|地区)(?:政府|人民政府|办事处)?")
_STEP = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,7}?)(?P<kind>省|自治区|市|自治州|地区|盟|区|县|旗)")
# one character for a place in a 发文字号
_SHORT = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青宁新藏桂"
_NUMBER = r"(\s*[\u4e00-\u9fff]{1,8}\s*[〔\[［(（【]\s*(?:19|20)\d\d\s*[〕\]］)）】]\s*)(\d{1,4})(?=\s*号)"
_MEETING = re.compile(r"(?<=第)\s*(\d{1,3})\s*(?=次.{0,8}会议)")
_GENERAL = {"各镇", "相关镇", "属地镇", "向镇", "有关镇"}


@dataclass(frozen=True)
class Renaming:
    """Old names and the new ones; `text` puts them into a text, `value` into the values of a fact."""

    places: Mapping[str, str]
    people: Mapping[str, str]

    def text(self, words: str) -> str:
        words = self._people.sub(self._person, words)
        words = self._number.sub(self._numbered, words)
        words = self._place.sub(lambda hit: self.places[hit[0]], words)
        return _MEETING.sub(lambda hit: str(int(hit[1]) + 21), words)

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {name: self.value(one) for name, one in value.items()}
        return value

    @cached_property
    def _place(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self.places), key=len, reverse=True)))

    @cached_property
    def _people(self) -> re.Pattern[str]:
        names = sorted(self.people, key=len, reverse=True)
        return re.compile("|".join(r"[ \u3000]*".join(name) for name in names))

    def _person(self, hit: re.Match[str]) -> str:
        new = self.people[re.sub(r"\s", "", hit[0])]
        space = re.search(r"\s+", hit[0])
        return new[0] + space[0] + new[1] if space and len(new) == 2 else new

    @cached_property
    def _short(self) -> dict[str, str]:
        """The first character of a place stands for it in the numbers of its documents, or a short name of the province."""
        short = {stem[0]: new[0] for stem, new in self.places.items()}
        return short | dict.fromkeys(_SHORT, "岚")

    @cached_property
    def _number(self) -> re.Pattern[str]:
        return re.compile(f"([{''.join(self._short)}国])" + _NUMBER)

    def _numbered(self, hit: re.Match[str]) -> str:
        return self._short.get(hit[1], hit[1]) + hit[2] + str(int(hit[3]) + 111)


def renaming(gold: Iterable[Mapping[str, Any]], same_length: bool) -> Renaming:
    """Invented names for the jurisdictions, towns and people of gold notices, of the same or of another length."""
    gold = list(gold)
    stems: dict[str, None] = {}
    people: dict[str, None] = {}
    for notice in gold:
        for place in notice["jurisdictions"]:
            stems.update((step["stem"], None) for step in _STEP.finditer(place))
        for name in (one for group in notice["same"] for one in group):
            town = _TOWN.fullmatch(name)
            if (
                town
                and town["stem"] + town["kind"] not in _GENERAL
                and not re.match("各|相关|属地|有关", name)
            ):
                stems[town["stem"]] = None
        for fact in notice["facts"]:
            args = fact["args"]
            if args.get("person"):
                people[args["person"]] = None
            elif args.get("member_type") == "person":
                people[args["member"]] = None
    return Renaming(_new_places(stems, same_length), _new_people(people, same_length))


def _new_places(stems: Iterable[str], same_length: bool) -> dict[str, str]:
    free = {size: iter(names) for size, names in _PLACES.items()}
    return {
        stem: next(free[len(stem) if same_length else 5 - len(stem)]) for stem in stems if len(stem) in (2, 3)
    }


def _new_people(people: Iterable[str], same_length: bool) -> dict[str, str]:
    dice = random.Random(7)
    new: dict[str, str] = {}
    taken: set[str] = set()
    for i, name in enumerate(people):
        size = len(name) if same_length else 5 - len(name) if len(name) in (2, 3) else 2
        while True:
            surname = (
                dice.choice(_SURNAMES) if size < 4 and (same_length or i % 5) else dice.choice(_COMPOUND)
            )
            given = max(1, size - len(surname)) if same_length or i % 5 else 1 + i % 2
            made = surname + "".join(dice.sample(_GIVEN, given))
            if made not in taken:
                break
        taken.add(made)
        new[name] = made
    return new


def comparable(fact: Mapping[str, Any]) -> str:
    """A fact without its evidence, so that two readings compare."""
    return json.dumps([fact["type"], fact["document"], fact["args"]], ensure_ascii=False, sort_keys=True)
