"""发文机关: who sends a notice, from its signature, else from the front of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extract.head.bodies import BODY
from extract.head.closing import SEAL
from extract.head.genre import is_official, kind_of
from extract.head.page import Page
from extract.head.place import ELIDED, place_of
from extract.lexicon import terms
from extract.mentions.naming import full_name
from kg.model import Agency, Gap, Span

_FRONT = re.compile(
    r"(?P<by>[^《》，。；：“]{2,120}?)(?:联合)?(?=关于|(?:认真)?贯彻|印发|转发|批转|公布|发布|颁布|任免|任命|免去|表彰|授予|紧急(?:下发|发出)|决定(?=[^，。：；《》]{2,20}(?:为|任|辞去))|对(?=.{2,60}(?:答复|批复|提案|建议|批示|指示|批语))|：)"
)
# X人民政府征收土地公告, X人大常委会任免名单, X人民政府令, X专题会议纪要: the sender is what ends like a body
_BARE = re.compile(
    r"(?P<by>[^《》，。；：“]{2,40}(?:党组|党委|党工委)(?=会议纪要$)|[^《》，。；：“]{2,40}(?:人民政府|政府(?!信息|采购|投资|网站|性|债|购买|服务|储备|工作报告)|委员会|常委会|院|人民代表大会|[\u4e00-\u9fa5]{2,}(?:[局厅委办署]|(?<![干全总])部)|办公室|办公厅|(?:公司|集团)(?:董事会|监事会|股东会)|公司(?!董事会|监事会|股东会)|集团(?!董事会|监事会|股东会)|指挥部|领导小组|主席团|大学|学校|共和国主席(?=令))(?!会议(?!纪要)|公会|[长员]))"
    r"(?=[^。]{0,40}(?:人事任免|令|公告|通告|名单|纪要|公报|决议|布告|通报|通知|报告|决定|公示)$)"
)
# X人民政府内务部批复: the title of an answer is its sender and its kind
_ANSWERS = re.compile(r"(?P<by>[^《》，。；：“]{2,40}(?:政府|委员会|常委会|[院局厅委办署]|(?<![干全总])部|办公室))(?=(?:批复|复函|函|指示|训令|通令|指令)$)")
_RULED = ("任免", "任命", "免去", "表彰", "授予")
_NO_SENDER = re.compile(r"[。；：，《》]|关于|^(?:第?[一二三四五六七八九十\d]|（)|(?<!国家)各(?!界)|有关")
# 2022年第八次县政府常务会议…的通报 is no notice of the 县政府
_HELD = re.compile(r"(?:召开|举行)第?.*$")  # 县人大常委会召开第二十一次会议 | 任命…
_STUCK = re.compile(r"\d{1,4}[.．、]?(?![年\d])")  # 2022青峪县人民政府封山令
_SESSION = re.compile(r"(?<=代表大会)第[一二三四五六七八九十\d]{1,4}次会议$")  # its session decided: the body is the congress
_NUMBERED = re.compile(r"(?:关于|印发|转发|批转|公布|发布)|(?:19|20)\d\d年|第[一二三四五六七八九十\d]+[次届]")
_AND_OTHERS = re.compile(r"等[一二三四五六七八九十\d两]{0,3}(?:个)?(?:部门|单位|机关|部委|委局|家|厅局|委办局)?$")
_ANNEXED = re.compile(r"附件|附：|联系人|（|\d{1,2}[.．、]《?[\u4e00-\u9fa5]")
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_OWN = re.compile(r"中共|中国|国家|国务院|共青团|[省市县区州旗盟镇乡]")
_PART = re.compile(r"办?公[室厅]|[室厅]|人?民?政府|第|党组|委员会|分局|分行|支行")


def from_title(page: Page, title: Span) -> list[Span]:
    """The senders in front of a title; several where it names several."""
    for form in (_FRONT, _BARE, _ANSWERS) if "关于" not in page.words[title.slice] else (_FRONT,):
        found = None if page.words.startswith("关于", title.start) else form.match(page.words, title.start, title.end)
        if found:
            by = Span(*found.span("by"))
            words = page.words[title.slice]
            if form is _FRONT and page.words.startswith(_RULED, by.end) and kind_of(words) not in (None, "名单") and not is_official(words):
                continue  # 望溪区人民政府任免工作人员暂行办法
            stuck = _STUCK.match(page.words, by.start, by.end)
            by = Span(stuck.end(), by.end) if stuck else by
            others = _AND_OTHERS.search(page.words[by.slice]) or _HELD.search(page.words[by.slice]) or _SESSION.search(page.words[by.slice])
            by = Span(by.start, by.start + others.start()) if others else by
            body = BODY.search(page.words[by.slice]) or page.words.startswith("主席令", by.end - 2)
            if body and "同志" not in page.words[by.slice] and not _NUMBERED.match(page.words, by.start):
                return [one for part in _cut(page.words, by) for one in apart(page, part)]
    return []


def from_signature(page: Page, lines: tuple[Span, ...]) -> list[Span]:
    """The senders that signed, without the note on the seal (…代章)."""
    found = []
    for line in lines:
        seal = SEAL.search(page.words[line.slice])
        others = _AND_OTHERS.search(page.words[line.slice])
        cut = seal or others
        span = Span(line.start, line.start + cut.start()) if cut else line
        if len(span) >= 3 and BODY.search(page.words[span.slice]):
            found += [one for part in _cut(page.words, span) for one in apart(page, part)]
    return found


def _cut(words: str, span: Span) -> Iterator[Span]:
    """The parts between 、."""
    start = span.start
    for found in re.finditer("、", words[span.slice]):
        at = span.start + found.start()
        if BODY.search(words[start:at]):
            yield Span(start, at)
            start = at + 1
    yield Span(start, span.end)


def apart(page: Page, span: Span) -> list[Span]:
    """Bodies that are printed one after the other, parted by white space or by nothing (市教育局市财政局)."""
    pieces = _by_gaps(page, span)
    return [one for piece in pieces for one in _by_names(page.words, piece)]


def _by_gaps(page: Page, span: Span) -> list[Span]:
    found, start = [], span.start
    local = bool(place_of(page.words[span.slice]))
    spaces = sum(gap == Gap.SPACE for gap in page.gaps[span.start + 1 : span.end])
    least = Gap.WIDE if 2 * spaces > len(span) else Gap.SPACE  # 岚 江 省 财 政 厅: a name that is printed apart is parted by no space
    for i in range(span.start + 2, span.end - 2):
        if page.gaps[i] < least or _PART.match(page.words, i) or i - start < 3:
            continue
        # one space may be a slip of OCR: then what follows has no place of its own
        if page.gaps[i] == Gap.SPACE and local and not (place_of(page.words[i : span.end]) or _OWN.match(page.words, i)):
            continue
        if BODY.search(page.words[start:i]) and BODY.search(page.words[i : span.end]):
            found.append(Span(start, i))
            start = i
    return [*found, Span(start, span.end)]


def _by_names(words: str, span: Span) -> list[Span]:
    """Cut where the place of the first, or its level, comes again (望溪区教育局望溪区财政局), or where bodies of the state lie side by side."""
    text = words[span.slice]
    head = _head(text)
    cuts = [found.start() for found in re.finditer(re.escape(head), text)][1:] if head else []
    if level := ELIDED.match(text):  # 市教育局市财政局
        cuts = [found.start() for found in re.finditer(rf"{level[1]}(?![直级属区场民容县])", text)][1:]
    cuts = [at - 2 if text[at - 2 : at] == "中共" else at for at in cuts]
    if not head and _tiles().fullmatch(text) and not text.startswith(("国务院", "中央", "全国人大")):
        cuts = [found.start() for found in _tile().finditer(text)][1:]
    bounds = [0, *(at for at in cuts if BODY.search(text[:at])), len(text)]
    return [Span(span.start + a, span.start + b) for a, b in pairwise(bounds)]


@cache
def _tile() -> re.Pattern[str]:
    """The name of a body of the state, with its office."""
    names = [name for name in terms("agencies", "kinds") if len(name) > 2 and name[-1] in "部局委会署行院"]
    return re.compile(rf"(?:中国)?(?:{'|'.join(sorted(names, key=len, reverse=True))})(?:办公厅|办公室)?")


@cache
def _tiles() -> re.Pattern[str]:
    return re.compile(rf"(?>{_tile().pattern}){{2,30}}+")


def _head(text: str) -> str:
    """The place that a name begins with, as words that may come again."""
    found = re.match(r"(?:中共)?(?P<place>[\u4e00-\u9fa5]{2,6}?(?:省|自治区|市|州|盟|县|区|旗|镇|乡))", text)
    return found["place"] if found else ""


def senders_in(page: Page, line: Span) -> list[Span]:
    """The senders that a line names and nothing else: one, or several in columns; [] where it says more."""
    pieces, start = [], line.start
    for i in range(line.start + 1, line.end + 1):
        if i == line.end or page.gaps[i] >= Gap.WIDE:
            pieces.append(Span(start, i))
            start = i
    words = [page.words[one.slice] for one in pieces]
    known = all(BODY.search(one) and not _NO_SENDER.search(one) for one in words)
    return [one for piece in pieces for part in _cut(page.words, piece) for one in apart(page, part)] if known and len(line) <= 80 else []


def undated(page: Page, body: int, end: int) -> tuple[Span, ...]:
    """Senders under the last sentence or the list of annexes of a notice that bears no date."""
    found: list[Span] = []
    at = end
    last = page.line_start(at - 1) if at > body else at
    if _DAY.fullmatch(page.words, last, at):  # 3月5日 without a year
        at = last
    while at > body and len(found) < 6:
        line = Span(max(body, page.line_start(at - 1)), at)
        glued = max(page.words.rfind("。", line.start, at), page.words.rfind("！", line.start, at)) + 1
        if not found and line.start < glued < at:  # behind the last sentence: …特此公告。望溪区水务局
            line = Span(glued, at)
        pieces = senders_in(page, line)
        if not pieces or Gap.CELL in page.gaps[line.start + 1 : line.end]:
            break
        found = [*pieces, *found]
        at = line.start
    above = page.words[max(body, page.line_start(at - 1)) : at] if at > body else ""
    told = above.endswith("。") or _ANNEXED.match(above)
    return tuple(found) if found and told else ()


def named(page: Page, spans: list[Span], place: str) -> tuple[Agency, ...]:
    """The senders as agencies, each once."""
    words = dict.fromkeys(page.words[span.slice] for span in spans)
    return tuple(Agency(one if place_of(one) else full_name(one, place), one) for one in words)
