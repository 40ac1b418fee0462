"""The clauses of a sentence that give work, each with its doers, said in it or carried over from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.duties.actors import Actor, Actors
from extract.duties.another import bound
from extract.duties.chain import chained
from extract.duties.clause import Clause, split
from extract.duties.founding import founded, set_up
from extract.duties.joint import AGAIN, joined
from extract.duties.predicate import MODAL, Predicate, predicate, starts_work, states
from extract.duties.subject import CIRCUMSTANCE, lead, subject
from extract.duties.turns import turns
from extract.mentions.scan import PUNISHES
from extract.speech import cut
from kg.model import Span

# 其主要任务是：组织…；研究…, 区防汛办的职责是…
TELLS = re.compile(
    r"(?:(?:根据|按照)[^，。；：]{2,30}，)?(?:其|该|本)?(?P<who>[^，。；：其该本][^，。；：]{1,30}?)??(?:的)?(?:主要|基本|具体|工作|管理|监[管督]|日常)*"
    r"(?:职责任务|职责|任务|职能)(?:和任务)?(?:是|为|包括|如下)[：，]?"
)
_TELLS_THEN = re.compile(r"，其?(?:主要|基本|具体|工作)*(?:职责任务|职责|任务|职能)(?:是|为)[：，]?(?=..)")
# 法律、法规规定的其他职责: the last of a list of duties
_OTHERS = re.compile(r"[^，。；的]{2,30}(?:规定|赋予|授予|交办|布置|下达)的其[他它](?:有关|各项|相关)*(?:职责|职权|职能|工作|任务|事项)")
# no sign, no word that says how things are to be
_NOUN = re.compile(r"(?!.*(?:[不未应须是为有在]|负责|(?<![自理])由|(?<![主重])要|以上|以下|达到|符合|.、.+、))[\u4e00-\u9fff、]{4,40}")
_TOLD = re.compile(r"受[^，。；]{2,16}(?:领导|指导|管理)，|[^，。；]{2,20}(?:是|作为|(?<![行人因认成列以称定变作改转视设])为(?![民人]))")
# 负责为居民提供…, 在规定范围内为工程划定…: no word of what the owner is
_FOR = re.compile(r"(?:具体|主要|全面|统一|积极|主动|及时|定期|负责)*(?:[在以][^，。；是]{2,20}?)?为")
# 50万元以上的，提交办公会: a case of its own
_CASE = re.compile(r"(?![对将凡])[^，；]{2,60}的，")
# 责令停止违法行为, in a list of powers
_FURTHER = re.compile(
    rf"[^，；]{{2,60}}的，(?P<what>(?:可以?|并|应当?)?(?:{PUNISHES.pattern}|责令|没收|吊销|取消|暂扣|扣[减除发]|追回|收[回缴]|撤[销换]|注销|停[止业产发]|移[送交]|依法移|给予|予以|通报|追究))"
)
# 发生事故|要及时报告: the case without a comma
_IF_SO = re.compile(r"(?:发生|出现|遇有?|发现)[^，。；要应须]{1,14}(?=(?<![主重必])要(?!求)|应(?!急)|必?须)")
_HIS_CASE = re.compile(r"(?:[的前后]|的同时)$")  # …时 has a subject of its own
_ARISES = re.compile(r"(?:有|遇|发生|出现|发现|存在|需要?)[^，。；]{1,24}时")  # but what arises has none
# 逾期不改正的，|提请县政府责令停产
_PASSES_ON = re.compile(r"(?:依法|及时|应)?(?:提请|报请|移[送交]|转[交送]|为其|报[^，。；]{2,20}(?:批准|审批|决定|备案|处理)$)")
# 发现问题的，|及时处理: what comes before him, and what he does at once
_MEETS = re.compile(r"(?:经[^，。；]{2,10})?(?:发现|接到|收到|遇有?|出现|发生)[^，。；]{2,40}(?:的|[时后])$")
_AT_ONCE = re.compile(r"及时|立即|迅速|当场|书面|依法(?!追究|承担|给予|处)|第一时间|尽快|按(?:规定|程序)")
# 经审查合格的，|颁发许可证: what an office does
_GRANTS = re.compile(r"(?:不予|[准给]予)?(?:发给|[颁核换补]发|作出|出具|予以(?:批准|许可|受理|登记|备案|公告|公示|退回)|书面(?:告知|通知|说明)|退回)")
_OFFICE = re.compile(r"(?:部门|机关|机构|政府)$")
# 应当在十日内决定，符合条件的，发给证书；|不符合条件的，书面说明理由
_DECIDES = re.compile(r"(?:应当?|须|要)[^；]{2,80}，[^，；]{1,30}的，")
_BRANCH = re.compile(r"(?!构成犯罪|涉嫌|触犯|[^，；]{0,8}另有规定)[^，；]{1,40}的，(?P<what>(?:不予[^，；]{2,20}，)?)(?!由|从其)")
_WHOEVER = re.compile(r"凡[^，。；]{2,30}(?:者|的人|人员)，")  # 凡有意见者，均可函告: of others
_PURPOSE = re.compile(r"为了?(?:保证|保障|确保|加强|做好|推进|落实|防止|避免)|在[^，。；]{2,24}(?:领导|指导|指挥)下，")
# 经|区财政局|审核后，…
_THROUGH = re.compile(r"(?<![已未曾财政])(?:报|须|需|应|并)?经过?(?![济营费信贸])")
_REVIEWS = re.compile(
    r"(?:联合|共同|集体|逐级)?(?:审核|初审|复审|审查|复核|核定|核准|审定|会审)(?:把关|确认|同意|通过|合格|盖章|签字|汇总)*(?=后|[，。；报送由上提转予]|$)"
)
_THEN = re.compile(r"后，(?:方可|报请?|持|凭|向|到|领取)")  # 经镇政府审核后，|报请…, 持…办理登记: what the applicant does
# 对下列事项进行审定：规程；标准, 公布下列内容：…
_THINGS = re.compile(
    r"[^；：]{2,60}(?:对(?:下列|以下)[^；：，]{0,8}(?:进行|予以|作出)[^；：，]{2,6}"
    r"|(?:公[布开示]|审[查核定议批]|提[交供]|报送|载明|检查|评[审定])(?:下列|以下)[^；：，]{0,4}(?:事项|内容|材料|文件|资料|信息|情况))：[^；：，]{2,40}"
)
_DONE = re.compile(r"已|现将|现予|现印发|特此|[^，。；除为]了(?![解结])")
_ORDERS = re.compile(r"责[令成]|要求|委托|授权|指定")


def clauses(actors: Actors, sentence: Span, carried: tuple[Actor, ...], owned: bool = False, over: Span | None = None) -> Iterator[Clause]:
    """The clauses of a sentence (parted by ；) that give work, doers carried from clause to clause.

    `owned` where the text is a list of the duties of those carried: then only words that charge another make him the doer.
    `over` is the heading, which says the work of whom the sentence tells nothing but his role.
    """
    told = list(_told(actors, sentence, carried))
    if told:
        yield from told
        return
    by: tuple[Actor, ...] = ()
    last: Clause | None = None
    for piece in _pieces(actors.words, sentence):
        other = bool(by) and not owned and _CASE.match(actors.words, piece.start, piece.end)
        found = _clause(actors, piece, () if other else carried, owned, over) or _punished(actors, piece, by) or _reviewed(actors, piece)
        found = found or _otherwise(actors.words, piece, last)
        yield from found
        last = found[-1] if found else last
        own = next((clause for clause in found if clause.own), None)
        if not found and not owned and (others := bound(actors, piece)):
            carried, by = others, ()  # 申请人应是品行良好；|必须修满学分
        if own:
            carried, by = own.actors, own.actors if _done(actors.words, own) else ()


def _pieces(words: str, sentence: Span) -> list[Span]:
    """The pieces of a sentence parted by ；, one where these only part the things that it lists: 审定下列事项：规程；标准；细则."""
    pieces = list(split(words, sentence, "；"))
    return [sentence] if len(pieces) > 1 and _THINGS.fullmatch(words, pieces[0].start, pieces[0].end) else pieces


def _done(words: str, clause: Clause) -> bool:
    """Whether a clause is about a thing and names the doer behind 由: 5万元以下的由财务部审批. What is said of other cases is not about him."""
    return len(clause.task) > 1 and len(clause.task[0]) > 1 and words[clause.actors[0].span.start - 1] == "由"


def begun(actors: Actors, sentence: Span) -> tuple[Actor, ...]:
    """Whom a sentence is about: the doers that begin it, whatever is said of them."""
    first = next(split(actors.words, sentence, "，；"), None)
    found = subject(actors, first, sentence.end) if first else None
    return found.actors if found else ()


def _told(actors: Actors, sentence: Span, carried: tuple[Actor, ...]) -> Iterator[Clause]:
    """The duties that a sentence tells of a body: 其主要任务是：…；…; 区食安委是议事协调机构，主要职责是：…."""
    if found := TELLS.match(actors.words, sentence.start, sentence.end):
        who = Span(*found.span("who")) if found["who"] else None
        doers = tuple(actors.whole(who) or _meeting(actors, who)) if who else carried
        yield from _of_duties(actors, Span(found.end(), sentence.end), doers, own=who is not None)
    elif tells := _TELLS_THEN.search(actors.words, sentence.start, sentence.end):
        before = Span(sentence.start, tells.start())
        # 评审办承担日常工作，|主要职责是：
        yield from (one for one in _clause(actors, before, (), False, None) if one.work.modal and one.own)
        yield from _of_duties(actors, Span(tells.end(), sentence.end), set_up(actors, Span(before.start, tells.start() + 1)) or begun(actors, before))


def _of_duties(actors: Actors, duties: Span, doers: tuple[Actor, ...], own: bool = True) -> Iterator[Clause]:
    """The duties of a row parted by ；."""
    for piece in split(actors.words, duties, "；") if doers else ():
        work = predicate(actors.words, piece.start, piece.end, item=True)
        if work:
            yield Clause(piece, doers, work, (Span(work.start, piece.end),), own=own)


def _meeting(actors: Actors, who: Span) -> tuple[Actor, ...]:
    """区政府专题会议的任务是：…: a meeting is told what it does."""
    return (Actor(who, actors.words[who.slice]),) if actors.words.endswith("会议", who.start, who.end) else ()


def _clause(actors: Actors, piece: Span, carried: tuple[Actor, ...], owned: bool, over: Span | None) -> list[Clause]:
    segments = chained(actors, list(split(actors.words, piece, "，")))
    when = bool(owned and carried and segments and CIRCUMSTANCE.search(actors.words, segments[0].start, segments[0].end))
    body = None if when else founded(actors, segments, piece)
    if body is not None:
        return body or _beside(actors, segments[1:], piece, owned)
    found = list(joined(actors, turns(actors, segments, piece, owned), piece, over))
    return found or (_carried(actors, segments, piece, carried, owned) if carried and segments else [])


def _punished(actors: Actors, piece: Span, by: tuple[Actor, ...]) -> list[Clause]:
    """What he does further behind whom 由 stands before: …的，由区水务局责令改正；逾期不改正的，处一千元以下罚款."""
    found = _FURTHER.match(actors.words, piece.start, piece.end) if by else None
    if not found:
        return []
    work = Predicate("responsible", found.start("what"), False)
    return [Clause(piece, by, work, (Span(piece.start, found.start("what")), Span(found.start("what"), piece.end)), own=False)]


def _otherwise(words: str, piece: Span, last: Clause | None) -> list[Clause]:
    """The other branch of what one decides: （镇政府应当在十日内决定，符合条件的，发给证书；）不符合条件的，不予发给，书面说明理由."""
    branch = _BRANCH.match(words, piece.start, piece.end) if last and _DECIDES.search(words, last.span.start, last.main.end) else None
    work = predicate(words, branch.end(), piece.end) if branch else None
    if not (last and branch and work):
        return []
    start = branch.start("what")
    return [Clause(piece, last.actors, Predicate("responsible", start, False), (Span(piece.start, start), Span(start, piece.end)), own=False)]


def _reviewed(actors: Actors, piece: Span) -> list[Clause]:
    """Who looks at it first, where nobody else is named: 其他项目，经区招商领导小组审核，给予激励; not what was approved already."""
    words = actors.words
    found: list[Clause] = []
    if _DONE.search(words, piece.start, piece.end):
        return found
    for by in _THROUGH.finditer(words, piece.start, piece.end):
        named, stop = actors.leading(Span(by.end(), piece.end), bold=True)
        does = _REVIEWS.match(words, stop, piece.end) if named else None
        if does and all(one.agency or one.group for one in named):
            work = Predicate("responsible", does.start(), True)
            end = does.end() if _THEN.match(words, does.end()) else piece.end
            found.append(Clause(piece, tuple(named), work, (Span(piece.start, by.start()), Span(does.start(), end))))
    return found


def _is_his(words: str, when: Span) -> bool:
    """Whether words that say when are told of whoever acts: 符合条件的, 有危险时."""
    return bool(_HIS_CASE.search(words, when.start, when.end) or _ARISES.fullmatch(words, when.start, when.end))


def _is_named_work(words: str, start: int, end: int) -> bool:
    """Whether an item of a list of duties is work told by a noun: 公路的日常养护, 路政巡查和案件查处."""
    return _NOUN.fullmatch(words, start, end) is not None and cut(words[start:end])[-1][1] in ("vn", "v") and not states(words, start, end)


def _beside(actors: Actors, segments: list[Span], piece: Span, owned: bool) -> list[Clause]:
    """What others are charged with behind a body that is set up and given nothing: 学校成立招生小组，教务处负责报名."""
    if not segments:
        return []
    rest = Span(segments[0].start, piece.end)
    return [one for one in joined(actors, turns(actors, segments, rest, owned), rest) if one.work.modal]


def _purposed(actors: Actors, segments: list[Span], piece: Span, carried: tuple[Actor, ...]) -> Clause | None:
    """What another does who begins a clause, and what for: 各部门|为保证安全，|按规定开展检查."""
    who = actors.named(lead(actors.words, piece))
    if who is None or who.words == carried[0].words or not _PURPOSE.match(actors.words, who.span.end):
        return None
    work = next((found for later in segments[1:] if (found := predicate(actors.words, later.start, piece.end))), None)
    return Clause(piece, (who,), work, (Span(who.span.end, work.start), Span(work.start, piece.end)), own=True) if work else None


def _carried(actors: Actors, segments: list[Span], piece: Span, carried: tuple[Actor, ...], owned: bool) -> list[Clause]:
    """A clause without doers of its own."""
    words = actors.words
    if not owned and _WHOEVER.match(words, piece.start, piece.end):
        return []
    if other := _purposed(actors, segments, piece, carried):
        return [other]
    if owned and _TOLD.match(words, piece.start, piece.end) and not _FOR.match(words, piece.start, piece.end):
        # 县级路长是…第一责任人，负责…: what is told of the owner before his work
        for later in segments[1:]:
            work = predicate(words, later.start, piece.end)
            if work:
                return [Clause(piece, carried, work, (Span(work.start, piece.end),), own=False)]
    # 灾害造成人员伤亡时，负责…; 劝阻无效的，应当报告…: when, before his work
    then = next((k for k, segment in enumerate(segments) if not CIRCUMSTANCE.search(words, segment.start, segment.end)), 0)
    if then:  # behind all that says when
        start = segments[then].start
        work = predicate(words, start, piece.end) or (Predicate("responsible", start, True) if words.startswith("为其", start) else None)
        grants = all(one.agency or _OFFICE.search(one.words) for one in carried) and _GRANTS.match(words, start)
        when = segments[then - 1]
        meets = _MEETS.match(words, when.start, when.end) and _AT_ONCE.match(words, start)
        goes_on = (MODAL.match(words, start) or grants or _PASSES_ON.match(words, start)) and _is_his(words, when)
        if work and (owned or meets or goes_on):
            if not owned and words.startswith("经", work.start):
                return []  # 2000元以上的，须经会议通过: what is to be done with it
            return [Clause(piece, carried, replace(work, modal=True), (Span(piece.start, start), Span(work.start, piece.end)), own=False)]
    start = piece.start if owned and _ORDERS.match(words, piece.start) else lead(words, piece)
    named = words.startswith(carried[0].words, start)
    if named:
        start += len(carried[0].words)  # 现场指挥部|由区领导任指挥长: what is told of him
        if words.startswith("、", start):
            return []  # 会长|、副会长的工作受代表大会监督
    if AGAIN.match(words, start) or (not owned and words.startswith("对" + carried[0].words, start)):
        return []  # 对管护公司|进行考核: no work of that company
    if owned and _OTHERS.fullmatch(words, start, piece.end):
        return [Clause(piece, carried, Predicate("responsible", start, False), (Span(start, piece.end),), own=False)]
    work = predicate(words, start, piece.end, item=owned)
    if owned and not work and (case := _IF_SO.match(words, start, piece.end)) and (work := predicate(words, case.end(), piece.end)):
        return [Clause(piece, carried, work, (Span(start, case.end()), Span(work.start, piece.end)), own=False)]
    if owned and not work and _is_named_work(words, start, piece.end):
        return [Clause(piece, carried, Predicate("responsible", start, False), (Span(start, piece.end),), own=False)]
    if work and (work.modal or (not named and ((owned and work.role == "responsible") or starts_work(words, start, piece.end)))):
        return [Clause(piece, carried, work, (Span(work.start, piece.end),), own=False)]
    return []
