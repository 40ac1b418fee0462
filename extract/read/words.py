"""From the raw characters of a source to its words: white space out, page furniture out, signs in one form.

Every step only drops a character or puts one in place of another, so that each word keeps the offset it had.
"""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from itertools import islice

from extract.read.form import one_form
from extract.read.furniture import furniture
from kg.model import Gap, Source, Text
from kg.script import is_traditional, simplified

# what stands in a copy of the raw text for what is taken out; noncharacters, which no text may hold
_PAGE, _OUT = "\ufdd0", "\ufdd1"
# white space; signs without width; halves of surrogate pairs; cell borders; and U+E5E5, which Chinese word processors use for a blank
_DROPPED = (
    r"\s\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff|｜│┃┌┐└┘├┤┬┴┼\ue5e5\ufdd0\ufdd1"
)
_ENDS = "。！？：；”）.!?:;)"
_RUN = re.compile(f"[{_DROPPED}]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

# what is left of a web page in a text: tags (by what they break), entities, <<title>>, rules
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,9})\b[^<>]{0,300}>")
_LINES = {"p", "br", "div", "tr", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "hr"}
_CELLS = {"td", "th"}
_INLINE = {"input", "span", "b", "i", "u", "em", "strong", "font", "a", "sup", "sub", "img", "tbody", "thead"}
_SPACE = re.compile(r"&(?:nbsp|ensp|emsp|thinsp);")
_DOUBLE = re.compile(r"<<([^<>\n]{2,120})>>")
# 外.交.部.党.委.书.记.: what some pages put into names so that they are not found
_DOTTED = re.compile(r"(?:[\u4e00-\u9fff][.．]){3,}")
# 各 镇 人 民 政 府: a page that sets its characters apart, or was read so
_PAIR, _SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"), re.compile(r"(?<=[\u4e00-\u9fff])[ \xa0\u3000](?=[\u4e00-\u9fff])")
_ONE = re.compile(r"(?<=\S)[ \xa0\u3000](?=\S)")
_SAMPLE, _MANY, _MOST = 3000, 60, 3  # so many pairs of characters set apart, and so many times as many as stand together
_RULE = re.compile(r"[─━_=-]{3,}")  # ─── ---- ____ ====
_HASHES = re.compile(r"^#{1,6}(?=[ \u4e00-\u9fff（《])", re.MULTILINE)  # ## before a heading
# **…** of a page in Markdown, from a line or a sign to one; 王**、李** is no such pair
_BOLD = re.compile(
    r"(?:^|(?<=[\s。；：、，（）]))\*\*(?=[^\s*、，。；])([^*\n]{4,200}|[\u4e00-\u9fff]{2,3}(?=\*\*[：:]))(?<!\s)\*\*(?=[\s。；：、，（）:]|$)",
    re.MULTILINE,
)
# blanks that a page lost to another encoding: a line of ?, or ? before the words of a line
_LOST = re.compile(r"^\?+(?=\s|$)|^\?{2,}|(?<=\s)\?+$", re.MULTILINE)
# 会(huì)议: how a character is read, put behind it by a page
_GLOSS = re.compile(r"(?<=[\u3400-\u9fff])\([a-zü]{0,5}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-z]{0,4} ?\)")
_COLUMNS = re.compile(r"^(?=[-:\x20]*[|+])[-=:|+\x20]{3,}(?:\n|$)", re.MULTILINE)  # |---|---|
# a header and its rows whose cells commas part, as a spreadsheet saves them
_COMMAS = re.compile(r"^[序编]号(?:,[^,\n]{1,16}){2,15}\n(?:[^,\n]{0,400}(?:,[^,\n]{0,400}){2,15}(?:\n|$))+", re.MULTILINE)
_ROW = re.compile(r"^\|.*\|$", re.MULTILINE)
_LINE_IN_CELL = re.compile(r"<br ?/?>", re.IGNORECASE)
# cells each on a line of its own between lines that hold nothing but an edge; two such lines part rows
_EDGE = r"\|[^\S\n]*\n"
_UPRIGHT = re.compile(rf"^{_EDGE}(?:(?:{_EDGE})?(?:[^|\n]{{1,400}}\n){{1,4}}{_EDGE}){{4,400}}", re.MULTILINE)
_EDGES = re.compile(rf"\n(?P<edge>{_EDGE})(?P<next>{_EDGE})?")


def to_text(source: Source, raw: str) -> Text:
    """The words of `raw`; total: any string gives a Text.

    >>> to_text(Source("a.txt", ""), "望政发 [2017] 46 号").words
    '望政发〔2017〕46号'
    """
    shown = _masked(raw)
    at = array("I")
    gaps = bytearray()
    printed: list[str] = []
    words: list[str] = []
    start, gap = 0, Gap.NONE
    for run in _RUN.finditer(shown):
        end = run.start()
        if end > start:
            printed.append(raw[start:end])
            words.append(shown[start:end])
            at.extend(range(start, end))
            gaps.append(gap)
            gaps.extend(bytes(end - start - 1))
        start, gap = run.end(), _gap(run[0])
        if gap == Gap.BLANK and _PAGE in run[0] and shown[end - 1 : end] not in _ENDS:
            gap = Gap.LINE  # the sentence goes on over the page
    if start < len(raw):
        printed.append(raw[start:])
        words.append(shown[start:])
        at.extend(range(start, len(raw)))
        gaps.append(gap)
        gaps.extend(bytes(len(raw) - start - 1))
    told = bytes(gaps)
    read = "".join(words)
    if is_traditional(read):
        read = simplified(read)
    return Text(source, raw, one_form(read, told), "".join(printed), at, told)


def _masked(raw: str) -> str:
    """`raw` with what is not its words masked, character for character."""
    pages = furniture(raw)
    shown = raw
    if pages:
        parts, end = [], 0
        for span in pages:
            parts += [raw[end : span.start], _PAGE * len(span)]
            end = span.end
        shown = "".join([*parts, raw[end:]])
    if "序号," in shown or "编号," in shown:
        shown = _COMMAS.sub(_commas, shown)
    if "<br" in shown and "|" in shown:
        shown = _ROW.sub(lambda row: _LINE_IN_CELL.sub(lambda hit: " " + _OUT * (len(hit[0]) - 1), row[0]), shown)
    if "<" in shown:
        shown = _DOUBLE.sub(rf"《{_OUT}\1{_OUT}》", shown) if "<<" in shown else shown
        shown = _TAG.sub(_tag, shown)
    if "&" in shown:
        shown = _SPACE.sub(lambda hit: " " + _OUT * (len(hit[0]) - 1), shown)
    if "|" in shown or "+-" in shown:
        shown = _COLUMNS.sub(lambda hit: _OUT * len(hit[0]), shown)
    if "\n|\n|" in shown:
        shown = _UPRIGHT.sub(lambda hit: _EDGES.sub(_upright, hit[0]), shown)
    if "?" in shown:
        shown = _LOST.sub(lambda hit: " " * len(hit[0]), shown)
    if "(" in shown:
        shown = _GLOSS.sub(lambda hit: _OUT * len(hit[0]), shown)
    if "#" in shown:
        shown = _HASHES.sub(lambda hit: _OUT * len(hit[0]), shown)
    if "**" in shown:
        shown = _BOLD.sub(rf"{_OUT * 2}\1{_OUT * 2}", shown)
    if _is_spread(shown):
        shown = _ONE.sub(_OUT, shown)
    if "." in shown or "．" in shown:
        shown = _DOTTED.sub(lambda hit: re.sub("[.．]", _OUT, hit[0]), shown)
    return _RULE.sub(_rule, shown)


def _is_spread(shown: str) -> bool:
    """Whether most characters of a text are parted by one blank each, which tells nothing then."""
    apart = sum(1 for _ in islice(_SPREAD.finditer(shown), _SAMPLE))
    return apart >= _MANY and apart > _MOST * sum(1 for _ in islice(_PAIR.finditer(shown), _SAMPLE))


def _commas(hit: re.Match[str]) -> str:
    """A table with edges for its commas, as far as each row has as many as its header."""
    header, *rows = hit[0].split("\n")
    edges = header.count(",")
    return "\n".join(row.replace(",", "\t") if row.count(",") == edges else row for row in (header, *rows))


def _rule(hit: re.Match[str]) -> str:
    drawn = len(hit[0]) > 5 or hit[0][0] in "─━_"
    return _OUT * len(hit[0]) if drawn else hit[0]


def _upright(hit: re.Match[str]) -> str:
    """An edge between two cells of a row, or the end of a row, as they stand in a table of lines."""
    return "\n" + _OUT * (len(hit[0]) - 1) if hit["next"] else "|" + _OUT * (len(hit[0]) - 1)


def _tag(hit: re.Match[str]) -> str:
    name = hit[1].lower()
    rest = _OUT * (len(hit[0]) - 1)
    if name in _LINES:
        return "\n" + rest
    if name in _CELLS:
        return "\t" + rest
    return _OUT + rest if name in _INLINE else hit[0]


@lru_cache(4096)
def _gap(run: str) -> Gap:
    """What a run of dropped characters told."""
    lines = sum(1 for _ in _BREAK.finditer(run))
    if lines > 1:
        return Gap.BLANK
    if lines:
        return Gap.LINE
    if any(sign in "\t|｜│┃┌┐└┘├┤┬┴┼" for sign in run):
        return Gap.CELL
    spaces = sum(sign.isspace() or sign == "\ue5e5" for sign in run)
    if spaces > 1 or "\u3000" in run or "\u2003" in run:
        return Gap.WIDE
    return Gap.SPACE if spaces else Gap.NONE
