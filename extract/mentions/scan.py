"""Reads the names of bodies out of a stretch of tokens: where one begins, where it ends, whether it stands for several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.lexicon import terms
from extract.mentions.lexer import Part, Token
from kg.model import Span

_KNOWN = Part.FIELD | Part.KIND | Part.LEVEL | Part.PLACE | Part.WEAK | Part.KNOWN
# kinds that are a name with nothing before them
_BARE = re.compile(
    r"办公室|领导小组|联席会议|指挥部|工作专班|专班|专家组|协调小组|办事处|街道办事处|管委会|村委会|居委会|国务院|党委|党组|党中央|工会|妇联|共青团|团委|残联"
    r"|公安机关|法院|检察院|人民法院|人民检察院|解放军|军分区|武装部|人武部|编委会|组委会|公证处|电台|电视台|银行|学校|医院|海关|高校|合作社"
)
_NAMED_PLACE = ("镇", "乡", "街道", "村", "社区")  # 望溪镇: any name will do
_ANY_CORE = re.compile(r"(?:集团|公司|学校|小学|中学|医院|派出所|林场|农场|银行|支行)$")
# bodies whose long names hold verbs: 市 + 第三次湿地资源调查 + 领导小组
_COORDINATION = re.compile(
    r"(?:领导小组|协调小组|工作小组|指挥部|联席会议?|专班|机制|委员会|工作组|督导组|中心|办公室|推进组)$"
)
_WITHIN = Part.SOFT | Part.FIELD | Part.WEAK | Part.KIND | Part.KNOWN


_LEVELS = frozenset("省市县区州旗盟乡镇")
_LONGEST = 30  # tokens of a name
PUNISHES = re.compile(r"处(?=以(?![上下内外])|(?:\d[\d.]*|[一二三四五六七八九十两百千]{1,5})[万亿]?元|警告|罚款|罚金)")
"""处 where it is a verb: 处1000元以下罚款, 处以警告."""
_GOVERNS = ("编制", "指导", "督促")  # 区住建局 + 编制规划, 你局 + 指导企业, but 区教委指导中心


@dataclass(slots=True)
class _Name:
    """A name while it is read: its tokens, how many of them are sure to belong, whether it is a group."""

    tokens: list[Token] = field(default_factory=list)
    tail: int = 0
    group: bool = False

    @property
    def closed(self) -> bool:
        """The last token ends a name."""
        return bool(self.tail) and self.tail == len(self.tokens)


@dataclass(frozen=True, slots=True)
class Found:
    span: Span
    group: bool


def scan(words: str, parts: list[Token]) -> Iterator[Found]:
    """The names in a stretch without punctuation, in order, each as long as it goes."""
    name = _Name()
    done: list[Found] = []
    for i, token in enumerate(parts):
        after = parts[i + 1] if i + 1 < len(parts) else None
        text = words[token.start : token.end]
        if _joins(words, text, name, after):
            name.tokens.append(token)
            continue
        if token.part & Part.SOFT and _within(name, after):
            name.tokens.append(Token(Part.FIELD, token.start, token.end))
            continue
        if token.part & Part.STOP or _ends(words, token, name, after) or len(name.tokens) > _LONGEST:
            done = _close(words, parts, name, done)
            name = _Name()
            continue
        if token.part & Part.HEAD:
            if name.tokens and (
                _opens(words, name, text) or all(one.part & Part.HEAD for one in name.tokens)
            ):
                name.group, name.tail = True, 0
                name.tokens.append(token)
                continue
            done = _close(words, parts, name, done)
            name = _Name([token], 0, True)
            continue
        if token.part & (Part.LEVEL | Part.PLACE) and name.tokens and not (name.group and not name.tail):
            if name.closed and not _vertical(words, name):  # 区委 + 区政府
                done = _close(words, parts, name, done)
                name = _Name()
            elif name.tokens[-1].part & Part.SESSION or (text == "全国" and name.tokens[0].part & Part.LEVEL):
                pass  # 政协第十三届 + 全国委员会, 市第一次 + 全国经济普查领导小组
            elif name.tail and not name.closed and name.tokens[0].part & Part.LEVEL and text in _LEVELS and not _vertical(words, name):
                done = _close(words, parts, name, done)  # 县水务局审批|县教育局
                name = _Name()
            elif not name.tail and (token.part & Part.ROW or not _place(words, name)):
                name = _Name()
        name.tokens.append(token)
        if _tail(words, token, name):
            name.tail = len(name.tokens)
    yield from _close(words, parts, name, done)


def _joins(words: str, text: str, name: _Name, after: Token | None) -> bool:
    """和 inside a name (规划 和 自然资源 委员会), or between the kinds of a group (有关部门 和 单位)."""
    if text not in ("和", "与", "及") or not name.tokens or after is None:
        return False
    last = name.tokens[-1].part
    if words[name.tokens[-1].end - 1] == "区":
        return False  # 经济开发区|和国土局
    if name.closed:
        return (
            name.group
            and bool(after.part & last & Part.GROUP)
            and not (after.part | last) & (Part.LEVEL | Part.ROW)
        )
    goes_on = after.part & Part.FIELD or (
        after.part & Part.KIND and not _BARE.fullmatch(words[after.start : after.end])
    )
    return bool(last & Part.FIELD and goes_on)


def _within(name: _Name, after: Token | None) -> bool:
    """A verb inside a name, between a field or level and a kind: 服务 + 保障 + 中心, 区 + 推进 + 办."""
    if not name.tokens or name.closed or after is None or not after.part & (Part.WEAK | Part.KIND):
        return False
    return bool(name.tokens[-1].part & (Part.FIELD | Part.LEVEL | Part.PLACE)) and not after.part & Part.LEVEL


def _ends(words: str, token: Token, name: _Name, after: Token | None) -> bool:
    """A word that is part of other names, and after a whole name is not: 县委 + 常委会会议, 区发改委 + 组织召开, 区执法局 + 处罚款."""
    if not name.closed:
        return False
    text = words[token.start : token.end]
    if text in _GOVERNS:
        kind = after if after and after.start == token.end and after.part & (Part.KIND | Part.WEAK) else None
        return kind is None or bool(_GENERAL.fullmatch(words, kind.start, kind.end))
    if text == "处":
        return bool(PUNISHES.match(words, token.start))
    return text == "组织" or (text == "常委会" and words[token.start - 1] == "委")


def _opens(words: str, name: _Name, text: str) -> bool:
    """A group of a body or of a level: 区政府各部门, 市有关部门, 自治区各部门."""
    if not text.startswith(("各", "有关", "相关", "其他", "其它")) or name.group:
        return False
    first = name.tokens[0]
    alone = len(name.tokens) == 1 and (
        first.part & (Part.LEVEL | Part.PLACE | Part.WEAK) or words[first.end - 1] in "直属级"  # 区直各部门
    )
    return name.closed or bool(alone)


def _place(words: str, name: _Name) -> bool:
    """Whether what was read can stand before a level: 望溪 + 区, 中国邮政 + 望溪市分公司."""
    if words.startswith(("中国", "国家", "国网"), name.tokens[0].start):
        return True
    return all(not one.part & Part.FIELD or one.part & (Part.LEVEL | Part.PLACE) for one in name.tokens)


def _vertical(words: str, name: _Name) -> bool:
    """国家税务总局 + 临澜市税务局 is one name."""
    text = words[name.tokens[0].start : name.tokens[-1].end]
    return text.startswith(("中国", "国家", "国网", "政协", "中共", "共青团")) or text in terms(
        "agencies", "vertical"
    )


def _tail(words: str, token: Token, name: _Name) -> bool:
    """Whether the name may end with this token."""
    text = words[token.start : token.end]
    part = token.part
    if part & Part.KIND and (len(name.tokens) > 1 or len(text) > 2 or _BARE.fullmatch(text)):
        return True
    before = name.tokens[-2].part if len(name.tokens) > 1 else Part.UNKNOWN
    if part & Part.WEAK and len(name.tokens) > 1 and (before & _KNOWN or text in _NAMED_PLACE or name.group):
        return not (part & Part.LEVEL and before & Part.LEVEL and not name.group)
    if name.group and part & Part.GROUP:
        return True
    if text == "财政" and before & (Part.LEVEL | Part.HEAD):
        return True
    return bool(part & Part.WEAK) and before == Part.UNKNOWN and _short(words, name)


def _short(words: str, name: _Name) -> bool:
    """A level, one to three unknown characters, a short kind: 省管局, 市招办."""
    if len(name.tokens) < 3 or name.tokens[-2].end - name.tokens[-2].start > 3:
        return False
    return bool(name.tokens[0].part & Part.LEVEL) and all(one.part & Part.FIELD for one in name.tokens[1:-2])


def _close(words: str, parts: list[Token], name: _Name, done: list[Found]) -> list[Found]:
    """The finds so far and the name just read, if it is one."""
    if not name.tail:
        return done
    kept = _without_verbs(words, name.tokens[: name.tail])
    start, end = _opening(words, parts, kept), kept[-1].end
    if (
        _COORDINATION.search(words[start:end])
        and not name.tokens[0].part & (Part.LEVEL | Part.PLACE)
        and not name.group
    ):
        start = _reach(words, parts, start, done)
        done = [one for one in done if one.span.end <= start]
    if not name.group and start == kept[0].start:
        start = _people(words, parts, start)
    return [*done, Found(Span(start, end), name.group)]


# 村民|选举委员会, 业主|监督委员会, 职工|代表大会: whose body it is
_OF_PEOPLE = re.compile(
    r"(?:村民|居民|业主|职工|家长|社员|会员|股东|学生|教师|教职工|党员|妇女)(?:代表|选举|监督|管理|自治|权益|维权|评议|议事|事务|资格|审查)*$"
)
_PEOPLES = re.compile(r"[^，。；]{0,6}(?:委员会|会议|大会|小组|理事会|监事会)")


def _people(words: str, parts: list[Token], start: int) -> int:
    """Where the name of a body of some people begins: 村民|选举委员会."""
    found = _OF_PEOPLE.search(words, max(0, start - 8), start)
    if not found or not _PEOPLES.match(words, start):
        return start
    return found.start() if any(one.start == found.start() for one in parts) else start


def _without_verbs(words: str, named: list[Token]) -> list[Token]:
    """指导用人单位 names the 用人单位: a field that is a verb too, before a general kind with a name of its own."""
    if not _GENERAL.fullmatch(words, named[-1].start, named[-1].end):
        return named
    verbs = terms("agencies", "verbal")
    while words[named[0].start : named[0].end] in verbs and (
        len(named) > 2 or (len(named) == 2 and named[1].end - named[1].start > 2)
    ):
        named = named[1:]
    return named


_GENERAL = re.compile(r".{0,4}(?:企业|公司|单位|机构|学校|医院|社区|园区|组织|合作社|示范区|高校|院校)")


def _opening(words: str, parts: list[Token], named: list[Token]) -> int:
    """Where a village or street begins whose name begins with what is else a small word: 、不老沟村."""
    first = named[0]
    if (
        first.part != Part.UNKNOWN
        or words[named[-1].start : named[-1].end] not in _NAMED_PLACE
        or len(named) > 2
    ):
        return first.start
    start = first.start
    for before in reversed([one for one in parts if first.start - 2 <= one.start < first.start]):
        if before.end != start or before.end - before.start > 1 or words[before.start] not in _SMALL:
            return first.start
        start = before.start
        if before is parts[0] and words[start - 1 : start] in ("", "、", "（"):
            return start
    return first.start


_SMALL = "不新老上下前后中内外无多好沿向原达完名曾共同和长先"


def _reach(words: str, parts: list[Token], start: int, done: list[Found]) -> int:
    """The beginning of the long name of a coordination body: back over soft verbs to the first level or place."""
    found = start
    ends = {one.span.end for one in done}
    before = [one for one in parts if one.end <= start]
    for i in range(len(before) - 1, -1, -1):
        token = before[i]
        if token.part & (Part.LEVEL | Part.PLACE) and not token.part & Part.ROW:
            place = before[i - 1] if i and token.part & Part.LEVEL and token.end - token.start == 1 else token
            named = place.part == Part.UNKNOWN and place.end == token.start and place.end - place.start <= 4
            found = place.start if named else token.start
        elif words[token.start : token.end] in ("和", "与", "及"):
            if token.start in ends:  # 区财政局和 … 领导小组
                break
        elif not token.part & _WITHIN and token.part != Part.UNKNOWN:
            break
    return found
