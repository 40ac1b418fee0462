"""A paragraph of running text, sentence by sentence: whose each is, who goes on in the next, what gives no work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.duties.actors import Actor, Actors
from extract.duties.another import opening
from extract.duties.apart import apart
from extract.duties.blocks import Block, content_start, heading, heading_span, past_dash
from extract.duties.clause import Clause
from extract.duties.clauses import TELLS, begun, clauses
from extract.duties.headed import headed
from extract.duties.header import ROLE, UNDER, header, sentences
from extract.duties.nounal import names_work
from extract.duties.owner import set_up
from extract.duties.posts import acting, posts, work_behind
from extract.duties.predicate import SUPPOSED, Predicate, starts_work
from extract.duties.refusals import ROLL, TOLD
from extract.duties.roll import of_members
from extract.duties.scope import Scope
from extract.duties.verdict import ANNOUNCES, Place, verdict
from extract.leaders.shares import shared
from kg.model import Notice, Section, Span

_SECTION = re.compile(r"(?:工作|有关|相关|几点|具体)要求|保障措施|组织保障")
# a sentence that goes on about the doer of the one before
_GOES_ON = re.compile(
    rf"(?:同时|并|此外)?，?(?:要|应|须|必须)|同时|并[^且不]|[对将按]|在|针对|凡|{SUPPOSED}|一旦|遇有|负责|认真|及时|定期|严格"
    r"|[^，。；]{2,24}的，(?:要|应|须)|务[于必]|请于|[从自][^，。；]{2,16}起，(?:要|应|须|务|请|每)"
)
_ALSO = re.compile("(?:同时|此外|另外)，(?=[^，。；]{4})")  # 同时，|启动预案
# 下一步，将报区政府审定: what the writer will do
_WRITER = re.compile(r"(?:下一步|下步|今后|届时)，?(?:我[们省市区县局委办厅院校]，?)?将")
_UNDER = re.compile(rf"(?P<who>[^，。；：的]{{2,30}}?){UNDER}，(?=.{{4}})")
_EXAMPLE = re.compile("(?:例|比|譬)如[，：]")
# 由|区水务局…, 交给|区商务局: the sentence is not about him whom it names so
_OBJECT = re.compile(r"(?:[由给归]|建议)$")
# 办公室设在区城管委。|主要负责日常工作: of whom the sentence before it told
_IN_CHARGE = re.compile(r"(?:主要|具体|全面)?(?:负责|承担)(?!人)")
_ITSELF = re.compile(r"[本我]?(?P<kind>中心|[局委办厅馆站院校所]|公司|集团|学校|医院|学院)(?=(?:主要|具体|全面)?(?:负责|承担)(?!人))")
# 一要…。二要…。: a row of demands on the same
_IN_ROW = re.compile(r"(?:(?P<first>一)|[二三四五六七八九十]+)要")
# an item of a text of duties that begins with the work itself: its doer is the owner of the text
_DUTY_ITEM = re.compile(
    r"负责|主持|组织|贯彻|拟[订定]|制[订定]|承担|承办|指导|协调|管理|监督|检查|督促"
    r"|开展|研究|参与|宣传|编制|起草|会同|按国家|执行|综合|审核|受理|完成")
_DUTIES, _OF_POSTS = re.compile(r"职责|岗位责任制"), re.compile(r"编制|机构|三定|组建|设立")
_CHANGES = re.compile(r"取消|划[入出转归]|增[加设]|整合|下放|将|不再|设|调整|保留|撤销|根据(?:以上|上述)|[^，。；]{0,20}[科室处股队所站](?:$|[，。；：（])")
# 各部门要重点做好以下工作：, 审计机构有下列职权：, 施工单位应当遵守下列规定：
_FOLLOWS = re.compile(rf"(?:{ANNOUNCES}|(?:以下|下列|如下)(?:[^，。；：]{{0,4}}(?:程序|步骤|措施)[^，。；：]{{0,12}}))[：。]$")
# 区财政局负责资金监管：, 县商务局根据…，加强对企业的指导和服务：
_CHARGED = re.compile(
    r"[^，。；]{0,40}?(?:负责|承担|履行)[^，。；]{2,60}：$"
    r"|[^。；：]{0,60}?(?:加强|做好|搞好|开展)[^，。；]{2,60}(?:工作|管理|服务|监督|指导)：$"
)
# （组长职责）村民小组长负责…: the heading of an article
_CAPTION = re.compile(r"（[^（），。；：]{2,14}(?:职责|义务|责任|权限|分工)）(?=[^，。；：（）]{4})|（(?P<who>[^（），。；：]{2,14})）：?(?=.)")
# sections of aims and principles
_AIMS = re.compile(r"指导思想|基本原则|工作原则|意义|总体要求|总体思路|工作背景|基本情况|必要性")
_ROLL = re.compile(rf"(?:(?:出席|参加|参会|列席|与会|联系|组成)(?:人员|单位|范围|对象|人)|{ROLE.pattern})：")
# the share of a leader: a portfolio
_LEADER = re.compile(
    r"(?:协助[^，。；]{2,16}(?:工作)?，?)?(?:分管|联系|协管)"
    r"(?!领导|负责|单位|部门|人|市?区?县?领导|副?[省市区县镇乡局院校]长|副总?经理|副?主任)"
)
# 联系人大代表, in an announced list of duties: no share of a leader
_OF_MANY = re.compile(
    r"联系(?:(?:本级|本地|选区|广大)[^，。；、]{0,8}|[和与、及]?服务|人大|政协)*"
    r"(?:代表|[委会党社]员|[选居村]民|群众|青年|职工|业主|家长|学生|[客用]户|企业家|人士|专家|安排|协调|落实|有关|相关)"
)
# 善后组，由区民政局牵头: whose members a sentence tells
_GROUP = re.compile(r"(?:\d{1,2}[、.．])?(?P<name>[\u4e00-\u9fff“”]{2,16}(?:组|专班))[，：]?由")
# 由区政府办牵头，区公安局等单位组成，|负责传达指令
_ROLL_THEN = re.compile(
    r"(?:(?:\d{1,2}[、.．])?(?P<name>[\u4e00-\u9fff“”]{2,16}(?:组|专班))[，：。]?)?由[^。；：]{4,400}?组成，(?=(?:主要|具体|共同)?(?:负责(?!人|同志)|承担))"
)
_GROUPS = re.compile(r"(?:组|专班|指挥部|委员会|联席会议|队)$")
_TELLS_WHO = re.compile(r"[^。]*(?:负责|牵头)|[^。]{16,}。$")  # 二、区财政局负责落实经费。: work of its own, no heading
_NEAR = 40  # the words before a colon that tell what follows


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that give no work; no `reason` where they only name nobody who could do it."""

    span: Span
    reason: str = ""


@dataclass(slots=True)
class _Going:
    """Who goes on from sentence to sentence: `owned` where the text is a list of his duties, `lasting` to the end of the paragraph.

    `told` is who was last spoken of, though not asked for work: 其主要任务是…; `row` whom 一要… asks, and 二要… after him.
    """

    doers: tuple[Actor, ...]
    owned: bool
    lasting: bool
    told: tuple[Actor, ...] = ()
    row: tuple[Actor, ...] = ()

    def own(self, doers: tuple[Actor, ...]) -> None:
        self.doers, self.owned, self.lasting = doers, bool(doers), bool(doers)


def paragraph(notice: Notice, actors: Actors, block: Block, scope: Scope, taken: set[int]) -> Iterator[Clause | Refused]:
    """The clauses of a block that give work, and what gives none; `taken` are the places that brackets and labels have used."""
    words = notice.words
    item = block.items[-1] if block.items else None
    start = max(block.span.start, content_start(item)) if item and item.span.holds(block.span) else block.span.start
    start = past_dash(words, Span(start, block.span.end))
    doers = scope.doers(block)
    if not doers and item and not taken and scope.duties and _is_duty(notice, start, block.span.end):
        doers = scope.owner
    if scope.announced and words[block.span.end - 1] not in "。；：" and scope.named(Span(start, block.span.end)):
        return  # 2.综合科职责 behind the last item of 1.办公室职责
    if stands := apart(actors, Span(start, block.span.end)) if doers else 0:
        apart_from = Span(start, stands)
        if not any(words[apart_from.slice].startswith(one.words) for one in doers):
            doers = tuple(actors.whole(apart_from) or (Actor(apart_from, words[apart_from.slice]),))
        start = stands
    going = _Going(doers, bool(doers), bool(doers))
    if over := header(actors, Span(start, block.span.end), doers, scope.about or set_up(notice, actors, block)):
        if _ROLL.match(words, start, block.span.end) and not (over.doers and ROLE.match(words, start)):
            yield Refused(block.span, ROLL)
            return
        start = over.start
        if over.doers:
            going.own(over.doers)
            if start >= block.span.end:
                scope.announce(block, over.doers)
        elif not going.owned and (post := acting(words, Span(start, block.span.end))):
            going.own((post,))  # 成果审核：研究生秘书|在系统中完成审核
            start = post.span.end
    if (under := _UNDER.match(words, start, block.span.end)) and (heads := posts(words, Span(*under.span("who")))):
        going.own(tuple(heads))  # 副经理、工程师|在经理的领导下，承担…
        start = under.end("who")
    if caption := _CAPTION.match(words, start, block.span.end):
        named = scope.named(Span(start + 1, words.index("）", start))) if work_behind(words, caption.end(), block.span.end) else ()
        start = start if caption["who"] and not named else caption.end()
        if not going.owned and named:
            going.own(named)  # 【门卫职责】检查出入车辆
    listed = item is not None and words.endswith("；", 0, item.span.start)  # the last of a list of duties, whatever stands below it
    told = over and over.doers and over.start < block.span.end  # 区财政局——落实资金
    duty = scope.duties and going.owned and words[block.span.end - 1] == "。" and _DUTY_ITEM.match(words, start, block.span.end)  # （一）组织拟订政策。负责…
    if block.leaf.kind == "heading" and not (listed or told or duty or stands) and (scope.announced or (going.doers and block.span.holds(going.doers[0].span))):
        return  # what follows the heading says the work
    aims = scope.of_things(block) or bool(item and _AIMS.search(_title(words, item)))
    urging = any(_SECTION.search(_title(words, one)) for one in block.items)
    section = Place(scope.opens(block), aims, urging)
    title = heading_span(item) or Span(start, start)
    near: tuple[Actor, ...] = ()  # who was given work in the sentence before, not only by 由
    for i, sentence in enumerate(sentences(actors, Span(start, block.span.end))):
        share = _LEADER.match(words, sentence.start, sentence.end) and not (i == 0 and scope.announced and _OF_MANY.match(words, sentence.start))
        if sentence.start in taken or share or shared(notice, sentence):
            continue
        if _ROLL.match(words, sentence.start, sentence.end):
            yield Refused(sentence, ROLL)
            continue
        if _WRITER.match(words, sentence.start, sentence.end) or _EXAMPLE.match(words, sentence.start):
            yield Refused(sentence, TOLD)
            continue
        if then := _ROLL_THEN.match(words, sentence.start, sentence.end):  # who is in the group, and what it does
            if then["name"]:
                going.own((Actor(Span(*then.span("name")), then["name"]),))
            if going.owned and _GROUPS.search(going.doers[0].words):
                yield Refused(Span(sentence.start, then.end()), ROLL)
                sentence = Span(then.end(), sentence.end)
        if named := headed(actors, sentence, block.span.end):
            going.own(named)
            continue
        over = header(actors, sentence, going.doers or going.told, scope.about) if i else None
        if over and over.doers:
            going.own(over.doers)
            if over.start >= block.span.end:
                scope.announce(block, over.doers)
            sentence = Span(over.start, max(over.start, sentence.end))
        if going.owned and (block.items or scope.announced or scope.owner) and names_work(words, sentence):
            yield Clause(sentence, going.doers, Predicate("responsible", sentence.start, False), (sentence,), own=False)
            continue
        found = _sentence(actors, sentence, going, scope, None if doers or _TELLS_WHO.match(words, title.start, title.end) else title)
        if not found:
            yield Refused(sentence)
        rolls = [clause for clause in found if of_members(_said(words, clause))]
        if rolls:  # 由区水务局牵头，成员包括…。|负责抢险: the group above does it
            found = [clause for clause in found if clause not in rolls]
            if group := _GROUP.match(words, sentence.start, sentence.end):
                going.own((Actor(Span(*group.span("name")), group["name"]),))
            going.told = going.doers or going.told
            yield Refused(sentence, ROLL)
        first = next((clause for clause in found if clause.own), None)
        if first and (not going.owned or first.work.modal):
            going.doers = first.actors
            # the doer of the first sentence is that of the paragraph, unless its doers are named in a bracket
            going.lasting = going.lasting or (i == 0 and not taken)
        leads: tuple[Actor, ...] = ()
        before, near = near, ()
        for clause in found:
            against = verdict(words, clause, sentence, going.owned, section, clause.actors == before)
            if against is None:
                leads = clause.actors if clause.own else leads
                near = () if clause.own and _OBJECT.search(words, sentence.start, clause.actors[0].span.start) else clause.actors
                yield clause
            elif against:
                yield Refused(clause.span, against)
        if sentence.end + 1 >= block.span.end and words.endswith(("：", "如下。"), block.span.start, block.span.end):
            follows = _FOLLOWS.search(words, max(sentence.start, block.span.end - _NEAR), block.span.end)
            charged = block.items and leads and _CHARGED.match(words, sentence.start, block.span.end)
            if follows:
                leads = leads or begun(actors, sentence) or opening(actors, sentence)
            if leads and (follows or charged):
                scope.announce(block, leads)
    if words[block.span.end - 1] == "；" and (going.owned or (item and going.lasting)):
        scope.goes_on(scope.doers(block, running=False) or going.doers)


def _sentence(actors: Actors, sentence: Span, going: _Going, scope: Scope, over: Span | None) -> list[Clause]:
    """The clauses of a sentence, doers carried over from the one before where it goes on about them."""
    itself = _ITSELF.match(actors.words, sentence.start, sentence.end)
    if itself and scope.owner and scope.owner[0].words.endswith(itself["kind"]):
        going.own(scope.owner)  # 中心主要承担…, on the page of one
        sentence = Span(itself.end(), sentence.end)
    tells = TELLS.match(actors.words, sentence.start, sentence.end)
    row = _IN_ROW.match(actors.words, sentence.start, sentence.end)
    if row:
        going.row = going.doers if row["first"] else going.row
        going.doers = going.row or going.doers
    carried = going.doers if row or going.lasting or tells or _GOES_ON.match(actors.words, sentence.start) else ()
    also = _ALSO.match(actors.words, sentence.start, sentence.end) if carried else None
    if also and starts_work(actors.words, also.end(), sentence.end):
        sentence = Span(also.end(), sentence.end)
    if not carried and _IN_CHARGE.match(actors.words, sentence.start, sentence.end):
        carried = going.told
    if tells:
        carried = carried or going.told or scope.about
        going.own(carried)
    found = list(clauses(actors, sentence, carried, going.owned, over))
    going.told = begun(actors, sentence) or going.told
    return found


def _is_duty(notice: Notice, start: int, end: int) -> bool:
    """Whether an item begins with a word of office, or in a text that is nothing but duties with any work: 及时转送来文, 保管印章."""
    words, title = notice.words, notice.head.title_span
    if _DUTY_ITEM.match(words, start, end):
        return True
    only = _DUTIES.search(words, title.start, title.end) and not _OF_POSTS.search(words, title.start, title.end)
    return bool(only) and starts_work(words, start, end) and not _CHANGES.match(words, start, end)


def _said(words: str, clause: Clause) -> str:
    return "".join(words[span.slice] for span in clause.task).strip("，。；：")


def _title(words: str, item: Section) -> str:
    named = heading(item)
    return words[named.span.slice] if named else words[content_start(item) : content_start(item) + 12]
