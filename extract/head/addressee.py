"""主送机关: to whom a notice is sent, the line under the title that ends in a colon (GB/T 9704 7.3.2)."""

from __future__ import annotations

import re

from extract.head.bodies import ADDRESSED, RECIPIENT, listed
from extract.head.genre import kind_before
from extract.head.page import Page
from extract.lexicon import either, table
from extract.mentions.person import is_name
from kg.model import Gap, Span

_LINE = re.compile(r"[^。：！？《》〔“]{2,800}：")
_BEGINS = re.compile(r"[你您现经为贵我《]|根据|按照|近|关于|[^，。；]{2,80}(?:收悉|如下)")
_FIRST = re.compile(r"(?P<name>[\u4e00-\u9fa5]{2,4})、[\u4e00-\u9fa5]{2,4}(?=[、，。；（]|$)")
_DUTY = re.compile(r"[^。]{0,30}?(?:负责|牵头|配合|承担|落实|组织)")
_SENDS = frozenset(("通知", "通报", "决定", "公告", "通告", "批复", "复函", "意见", "请示", "报告", "说明"))
_KINDS = r"通知|意见|决定|决议|公告|公报|通告|批复|函|复函|答复|命令|指示|批示|报告|请示|通报|议案|纪要|规定|办法|方案"
# what ends in a colon and is no addressee: a lead (如下：), a label, the rest of a title (…的通知各镇人民政府：), an item
_LABELS = either(label for key in ("number", "date", "shown", "issuer") for label in table("heads")["metadata"][key].split())
_NOT = re.compile(
    rf"(?:{listed('leads')}|{_LABELS})$|^(?:{listed('labels')})$|的(?:紧急|补充|联合|预备)?(?:{_KINDS})"
    rf"|^(?:的|性|关于|附件|根据|按照|经|为|现|{_KINDS})|^(?:任务|工作|有关)(?!单位|部门|各|人员|企业)"
    r"|第[一二三四五六七八九十\d]+[条章节]|[一二三四五六七八九十]、|（[一二三四五六七八九十]{1,3}）|^\d+[.．、]|(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年"
    r"|（[^（）]{2,20}(?:长|主任|书记|主席)）"  # 王涛（区人武部部长）, of a roster
    r"|关于|[内下]设|[^建]设(?:有|立|置)|设(?:下列|以下|如下)"
)
# what no list of bodies says: 由区财政局负责；区审计局：
_SENTENCE = re.compile(r"负责|牵头|配合|(?<![主重需])要|应(?![急用对])|必须|报送|包括|以及时|^[^各，、]{20,}$")


def addressed(line: str) -> bool:
    """Whether words with a colon behind them may name addressees."""
    words = line[:-1].rstrip("、，")
    groups = words.split("；")
    if len(groups) > 1 and not all(ADDRESSED.search(one) and not _SENTENCE.search(one) for one in groups):
        return False
    pieces = re.split("[，；]", words)
    if len(pieces) > 3 and 2 * sum(bool(ADDRESSED.search(one)) for one in pieces) < len(pieces):
        return False  # a sentence: 查…，不仅…，特规定办法如下：
    return not _NOT.search(words) and ADDRESSED.search(words) is not None


def addressee_at(page: Page, at: int) -> Span | None:
    """The line of addressees that begins here, with its colon; None where none does."""
    found = _LINE.match(page.words, at)
    if not found:
        return None
    words = found[0][:-1].rstrip("、，")
    if not addressed(found[0]) or _titled(page, at, at + len(words)):
        return None
    span = Span(*found.span())
    first = _FIRST.match(page.words, span.end)
    if first and page.line_end(at) > span.end and is_name(first["name"]):
        return None  # 县人民委员会委员：孙达、栾超
    # a label has its content on its line (区财政局：负责…); addressees end their line, or several are named
    if page.breaks(span.end, Gap.SPACE) or "，" in words or words.startswith("各"):
        return span
    whole = len(words) >= 4 and RECIPIENT.search(words) and not _DUTY.match(page.words, span.end)
    return span if whole or _BEGINS.match(page.words, span.end) else None


def _titled(page: Page, start: int, end: int) -> bool:
    """The last line of a title stands over the addressees: 防范应对工作通知 / 各镇人民政府：."""
    return any(line.end < end and kind_before(page.words, start, line.end) in _SENDS for line in page.lines(start, end))
