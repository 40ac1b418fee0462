"""Invented places, people, offices, numbers and days; the same for the same seed."""

from __future__ import annotations

import random


def _words(text: str) -> list[str]:
    return text.split()


_SURNAMES = _words(
    """
    王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐
    冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘
    杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦
    江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 褚 柯 佟 缪
    逄 麻 覃 苑 仝 仉
    """
)
_COMPOUND = _words("欧阳 上官 司徒 诸葛 皇甫 夏侯 尉迟 慕容")
_GIVEN = _words(
    """
    伟 敏 静 涛 明 超 勇 艳 杰 娟 磊 霞 平 刚 桂英 建国 志强 海燕 晓东 文博 雨桐 思远
    长安 国栋 立新 德胜 春生 玉兰 卫东 红军 学文 振华 永康 大为 任之 兼善 长江 主恩
    """
)
_MINORITY = _words("阿依古丽·买买提 扎西·多吉 巴特尔 斯琴高娃 吾买尔江·托合提")
_STEMS = _words(
    """
    望溪 苇塘 芦渡 石埠 柏岭 桐川 松口 茅埠 竹溪 杏坞 瓦亭 禾丰 枫桥 梅岗 鹿原 云岫 梓州
    青石渡 黑河沟 双桥铺 老鹰岩
    """
)
_FIELDS = _words(
    """
    教育 财政 民政 审计 水务 统计 司法 交通运输 农业农村 应急管理 市场监督管理 文化和旅游
    住房和城乡建设 自然资源 生态环境 退役军人事务 医疗保障
    """
)
_DIGITS = "〇一二三四五六七八九"


class Names:
    """Draws names that no other draw of this notice gave."""

    def __init__(self, seed: str) -> None:
        self.dice = random.Random(seed)
        self._taken: set[str] = set()
        self.year = self.dice.randint(2003, 2024)

    def new(self, draw: str) -> bool:
        if draw in self._taken:
            return False
        self._taken.add(draw)
        return True

    def person(self) -> str:
        """Two to four characters, now and then a compound surname or a name with a dot."""
        while True:
            roll = self.dice.random()
            surname = self.dice.choice(_COMPOUND if roll < 0.09 else _SURNAMES)
            made = self.dice.choice(_MINORITY) if roll < 0.04 else surname + self.dice.choice(_GIVEN)
            if self.new(made):
                return made

    def people(self, count: int) -> list[str]:
        return [self.person() for _ in range(count)]

    def stem(self) -> str:
        while True:
            made = self.dice.choice(_STEMS)
            if self.new(made):
                return made

    def field(self) -> str:
        while True:
            made = self.dice.choice(_FIELDS)
            if self.new(made):
                return made

    def bureau(self, level: str) -> str:
        """区水务局."""
        return f"{level}{self.field()}局"

    def number(self, code: str) -> str:
        """望政发〔2019〕3号."""
        return f"{code}〔{self.year}〕{self.dice.randint(1, 180)}号"

    def day(self, year: int | None = None) -> tuple[str, str]:
        """A day as printed and as ISO 8601."""
        year, month, day = year or self.year, self.dice.randint(1, 12), self.dice.randint(1, 28)
        return f"{year}年{month}月{day}日", f"{year}-{month:02d}-{day:02d}"

    def pick[T](self, *of: T) -> T:
        return self.dice.choice(of)


def chinese(number: int) -> str:
    """1953 as 一九五三, 23 as 二十三, 10 as 十."""
    if number > 99:
        return "".join(_DIGITS[int(sign)] for sign in str(number))
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones or not tens else "")


def spaced(name: str) -> str:
    """A name of two characters as rosters print it: 王　涛."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name
