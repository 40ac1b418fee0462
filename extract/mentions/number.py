"""The numbers of documents: 发文字号, numbers of orders and announcements, numbers of standards.

A 发文字号 is 机关代字, year in 〔〕, serial number (GB/T 9704 7.2.5); before 2000 also 国办字第37号, （64）财预字第380号, 国务院一九八〇年223号.

>>> [found.number for found in numbers_in("按照国办发〔2018〕3号、〔64〕财预字第380号和国务院令第513号的规定")]
['国办发〔2018〕3号', '〔64〕财预字第380号', '国务院令第513号']
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.mentions.numeral import DIGITS, ZERO
from kg.model import Span

_HAN = "\u4e00-\u9fa5"
_FIGURES = rf"(?:\d{{1,6}}|[{DIGITS}十百千{ZERO}]{{1,8}})"
# 高检（研）, 法（办）发: a division in brackets within the code
_DIVISION = rf"（(?!试行|草案|修[订正]|暂行|以下)[{_HAN}]{{1,3}}）[{_HAN}]{{0,3}}?"
_CODE = rf"[{_HAN}A-Za-z]{{1,16}}"
_OPEN, _CLOSE = r"[\[〔（【]", r"[\]〕）】]"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][{DIGITS}{ZERO}]{{3}}|\d\d)"
_WORD = rf"[{_HAN}]{{0,6}}?字?"

# 国办发〔2018〕3号, 民〔1989〕事字第3号, 岚民丁〔54〕字第二三〇号
_CODED = rf"{_CODE}(?:{_DIVISION})?{_OPEN}{_YEAR}{_CLOSE}(?:{_WORD}第?\d{{1,5}}(?:-\d{{1,3}})?|[{_HAN}]{{0,6}}?(?:字第?|第){_FIGURES})号"
# 望政发〔201836号: what a page lost behind the year
_UNCLOSED = rf"{_CODE}[〔（\[](?:19|20)\d\d\d{{1,4}}号"
_UNCLOSED_YEAR = re.compile(r"[〔（\[]((?:19|20)\d\d)(?=\d{1,4}号?$)")
# 〔64〕财预字第380号, 〔1996〕武司字第82号
_YEAR_FIRST = rf"{_OPEN}{_YEAR}{_CLOSE}[{_HAN}]{{1,8}}?(?:{_DIVISION})?(?:字第?|第|(?<=[发函办])){_FIGURES}号"
# 国务院一九八〇年223号, 政秘字第37号, 国发一九八一年88号
_PLAIN = rf"{_CODE}(?:[一二][{DIGITS}{ZERO}]{{3}}年第?{_FIGURES}|字第?{_FIGURES})号"
# 国务院令第513号, 建设部令2013年第21号, 国务院第513号令, 国家税务总局公告2018年第28号, 2018年第28号公告
_BY = rf"[{_HAN}、]{{2,40}}?(?:等\d{{1,2}}个?部[委门])?"
_ORDER = rf"{_BY}(?:令|公告|通告)(?:〔?{_YEAR}〕?年?)?第?{_FIGURES}号|{_BY}(?:{_YEAR}年)?第?{_FIGURES}号(?:令|公告|通告)"
# GB 50016-2014, DB11/T 1004-2013, JGJ/T 123-2015
_STANDARD = r"(?:GB|GBZ|GBJ|DB\d{0,4}|JGJ|JTG|JTJ|CJJ|HJ|TSG|CECS|AQ|YY|WS|NY|SL|DL|JR|GA|MH|LY|TB|JB)(?:/[TZ])?[A-Z]?\d[\d.]{0,9}(?:[-—]\d{4}|[-—]\d\d(?!\d))?"

_NUMBERED = re.compile(
    rf"{_YEAR_FIRST}|{_CODED}|{_UNCLOSED}|{_PLAIN}|{_ORDER}|(?<=（)(?:{_OPEN}{_YEAR}{_CLOSE}|{_YEAR}年第)第?\d{{1,5}}号(?=）)"
)
_STANDARDS = re.compile(_STANDARD)

# words that stand before a number in a sentence and are no part of its code; 奉 that begins it is: 奉庄府〔2022〕6号
_LEAD = re.compile(
    r".*(?:根据|按照|依照|依据|遵照|参照|比照|执行|落实|贯彻|符合|违反|转发|印发|下发|发布|公布|修订|修改|废止|停止|关于|以及|文件|进入|接上级|前发|年|月|日|号文?|[的了将把是按见以]|(?<=[^据照按])奉)"
    r"(?=.{2,}$)"
)
# 粮食部曾以〔66〕粮财字第82号: the number begins with its year
_ALL_LEAD = re.compile(rf"(?:[以按据照]|(?:^|[\d{DIGITS}十])日)$")
# 和平政发〔2019〕1号 keeps its first character, 和国发〔2019〕1号 does not
_YOURS = r"[你贵我该本](?:院|局|厅|委|办|部|[省市区县州盟旗镇乡]|行|公司|集团|单位|会|校|处|街道)"
_FIRST = re.compile(rf"(?:{_YOURS}|前(?=.{{6,}}$)|及其?|和(?![平田静硕顺龙林县]|政发)|与|或|[经由以按见对原据在、])(?=.{{2,}}$)")
_JOINED = re.compile(r".{2,}(?:[及与]|和(?![平田静硕顺龙林县]|政发))(?=.{2,8}$)")
# 华东军政委员会东办秘字第531号, 省人民政府岚政函〔2018〕77号: the body, then its code
_GIVER = re.compile(
    r".*(?:(?:委员会|(?:政府|[国政]务院)(?:办公[厅室])?|(?:委|中央)办公[厅室])(?=.{2,6}字|(?!公函|办公)[^、]{1,5}[发函办文]$)|(?:[国政]务院|[^中].部|法院|检察院|.{2}[局厅])(?=.{1,6}字|.{1,2}（)|(?:^[省市区县州地]委|公署|行署)(?=.{2,6}$)|.{2}[局厅](?=[^、办]{1,4}[发函文]$)"
    rf"|(?P<of>[{_HAN}])[{_HAN}]{{0,6}}[部局厅委](?=(?P=of)))"  # 林业部林造〔1985〕77号: the code begins with a character of the name
)
# 财政部〔63〕财农字第12号: the name of the body, then a number that begins with its year
_GIVEN = re.compile(rf".*(?:.[部局厅]|委员会|人委|革委会|政府|法院|检察院|[国政]务院)(?={_OPEN}{_YEAR}{_CLOSE}[{_HAN}]{{1,8}}字第?)")
# 中发〔1978〕74号、〔1979〕58号, 岚政发〔2018〕3号和4号: what follows has the code of the one before
_ITS_CODE = re.compile(rf"(?P<code>[{_HAN}]{{2,16}})(?P<year>〔{_YEAR}〕)\d")
_MORE = re.compile(rf"[、和及与](?P<more>(?P<year>{_OPEN}{_YEAR}{_CLOSE})?(?P<serial>\d{{1,5}})号)(?![楼院令公])")
_END = re.compile(rf"[\d{DIGITS}十百千{ZERO}]号[令公通]?告?|(?<![A-Za-z])(?=[A-Z])")
_REACH = 48


@dataclass(frozen=True, slots=True)
class Number:
    """A document number; `number` with 〔〕 and nothing else."""

    span: Span
    number: str


def normal(words: str) -> str:
    """Brackets of the year as 〔〕, and no word that OCR set between year and number.

    >>> normal("（64）财预字第380号"), normal("望发[2020]的39号")
    ('〔64〕财预字第380号', '望发〔2020〕39号')
    """
    words = _UNCLOSED_YEAR.sub(r"〔\1〕", words)
    return re.sub(rf"{_OPEN}({_YEAR}){_CLOSE}的?", r"〔\1〕", words)


def numbers_in(words: str, span: Span | None = None, stops: Sequence[int] = ()) -> Iterator[Number]:
    """Every document number of a range, in order, without the words before its code.

    `stops` are places, ascending, that no number crosses: the ends of cells and sentences. A number that leaves out
    the code of the one before has it.

    >>> [found.number for found in numbers_in("省政府印发的岚政发〔2018〕3号和经2019年重新公布的原建设部令第21号")]
    ['岚政发〔2018〕3号', '建设部令第21号']
    >>> [found.number for found in numbers_in("按照岚发〔1978〕74号、〔1979〕58号文件")]
    ['岚发〔1978〕74号', '岚发〔1979〕58号']
    """
    within = span or Span(0, len(words))
    done = within.start
    for end in _END.finditer(words, within.start, within.end):
        if end.start() < done:
            continue
        if end[0]:
            i = bisect_right(stops, end.start())
            floor = max(done, end.start() - _REACH, stops[i - 1] if i else 0)
            found = _ending(words, floor, min(within.end, end.end() + 3), end.start())
        else:
            found = _STANDARDS.match(words, end.start(), within.end)
        if not found:
            continue
        start = found.start() if words[found.start()] in "〔[（【" else found.start() + _lead(found[0])
        start += words.startswith("和", start) and words[start - 1 : start] in ("》", "）", "号")
        done = found.end()
        said = normal(words[start:done])
        yield Number(Span(start, done), said)
        while coded := _ITS_CODE.match(said):
            more = _MORE.match(words, done, within.end)
            if not more or bisect_left(stops, done) < bisect_left(stops, more.end()):
                break
            said = coded["code"] + (normal(more["year"]) if more["year"] else coded["year"]) + more["serial"] + "号"
            done = more.end()
            yield Number(Span(*more.span("more")), said)


def _ending(words: str, start: int, end: int, at: int) -> re.Match[str] | None:
    """The number within a window that covers a place in it."""
    for found in _NUMBERED.finditer(words, start, end):
        if found.end() > at:
            return found
    return None


def _lead(said: str) -> int:
    """How many characters at its front are no part of a number."""
    head = re.match(rf"[{_HAN}、]*(?:（[{_HAN}]{{1,3}}）)?", said)
    front = head[0] if head else ""
    if _ALL_LEAD.search(front) or (_GIVEN.match(said) and len(front) > 2):
        return len(front)
    cut = 0
    patterns = (_LEAD, _FIRST) if re.search("令|公告|通告", said) else (_LEAD, _FIRST, _JOINED, _FIRST)
    for pattern in (*patterns, _GIVER):
        found = pattern.match(front[cut:])
        cut += found.end() if found else 0
    return cut
