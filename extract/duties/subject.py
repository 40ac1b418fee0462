"""The doers of a segment of a clause: before their work (区水务局加快…), or behind 由 (…由区水务局制定)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.duties.actors import OF_OFFICE, Actor, Actors
from extract.duties.nouns import GROUP
from extract.duties.phrase import acts, modals
from extract.duties.predicate import IN_CHARGE, MODAL, TIMES, Predicate, predicate, starts_work
from extract.speech import cut
from extract.tree.labels import BULLETS
from kg.model import Span

# words before the doer: 同时， 一是 由 请 希望
_LINK = (
    r"同时|此外|另外|但是?|特别是|尤其是|并且|并|且|其中|原则上|因此|为此|对此|另|[一二三四五六七八九十]+(?:是|(?=要))|首先|其次|最后|今后|届时"
    r"|会前|会后|会上|必要时|下一步|今年|本年度|近期|其中，|本(?:命令|决定|办法|规定|通知)(?=责成|授权|委托)"
)
_CALL = (
    r"由(?!于)|建议(?!书)|请|希望|希|望(?=你|各|有关|相关|认真)|责成|责令|委托|授权|指定|要求|需|宜由|可由|并由|统一由|具体由|主要由|再由|均由|一律由|分别由|原则上由|以(?=[^，。；]{2,40}(?<!领导)(?<!管理)为主(?![，。；]?[体要题]))"
)
_NUMBER = r"第[一二三四五六七八九十百零〇\d]{1,5}条(?![例规的第款])|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．]|[A-Za-z][、.．]|[a-k](?=[一-龥《])"
_MEETING = r"(?:本次|此次|这次)?会议(?:还|并|同时|最后)?(?:明确|原则)?(?:要求|决定|强调|指出|明确|议定|提出|确定)(?!了|[，：])"
# 其上级主管部门|应当…, 其所属的|市燃气管理处|负责…
_ITS = (
    r"其(?![他它余])(?=所在|上级|主管部门|[^，。；其]{2,12}(?:单位|部门|机构|企业|所有人|使用人|管理人|监护人|家属|负责人)(?:应当?|要|必?须|负责|，应当))"
    r"|其(?:所属|下属)的?(?=[省市区县州]|[^，。；]{3,20}?(?:局|处|所|站|中心|机构|支队|大队|公司)(?:应|要|须|负责|承担|具体))"
)
_LEAD = re.compile(
    rf"[{BULLETS}．.]?(?:{_NUMBER})?(?:{_LINK})?[，：]?(?:{_MEETING})?"
    rf"(?:(?:应当?|要|须|必须)(?=由|责成|责令))?(?:(?:{_CALL})(?:所?(?:涉及|列|述)的)?)?(?:{_ITS})?"
)
# 将信访接待职责交给区信访局: whom the work goes to
_HANDED = re.compile(r"(?:职责|职能|工作|任务|事务|事项|管理权限|职权)，?(?P<verb>(?:分别)?(?:交给|划给|划归|移交给?|交由|划转给?|委托给?|转由)(?:分别)?)")
_BY = re.compile(
    r"(?<![自缘来因是])(?<!是否应)(?<!是否需)(?<!(?<![管治处办受审清整修护代])理)由(?!于|此|来|衷|从(?!业))(?:所?(?:涉及|列|述)的|其(?!指定|授权|委托|推荐|选派|确定))?(?!他)"
)
# 施工单位作为责任主体要…
AS = re.compile(r"作为[^，。；]{2,20}$")
# 施工单位|作为责任主体|要…: as what he is asked
_AS_ASKED = re.compile(rf"作为[^，。；]{{2,20}}?(?={MODAL.pattern}|{IN_CHARGE})")
# 由各镇政府|作为实施主体|组织建设
_AS_BODY = re.compile(r"作为[^，。；的]{0,14}(?:主体|单位|部门|责任人)(?![^，。；]{0,2}[的参])")
# 委员会由各部门的负责同志|组成: who is in it
_MADE_UP = re.compile(r"(?:(?!负责(?!人|同志)|牵头)[^。；由]){2,160}?组成(?:[^，。；]{2,10}(?:大会|[委理董监]事?会|委员会))?(?=$|[，。；（])")
_TOLD = re.compile(r"则?[是为]|设在|设于|作为|下设|[担兼]?任(?!务|何|命|职|意|免|用)")
# 学院院长|为本学院安全第一责任人，应…
_IS_WHO = re.compile(
    r"(?P<who>[^，。；是为]{2,30}?)(?:则|也|均|都|同时)?[是为][^，。；]{0,40}"
    r"(?:责任[人者]|负责人|代表人?|领导人|首长|主体|部门|机构|单位|机关)$"
)
_CHARGE = re.compile(rf"(?:分[线片级类头])?(?:{IN_CHARGE}|牵头|承担|配合|协助)")
# 授权区大数据局负责…, 委员会下设秘书处负责…: the doer is who is told
_ORDER = re.compile(
    r"授权|责成|要求(?=各)|(?:现)?(?:委托|指定|聘请|聘任|指派|安排|抽调|选派)(?=[^，。；]{2,24}(?:负责|牵头|承担))"
    r"|(?:下设|设立|设有|设)(?=[^，。；：、设]{2,16}(?<!设)(?:具体|主要|全面)?负责(?!人|同志))"
)
# 请|监护人填写: who is asked follows
_PLEASE = re.compile(r"(?:请|希望)$")
_ASKED = re.compile(r"请|希|望|责成|责令|委托|授权|指定|要求")
# 区民政局负责的|第1件: what is his
_HIS = re.compile(r"(?:负责|牵头|承担|主管)的(?!是)")
# 希你街道|接文后，…: who is begged, and when
_BEGGED = re.compile(r"(?:现)?(?:希望?|请|望)(?=[你贵各])")
_YOU = re.compile(r"[你贵](?:单位|局|委|办|厅|市|县|区|镇|乡|街道|公司|集团|[学院]?[校院])(?!长)")
# 建设主体为|区水务局
_OFFICE_IS = re.compile(r"[^，。；：是为]{2,24}(?:主体|机关|单位|部门|机构)[是为](?=[^，。；：]{3,40}$)")
_OFFICE, _WHAT = re.compile(r"(?:机关|单位|部门|机构)$"), re.compile(r"是(?!各)|为[本全该我]")
# 由区水务局牵头的联席会议
RELATIVE = re.compile(r"(?:同志)?(?![按对在根将于从向把]|[参依遵]照)[^，。；的]{1,6}的")
_RATIFIES = re.compile(
    r"(?:审[议查定核])?(?:批准|决定(?=$|后)|同意(?=$|后)|审定|签[发批署]|聘[任请用]|任命)(?:后(?:实施|执行|聘[任请用]|发布|公布|印发|生效|施行))?"
)
_TOLD_OF, _THEY = re.compile(r"[^，。；的]{2,24}的(?P<who>[^，。；的]{2,12})$"), re.compile(rf"[均都凡可]|{MODAL.pattern}")
# 发生变化的，… 取得许可后，… 在职责范围内，…
CIRCUMSTANCE = re.compile(rf"(?:的|{TIMES}|情况下|基础上|范围内|领导下|之日起|发生[^，。；]{{1,12}})$")
_MATTER = re.compile(r"(?:对于?|在|因)[^，。；]{2,16}(?<![的和与及、或])$")  # 对重大案件|县公安局应…
# 联席会议|成员工作变动时, 学校|教师参加培训的
_OTHERS = re.compile(r"(?:组成|工作|事业编制)?(?:成员|人员|教师|学生|职工|员工|干部)(?!单位)|存续期|是")
# 放学时|教师负责…
_AT_TIME = re.compile(
    r"(?![省市县区镇乡各])(?:(?!由)[一-龥]){2,10}?(?:(?:(?<![课工学定及同小按临平随])|(?<=[放开入]学))时|之?后|之前)(?=[一-龥]{2,12}?(?:必须|应当?|要|负责))"
)
# 缴纳部分|由单位代扣
MATTER_OF = re.compile(
    r"[^，。；：]{0,40}(?:经费|费用|资金|办法|标准|细则|工作|事项|事宜|问题|方案|计划|规划|名单|指标|程序|手续|部分|期限|范围|格式|式样|样式|证书|目录|比例)"
)
# what is done with another
_RECIPROCAL = re.compile(r"签|订立|对接|衔接|沟通|协商|联系|建立|保持|达成|[^，。；]{1,4}(?:联系|对接|衔接|沟通)")
# 参与竞价的用户|在活动开始前，应当…
_WHEN = re.compile(
    rf"(?P<who>[^，。；]{{2,30}}?)(?:(?:在|于|自|从|当|收到|接到|发现|遇|发生|完成|取得|变更|因)[^，。；]{{1,40}}(?:的|{TIMES}|之日起[^，。；]{{0,10}})|(?:审[核批查定]|初审|复核|复审|汇总|受理|核[实准查]|验收)[^，。；]{{0,12}}后)$"
)
# 企业符合条件的，|应当…: a rule binds him of whom the case is told
_BINDS = re.compile(r"，?(?:应当?(?!急)|必须|须)")
# what one is about, not what one asks of others: 申请后, 举报后
_AT = re.compile(r"[时前]$|期间$|过程中$|(?<!申请)(?<!提出)(?<!举报)(?<!反映)(?<!投诉)(?<!报告)(?<!申报)后$")
# what else is told of a body than what it does
_NEXT = re.compile(r"[在于自因从收接被经遇与和，]|需|有|确|无|未|发生|出现|属|是|成员")
# 法定代表人|变更的，应当…: what befalls him, for others to act on
_BEFALLS = re.compile(r"(?:发生|出现|有)?(?:变[更动化]|更[换替]|死亡|伤亡|离[职任开]|调[离整动]|退[休出学役]|缺|被|受|的|人数|数量|名单|情况)")
_BEGINS = re.compile(r"[经未不]|符合|连续|逾期|达[不到]|属[于]|因")  # what a dictionary has for a noun, and tells a case
_COURSE = re.compile(r"[^，。；]{2,8}(?:中|期间)，")  # 国务院机构|改革中，有的部改建为公司: no work of theirs
# 医疗机构|一般应当, 用户|自收到通知之日起十日内应当: how and by when, between a doer and what asks him
_BETWEEN = re.compile(
    r"(?:(?:依法|一般|通常|经(?:[^，。；]{0,8})?批准|至少|原则上|同时|首先|统一|共同|分别|今后|平时|(?:按照?|依照|根据)[^，。；]{2,12}(?:规定|要求|需要|约定|职责|分工)"
    r"|(?:(?:自|从|在|于|[收接]到)[^，。；]{0,14}?)?(?:[一二三四五六七八九十\d]+个?(?:工作日|日|天|小时|月)|期限)(?:之|以)?内))+$"
)
_CASE = 24  # the name of one who acts is no longer
_HAS = re.compile(r"(?:应当?|须|必须|要)具[有备][^，。；]{2,40}，(?:并|具体|主要)?负责(?!人|同志)")
_FARTHEST = 60  # a modal later than this in a segment is not that of its first words


@dataclass(frozen=True, slots=True)
class Subject:
    """Doers and the work behind them (None where they are only told of).

    `at` where what stands before them ends, `stop` where what is said of them begins.
    """

    actors: tuple[Actor, ...]
    work: Predicate | None
    at: int
    stop: int


def lead(words: str, span: Span) -> int:
    """Where a segment begins behind its number, its link and 由 or 请.

    >>> lead("同时，请区财政局", Span(0, 8))
    4
    """
    found = _LEAD.match(words, span.start, span.end)
    return found.end() if found else span.start


def said(actors: Actors, segment: Span, end: int) -> Subject | None:
    """The doers of a segment: those who begin it, or those behind 由 where what begins it is only the matter (日常工作由区水务局承担)."""
    begun = subject(actors, segment, end)
    if begun and begun.work and begun.work.modal:
        return begun
    if begun and begun.work and actors.words.startswith("将", begun.stop):
        return begun  # 区政府将设施交由某公司管理: it is he who hands over
    if begun and begun.work and (by := _BY.search(actors.words, begun.stop, segment.end)) and MATTER_OF.fullmatch(actors.words, begun.stop, by.start()):
        begun = None  # 职工个人缴纳部分|由单位代扣
    done = passive(actors, segment, end) or handed(actors, segment, end)
    return done if done and (begun is None or done.at > begun.actors[-1].span.end) else begun


def subject(actors: Actors, segment: Span, end: int) -> Subject | None:
    """The doers that begin a segment."""
    words = actors.words
    start = lead(words, segment)
    # 论证时建设单位应…: a circumstance without a comma
    behind = [one.span.start for one in actors.mentions(segment) if words[one.span.start - 1] in "时后前" and one.span.start - start <= 16]
    behind = [at for at in behind if "由" not in words[segment.start : at]]  # 由甲科登记后转乙科复检
    behind += [one.span.start for one in actors.mentions(segment) if _MATTER.match(words, start, one.span.start) and MODAL.match(words, one.span.end)]
    when = _AT_TIME.match(words, start, segment.end)
    behind += [when.end()] if when and not behind else []
    for at in dict.fromkeys((start, segment.start, *behind)):
        named, stop = actors.leading(Span(at, segment.end), bold=bool(_PLEASE.search(words, segment.start, at)))
        if named and stop < segment.end and not (_HIS.match(words, stop, segment.end) or _of_whom(words, stop, segment, end)):
            as_what = _AS_ASKED.match(words, stop, segment.end) or _AS_BODY.match(words, stop, segment.end - 2)
            stop = as_what.end() if as_what else stop
            if words[at - 1] == "由" and segment.end < end and words[segment.end - 1] not in "的时后前" and RELATIVE.match(words, stop, segment.end):
                continue  # 由多个单位共同落实的工作，|各单位要…
            order = _ORDER.match(words, stop, segment.end)
            told, since = actors.leading(Span(order.end(), segment.end)) if order else ([], stop)
            if told and not RELATIVE.match(words, since, segment.end):
                named, stop = told, since
            called = bool(told) or bool(_ASKED.search(words, segment.start, at))
            work = predicate(words, stop, end, called=called)
            others = _beside(words, named, stop)
            if others and not (work and work.modal):
                stop = named[others - 1].span.end  # 区教委|与各学校签订…: what he does with them
                named, work = named[:others], predicate(words, stop, end)
            if when and at == when.end() and not (work and work.modal):
                continue
            if work or _TOLD.match(words, stop):
                return Subject(tuple(named), replace(work, modal=True) if work and called else work, at if at in behind else segment.start, stop)
    for modal in modals(words, start, min(segment.end, start + _FARTHEST)):
        if modal - start >= 2:
            as_what = AS.search(words, start, modal)
            whole = actors.whole(Span(start, as_what.start() if as_what else modal), asked=True)
            between = None if whole else _BETWEEN.search(words, start, modal)
            whole = whole or (actors.whole(Span(start, between.start()), asked=True) if between else [*topic(actors, Span(start, modal))])
            if whole:
                return _charged(words, whole, modal, end, segment.start)
    is_who = _IS_WHO.match(words, start, segment.end)
    if is_who and (whole := actors.whole(Span(start, is_who.end("who")), asked=True)):
        return Subject(tuple(whole), None, segment.start, is_who.end("who"))
    charge = _CHARGE.search(words, start, segment.end)
    if charge and not (_HIS.match(words, charge.start()) or OF_OFFICE.match(words, charge.start(), segment.end)) and 2 <= charge.start() - start <= _FARTHEST:
        whole = actors.whole(Span(start, charge.start()), asked=True)
        if whole:
            return _charged(words, whole, charge.start(), end, segment.start)
    return None


def _beside(words: str, named: list[Actor], stop: int) -> int:
    """Where those begin in a list whom the doers before them do their work with: 区教委|与各学校签订…; 0 in 区教委与各学校开展…, work of both."""
    found = (k for k in range(1, len(named)) if words[named[k - 1].span.end : named[k].span.start] == "与")
    return next(found, 0) if _RECIPROCAL.match(words, stop) else 0


def _charged(words: str, doers: list[Actor], at: int, end: int, start: int) -> Subject | None:
    work = predicate(words, at, end)
    # 档案员应具备基本知识，|负责…: what he must have, then what he does
    return Subject(tuple(doers), work, start, at) if work or _HAS.match(words, at, end) else None


def passive(actors: Actors, segment: Span, end: int) -> Subject | None:
    """`Y由X制定`, `对Y由X进行审查`: the doers behind 由; none in 由X牵头的联席会议."""
    words = actors.words
    for by in _BY.finditer(words, segment.start, segment.end):
        if _MADE_UP.match(words, by.end(), end):
            continue
        named, stop = actors.leading(Span(by.end(), segment.end), bold=True)
        if named and (RELATIVE.match(words, stop, segment.end) or _of_whom(words, stop, segment, end)):
            continue
        as_body = _AS_BODY.match(words, stop, segment.end) if named else None
        stop = as_body.end() if as_body and as_body.end() < segment.end else stop
        work = predicate(words, stop, end, called=True) if named else None
        if work or (named and _TOLD.match(words, stop)):
            return Subject(tuple(named), work, by.start(), stop)
    return None


def ratifies(actors: Actors, segment: Span) -> Subject | None:
    """Who decides about what those before him did: （教研室拟定，教务处审核，）|分管副校长批准."""
    named, stop = actors.leading(segment, bold=True)
    does = _RATIFIES.fullmatch(actors.words, stop, segment.end) if named else None
    return Subject(tuple(named), Predicate("responsible", stop, False), segment.start, stop) if does else None


def _of_whom(words: str, stop: int, segment: Span, end: int) -> bool:
    """Whether 由 begins what is told of another, of whom the sentence is: 由区水务局下达计划的用水单位，均可…."""
    told = _TOLD_OF.match(words, stop, segment.end) if words[segment.start] == "由" and segment.end < end else None
    return told is not None and bool(_THEY.match(words, segment.end + 1)) and acts(told["who"], True)


def handed(actors: Actors, segment: Span, end: int) -> Subject | None:
    """`将Y职责交给X`: X, to whom the work goes over."""
    words = actors.words
    back = max(segment.start - 6, 0)  # the verb may stand behind a comma of its own
    for verb in _HANDED.finditer(words, back, segment.end):
        if verb.start("verb") < segment.start:
            continue
        cut = re.compile(r"(?:负责|承担|管理|办理|实施|行使)$").search(words, verb.end(), segment.end)
        named = actors.whole(Span(verb.end(), cut.start() if cut else segment.end))
        if named:
            at = verb.start("verb")
            return Subject(tuple(named), Predicate("responsible", segment.end, True), at, segment.end)
    return None


def said_to_be(actors: Actors, segment: Span, behind: Span, end: int) -> Subject | None:
    """`建设主体为X，` and the work behind: X, who is said to be its office."""
    found = _OFFICE_IS.match(actors.words, segment.start, segment.end)
    if not found or (_OFFICE.search(actors.words, found.end(), segment.end) and _WHAT.match(actors.words, found.end() - 1)):
        return None  # 区水行政主管部门是全区节水工作主管部门，负责…: what an office is
    named = actors.whole(Span(found.end(), segment.end))
    work = predicate(actors.words, behind.start, end) if named and all(one.agency for one in named) else None
    return Subject(tuple(named), work, segment.start, behind.start) if named and work else None


def begged(actors: Actors, segment: Span, behind: Span, end: int) -> Subject | None:
    """`希你街道接文后，` and the work behind: who is asked for it."""
    words = actors.words
    if not (CIRCUMSTANCE.search(words, segment.start, segment.end) and _BEGGED.match(words, segment.start)):
        return None
    start = lead(words, segment)
    named, _ = actors.leading(Span(start, segment.end), bold=True)
    you = None if named else _YOU.match(words, start, segment.end)
    named = [Actor(Span(*you.span()), you[0])] if you else named
    work = predicate(words, behind.start, end, called=True) if named else None
    return Subject(tuple(named), replace(work, modal=True), segment.start, behind.start) if work else None


def acts_then(words: str, doer: Actor, end: int) -> bool:
    """Whether what is told of a body is what it does or is in, and not of a thing of it: 县公安局|收到报告后, 县政府|网站建成后."""
    at = doer.span.end
    return bool(_NEXT.match(words, at)) or (starts_work(words, at, end) and not _COURSE.match(words, at))


def topic(actors: Actors, segment: Span) -> tuple[Actor, ...]:
    """Who a circumstance is told of (专利代理机构变更住所的，…): he does what follows, unless that names a doer of its own."""
    words = actors.words
    if not CIRCUMSTANCE.search(words, segment.start, segment.end):
        return ()
    start = lead(words, segment)
    if _ASKED.search(words, segment.start, start):
        return ()
    named, _ = actors.leading(Span(start, segment.end))
    first = None if named else actors.named(start)
    if first and _OTHERS.match(words, first.span.end):
        return ()  # 联席会议|成员工作变动时: told of others
    told = _WHEN.match(words, start, segment.end) if not (first or named) else None
    if told:
        named = actors.whole(Span(start, told.end("who")), asked=True) or []
    return (first,) if first else tuple(named) or _case(actors, Span(start, segment.end))


def _case(actors: Actors, span: Span) -> tuple[Actor, ...]:
    """The one who acts with whose name the words of a case begin, be he no agency, where 应当 follows or it tells a time.

    企业|符合条件的，应当…, 供应商|交货时.
    """
    words, at, found = actors.words, span.start, 0
    if not (_BINDS.match(words, span.end) or _AT.search(words, span.start, span.end)) or words[span.start - 1] == "需":
        return ()
    for word, flag in cut(words[span.start : min(span.end, span.start + _CASE)]):
        opens = flag[:1] in "vpdt" or _BEGINS.match(word) or starts_work(words, at, span.end)
        if opens and at - span.start > 1 and acts(words[span.start : at], False) and not _BEFALLS.match(words, at):
            found = at
        at += len(word)
    return (Actor(Span(span.start, found), words[span.start : found], bool(GROUP.match(words, span.start))),) if found else ()
