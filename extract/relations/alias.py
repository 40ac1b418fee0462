"""alias: a second name that the text gives.

How the catalogue reads:
- （以下简称X）, （简称X）, （下称X）, （以下统称X）, （原名X）, also behind a comma: the name is the noun phrase, agency, title or list
  before it, quotes and 《》 off; what the brackets say before the cue (a number, 附件2) is left out, but 区县（自治县，以下简称区县）
  keeps its bracket;
- so is the acronym of a text: 《区域全面经济伙伴关系协定》（RCEP）; that of a thing (地理信息系统（GIS）) is none;
- an agency in brackets after an agency (区商务局（区粮食和物资局）) is its second name, one fact each for several; not a group, not a
  lower unit in brackets (区教委（基教科）), not an agency with a role (（区水务局牵头）);
- so is the town that a zone is one with, as one of a list (开发区、高新园（望东镇）、各街道);
- 加挂 增挂 保留 X牌子 and A与B，一个机构两块牌子 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions.agency import AgencyMention, agencies_in, agency, agency_list, is_agency
from extract.mentions.reference import references_in
from extract.naming.hats import body_before, hats_in, levelled, why_none
from extract.naming.phrase import Phrase, phrase_before, within
from extract.naming.plates import BODY, bearer, hung, pieces, room, sole, topic
from extract.sentences import sentences
from extract.units.meant import THAT
from kg.model import Agency, Finding, Gap, Notice, Refusal, Span

_SAID = r"(?:以下(?:均|统一|分别|合并)?[简统合并通]?称|以下称|下称|简称|统称|合称|又称|亦称|也称|俗称|别称)"
CUES: dict[str, re.Pattern[str]] = {
    "short": re.compile(
        rf"(?:（(?P<note>[^（），]{{1,40}}，)?|(?P<comma>，))(?P<cue>{_SAID})(?:为|：|作(?=[“《]))?"
        r"(?P<alias>(?(comma)[“《]?[^（），。；：“”《》]{1,20}[”》]?(?=[，。；]|对|是|在|负责|由|要|应|将)"
        r"|[^（）]{1,40}?(?:（[^（）]{1,12}）[^（），。；：]{0,12})?(?=[，；）])))"
    ),
    "former": re.compile(r"（(?:原名称?|曾用名|原称|曾称|对外名称|对外[可也]?称)(?:为|：)?[“《]?(?P<alias>[^（），。；“”《》]{2,30})[”》]?）"),
    "acronym": re.compile(r"(?<=》)（(?P<alias>[A-Z][A-Za-z]{1,9})）"),
    "bracket": re.compile(
        rf"(?<={BODY})（(?!以下|[下简统合又亦也可]称|对外|原|含|不含|包[含括]|除|限|牵头|负责|主[办管持]|配合|联系|兼|设在|或)(?P<alias>[\u4e00-\u9fa5、“”]{{2,40}}(?<={BODY}))）"
    ),
    # 高新园（望东镇）: a zone that is one with its town
    "zone": re.compile(
        r"(?:^|(?<=[、，：]))(?P<name>[\u4e00-\u9fa5]{1,10}?(?:园区?|开发区|高新区|经开区|新区|示范区|度假区))"
        r"（(?P<alias>(?![位在驻含除原不及各])[\u4e00-\u9fa5]{2,6}(?:镇|乡|街道))）(?=[、，：。；]|$)"
    ),
    "plate": re.compile(
        r"(?:加挂|增挂|对外保留|对外挂|保留|挂|使用|对外称)(?P<alias>[“]?[^，。；：（）]{3,60}?(?:（[^（）]{2,30}）)?)(?:的)?(?:牌子|牌匾|名称)"
    ),
    "hung": re.compile(r"(?:加挂|增挂)(?P<alias>“[^“”]{4,40}”)(?!的?(?:牌|名称))"),
    # 望溪区统计局又名望溪区社会经济调查队
    "called": re.compile(
        r"(?:(?<=[\u4e00-\u9fa5])|(?<=[\u4e00-\u9fa5\d]，))(?:又名|亦名|原名|又称|对外[可也]?称)(?P<alias>[“]?[\u4e00-\u9fa5]{3,30}?[”]?)(?=[，。；]|$)"
    ),
    # 区农机局，全称为望溪区农业机械管理局
    "full": re.compile(
        r"(?:^|(?<=[。；，：、．）]))(?P<alias>[\u4e00-\u9fa5]{2,14}?)(?:，|的)?全称(?:为|是|：)?[“]?(?P<name>[\u4e00-\u9fa5]{4,40}?)[”]?(?=[，。；）]|$)"
    ),
    # 组建区城管委，与区城管执法局一个机构、两块牌子
    "beside": re.compile(
        r"(?<=[，）])与(?P<alias>[^，。；：（）]{3,30}?)(?:合署(?:办公)?)?，?(?:实行|为|是)?“?(?:一个机构|一套(?:人马|班子|机构))[、，]?[两二三]块牌子"
    ),
    "plates": re.compile(
        r"(?P<name>[^，。；：（）]{3,30}?)[与和、](?P<alias>[^，。；：（）]{3,30}?)(?:合署(?:办公)?)?(?:，)?(?:实行|为|是)?“?(?:一个机构|一套(?:人马|班子|机构))[、，]?[两二三]块牌子"
    ),
}
_GATE = re.compile(r"称|（|牌子|名|挂“")
_APART = re.compile("”“|》《|、")
_NUMBER = re.compile(r"^(?:附[件表录]|[^，]*第?[\d〕]+号|法释|含|包括|见|注|共|约|含)")
_CALLED = re.compile(rf"（{_SAID}[^（）]{{1,24}}）$")
# a town as one of a list, and how far a list is looked at
_TOWN = re.compile(r"(?:^|[、，和及])(?:各|[\u4e00-\u9fff]{2,6})(?:镇|乡|街道|乡镇|镇街)(?=[、，和及（]|$)")
_SENTENCE = re.compile("[。；：]")
_LIST = 200
_NEAR = 40
# 甲方: a side of a contract, which stands for an agency only where it is named: 区水务局（以下简称甲方）
_CONTRACT = re.compile(r"[甲乙丙丁戊][、和]?(?:[甲乙丙丁戊][、和]?)*(?:双|各|三)?方(?![位向案])")
_ROLE = re.compile(r"(?:采购|供应|招标|投标|承包|发包|建设|施工|监理|委托|受托|用人)(?:人|商|单位|方)$")
_DEFINED = re.compile(r"所[称指]的?(?P<name>[\u4e00-\u9fff]{2,20}?)，?(?:是指|系指|指)")
_EITHER = re.compile(r"(?P<one>[^、“”《》]{2,12})或(?P<other>[^、“”《》]{2,8})")
_UNQUOTED = str.maketrans("“”", "、、")
_QUOTES = "“”《》〈〉「」"


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """The second names of a notice, in order, each pair once."""
    if not _GATE.search(notice.words):
        return
    seen: set[tuple[str, str]] = set()
    said = [*_short(notice), *_bracketed(notice), *_zones(notice), *_called(notice), *_plates(notice)]
    for one in sorted(said, key=lambda one: one.span):
        if isinstance(one, Finding):
            pair = (_name(one.args["name"]), _name(one.args["alias"]))
            if pair[0] == pair[1] or pair in seen:
                continue
            seen.add(pair)
        yield one


def _name(value: object) -> str:
    return value.mention if isinstance(value, Agency) else str(value)


def _short(notice: Notice) -> Iterator[Finding | Refusal]:
    """以下简称 and its kin, behind a bracket or a comma."""
    words = notice.words
    starts = sentences(notice)
    for rule in ("short", "former", "acronym"):
        for found in CUES[rule].finditer(words):
            alias = _bare(found["alias"])
            end = found.start()
            floor = _paragraph(notice, max((one.start for one in starts if one.start <= end), default=0), end)
            whole = rule == "short" and found["cue"][-2] in "统合"
            titled = _titled(words, Span(floor, end)) if "《" in found["alias"] and words[end - 1] != "》" else None
            phrase = titled or phrase_before(words, end, alias, floor, whole)
            if phrase and rule == "short" and found["comma"] and (defined := _DEFINED.search(words, floor, phrase.span.start)) and defined["name"] != alias:
                meant = Span(*defined.span("name"))  # 本办法所称生物制品系指由…分发的疫苗，以下简称强制疫苗
                phrase = phrase if within(alias, phrase.words) else Phrase(meant, words[meant.slice])
            contract = _CONTRACT.search(alias) or (phrase and _CONTRACT.fullmatch(phrase.words))
            if contract:
                party = agencies_in(words, Span(floor, end))[-1:] if _CONTRACT.fullmatch(alias) and words[end] == "（" else []
                if party and party[0].span.end == end and not party[0].group and not _ROLE.search(party[0].words):
                    span = Span(party[0].span.start, found.end())
                    yield Finding({"name": agency(party[0], notice.head), "alias": alias}, span, f"alias.{rule}", 0.95)
                else:
                    yield Refusal(Span(*found.span()), f"alias.{rule}", "a side of a contract, no name of an agency")
                continue
            if not alias or phrase is None:
                yield Refusal(Span(*found.span()), f"alias.{rule}", "nothing before it that it could name")
                continue
            span = Span(phrase.span.start, found.end())
            name = _party(notice, phrase)
            if "”或“" in alias or "》或《" in alias:
                for one in re.split("或", alias):
                    yield Finding({"name": name, "alias": _bare(one)}, span, f"alias.{rule}", 0.9)
                continue
            either = _EITHER.fullmatch(alias)
            if either and either["one"].endswith(either["other"]):  # 以下简称岚粮公司或公司
                yield from (Finding({"name": name, "alias": one}, span, f"alias.{rule}", 0.9) for one in either.groups())
                continue
            if rule == "short" and "分别" in found["cue"] and (each := _each(notice, floor, end, alias)):
                yield from (Finding({"name": agency(one, notice.head), "alias": other}, span, f"alias.{rule}", 0.9) for one, other in each)
                continue
            note = found["note"] if rule == "short" else None
            if note and not _NUMBER.match(note) and phrase.words.endswith(alias):
                name = f"{alias}（{note[:-1]}）"
            yield Finding({"name": name, "alias": alias}, span, f"alias.{rule}", 0.95)


def _titled(words: str, span: Span) -> Phrase | None:
    """The title without 《》 that a range ends with: 区人民政府关于…的意见（以下简称《意见》）."""
    ends = (one.title_span for one in references_in(words, span) if one.title_span and one.title_span.end == span.end)
    title = next(ends, None)
    return Phrase(title, words[title.slice]) if title else None


def _each(notice: Notice, floor: int, end: int, alias: str) -> list[tuple[AgencyMention, str]]:
    """A会同B（以下分别简称甲部门、乙部门）: as many bodies as names, in their order; [] where there are fewer."""
    short = [one.strip(_QUOTES) for one in _APART.split(alias)]
    bodies = agencies_in(notice.words, Span(floor, end))[-len(short) :]
    return list(zip(bodies, short, strict=True)) if 1 < len(short) == len(bodies) else []


def _paragraph(notice: Notice, start: int, end: int) -> int:
    """Where the text before `end` begins, a heading without a sign above an empty line passed over."""
    return next((at for at in range(end - 2, start, -1) if notice.gaps[at] >= Gap.BLANK), start)


def _bare(alias: str) -> str:
    """A name without the quotes round it; 「“大扫除”活动」 keeps its own."""
    alias = alias.lstrip("，：")
    alias = alias[1:-1] if re.fullmatch("“《[^“”《》]+》”", alias) else alias
    if alias[:1] in _QUOTES and alias[-1:] in _QUOTES and not any(sign in _QUOTES for sign in alias[1:-1]):
        return alias[1:-1]
    return alias.strip("《》〈〉「」") if alias.count("“") == alias.count("”") else alias.strip(_QUOTES)


def _party(notice: Notice, phrase: Phrase) -> str | Agency:
    if phrase.agency is not None:
        return agency(phrase.agency, notice.head)
    if is_agency(phrase.words):
        return agency(AgencyMention(phrase.span, phrase.words), notice.head)
    shift = 1 if notice.words[phrase.span.start] == "《" else 0
    printed = notice.printed[phrase.span.start + shift : phrase.span.end - shift]
    if len(printed) != len(phrase.words):
        return phrase.words
    # the script of the words, as in the alias; the punctuation of the print
    return "".join(word if word.isalpha() else sign for word, sign in zip(phrase.words, printed, strict=True))


def _bracketed(notice: Notice) -> Iterator[Finding | Refusal]:
    """区商务局（区粮食和物资局）."""
    words = notice.words
    for found in CUES["bracket"].finditer(words):
        name = body_before(notice, found.start())
        if name is None:
            continue
        span = Span(name.span.start, found.end())
        for other in hats_in(words, Span(*found.span("alias")), name):
            why = why_none(name.words, other.words)
            if why:
                yield Refusal(span, "alias.bracket", why)
                continue
            args = {"name": agency(name, notice.head), "alias": agency(levelled(other, name), notice.head)}
            yield Finding(args, span, "alias.bracket", 0.9)


def _zones(notice: Notice) -> Iterator[Finding]:
    """开发区（望北街道）, as one of a list of towns; no thing with where it lies (建设农业示范区（石桥镇）、产业园（望东镇）)."""
    words = notice.words
    for found in CUES["zone"].finditer(words):
        before = _SENTENCE.split(words[max(0, found.start() - _LIST) : found.start()])[-1]
        behind = _SENTENCE.split(words[found.end() : found.end() + _LIST])[0]
        if not (_TOWN.search(before) or _TOWN.search(behind)):
            continue
        name, other = (AgencyMention(Span(*found.span(part)), found[part]) for part in ("name", "alias"))
        yield Finding({"name": agency(name, notice.head), "alias": agency(other, notice.head)}, Span(*found.span()), "alias.zone", 0.8)


def _called(notice: Notice) -> Iterator[Finding]:
    """望溪区统计局又名望溪区社会经济调查队: a body, and another name that is one too."""
    words = notice.words
    for found in CUES["full"].finditer(words):
        if within(found["alias"], found["name"]):
            whole = _party(notice, Phrase(Span(*found.span("name")), found["name"]))
            yield Finding({"name": whole, "alias": found["alias"]}, Span(*found.span()), "alias.full", 0.9)
    for found in CUES["called"].finditer(words):
        name, alias = _named_first(words, found.start()), Span(*found.span("alias"))
        if name and is_agency(_bare(found["alias"])):
            other = AgencyMention(alias, _bare(found["alias"]))
            span = Span(name.span.start, found.end())
            yield Finding({"name": agency(name, notice.head), "alias": agency(other, notice.head)}, span, "alias.called", 0.9)


def _named_first(words: str, at: int) -> AgencyMention | None:
    """The body right before a place, or the one that opens a sentence whose next clause begins there (区档案馆建于1958年，原名…)."""
    goes_on = words[at - 1] == "，"
    start = max(words.rfind(sign, 0, at) for sign in "。；：") + 1 if goes_on else max(0, at - _NEAR)
    found = agencies_in(words, Span(start, min(at, start + _LIST)))
    fits = (one for one in found if not one.group and (one.span.start == start if goes_on else one.span.end == at))
    return next(fits, None)


def _plates(notice: Notice) -> Iterator[Finding | Refusal]:
    words = notice.words
    if "牌" not in words and "对外" not in words and "挂“" not in words:
        return
    before: list[AgencyMention] = []  # the body that the sentence before is nothing but the name of
    for sentence in sentences(notice):
        text = words[sentence.slice]
        if "牌" not in text and "挂“" not in text:
            before = sole(text)
            continue
        for found in CUES["plates"].finditer(text):
            yield _pair(notice, sentence, found.span("name"), found.span("alias"), "plates")
        for found in CUES["beside"].finditer(text):
            own, beside = bearer(text, found.start()), agency_list(text, Span(*found.span("alias")))
            if own and beside:
                args = {"name": agency(own, notice.head), "alias": agency(beside[0], notice.head)}
                yield Finding(args, Span(*found.span()).shift(sentence.start), "alias.beside", 0.9)
        behind = 0  # where the last plate of the sentence ends: 市教育局挂…牌子，市民政局加挂…牌子
        for cue, found in ((name, one) for name in ("plate", "hung") for one in CUES[name].finditer(text)):
            floor, behind = (behind if found.start() >= behind else 0), found.end()
            said = Span(*found.span("alias"))
            others = agency_list(text.translate(_UNQUOTED), said) or pieces(text, said)
            span = Span(sentence.start + found.start(), sentence.start + found.end())
            inside = text[found.start() - 1 : found.start()] == "（"  # 政策法规科（挂行政审批科牌子）
            called = _CALLED.search(text, 0, found.start())  # X中心（以下简称中心）挂…牌子
            at = sentence.start + called.start() if called else span.start - 1
            subject = hung(notice, sentence.start, at) if inside or called else bearer(text, found.start(), floor) or bearer(text, found.start())
            if THAT.fullmatch(found["alias"]):
                others = before
            if not others:
                yield Refusal(span, f"alias.{cue}", "no body on the plate")
                continue
            name = agency(subject, notice.head) if subject else topic(notice)
            if name is None:
                yield Refusal(span, f"alias.{cue}", "no body that the plate is put on")
                continue
            for other in others:
                yield Finding({"name": name, "alias": agency(other, notice.head)}, span, f"alias.{cue}", 0.85)


def _pair(notice: Notice, sentence: Span, name: tuple[int, int], alias: tuple[int, int], rule: str) -> Finding | Refusal:
    first, second = (Span(*one).shift(sentence.start) for one in (name, alias))
    span = Span(first.start, second.end)
    one, other = (agencies_in(notice.words, one) or room(notice.words, one) for one in (first, second))
    if not one or not other:
        return Refusal(span, f"alias.{rule}", "no two bodies")
    args = {"name": agency(one[-1], notice.head), "alias": agency(other[0], notice.head)}
    return Finding(args, span, f"alias.{rule}", 0.9)
