"""Invented places, people, offices, numbers and days; the same for the same seed."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path

_DIGITS = "〇一二三四五六七八九"


@cache
def words() -> dict[str, list[str]]:
    """The lists of `words.toml` by name."""
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return {name: text.split() for name, text in tomllib.load(file).items()}


class Person(str):
    """A name; `spaced` as rosters print one of two characters: 王　涛."""

    @property
    def spaced(self) -> str:
        return f"{self[0]}　{self[1]}" if len(self) == 2 else str(self)


class Day(str):
    """A day as printed, with its ISO form and the year and month alone."""

    iso: str

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Day:
        made = cls(f"{year}年{month}月{day}日")
        made.iso = f"{year}-{month:02d}-{day:02d}"
        return made

    @property
    def chinese(self) -> str:
        """二〇一九年三月五日."""
        year, month, day = (int(part) for part in self.iso.split("-"))
        return f"{chinese(year)}年{chinese(month)}月{chinese(day)}日"


class Limit(str):
    """A time limit as printed; `iso` the year, month or day it ends with."""

    @property
    def iso(self) -> str:
        year, _, rest = self.partition("年")
        month, _, day = rest.partition("月")
        if not month.isdigit():
            return year
        return f"{year}-{int(month):02d}" + (f"-{int(day.partition('日')[0]):02d}" if "日" in day else "")


class Names:
    """Draws words that no other draw of this notice gave."""

    def __init__(self, seed: str) -> None:
        self.dice = random.Random(seed)
        self._taken: set[str] = set()
        self.year = self.dice.randint(2003, 2024)

    def draw(self, kind: str) -> str:
        """A word of a list, or what a method of that name makes."""
        make = getattr(self, f"_{kind}", None)
        for _ in range(200):
            made: str = make() if make else self.dice.choice(words()[kind])
            if made not in self._taken:
                self._taken.add(made)
                return made
        raise ValueError(f"no new {kind} left")

    def _person(self) -> Person:
        """Two to four characters, now and then a compound surname or a name with a dot."""
        roll, lists = self.dice.random(), words()
        if roll < 0.04:
            return Person(self.dice.choice(lists["minority"]))
        return Person(self.dice.choice(lists["compound" if roll < 0.1 else "surname"]) + self.dice.choice(lists["given"]))

    def pick[T](self, *of: T) -> T:
        return self.dice.choice(of)

    def _bureau(self) -> str:
        return self.dice.choice(words()["field"]) + "局"

    def _organ(self) -> str:
        return self._bureau() if self.dice.random() < 0.7 else self.dice.choice(words()["other"])

    def _limit(self) -> Limit:
        """2019年10月底前, 2020年年底前, 2022年3月31日前."""
        year, month = self.dice.randint(2019, 2026), self.dice.randint(1, 12)
        return Limit(self.dice.choice([f"{year}年{month}月底前", f"{year}年年底前", f"{year}年{month}月{self.dice.randint(1, 28)}日前"]))

    def _day(self) -> Day:
        return self.day()

    def day(self, year: int | None = None) -> Day:
        return Day.of(year or self.year, self.dice.randint(1, 12), self.dice.randint(1, 28))

    def _count(self) -> str:
        return str(self.dice.randint(2, 60))

    def _meeting(self) -> str:
        """第63次常务会议."""
        count = self.dice.randint(2, 99)
        return f"第{self.dice.choice([str(count), chinese(count)])}次常务会议"


def chinese(number: int) -> str:
    """1953 as 一九五三, 23 as 二十三, 10 as 十."""
    if number > 99:
        return "".join(_DIGITS[int(sign)] for sign in str(number))
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones or not tens else "")
