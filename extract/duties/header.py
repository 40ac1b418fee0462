"""The words before a colon that say whose duties follow: 区公安局：负责…, 主要职责：…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.duties.actors import Actor, Actors
from extract.duties.apart import FOLLOWED, OFFICE
from extract.duties.clause import split
from extract.duties.labels import LABEL
from extract.duties.nouns import GROUP
from extract.duties.posts import posts, unheld, work_behind
from extract.duties.predicate import starts_work
from extract.duties.subject import lead
from extract.duties.titled import DUTIES
from extract.mentions.called import CALLED
from kg.model import Span

_TITLE = re.compile(
    r"(?:(?:根据|按照)[^，。；：]{2,30}，)?(?P<title>(?:[^。；，：（）]|（[^。；：（）]*）){2,60}?)"
    r"(?P<sign>(?<!\d)：|：(?!\d)|——(?=[^，。；：]))"
)
# 各分公司（简称“各运营商”）：…
_CALLED = re.compile(f"{CALLED}$")
# 三、相关部门职责|区教育局：…, where the break of line was lost
_RUN_ON = re.compile(r"[^，。：（）]{2,10}(?:职责|分工)(?=[^的]{2,24}$)")
# 组长：王涛: who somebody is in a group
ROLE = re.compile(r"副?(?:组长|组员|成员|总?指挥长?|召集人|主任|联络员|联系人)(?:单位)?")
# 总指挥：|董事长王涛担任，|全面负责处置
_HELD = re.compile(r"由?[^，。；：]{2,30}(?:担任|兼任)，")
# 副区长王涛批示：“|请区交通局…: what is told to do, word by word
_INSTRUCTS = re.compile("[^。；“”》]{2,60}(?:批示|指示|批语)[^。；“”：]{0,10}：“(?=.)")
# 副组长：|协助组长开展工作; not 副组长：高立强
_CHARGED = re.compile(
    r"(?:主要|全面|具体|统一)*(?P<parted>分[工片]|分别)?(?:负责|主持|协助|统筹(?!组)|组织指挥|领导、?指挥)(?!人|同志)"
    r"|在[^，。；]{2,20}(?:领导|指挥)下"
)
# 门卫|在校长领导下履行下列职责
UNDER = r"在[^，。；：]{2,20}(?:领导|指导|指挥)下"
_UNDER = re.compile(rf"{UNDER}，?(?:的)?$")
# a place, not a doer, where it stands before a colon
_PLACE = re.compile(r"(?:保护区|名胜区|公园|湿地|林场|[^发高新]区|县|个人|对象)$")
# 区检测中心内设机构：综合室、化验室: the title of a list of its parts
_PARTS = re.compile(r"(?:内设|下设|派出|分支)机构$")
# 施工单位应当遵守下列规定：
_POINTS_ON = re.compile(r"下列|以下")
_OFFICES = re.compile(r"职[责能权]|履行|承担")
# 今年要抓好以下工作：: whose, it does not say
_ANYBODY = re.compile(r"[应须]|(?<!主)要|[做抓]好|完成")
# 区水务局：组长单位，负责…: what it is in the group
_POST = re.compile(r"(?:副?组长|副?指挥长|成员|牵头|主责|责任|配合|主管|召集人)(?:单位|部门)[，。；]")
# 各县、特区、区人民政府：, in a list of what the members of a body do
_HOUSE = re.compile(r"[^，。；：]{2,40}(?:[局委办厅部院府司署社站行队团会道]|管委会|公司|集团|中心|[区县市镇乡])")
# 应急办公室职责|在领导小组领导下，负责…, where lines are lost
_GLUED = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:[、.．]|(?=[\u4e00-\u9fff]))|[一二三四五六七八九十]{1,3}、)?(?P<who>(?:(?!结合|[按依]照|根据|依据|履行|明确|本|其|自身|各自)[^，。；：（）\d]){2,24}?)??的?(?:职能和|主要|工作|具体)*职责(?:是|为)?"
    r"(?=(?:具体|主要|全面|统一)*(?:负责|承担|组织|贯彻|执行|制[订定]|拟[订定]|审定|传达|指导|协调|领导|承办|开展)|在[^，。；]{2,20}(?:领导|指挥)下，|[①⑴])"
)
_BRACKETS = re.compile(r"（[^（）]*）")
_KIND = 6  # no longer is a word for a kind of people
_TOPIC = 14  # no longer are words that only name what is spoken of: 复审要求：…


@dataclass(frozen=True, slots=True)
class Header:
    """`start` where the words behind the colon begin, `doers` whose they are; none where the words before it name a topic."""

    start: int
    doers: tuple[Actor, ...]


def header(actors: Actors, span: Span, doers: tuple[Actor, ...], owner: tuple[Actor, ...]) -> Header | None:
    """The header that begins a range; `doers` and `owner` are whose the text above is: 主要职责：… is theirs."""
    found = _TITLE.match(actors.words, span.start, span.end)
    if not found:
        return _glued(actors, span, doers or owner)
    title = Span(lead(actors.words, Span(*found.span("title"))), found.end("title"))
    if ROLE.fullmatch(actors.words, title.start, title.end):
        held = _HELD.match(actors.words, found.end(), span.end)
        start = held.end() if held else found.end()
        charged = _CHARGED.match(actors.words, start, span.end)
        start = charged.end("parted") if charged and charged["parted"] else start
        return Header(start, (Actor(title, actors.words[title.slice]),)) if charged else None
    duties = DUTIES.search(actors.words[title.slice] + "：")
    whose = duties is not None and duties.start() > 1 and _OFFICES.search(duties[0]) is not None  # 分会会长的职责是：, whatever he is called
    owner_of = Span(title.start, title.start + duties.start()) if duties and duties.start() > 1 else title
    under = _UNDER.search(actors.words, owner_of.start, owner_of.end)
    owner_of = unheld(actors.words, Span(owner_of.start, under.start()) if under else owner_of)
    named = actors.whole(owner_of, asked=whose)
    run = _RUN_ON.match(actors.words, title.start, title.end) if not named or "职责" in named[0].words else None
    named = actors.whole(Span(run.end(), title.end)) or named if run else named
    if not named and (called := _CALLED.search(actors.words, title.start, title.end)):
        named = [Actor(title, called["called"], bool(GROUP.match(called["called"])))]
    if not named and len(title) <= _KIND and starts_work(actors.words, found.end(), span.end):
        named = actors.whole(title, asked=True)  # 网格长：认真做好…
    if not named and (whose or work_behind(actors.words, found.end())):
        named = posts(actors.words, owner_of) or None  # 副主任、治保主任：…, 财务主管职责：…
    office = OFFICE.fullmatch(actors.words, title.start, title.end) if not named and (doers or owner) else None
    if office and FOLLOWED.match(actors.words, found.end()):
        named = [Actor(title, office[0])]  # 传染病防制科：负责…, among the parts of a house
    if not named and not duties and doers and all(one.words.endswith("成员单位") for one in doers) and _HOUSE.fullmatch(actors.words, title.start, title.end):
        named = [Actor(title, actors.words[title.slice], bool(GROUP.match(actors.words, title.start)))]  # one of them, whatever its name
    if named and any(((_PLACE.search(one.words) or _PARTS.search(one.words)) and not one.group) or _POINTS_ON.search(one.words) for one in named):
        named = None
    if named is None and duties and duties.start() <= 1 and not _ANYBODY.search(duties[0]):
        named = list(doers or owner) or None
    if named:
        post = _POST.match(actors.words, found.end(), span.end)
        return Header(post.end() if post else found.end(), tuple(named))
    share = actors.words.endswith("分工", title.start, title.end)  # 任务分工：区教育局负责…
    if found["sign"] != "：":
        return None
    if quoted := _INSTRUCTS.match(actors.words, span.start, span.end):
        return Header(quoted.end(), ())
    said = _BRACKETS.sub("", actors.words[title.slice])
    topic = len(said) <= _TOPIC and (share or not duties) and not _POINTS_ON.search(actors.words, title.start, title.end)
    return Header(found.end(), ()) if topic else None


def _glued(actors: Actors, span: Span, doers: tuple[Actor, ...]) -> Header | None:
    """The header whose sign and line are lost: 区水务局职责|组织抢险."""
    found = _GLUED.match(actors.words, span.start, span.end)
    named = actors.whole(Span(*found.span("who"))) if found and found["who"] else list(doers)
    if found and found["who"] and not named and found["who"].endswith(("组", "专班", "办公室")):
        named = [Actor(Span(*found.span("who")), found["who"])]  # 疏散组
    return Header(found.end(), tuple(named)) if found and named else None


def sentences(actors: Actors, span: Span) -> Iterator[Span]:
    """The sentences of a range; where `区公安局：` stands behind ；, one begins with it, and what an instruction says is said in its quotes."""
    for sentence in split(actors.words, span, "。！？"):
        if quoted := _INSTRUCTS.match(actors.words, sentence.start, sentence.end):
            close = actors.words.find("”", quoted.end(), sentence.end)
            yield from split(actors.words, Span(quoted.end(), close if close > 0 else sentence.end), "。！？")
            continue
        start = sentence.start
        for piece in split(actors.words, sentence, "；"):
            found = _TITLE.match(actors.words, piece.start, piece.end) if piece.start > start else None
            if found and not LABEL.match(actors.words, piece.start, piece.end) and actors.whole(Span(piece.start, found.end() - 1)):
                yield Span(start, piece.start - 1)
                start = piece.start
        yield Span(start, sentence.end)

