"""People named with a post in running text: 由副区长张晚晴分管, 王涛（区教育局局长）, 现任区委副书记."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.holding.said import Said, own_titles
from extract.lexicon import either, terms
from extract.mentions.agency import agencies_in, is_agency
from extract.mentions.lexer import Part, tokens
from extract.mentions.numeral import NUMBER
from extract.mentions.person import is_called, is_name, may_be_name
from extract.mentions.placing import placed
from extract.mentions.post import Holding, holdings, is_post
from extract.sentences import sentences
from kg.model import Notice, Span

_HAN = "[\u4e00-\u9fff\u3400-\u4dbf]"
_DOTTED = re.compile(rf"{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+")
_ENDS = re.compile(
    r"违[规反纪法章]|公款|公车|私车公养|收受|挪用|套取|骗取|虚报|侵占|贪污|受贿|大操|操办|酒[后驾]|醉驾|私设|优亲|利用职|严重违|涉嫌|滥用|玩忽|[失渎]职|赌博|吃拿|欺瞒"
    r"|(?:行政|党内|政务)[^，。；]{1,8}处分|(?:记大?过|撤职|开除|降级|警告)处分|记[一二三特大][大等]?功|教授|研究员|律师|说[，：]|作(?:关于|了|的|题为|表态|专题|情况|工作报告|总结)|负(?:总责|责|主要|全面|直接|领导)|总(?:负责|牵头|协调(?!员)|调度)|(?:亲自|具体|全面|全程|直接|统一|统筹)*(?:牵头|挂帅|主抓|包[保联抓]|挂包|挂联|挂点|督[办战]|召集(?!人)|协调(?!员)|统筹|负责(?!人|同志))|(?:亲自|直接|具体)[抓带]|院士|博士|老师|主任医师|一行|同志|先生|女士|等|[，。；：、）（！？”“《]|$|[一二三四五六七八九十]、|\d"
)
_PUNCTUATION = re.compile(r"[，。；：！？（）《》“”]")
_KIND = re.compile(r"董事长|总经理|经理|总裁|[局部厅院校所站处队行社]长|主任|书记")
_FIRM = ("公司", "集团", "厂", "矿")
_WHOEVER = re.compile(r"(?:主要)?(?:负责人|负责同志|领导)")
_HAS_SECRETARY = re.compile(r"(?:人大常委会|常务委员会|政协|政府|[省市区县州]委)$")
_ASKED = re.compile(
    r"受(?=[省市区县州旗]委|中央|党[组委])|据(?=[^，。；]{4})|兹[派聘请任]?|特派|增补|(?<=日)[电讯]|随着|听取(?:了|和审议了?)?|(?:与|指定|授权|同意|聘任|委托)(?=本?公司|集团)"
)
_FIRM_END = re.compile(r"(?:公司|集团|[厂矿])$")
_FIRM_POST = re.compile(r"(?:董事长|总经理|经理|总裁)$")
_HEADS = {
    "董事长": _FIRM,
    "总经理": _FIRM,
    "经理": _FIRM,
    "总裁": _FIRM,
    "主任": ("委", "办", "办公室", "中心", "委员会"),
    "书记": ("委", "党组", "支部"),
    "校长": ("学校", "学", "大学"),
}
_BRACKET = re.compile(rf"(?P<name>{_DOTTED.pattern}|(?<!·){_HAN}{{2,4}})(?:同志)?（(?P<posts>[^（）]{{1,60}}[长任记席理员官师授委])）")
_POST_HEAD = re.compile(r"(?:主任|[成组委队]员|书记|[\u4e00-\u9fff]?长)(?=.{2})")
_LIFE = re.compile(
    rf"(?:(?P<dotted>{_DOTTED.pattern})|(?P<name>{_HAN}{{2,4}}))(?:同志)?(?:（[^（）]{{1,20}}）)?[，：][男女]，(?:(?![，：][男女]，)[^；]){{0,160}}?现任(?P<posts>[^。；]+)"
)


# 王涛（党组书记、局长） in a notice of a 局
_OF_PARTY = re.compile(r"(?:党组|党委|党总支)(?:副?书记|成员|委员)")
_AHEAD = re.compile(r"拟|提名|推荐|曾任|历任")


# 副区长（挂职）王涛
_ASIDE = r"(?:挂职|兼职?|代理?|主持[^（）]{0,6}工作|[正副][^（）]{1,3}级|[^（）]{1,4}兼)"


@cache
def _named() -> re.Pattern[str]:
    """The end of a post with a name behind it."""
    bases = either(terms("posts", "bases"))
    return re.compile(rf"(?:{bases})(?:（{_ASIDE}）)?(?={_HAN}{{2,4}})")


NAMED = _named()
_LABELLED = re.compile(rf"(?:{NAMED.pattern.rsplit('(?=', 1)[0]})：(?={_HAN}{{2,4}})")


def told_of(notice: Notice) -> Iterator[Said]:
    """The people named with posts in each sentence."""
    words, own = notice.words, own_titles(notice)
    if "现任" in words:
        yield from _lives(words)
    for sentence in sentences(notice):
        told = words[sentence.slice]
        for one in (*_named_people(told), *_labelled(told), *_bracketed(told, own)):
            yield Said(one.name, one.holdings, one.span.shift(sentence.start), one.cue, one.confidence)


def _named_people(told: str) -> Iterator[Said]:
    """区委常委、宣传部部长解云舟; 区人大常委会副主任胡霞、王巍; 省长秦怀川签署."""
    at = ended = 0
    last: tuple[Holding, ...] = ()
    label = _HOUSE.match(told)
    house = label["house"] if label and is_agency(label["house"]) else ""
    for post in NAMED.finditer(told):
        if post[0].endswith("负责人") and told.startswith("员", post.end()):
            continue
        if post.end() < at or (post[0] == "理事" and told.startswith(("项", "长", "会"), post.end())):
            continue
        name = name_after(told, post.end())
        rare = "" if name else _rare_after(told, post.end())
        name = name or rare
        start = _begins(told, at, post.end()) if name else None
        if start is None or (rare and not all(one.agency for one in holdings(told[start : post.end()]))):
            continue
        at = post.end() + len(name)
        joined = told[start - 1 : start] in ("、", "和", "及") and start - 1 == ended
        start = _rank_before(told, ended, start)
        held = holdings(told[start : post.end()].replace("，", "、"))
        goes_on = bool(told[start - 1 : start] == "，" and start - 1 == ended and held and not any(one.agency for one in held))
        joined = joined or bool(goes_on and last and _FIRM_END.search(last[-1].agency))  # 集团董事长王涛，总会计师李敏
        if house and held and not held[0].agency and (not last or last[-1].agency.startswith(house)):  # 望溪区商会：会长王涛，副会长李敏
            held = holdings(house + told[start : post.end()]) or held
        posts = _of_body(told, start, held, last, joined, goes_on)
        last = posts or last
        while posts and name:
            yield Said(name, posts, Span(start, at), "named", 0.95)
            name = (name_after(told, at + 1) or _framed(told, at + 1)) if told[at : at + 1] in ("、", "和", "及") else ""
            name = "" if _TITLE.match(told, at + 1 + len(name)) else name  # 村委会主任王涛、|区一中|校长李敏
            at += len(name) + 1 if name else 0
        ended = at


def _rank_before(told: str, least: int, start: int) -> int:
    """Where the posts of a person begin whose rank in the party a comma parts from his office: 区委常委，副区长王涛."""
    if told[start - 1 : start] != "，" or not _RANKED.search(told[max(least, start - 40) : start - 1]):
        return start
    begins = _begins(told, least, start - 1)
    held = holdings(told[begins : start - 1]) if begins is not None else []
    return begins if begins is not None and held and all(one.agency for one in held) else start


def _of_body(told: str, start: int, posts: list[Holding], last: tuple[Holding, ...], joined: bool, goes_on: bool = False) -> tuple[Holding, ...]:
    """A post without a body is of the body named before it in the sentence: …矿业公司整改不力，董事长王某负有责任.

    `joined` where the post follows a person in a list: 云岭煤矿矿长王某、党委书记李某.
    """
    if last and last[-1].agency.endswith("政府"):  # 县政府副县长王某，政府党组成员李某
        posts = [replace(one, agency=last[-1].agency) if one.agency == "政府" else one for one in posts]
    if posts and not _WHOEVER.fullmatch(posts[-1].post):  # 区法院负责人、区检察院检察长王某
        posts = [one for one in posts if not _WHOEVER.fullmatch(one.post)]
    if all(one.agency for one in posts):
        return tuple(_beside(one, last) for one in posts) if joined and last else tuple(posts)
    if last and posts[0].post.endswith("秘书长") and _HAS_SECRETARY.search(last[-1].agency):
        return tuple(_beside(one, last) for one in posts)
    if goes_on and last and not last[-1].agency:  # 党委书记王涛，校长李敏: both of the body that the page is of
        return tuple(posts)
    if joined and last and last[-1].agency:
        return tuple(_beside(one, last) for one in posts)
    if (
        last and last[-1].agency and _KIND.findall(posts[0].post) == _KIND.findall(last[-1].post)
    ):  # 主任某某，副主任某某
        return tuple(_beside(one, last) for one in posts)
    before = [one for one in agencies_in(told, Span(0, start)) if not one.group]
    if last and _FIRM_POST.search(posts[0].post) and _FIRM_POST.search(last[-1].post):  # 公司董事长王某、总经理李某
        return tuple(replace(one, agency=one.agency or last[-1].agency) for one in posts)
    kind = _KIND.search(posts[0].post)
    fits = [one for one in before if kind and one.words.endswith(_HEADS.get(kind[0], (kind[0][0],)))]
    if not fits:
        return tuple(posts) if not before else ()
    return tuple(replace(one, agency=one.agency or fits[-1].words) for one in posts)


def _beside(post: Holding, last: tuple[Holding, ...]) -> Holding:
    """A post of the body that the person before holds a post of."""
    agency, name = placed(post.agency, post.post, [(one.agency, one.post) for one in last])
    return replace(post, agency=agency, post=name)


def name_after(told: str, at: int) -> str:
    """The name that begins here and ends before a verb, a sign or 同志; "" where none does."""
    dotted = _DOTTED.match(told, at)
    if dotted:
        return dotted[0]
    best = (0.0, "")
    for size in (2, 3, 4):
        name = told[at : at + size]
        known = is_name(name) or (told.startswith("同志", at + size) and is_called(name))
        acts = known and _is_surnamed(name) and _ACTS.match(told, at + size)
        if name.startswith("任") and ((_ending(told, at + size) < _SURE and not acts) or is_post(name[1:])):
            continue
        if len(name) < size or name[0] in "由来经以" or (name[-1] in "及与等的被已还也都又到赴因率曾" and not told.startswith("：", at + size)) or not known:
            continue
        if size > 2 and name[-1] == "作" and _SPEAKS.match(told, at + size - 1):  # 副市长王涛|作关于…的说明
            continue
        if size > 2 and name[-1] in "任兼" and _ROLE_NEXT.match(told, at + size):  # 副局长李敏|任副组长
            continue
        if size > 2 and name[-1] == "总" and told.startswith(("负责", "牵头", "协调", "调度"), at + size):  # 副省长王涛|总牵头
            continue
        worth = _ending(told, at + size)
        if (worth < _SURE or size == 4) and (_worded(name) or name[0] in _FUNCTION) and not acts:
            continue
        if worth < _SURE and size == 3 and best[0] >= _VERB:  # 王涛|陪同调研
            continue
        if worth and worth + size / 10 > best[0]:
            best = (worth + size / 10, name)
    return best[1]


def _is_surnamed(name: str) -> bool:
    """A name that begins like a preposition, and goes on with no word of its own: 于海涛, not 于近日, 向大会."""
    worded = any(one.part and not one.part & Part.SOFT and one.end - one.start > 1 for one in tokens(name[1:]))
    return name[0] in _SURNAMES and len(name) < 4 and not _DAY.fullmatch(name[1:]) and not worded


def _framed(told: str, at: int) -> str:
    """A name between two of a list may end like an office: 副主任王涛、陈德科、李敏."""
    name = told[at : at + 3]
    return name if told[at - 1] + told[at + 3 : at + 4] == "、、" and is_name(name[:2]) and not is_agency(name) else ""


def _rare_after(told: str, at: int) -> str:
    """A name that no list knows, where nothing else can be meant: 区审计局局长丌志强参加."""
    name = told[at : at + 3]
    unknown = _RARE.fullmatch(name) and all(one.part == 0 for one in tokens(name))
    return name if unknown and _ending(told, at + 3) > 1 else ""


_RANKED = re.compile(r"(?:常委|委员|[党工]委副?书记|党组(?:副?书记|成员))$")
_TITLE = re.compile(r"(?:常务|代)?副?(?:[中小]校长|[局部厅处科院校所站队行社区县市镇乡庭]长|主任|书记|主席|经理)")
_HOUSE = re.compile(rf"(?:{NUMBER})?(?P<house>{_HAN}{{3,30}})：")
_ROLE_NEXT = re.compile(r"(?:常务|执行|第一)*副?(?:组长|总?指挥|总?召集人|主任|成员|[局部厅处科院校所站队]长|书记|主席|秘书长)")
_RARE = re.compile(rf"{_HAN}{{3}}")
_SPEAKS = re.compile("作(?:关于|了|的|题为|表态|专题|情况|工作报告|总结)")
_SURE = 3.0
_VERB = 2.5  # a name that ends before a verb
_SURNAMES = "于任向和从成"
_DAY = re.compile("[近昨今明当即每前后次]日|[上下]午|[日月年][初底中末前后]|[今去明][年天]|[会事]后|[会场]上|[一二三四五六七八九十]日|此")
# what nobody but a person does, right behind a name
_ACTS = re.compile(
    r"(?:分别|还|也|先后|代表[^，。；]{2,16}|受[^，。；]{2,16}委托，?)?(?:出席|讲话|主持|强调|表示|指出|带队|率队|带领|率领|陪同|汇报|签署|签发|宣布|宣读|致[辞词]|传达|发言|介绍|参加|点评|回答|任(?:组长|副组长|主任|副主任|总?指挥)|担任"
    r"|在(?:会|大会|讲话|[^，。；]{1,12}(?:会|会议|仪式|活动)上)|作(?:了|出|关于|题为|表态|专题|情况|工作报告|总结|动员|部署)|就[^，。；]{2,20}(?:作|提出|进行)|一行|负责|分管|同志)"
)
_FUNCTION = "要须需均都应会能可同和与及对在从向于等后再当"


def _worded(name: str) -> bool:
    """A word of official prose is in it: 常务副, 王主持; 李建设 is a name only where a sign or 同志 follows."""
    return any(one.part & ~Part.KNOWN and one.end - one.start > 1 for one in tokens(name))


def _ending(told: str, at: int) -> float:
    """How well a name ends here."""
    if _ENDS.match(told, at):
        return _SURE
    first = tokens(told[at : at + 8])[0]
    if first.part & Part.STOP:
        return _VERB if first.end > 1 else 1.0
    return 0.0


def _begins(told: str, least: int, end: int) -> int | None:
    """Where the posts that end here begin: the longest run of posts from a sign or a word that stops names."""
    noted = told.rfind("（", least, end) if told.endswith("）", least, end) else end  # 副区长（挂职）
    clause = max((hit.end() for hit in _PUNCTUATION.finditer(told, least, max(noted, least))), default=least)
    clause = max((hit.end() for hit in _ASKED.finditer(told, clause, end)), default=clause)  # 王某受 + 省委常委李某委托
    while told[clause] in "、和及与":
        clause += 1
    starts = [clause, *(at + 1 for at in range(clause, end) if told[at] == "、")]
    starts += (clause + token.end for token in tokens(told[clause:end]) if token.part & Part.STOP)
    for start in sorted(set(starts)):
        if end - start <= 90 and start < end and holdings(told[start:end]):
            return start
    return None


def _labelled(told: str) -> Iterator[Said]:
    """副局长：陆远兵协助局长工作, where the line breaks were lost."""
    every = list(_LABELLED.finditer(told))
    for i, post in enumerate(every):
        begins = _begins(told, 0, post.end() - 1)
        before = every[i - 1].end() if i and begins == every[i - 1].end() else 0
        start = _behind_name(told, before, post.end() - 1) if before else begins
        name = name_after(told, post.end()) if start is not None else ""
        if not name and i + 1 < len(every):  # 处长：王涛副处长：李敏
            behind = _behind_name(told, post.end(), every[i + 1].end() - 1)
            name = told[post.end() : behind] if behind else ""
        if start is not None and name and (not start or before or not told[start - 1].isalnum()):
            posts = tuple(holdings(told[start : post.end() - 1]))
            yield Said(name, posts, Span(start, post.end() + len(name)), "label", 0.9)


def _behind_name(told: str, start: int, end: int) -> int | None:
    """Where a post that names no body begins behind the name with which a range opens; None where none does."""
    ends = (start + size for size in (2, 3, 4) if start + size < end and is_name(told[start : start + size]))
    return next((at for at in ends if (posts := holdings(told[at:end])) and not any(one.agency for one in posts)), None)


def _bracketed(told: str, own: tuple[str, ...]) -> Iterator[Said]:
    """王涛（区教育局局长）; in a notice of a 局 also 王涛同志（党组成员、副局长）."""
    for hit in _BRACKET.finditer(told):
        posts = tuple(holdings(hit["posts"]))
        said = hit["name"].removesuffix("同志")
        end = hit.start("name") + len(said)
        post = _POST_HEAD.match(said)  # 主任 | 王涛（区发改局副局长）
        said = said[post.end() :] if post else said
        comrade = hit["name"].endswith("同志") and is_called(said)
        name = said if "·" in said or may_be_name(said) or comrade else next((said[i:] for i in range(len(said) - 1) if is_name(said[i:])), "")
        ours = bool(own) and any(one.post.endswith((*own, "师")) or _OF_PARTY.fullmatch(one.post) for one in posts)
        if posts and name and (any(one.agency for one in posts) or ours):
            yield Said(name, posts, Span(end - len(name), hit.end()), "bracket", 0.9)


def _lives(told: str) -> Iterator[Said]:
    """王涛，男，汉族，1970年1月生，现任望溪区委副书记，区长、区政府党组书记."""
    for hit in _LIFE.finditer(told):
        posts: list[Holding] = []
        phrase = ""
        end = hit.start("posts")
        for part in re.finditer(r"[^，]+", hit["posts"]):
            longer = f"{phrase}、{part[0]}" if phrase else part[0]
            read = [] if _AHEAD.match(part[0]) else holdings(longer)
            if not read:
                break
            phrase, posts, end = longer, read, hit.start("posts") + part.end()
        name = hit["dotted"] or next(
            (hit["name"][i:] for i in range(len(hit["name"]) - 1) if is_name(hit["name"][i:])), ""
        )
        if posts and name:
            yield Said(name, tuple(posts), Span(hit.start("posts") - 2, end), "life", 0.95)
