"""Signs in one form: one sign for all its look-alikes, so that a rule needs to know one.

Every step puts one character in place of another; none is added or taken away. The forms are those of
docs/house.md: ，；：？！（）“”、。, 〔〕 around the year of a 发文字号, ASCII digits and letters.
"""

from __future__ import annotations

import re
import unicodedata

from kg.model import Gap

_ALIKE = {
    "。": "｡",
    "、": "､﹑",
    "，": "﹐",
    "；": "﹔",
    "：": "﹕︰∶",
    "？": "﹖",
    "！": "﹗",
    "（": "﹙",
    "）": "﹚",
    "·": "‧•∙⋅・･",
    "．": "﹒",
    "—": "–―─━－",
    "-": "‐‑−﹣",
    "～": "~∼〜",
    "《": "«",
    "》": "»",
    "<": "＜﹤",
    ">": "＞﹥",
    "“": "「『﹁﹃〝",
    "”": "」』﹂﹄〞〟",
    '"': "＂",
    "%": "﹪",
    "○": "◯",
}
# radicals that stand for characters in the text layer of many a PDF, beside those that Unicode itself equates
_CHARACTERS = "民西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙龟母"
_RADICALS = "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳⺟"


def _table() -> dict[str, str]:
    one = {sign: same for same, signs in _ALIKE.items() for sign in signs}
    one |= dict(zip(_RADICALS, _CHARACTERS, strict=True))
    # full-width ASCII, Kangxi radicals, compatibility ideographs
    for code in (*range(0xFF01, 0xFF5F), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9)):
        same = unicodedata.normalize("NFKC", chr(code))
        if len(same) == 1 and chr(code) not in "，；：？！（）～．":
            one.setdefault(chr(code), same)
    return one


_ONE = _table()
_OTHER = re.compile(f"[{''.join(_ONE)}]")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_NARROW = re.compile(r"[,;:?!()]")
# it stays as it is in a number, a time, an address: 1,000 10:30 http:// a?b=c
_PART = re.compile(r"(?:(?<=\d),(?=\d{3}(?!\d))|(?<=\d):(?=\d)|(?<=[A-Za-z/])[:?!;,](?=[/\\A-Za-z])).")

_HAN = r"\u3400-\u9fff"
_SQUARE, _SHUT = "[〔﹝【〖{", r"[\]〕﹞】〗})）]"
_DIGITS = r"(?:1[9]|2[0OoQ〇○])[\dOoQlI〇○]{2}年?"
_YEAR = (
    rf"(?P<open>[(（])(?={_DIGITS}{_SHUT}第?[\dXx×〇○]{{1,5}}号)|"  # （2017）3号
    rf"(?<=[{_HAN}])[(（](?=[5-9]\d{_SHUT}\d{{1,4}}号)|"  # 革发（72）45号
    rf"[\{_SQUARE}](?={_DIGITS}{_SHUT}|\d\d{_SHUT}[^，。；\d]{{0,8}}\d{{1,5}}号|[一二三四五六七八九〇○]{{4}}{_SHUT})"
)
_YEAR_OF_NUMBER = re.compile(rf"(?:{_YEAR})(?P<year>[^\]〕﹞】〗}})）]+){_SHUT}|[\{_SQUARE}\]〕﹞】〗}}]")
_LOST_ZERO = re.compile(r"(?<=二)[?？]{2}(?=[一二三四五六七八九]年)|(?<=二[〇○零])[?？](?=[一二三四五六七八九]年)")
_LOW_QUOTED = re.compile(r"„(?P<year>(?:19|20)\d\d)[‟”“]")
_FIGURES = str.maketrans("OoQ〇○lI", "0000011")
_ROUND = str.maketrans("[〔﹝【〖{]〕﹞】〗}", "（（（（（（））））））")
_CHINESE_YEAR = re.compile(r"(?<![一二三四五六七八九十])[一二][一二三四五六七八九〇○0Oo]{3}(?=年)")
_ZEROS = str.maketrans("○0Oo", "〇〇〇〇")

# the point after a numeral that begins a line or a clause is the 、 of 一、; elsewhere it ends a sentence
_LABEL = re.compile(r"([一二三四五六七八九十百]{1,4}|（[一二三四五六七八九十百\d]{1,3}）)[.．]")
_POINT = re.compile(rf"(?<=[{_HAN}》）”%])[.．](?![A-Za-z.．])")
_NAME_DOT = re.compile(rf"(?<=[{_HAN}])．(?=[{_HAN}])")

_TITLE = re.compile(r"《[^《》]{2,200}》")
_ANGLED = re.compile(r"<([^<>《》，。；]{2,80})>")
_KIND = re.compile(
    r"(?:通知|办法|意见|规定|细则|方案|条例|决定|通报|公告|通告|请示|报告|批复|函|纪要|规划|要点|预案|规则|章程|法|制度|目录)"
    r"(?:（[^（）]{0,20}）)?$"
)
# the titles of a print that knows no 《》: 「农村粮食统购暂行办法」, “关于安置灾民的报告”; not “六条规定”, a name of the day
_QUOTED = re.compile(
    r"“(?P<title>[^“”《》〈〉，。；：！？]{4,80}(?<![个项条])"
    r"(?:通知|办法|规定|细则|条例|决定|通报|通告|请示|报告|批复|纪要|章程|指示|批示|命令|决议|纲要|意见|规则)(?:（[^（）]{1,12}）)?)”"
)
_ISSUED = re.compile(r"(?:[转印颁批]发|发布|公布|下发|修[订改]|废止|执行|根据|依据|[按依遵参]照|落实|贯彻)$")
_BEFORE, _AFTER = frozenset(["", *"，、：；（《"]), frozenset("，、；：。）》")  # of “, of ”
_QUOTE = re.compile('["“”]')
_SECONDS = re.compile(r"['′]\d{1,2}(?:\.\d+)?$")


def one_form(printed: str, gaps: bytes = b"") -> str:
    """The characters of `printed` in one form; `gaps` (one a character, or none) tells where lines begin.

    >>> one_form("望政发[2O19)3号,区教委(负责):")
    '望政发〔2019〕3号，区教委（负责）：'
    """
    if "„" in printed:
        printed = _LOW_QUOTED.sub(r"〔\g<year>〕", printed)  # 国办发„2009‟3号, as converters print it
    if "?" in printed or "？" in printed:
        printed = _LOST_ZERO.sub(lambda hit: "〇" * len(hit[0]), printed)  # 二??四年
    words = _NARROW.sub(_wide, _OTHER.sub(lambda hit: _ONE[hit[0]], printed))
    words = _YEAR_OF_NUMBER.sub(_year, words)
    words = _CHINESE_YEAR.sub(lambda hit: hit[0].translate(_ZEROS), words)
    if "<" in words and ">" in words:
        words = _TITLE.sub(lambda hit: _ANGLED.sub(r"〈\1〉", hit[0]), words)
        words = _ANGLED.sub(_angled, words)
    if '"' in words:
        words = _quotes(words, gaps)
    if "." in words or "．" in words:
        words = _LABEL.sub(lambda hit: _label(hit, gaps), words)
        words = _POINT.sub("。", _NAME_DOT.sub("·", words)).replace("．", ".")
    if "“" in words and "《" not in words:
        words = _QUOTED.sub(r"《\g<title>》", words)
    return words


def _wide(hit: re.Match[str]) -> str:
    return hit[0] if _PART.match(hit.string, hit.start()) else _WIDE[hit[0]]


def _year(hit: re.Match[str]) -> str:
    year = hit["year"]
    return (
        f"〔{year.translate(_FIGURES) if year[0] in '12' else year}〕" if year else hit[0].translate(_ROUND)
    )


def _angled(hit: re.Match[str]) -> str:
    before = hit.string[max(0, hit.start() - 3) : hit.start()]
    return f"〈{hit[1]}〉" if _KIND.search(hit[1]) or _ISSUED.search(before) else hit[0]


def _label(hit: re.Match[str], gaps: bytes) -> str:
    start = hit.start()
    begins = start == 0 or gaps[start : start + 1] >= bytes([Gap.LINE]) or hit.string[start - 1] in "。；：、"
    return f"{hit[1]}、" if begins or hit[1][0] == "（" else hit[0]


def _quotes(words: str, gaps: bytes) -> str:
    """`"` becomes “ and ” in turn, beginning anew with each paragraph and where a comma tells which it is.

    The sign of seconds (15′30") stays.
    """
    opened, last = False, 0

    def turned(hit: re.Match[str]) -> str:
        nonlocal opened, last
        sign, here = hit[0], hit.start()
        if gaps.find(Gap.BLANK, last, here + 1) >= 0:
            opened = False
        last = here + 1
        if sign == '"':
            if _SECONDS.search(words[max(0, here - 8) : here]):
                return sign
            before, after = words[here - 1 : here], words[here + 1 : here + 2]
            opens = before in _BEFORE or (not opened and after not in _AFTER)
            sign = "“" if opens else "”"
        opened = sign == "“"
        return sign

    return _QUOTE.sub(turned, words)
