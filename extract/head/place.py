"""The place of an issuing body: 临澜市望溪区 of 临澜市望溪区人民政府办公室."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from extract.head.bodies import listed
from extract.lexicon import lines, table

_HAN = "[\u4e00-\u9fa5]"
_NATIONAL = re.compile(
    r"国务院|国家(?!税务总局.)|全国|中央|中共中央|最高|中国(?!人民政治协商会议|共产党)|中华|各|[^省市县区州委]{2,10}部(?:办公厅)?$"
)
_BEFORE = re.compile(r"(?:中共|中国共产党|共青团|共产主义青年团|国家税务总局|国家统计局|中国人民政治协商会议|中国人民银行|政协|国网)")
_PROVINCE = rf"{_HAN}{{2,6}}?(?:省|自治区|特别行政区)"
_CITY = rf"{_HAN}{{2,8}}?(?:自治州|地区|州|盟|市)"
_COUNTY = rf"{_HAN}{{1,10}}?(?:自治县|自治旗|新区|特区|林区|县|区|旗|市)"
_TOWN = rf"{_HAN}{{1,8}}?(?:街道|镇|乡|苏木)(?=人民政府|党委|党工委|党政|委员会|办事处|政府|人大|纪委|综合|社会|便民)"
_STEPS = tuple(re.compile(step) for step in (_PROVINCE, _CITY, _COUNTY, _TOWN))
# words that end like a place and are none
_NO_PLACE = re.compile(rf"(?:{listed('no_division')})$|[和与及局办委厅会处].*区$|.*(?:办|局|委|厅|会|院|部|管理|监督).*[市区县]$")
# a name that only tells its level: 市科技局
ELIDED = re.compile(r"(?:中共|共青团)?(自治区|省|市|县|区|州|旗|盟|镇|乡|街道)(?=\S{2,})")


# 区政府, 我区, 区直各部门: a level with nothing before it
_OWN_LEVEL = re.compile(
    r"(?<![\u4e00-\u9fa5、])(?:[我全本]|经)?(省|市|县|区|州|旗)(?=(?:人民)?政府|委(?!员)|[直属各]|人大|政协|[\u4e00-\u9fa5]{2,8}局)"
    r"|[我全](省|市|县|区|州|旗)(?=[\u4e00-\u9fa5])"
)
_OFTEN = 2


@cache
def divisions() -> frozenset[str]:
    """Every division of China down to the county, in use or former."""
    return frozenset(line.split("\t", 1)[0] for line in lines("divisions.tsv"))


def place_of(name: str) -> str:
    """The place that the full name of an agency begins with; "" where it begins with none.

    >>> place_of("岚江省临澜市望溪区人民政府办公室"), place_of("国务院办公厅"), place_of("市科技局")
    ('岚江省临澜市望溪区', '', '')
    """
    if _NATIONAL.match(name):
        return ""
    before = _BEFORE.match(name)
    start = at = before.end() if before else 0
    for step in _STEPS:
        found = _step(step, name, at)
        if found:
            at = found
    return name[start:at]


def _step(step: re.Pattern[str], name: str, at: int) -> int | None:
    """The end of the next step of a place: a division that is known, else the shortest that may be one."""
    known = next((end for end in range(min(len(name), at + 15), at + 1, -1) if name[at:end] in divisions()), None)
    found = None if ELIDED.match(name, at) else step.match(name, at)  # 市科技局 names no place
    if known and step.fullmatch(name, at, known):
        return known
    if not found or found.end() >= len(name) or _NO_PLACE.search(found[0]):
        return None
    return found.end()


def jurisdiction(names: Iterable[str], number: str | None, words: str) -> str:
    """The place of the bodies that issued a notice.

    Where a name only tells its level (市科技局), the number tells the province (津科…, 鄂教…), or the text does.

    >>> jurisdiction(["省教育厅"], "鄂教办函〔2021〕3号", "")
    '湖北省'
    """
    found = list(names)
    places = [place for name in found if (place := place_of(name))]
    if places:
        # one notice, one place: the title may say 临澜市望溪区 and the signature 望溪区
        return max((place for place in places if place.endswith(places[0])), key=len)
    level = next((hit[1] for name in found if (hit := ELIDED.match(name))), "")
    if not level:
        return "" if found else _spoken_of(words)
    short = str(table("heads")["provinces"].get((number or " ")[0], ""))
    if short and (short.endswith(level) if level else False) and (level != "市" or short[:-1] in ("北京", "天津", "上海", "重庆")):
        return short
    return _said_most(words, level) if level else ""


def _spoken_of(words: str) -> str:
    """The place of a text that names no issuer and speaks of its own level only: 区政府, 我区 in a text that names 望溪区 and no other 区."""
    level, times = (Counter(said[1] or said[2] for said in _OWN_LEVEL.finditer(words)).most_common(1) or [("", 0)])[0]
    named = set(_suffixes(words, level)) if times >= _OFTEN else set()
    return named.pop() if len(named) == 1 else ""


def _said_most(words: str, level: str) -> str:
    """The place of this level that a text names most often: 市科技局 in a text of 天津市."""
    counts = Counter(
        found[0] for found in re.finditer(rf"{_HAN}{{2,8}}?{level}", words) if found[0] in divisions()
    )
    counts.update(name for name in _suffixes(words, level))
    return counts.most_common(1)[0][0] if counts else ""


def _suffixes(words: str, level: str) -> Iterable[str]:
    """Known places that end at each level word of a text."""
    for found in re.finditer(level, words):
        for size in range(2, 9):
            name = words[max(0, found.end() - size - len(level)) : found.end()]
            if name in divisions():
                yield name
                break
