"""`surnames.txt`: the surnames in use, of one and of two characters."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import jieba

from extract.lexicon.build.packages import from_npm, from_pypi

NAME = "surnames.txt"
HEADER = """\
# Surnames in use, of one and of two characters, one a line.
# Sources: npm pinyin-pro 3.29.4 (MIT; `dist/esm/data/surname.mjs`); PyPI sinonym 0.5.1 (Apache-2.0; `data/familyname_orcid.csv`), of which
#          those that begin at least five names of three characters in the dictionary of jieba 0.42.1 (MIT).
# Rebuilt by `python -m extract.lexicon.build surnames`.
"""
FEWEST = 5
# given names and epithets that the first source counts as surnames
GIVEN = set(
    "佳倩晶都欣瑶睿琪爽聪可银利一杰怡容化军区进薇政轩帆力保恒刚子宝娇奉富锐才幸展昕晓崇淼同彤君维琴茜春正蓉婕大嘉彪宏岚亚多圆玮骏秋沐加先法淦久长归福"
)


def build() -> str:
    listed = re.findall(
        r"^ {4}([\u4e00-\u9fff]{1,2}): '",
        from_npm("pinyin-pro", "3.29.4")["dist/esm/data/surname.mjs"].decode(),
        re.MULTILINE,
    )
    begins: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, kind = line.split(" ")
        if kind == "nr" and len(word) == 3:
            begins[word[0]] += 1
    rows = from_pypi("sinonym", "0.5.1")["sinonym/data/familyname_orcid.csv"].decode().splitlines()[1:]
    listed += [
        name for name in (row.split(",")[0] for row in rows) if begins[name] >= FEWEST and name not in GIVEN
    ]
    return HEADER + "".join(f"{name}\n" for name in dict.fromkeys(listed))
