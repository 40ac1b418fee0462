"""The forms of words that give and take posts, each read from a part of a sentence between commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extract.appointing.before import people_before, people_posted
from extract.appointing.moves import Context, Form
from extract.appointing.notes import joined, kept
from extract.appointing.people import Named, people_at
from extract.appointing.posts import only, trimmed
from extract.appointing.verbs import APPOINT, AS, DISMISS, LOSES, TAKES, note_of
from extract.lexicon import either, table, terms
from extract.mentions.agency import is_agency
from extract.mentions.house import house_before
from extract.mentions.lexer import Part, tokens
from extract.mentions.person import is_name
from extract.mentions.post import holdings, is_post
from kg.model import Span

# 任命王涛为副市长，并决定其为代理市长
_DECIDED = re.compile(r"(?:并|同时|会议|还|同意)*决定(?:由)?(?:其|他|她)?")
# between a person and the post: 的, 原任的, 在…
_OF = re.compile(
    r"(?:同志)?(?:(?:的|其|所任的?|原任的?|原担任的?|原兼任的?|原|现任的?|担任的?|兼任的?|所担任的?|所兼任的?|任|兼|在)+)?"
)
_HIS = re.compile(r"其|本人|他|她|该同志|上述同志|以上同志")
_CALLED = re.compile(r"(?:[鉴由关对基]于)?(?P<name>[\u4e00-\u9fff]{2,3})(?=先生|女士|同志)")
_LEAD = re.compile(
    r"(?:经[^，。；]{1,12}?(?=同意|决定|批准|研究|合格))?"
    r"(?:退居二线|合格|研究|同意|接受|准予|并|仍|同时|现|另|继续|决定|批准|不再|由|其|他|她|该同志|同志|正式|即日起)*"
)
# 王涛同志因工作调动…, 王涛同志由区教育局副局长调任…
_BECAUSE = re.compile(r"(?:同志)?(?:因[^，。；]{0,24}|(?<=[\u4e00-\u9fff）])[由从](?=[^，。；]{3})(?:[^，。；任]|主任){3,40})$")
# 王涛同志接替李敏同志任…
_REPLACES = re.compile(r"(?:同志)?(?:接替|代替)[^，。；]{2,24}$")
# 王涛、李敏同志和一名工人代表共三人为…, 王涛、李敏、陈望等三十人为…
_COUNTED = re.compile(r"(?:同志)?(?:[和及与][一二两三\d]{1,2}[名位][^，。；、]{2,12})?共[一二两三四五六七八九十\d]{1,3}[人名位]$")
# 王涛同志以42票当选…, 王涛同志以全票当选…
# 会议决定，王涛为…
_RESOLVED = re.compile(r"(?:决定|同意|批准|通过)[，：]")
_VOTED = re.compile(r"(?:同志)?以[^，。；]{1,12}票$")
_BEFORE = (_REPLACES, _BECAUSE, _COUNTED, _VOTED)
_MOVED = re.compile(r"[由从][^，。；]{3,24}?调[任往到至]?(?P<where>[^，。；任调]{2,24})$")
_TO = re.compile(r"(?:调任?[往到至]?|到)(?P<where>[^，。；任]{2,25}?)(?:挂职)?(?:担任|任|挂任)")
# 提出辞去, 书面申请辞去
_ASKS = r"(?:分别|先后|均|同时|也|主动|自愿|书面|正式|本人|向[^，。；向]{2,16}?){0,5}(?:提出|申请|请求|要求|提请|呈请|恳请)(?:书面)?(?=辞|不再)"
_MANY = r"(?:等?[\d一二两三四五六七八九十]{1,3}[名位]|等[\d一二两三四五六七八九十]{1,3})?"
_VERB = re.compile(rf"(?:{_MANY}同志|先生|女士|律师)?(?:（[^（）]{{1,30}}）)?(?:{_ASKS})?(?P<verb>{TAKES.pattern}|{LOSES.pattern})")
# 王涛同志的区教育局副局长职务试用期满
_TRIAL = re.compile(r"同志(?:的|任|担任)?(?P<posts>[^，。；]{3,60}?)(?:职务)?(?:(?:的|任职)?试用期已?满|由试用转为正式)")
_STILL = re.compile("后，(?:将|仍|依然)*(?:继续|仍)(?:担任|兼任|任)$")  # 辞去秘书职务后，仍继续|担任董事: nothing new is given
_SINCE = re.compile(r"[后时前的]，$")  # 到任后，原局长职务自然免除: of whoever was before him
_SO = f"(?:{either(terms('words', 'therewith'))})*"
# 其原任的区教育局局长职务自然免除, 王涛的区人大常委会委员职务相应终止, 李敏同志区统计局局长职务因退休予以免除
_LAPSES = re.compile(
    rf"(?:其|原|(?P<of>同志的?|的))(?:原|现)?任?的?(?P<posts>[^，。；]{{3,60}}?)职务(?P<why>因[^，。；]{{2,12}}?)?{_SO}"
    r"(?:免除|免去|免|终止|解除|撤销)$"
)
# 免去区教育局局长王涛同志的职务, 原区教育局局长王涛的职务自然免除
_STRIPPED = re.compile(
    rf"(?P<verb>免去|免除|撤销|解除)?(?P<was>原)?(?P<held>[^，。；：]{{4,60}}?)(?:同志)?的?职务{_SO}(?P<lapses>免除|免去|终止|解除|撤销)?$"
)
_LEFT = re.compile(
    r"(?:同时|并|现|决定|同意)*(?P<verb>免去|免除|解除|撤销)?其?(?:所|原|现)?(?:担?任)?的?(?:一切|各项|全部|上述|以上|领导|行政)*职务"
    rf"{_SO}(?P<lapses>免除|免去|终止|解除|撤销)?"
)
# 王涛副区长代理…
_TITLED = re.compile(r"(?:常务|代)?副?(?:[省市区县州镇乡局部院处厅]长|主任|书记|主席|检察长|总经理|董事长)$")
_FILLED = re.compile(r"(?:职务|一职)?(?:，)?由")
_FILLS = re.compile(r"(?:同志)?(?:担任|兼任|出任|接任|继任)")
_RANK = re.compile(r"[上中少大]将|[大上中少]校|[上中少]尉|一级上将")
_NUMBER = re.compile(r"\d{1,3}[.．、]|（\d{1,3}）")
_VERBS = 8  # looked at in a part


def dismissed(told: str, span: Span, context: Context) -> Iterator[Form]:
    """免去王涛同志的区教育局局长职务; 免去其区教育局局长职务; 免去区教育局局长职务 (of the person before)."""
    for verb in islice(DISMISS.finditer(told, span.start, span.end), _VERBS):
        his = _HIS.match(told, verb.end())
        alone = context.people and _goes_on(told, Span(verb.end(), span.end))
        comrade = told.endswith("同志", span.start, verb.start())  # 王涛同志不再聘任望溪区创新研究院副院长职务
        people, end = people_at(told, verb.end()) if not (his or alone or comrade) else ([], verb.end())
        if not people or end > span.end:
            people, end = context.people or (_spoken_of(told, verb.start()) if his else []), his.end() if his else verb.end()
            people = _dismissed_before(told, span, verb.start()) or people
        if people:
            of = _OF.match(told, end)
            start = of.end() if of else end
            note = "兼" if of and "兼" in of[0] else ""
            yield Form(people, Span(start, span.end), "dismiss", "dismiss", verb.start(), note, sure=False)


def _spoken_of(told: str, at: int) -> list[Named]:
    """Whom 其 means where nobody was appointed before: 鉴于王涛先生不能履行职务，决定免去其总经理职务."""
    for last in list(islice(_CALLED.finditer(told, max(0, at - 60), at), _VERBS))[-1:]:
        end = last.end("name")
        size = next((size for size in (3, 2) if is_name(last["name"][-size:])), 0)
        return [Named(last["name"][-size:], Span(end - size, end))] if size else []
    return []


def _dismissed_before(told: str, span: Span, at: int) -> list[Named]:
    """Who stands before 免去 with no name behind it: 王涛同志免去…, or a part that opens with the name, 王涛免去…."""
    number = _NUMBER.match(told, span.start)
    whole = is_name(told[number.end() if number else span.start : at])
    return people_before(told, span, at) if whole or told[at - 1 : at] == "志" else []


def appointed(told: str, span: Span, context: Context) -> Iterator[Form]:
    """任命王涛同志为区教育局局长; 任命王涛区教育局局长."""
    for verb in islice(APPOINT.finditer(told, span.start, span.end), _VERBS):
        for people, end in _given(told, Span(verb.end(), span.end)):
            note = note_of(verb[0])
            to = _TO.match(told, end)
            link = AS.match(told, end)
            if to and to.end() <= span.end:
                posts, where = Span(to.end(), span.end), to["where"]
            elif link and link.end() < span.end:
                posts, where = Span(link.end(), span.end), ""
                note = joined(note, note_of(link[0]))
            elif holdings(trimmed(told[end : span.end])):
                posts, where = Span(end, span.end), ""
            else:
                continue
            yield Form(people, posts, "appoint", "appoint", verb.start(), note, where, sure=False)


def _given(told: str, span: Span) -> Iterator[tuple[list[Named], int]]:
    """The people behind a verb, and where they end; with posts before their names (任命望溪大学党委书记王涛为) up to a link."""
    rank = _RANK.match(told, span.start)
    people, end = people_at(told, rank.end() if rank else span.start)
    if people and end <= span.end:
        yield people, end
        return
    for link in islice(AS.finditer(told, span.start, span.end), _VERBS):
        before = Span(span.start, link.start())
        people = people_before(told, before, before.end) or people_posted(told, before)
        if people and not told.endswith("作", 0, before.end):  # 任峰 | 作为总经理
            yield people, before.end


def takes(told: str, span: Span, context: Context) -> Iterator[Form]:
    """王涛同志任…; 王涛不再担任…职务; 副区长王涛兼任…; 兼任… (of the person before); 王涛同志到区教育局任副局长."""
    for link in islice(_VERB.finditer(told, span.start, span.end), _VERBS):
        verb = link["verb"]
        if _STILL.search(told[max(0, span.start - 2) : link.end()]):
            continue
        if verb == "为" and told.startswith("任", link.end()):  # 王有为 + 任
            continue
        by = told.rfind("由", span.start, link.start()) + 1
        moved = _MOVED.search(told, span.start, link.start())  # 王涛由民一庭调民二庭 + 任副庭长
        house = house_before(told, span.start, by) if by else ""  # 水库管理处由顾明哲同志任…
        people = people_before(told, Span(by, span.end), link.start()) if house else []
        house = house if people else moved["where"] if moved and is_agency(moved["where"]) else ""
        before = None if people else next(filter(None, (form.search(told, span.start, link.start()) for form in _BEFORE)), None)
        ends = before.start() if before else link.start()
        people = people or people_before(told, span, ends)
        if before and not people and told[before.start()] == "由":  # 决定由王涛代理…
            people = people_before(told, span, link.start())
        titled = _TITLED.search(told, span.start, link.start()) if not people else None
        people = people or (people_before(told, span, titled.start()) if titled else [])
        people = people or _set_behind(told, Span(span.start, link.start()), context.gaps)
        people = people or (people_posted(told, Span(span.start, ends)) if "、" in told[span.start : ends] else [])
        comrade = told.startswith("同志", link.start())
        start = people[0].span.start if people else link.start()
        if not people:
            if (
                not context.people
                or (verb in ("为", "挂职") and not _DECIDED.fullmatch(told, span.start, ends))
                or not _LEAD.fullmatch(told, span.start, ends)
            ):
                continue
            people = context.people
        elif verb == "为" and not (context.action or context.heading or _RESOLVED.search(told, 0, span.start)) and not comrade:
            continue
        loses = bool(LOSES.fullmatch(verb))
        action, cue = ("dismiss", "loses") if loses else ("appoint", "takes")
        sure = not (comrade or context.heading) and verb not in ("担任", "兼任", "不再担任", "不再兼任", "辞去")
        yield Form(people, Span(link.end(), span.end), action, cue, start, note_of(verb), house, sure=sure)
    to = _TO.search(told, span.start, span.end)
    people = people_before(told, span, to.start()) if to else []
    if to and not people and _LEAD.fullmatch(told, span.start, to.start()):  # 王涛，调任粮油加工厂任厂长
        people = context.people
    if to and people:
        start = people[0].span.start if people[0].span.start >= span.start else to.start()
        yield Form(people, Span(to.end(), span.end), "appoint", "takes", start, note_of(to[0]), to["where"])


def _set_behind(told: str, span: Span, gaps: frozenset[int]) -> list[Named]:
    """A name that the print sets apart from the body before it: 区林业局　王涛　任石桥镇青石村第一书记."""
    starts = (at for at in range(span.end - 4, span.end - 1) if at in gaps and is_name(told[at : span.end]))
    at = next(starts, 0)
    return [Named(told[at : span.end], Span(at, span.end))] if at > span.start and is_agency(told[span.start : at]) else []


def tried(told: str, span: Span, context: Context) -> Iterator[Form]:
    """王涛同志的区教育局副局长职务试用期满, and is now his."""
    hit = _TRIAL.search(told, span.start, span.end)
    people = people_before(told, span, hit.start()) if hit else []
    if hit and people:
        yield Form(people, Span(*hit.span("posts")), "appoint", "takes", people[0].span.start, "试用期满")


def lapsed(told: str, span: Span, context: Context) -> Iterator[Form]:
    """其原任的区教育局局长职务自然免除; 王涛的区人大常委会委员职务相应终止."""
    hit = _LAPSES.search(told, span.start, span.end)
    people = people_before(told, span, hit.start()) if hit and hit["of"] else context.people
    moved = context.action and hit and not _SINCE.search(told, span.start, hit.start())
    of_him = hit and (hit["of"] or hit[0].startswith("其") or moved)  # not 因机构改革，原局长职务自然免除
    if hit and of_him and people:
        start = people[0].span.start if hit["of"] else hit.start()
        yield Form(people, Span(*hit.span("posts")), "dismiss", "loses", start, kept(hit["why"] or ""))


def left(told: str, span: Span, context: Context) -> Iterator[Form]:
    """其职务自然免除, 免去其所任职务: the posts with which he was named before."""
    hit = _LEFT.fullmatch(told, span.start, span.end)
    if hit and context.held and context.people and (hit["verb"] or hit["lapses"]):
        yield Form(context.people[:1], context.held, "dismiss", "loses", context.held.start)


def stripped(told: str, span: Span, context: Context) -> Iterator[Form]:
    """免去区教育局局长王涛同志的职务: the post stands before the name."""
    hit = _STRIPPED.fullmatch(told, span.start, span.end)
    if not hit or not (hit["verb"] or hit["lapses"]):
        return
    held = Span(*hit.span("held"))
    people = people_before(told, held, held.end)
    if people and people[0].span.start > held.start:
        yield Form(people, Span(held.start, people[0].span.start), "dismiss", "loses", hit.start())


def listed(told: str, span: Span, context: Context) -> Iterator[Form]:
    """Under 任命： or 免去： the person and the post alone: 王涛区教育局局长职务, 李敏为区审计局副局长."""
    action = context.action or context.heading
    number = _NUMBER.match(told, span.start)
    people, end = people_at(told, number.end() if number else span.start) if action else ([], 0)
    if not people or end > span.end:
        return
    if LOSES.match(told, end):  # 接受：王涛辞去…
        return
    if len(people) == 1 and end == people[0].span.end:
        people, end = _set_apart(told, people[0], context.gaps)
    of = _OF.match(told, end)
    link = AS.match(told, end) if action == "appoint" else None
    start = link.end() if link else of.end() if of else end
    note = note_of(link[0]) if link else "兼" if of and "兼" in of[0] else ""
    yield Form(people, Span(start, span.end), action, "listed", people[0].span.start, note, sure=end not in context.gaps)


def apart(told: str, span: Span, context: Context) -> Iterator[Form]:
    """Under 任命： a name that the print sets apart, though a verb might begin it: 任建国　　区公安局副局长."""
    action = context.action or context.heading
    near = (gap for gap in sorted(context.gaps, reverse=True) if span.start + 1 < gap <= span.start + 4)
    names = (gap for gap in near if not (told[gap - 1] in "任为兼" and gap - 1 in context.gaps))  # 李敏 任 区审计局局长
    end = next((gap for gap in names if is_name(told[span.start : gap])), span.end)
    if action and end < span.end:
        yield Form([Named(told[span.start : end], Span(span.start, end))], Span(end, span.end), action, "listed", span.start)


def _set_apart(told: str, person: Named, gaps: frozenset[int]) -> tuple[list[Named], int]:
    """A name as the print sets it apart: 王 涛 高山镇副镇长 is 王涛, 王涛荣 二车间主任 is 王涛荣."""
    start, end = person.span.start, person.span.end
    if end not in gaps and end + 1 in gaps and told[end] not in "任为兼" and is_name(told[start : end + 1]):
        return [Named(told[start : end + 1], Span(start, end + 1))], end + 1
    last = max((gap for gap in gaps if start < gap <= end), default=end)
    if last == end or not is_name(told[start:last]):
        return [person], end
    return [Named(told[start:last], Span(start, last))], last


def goes_on(told: str, span: Span, context: Context) -> Iterator[Form]:
    """A post more for the person before the comma: …任区教育局局长，区体育局局长."""
    action = context.action or context.heading
    if action and context.people and span.start and told[span.start - 1] == "，":
        yield Form(context.people, span, action, "listed", span.start)


def filled(told: str, span: Span, context: Context) -> Iterator[Form]:
    """望溪大学校长由王涛担任."""
    hit = _FILLED.search(told, span.start, span.end)
    people, end = people_at(told, hit.end()) if hit else ([], 0)
    verb = _FILLS.match(told, end) if people else None
    if hit and verb and (found := only(told[span.start : hit.start()])) and all(one.agency for one in found):
        yield Form(people, Span(span.start, hit.start()), "appoint", "takes", span.start, note_of(verb[0]))


def struck(told: str, span: Span, context: Context) -> Iterator[Form]:
    """Under 免去： the verb in the part tells what he was: 王涛兼任区体育局局长职务."""
    if context.heading == "dismiss":
        yield from listed(told, span, context)


FORMS = (apart, tried, lapsed, left, stripped, struck, dismissed, appointed, filled, takes, listed, goes_on)


def _goes_on(told: str, span: Span) -> bool:
    """Posts with no name before them: of the person before the comma, or named from a level or kind on."""
    posts = trimmed(told[span.slice])
    if not only(posts) or _named_first(posts):
        return False
    comma = max(told.rfind(sign, 0, span.start) for sign in "，；：")
    after_comma = comma >= 0 and told[comma] == "，"
    return after_comma or bool(tokens(posts)[0].part & (Part.LEVEL | Part.PLACE | Part.FIELD | Part.KIND))


def _named_first(posts: str) -> bool:
    """A usual name and posts of its own: 李望川区教育局局长, but 江北区教育局局长, 王家坪镇镇长."""
    name, rest = posts[:3], posts[3:]
    usual = len(name) == 3 and name[0] in table("people")["common"] and is_name(name)
    if posts[:1] in table("people")["common"] and is_name(posts[:2]) and not tokens(posts)[0].part and is_post(posts[2:]):
        return True  # 周扬 + 副校长
    return usual and rest[:1] not in "镇乡村街社" and not tokens(posts)[0].part and bool(only(rest))
